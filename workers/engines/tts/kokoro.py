"""Kokoro-82M on this machine, through onnxruntime."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TypeVar

from models.errors import Blame, EngineError
from models.speech import Empty, Line, Speech, Voice, VoiceStyle
from workers.engines.tts.kokoro_settings import SPEED_MAX, SPEED_MIN, KokoroSettings
from workers.engines.tts.phrases import Phrase
from workers.engines.tts.speaker import Speaker
from workers.weights.cache import path_of

_WARM_UP = "Hm."

_T = TypeVar("_T")


class KokoroVoice:
    """Speaks with Kokoro. A cancelled call gives way at once; the native work it started ends on its own."""

    def __init__(self, settings: KokoroSettings) -> None:
        self._settings = settings
        self._native = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kokoro")
        self._speaker: Speaker | None = None
        self._asked = 0

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        """Load the network, the voice and the lexicon, and speak once unheard; not where a line waits to be said."""

        def work() -> None:
            speaker = self._load()
            for phrase in speaker.phrases(_WARM_UP, self._settings.voice):
                if not self._asked:
                    speaker.say(phrase, VoiceStyle(self._settings.voice), first=True)

        await self._run(work)
        yield request

    async def speak(self, request: Line) -> AsyncIterator[Speech]:
        """Yield the line as one clip, or as several when it is very long."""
        style = replace(
            request.style,
            voice=request.style.voice or self._settings.voice,
            speed=min(max(request.style.speed * self._settings.speed, SPEED_MIN), SPEED_MAX),
        )
        gone = threading.Event()

        def say(phrase: Phrase, *, first: bool) -> Speech | None:
            return None if gone.is_set() else self._load().say(phrase, style, first=first)

        self._asked += 1
        try:
            phrases = await self._run(lambda: self._load().phrases(request.text, style.voice))
            for n, phrase in enumerate(phrases):
                speech = await self._run(partial(say, phrase, first=request.first and n == 0))
                if speech is not None:
                    yield speech
        finally:
            self._asked -= 1
            gone.set()

    async def voices(self, request: Empty) -> AsyncIterator[Voice]:  # noqa: ARG002  # the port's signature
        """Yield every voice there is."""
        for voice in await self._run(lambda: self._load().voices()):
            yield voice

    async def close(self) -> None:
        """Give the network back as soon as the native call under way has ended."""
        self._speaker = None
        self._native.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._native, work)

    def _load(self) -> Speaker:
        if self._speaker is None:
            from onnxruntime.capi import onnxruntime_pybind11_state as native

            try:
                self._speaker = Speaker(
                    path_of(self._settings.model), path_of("kokoro-voices"), threads=self._settings.threads
                )
            except LookupError as error:
                message = f"the Kokoro model {self._settings.model} is laid out in a way that is not known"
                raise EngineError(Blame.SETTINGS, message) from error
            except (
                native.Fail,
                native.InvalidGraph,
                native.InvalidProtobuf,
                native.RuntimeException,
            ) as error:
                raise EngineError(Blame.SETTINGS, f"the Kokoro model cannot be loaded: {error}") from error
        return self._speaker
