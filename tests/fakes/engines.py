"""Engines behind the ports that do what a test tells them. The contract suite holds the real ones to the same rules."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from models.errors import Blame, EngineError
from models.sound import AudioEvent, AudioSetup, Clip, Device, Fade, Hold, Mute
from models.speech import (
    Empty,
    Line,
    PhonemeSpan,
    Prompt,
    Speech,
    Token,
    Transcript,
    Utterance,
    Voice,
    WordSpan,
)


def died() -> EngineError:
    """What a child raises when its process ends."""
    return EngineError(Blame.ENGINE, "the engine stopped (exit -9)")


class FakeDevice:
    """A sound card driven by the test: `events` are what it hears; clips wait in `played`."""

    def __init__(self) -> None:
        self.events: asyncio.Queue[AudioEvent | EngineError] = asyncio.Queue()
        self.played: list[Clip] = []
        self.fades: list[Fade] = []
        self.mutes: list[bool] = []
        self.setups: list[AudioSetup] = []
        self.tuned: list[AudioSetup] = []
        self.holds: list[bool] = []
        self.closed = False

    async def listen(self, request: AudioSetup) -> AsyncIterator[AudioEvent]:
        self.setups.append(request)
        while True:
            event = await self.events.get()
            if isinstance(event, EngineError):
                raise event
            yield event

    async def play(self, request: Clip) -> AsyncIterator[Empty]:
        self.played.append(request)
        yield Empty()

    async def silence(self, request: Fade) -> AsyncIterator[Empty]:
        self.fades.append(request)
        yield Empty()

    async def mute(self, request: Mute) -> AsyncIterator[Empty]:
        self.mutes.append(request.muted)
        yield Empty()

    async def tune(self, request: AudioSetup) -> AsyncIterator[Empty]:
        self.tuned.append(request)
        yield Empty()

    async def hold(self, request: Hold) -> AsyncIterator[Empty]:
        self.holds.append(request.down)
        yield Empty()

    async def devices(self, request: Empty) -> AsyncIterator[Device]:
        del request
        yield Device("fake", 1, 2, default_input=True, default_output=True)

    async def close(self) -> None:
        self.closed = True


class FakeTranscriber:
    """Hears its PCM as UTF-8 text. `failures` are raised first; `gate` holds every answer back while cleared."""

    def __init__(self, failures: list[EngineError] | None = None) -> None:
        self.failures = failures or []
        self.asked: list[Utterance] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        yield request

    async def transcribe(self, request: Utterance) -> AsyncIterator[Transcript]:
        self.asked.append(request)
        await self.gate.wait()
        if self.failures:
            raise self.failures.pop(0)
        yield Transcript(request.pcm.decode().strip("\0"))

    async def close(self) -> None:
        pass


class FakeModel:
    """Answers with `pieces`; a piece that is an exception is raised."""

    def __init__(self, *answers: list[str | EngineError]) -> None:
        self.answers = list(answers)
        self.asked: list[Prompt] = []
        self.warmed = 0

    async def warm(self, request: Prompt) -> AsyncIterator[Empty]:
        del request
        self.warmed += 1
        yield Empty()

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        self.asked.append(request)
        for piece in self.answers.pop(0):
            if isinstance(piece, EngineError):
                raise piece
            await asyncio.sleep(0)
            yield Token(piece)

    async def close(self) -> None:
        pass


class FakeVoice:
    """Speaks text as its own bytes with one phoneme. `before` runs at each clause and may raise or wait."""

    def __init__(self, before: Callable[[Line], None] | None = None) -> None:
        self.said: list[Line] = []
        self.before = before
        self.gate = asyncio.Event()
        self.gate.set()

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        yield request

    async def speak(self, request: Line) -> AsyncIterator[Speech]:
        self.said.append(request)
        await self.gate.wait()
        if self.before:
            self.before(request)
        pcm = request.text.encode()
        words = tuple(WordSpan(word, n * 0.1, n * 0.1 + 0.09) for n, word in enumerate(request.text.split()))
        yield Speech(pcm + b"\0" * (len(pcm) % 2), 24_000, (PhonemeSpan("a", 0.0, 0.1),), words)

    async def voices(self, request: Empty) -> AsyncIterator[Voice]:
        del request
        yield Voice("fake", "en")

    async def close(self) -> None:
        pass
