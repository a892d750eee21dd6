"""Which motion of the model to start: one-shots when asked for, idle motions with rests between them.

The model keeps the last values of a finished motion, so an idle motion follows every one-shot at once and takes them
back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf

from models.expression import Phase
from models.performance.easing import between, draw
from models.performance.habits import Habits

_PLAIN_GROUPS = ("Idle", "idle")
_FELT_SHARE = 0.65
"""The share of idle motions that are the feeling's own, where the model has some."""

_REST_S, _TALKING = (16.0, 42.0), 0.5
_FIDGET_S, _SLEEPY_FIDGET_S = (45.0, 110.0), (20.0, 50.0)
_SOON_S = (0.6, 2.5)
_REMEMBERED = 3

IdleMotion = tuple[str, int]
"""A group and the number of a motion in it."""


class Motions:
    """Chooses motions. `idle` counts the model's idle motions by group, `motions` names its one-shot groups.

    `resting`: no motion plays; `one_shot`: the one that plays is not an idle one; `playing`: its group.
    """

    def __init__(self, chance: Callable[[], float], idle: Mapping[str, int], motions: frozenset[str]) -> None:
        self._chance = chance
        self._idle = {group: count for group, count in idle.items() if count > 0}
        self._motions = motions
        self._asked = self._kept_up = ""
        self._recent: tuple[IdleMotion, ...] = ()
        self._rest_until_s = 0.0
        self._fidget_s = inf
        self._fidgets: tuple[str, ...] = ()
        self.resting = self.one_shot = False
        self._to_take_back = False
        self.playing = ""

    def ask(self, *names: str) -> str:
        """Start the first of these groups that the model has with the next frame; the answer is which."""
        found = next((name for name in names if name in self._motions), "")
        self._asked = found or self._asked
        return found

    def keep_up(self, *names: str) -> None:
        """Play the first of these that the model has, and again when it is over, until told otherwise."""
        self._kept_up = next((name for name in names if name in self._motions), "")
        if self._kept_up:
            self._asked = self._kept_up

    def let_be(self) -> None:
        """Keep nothing up any more."""
        self._kept_up = ""

    def stay(self, at_s: float, habits: Habits) -> None:
        """Something happened: no fidgeting for a while."""
        span_s = _SLEEPY_FIDGET_S if "Yawn" in habits.fidgets[:1] and habits.idle else _FIDGET_S
        self._fidget_s = at_s + between(self._chance, *span_s)

    def feel(self, at_s: float, habits: Habits) -> None:
        """The feeling changed: show it soon, if the model has idle motions for it."""
        self.stay(at_s, habits)
        if habits.idle in self._idle:
            self._rest_until_s = min(self._rest_until_s, at_s + between(self._chance, *_SOON_S))

    def choose(
        self, at_s: float, phase: Phase, habits: Habits, energy: float, *, over: bool, calm: bool = False
    ) -> tuple[str, IdleMotion | None]:
        """A one-shot group or "", and an idle motion or None, to start now.

        `over`: no motion is playing. `calm`: nothing begins but what was asked for, and what takes it back.
        """
        if phase is Phase.IDLE and at_s >= self._fidget_s and not calm:
            self.stay(at_s, habits)
            fidgets = dict.fromkeys((name for name in habits.fidgets if name in self._motions), 1.0)
            name = draw(fidgets, self._fidgets, self._chance) or ""
            self._fidgets = (name,)
            self.ask(name)
        if over and self._kept_up:
            self._asked = self._asked or self._kept_up
        if self._asked:
            self.playing, self._asked = self._asked, ""
            self.resting, self.one_shot = False, True
            return self.playing, None
        if not over:
            self.resting = False
            return "", None
        if not self.resting:
            at_once = self.one_shot or not self._recent
            self._to_take_back = self.one_shot
            self._rest_until_s = at_s if at_once else at_s + self._rest_s(phase, habits, energy)
            self.resting, self.one_shot = True, False
        if at_s < self._rest_until_s or not self._idle or (calm and not self._to_take_back):
            return "", None
        self.resting = False
        return "", self._draw(habits)

    def _rest_s(self, phase: Phase, habits: Habits, energy: float) -> float:
        pace = habits.rest * (1.45 - 0.9 * energy) * (_TALKING if phase is Phase.SPEAKING else 1.0)
        return pace * between(self._chance, *_REST_S)

    def _draw(self, habits: Habits) -> IdleMotion | None:
        """An idle motion: the feeling's own more often than a plain one."""
        plain = next((group for group in _PLAIN_GROUPS if group in self._idle), "")
        groups = {habits.idle: _FELT_SHARE, plain: 1.0 - _FELT_SHARE}
        options = {
            (group, n): weight / self._idle[group]
            for group, weight in groups.items()
            if group in self._idle
            for n in range(self._idle[group])
        }
        chosen = draw(options, self._recent, self._chance)
        if chosen is not None:
            self._recent = (*self._recent, chosen)[-_REMEMBERED:]
            self.playing = chosen[0]
        return chosen
