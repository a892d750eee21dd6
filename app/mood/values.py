"""Values the mood panel draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.persona.choices import NOTHING_TO_CHOOSE, Choices
from models.diary import Diary
from models.latency import Stages
from models.mood import Mood
from models.mood_history import MoodHistory
from models.parts import PartState, beginning


class Doing(StrEnum):
    """What she does, as one word."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"
    ASLEEP = "asleep"
    OFFLINE = "offline"
    PANIC = "panic"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of hers, with the name of its engine as people know it; `restartable`: there is something to restart."""

    state: PartState
    engine: str = ""
    restartable: bool = True


@dataclass(frozen=True, slots=True)
class Program:
    """What one of her programs takes: memory in MB, processor time in per cent of a core."""

    name: str
    memory_mb: float
    core_pct: float


@dataclass(frozen=True, slots=True)
class Levels:
    """What sounds now, as RMS 0..1; `voice` is how sure she is that somebody speaks, 0..1."""

    microphone: float = 0.0
    voice: float = 0.0
    loudspeaker: float = 0.0


_MOOD, _HISTORY, _DIARY = Mood(), MoodHistory(), Diary()
_PARTS = tuple(Part(state) for state in beginning())


@dataclass(frozen=True, slots=True)
class PanelState:
    """How she is.

    `reason` is why she makes the face she makes; `voices` are (value, title) pairs, of which `voice` is chosen, empty
    for the personality's own. `wall_s` is what to add to the times in it for seconds since 1970. `calm`: nothing
    moves by itself. `programs` is empty until they have been looked at.
    """

    name: str = "Vesper Astra"
    doing: Doing = Doing.IDLE
    expression: str = "idle"
    reason: str = ""
    mood: Mood = _MOOD
    muted: bool = False
    quiet: bool = False
    click_through: bool = False
    panicked: bool = False
    choices: Choices = NOTHING_TO_CHOOSE
    voice: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = _PARTS
    latency: Stages | None = None
    history: MoodHistory = _HISTORY
    diary: Diary = _DIARY
    programs: tuple[Program, ...] = ()
    wall_s: float = 0.0
    calm: bool = False
    problem: str = ""
