"""A notice as a value: what happened, and the one button that helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a button does; `part` of its `Action` says with what."""

    RETRY = "retry"
    RESTART = "restart"
    SETTINGS = "settings"
    DEVICES = "devices"
    LOG = "log"
    HELP = "help"
    FETCH = "fetch"
    NONE = ""


class Tone(StrEnum):
    """How much a notice weighs."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Action:
    """A button. `name` is what the views emit: "restart:ears"."""

    act: Act = Act.NONE
    label: str = ""
    part: str = ""

    @property
    def name(self) -> str:
        """The intent as one word, with the part it is about."""
        return f"{self.act}:{self.part}" if self.part else str(self.act)


@dataclass(frozen=True, slots=True)
class Notice:
    """What to show. Notices with the same `key` replace each other."""

    key: str
    title: str
    text: str
    action: Action = Action()
    tone: Tone = Tone.WARNING


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: a notice to show, and the keys of those that are over."""

    shown: Notice | None = None
    gone: tuple[str, ...] = ()
