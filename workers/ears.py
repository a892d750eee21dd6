"""Ears: the organ that turns utterances into text.

It transcribes speculatively: a pause is transcribed at once, and when the turn proves to be over the text is
already there. Partials are shown while the user speaks, and skipped when the engine is behind. The sound of
an utterance is kept until its text is known, so a crashed engine costs time, not words.
"""

from __future__ import annotations

import asyncio

from models.errors import EngineError
from models.events import Failed, Health, Heard, PartlyHeard, WorkerChanged
from models.ports import SpeechToText
from models.speech import Empty, Transcript, Utterance
from workers.runtime.organ import Organ, Warm
from workers.runtime.remote import revive
from workers.runtime.retry import finish, first, persist
from workers.sound import Snapshot


class Ears(Organ):
    """Takes `Snapshot`; gives `PartlyHeard` and `Heard`."""

    name = "ears"

    def __init__(self, engine: SpeechToText, engine_id: str, language: str = "auto") -> None:
        super().__init__()
        self._engine = engine
        self._engine_id = engine_id
        self._language = language
        self._guess: tuple[Snapshot, asyncio.Task[Transcript]] | None = None
        self._partial: asyncio.Task[None] | None = None
        self._free = asyncio.Lock()

    async def begin(self) -> None:
        """Warm the engine up."""
        self.start(self.warm())

    async def end(self) -> None:
        """End the engine."""
        await self._engine.close()

    async def warm(self) -> None:
        """Load the model; announced when ready."""
        await persist(lambda: finish(self._engine.warm(Empty())))
        self.emit(WorkerChanged(self.name, Health.READY, self._engine_id))

    async def take(self, item: object) -> None:
        """Act on an utterance, partial, paused or ended."""
        match item:
            case Warm(again=again):
                if again:
                    revive(self._engine)
                self.start(self.warm())
            case Snapshot(ended=True):
                self._drop_partial()
                self.start(self._finish(item))
            case Snapshot(paused=True):
                self._drop_partial()
                self.start(self._guess_at(item))
            case Snapshot() if not self._free.locked():
                self._partial = self.start(self._guess_at(item))

    async def _guess_at(self, heard: Snapshot) -> None:
        task = asyncio.ensure_future(self._transcribe(heard.pcm, final=heard.paused))
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
        self.emit(Heard(heard.utterance, transcript.text, at_s=heard.at_s))

    async def _transcribe(self, pcm: bytes, *, final: bool) -> Transcript:
        async with self._free:
            return await first(self._engine.transcribe(Utterance(pcm, final, self._language)))


def _same(pause: Snapshot, end: Snapshot) -> bool:
    """Whether nothing was said between the pause and the end."""
    return len(pause.pcm) == len(end.pcm)
