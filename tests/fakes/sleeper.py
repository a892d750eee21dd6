"""An engine that can be put to rest, as one in a process can: it wakes when it is warmed, or asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from models.errors import EngineError
from models.speech import Empty, Line, Prompt, Speech, Token, Transcript, Utterance


class Sleeper:
    """All three roles in one. `gate` holds warming back while cleared; `refuses` is raised by warming."""

    def __init__(self, says: str = "", refuses: EngineError | None = None) -> None:
        self.says = says
        self.refuses = refuses
        self.gate = asyncio.Event()
        self.gate.set()
        self.working = asyncio.Event()
        self.working.set()
        self.warmed = 0
        self.awake = False
        self.closed = False
        self.asked: list[object] = []

    async def rest(self) -> bool:
        """Fall asleep."""
        was, self.awake = self.awake, False
        return was

    async def warm(self, request: Empty | Prompt) -> AsyncIterator[Empty]:
        del request
        await self.gate.wait()
        if self.refuses:
            raise self.refuses
        self.warmed += 1
        self.awake = True
        yield Empty()

    async def _ask(self, request: object) -> None:
        self.asked.append(request)
        await self.gate.wait()
        await self.working.wait()
        self.awake = True
        assert not self.closed

    async def transcribe(self, request: Utterance) -> AsyncIterator[Transcript]:
        await self._ask(request)
        yield Transcript(self.says or request.pcm.decode())

    async def speak(self, request: Line) -> AsyncIterator[Speech]:
        await self._ask(request)
        pcm = (self.says or request.text).encode()
        yield Speech(pcm + b"\0" * (len(pcm) % 2), 24_000)

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        await self._ask(request)
        yield Token(self.says)

    async def close(self) -> None:
        self.closed = True
