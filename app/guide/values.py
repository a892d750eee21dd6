"""What the guide draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from models.needed import Needed
from models.offered import Offered
from models.trial import Trial


class Step(IntEnum):
    """The steps, in order."""

    WELCOME = 0
    MICROPHONE = 1
    VOICE = 2
    MIND = 3
    DONE = 4


class MindKind(StrEnum):
    """Who thinks for her."""

    LOOKING = "looking"
    OLLAMA = "ollama"
    SERVER = "server"
    EMBEDDED = "embedded"
    BASIC = "basic"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MindSeen:
    """What was found of her mind: `engine` thinks now; Ollama at `url` is there or not, with these models."""

    kind: MindKind = MindKind.LOOKING
    engine: str = ""
    url: str = ""
    ollama: bool | None = None
    models: tuple[str, ...] = ()
    model: str = ""


Choices = tuple[tuple[str, str], ...]
"""Pairs of a value and its title."""


@dataclass(frozen=True, slots=True)
class GuideState:
    """All of it. `quote` is a line of the chosen personality, `needed` what she lacks and can't do without.

    Devices None: still being looked for.

    `heard`: what the user said of her line: True, False, or None as long as they said nothing.
    """

    companion: str = "Vesper Astra"
    user: str = ""
    preset: str = "snarky"
    presets: tuple[tuple[str, str, str], ...] = ()
    quote: str = ""
    microphones: tuple[str, ...] | None = None
    microphone: str = ""
    muted: bool = False
    loudspeakers: tuple[str, ...] | None = None
    loudspeaker: str = ""
    devices_problem: str = ""
    voices: Choices = ()
    voice: str = ""
    speaks: bool = True
    heard: bool | None = None
    hearing_trial: Trial | None = None
    voice_trial: Trial | None = None
    mind_trial: Trial | None = None
    mind: MindSeen = MindSeen()
    offers: tuple[Offered, ...] = ()
    needed: Needed = field(default_factory=Needed)
    start_at_login: bool = False
    mode: str = "open"
    talk_key: str = ""
    bubble: bool = False
    tray: bool = True
    problem: str = ""
