from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import pytest

from models.commands import MuteMicrophone, Silence
from models.errors import Blame, EngineError
from models.events import Failed, Heard, Speaking, SpeechEnded, SpeechStarted, Spoken
from models.sound import (
    OUTSIDE,
    AudioSetup,
    Clip,
    ClipEnded,
    ClipStarted,
    DeviceChanged,
    DeviceState,
    Fade,
    Levels,
    Playhead,
    VoiceEnd,
    VoiceMore,
    VoiceOnset,
    VoicePause,
)
from models.speech import MIC_RATE_HZ
from tests.fakes.engines import FakeDevice, died
from tests.workers.living import Watched, living, until
from workers.runtime.lane import Lane
from workers.runtime.organ import Warm
from workers.sound import Lanes, PlaySample, Snapshot, Sound

SECOND = b"\1\0" * MIC_RATE_HZ


@dataclass
class Rig:
    device: FakeDevice = field(default_factory=FakeDevice)
    heard: list[Snapshot] = field(default_factory=list)
    lanes: Lanes = field(default_factory=lambda: Lanes(Lane(Playhead()), Lane(Levels())))

    def live(self, setup: AudioSetup = AudioSetup()) -> AbstractAsyncContextManager[Watched]:
        return living(Sound(self.device, setup, self.heard.append, self.lanes))


@pytest.fixture
async def rig() -> Rig:
    return Rig()


async def test_an_utterance_is_collected_and_handed_over(rig: Rig) -> None:
    async with rig.live() as sound:
        for event in (
            VoiceOnset(1, 10.0, b"ab"),
            VoiceMore(1, b"cd"),
            VoicePause(1, 11.0),
            VoiceEnd(1, 11.0),
        ):
            rig.device.events.put_nowait(event)
        started = await sound.see(SpeechStarted)
        await sound.see(SpeechEnded)
    assert started == SpeechStarted(started.utterance, at_s=10.0)
    number = started.utterance
    assert rig.heard == [
        Snapshot(number, b"abcd", paused=True),
        Snapshot(number, b"abcd", ended=True),
    ]


