"""Which characters of the transcript are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.chat.rows import Row


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position: row, then character."""

    row: int
    at: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the mouse went down to where it is; empty without a start."""

    start: Place | None = None
    end: Place | None = None

    def within(self, row: int, length: int) -> tuple[int, int] | None:
        """The marked range of a row's characters."""
        if self.start is None or self.end is None:
            return None
        first, last = sorted((self.start, self.end))
        if not first.row <= row <= last.row:
            return None
        return (first.at if row == first.row else 0, last.at if row == last.row else length)

    def text(self, rows: Sequence[Row]) -> str:
        """The marked text, a line for each row."""
        pieces = list[str]()
        for number, row in enumerate(rows):
            marked = self.within(number, len(row.text))
            if marked and marked[0] < marked[1]:
                pieces.append(row.text[marked[0] : marked[1]])
        return "\n".join(pieces)
