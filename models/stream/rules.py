"""What the user wants of the stream, as the settings tell it: pauses, what to answer, and reactions of their own."""

from __future__ import annotations

from dataclasses import dataclass

from models.expression import Expression
from models.stream.happening import Rank


@dataclass(frozen=True, slots=True)
class Rule:
    """What to do when an event whose name fits `event` (`*` and `?` stand for anything) comes.

    `line` is said as it stands, `prompt` asks her mind for one; `{who}`, `{message}`, `{amount}` and every plain field
    of the event may stand in both. Empty parts are left out; with neither line nor prompt she says nothing.
    """

    event: str
    expression: Expression | None = None
    motion: str = ""
    line: str = ""
    prompt: str = ""
    sound: str = ""
    rank: Rank = Rank.FOLLOW


@dataclass(frozen=True, slots=True)
class Rules:
    """How she deals with the stream. `names` are what she is called in chat, lower case.

    `chat_rate` is how many messages a minute she still answers all that ask her; at three times as many it is
    `least` of them. `currency` is the unit of donations that come without one.
    """

    names: tuple[str, ...] = ("vesper",)
    reactions: bool = True
    chat: bool = True
    reaction_cooldown_s: float = 5.0
    chat_cooldown_s: float = 10.0
    stale_s: float = 120.0
    chat_rate: float = 30.0
    least: float = 0.15
    own: tuple[Rule, ...] = ()
    currency: str = "dollars"


def names_of(name: str) -> tuple[str, ...]:
    """What somebody of this full name is called in chat, lower case: by all of it, and by its first word."""
    words = name.casefold().split()
    return tuple(dict.fromkeys((" ".join(words), *words[:1]))) if words else ()
