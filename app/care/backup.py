"""A backup: one zip with her settings, personas and memory, from which this or another machine gets her back.

Inside, beside `vesper-backup.json` (format, version, date, and of each file its size and SHA-256): `settings.toml`,
`personas/KINDs/ID.toml`, `memory.sqlite3`, `ledger.sqlite3` and, if wanted, `recordings/NAME.jsonl`. Passwords, keys
and tokens are never in it, not even those that were written into the settings.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import IO

from app import paths
from app.care.scrub import without_secrets
from app.care.sqlite_copy import copied
from app.cli.arguments import version

FORMAT = 1
MANIFEST = "vesper-backup.json"
_PIECE = 1024**2


class Fault(StrEnum):
    """What stands in the way of a backup or of bringing one back."""

    NOT_WRITTEN = "cannot be written"
    NOT_READ = "cannot be read"
    FOREIGN = "is no backup of Vesper"
    NEWER = "was made by a newer Vesper"
    DAMAGED = "is damaged"
    TOO_LARGE = "is too large"
    NOTHING = "there is nothing to keep yet"


class BackupError(Exception):
    """It cannot be done. `about` names the file, `why` what the system said or what was found, or nothing."""

    def __init__(self, fault: Fault, about: str = "", why: str = "") -> None:
        super().__init__(f"{about} {fault}".strip() + (f" ({why})" if why else ""))
        self.fault, self.about, self.why = fault, about, why


@dataclass(frozen=True, slots=True)
class Homes:
    """Where her files live."""

    settings: Path
    personas: Path
    state: Path

    @classmethod
    def of(cls, settings: Path) -> Homes:
        """Those of this user, with the settings file that is in use."""
        return cls(settings, paths.config_folder() / "personas", paths.state_folder())

    def place(self, name: str) -> Path:
        """Where a file of a backup belongs; `name` must be one that `app.care.archive` lets pass."""
        head, _, rest = name.partition("/")
        if name == "settings.toml":
            return self.settings
        if head == "personas":
            return self.personas / rest
        return self.state / name


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: its file, what is in it, and the secrets that were left out of the settings."""

    path: Path
    names: tuple[str, ...]
    bytes: int
    left_out: tuple[str, ...] = ()


def suggested_name(now: datetime) -> str:
    """What to call the file."""
    return f"vesper-backup-{now:%Y-%m-%d}.zip"


def make(
    homes: Homes,
    target: Path,
    *,
    recordings: bool = False,
    now: Callable[[], datetime] = datetime.now,
) -> Made:
    """Write a backup as a whole or not at all, for its owner's eyes. Blocking.

    Raises:
        BackupError: a file of hers cannot be read, or the backup not be written.
    """
    text, left_out = _settings(homes.settings)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as backup:
                    names = _fill(backup, _contents(homes, text, recordings=recordings), now())
                file.flush()
                os.fsync(file.fileno())
            size = Path(name).stat().st_size
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BackupError(Fault.NOT_WRITTEN, str(target), error.strerror or str(error)) from error
    return Made(target, names, size, left_out)


def _fill(
    backup: zipfile.ZipFile, contents: Iterator[tuple[str, bytes | Path]], now: datetime
) -> tuple[str, ...]:
    """Write every file and the manifest; gives the names of the files."""
    listed: list[dict[str, object]] = []
    for name, content in contents:
        digest, size = hashlib.sha256(), 0
        with _pieces(content) as source, backup.open(name, "w", force_zip64=True) as out:
            while piece := source.read(_PIECE):
                digest.update(piece)
                size += len(piece)
                out.write(piece)
        listed.append({"name": name, "bytes": size, "sha256": digest.hexdigest()})
    if not listed:
        raise BackupError(Fault.NOTHING)
    backup.writestr(MANIFEST, _manifest(listed, now))
    return tuple(str(entry["name"]) for entry in listed)


def _pieces(content: bytes | Path) -> IO[bytes]:
    if isinstance(content, bytes):
        return BytesIO(content)
    try:
        return content.open("rb")
    except OSError as error:
        raise BackupError(Fault.NOT_READ, str(content), error.strerror or str(error)) from error


def _settings(path: Path) -> tuple[str | None, tuple[str, ...]]:
    """The settings' text without secrets; None where there are none."""
    try:
        return without_secrets(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None, ()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BackupError(Fault.NOT_READ, str(path), why) from error


def _contents(homes: Homes, settings: str | None, *, recordings: bool) -> Iterator[tuple[str, bytes | Path]]:
    """Each file that is there, by its name in the backup."""
    if settings is not None:
        yield "settings.toml", settings.encode()
    for file in sorted(homes.personas.glob("*s/*.toml")):
        yield f"personas/{file.parent.name}/{file.name}", file
    for name in ("memory.sqlite3", "ledger.sqlite3"):
        file = homes.state / name
        if file.exists():
            try:
                yield name, copied(file)
            except OSError as error:
                raise BackupError(Fault.NOT_READ, str(file), str(error)) from error
    if recordings:
        for file in sorted((homes.state / "recordings").glob("*.jsonl")):
            yield f"recordings/{file.name}", file


def _manifest(listed: list[dict[str, object]], now: datetime) -> str:
    about = {"format": FORMAT, "version": version(), "made": now.isoformat(timespec="seconds")}
    return json.dumps({"what": "a backup of Vesper", **about, "files": listed}, indent=2)
