"""The file in which memory is kept: SQLite with a write-ahead log. Blocking; one thread owns it.

What is written has been committed when a method returns, so a killed process loses nothing it was told of. Deleted
text is overwritten (`secure_delete`) and `forget` leaves none of it in the file or its log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from models.speech import Message, Role
from workers.sqlite_file import SqliteFile, aside

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, text TEXT NOT NULL,
                           role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant')));
    CREATE TABLE summary (id INTEGER PRIMARY KEY CHECK (id = 1), at REAL NOT NULL, text TEXT NOT NULL);
    CREATE TABLE withheld (id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, direction TEXT NOT NULL,
                           category TEXT NOT NULL, rule TEXT NOT NULL, text TEXT NOT NULL);
    """,
)
"""The steps of `SqliteFile`. Times are seconds since 1970, UTC."""

MOST_WITHHELD = 1000
"""Rows of `withheld` that are kept."""


@dataclass(frozen=True, slots=True)
class Page:
    """A conversation: its messages, oldest first, what came before them in short, and when the newest came."""

    messages: tuple[Message, ...]
    summary: str
    newest_at: float


class Notebook(SqliteFile):
    """Memory at `path`, or in RAM only where it is None. Raises what `SqliteFile` raises."""

    def __init__(self, path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> None:
        super().__init__(path, migrations)

    def keep(self, messages: tuple[Message, ...], summary: str, at: float) -> None:
        """Make the kept conversation read so; messages already there keep their time."""
        with self._whole():
            old = self._rows()
            dropped, same = _overlap([message for _, message in old], messages)
            gone = [(row,) for row, _ in (*old[:dropped], *old[dropped + same :])]
            new = [(at, message.role.value, message.content) for message in messages[same:]]
            self._file.executemany("DELETE FROM messages WHERE id = ?", gone)
            self._file.executemany("INSERT INTO messages (at, role, text) VALUES (?, ?, ?)", new)
            self._file.execute(
                "INSERT OR REPLACE INTO summary (id, at, text) VALUES (1, ?, ?)", (at, summary)
            )

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
        emptied = self._empty_log()
        for old in aside(self._path) if self._path else ():
            old.unlink(missing_ok=True)
        return emptied


def _overlap(old: Sequence[Message], new: Sequence[Message]) -> tuple[int, int]:
    """How many of the old fell away in front, and how many after those are how the new begin."""
    best = (0, 0)
    for dropped in range(len(old)):
        pairs = zip(old[dropped:], new, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        best = max(best, (dropped, same), key=lambda found: found[1])
    return best
