"""Where she looks and how head and body go along: eyes dart, the head follows, the body comes last."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, pi, sin

from models.expression import Phase
from models.performance.cursor import Cursor
from models.performance.easing import between, share, wave
from models.performance.pose import Around

_SIDES = 0.5
_ASIDE = 0.25
"""How often she glances aside while she speaks."""

_RIGHT = 0.6
_HOME = 0.5
"""How often she looks at the user when she looks about."""

_NOD_S, _NOD_DEG = 0.55, 5.0
_LISTENING_EARS, _PERKED_EARS = 0.55, 0.8
_SETTLED = 0.03
_FIXED, _FIXED_S = 0.025, (0.5, 2.2)
"""Eyes never rest quite still: so far do they stray, for so long."""


class Look:
    """Chooses what to look at and turns there."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._want_x = self._want_y = self._want_tilt = self._want_ears = 0.0
        self._stray_x = self._stray_y = 0.0
        self._next_s = self._next_nod_s = self._next_stray_s = 0.0
        self._nod_s = -inf
        self.eye_x = self.eye_y = self.head_x = self.head_y = self.body_x = self.tilt = self.ears = 0.0
        self.lean_x = self.lean_y = self.lean_z = self.nod = 0.0

    def turn_to(self, phase: Phase, at_s: float) -> None:
        """A new phase: look anew, nod while listening."""
        self._next_s = at_s
        self._next_nod_s = at_s + between(self._chance, 1.0, 2.0) if phase is Phase.LISTENING else inf

    def choose(self, at_s: float, around: Around, cursor: Cursor, phase: Phase, energy: float) -> None:
        """Choose what to look at: the hand that holds her, the cursor if she is free, else as the phase has it."""
        self._want_ears = _LISTENING_EARS if phase is Phase.LISTENING else 0.0
        if around.held or (phase is Phase.IDLE and cursor.interesting):
            self._want_x, self._want_y = _towards(around.cursor_x), _towards(around.cursor_y)
            self._want_tilt = -4.0 * self._want_x
            self._want_ears = max(self._want_ears, _PERKED_EARS * cursor.perked)
            self._next_s = at_s + 1.0
        elif at_s >= self._next_s:
            self._next_s = at_s + self._look_anew(phase, energy)
        if at_s >= self._next_stray_s:
            self._next_stray_s = at_s + self._between(*_FIXED_S)
            self._stray_x, self._stray_y = self._between(-_FIXED, _FIXED), self._between(-_FIXED, _FIXED)

    def _look_anew(self, phase: Phase, energy: float) -> float:
        """Choose a direction for a phase; the answer is for how long, in seconds."""
        between, chance = self._between, self._chance()
        match phase:
            case Phase.LISTENING:  # at the user, head on one side
                self._want_x, self._want_y = between(-0.06, 0.06), between(-0.02, 0.08)
                self._want_tilt = 7.0 if chance < _SIDES else -7.0
                return between(2.5, 5.0)
            case Phase.THINKING:  # up and away, now and then to the other side
                self._want_x, self._want_y = (0.55 if chance < _RIGHT else -0.5), between(0.35, 0.7)
                self._want_tilt = 5.0 * self._want_x
                return between(1.2, 2.6)
            case Phase.SPEAKING:  # at the user, with a glance aside now and then
                away = chance < _ASIDE
                self._want_x = between(-0.55, 0.55) if away else between(-0.12, 0.12)
                self._want_y = between(-0.15, 0.35) if away else between(-0.04, 0.08)
                self._want_tilt = between(-6.0, 6.0)
                return between(0.5, 0.9) if away else between(0.8, 2.2)
            case _:  # idle: about the desktop, and back to the user
                home = chance < _HOME
                self._want_x = 0.0 if home else between(-0.75, 0.75)
                self._want_y = 0.0 if home else between(-0.35, 0.4)
                self._want_tilt = between(-3.0, 3.0)
                return between(3.5, 10.0) * (1.5 - energy)

    def follow(self, at_s: float, dt_s: float, speaking: float) -> bool:
        """Move on by `dt_s`; true while it shows. `speaking` 0..1 is how much she sways with her own words."""
        eyes, head, body = share(dt_s, 0.055), share(dt_s, 0.26), share(dt_s, 0.6)
        self.eye_x += (self._want_x + self._stray_x - self.eye_x) * eyes
        self.eye_y += (self._want_y + self._stray_y - self.eye_y) * eyes
        self.head_x += (self._want_x - self.head_x) * head
        self.head_y += (self._want_y - self.head_y) * head
        self.body_x += (self._want_x - self.body_x) * body
        self.tilt += (self._want_tilt - self.tilt) * share(dt_s, 0.45)
        self.ears += (self._want_ears - self.ears) * share(dt_s, 0.16)
        sway = share(dt_s, 0.3)
        self.lean_x += (4.0 * speaking * wave(at_s, 2.9) - self.lean_x) * sway
        self.lean_y += (2.0 * speaking * wave(at_s, 1.9) - self.lean_y) * sway
        self.lean_z += (5.0 * speaking * wave(at_s, 3.7) - self.lean_z) * sway
        self._nod(at_s)
        left = abs(self._want_x - self.head_x) + abs(self._want_y - self.head_y)
        left += 0.05 * abs(self._want_tilt - self.tilt) + abs(self._want_ears - self.ears)
        return left + self.nod > _SETTLED

    def _nod(self, at_s: float) -> None:
        if at_s >= self._next_nod_s:
            self._nod_s = at_s
            self._next_nod_s = at_s + self._between(2.4, 5.2)
        since_s = at_s - self._nod_s
        self.nod = _NOD_DEG * sin(pi * since_s / _NOD_S) ** 2 if since_s < _NOD_S else 0.0

    def _between(self, low: float, high: float) -> float:
        return between(self._chance, low, high)


def _towards(offset: float) -> float:
    """Where the eyes turn for something `offset` window heights aside: ever less the further it is."""
    return offset / (0.35 + abs(offset))
