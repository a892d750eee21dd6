"""The real recogniser in its real process, asleep and woken by a voice."""

from __future__ import annotations

import asyncio

import psutil
import pytest

from models.events import Failed, Health, Heard, WorkerChanged
from tests import speech_data
from tests.workers.living import Watched, living
from workers.ears import Ears
from workers.engines.asr.faster_whisper import FasterWhisperSettings
from workers.engines.registry import provider
from workers.runtime.child import Observer
from workers.runtime.organ import Sleep, Wake
from workers.runtime.remote import Remote, connect
from workers.runtime.seat import Exchange
from workers.sound import Snapshot

pytestmark = pytest.mark.models

_PATIENCE_S = 60


async def health(organ: Watched, wanted: list[Health]) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while [change.health for change in organ.of(WorkerChanged)] != wanted:
            await asyncio.sleep(0.01)


async def test_what_is_said_to_sleeping_ears_is_heard_from_its_first_word() -> None:
    told: list[Health] = []
    observer = Observer(lambda health, _note: told.append(health), lambda _name, _line: None)
    engine = connect(provider("faster-whisper"), FasterWhisperSettings(), observer)
    assert isinstance(engine, Remote)
    recording = next(one for one in speech_data.short() if one.name == "goforward")
    pcm = (recording.samples * 32767).astype("<i2").tobytes()
    async with living(Ears(Exchange(engine, "faster-whisper"))) as ears:
        await health(ears, [Health.READY])
        pid = engine.child.pid
        assert pid is not None
        ears.put(Sleep())
        await health(ears, [Health.READY, Health.ASLEEP])
        assert not psutil.pid_exists(pid)
        ears.put(Wake())
        ears.put(Snapshot(1, pcm[: len(pcm) // 2]))
        ears.put(Snapshot(1, pcm[: len(pcm) // 2], paused=True))
        ears.put(Snapshot(1, pcm, paused=True))
        ears.put(Snapshot(1, pcm, ended=True))
        async with asyncio.timeout(_PATIENCE_S):
            while not ears.of(Heard):
                await asyncio.sleep(0.01)
        assert ears.of(Heard)[0].text.lower().startswith("go forward")
        await health(ears, [Health.READY, Health.ASLEEP, Health.READY])
    assert told == [Health.STARTING]
    assert ears.of(Failed) == []
