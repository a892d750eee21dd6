"""Who she is, as data: a preset (temper) × a dynamic (her bond) → the prompt of a language model.

Files are read elsewhere; `parse_persona` turns their two tables into a `Persona` or names every fault at
once. The prompt's beginning (`prefix`: system text and few-shot lines) is the same in every turn, so an
engine can evaluate it once and keep it; only the history behind it changes and is cut to a token budget
from its old end.

Tokens are estimated, on the safe side, from the length of the text: no tokenizer is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from string import Formatter

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from models.speech import Message, Role

REPLY_TOKENS = 150
"""The longest reply, in tokens."""
REACTION_TOKENS = 80
"""The longest reaction to a stream event, in tokens."""
PROMPT_TOKENS = 1600
"""Default budget for a whole prompt: leaves room for a reply in a context of 2,048."""

_CHARACTERS_PER_TOKEN = 3.5
_TOKENS_PER_MESSAGE = 5
_SLOTS = {"companion", "streamer"}


class PersonaError(ValueError):
    """Persona data that cannot be used. `problems` names every fault, one a line, as "where: what"."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _template(text: str) -> str:
    unknown = {name for _, name, _, _ in Formatter().parse(text) if name is not None} - _SLOTS
    if unknown:
        message = f"unknown slots {sorted(unknown)}; known are {sorted(_SLOTS)}"
        raise ValueError(message)
    return text.strip()


class Exchange(_Part):
    """A few-shot pair: what someone said and how she answered."""

    user: str = Field(min_length=1, max_length=300)
    reply: str = Field(min_length=1, max_length=400)

    _checked = field_validator("user", "reply")(_template)


class Preset(_Part):
    """Her temper. `system` may use {companion} and {streamer}."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    companion: str = Field(min_length=1, max_length=60)
    streamer: str = Field(min_length=1, max_length=60)
    system: str = Field(min_length=1)
    examples: tuple[Exchange, ...] = Field(default=(), strict=False)

    _checked = field_validator("system")(_template)


class Dynamic(_Part):
    """How she stands to her person. `system` may use {companion} and {streamer}."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    system: str = Field(min_length=1)
    examples: tuple[Exchange, ...] = Field(default=(), strict=False)

    _checked = field_validator("system")(_template)


@dataclass(frozen=True, slots=True)
class Persona:
    """A preset crossed with a dynamic. `streamer` is what she calls a person whose name she does not know."""

    preset: str
    dynamic: str
    companion: str
    streamer: str
    system: str
    examples: tuple[Exchange, ...] = ()

    def named(self, companion: str) -> Persona:
        """The same persona under the name the user chose; empty keeps her own."""
        name = " ".join(companion.replace("{", "").replace("}", "").split())
        if not name:
            return self
        return Persona(self.preset, self.dynamic, name, self.streamer, self.system, self.examples)


def parse_persona(preset: Mapping[str, object], dynamic: Mapping[str, object]) -> Persona:
    """Turn the tables of a preset file and a dynamic file into a persona.

    Raises:
        PersonaError: with every problem of both tables.
    """
    problems: list[str] = []
    parts: list[Preset | Dynamic] = []
    for where, kind, table in (("preset", Preset, preset), ("dynamic", Dynamic, dynamic)):
        try:
            parts.append(kind.model_validate(dict(table)))
        except ValidationError as error:
            problems += [
                f"{'.'.join((where, *(str(part) for part in fault['loc'])))}: {fault['msg']}"
                for fault in error.errors()
            ]
    if problems:
        raise PersonaError(tuple(problems))
    temper, bond = parts
    assert isinstance(temper, Preset)  # noqa: S101  # parsed in this order above; narrows the type
    return Persona(
        temper.id,
        bond.id,
        temper.companion,
        temper.streamer,
        f"{temper.system}\n{bond.system}",
        temper.examples + bond.examples,
    )


def tokens(text: str) -> int:
    """Estimated tokens of a text; a little too many rather than too few."""
    return max(ceil(len(text) / _CHARACTERS_PER_TOKEN), len(text.split()))


def prefix(persona: Persona, streamer_name: str = "") -> tuple[Message, ...]:
    """The unchanging beginning of every prompt: the system text and the few-shot exchanges."""
    slots = {"companion": persona.companion, "streamer": _plain(streamer_name) or persona.streamer}
    shots = (
        Message(role, text.format_map(slots))
        for shot in persona.examples
        for role, text in ((Role.USER, shot.user), (Role.ASSISTANT, shot.reply))
    )
    return (Message(Role.SYSTEM, persona.system.format_map(slots)), *shots)


def messages(
    persona: Persona,
    history: tuple[Message, ...],
    streamer_name: str = "",
    budget_tokens: int = PROMPT_TOKENS,
) -> tuple[Message, ...]:
    """The prompt for the next reply: prefix, then as much recent history as the budget holds.

    Turns alternate and begin with the user, as strict chat templates demand: neighbours of one role are
    joined and leading replies dropped. The last message is always there, cut from its front if it alone
    exceeds the budget.
    """
    start = prefix(persona, streamer_name)
    left = budget_tokens - sum(_cost(message) for message in start)
    kept: list[Message] = []
    for message in reversed(alternating(history)):
        cost = _cost(message)
        if cost > left:
            break
        kept.append(message)
        left -= cost
    if history and not kept:
        last = history[-1]
        room = max(int((left - _TOKENS_PER_MESSAGE) * _CHARACTERS_PER_TOKEN), 200)
        kept.append(Message(last.role, last.content[-room:]))
    while len(kept) > 1 and kept[-1].role is not Role.USER:
        kept.pop()
    return (*start, *reversed(kept))


def _cost(message: Message) -> int:
    return tokens(message.content) + _TOKENS_PER_MESSAGE


def alternating(history: tuple[Message, ...]) -> tuple[Message, ...]:
    """The history with neighbours of one role joined, a line each."""
    joined: list[Message] = []
    for message in history:
        if joined and joined[-1].role is message.role:
            joined[-1] = Message(message.role, f"{joined[-1].content}\n{message.content}")
        else:
            joined.append(message)
    return tuple(joined)


def _plain(name: str) -> str:
    """A name as one short line: it comes from settings or the stream and goes into the system text."""
    return " ".join(name.split())[:60]
