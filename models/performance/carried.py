"""Being carried: she dangles from the hand like a pendulum, lands, shakes it off, and gets dizzy when shaken.

Also the dizziness that comes of following a cursor in circles.
"""

from __future__ import annotations

from math import exp, hypot, sin, tau

from models.performance.easing import limit, share, wave
from models.performance.pose import Around

_SWING_HZ, _DAMPING, _STEP_S = 1.1, 0.32, 1.0 / 120.0
_SHAKEN_FAST, _SHAKEN_TURNS, _SHAKEN_S = 1.0, 5, 2.2
"""So many changes of direction at this speed (window heights per second) within that time make her dizzy."""

_DIZZY_S, _DIZZY_TAU_S = 3.2, 0.4
_SHAKE_OFF_S, _SHAKE_OFF_DIZZY_S, _SHAKE_LENGTH_S, _SHAKE_HZ = 0.95, 3.9, 1.1, 3.1
_LONG_AGO_S = -1e9
_SETTLED = 0.02


class Carried:
    """What a carrying hand does to her.

    `swing_x`, `swing_y` -1..1 is how far she hangs behind the hand; `dizzy` 0..1 how dizzy she is; `shake` -1..1
    is the head's turn as she shakes it off. `grabbed` and `dropped` are true in the step in which it happens.
    """

    def __init__(self) -> None:
        self._held = False
        self._speed_x = self._speed_y = 0.0
        self._going = (0.0, 0.0)
        self._turns: tuple[float, ...] = ()
        self._dizzied_s = self._shake_s = _LONG_AGO_S
        self.swing_x = self.swing_y = self.dizzy = self.shake = 0.0
        self.grabbed = self.dropped = False

    @property
    def moving(self) -> bool:
        """Whether any of it shows."""
        swings = abs(self.swing_x) + abs(self.swing_y) + 0.1 * (abs(self._speed_x) + abs(self._speed_y))
        return swings + self.dizzy + abs(self.shake) > _SETTLED

    def step(self, at_s: float, dt_s: float, around: Around, *, circling: bool) -> None:
        """Move on by `dt_s`; `circling`: the cursor makes her dizzy."""
        self.grabbed = around.held and not self._held
        self.dropped = self._held and not around.held
        self._held = around.held
        if circling or self._shaken(at_s, around):
            self._dizzied_s = at_s
        dizzy = at_s - self._dizzied_s < _DIZZY_S
        self.dizzy += (float(dizzy) - self.dizzy) * share(dt_s, _DIZZY_TAU_S)
        if self.dropped:
            self._shake_s = at_s + (_SHAKE_OFF_DIZZY_S if dizzy else _SHAKE_OFF_S)
        self.shake = self._shake(at_s - self._shake_s) if not around.held else 0.0
        self.swing_x, self._speed_x = _swung(self.swing_x, self._speed_x, limit(around.drag_x), dt_s)
        self.swing_y, self._speed_y = _swung(self.swing_y, self._speed_y, limit(around.drag_y), dt_s)

    def _shaken(self, at_s: float, around: Around) -> bool:
        speed = (around.drag_x, around.drag_y)
        if not around.held:
            self._turns, self._going = (), (0.0, 0.0)
        elif hypot(*speed) >= _SHAKEN_FAST:
            if speed[0] * self._going[0] + speed[1] * self._going[1] < 0.0:
                self._turns = (*(turn_s for turn_s in self._turns if at_s - turn_s < _SHAKEN_S), at_s)
            self._going = speed
        return len(self._turns) >= _SHAKEN_TURNS and at_s - self._turns[-1] < _STEP_S

    @staticmethod
    def _shake(since_s: float) -> float:
        if not 0.0 <= since_s < _SHAKE_LENGTH_S:
            return 0.0
        fade = min(1.0, 6.0 * since_s) * (1.0 - since_s / _SHAKE_LENGTH_S) * exp(-since_s)
        return fade * sin(tau * _SHAKE_HZ * since_s)

    def roll(self, at_s: float) -> tuple[float, float]:
        """Where a dizzy head rolls to: x and y, -1..1."""
        return self.dizzy * wave(at_s, 1.35), self.dizzy * wave(at_s + 0.34, 1.35)


def _swung(place: float, speed: float, target: float, dt_s: float) -> tuple[float, float]:
    """An underdamped pendulum pulled to `target`, `dt_s` later, in steps short enough to be stable."""
    pull = (tau * _SWING_HZ) ** 2
    drag = 2.0 * _DAMPING * tau * _SWING_HZ
    while dt_s > 0.0:
        step_s = min(dt_s, _STEP_S)
        speed += (pull * (target - place) - drag * speed) * step_s
        place += speed * step_s
        dt_s -= step_s
    return place, speed
