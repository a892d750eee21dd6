"""Facts, past tense: the only things the core hears of. Frozen, small, safe to hand between threads.

`at_s` is `time.monotonic()` given from outside; the core never looks at a clock. `turn` is the epoch of the
conversation an event belongs to: the core drops events of older turns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.character import Character
from models.errors import Blame
from models.mood import StreamKind
from models.speech import Message
from models.visemes import MouthTrack


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened."""

    at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class SpeechStarted(Event):
    """A human voice began. `interrupted`: she was speaking and her sound is already faded."""

    utterance: int
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class SpeechEnded(Event):
    """The user's turn is over; its text follows as `Heard`. `at_s` is when the last voiced sound ended."""

    utterance: int


@dataclass(frozen=True, slots=True)
class PartlyHeard(Event):
    """What an utterance sounds like so far."""

    utterance: int
    text: str


@dataclass(frozen=True, slots=True)
class Heard(Event):
    """The final text of an utterance; empty when it was no speech after all."""

    utterance: int
    text: str


@dataclass(frozen=True, slots=True)
class Typed(Event):
    """The user wrote a line; equal to having said it."""

    text: str


@dataclass(frozen=True, slots=True)
class ReplyDelta(Event):
    """A piece of the reply's text. `expression` is the face that goes with the reply, if the writer knew."""

    turn: int
    text: str
    expression: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDone(Event):
    """The reply's text is complete."""

    turn: int


@dataclass(frozen=True, slots=True)
class Voiced(Event):
    """Clause `n` has been synthesised and queued; `track` moves the mouth while it plays."""

    turn: int
    n: int
    track: MouthTrack


@dataclass(frozen=True, slots=True)
class Speaking(Event):
    """Clause `n` began to be heard."""

    turn: int
    n: int


@dataclass(frozen=True, slots=True)
class Spoken(Event):
    """Clause `n` was heard: `heard` is the fraction of it, 1.0 when it was said in full."""

    turn: int
    n: int
    heard: float = 1.0


class Health(StrEnum):
    """How a part is."""

    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    OFF = "off"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class WorkerChanged(Event):
    """A part came up, went away or is coming back. `engine` is the provider's id, `note` plain words."""

    worker: str
    health: Health
    engine: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """Something went wrong; `message` says what to do. `turn` is set when a reply is lost because of it."""

    worker: str
    blame: Blame
    message: str
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Hushed(Event):
    """The user asked her to stop talking."""


@dataclass(frozen=True, slots=True)
class MicrophoneMuted(Event):
    """The user muted (device released) or unmuted the microphone."""

    muted: bool


@dataclass(frozen=True, slots=True)
class HistoryCleared(Event):
    """The user wiped the conversation."""


@dataclass(frozen=True, slots=True)
class Tick(Event):
    """Time passed."""


@dataclass(frozen=True, slots=True)
class Touched(Event):
    """A hand tapped her; `area` is the model's hit area ("Head", "Body", "Tail"), empty for none."""

    area: str


@dataclass(frozen=True, slots=True)
class Grabbed(Event):
    """A hand began to carry her."""


@dataclass(frozen=True, slots=True)
class Dropped(Event):
    """She was set down again."""


@dataclass(frozen=True, slots=True)
class CharacterChosen(Event):
    """The user chose who she is from now on."""

    character: Character


@dataclass(frozen=True, slots=True)
class Restored(Event):
    """What was still remembered at start: the last messages, oldest first, and what was summed up before them."""

    messages: tuple[Message, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Summarised(Event):
    """The running summary now covers `covered` messages more; `text` replaces the old one."""

    text: str
    covered: int


@dataclass(frozen=True, slots=True)
class StreamHappened(Event):
    """Something happened on the stream. `tier` 1 to 3 for a sub, `viewers` for a raid, `amount` for a donation.

    `text` is what a stranger wrote: hostile until it has passed the gate.
    """

    id: str
    kind: StreamKind
    who: str = ""
    text: str = ""
    tier: int = 1
    viewers: int = 0
    amount: float = 0.0
