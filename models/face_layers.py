"""What her face is made of: a moment, and the layers that things lay over it, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from models.expression import Expression, Phase
from models.mood import Mood

TOUCHY = 45.0
"""Positivity below which little annoys her."""
HIGH_POSITIVITY = 75.0
"""Positivity from which she is bright."""


class Strength(IntEnum):
    """What it takes to replace a face before its time."""

    REST = 0
    CHAT = 1
    TONE = 2
    NEWS = 3
    WORDS = 4
    MOMENT = 5
    HINT = 6
    HAND = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """What is the case now; all texts empty: nothing new, time passes.

    `said` was just said to her; `saying` is the clause she says now or, in another phase than speaking, has just
    said; `hint` is the face its writer asked for. `event` is "touched:Head", "touched:Body", "touched:Tail",
    "grabbed", "dropped", "raid", "sub", "follow", "donation", "alert", "custom", "chat:<id>"
    or "asked:<face>:<seconds>". `tone` is her persona's face.
    """

    phase: Phase
    mood: Mood
    said: str = ""
    saying: str = ""
    hint: str = ""
    event: str = ""
    tone: Expression = Expression.SNARKY


@dataclass(frozen=True, slots=True)
class Layer:
    """A face that something asks for, until a time; None: as long as the phase lasts."""

    expression: Expression
    reason: str
    strength: Strength
    until_s: float | None = None
    phase: Phase | None = None

    def lasts(self, at_s: float, phase: Phase) -> bool:
        """Whether it still holds; an echo of words does only while nothing new is going on."""
        if self.until_s is not None and at_s >= self.until_s:
            return False
        echoing = self.until_s is not None and phase == Phase.IDLE
        return self.phase is None or phase == self.phase or echoing
