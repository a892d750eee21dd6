"""Orders that never leave the core: what a conversation asks of the one it belongs to (`models.companion`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.commands import Command, Withhold
from models.expression import Phase
from models.safety import Verdict


@dataclass(frozen=True, slots=True)
class Act(Command):
    """What she is doing. `said` was just said to her, `saying` is what she says or has just said.

    `hint` is the face the words' writer asked for.
    """

    phase: Phase
    said: str = ""
    saying: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Ask(Command):
    """Her mind is to answer the history."""

    turn: int


def withheld(direction: Literal["to her", "by her"], verdict: Verdict) -> Withhold:
    """What her tongue stopped, as the user is to see it."""
    category = verdict.category.value if verdict.category else ""
    return Withhold(direction, category, verdict.rule, verdict.excerpt, verdict.word)
