"""A file of ours in SQLite: opened, checked, taken to the newest version, and set aside where it will not do.

Blocking; one thread owns it. The log is written ahead and what is deleted is overwritten (`secure_delete`).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Generic, Literal, TypeVar

_R = TypeVar("_R")

_RETRY_S = 0.02
_BUSY_S = 2.0
_SIDES = ("", "-wal", "-shm")
_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT}
_PRIMARY = 0xFF


class NewerFileError(Exception):
    """The file was written by a newer version of the program."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether it says that the file itself is bad, not that it can't be got at."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY in _DAMAGE


class SqliteFile:
    """The file at `path`, or one in RAM where it is None.

    The n-th of the `migrations` takes a file from `user_version` n to n + 1. `synchronous`: NORMAL survives a killed
    process, FULL a power cut too.

    Raises:
        NewerFileError: the file's version is unknown here.
        sqlite3.Error: it is damaged (`is_damage`), or it can't be read or written where it is.
        OSError: its folder can't be made.
    """

    def __init__(
        self,
        path: Path | None,
        migrations: Sequence[str],
        synchronous: Literal["NORMAL", "FULL"] = "NORMAL",
    ) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = sqlite3.connect(path or ":memory:", timeout=_BUSY_S, isolation_level=None)
        try:
            self._open(migrations, synchronous)
        except BaseException:
            self._file.close()
            raise

    def _open(self, migrations: Sequence[str], synchronous: str) -> None:
        self._file.execute("PRAGMA secure_delete = ON")
        self._write_ahead()
        self._file.execute(f"PRAGMA synchronous = {synchronous}")
        [(found,)] = self._file.execute("PRAGMA quick_check(1)").fetchall()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        if self._version() > len(migrations):
            raise NewerFileError
        while (version := self._version()) < len(migrations):
            self._migrate(version, migrations[version])

    def _write_ahead(self) -> None:
        """Keep a write-ahead log. Two that begin a file at once block each other here, and SQLite does not wait."""
        until_s = time.monotonic() + _BUSY_S
        while True:
            try:
                self._file.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until_s:
                    raise
                time.sleep(_RETRY_S)
            else:
                return

    def _version(self) -> int:
        return int(self._file.execute("PRAGMA user_version").fetchone()[0])

    def _migrate(self, version: int, script: str) -> None:
        """One step, whole or not at all; another process may have taken it meanwhile."""
        with self._whole():
            if self._version() == version:
                for statement in script.split(";"):
                    self._file.execute(statement)
                self._file.execute(f"PRAGMA user_version = {version + 1}")

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is written in here is there at the end, or none of it; no other process writes meanwhile."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise

    def _empty_log(self) -> bool:
        """Move the log into the file and leave nothing in it. False: another program keeps it from being emptied."""
        busy, _, _ = self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Done with it; the last one to close empties the log."""
        self._file.close()


def aside(path: Path) -> list[Path]:
    """The files of this one that were set aside."""
    return sorted(path.parent.glob(f"{path.name}.aside*"))


def set_aside(path: Path) -> Path:
    """Move the file and what belongs to it out of the way; gives its new name. Raises OSError."""
    names = (path.with_name(f"{path.name}.aside{n}") for n in count(1))
    new = next(name for name in names if not name.exists())
    for side in _SIDES:
        old = path.with_name(path.name + side)
        if old.exists():
            old.rename(new.with_name(new.name + side))
    return new


@dataclass(frozen=True, slots=True)
class Opened(Generic[_R]):
    """What was opened. `fault` is empty where it is the old file, `old` the name of one set aside.

    A fault without `old`: what was opened is in RAM only.
    """

    file: _R
    fault: str = ""
    old: str = ""


def opened(path: Path, opener: Callable[[Path | None], _R]) -> Opened[_R]:
    """The file at `path`: a new one where that one will not do, one in RAM where none can be written."""
    try:
        return Opened(opener(path))
    except NewerFileError:
        fault = "was written by a newer version"
    except sqlite3.Error as error:
        if not is_damage(error):
            return Opened(opener(None), str(error))
        fault = "was damaged"
    except OSError as error:
        return Opened(opener(None), str(error))
    try:
        old = set_aside(path)
        return Opened(opener(path), fault, old.name)
    except (sqlite3.Error, OSError) as error:
        return Opened(opener(None), str(error))
