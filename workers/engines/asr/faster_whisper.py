"""Whisper on this machine, through faster-whisper and CTranslate2."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np

from models.errors import Blame, EngineError
from models.speech import MIC_RATE_HZ, Empty, Transcript, Utterance
from workers.advice import fetching
from workers.engines.asr.decoding import AbandonedError, ShortContextWhisper
from workers.engines.asr.faster_whisper_settings import FasterWhisperSettings
from workers.weights.cache import path_of

_SHORTEST_S = 0.1
_FULL_SCALE = 32768.0

_T = TypeVar("_T")


class FasterWhisperTranscriber:
    """Hears with Whisper. A cancelled call gives way at once; the native work it started ends on its own."""

    def __init__(self, settings: FasterWhisperSettings) -> None:
        self._settings = settings
        self._native = ThreadPoolExecutor(max_workers=1, thread_name_prefix="whisper")
        self._whisper: ShortContextWhisper | None = None

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        """Load the model and decode once."""
        await self._run(self._load)
        yield request

    async def transcribe(self, request: Utterance) -> AsyncIterator[Transcript]:
        """Yield one transcript. Partials take the cheapest setting."""
        settings = self._settings
        language = settings.language if request.language == "auto" else request.language
        abandoned = threading.Event()

        def work() -> Transcript:
            if abandoned.is_set():
                raise AbandonedError
            sound = (
                np.frombuffer(request.pcm[: len(request.pcm) // 2 * 2], "<i2").astype(np.float32)
                / _FULL_SCALE
            )
            if len(sound) < _SHORTEST_S * MIC_RATE_HZ:
                return Transcript("")
            beam = settings.beam if request.final else 1
            return self._load().transcribe(
                sound, language, beam=beam, careful=request.final, abandoned=abandoned
            )

        try:
            yield await self._run(work)
        finally:
            abandoned.set()

    async def close(self) -> None:
        """Give the model back as soon as the native call under way has ended."""
        self._whisper = None
        self._native.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._native, work)

    def _load(self) -> ShortContextWhisper:
        if self._whisper is None:
            settings = self._settings
            folder = path_of(settings.model)
            if "/" in settings.model or "\\" in settings.model:
                folder = Path(settings.model).expanduser()
            if not (folder / "model.bin").is_file():
                raise EngineError(
                    Blame.SETTINGS,
                    f"the speech model {settings.model} is missing; fetch it with: {fetching()}",
                )
            try:
                whisper = ShortContextWhisper(
                    folder, device=settings.device, compute_type=settings.compute_type,
                    threads=settings.threads, margin_s=settings.margin_s,
                )  # fmt: skip
                whisper.warm()
            except (RuntimeError, ValueError) as error:
                raise EngineError(Blame.SETTINGS, f"Whisper cannot start: {error}") from error
            self._whisper = whisper
        return self._whisper
