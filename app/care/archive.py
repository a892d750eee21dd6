"""A backup that came from anywhere: read only after everything about it was found to be as it must be.

No name leads out of her folders, nothing is larger than it says or than is allowed, every file's SHA-256 agrees, and
what is TOML or SQLite is so in truth.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.care.backup import FORMAT, MANIFEST, BackupError, Fault
from app.care.sqlite_copy import fault_of

MOST_FILES = 2000
MOST_BYTES = 8 * 1024**3
"""What all files of a backup may be together."""
_MOST_MANIFEST_BYTES = 1024**2
_SMALL_BYTES = 1024**2
"""What a file of text may be."""
_PIECE = 1024**2

_NAME = re.compile(
    r"settings\.toml|(memory|ledger)\.sqlite3|personas/(presets|dynamics|styles)/[a-z][a-z0-9_]{0,59}\.toml"
    r"|recordings/(?!\.)[\w .,+()\[\]-]{1,200}\.jsonl"
)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    name: str
    bytes: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    format: int
    version: str = ""
    made: str = ""
    files: list[_File] = Field(max_length=MOST_FILES)


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup that can be brought back: `made` when and by which `version`, `sizes` of its files by name."""

    path: Path
    version: str
    made: str
    sizes: dict[str, int]


def examine(path: Path) -> Archive:
    """Look at a backup from outside. Raises `BackupError` where it is none, or one that cannot be used."""
    with _opened(path) as backup:
        manifest = _manifest(path, backup)
        entries = {entry.filename: entry for entry in backup.infolist() if entry.filename != MANIFEST}
        names = [file.name for file in manifest.files]
        if sorted(names) != sorted(entries) or len(entries) != len(backup.infolist()) - 1:
            raise BackupError(Fault.DAMAGED, path.name, "files are missing, or too many")
        for file in manifest.files:
            if not _NAME.fullmatch(file.name):
                raise BackupError(Fault.FOREIGN, path.name, f"{file.name!r} is nothing of hers")
            if entries[file.name].file_size != file.bytes:
                raise BackupError(Fault.DAMAGED, path.name, file.name)
            if file.name.endswith(".toml") and file.bytes > _SMALL_BYTES:
                raise BackupError(Fault.TOO_LARGE, file.name)
        if sum(file.bytes for file in manifest.files) > MOST_BYTES:
            raise BackupError(Fault.TOO_LARGE, path.name)
    return Archive(path, manifest.version, manifest.made, {file.name: file.bytes for file in manifest.files})


def unpack(archive: Archive, folder: Path) -> None:
    """Write every file of a backup below an empty folder, each found whole. Blocking.

    Raises:
        BackupError: a file is damaged or not what its name says, or the folder cannot be written. Remove it then.
    """
    with _opened(archive.path) as backup:
        manifest = _manifest(archive.path, backup)
        for file in manifest.files:
            if archive.sizes.get(file.name) != file.bytes:
                raise BackupError(Fault.DAMAGED, archive.path.name, "it changed meanwhile")
            target = folder / file.name
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as out:
                    _copy(archive.path.name, file, backup, out)
            except OSError as error:
                raise BackupError(Fault.NOT_WRITTEN, str(target), error.strerror or str(error)) from error
            if wrong := _fault(target):
                raise BackupError(Fault.DAMAGED, archive.path.name, f"{file.name}: {wrong}")


def _copy(archive: str, file: _File, backup: zipfile.ZipFile, out: IO[bytes]) -> None:
    digest, written = hashlib.sha256(), 0
    with _readable(archive), backup.open(file.name) as source:
        while piece := source.read(_PIECE):
            written += len(piece)
            if written > file.bytes:
                break
            digest.update(piece)
            out.write(piece)
    if written != file.bytes or digest.hexdigest() != file.sha256:
        raise BackupError(Fault.DAMAGED, archive, file.name)


def _fault(file: Path) -> str:
    """What is wrong with a file, by its kind; empty: nothing."""
    if file.suffix == ".sqlite3":
        return fault_of(file)
    if file.suffix == ".toml":
        try:
            tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except (ValueError, RecursionError) as error:
            return str(error)
    return ""


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        backup = zipfile.ZipFile(path)
    except OSError as error:
        raise BackupError(Fault.NOT_READ, str(path), error.strerror or str(error)) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BackupError(Fault.FOREIGN, path.name) from error
    with backup:
        yield backup


@contextmanager
def _readable(archive: str) -> Iterator[None]:
    """What is broken inside of a zip shows in many ways."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError(Fault.DAMAGED, archive, str(error)) from error


def _manifest(path: Path, backup: zipfile.ZipFile) -> _Manifest:
    try:
        entry = backup.getinfo(MANIFEST)
    except KeyError as error:
        raise BackupError(Fault.FOREIGN, path.name) from error
    if entry.file_size > _MOST_MANIFEST_BYTES:
        raise BackupError(Fault.TOO_LARGE, MANIFEST)
    with _readable(path.name):
        raw = backup.read(entry)
    try:
        table = json.loads(raw)
        if isinstance(table, dict) and isinstance(table.get("format"), int) and table["format"] > FORMAT:
            raise BackupError(Fault.NEWER, path.name)
        return _Manifest.model_validate(table)
    except (ValueError, RecursionError, ValidationError) as error:
        raise BackupError(Fault.DAMAGED, path.name, MANIFEST) from error
