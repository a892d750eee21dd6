"""Ears: the organ that turns utterances into text.

It transcribes speculatively: a pause is transcribed at once, and when the turn proves to be over the text is
already there. Partials are shown while the user speaks, and skipped when the engine is behind. The sound of
an utterance is kept until its text is known, so a crashed engine costs time, not words.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from models.errors import EngineError
from models.events import Failed, Heard, PartlyHeard
from models.ports import SpeechToText
from models.speech import Transcript, Utterance
from workers.runtime.organ import Organ
from workers.runtime.retry import first, persist
from workers.runtime.seat import Exchange, Seat
from workers.sound import Snapshot


@dataclass(frozen=True, slots=True)
class Expect:
    """Item: what is said from now on is in this language; a code, or "auto"."""

    language: str


class Ears(Organ):
    """Takes `Snapshot`, `Expect` and what concerns its engine; gives `PartlyHeard` and `Heard`."""

    name = "ears"

    def __init__(self, engine: Exchange[SpeechToText], language: str = "auto") -> None:
        super().__init__()
        self._seat = Seat(self, engine, self._drop_guess)
        self._language = language
        self._guess: tuple[Snapshot, asyncio.Task[Transcript]] | None = None
        self._partial: asyncio.Task[None] | None = None
        self._free = asyncio.Lock()

    async def begin(self) -> None:
        """Warm the engine up."""
        self._seat.warm()

    async def end(self) -> None:
        """End the engine."""
        await self._seat.close()

    async def take(self, item: object) -> None:
        """Act on an utterance, partial, paused or ended."""
        match item:
            case Expect(language=language):
                self._language = language
            case Snapshot(ended=True):
                self._drop_partial()
                self.start(self._finish(item))
            case Snapshot(paused=True):
                self._drop_partial()
                self.start(self._guess_at(item))
            case Snapshot() if not self._free.locked() and not self._seat.warming:
                self._partial = self.start(self._guess_at(item))
            case Snapshot():
                pass
            case _:
                self._seat.take(item)

    async def _guess_at(self, heard: Snapshot) -> None:
        task = asyncio.ensure_future(self._ahead(heard))
        if heard.paused:
            self._drop_guess()
            self._guess = (heard, task)
        try:
            transcript = await task
        except asyncio.CancelledError:
            if task.cancelled():
                return
            task.cancel()
            raise
        except EngineError:
            return
        if transcript.text:
            self.emit(PartlyHeard(heard.utterance, transcript.text))

    async def _ahead(self, heard: Snapshot) -> Transcript:
        """Transcribe what may have to be dropped again: an engine that is waking is not to be bothered with it."""
        await self._seat.warmed()
        return await self._transcribe(heard.pcm, final=heard.paused)

    def _drop_partial(self) -> None:
        """Something better is coming: do not let a partial hold it up."""
        if self._partial is not None:
            self._partial.cancel()
        self._partial = None

    def _drop_guess(self) -> None:
        if self._guess is not None:
            self._guess[1].cancel()
        self._guess = None

    async def _finish(self, heard: Snapshot) -> None:
        guess, self._guess = self._guess, None
        transcript: Transcript | None = None
        if guess is not None and guess[0].utterance == heard.utterance and _same(guess[0], heard):
            try:
                transcript = await guess[1]
            except EngineError:
                transcript = None
        elif guess is not None:
            guess[1].cancel()
        if transcript is None:
            try:
                transcript = await persist(lambda: self._transcribe(heard.pcm, final=True))
            except EngineError as error:
                self.emit(Failed(self.name, error.blame, error.message))
                transcript = Transcript("")
        self.emit(Heard(heard.utterance, transcript.text, at_s=time.monotonic()))

    async def _transcribe(self, pcm: bytes, *, final: bool) -> Transcript:
        async with self._free, self._seat.use() as engine:
            assert engine is not None  # noqa: S101  # ears always have one
            return await first(engine.transcribe(Utterance(pcm, final, self._language)))


def _same(pause: Snapshot, end: Snapshot) -> bool:
    """Whether nothing was said between the pause and the end."""
    return len(pause.pcm) == len(end.pcm)
