"""The parts a persona is made of, as the files under assets/persona and the user's own hold them.

A preset is her temper, a dynamic how she stands to her person, a style a colour on top; the core is what she is
in all of them. Files are read elsewhere: `parse_part` and `parse_core` turn a table into frozen values or name
every fault at once. Texts may use the slots {companion} and {streamer} and nothing else a format string knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.functional_validators import AfterValidator

from models.expression import Expression
from models.voice_blend import EXAMPLE, VoiceBlendError, parse_blend

SLOTS = frozenset({"companion", "streamer"})
"""What a text may name in braces."""
ID = r"^[a-z][a-z0-9_]*$"
ID_LENGTH = 40


class Kind(StrEnum):
    """The kinds of parts a user can have of their own; files lie in a folder of the plural's name."""

    PRESET = "preset"
    DYNAMIC = "dynamic"
    STYLE = "style"


class PersonaError(ValueError):
    """Persona data that cannot be used. `problems` names every fault, one a line, as "field: what"."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _readable(text: str) -> str:
    """Plain text: no control or direction characters, which hide what a file really says."""
    text = text.strip()
    if not text:
        message = "is empty"
        raise ValueError(message)
    hidden = sorted(
        {f"U+{ord(sign):04X}" for sign in text if unicodedata.category(sign) in _HIDDEN} - _ALLOWED
    )
    if hidden:
        message = f"holds hidden characters ({', '.join(hidden)}); write plain text"
        raise ValueError(message)
    return text


def _template(text: str) -> str:
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError as error:
        message = "has a brace without its partner; a brace that is meant is written twice"
        raise ValueError(message) from error
    for _, name, form, conversion in fields:
        if name not in SLOTS or form or conversion:
            message = f"uses {{{name}}}; only {{companion}} and {{streamer}} are known"
            raise ValueError(message)
    return text


def _face(name: object) -> object:
    """A face by its name, as files write it."""
    if isinstance(name, str) and name in set(Expression):
        return Expression(name)
    message = f"must be one of {', '.join(Expression)}"
    raise ValueError(message)


def _blend(text: str) -> str:
    try:
        parse_blend(text)
    except VoiceBlendError as error:
        message = f"names no voice; write one such as {EXAMPLE}"
        raise ValueError(message) from error
    return text


_HIDDEN = {"Cc", "Cf", "Co", "Cs"}
_ALLOWED = {"U+000A"}

Text = Annotated[str, AfterValidator(_readable)]
Template = Annotated[str, AfterValidator(_readable), AfterValidator(_template)]
Face = Annotated[Expression, BeforeValidator(_face)]
Spoken = Annotated[Template, Field(max_length=200)]
Blend = Annotated[str, Field(max_length=120), AfterValidator(_blend)]
"""A voice by name, or shares of several: "70% af_heart + 30% af_sky"."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Exchange(_Part):
    """A few-shot pair: what someone said and how she answered. `audience`: family mode leaves "adults" out."""

    user: Template = Field(max_length=200)
    reply: Template = Field(max_length=300)
    audience: Literal["everyone", "adults", "family"] = "everyone"


Exchanges = Annotated[tuple[Exchange, ...], Field(strict=False, max_length=24)]
SpokenLines = Annotated[tuple[Spoken, ...], Field(strict=False, min_length=1, max_length=60)]


class VoiceChoice(_Part):
    """The voice that fits a temper; `speed` 1.0 is natural pace."""

    blend: Blend
    speed: float = Field(default=1.0, ge=0.5, le=2.0)


class Tint(_Part):
    """How a style bends the voice: so many percent of another voice, pace times `speed`."""

    voice: str = Field(default="", pattern=r"^([a-z]{2}_[a-z]+)?$", max_length=40)
    share: int = Field(default=0, ge=0, le=60)
    speed: float = Field(default=1.0, ge=0.7, le=1.4)


class ForFamily(_Part):
    """What stands in for a part's own text and face in family mode."""

    system: Template = Field(max_length=1200)
    tone: Face | None = None


class _Named(_Part):
    id: str = Field(pattern=ID, max_length=ID_LENGTH)
    title: Text = Field(max_length=40)
    description: Text = Field(max_length=120)
    system: Template = Field(max_length=1200)
    family: ForFamily | None = None
    examples: Exchanges = ()


class Preset(_Named):
    """Her temper. `lines` names the authored lines of basic mode that fit it, one of ours."""

    companion: Text = Field(default="Vesper Astra", max_length=60)
    streamer: Text = Field(max_length=60)
    tone: Face
    voice: VoiceChoice
    refusals: SpokenLines
    swallowed: SpokenLines
    lines: str = Field(default="snarky", pattern=ID, max_length=ID_LENGTH)


class Dynamic(_Named):
    """How she stands to her person."""


class Style(_Named):
    """A colour on top of temper and bond; it may bend voice and resting face."""

    tone: Face | None = None
    voice: Tint = Tint()


class EnergyLevel(_Part):
    """How lively she is: a sentence for the prompt (may be empty) and a factor for her pace."""

    text: Template | Literal[""] = ""
    speed: float = Field(default=1.0, ge=0.7, le=1.4)


class EnergyLevels(_Part):
    """The three levels of `models.settings.Energy`."""

    low: EnergyLevel
    normal: EnergyLevel
    high: EnergyLevel


class Core(_Part):
    """What she is in every persona: texts of the prompt, in the order they stand in it."""

    who: Template
    speech: Template
    notes: Template
    facts: Template
    boundaries: Template
    family: Template
    energy: EnergyLevels


Part = Preset | Dynamic | Style
_Model = TypeVar("_Model", bound=BaseModel)
CLASSES: Mapping[Kind, type[Preset | Dynamic | Style]] = {
    Kind.PRESET: Preset,
    Kind.DYNAMIC: Dynamic,
    Kind.STYLE: Style,
}


def parse_part(kind: Kind, table: Mapping[str, object]) -> Part:
    """A preset, dynamic or style from the table of its file. Raises `PersonaError` with every problem."""
    return _parse(CLASSES[kind], table, f"a {kind}")


def parse_core(table: Mapping[str, object]) -> Core:
    """What all personas share, from the table of its file. Raises `PersonaError` with every problem."""
    return _parse(Core, table, "the core")


def _parse(model: type[_Model], table: Mapping[str, object], what: str) -> _Model:
    try:
        return model.model_validate(dict(table))
    except ValidationError as error:
        faults = error.errors(include_url=False)
        told = (f"{'.'.join(map(str, fault['loc']))}: {_words(fault, what)}" for fault in faults)
        raise PersonaError(tuple(told)) from error


_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is no field of {what}",
    "string_too_long": "is too long; {max_length} characters fit",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "too_long": "has too many entries; {max_length} fit",
    "string_type": "must be text in quotes",
    "tuple_type": "must be a list",
    "model_type": "must be a table",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "value_error": "{error}",
    "literal_error": "must be {expected}",
}


def _words(fault: Any, what: str) -> str:  # noqa: ANN401  # pydantic's ErrorDetails, whose context is anything
    """A fault in plain words that go on after the field's name."""
    if fault["type"] == "string_pattern_mismatch":
        if fault["loc"][-1] == "voice":
            return "must be one voice of `voices`, such as af_sky"
        return "must be small letters, digits and _, beginning with a letter"
    text = isinstance(fault.get("input"), str)  # bounds behind a validator do not say of what they are
    words = _WORDS.get("string_too_long" if text and fault["type"] == "too_long" else fault["type"])
    return words.format(what=what, **fault.get("ctx", {})) if words else f"cannot be used: {fault['msg']}"
