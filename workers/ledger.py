"""The ledger: what was paid for and has not been answered yet, in a file of its own. Blocking; one thread owns it.

What `owe` has called new is on the disk: a killed process or a power cut loses none of it. Where nothing can be written
it is kept in RAM, tried again with every call, and `notice` says so. What has been settled is forgotten but for its
id, its kind and a fingerprint of the name, by which a second telling of it is known for `KEPT_S`.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path

from models.stream.happening import Happening, Origin, Standing, StreamKind
from workers.sqlite_file import SqliteFile, opened

_log = logging.getLogger(__name__)

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE owed (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
                       at REAL NOT NULL, same TEXT NOT NULL, told TEXT NOT NULL, settled REAL);
    CREATE INDEX owed_same ON owed (same, at);
    CREATE INDEX owed_open ON owed (n) WHERE settled IS NULL;
    """,
)
"""The steps of `SqliteFile`. `at`: receipt, `settled`: its end, in seconds since 1970; `told` is empty from then on."""

SAME_S = 10.0
"""One sub or raid may come by two paths, this far apart at most."""
KEPT_S = 7 * 86_400.0
"""How long what was settled is still known."""
_PURGE_EVERY_S = 3600.0
_TWO_PATHS = frozenset({StreamKind.SUB, StreamKind.RAID})


