"""Orders, imperative: what the core wants done. Routed by the shells to workers and views."""

from __future__ import annotations

from dataclasses import dataclass

from models.speech import Message, VoiceStyle


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do."""


@dataclass(frozen=True, slots=True)
class Reply(Command):
    """Mind: answer these messages."""

    turn: int
    messages: tuple[Message, ...]
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Speak(Command):
    """Voice: say clause `n` of `turn`."""

    turn: int
    n: int
    text: str
    style: VoiceStyle


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
class Perform(Command):
    """Avatar: what she is doing now and the face that goes with it. `motion` is a one-shot motion group or empty."""

    phase: str
    expression: str
    motion: str = ""


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
