"""What waits to be answered, what she has chosen to answer, and how an answer can end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.stream.happening import Happening, Rank, Standing, StreamKind
from models.stream.rules import Rule


class Ending(StrEnum):
    """How an answer ended. CUT_OFF: before enough of it was heard. FAILED: her mind or her voice could not."""

    ANSWERED = "answered"
    CUT_OFF = "cut off"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A happening that waits since `since_s`; `rule` is the reaction of the user's own that fits it.

    `why` it is to be answered, in plain words that can follow "because".
    """

    happening: Happening
    rank: Rank
    since_s: float
    rule: Rule | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is answered now: one happening, or several of a kind at once; oldest first.

    `rule` is the user's own reaction to it. `reason` says in plain words why it is answered. `since_s` is when the
    oldest of them came.
    """

    happenings: tuple[Happening, ...]
    rank: Rank
    rule: Rule | None
    reason: str
    since_s: float = 0.0

    @property
    def chat(self) -> bool:
        """Whether it is a reply to chat, which has a cooldown of its own."""
        return self.happenings[0].kind is StreamKind.CHAT


def lasting(happening: Happening) -> bool:
    """Whether it waits again when its answer came to nothing: what is paid, and the streamer's own lines."""
    own = happening.kind is StreamKind.CHAT and happening.standing is Standing.STREAMER
    return own or happening.paid