class Ledger:
    """The ledger at `path`, or in RAM only where it is None. `now` gives the wall clock in seconds since 1970.

    A damaged file, or one of a newer version, is set aside and a new one begun; see `notice`.
    """

    def __init__(self, path: Path | None, now: Callable[[], float]) -> None:
        self._now = now
        self._opening = ""
        self._failing = ""
        self._unwritten: dict[str, tuple[Happening, float]] = {}
        self._unsettled: dict[str, None] = {}
        self._purged_at = float("-inf")
        if path is None:
            self._rows = _Rows(None)
            return
        found = opened(path, _Rows)
        self._rows = found.file
        if found.old:
            self._opening = (
                f"The list of unanswered donations {found.fault}. It was set aside as {found.old}."
            )
        elif found.fault:
            self._opening = _unkept(found.fault)

    @property
    def notice(self) -> str:
        """What the user should know about the file now; empty when all is well."""
        return self._failing or self._opening

    def owe(self, happening: Happening) -> bool:
        """Write it down. True: it is new, and on the disk now. False: it is known already.

        Known is an id that was told before, and a sub or raid by the same name within `SAME_S` of another's receipt;
        subs given to others are told one by one and known by their ids alone.
        """
        return bool(self.owe_all((happening,)))

    def owe_all(self, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        """Write all down at once; gives the new ones."""
        now = self._now()
        told = [happening for happening in happenings if not self._waits_unwritten(happening, now)]
        try:
            self._catch_up(now)
            return self._rows.add(told, now)
        except sqlite3.Error as error:
            self._fail(error)
        new = []
        for happening in told:
            if not self._waits_unwritten(happening, now) and not self._is_known(happening, now):
                self._unwritten[happening.id] = (happening, now)
                new.append(happening)
        return tuple(new)

    def settle(self, ids: Iterable[str]) -> None:
        """These have been answered for good. Ids that are not known here are no concern of it."""
        asked = dict.fromkeys(ids)
        if not asked:
            return
        now = self._now()
        try:
            self._catch_up(now)
            self._rows.settle(tuple(asked), now)
        except sqlite3.Error as error:
            self._fail(error)
            self._unsettled |= asked

    def owed(self) -> tuple[Happening, ...]:
        """What has not been settled, oldest first."""
        try:
            rows = self._rows.open()
        except sqlite3.Error as error:
            self._fail(error)
            rows = ()
        late = (replace(happening, origin=Origin.OWED) for happening, _ in self._unwritten.values())
        return tuple(happening for happening in (*rows, *late) if happening.id not in self._unsettled)

    def close(self) -> None:
        """Done with it."""
        try:
            self._catch_up(self._now())
        except sqlite3.Error as error:
            self._fail(error)
        self._rows.close()

    def _catch_up(self, now: float) -> None:
        """Write what could not be written before, and drop what is too old to come again."""
        if self._unwritten:
            for happening, at in self._unwritten.values():
                self._rows.add((happening,), at)
            self._unwritten.clear()
        if self._unsettled:
            self._rows.settle(tuple(self._unsettled), now)
            self._unsettled.clear()
        if not -_PURGE_EVERY_S < now - self._purged_at < _PURGE_EVERY_S:
            self._rows.purge(now - KEPT_S)
            self._purged_at = now
        self._failing = ""

    def _waits_unwritten(self, happening: Happening, now: float) -> bool:
        same = _same(happening)
        return happening.id in self._unwritten or any(
            same and same == _same(other) and abs(now - at) <= SAME_S
            for other, at in self._unwritten.values()
        )

    def _is_known(self, happening: Happening, now: float) -> bool:
        try:
            return self._rows.knows(happening, now)
        except sqlite3.Error:
            return False

    def _fail(self, error: sqlite3.Error) -> None:
        _log.warning("ledger: %s", error)
        self._failing = _unkept(str(error))


class _Rows(SqliteFile):
    """The file itself."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path, MIGRATIONS, "FULL")

    def add(self, happenings: Iterable[Happening], at: float) -> tuple[Happening, ...]:
        """Write down the ones that are new; gives them."""
        new = []
        with self._whole():
            for happening in happenings:
                if not self.knows(happening, at):
                    row = (_safe(happening.id), happening.kind.value, at, _same(happening), _told(happening))
                    self._file.execute(
                        "INSERT INTO owed (id, kind, at, same, told) VALUES (?, ?, ?, ?, ?)", row
                    )
                    new.append(happening)
        return tuple(new)

    def knows(self, happening: Happening, at: float) -> bool:
        """Whether it was told before."""
        asked = (_safe(happening.id), _same(happening), at - SAME_S, at + SAME_S)
        found = self._file.execute(
            "SELECT 1 FROM owed WHERE id = ?1 OR (?2 <> '' AND same = ?2 AND at BETWEEN ?3 AND ?4) LIMIT 1",
            asked,
        )
        return found.fetchone() is not None

    def settle(self, ids: Iterable[str], at: float) -> None:
        """Erase what they told, from the log as well."""
        rows = [(at, _safe(id_)) for id_ in ids]
        with self._whole():
            before = self._file.total_changes
            self._file.executemany(
                "UPDATE owed SET settled = ?, told = '' WHERE id = ? AND settled IS NULL", rows
            )
            changed = self._file.total_changes > before
        if changed:
            self._empty_log()

    def open(self) -> tuple[Happening, ...]:
        """What has not been settled, oldest first."""
        rows = self._file.execute("SELECT told FROM owed WHERE settled IS NULL ORDER BY n").fetchall()
        return tuple(_read(told) for (told,) in rows)

    def purge(self, before: float) -> None:
        """Drop what was settled before then."""
        self._file.execute("DELETE FROM owed WHERE settled < ?", (before,))


def _unkept(why: str) -> str:
    return (
        f"Donations, subs and raids can't be written down on this disk ({why}). Until they can, those that are "
        "waiting for an answer are lost if Vesper is closed."
    )


def _safe(id_: str) -> str:
    """The id as SQLite takes it: a lone surrogate is no text to it."""
    return id_.encode("utf-8", "backslashreplace").decode()


def _same(happening: Happening) -> str:
    """What the same thing has in common when it comes by another path; empty for what has one path only."""
    if happening.kind not in _TWO_PATHS or happening.gifts or not happening.who:
        return ""
    name = f"{happening.kind} {_safe(happening.who).casefold()}"
    return blake2b(name.encode(), digest_size=16).hexdigest()


def _told(happening: Happening) -> str:
    return json.dumps(asdict(happening))


def _read(told: str) -> Happening:
    fields = json.loads(told)
    return Happening(
        **fields
        | {
            "kind": StreamKind(fields["kind"]),
            "standing": Standing(fields["standing"]),
            "origin": Origin.OWED,
            "data": tuple((str(key), str(value)) for key, value in fields["data"]),
        }
    )
