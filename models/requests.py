"""Events that are wishes: what the user, and tools of theirs, ask of her besides talking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.events import Event
from models.expression import Expression
from models.stream.rules import Rule, Rules
from models.wishes import Wishes


@dataclass(frozen=True, slots=True)
class RulesChosen(Event):
    """The user chose how she deals with the stream from now on."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class WishesChosen(Event):
    """The user chose how she speaks from now on."""

    wishes: Wishes


@dataclass(frozen=True, slots=True)
class QuietChosen(Event):
    """The user, or the hour, wants her to say nothing unasked (`on`), or takes it back."""

    on: bool


@dataclass(frozen=True, slots=True)
class TalkKey(Event):
    """The push-to-talk key went down, or up again."""

    down: bool


@dataclass(frozen=True, slots=True)
class RuleTried(Event):
    """The user wants to see and hear a reaction of their own, as if its event had come."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class Panicked(Event):
    """The user pressed the panic button (`on`), or takes it back."""

    on: bool


@dataclass(frozen=True, slots=True)
class SayAsked(Event):
    """A tool of the user's asks her to say this, word for word. `id` names the request."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class LineTried(Event):
    """The user wants to hear how she sounds: this line, in `voice` or her own. It is no part of what was said.

    `id` names the request. While she is answering it is dropped.
    """

    text: str
    voice: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class HearingTried(Event):
    """The user tries the microphone from now on (`on`), or is done with it: what is heard meanwhile is not answered."""

    on: bool


@dataclass(frozen=True, slots=True)
class FaceAsked(Event):
    """A tool of the user's asks for a face, for so many seconds."""

    expression: Expression
    hold_s: float = 5.0


@dataclass(frozen=True, slots=True)
class SceneAsked(Event):
    """A tool of the user's asks for a scene of the broadcasting program."""

    scene: str


@dataclass(frozen=True, slots=True)
class SourceAsked(Event):
    """A tool of the user's asks that a source of a scene be seen or not."""

    scene: str
    source: str
    visible: bool


@dataclass(frozen=True, slots=True)
class TraitAsked(Event):
    """A tool of the user's sets a field of `models.settings.Character`, such as "preset". `id` names the request."""

    field: str
    value: str | bool
    id: str = ""


class Part(StrEnum):
    """What can be switched off and on by itself."""

    MICROPHONE = "microphone"
    VOICE = "voice"
    REACTIONS = "reactions"
    CHAT = "chat"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class PartSwitched(Event):
    """The user, or a tool of theirs, switched a part off or on."""

    part: Part
    on: bool