async def test_long_speech_gives_partials(rig: Rig) -> None:
    async with rig.live() as sound:
        rig.device.events.put_nowait(VoiceOnset(1, 0.0, b""))
        for _ in range(3):
            rig.device.events.put_nowait(VoiceMore(1, SECOND))
        rig.device.events.put_nowait(VoiceEnd(1, 3.0))
        await sound.see(SpeechEnded)
    assert [(s.paused, s.ended, len(s.pcm) // len(SECOND)) for s in rig.heard] == [
        (False, False, 1),
        (False, False, 2),
        (False, False, 3),
        (False, True, 3),
    ]


async def test_a_blip_is_no_speech(rig: Rig) -> None:
    async with rig.live() as sound:
        rig.device.events.put_nowait(VoiceOnset(1, 0.0, b"ab"))
        rig.device.events.put_nowait(VoiceEnd(1, 0.1, spoken=False))
        heard = await sound.see(Heard)
    assert heard.text == ""
    assert rig.heard == []


async def test_clips_are_reported_as_heard(rig: Rig) -> None:
    async with rig.live() as sound:
        sound.put(Clip(1, 0, b"ab", 24_000))
        await until(lambda: rig.device.played)
        rig.device.events.put_nowait(ClipStarted(1, 0, 5.0))
        rig.device.events.put_nowait(ClipEnded(1, 0, 7.0, 2.0, 2.0))
        assert await sound.see(Speaking) == Speaking(1, 0, at_s=5.0)
        assert await sound.see(Spoken) == Spoken(1, 0, 1.0, at_s=7.0)


async def test_a_cut_clip_reports_its_fraction(rig: Rig) -> None:
    async with rig.live() as sound:
        rig.device.events.put_nowait(ClipEnded(1, 0, 7.0, 0.5, 2.0, complete=False))
        assert (await sound.see(Spoken)).heard == 0.25


async def test_silence_drops_clips_of_the_turn_now_and_later(rig: Rig) -> None:
    async with rig.live() as sound:
        sound.put(Clip(1, 0, b"ab", 24_000))
        await until(lambda: rig.device.played)
        sound.put(Silence(1))
        sound.put(Clip(1, 1, b"stale", 24_000))
        sound.put(Clip(2, 0, b"new", 24_000))
        await until(lambda: len(rig.device.played) == 2)
        assert await sound.see(Spoken) == Spoken(1, 1, 0.0)
    assert rig.device.fades == [Fade(1)]
    assert [clip.pcm for clip in rig.device.played] == [b"ab", b"new"]


async def test_levels_go_to_their_lanes(rig: Rig) -> None:
    async with rig.live():
        head = Playhead(1, 0, 0.5, 9.0, 0.1)
        rig.device.events.put_nowait(head)
        rig.device.events.put_nowait(Levels(0.2, 0.9))
        await until(lambda: rig.lanes.levels.get().voice)
    assert rig.lanes.playhead.get() == head


async def test_after_a_crash_unheard_clips_play_again_and_mute_holds(rig: Rig) -> None:
    async with rig.live() as sound:
        sound.put(Clip(1, 0, b"first", 24_000))
        sound.put(Clip(1, 1, b"second", 24_000))
        sound.put(MuteMicrophone(muted=True))
        await until(lambda: rig.device.mutes)
        rig.device.events.put_nowait(ClipEnded(1, 0, 1.0, 1.0, 1.0))
        await sound.see(Spoken)
        rig.device.events.put_nowait(died())
        await until(lambda: len(rig.device.mutes) == 2)
    assert [clip.pcm for clip in rig.device.played] == [b"first", b"second", b"second"]
    assert len(rig.device.setups) == 2


async def test_what_the_user_was_saying_survives_a_crash(rig: Rig) -> None:
    async with rig.live() as sound:
        rig.device.events.put_nowait(VoiceOnset(1, 0.0, SECOND))
        rig.device.events.put_nowait(died())
        await sound.see(SpeechEnded)
        rig.device.events.put_nowait(VoiceOnset(1, 9.0, SECOND))
        again = await sound.see(SpeechStarted, 2)
    assert rig.heard[-1].ended
    assert rig.heard[-1].pcm == SECOND
    assert again.utterance != rig.heard[-1].utterance


async def test_a_lost_device_is_one_failure(rig: Rig) -> None:
    async with rig.live() as sound:
        rig.device.events.put_nowait(DeviceChanged("input", DeviceState.LOST, message="unplugged"))
        failed = await sound.see(Failed)
    assert (failed.worker, failed.blame, failed.message) == ("microphone", Blame.DEVICE, "unplugged")


async def test_settings_trouble_ends_listening_with_its_message(rig: Rig) -> None:
    async with rig.live() as sound:
        sound.put(Clip(1, 0, b"ab", 24_000))
        await until(lambda: rig.device.played)
        rig.device.events.put_nowait(EngineError(Blame.SETTINGS, "no device is called x"))
        assert (await sound.see(Failed)).blame is Blame.SETTINGS
        assert await sound.see(Spoken) == Spoken(1, 0, 1.0)


async def test_a_sample_is_played_outside_the_conversation(rig: Rig) -> None:
    async with rig.live() as sound:
        await until(lambda: rig.device.setups)
        sound.put(Silence(7))
        sound.put(PlaySample(b"abcd", 24_000))
        await until(lambda: rig.device.played)
        rig.device.events.put_nowait(ClipStarted(OUTSIDE, 0, 5.0))
        rig.device.events.put_nowait(ClipEnded(OUTSIDE, 0, 7.0, 2.0, 2.0))
        rig.device.events.put_nowait(died())
        await until(lambda: len(rig.device.setups) == 2)
    assert rig.device.played == [Clip(OUTSIDE, 0, b"abcd", 24_000)]
    assert sound.of(Speaking) == sound.of(Spoken) == []


async def test_asked_to_it_begins_anew(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[object] = []

    async def rest(engine: object) -> bool:
        rested.append(engine)
        return True

    monkeypatch.setattr("workers.sound.rest", rest)
    async with rig.live() as sound:
        sound.put(Warm(again=True))
        await until(lambda: bool(rested))
    assert rested == [rig.device]
