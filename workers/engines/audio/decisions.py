"""What the turn detector is given and what it decides. Sample counts are at 16 kHz, from the first window on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

WINDOW = 512
RATE_HZ = 16_000


class Care(Enum):
    """How doubtful a voice is: nobody else sounds; she speaks too; and her echo is not under control yet."""

    NONE = "none"
    STRICT = "strict"
    WARY = "wary"


@dataclass(frozen=True, slots=True)
class Window:
    """32 ms of cleaned microphone sound (`pcm`, s16le) and its voice probability.

    `care`: how careful to be. `likeness`: how much it looks like her own sound; 1 is the
    limit.
    """

    pcm: bytes
    voice: float
    care: Care = Care.NONE
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Onset:
    """A voice began at sample `at`; `pcm` starts earlier, with the pre-roll. `strict`: over her own voice."""

    utterance: int
    at: int
    pcm: bytes
    strict: bool


@dataclass(frozen=True, slots=True)
class More:
    """The turn goes on."""

    utterance: int
    pcm: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing voiced since sample `at`."""

    utterance: int
    at: int


@dataclass(frozen=True, slots=True)
class End:
    """The turn is over; its voice ended at sample `at`. `spoken` False: too short to be speech."""

    utterance: int
    at: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class AskTurn:
    """Asks whether `pcm` sounds finished; the answer goes to `verdict` with this `ticket`."""

    ticket: int
    pcm: bytes


@dataclass(frozen=True, slots=True)
class Suspect:
    """Over her voice: a near voice may have begun (`on`), or it came to nothing."""

    on: bool


Decision = Onset | More | Pause | End | AskTurn | Suspect
