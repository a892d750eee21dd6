"""When she leaves for a program that fills her monitor, and when she comes back. Pure.

One look is not believed: programs that start, change their mode or are switched through fill a monitor for a moment.
"""

from __future__ import annotations

_LOOKS = 2
"""So many looks in a row must agree."""


class StandDown:
    """Takes one look after another; `away` is what comes of them."""

    def __init__(self) -> None:
        self.away = False
        self._looks = 0

    def look(self, *, filled: bool, wanted: bool) -> bool:
        """Whether she is to be away now; `wanted` false brings her back at once."""
        if not wanted:
            self.away, self._looks = False, 0
            return False
        self._looks = self._looks + 1 if filled is not self.away else 0
        if self._looks >= _LOOKS:
            self.away, self._looks = filled, 0
        return self.away
