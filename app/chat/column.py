"""The column of rows.

Every line in order, its height and place; only those painted last keep a layout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from PySide6.QtGui import QFont

from app.chat import rows
from app.chat.rows import Row
from app.chat.values import HERS
from models.commands import Show

LIMIT, TRIM = 1_000, 100
"""Lines kept, and how many of the oldest go at once."""

KEPT_LAYOUTS = 60


class Column:
    """Rows by key and by place.

    Measured for one width and font at a time; y is in logical pixels from its top.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._index: dict[str, Row] = {}
        self._tops: list[float] = []
        self._laid: deque[Row] = deque()
        self._width = 0.0
        self._font = QFont()

    @property
    def height(self) -> float:
        """Of all rows together."""
        return self._tops[-1] + self.rows[-1].height if self.rows else 0.0

    def top(self, number: int) -> float:
        """Where a row begins."""
        return self._tops[number]

    def at(self, y: float) -> int:
        """The row at a height, or the nearest to it; -1 when there are none."""
        return min(len(self.rows) - 1, max(0, bisect_right(self._tops, y) - 1))

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """The rows that reach into a range of heights, ready to be painted."""
        for number in range(max(0, self.at(top)), len(self.rows)):
            if self._tops[number] >= bottom:
                return
            self.ready(number)
            yield number

    def ready(self, number: int) -> Row:
        """A row with its layout."""
        row = self.rows[number]
        if row.layout is None:
            self._lay(row)
        return row

    def ends_group(self, number: int) -> bool:
        """Whether the next row is not hers."""
        return number + 1 == len(self.rows) or self.rows[number + 1].who != HERS

    def measure(self, width: float, font: QFont) -> None:
        """Lay out everything anew."""
        self._width, self._font = width, font
        for row in self.rows:
            self._lay(row)
        self._place(0)

    def take(self, line: Show) -> Row | None:
        """Add, replace or (empty and final) remove a line.

        The row that came or changed, None when none did.
        """
        row = self._index.get(line.key)
        if not line.text:
            if row is not None and line.final:
                self._remove(row)
            return None
        if row is not None and (row.text, row.final) == (line.text, line.final):
            return None
        if row is None:
            row = Row(line.key, line.who, line.text, line.final)
            self._index[line.key] = row
            self.rows.append(row)
            self._trim()
            at = len(self.rows) - 1
            self._join(at)
        else:
            row.text, row.final = line.text, line.final
            at = self._find(row)
        self._lay(row)
        self._place(at)
        return row

    def clear(self) -> None:
        """Remove every row."""
        for part in (self.rows, self._index, self._tops, self._laid):
            part.clear()

    def _lay(self, row: Row) -> None:
        if row.layout is None:
            self._laid.append(row)
            if len(self._laid) > KEPT_LAYOUTS:
                self._laid.popleft().layout = None
        rows.lay_out(row, self._width, self._font)

    def _join(self, at: int) -> None:
        if at < len(self.rows):
            self.rows[at].joined = at > 0 and self.rows[at - 1].who == self.rows[at].who

    def _place(self, start: int) -> None:
        del self._tops[start:]
        top = self._tops[-1] + self.rows[start - 1].height if start else 0.0
        for row in self.rows[start:]:
            self._tops.append(top)
            top += row.height

    def _find(self, row: Row) -> int:
        return next(number for number in range(len(self.rows) - 1, -1, -1) if self.rows[number] is row)

    def _remove(self, row: Row) -> None:
        at = self._find(row)
        del self.rows[at], self._index[row.key]
        if at < len(self.rows):
            self._join(at)
            self._lay(self.rows[at])
        self._place(at)

    def _trim(self) -> None:
        if len(self.rows) <= LIMIT:
            return
        for row in self.rows[:TRIM]:
            del self._index[row.key]
        del self.rows[:TRIM]
        self._join(0)
        self._lay(self.rows[0])
        self._place(0)
