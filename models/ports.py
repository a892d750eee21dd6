"""What Vesper asks of the outside world, as Protocols named by ability.

Every engine method takes one frozen request and streams frozen values (`models.speech`, `models.sound`), so the same
class can run inline, in a thread or behind a pipe in a child process without anyone above the port noticing.
Engines raise `models.errors.EngineError`; cancelling the iteration cancels the work. An engine is constructed
from its settings object alone, does nothing heavy until `warm`, and may be warmed twice.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Protocol

from models.facts import Fact, Search
from models.sound import AudioEvent, AudioSetup, Clip, Device, Fade, Hold, Mute
from models.speech import Empty, Line, Prompt, Speech, Token, Transcript, Utterance, Voice
from models.stream.link import Follow, SourceEvent, Told
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted


class SpeechToText(Protocol):
    """Hears. `transcribe` yields exactly one `Transcript`; silence and noise give empty text."""

    def warm(self, request: Empty) -> AsyncIterator[Empty]: ...
    def transcribe(self, request: Utterance) -> AsyncIterator[Transcript]: ...
    async def close(self) -> None: ...


class LanguageModel(Protocol):
    """Thinks. `warm` loads the model and pre-computes the prompt's prefix; `reply` streams text."""

    def warm(self, request: Prompt) -> AsyncIterator[Empty]: ...
    def reply(self, request: Prompt) -> AsyncGenerator[Token, None]: ...
    async def close(self) -> None: ...


class TextToSpeech(Protocol):
    """Speaks. `speak` yields one or more `Speech`; nothing speakable yields nothing.

    Of a line's style an engine does what it can and ignores the rest; a voice it does not have is a SETTINGS error.
    """

    def warm(self, request: Empty) -> AsyncIterator[Empty]: ...
    def speak(self, request: Line) -> AsyncIterator[Speech]: ...
    def voices(self, request: Empty) -> AsyncIterator[Voice]: ...
    async def close(self) -> None: ...


class AudioDevice(Protocol):
    """The sound card with ears: one duplex stream, echo cancelling, voice activity, turn detection, playback.

    `listen` opens the device and streams events until cancelled; the other calls act on that stream. `tune` takes
    another setup without opening anew but what has to be; `mute` alone says whether the microphone is open. A lost
    device is a `DeviceChanged`, not an error: the engine keeps trying to come back.
    """

    def listen(self, request: AudioSetup) -> AsyncIterator[AudioEvent]: ...
    def play(self, request: Clip) -> AsyncIterator[Empty]: ...
    def silence(self, request: Fade) -> AsyncIterator[Empty]: ...
    def mute(self, request: Mute) -> AsyncIterator[Empty]: ...
    def tune(self, request: AudioSetup) -> AsyncIterator[Empty]: ...
    def hold(self, request: Hold) -> AsyncIterator[Empty]: ...
    def devices(self, request: Empty) -> AsyncIterator[Device]: ...
    async def close(self) -> None: ...


class StreamSource(Protocol):
    """A stream backend. `follow` connects, comes back for ever when the link is lost, and yields until cancelled.

    A lost link is a `Linked`, not an error. `tell` sends an event; it is dropped while there is no link.
    """

    def follow(self, request: Follow) -> AsyncIterator[SourceEvent]: ...
    def tell(self, request: Told) -> AsyncIterator[Empty]: ...
    async def close(self) -> None: ...


class BroadcastStudio(Protocol):
    """A broadcasting program. `watch` connects, comes back for ever, and yields how it stands until cancelled.

    The other calls act on that link: NETWORK where there is none, SETTINGS for a scene or source it does not have.
    `mute` yields whether the input was muted before.
    """

    def watch(self, request: Empty) -> AsyncIterator[Studio]: ...
    def scene(self, request: SceneWanted) -> AsyncIterator[Empty]: ...
    def text(self, request: TextWanted) -> AsyncIterator[Empty]: ...
    def source(self, request: SourceWanted) -> AsyncIterator[Empty]: ...
    def mute(self, request: InputWanted) -> AsyncIterator[bool]: ...
    async def close(self) -> None: ...


class SecretStore(Protocol):
    """Where credentials live. Calls may block on a locked store: never on the GUI thread."""

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...
    def delete(self, name: str) -> None: ...


class LongTermMemory(Protocol):
    """Knows people for good: their facts, found again by meaning. Nothing provides it yet.

    `remember` takes a fact, `search` yields the best matches first, `forget` erases what is known about a person
    (everything, where `about` is empty). The user can see and erase all of it.
    """

    def remember(self, request: Fact) -> AsyncIterator[Empty]: ...
    def search(self, request: Search) -> AsyncIterator[Fact]: ...
    def forget(self, request: Fact) -> AsyncIterator[Empty]: ...
