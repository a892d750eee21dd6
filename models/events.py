"""Facts, past tense: the only things the core hears of. Frozen, small, safe to hand between threads.

`at_s` is `time.monotonic()` given from outside; the core never looks at a clock. `turn` is the epoch of the
conversation an event belongs to: the core drops events of older turns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.character import Character
from models.errors import Blame
from models.speech import Message, WordSpan
from models.stream.happening import Happening
from models.studio import Studio
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
    """The final text of an utterance, there since `at_s`; empty when it was no speech after all."""

    utterance: int
    text: str


@dataclass(frozen=True, slots=True)
class Typed(Event):
    """The user wrote a line; equal to having said it. `id` names the request of a tool that wrote it for them."""

    text: str
    id: str = ""


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
    """Clause `n` has been synthesised and queued; `track` moves the mouth while it plays.

    `words` are when its words sound, in seconds from its start; none where the engine does not tell.
    """

    turn: int
    n: int
    track: MouthTrack
    words: tuple[WordSpan, ...] = ()


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
    """How a part is. `ASLEEP`: it gave its memory back until it is needed, and wakes by itself; she is ready."""

    STARTING = "starting"
    READY = "ready"
    ASLEEP = "asleep"
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
    """Things happened on the stream, in this order; `more` counts chat messages too many to be told one by one.

    What strangers wrote in them is hostile until it has passed the gate.
    """

    happenings: tuple[Happening, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class StreamRecalled(Event):
    """What had happened before we connected, as the backend tells it: for the feed, never to be answered."""

    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class StudioChanged(Event):
    """The broadcasting program connected, went away or changed its scene."""

    studio: Studio
