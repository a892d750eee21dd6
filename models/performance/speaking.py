"""Her own words: whose mouth it is, how loud she is, and the small nods that stress what she says."""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sin

from models.expression import Phase
from models.performance.easing import between, share, smooth
from models.visemes import Mouth

_TAKE_S, _GIVE_S = 0.1, 0.3
"""How long speech takes to take the mouth from the expression, and to give it back."""

_STRESS, _STRESS_APART_S, _NOD_S = 0.24, 0.5, 0.36
_LONG_AGO_S = -1e9


class Speaking:
    """`share` 0..1 is how much of the mouth is speech's, `loud` how loud she is, `nod` how deep she nods to it."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._taken = self._usual = 0.0
        self._nod_s = self._next_s = _LONG_AGO_S
        self._depth = 0.0
        self.share = self.loud = self.nod = 0.0

    def step(self, at_s: float, dt_s: float, phase: Phase, mouth: Mouth | None, energy: float) -> None:
        """Move on by `dt_s`.

        The mouth is speech's while she sounds and in her pauses, and the expression's again afterwards.
        """
        if mouth is not None or (phase is Phase.SPEAKING and self._taken > 0.0):
            self._taken = min(1.0, self._taken + dt_s / _TAKE_S)
        else:
            self._taken = max(0.0, self._taken - dt_s / _GIVE_S)
        self.share = smooth(self._taken)
        sound = 0.0 if mouth is None else mouth.open
        self.loud += (sound - self.loud) * share(dt_s, 0.09 if sound > self.loud else 0.22)
        self._usual += (sound - self._usual) * share(dt_s, 0.6)
        if self.loud - self._usual > _STRESS and at_s >= self._next_s:
            self._nod_s = at_s
            self._next_s = at_s + _STRESS_APART_S + between(self._chance, 0.0, 0.7)
            self._depth = between(self._chance, 0.5, 1.0) * (0.6 + 0.8 * energy)
        since_s = at_s - self._nod_s
        self.nod = self._depth * sin(pi * since_s / _NOD_S) ** 2 if since_s < _NOD_S else 0.0
