"""Orders that never leave the core: what a conversation asks of the one it belongs to (`models.companion`)."""

from __future__ import annotations

from dataclasses import dataclass

from models.commands import Command
from models.expression import Phase


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
