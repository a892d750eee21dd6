"""Orders, imperative: what the core wants done. Routed by the shells to workers and views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.character import Character
from models.mood import Mood
from models.speech import Message, VoiceStyle
from models.stream.entry import Entry
from models.stream.reaction import Reaction


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do."""


@dataclass(frozen=True, slots=True)
class Reply(Command):
    """Mind: answer these messages.

    `history` is the conversation in them, without persona and notes; it ends with the line to answer. `mood` is for
    minds that read no prompt. `reaction` is what happened on the stream, where that is what is to be answered.
    """

    turn: int
    messages: tuple[Message, ...]
    max_tokens: int
    history: tuple[Message, ...] = ()
    mood: Mood = Mood()
    reaction: Reaction | None = None


@dataclass(frozen=True, slots=True)
class Speak(Command):
    """Voice: say clause `n` of `turn`."""

    turn: int
    n: int
    text: str
    style: VoiceStyle = VoiceStyle()


@dataclass(frozen=True, slots=True)
class Enough(Command):
    """Mind: no more text of this turn is wanted; what was said of it stays."""

    turn: int


@dataclass(frozen=True, slots=True)
class Cancel(Command):
    """Mind and voice: drop everything of turns up to `turn`."""

    turn: int


@dataclass(frozen=True, slots=True)
class Silence(Command):
    """Sound: fade out and play nothing more of turns up to `turn`."""

    turn: int


@dataclass(frozen=True, slots=True)
class MuteMicrophone(Command):
    """Sound: release the microphone, or open it again."""

    muted: bool


@dataclass(frozen=True, slots=True)
class HoldTalk(Command):
    """Sound: on push-to-talk, listen from now on (`down`), or take what was said as complete."""

    down: bool


@dataclass(frozen=True, slots=True)
class Perform(Command):
    """Avatar: what she is doing now and the face that goes with it. `motion` is a one-shot motion group or empty.

    `energy` 0..1 is how lively she is.
    """

    phase: str
    expression: str
    motion: str = ""
    energy: float = 0.5


@dataclass(frozen=True, slots=True)
class Show(Command):
    """Views: a line of the transcript changed. Lines with the same `key` replace each other."""

    key: str
    who: str
    text: str
    final: bool


@dataclass(frozen=True, slots=True)
class Tell(Command):
    """Views: a notice for the user; see `app.notices` for its words and its button."""

    worker: str
    blame: str
    message: str


@dataclass(frozen=True, slots=True)
class RestartEngine(Command):
    """Organ `worker`: try its engine again, also when it had been given up."""

    worker: str


@dataclass(frozen=True, slots=True)
class Become(Command):
    """Mind: be this character from now on."""

    character: Character


@dataclass(frozen=True, slots=True)
class Remember(Command):
    """Memory: this is what is to be kept now, in place of what was kept before.

    `messages` is the conversation, oldest first; `summary` covers what came before them.
    """

    messages: tuple[Message, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Forget(Command):
    """Memory: erase everything that was said, the list of what was withheld included."""


@dataclass(frozen=True, slots=True)
class Summarise(Command):
    """Mind, when it has nothing better to do: sum these messages up, on top of the summary so far."""

    messages: tuple[Message, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Withhold(Command):
    """Views and memory: something was kept from her ("to her") or from the world ("by her").

    `category`, `rule` and the masked `text` say why; `word` is an entry of our lists that the user may allow, or empty.
    """

    direction: Literal["to her", "by her"]
    category: str
    rule: str
    text: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Log(Command):
    """Views: what became of these happenings, for the event log. Newer entries of a happening replace older ones."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Settle(Command):
    """Stream: these happenings have been answered for good; paid ones are never told again."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caption(Command):
    """Captions: this clause of hers begins to be heard now; empty text takes it away."""

    turn: int
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class MuteVoice(Command):
    """Voice: be silent and answer in text only, or speak again."""

    muted: bool


@dataclass(frozen=True, slots=True)
class PlaySound(Command):
    """Sound: play a WAV file of the user's as part of `turn`."""

    turn: int
    path: str


@dataclass(frozen=True, slots=True)
class Panic(Command):
    """Studio: hide the show behind the scene chosen for it and mute, or bring back what was."""

    on: bool


@dataclass(frozen=True, slots=True)
class SwitchScene(Command):
    """Studio: show this scene."""

    scene: str


@dataclass(frozen=True, slots=True)
class ShowSource(Command):
    """Studio: show or hide a source of a scene."""

    scene: str
    source: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Begun(Command):
    """Tools: what was asked as `id` is being answered in `turn`."""

    id: str
    turn: int
