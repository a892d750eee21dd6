"""The token that tools of the user's show to change something: one line in a file only they can read."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from pathlib import Path

_BYTES = 24
_FIT = re.compile(r"[A-Za-z0-9_-]{16,200}")


def load_or_create(path: Path) -> str:
    """The token in `path`; made, and written for the user alone, where there is none. Raises `OSError`."""
    kept = _kept(path)
    return kept or _write(path, over=kept is not None)


def renew(path: Path) -> str:
    """Another token in place of the one in `path`. Raises `OSError`."""
    return _write(path, over=True)


def _kept(path: Path) -> str | None:
    """The token of a sound file, closed to others if it was open; empty for a broken one, None where there is none."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return ""
    if not _FIT.fullmatch(text):
        return ""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return text


def _write(path: Path, *, over: bool) -> str:
    """Write a new token as a whole. Of two who do so at once, both get the first's, unless it is `over` an old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    token = secrets.token_urlsafe(_BYTES)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # made for its owner alone
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(token + "\n")
            file.flush()
            os.fsync(file.fileno())
        if over:
            fresh.replace(path)
            return token
        try:
            path.hardlink_to(fresh)  # unlike a rename it never takes the place of another's
        except FileExistsError:
            return _kept(path) or _write(path, over=True)
        except OSError:  # a disk without hard links
            fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return token
