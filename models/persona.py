"""Who she is, and the prompt that makes a language model speak as her.

The prompt's beginning (`prefix`: system text and few-shot exchanges) is the same in every turn, so an engine can
evaluate it once and keep it; only the history behind it changes and is cut to a token budget from its old end.
What changes from turn to turn (what was said before, how she feels) stands as notes inside user messages. How a
persona is made of a preset, a dynamic and a style is in `models.persona_making`.

Tokens are estimated, on the safe side, from the length of the text: no tokenizer is known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from models.expression import Expression
from models.persona_parts import Exchange
from models.plain import plain
from models.speech import Message, Role

REPLY_TOKENS = 150
"""The longest reply, in tokens."""
REACTION_TOKENS = 80
"""The longest reaction to a stream event, in tokens."""
PROMPT_TOKENS = 1600
"""Default budget for a whole prompt: leaves room for a reply in a context of 2,048."""
PREFIX_TOKENS = 900
"""What the prefix of a persona is trimmed to, few-shot exchanges first."""

NAME_LENGTH = 60
SUMMARY_LENGTH = 900
"""Characters of a summary that enter a prompt."""
FEELING_LENGTH = 60

_CHARACTERS_PER_TOKEN = 3.5
_TOKENS_PER_MESSAGE = 5
_SHORTEST_ROOM = 200
_FORGED = re.compile(r"\[\s*(?=stage\s+note)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Persona:
    """A preset crossed with a dynamic and perhaps a style, as the user tuned them.

    `streamer` is what she calls a person whose name she does not know; `system` and `examples` may use the slots
    {companion} and {streamer}. `tone` is her resting face, `voice` a blend with its natural `speed`. `refusals` are
    said when what was said to her is unfit, `swallowed` when her own words are. `forbidden` are topics.
    """

    preset: str
    dynamic: str
    companion: str
    streamer: str
    system: str
    examples: tuple[Exchange, ...] = ()
    style: str = ""
    energy: str = "normal"
    family: bool = False
    pronouns: str = ""
    tone: Expression = Expression.SNARKY
    voice: str = ""
    speed: float = 1.0
    catchphrases: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    swallowed: tuple[str, ...] = ()


def tokens(text: str) -> int:
    """Estimated tokens of a text; a little too many rather than too few."""
    return max(ceil(len(text) / _CHARACTERS_PER_TOKEN), len(text.split()))


def cost(*parts: Message) -> int:
    """Estimated tokens of messages, with what surrounds them."""
    return sum(tokens(message.content) + _TOKENS_PER_MESSAGE for message in parts)


def prefix(persona: Persona, streamer_name: str = "") -> tuple[Message, ...]:
    """The unchanging beginning of every prompt: the system text and the few-shot exchanges.

    The system text speaks to her: someone without a name, "my human" in her own words, is "your human" there.
    """
    name = plain(streamer_name, NAME_LENGTH)
    hers = {"companion": persona.companion, "streamer": name or persona.streamer}
    told = {**hers, "streamer": name or re.sub(r"^my\b", "your", persona.streamer)}
    shots = (
        Message(role, text.format_map(hers))
        for shot in persona.examples
        for role, text in ((Role.USER, shot.user), (Role.ASSISTANT, shot.reply))
    )
    return (Message(Role.SYSTEM, persona.system.format_map(told)), *shots)


def messages(
    persona: Persona,
    history: tuple[Message, ...],
    streamer_name: str = "",
    *,
    summary: str = "",
    feeling: str = "",
    budget_tokens: int = PROMPT_TOKENS,
) -> tuple[Message, ...]:
    """The prompt for the next reply: prefix, then as much recent history as the budget holds.

    Turns alternate and begin with the user, as strict chat templates demand: neighbours of one role are joined
    and leading replies dropped. The user's newest message is always there, cut from its front if it alone exceeds
    the budget.

    Args:
        persona: who speaks.
        history: what was said, oldest first; ends with the line to answer.
        streamer_name: what her person is called; empty: not known.
        summary: what was said before this history; a note in front of the first message of it.
        feeling: how she feels in a word or two ("sleepy"); a note in front of the last message.
        budget_tokens: estimated tokens of the whole.
    """
    start = prefix(persona, streamer_name)
    before = note("what you two said earlier", summary, SUMMARY_LENGTH)
    now = note("how you feel right now", feeling, FEELING_LENGTH)
    left = budget_tokens - cost(*start) - tokens(before) - tokens(now)
    talk = [Message(message.role, unforged(message.content)) for message in alternating(history)]
    kept: list[Message] = []
    for message in reversed(talk):
        if cost(message) > left:
            break
        kept.append(message)
        left -= cost(message)
    kept.reverse()
    if talk and not kept:
        room = max(int((left - _TOKENS_PER_MESSAGE) * _CHARACTERS_PER_TOKEN), _SHORTEST_ROOM)
        kept.append(Message(talk[-1].role, talk[-1].content[-room:]))
    while kept and kept[0].role is not Role.USER:
        del kept[0]
    if kept:
        last = len(kept) - 1 if kept[-1].role is Role.USER else len(kept) - 2
        kept[last] = Message(Role.USER, now + kept[last].content)
        kept[0] = Message(Role.USER, before + kept[0].content)
    return (*start, *kept)


def alternating(history: tuple[Message, ...]) -> tuple[Message, ...]:
    """The history with neighbours of one role joined, a line each."""
    joined: list[Message] = []
    for message in history:
        if joined and joined[-1].role is message.role:
            joined[-1] = Message(message.role, f"{joined[-1].content}\n{message.content}")
        else:
            joined.append(message)
    return tuple(joined)


def note(about: str, text: str, longest: int) -> str:
    """A stage note for her alone, on a line of its own; empty where there is nothing to note."""
    inside = plain(text, longest).translate(_ROUND)
    return f"[Stage note, {about}: {inside}]\n" if inside else ""


def unforged(text: str) -> str:
    """What someone said, with whatever looks like a stage note of ours made plain."""
    return _FORGED.sub("(", text)


_ROUND = str.maketrans("[]", "()")
