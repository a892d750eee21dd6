"""Her mood: three numbers that fade with time, and what the kinds of events add to them.

The effects of stream events, the decay and the two thresholds are the product's tables; what her own person says
and does to her moves her too, a little. Which event moves her how is in `models.feelings`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from models.stream.happening import StreamKind

DECAY_STEP_S = 30.0
ENERGY_DECAY, ENERGY_FLOOR = 2.0, 10.0
ENGAGEMENT_DECAY, ENGAGEMENT_FLOOR = 1.0, 5.0
SLEEPY_ENGAGEMENT, SLEEPY_ENERGY = 15.0, 25.0
IDLE_ENGAGEMENT = 20.0


@dataclass(frozen=True, slots=True)
class Effect:
    """What something adds to a mood, in points."""

    positivity: float = 0.0
    engagement: float = 0.0
    energy: float = 0.0

    def times(self, factor: float) -> Effect:
        """The same effect, so many times."""
        return Effect(self.positivity * factor, self.engagement * factor, self.energy * factor)


EFFECTS: dict[StreamKind, Effect] = {
    StreamKind.CHAT: Effect(0, 3, 1),
    StreamKind.FOLLOW: Effect(8, 10, 5),
    StreamKind.SUB: Effect(12, 15, 10),
    StreamKind.RAID: Effect(15, 20, 15),
    StreamKind.DONATION: Effect(12, 15, 10),
    StreamKind.ALERT: Effect(0, 8, 5),
    StreamKind.CUSTOM: Effect(0, 8, 5),
}
"""By kind of stream event; a sub counts once per tier (1 to 3), a raid `min(3, viewers / 10)` times."""

TALK = Effect(0, 8, 5)
"""Being spoken to by her own person, in voice or writing."""
TOUCH = Effect(2, 4, 3)
"""Being touched."""
WORDS = 8.0
"""Points of positivity for the kindest words said to her; as many are lost to the harshest."""


class Rest(StrEnum):
    """What a mood makes of a moment in which nothing happens."""

    AWAKE = "awake"
    IDLE = "idle"
    SLEEPY = "sleepy"


@dataclass(frozen=True, slots=True)
class Mood:
    """Energy, positivity and engagement, each 0 to 100. `decayed_s` is when time last took its share."""

    energy: float = 50.0
    positivity: float = 60.0
    engagement: float = 30.0
    decayed_s: float | None = None

    @property
    def rest(self) -> Rest:
        """Sleepy, idle or awake, by the product's thresholds."""
        if self.engagement < SLEEPY_ENGAGEMENT and self.energy < SLEEPY_ENERGY:
            return Rest.SLEEPY
        return Rest.IDLE if self.engagement < IDLE_ENGAGEMENT else Rest.AWAKE

    def at(self, at_s: float) -> Mood:
        """The mood when it is `at_s`, nothing having happened.

        A time before the last one changes nothing, nor does 0, which is that of an event without a time.
        """
        if at_s <= 0.0:
            return self
        if self.decayed_s is None:
            return replace(self, decayed_s=at_s)
        steps = int(max(0.0, at_s - self.decayed_s) // DECAY_STEP_S)
        if not steps:
            return self
        return replace(
            self,
            energy=_decayed(self.energy, ENERGY_DECAY * steps, ENERGY_FLOOR),
            engagement=_decayed(self.engagement, ENGAGEMENT_DECAY * steps, ENGAGEMENT_FLOOR),
            decayed_s=self.decayed_s + DECAY_STEP_S * steps,
        )

    def moved(self, effect: Effect) -> Mood:
        """The mood with an effect added, each number kept within 0 and 100."""
        return replace(
            self,
            energy=_clamped(self.energy + effect.energy),
            positivity=_clamped(self.positivity + effect.positivity),
            engagement=_clamped(self.engagement + effect.engagement),
        )


def _clamped(points: float) -> float:
    return min(100.0, max(0.0, points))


def _decayed(points: float, by: float, floor: float) -> float:
    """Decay stops at the floor; what is below it already stays."""
    return max(points - by, min(points, floor))
