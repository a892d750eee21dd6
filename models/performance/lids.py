"""Her lids: blinks at irregular times, now and then two in a row, quick or slow as she feels.

The lids are always somewhere on their way from open to shut and back. A blink asked for in the middle of another
turns them round where they are: they never jump, however often they are asked.
"""

from __future__ import annotations

from collections.abc import Callable

from models.performance.easing import between, smooth
from models.performance.habits import Habits

_SHUT_S, _HOLD_S, _OPEN_S = 0.07, 0.035, 0.14
_AGAIN_S = 0.12
"""They stay shut for longer when they are asked again on their way, so that they do not flutter."""

_TWICE, _TWICE_S = 0.14, 0.33
_LIVELY = 0.5


class Lids:
    """Opens and shuts the eyes."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._shut = 0.0
        """How far on the way they are: 0 open, 1 shut."""
        self._asked = self._begins = False
        self._hold_s = 0.0
        self._length = 1.0
        self._next_s: float | None = None

    @property
    def blinking(self) -> bool:
        """Whether they are on their way."""
        return self._asked or self._shut > 0.0

    def blink(self) -> None:
        """Blink now."""
        self._begins = not self.blinking
        self._hold_s = _HOLD_S if self._begins else _AGAIN_S
        self._asked = True

    def openness(
        self, at_s: float, dt_s: float, habits: Habits, energy: float, *, rarer: float, free: bool
    ) -> float:
        """How open they are, 0..1, `dt_s` after the last call.

        `rarer` stretches the time between blinks, `free` lets them begin by themselves.
        """
        self._plan(at_s, habits, rarer * (1.0 + _LIVELY * (0.5 - energy)), free=free)
        if self._begins:  # the time until now was not the blink's
            self._begins, self._length = False, habits.blink_length
        else:
            self._move(dt_s)
        return 1.0 - smooth(self._shut)

    def _plan(self, at_s: float, habits: Habits, rarer: float, *, free: bool) -> None:
        if self._next_s is None:
            self._next_s = at_s + 0.8 + self._chance()
        if at_s < self._next_s:
            return
        if not free:
            self._next_s = at_s + 0.5 + self._chance()
            return
        self.blink()
        twice = self._chance() < _TWICE
        apart_s = _TWICE_S * habits.blink_length if twice else between(self._chance, 1.9, 5.6)
        self._next_s = at_s + (apart_s if twice else rarer * habits.blink_apart * apart_s)

    def _move(self, dt_s: float) -> None:
        if self._asked:
            self._shut = min(1.0, self._shut + dt_s / (_SHUT_S * self._length))
            if self._shut == 1.0:
                self._asked = False
        elif self._hold_s > 0.0:
            self._hold_s -= dt_s / self._length
        else:
            self._shut = max(0.0, self._shut - dt_s / (_OPEN_S * self._length))
