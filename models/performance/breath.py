"""Her breath: deeper and slower when she is calm or sleepy, quick and shallow when she is lively or talks."""

from __future__ import annotations

from math import cos, pi

from models.performance.easing import share
from models.performance.habits import Habits

_CALM_S, _LIVELY_S = 4.9, 2.9
_SETTLE_S = 2.0
_TALKING_DEPTH = 0.6


class Breath:
    """A breath whose length and depth change only slowly."""

    def __init__(self) -> None:
        self._phase = 0.0
        self._length_s = 0.5 * (_CALM_S + _LIVELY_S)
        self._depth = 0.85

    def step(self, dt_s: float, habits: Habits, energy: float, *, talking: bool) -> float:
        """How full her chest is, 0..1, `dt_s` after the last call."""
        length_s = habits.breath_length * (_CALM_S + (_LIVELY_S - _CALM_S) * energy)
        depth = habits.breath_depth * (_TALKING_DEPTH if talking else 1.0)
        settle = share(dt_s, _SETTLE_S)
        self._length_s += (length_s - self._length_s) * settle
        self._depth += (depth - self._depth) * settle
        self._phase = (self._phase + dt_s / self._length_s) % 1.0
        return self._depth * (0.5 - 0.5 * cos(2.0 * pi * self._phase))
