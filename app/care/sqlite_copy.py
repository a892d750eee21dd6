"""A copy of an SQLite file that is in use, by SQLite's own backup, and whether a file is a whole one."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_BUSY_S = 5.0


def copied(path: Path) -> bytes:
    """The file as it is at this moment, in one piece. Raises `OSError` when it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="vesper-copy-") as folder:
        target = Path(folder) / path.name
        try:
            with (
                closing(
                    sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)
                ) as source,
                closing(sqlite3.connect(target)) as copy,
            ):
                source.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            message = f"{path.name}: {error}"
            raise OSError(message) from error
        return target.read_bytes()


def fault_of(path: Path) -> str:
    """What is wrong with an SQLite file; empty for a whole one."""
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return "it is no SQLite file"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
            [(found,)] = opened.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.Error as error:
        return str(error)
    return "" if found == "ok" else str(found)
