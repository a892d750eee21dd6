"""The sound card on a real sound server, in real time."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from models.errors import Blame, EngineError
from models.sound import (
    AudioEvent,
    AudioSetup,
    Clip,
    ClipEnded,
    ClipStarted,
    Device,
    DeviceChanged,
    DeviceState,
    Fade,
    Hold,
    Levels,
    Mute,
    Playhead,
    VoiceEnd,
    VoiceMore,
    VoiceOnset,
    VoicePause,
)
from models.speech import Empty
from tests import speech_data
from tests import stage as stages
from tests.listening import listening
from workers.engines.audio import library
from workers.engines.audio.portaudio import PortAudioDevice, PortAudioSettings

pytestmark = [pytest.mark.models, pytest.mark.usefixtures("hearing_models")]

RATE_HZ = 24_000
OPEN = DeviceState.OPEN


class Card:
    """A listening sound card and everything it told."""

    def __init__(self, latency_ms: float) -> None:
        self.device = PortAudioDevice(PortAudioSettings(latency_ms=latency_ms))
        self.events: list[AudioEvent] = []

    async def see(self, what: Callable[[AudioEvent], bool], timeout_s: float = 15) -> AudioEvent:
        """The first event for which `what` holds, past or to come."""
        async with asyncio.timeout(timeout_s):
            while True:
                for event in self.events:
                    if what(event):
                        return event
                await asyncio.sleep(0.005)

    async def changed(self, direction: str, state: DeviceState, nth: int = 1) -> DeviceChanged:
        """The nth change of a direction to a state."""

        def seen(_: AudioEvent) -> bool:
            return len(self.changes(direction, state)) >= nth

        await self.see(seen)
        return self.changes(direction, state)[nth - 1]

    def changes(self, direction: str, state: DeviceState) -> list[DeviceChanged]:
        changes = [event for event in self.events if isinstance(event, DeviceChanged)]
        return [event for event in changes if (event.direction, event.state) == (direction, state)]

    async def play(self, turn: int, n: int, samples: np.ndarray, rate_hz: int = RATE_HZ) -> None:
        clip = Clip(turn, n, (samples * 32767).astype("<i2").tobytes(), rate_hz)
        assert [done async for done in self.device.play(clip)] == [Empty()]

    async def ended(self, turn: int, n: int) -> ClipEnded:
        event = await self.see(lambda e: isinstance(e, ClipEnded) and (e.turn, e.n) == (turn, n))
        assert isinstance(event, ClipEnded)
        return event


@asynccontextmanager
async def card(setup: AudioSetup | None = None, latency_ms: float = 20) -> AsyncIterator[Card]:
    """A card with both directions open, unless a setup is given."""
    opened = Card(latency_ms)

    async def listen() -> None:
        async for event in opened.device.listen(setup or AudioSetup()):
            opened.events.append(event)

    task = asyncio.create_task(listen())
    try:
        if setup is None:
            await opened.changed("output", OPEN)
            await opened.changed("input", OPEN)
        yield opened
        assert not task.done() or task.exception() is None
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def sound(sound: stages.Sound) -> Iterator[stages.Sound]:
    """The sound server; afterwards no thread of ours is left."""
    before = set(threading.enumerate())
    yield sound
    left = [t.name for t in set(threading.enumerate()) - before if not t.name.startswith("asyncio")]
    assert not left


def tone(seconds: float, rate_hz: int = RATE_HZ) -> np.ndarray:
    return np.asarray(np.sin(np.arange(round(seconds * rate_hz)) * 2 * np.pi * 440 / rate_hz) * 0.5)


def recording_of(name: str) -> speech_data.Recording:
    return {r.name: r for r in [*speech_data.short(), *speech_data.read_aloud()]}[name]


def likeness(heard: np.ndarray, said: np.ndarray) -> float:
    """The highest normalised correlation of the two, 0 to 1."""
    size = 1 << (len(heard) + len(said)).bit_length()
    cross = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size)))
    return float(np.abs(cross).max() / np.sqrt(np.sum(heard**2) * np.sum(said**2)))


async def test_it_says_what_it_hears(sound: stages.Sound, tmp_path: Path) -> None:
    spoken = recording_of("goforward")
    wav = speech_data.wav_48k(spoken, tmp_path)
    async with card() as ears:
        with sound.say_in_background(wav):
            began_s = time.monotonic()
            end = await ears.see(lambda e: isinstance(e, VoiceEnd))
        (onset,) = [e for e in ears.events if isinstance(e, VoiceOnset)]
        assert isinstance(end, VoiceEnd)
        assert end.spoken
        assert began_s < onset.at_s < end.at_s < time.monotonic()
        assert len(onset.pcm) / 32 >= 300
        pcm = onset.pcm + b"".join(e.pcm for e in ears.events if isinstance(e, VoiceMore))
        heard = np.frombuffer(pcm, "<i2").astype(np.float64)
        assert likeness(heard, spoken.samples.astype(np.float64)) > 0.5
        assert any(isinstance(e, Levels) and e.voice > 0.5 and e.microphone > 0 for e in ears.events)


async def test_clips_are_heard_whole_and_without_a_gap(
    sound: stages.Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_LATENCY_MSEC", "100")
    whole = tone(2.0)
    async with card(latency_ms=80) as mouth:
        with listening(sound) as captured:
            for n, part in enumerate((whole[:12_000], whole[12_000:36_000], whole[36_000:])):
                await mouth.play(1, n, part)
            last = await mouth.ended(1, 2)
            told_s = time.monotonic()
            await mouth.see(lambda e: isinstance(e, Playhead) and e.n == -1)
            stages.wait_until(
                lambda: len(captured.sounding()) == 1 and captured.loudness()[1][-1] == 0, "the end"
            )
        ((start_s, end_s),) = captured.sounding(gap_s=0.011)
        assert end_s - start_s == pytest.approx(2.0, abs=0.03)
        steady = captured.between(start_s + 0.05, end_s - 0.05)
        spectrum = np.abs(np.fft.rfft(steady * np.hanning(len(steady)))) ** 2
        peak = int(spectrum.argmax())
        assert spectrum[peak - 5 : peak + 6].sum() > 0.9999 * spectrum.sum()
        started = next(e for e in mouth.events if isinstance(e, ClipStarted))
        assert started.at_s == pytest.approx(start_s, abs=0.04)
        assert last.at_s == pytest.approx(end_s, abs=0.04)
        assert told_s >= last.at_s
        assert last.complete
        heads = [e for e in mouth.events if isinstance(e, Playhead) and e.n >= 0]
        assert len(heads) >= 2.0 * 40
        for head in heads:
            length_before = {0: 0.0, 1: 0.5, 2: 1.5}[head.n]
            assert head.at_s - started.at_s == pytest.approx(length_before + head.position_s, abs=0.03)


async def test_silence_fades_within_twenty_milliseconds(sound: stages.Sound) -> None:
    async with card() as mouth:
        with listening(sound) as captured:
            await mouth.play(5, 0, tone(5))
            await mouth.see(lambda e: isinstance(e, Playhead) and e.position_s > 0.5)
            assert [done async for done in mouth.device.silence(Fade(5))] == [Empty()]
            ended = await mouth.ended(5, 0)
            await mouth.play(5, 1, tone(1))
            refused = await mouth.ended(5, 1)
            stages.wait_until(lambda: captured.loudness()[1][-1] == 0, "silence")
        sounding = np.flatnonzero(np.abs(captured.samples) > 0.001)
        full = np.flatnonzero(np.abs(captured.samples) > 0.47)
        assert (sounding[-1] - full[-1]) / stages.SINK_RATE_HZ <= 0.02
        assert np.abs(np.diff(captured.samples)).max() < 0.04
        assert ended.heard_s == pytest.approx((sounding[-1] - sounding[0]) / stages.SINK_RATE_HZ, abs=0.01)
        assert (refused.heard_s, refused.complete) == (0.0, False)


async def test_a_person_interrupts_her(sound: stages.Sound, tmp_path: Path) -> None:
    wav = speech_data.wav_48k(recording_of("something"), tmp_path)
    hers = np.resize(recording_of("sense_and_sensibility_01_austen_64kb-0870").samples, 16_000 * 20)
    async with card() as mouth:
        with listening(sound) as captured:
            await mouth.play(2, 0, hers, 16_000)
            await mouth.play(2, 1, hers, 16_000)
            await mouth.see(lambda e: isinstance(e, Playhead) and e.position_s > 2.5)
            assert not [e for e in mouth.events if isinstance(e, VoiceOnset)]
            with sound.say_in_background(wav):
                onset = await mouth.see(lambda e: isinstance(e, VoiceOnset))
                cut, dropped = await mouth.ended(2, 0), await mouth.ended(2, 1)
            stages.wait_until(lambda: captured.loudness()[1][-1] == 0, "silence")
        assert isinstance(onset, VoiceOnset)
        assert onset.interrupted
        assert not cut.complete
        assert dropped.heard_s == 0
        assert captured.sounding()[-1][1] == pytest.approx(cut.at_s, abs=0.05)


async def test_her_loudspeaker_in_the_microphone_triggers_nothing(sound: stages.Sound) -> None:
    argv = ("load-module", "module-loopback", "source=spk.monitor", "sink=micfeed", "latency_msec=40")
    loop = sound.pactl(*argv).strip()
    try:
        hers = np.concatenate([r.samples for r in speech_data.read_aloud()])
        async with card() as mouth:
            for n in range(4):
                await mouth.play(1, n, hers[n * 80_000 : (n + 1) * 80_000] * 0.5, 16_000)
            last = await asyncio.wait_for(_last(mouth), 40)
            assert any(isinstance(e, Levels) for e in mouth.events)
            assert not [e for e in mouth.events if isinstance(e, VoiceOnset)]
            assert last.complete
    finally:
        sound.pactl("unload-module", loop)


async def _last(mouth: Card) -> ClipEnded:
    event = await mouth.see(lambda e: isinstance(e, ClipEnded) and e.n == 3, 40)
    assert isinstance(event, ClipEnded)
    return event


def microphones(sound: stages.Sound) -> list[str]:
    lines = sound.pactl("list", "short", "source-outputs").splitlines()
    return [line for line in lines if "protocol-native" in line]


async def test_muting_releases_the_microphone(sound: stages.Sound) -> None:
    async with card() as ears:
        assert len(microphones(sound)) == 1
        await ears.play(1, 0, tone(1.0))
        assert [done async for done in ears.device.mute(Mute(muted=True))] == [Empty()]
        assert microphones(sound) == []
        assert await ears.changed("input", DeviceState.MUTED)
        assert (await ears.ended(1, 0)).complete
        assert not ears.changes("output", DeviceState.LOST)
        assert [done async for done in ears.device.mute(Mute(muted=False))] == [Empty()]
        assert await ears.changed("input", OPEN, 2)
        assert len(microphones(sound)) == 1
    assert microphones(sound) == []


async def test_it_may_start_muted(sound: stages.Sound) -> None:
    async with card(AudioSetup(microphone=False)) as ears:
        await ears.changed("output", OPEN)
        await ears.changed("input", DeviceState.MUTED)
        assert microphones(sound) == []


async def test_a_microphone_that_falls_silent_is_lost_and_found(sound: stages.Sound, tmp_path: Path) -> None:
    wav = speech_data.wav_48k(recording_of("sense_and_sensibility_01_austen_64kb-0870"), tmp_path)
    async with card() as ears:
        try:
            with sound.say_in_background(wav):
                await ears.see(lambda e: isinstance(e, VoiceMore))
                sound.pactl("suspend-source", "vmic", "1")
                lost = await ears.changed("input", DeviceState.LOST)
                end = await ears.see(lambda e: isinstance(e, VoiceEnd))
            assert lost.message
            assert isinstance(end, VoiceEnd)
            assert end.spoken
            await ears.play(1, 0, tone(0.3))
            assert (await ears.ended(1, 0)).complete
        finally:
            sound.pactl("suspend-source", "vmic", "0")
        await ears.changed("input", OPEN, 2)
        assert not ears.changes("output", DeviceState.LOST)


async def test_a_sound_server_that_dies_and_returns(
    sound: stages.Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stages.sound() as own:
        for key, value in own.env.items():
            if key.startswith("PULSE_"):
                monkeypatch.setenv(key, value)
        async with card() as both:
            await both.play(1, 0, tone(3.0))
            await both.see(lambda e: isinstance(e, Playhead) and e.position_s > 0.3)
            argv = _kill_server(own)
            await both.changed("output", DeviceState.LOST)
            await both.changed("input", DeviceState.LOST)
            await both.changed("input", DeviceState.ABSENT)
            assert (await both.ended(1, 0)).complete
            await both.play(1, 1, tone(0.3))
            assert (await both.ended(1, 1)).complete
            with stages.program(*argv, env=own.env, log=own.folder / "second.log"):
                await both.changed("output", OPEN, 2)
                await both.changed("input", OPEN, 2)
                with listening(own) as captured:
                    await both.play(1, 2, tone(0.5))
                    assert (await both.ended(1, 2)).complete
                    stages.wait_until(lambda: bool(captured.sounding()), "sound")


def _kill_server(sound: stages.Sound) -> list[str]:
    """Kill the sound server; give the command line that starts it again."""
    socket = sound.env["PULSE_SERVER"]
    for entry in Path("/proc").glob("[0-9]*"):
        argv = (entry / "cmdline").read_bytes().decode().split("\0")[:-1]
        if argv and argv[0] == "pulseaudio" and socket.removeprefix("unix:") in " ".join(argv):
            os.kill(int(entry.name), signal.SIGKILL)
            stages.wait_until(partial(_gone, entry), "the server's end")
            Path(socket.removeprefix("unix:")).unlink(missing_ok=True)
            return argv
    raise LookupError(socket)


def _gone(process: Path) -> bool:
    return not (process / "cmdline").read_bytes()


async def test_with_no_sound_at_all_clips_still_take_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    async with card(AudioSetup()) as both:
        for direction in ("input", "output"):
            absent = await both.changed(direction, DeviceState.ABSENT)
            assert absent.message
        await both.play(1, 0, tone(0.5))
        ended = await both.ended(1, 0)
        started = next(e for e in both.events if isinstance(e, ClipStarted))
        assert ended.at_s - started.at_s == pytest.approx(0.5, abs=0.01)


async def test_devices_are_listed(sound: stages.Sound) -> None:
    device = PortAudioDevice(PortAudioSettings())
    found = [entry async for entry in device.devices(Empty())]
    assert {"pulse", "default"} <= {entry.name for entry in found}
    assert sum(entry.default_input for entry in found) == 1
    async with card(AudioSetup(input_device="pulse", output_device="pulse")) as both:
        assert (await both.changed("input", OPEN)).name == "pulse"
        assert (await both.changed("output", OPEN)).name == "pulse"
        assert [entry async for entry in both.device.devices(Empty())] == found


async def test_a_named_device_that_is_missing_is_replaced_and_said(sound: stages.Sound) -> None:
    async with card(AudioSetup(input_device="Studio 9000")) as ears:
        opened = await ears.changed("input", OPEN)
        assert opened.name == "default"
        assert "Studio 9000" in opened.message


async def test_nothing_is_played_before_it_listens() -> None:
    device = PortAudioDevice(PortAudioSettings())
    with pytest.raises(EngineError) as caught:
        [done async for done in device.play(Clip(1, 0, b"", RATE_HZ))]
    assert caught.value.blame is Blame.BUG


async def test_without_the_model_she_speaks_but_does_not_hear(
    sound: stages.Sound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path))
    async with card(AudioSetup()) as both:
        absent = await both.changed("input", DeviceState.ABSENT)
        assert "installer/run.py" in absent.message
        await both.changed("output", OPEN)
        await both.play(1, 0, tone(0.2))
        assert (await both.ended(1, 0)).complete


@pytest.mark.parametrize(
    ("direction", "name", "chosen", "fallback"),
    [
        ("input", "", 1, False),
        ("input", "USB", 3, False),
        ("input", "Gone", 1, True),
        ("output", "Speakers", 4, False),
        ("output", "", 2, False),
    ],
)
def test_which_device_a_name_means(direction: str, name: str, chosen: int, fallback: bool) -> None:  # noqa: FBT001
    known = [
        Device("Speakers", 0, 2, host_api="MME"),
        Device("Mic", 2, 0, default_input=True, rate_hz=44_100, host_api="MME"),
        Device("Headset", 0, 2, default_output=True, rate_hz=48_000, host_api="MME"),
        Device("USB", 1, 0, rate_hz=16_000, host_api="Windows WASAPI"),
        Device("Speakers", 0, 2, host_api="Windows WASAPI"),
    ]
    choice = library.choose(known, direction, name)
    assert choice is not None
    assert (choice.index, choice.fallback) == (chosen, fallback)
    assert library.choose([], direction, name) is None


def test_the_buffer_is_never_larger_than_the_sound_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_LATENCY_MSEC", "15")
    assert library.latency_s(40) == 0.015
    monkeypatch.delenv("PULSE_LATENCY_MSEC")
    assert library.latency_s(40) == 0.04


async def test_on_push_to_talk_only_what_is_said_with_the_key_down_is_heard(
    sound: stages.Sound, tmp_path: Path
) -> None:
    spoken = recording_of("goforward")
    wav = speech_data.wav_48k(spoken, tmp_path)
    async with card(AudioSetup(push=True)) as ears:
        await ears.changed("input", OPEN)
        await asyncio.to_thread(sound.say, wav)
        assert any(isinstance(e, Levels) and e.microphone > 0.01 for e in ears.events)
        assert not [e for e in ears.events if isinstance(e, VoiceOnset)]
        assert [done async for done in ears.device.hold(Hold(down=True))] == [Empty()]
        onset = await ears.see(lambda e: isinstance(e, VoiceOnset))
        assert isinstance(onset, VoiceOnset)
        assert len(onset.pcm) / 32 >= 300
        await asyncio.to_thread(sound.say, wav)
        await ears.see(lambda e: isinstance(e, VoicePause))
        assert not [e for e in ears.events if isinstance(e, VoiceEnd)]
        released_s = time.monotonic()
        assert [done async for done in ears.device.hold(Hold(down=False))] == [Empty()]
        end = await ears.see(lambda e: isinstance(e, VoiceEnd))
        assert isinstance(end, VoiceEnd)
        assert end.spoken
        assert end.at_s < released_s
        pcm = onset.pcm + b"".join(e.pcm for e in ears.events if isinstance(e, VoiceMore))
        heard = np.frombuffer(pcm, "<i2").astype(np.float64)
        assert likeness(heard, spoken.samples.astype(np.float64)) > 0.5
        assert [done async for done in ears.device.tune(AudioSetup())] == [Empty()]
        with sound.say_in_background(wav):
            await ears.see(lambda e: isinstance(e, VoiceEnd) and e.utterance == 2)
        assert len(ears.changes("input", OPEN)) == 1


async def test_the_talk_key_interrupts_her_even_where_a_voice_would_not(sound: stages.Sound) -> None:
    del sound
    async with card(AudioSetup(push=True, barge_in=False)) as ears:
        await ears.changed("input", OPEN)
        await ears.changed("output", OPEN)
        await ears.play(1, 0, tone(5))
        await ears.see(lambda e: isinstance(e, ClipStarted))
        assert [done async for done in ears.device.hold(Hold(down=True))] == [Empty()]
        onset = await ears.see(lambda e: isinstance(e, VoiceOnset))
        assert isinstance(onset, VoiceOnset)
        assert onset.interrupted
        assert not (await ears.ended(1, 0)).complete


async def test_a_muted_microphone_has_no_talk_key(sound: stages.Sound) -> None:
    del sound
    async with card(AudioSetup(push=True)) as ears:
        await ears.changed("input", OPEN)
        assert [done async for done in ears.device.mute(Mute(muted=True))] == [Empty()]
        await ears.changed("input", DeviceState.MUTED)
        for down in (True, False):
            assert [done async for done in ears.device.hold(Hold(down=down))] == [Empty()]
        assert [done async for done in ears.device.mute(Mute(muted=False))] == [Empty()]
        await ears.changed("input", OPEN, 2)
        assert not [e for e in ears.events if isinstance(e, VoiceOnset)]


async def test_another_device_is_taken_while_she_speaks_and_the_other_direction_goes_on(
    sound: stages.Sound,
) -> None:
    del sound
    async with card() as ears:
        names = [e.name async for e in ears.device.devices(Empty()) if e.output_channels]
        now = ears.changes("output", OPEN)[0].name
        other = next(name for name in names if name != now and name in {"pulse", "default"})
        await ears.play(1, 0, tone(1.5))
        await ears.see(lambda e: isinstance(e, ClipStarted))
        tuned = AudioSetup(output_device=other, volume=0.2, echo_cancelling=False)
        assert [done async for done in ears.device.tune(tuned)] == [Empty()]
        assert (await ears.changed("output", OPEN, 2)).name == other
        assert (await ears.ended(1, 0)).complete
        assert len(ears.changes("input", OPEN)) == 1
