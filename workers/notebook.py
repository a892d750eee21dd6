"""The file in which memory is kept: SQLite with a write-ahead log. Blocking; one thread owns it.

What is written has been committed when a method returns, so a killed process loses nothing it was told of. Deleted
text is overwritten (`secure_delete`) and `forget` leaves none of it in the file or its log.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path

from models.speech import Message, Role

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, text TEXT NOT NULL,
                           role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant')));
    CREATE TABLE summary (id INTEGER PRIMARY KEY CHECK (id = 1), at REAL NOT NULL, text TEXT NOT NULL);
    CREATE TABLE withheld (id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, direction TEXT NOT NULL,
                           category TEXT NOT NULL, rule TEXT NOT NULL, text TEXT NOT NULL);
    """,
)
"""The n-th takes a file from `user_version` n to n + 1. Times are seconds since 1970, UTC."""

_RETRY_S = 0.02
_BUSY_S = 2.0
MOST_WITHHELD = 1000
"""Rows of `withheld` that are kept."""
_SIDES = ("", "-wal", "-shm")


_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT}
_PRIMARY = 0xFF


class NewerFileError(Exception):
    """The file was written by a newer version of the program."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether it says that the file itself is bad, not that it can't be got at."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY in _DAMAGE


@dataclass(frozen=True, slots=True)
class Page:
    """A conversation: its messages, oldest first, what came before them in short, and when the newest came."""

    messages: tuple[Message, ...]
    summary: str
    newest_at: float


class Notebook:
    """Memory at `path`, or in RAM only where it is None.

    Raises:
        NewerFileError: the file's version is unknown here.
        sqlite3.Error: it is damaged (`is_damage`), or it can't be read or written where it is.
        OSError: its folder can't be made.
    """

    def __init__(self, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = sqlite3.connect(path or ":memory:", timeout=_BUSY_S, isolation_level=None)
        try:
            self._open(migrations)
        except BaseException:
            self._file.close()
            raise

    def _open(self, migrations: Sequence[str]) -> None:
        self._file.execute("PRAGMA secure_delete = ON")
        self._write_ahead()
        self._file.execute("PRAGMA synchronous = NORMAL")
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
        self._file.execute("BEGIN IMMEDIATE")
        try:
            if self._version() == version:
                for statement in script.split(";"):
                    self._file.execute(statement)
                self._file.execute(f"PRAGMA user_version = {version + 1}")
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    def keep(self, messages: tuple[Message, ...], summary: str, at: float) -> None:
        """Make the kept conversation read so; messages already there keep their time."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            old = self._rows()
            dropped, same = _overlap([message for _, message in old], messages)
            gone = [(row,) for row, _ in (*old[:dropped], *old[dropped + same :])]
            new = [(at, message.role.value, message.content) for message in messages[same:]]
            self._file.executemany("DELETE FROM messages WHERE id = ?", gone)
            self._file.executemany("INSERT INTO messages (at, role, text) VALUES (?, ?, ?)", new)
            self._file.execute(
                "INSERT OR REPLACE INTO summary (id, at, text) VALUES (1, ?, ?)", (at, summary)
            )
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    def withhold(self, row: tuple[float, str, str, str, str]) -> None:
        """Something was kept from her or from the world: when, direction, category, rule, text."""
        self._file.execute(
            "INSERT INTO withheld (at, direction, category, rule, text) VALUES (?, ?, ?, ?, ?)", row
        )
        self._file.execute(
            "DELETE FROM withheld WHERE id <= (SELECT max(id) FROM withheld) - ?", (MOST_WITHHELD,)
        )

    def page(self) -> Page | None:
        """The kept conversation; None when there is none."""
        messages = tuple(message for _, message in self._rows())
        summary = self._file.execute("SELECT text, at FROM summary").fetchone() or ("", 0.0)
        if not messages and not summary[0]:
            return None
        newest = self._file.execute("SELECT at FROM messages ORDER BY id DESC LIMIT 1").fetchone()
        return Page(messages, summary[0], newest[0] if newest else summary[1])

    def _rows(self) -> list[tuple[int, Message]]:
        rows = self._file.execute("SELECT id, role, text FROM messages ORDER BY id").fetchall()
        return [(row, Message(Role(role), text)) for row, role, text in rows]

    def forget(self) -> bool:
        """Erase everything, the files set aside included. False: another program keeps the log from being emptied."""
        for table in ("messages", "summary", "withheld"):
            self._file.execute(f"DELETE FROM {table}")  # noqa: S608  # our names
        self._file.execute("VACUUM")
        busy, _, _ = self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        for old in aside(self._path) if self._path else ():
            old.unlink(missing_ok=True)
        return not busy

    def close(self) -> None:
        """Done with it; the last one to close empties the log."""
        self._file.close()


def _overlap(old: Sequence[Message], new: Sequence[Message]) -> tuple[int, int]:
    """How many of the old fell away in front, and how many after those are how the new begin."""
    best = (0, 0)
    for dropped in range(len(old)):
        pairs = zip(old[dropped:], new, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        best = max(best, (dropped, same), key=lambda found: found[1])
    return best


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
