"""What the settings window draws, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from models.settings import Settings


class Kind(StrEnum):
    """How a field is edited."""

    SWITCH = "switch"
    CHOICE = "choice"
    DEVICE = "device"
    VOICE = "voice"
    TEXT = "text"
    LINES = "lines"
    PHRASES = "phrases"
    NUMBER = "number"
    SLIDER = "slider"
    KEYS = "keys"
    COLOUR = "colour"
    HOUR = "hour"
    FILE = "file"
    HIDDEN = "hidden"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose, as it is worded."""

    value: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the settings in the words of the window.

    `section` and `name` say where it is ("voice", "providers.kokoro"). Numbers lie between `low` and `high`, whole ones
    if `whole`, and are shown `factor` times with their `unit` in steps of `step`. What is chosen from is `choices`, or
    `SettingsState.offers[offers]`. `hint` stands in an empty line, `wrong` says what to write instead of what was
    refused, `words` are more words for the search.
    """

    section: str
    name: str
    kind: Kind
    title: str
    note: str = ""
    default: object = None
    low: float = 0.0
    high: float = 0.0
    whole: bool = False
    step: float = 1.0
    unit: str = ""
    factor: float = 1.0
    decimals: int = 0
    longest: int = 32_767
    most: int = 200
    choices: tuple[Choice, ...] = ()
    offers: str = ""
    hint: str = ""
    wrong: str = ""
    words: str = ""

    @property
    def path(self) -> str:
        """Where it is, dotted."""
        return f"{self.section}.{self.name}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An engine: what it is called, what it does ("asr"), its fields, what they are, and whether it is in use."""

    id: str
    role: str
    label: str
    fields: tuple[FieldSpec, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    used: bool = False
    local: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """A setting that an import would change: where it is, what it is called, its values before and after, in words."""

    path: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring: `refused` why it can't be imported at all, `problems` what of it would be left out."""

    file: str
    changes: tuple[Difference, ...] = ()
    problems: tuple[str, ...] = ()
    refused: str = ""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SettingsState:
    """How the settings stand.

    `overridden` maps the path of a field to the environment variable that decides it, `notes` to what is amiss with its
    value though it was taken. `offers` are choices that come from outside, by name. `problems` is what is wrong in
    `file`, `keys_limit` what holds for all hotkeys on this desktop.
    """

    settings: Settings = field(default_factory=Settings)
    engines: tuple[Sheet, ...] = ()
    overridden: Mapping[str, str] = field(default_factory=_nothing)
    notes: Mapping[str, str] = field(default_factory=_nothing)
    offers: Mapping[str, tuple[Choice, ...]] = field(default_factory=_nothing)
    problems: tuple[str, ...] = ()
    file: str = ""
    keys_limit: str = ""

    def value(self, spec: FieldSpec) -> object:
        """The value of a field."""
        section = spec.section
        if section.startswith("providers."):
            engine = section.partition(".")[2]
            found = next((sheet.values for sheet in self.engines if sheet.id == engine), {})
            return found.get(spec.name, spec.default)
        return getattr(getattr(self.settings, section), spec.name)
