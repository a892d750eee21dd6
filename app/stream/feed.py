"""The lines of the feed: by id and by place, the newest few hundred, those a filter lets through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum

from app.stream import row as rows
from app.stream.row import Fonts, Row
from models.stream.entry import Entry, Fate
from models.stream.happening import StreamKind

LIMIT = 500


class Filter(StrEnum):
    """Which happenings are shown."""

    ALL = "all"
    ANSWERED = "answered"
    MONEY = "money"
    CHAT = "chat"


_PASSES: dict[Filter, Callable[[Entry], bool]] = {
    Filter.ALL: lambda _entry: True,
    Filter.ANSWERED: lambda entry: entry.fate in {Fate.ANSWERED, Fate.ANSWERING},
    Filter.MONEY: lambda entry: entry.happening.kind in {StreamKind.DONATION, StreamKind.SUB},
    Filter.CHAT: lambda entry: entry.happening.kind is StreamKind.CHAT,
}


class Feed:
    """Rows oldest first, measured for one width and font at a time; y is in logical pixels from the top."""

    def __init__(self) -> None:
        self.shown: list[Row] = []
        self._rows: dict[str, Row] = {}
        self._tops: list[float] = []
        self._filter = Filter.ALL
        self._width = 0.0
        self._fonts: Fonts | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def height(self) -> float:
        """Of all rows together."""
        return self._tops[-1] + self.shown[-1].height if self.shown else 0.0

    @property
    def fonts(self) -> Fonts | None:
        """What it is measured with."""
        return self._fonts

    def top(self, number: int) -> float:
        """Where a row begins."""
        return self._tops[number]

    def at(self, y: float) -> int:
        """The row at a height, or the nearest to it; -1 when there are none."""
        return min(len(self.shown) - 1, max(0, bisect_right(self._tops, y) - 1))

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """The rows that reach into a range of heights."""
        for number in range(max(0, self.at(top)), len(self.shown)):
            if self._tops[number] >= bottom:
                return
            yield number

    def number_of(self, happening_id: str) -> int:
        """The place of a happening among those shown; -1 when it is not."""
        return next((n for n, row in enumerate(self.shown) if row.entry.happening.id == happening_id), -1)

    def choose(self, chosen: Filter) -> None:
        """Show what a filter lets through."""
        self._filter = chosen
        self._arrange()

    def measure(self, width: float, fonts: Fonts) -> None:
        """Lay out everything anew."""
        self._width, self._fonts = width, fonts
        for row in self._rows.values():
            row.layout = None
        self._arrange()

    def take(self, entries: dict[str, tuple[Entry, str]]) -> None:
        """Add entries (with their time in words) or replace those with their id; forget the oldest over the limit."""
        for key, (entry, at) in entries.items():
            row = self._rows.get(key)
            if row is None:
                self._rows[key] = Row(entry, at)
            elif row.entry != entry:
                row.entry, row.layout = entry, None
        for key in list(self._rows)[: max(0, len(self._rows) - LIMIT)]:
            del self._rows[key]
        self._arrange()

    def _arrange(self) -> None:
        passes = _PASSES[self._filter]
        self.shown = [row for row in self._rows.values() if passes(row.entry)]
        self._tops = []
        top = 0.0
        for row in self.shown:
            if row.layout is None and self._fonts is not None:
                rows.lay_out(row, self._width, self._fonts)
            self._tops.append(top)
            top += row.height
