"""Secrets in a file that only its owner may read, for those who have no keyring and want it so.

`secrets/secrets.json` below the config folder; folder 0700, file 0600, written as a whole. It is not encrypted: whoever
can read the disk can read it. Where folder or file are open to others, or links, nothing is read or written. On Windows
the rights of the user's own folder have to do (untested there).
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.paths import config_folder

_MOST_BYTES = 1024 * 1024


class OpenToOthersError(OSError):
    """The file or its folder can be read by others, or is not where it seems to be."""


class SecretsFile:
    """The file in `folder`; without one, in the user's config folder. That it exists means that it is wanted."""

    def __init__(self, folder: Path | None = None) -> None:
        self._chosen = folder

    @property
    def path(self) -> Path:
        """Where it is, or would be."""
        return (self._chosen or config_folder() / "secrets") / "secrets.json"

    @property
    def wanted(self) -> bool:
        """Whether there is one."""
        return self.path.exists()

    def read(self) -> dict[str, str]:
        """What is in it; nothing where there is none. Raises `OSError`."""
        path = self.path
        if not path.exists():
            return {}
        _check(path.parent, stat.S_ISDIR)
        _check(path, stat.S_ISREG)
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
        try:
            table = json.loads(raw)
        except ValueError as error:
            message = f"{path} is damaged"
            raise OSError(message) from error
        pairs = table.items() if isinstance(table, dict) else ()
        return {name: value for name, value in pairs if isinstance(name, str) and isinstance(value, str)}

    def write(self, secrets: dict[str, str]) -> None:
        """Replace what is in it; made where there is none. Raises `OSError`."""
        path = self.path
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _check(path.parent, stat.S_ISDIR)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # made for its owner alone
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                json.dump(secrets, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def remove(self) -> None:
        """Delete it. Raises `OSError`."""
        self.path.unlink(missing_ok=True)


def _check(path: Path, is_kind: Callable[[int], bool]) -> None:
    """Refuse what others may read or write, what is not the user's, and links."""
    about = path.lstat()
    if not is_kind(about.st_mode):
        message = f"{path} is not what it should be"
        raise OpenToOthersError(message)
    if os.name == "posix" and (about.st_mode & 0o077 or about.st_uid != os.geteuid()):
        message = f"{path} can be read by others; run: chmod go= {path}"
        raise OpenToOthersError(message)
