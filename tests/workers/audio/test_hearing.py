"""The whole hearing chain in a simulated room, faster than real time, with the real models."""

from __future__ import annotations

import numpy as np
import pytest

from models.sound import AudioSetup, ClipEnded, VoiceEnd, VoiceMore, VoiceOnset, VoicePause
from tests import speech_data
from tests.workers.audio.conftest import Models
from tests.workers.audio.room import RATE_HZ, Room, reverb
from tests.workers.audio.voices import Samples, hum, hush, keyboard, level, pink, spoken, white

pytestmark = pytest.mark.models

NOISES = {"white": white, "pink": pink, "hum": hum, "keyboard": keyboard}


def among(near: Samples, seconds: float, at_s: float, rng: np.random.Generator) -> Samples:
    """Somebody speaking at `at_s` in a quiet room."""
    room = hush(seconds, rng).astype(np.int32)
    start = int(at_s * RATE_HZ)
    room[start : start + len(near)] += near
    return np.clip(room, -32768, 32767).astype(np.int16)


def said(name: str, decibels: float = -22) -> Samples:
    recordings = {r.name: r for r in [*speech_data.short(), *speech_data.read_aloud()]}
    return level(recordings[name].samples.astype(np.float64), decibels)


@pytest.mark.parametrize("decibels", [-45, -25])
@pytest.mark.parametrize("kind", NOISES)
def test_ten_minutes_of_noise_are_nobody(kind: str, decibels: float, hearing_models: Models) -> None:
    rng = np.random.default_rng(hash(kind) % 1000)
    room = Room(hearing_models)
    room.run(level(NOISES[kind](75, rng), decibels))
    assert room.events == []


def test_a_sentence_becomes_one_turn_with_its_first_and_last_word(hearing_models: Models) -> None:
    rng = np.random.default_rng(0)
    for recording in speech_data.short():
        room = Room(hearing_models)
        near = level(recording.samples.astype(np.float64), -22)
        room.run(among(near, 6.5, 1.0, rng))
        (onset,) = room.told(VoiceOnset)
        (end,) = room.told(VoiceEnd)
        pcm = onset.pcm + b"".join(more.pcm for more in room.told(VoiceMore))
        began_s = end.at_s - len(pcm) / 2 / RATE_HZ
        assert end.spoken
        assert onset.at_s - began_s >= 0.15
        assert not onset.interrupted
        assert len(onset.pcm) / 2 / RATE_HZ >= 0.3
        assert len(pcm) / 2 / RATE_HZ > 1.4
        loud = np.flatnonzero(np.abs(near.astype(int)) > 2500) / RATE_HZ + 1.0
        assert onset.at_s - 0.4 <= loud[0]
        assert began_s + len(pcm) / 2 / RATE_HZ + 0.17 >= loud[-1]


def test_a_finished_command_ends_soon_and_its_pause_comes_first(hearing_models: Models) -> None:
    room = Room(hearing_models)
    room.run(among(said("goforward"), 6.0, 1.0, np.random.default_rng(0)))
    told = {type(event): at_s for at_s, event in room.events}
    (end,) = room.told(VoiceEnd)
    assert told[VoiceEnd] - end.at_s < 0.35
    assert told[VoicePause] < told[VoiceEnd]
    assert told[VoicePause] - end.at_s < 0.25


def test_without_smart_turn_silence_ends_the_turn(hearing_models: Models) -> None:
    room = Room((hearing_models[0], None))
    room.run(among(said("goforward"), 6.0, 1.0, np.random.default_rng(0)))
    (end,) = room.told(VoiceEnd)
    told_s = next(at_s for at_s, event in room.events if isinstance(event, VoiceEnd))
    assert told_s - end.at_s == pytest.approx(0.93, abs=0.05)


@pytest.mark.parametrize("gain", [0.5, 1.0])
@pytest.mark.parametrize("delay_s", [0.02, 0.06, 0.15])
@pytest.mark.parametrize("reverb_s", [0.15, 0.4])
def test_her_own_echo_never_interrupts_her(
    gain: float, delay_s: float, reverb_s: float, hearing_models: Models
) -> None:
    rng = np.random.default_rng(7)
    room = Room(hearing_models, echo_gain=gain, delay_s=delay_s, response=reverb(reverb_s, rng))
    hers = level(spoken(15), -20)
    room.run(hush(1, rng))
    for n, at in enumerate(range(0, len(hers), 3 * RATE_HZ)):
        room.say(1, n, hers[at : at + 3 * RATE_HZ])
        room.run(hush(3.0 if n % 2 else 3.5, rng))
    room.run(hush(1, rng))
    assert room.told(VoiceOnset) == []
    assert all(end.complete for end in room.told(ClipEnded))


@pytest.mark.parametrize("echo_gain", [0.0, 0.5])
def test_a_person_stops_her_and_is_heard(echo_gain: float, hearing_models: Models) -> None:
    rng = np.random.default_rng(8)
    room = Room(hearing_models, echo_gain=echo_gain, response=reverb(0.15, rng))
    hers = level(spoken(30), -20)
    room.say(3, 0, hers[: 10 * RATE_HZ])
    room.say(3, 1, hers[10 * RATE_HZ :])
    room.run(hush(5, rng))
    assert room.told(VoiceOnset) == []
    room.run(among(said("something", -18), 4, 0.2, rng))
    (onset,) = room.told(VoiceOnset)
    assert onset.interrupted
    decided_s = next(at_s for at_s, event in room.events if isinstance(event, VoiceOnset))
    assert decided_s - onset.at_s < 0.25
    cut, dropped = room.told(ClipEnded)
    assert (cut.n, dropped.n) == (0, 1)
    assert not cut.complete
    assert cut.heard_s == pytest.approx(decided_s, abs=0.05)
    assert (dropped.heard_s, dropped.complete) == (0.0, False)
    heard = np.concatenate(room.heard)
    assert not heard[int((decided_s + 0.03) * RATE_HZ) :].any()
    room.say(3, 2, hers[: 2 * RATE_HZ])
    room.say(4, 0, hers[: 2 * RATE_HZ])
    room.run(hush(3, rng))
    complete = {(end.turn, end.n): end.complete for end in room.told(ClipEnded)}
    assert not complete[3, 2]
    assert complete[4, 0]


def test_a_knock_does_not_stop_her(hearing_models: Models) -> None:
    rng = np.random.default_rng(9)
    room = Room(hearing_models, echo_gain=0.5, response=reverb(0.15, rng))
    room.say(1, 0, level(spoken(10), -20))
    room.run(hush(4, rng))
    burst = level(pink(0.2, rng) * np.hanning(3200), -12)
    room.run(among(burst, 7, 0.5, rng))
    assert room.told(VoiceOnset) == []
    assert [end.complete for end in room.told(ClipEnded)] == [True]


def test_she_may_be_told_not_to_be_interrupted(hearing_models: Models) -> None:
    rng = np.random.default_rng(8)
    setup = AudioSetup(barge_in=False)
    room = Room(hearing_models, setup, echo_gain=0.0)
    room.say(3, 0, level(spoken(7), -20))
    room.run(hush(3, rng))
    room.run(among(said("something", -18), 5, 0.2, rng))
    assert [onset.interrupted for onset in room.told(VoiceOnset)] == [False]
    assert [end.complete for end in room.told(ClipEnded)] == [True]


def test_without_echo_cancelling_the_likeness_still_guards(hearing_models: Models) -> None:
    rng = np.random.default_rng(7)
    room = Room(hearing_models, AudioSetup(echo_cancelling=False), response=reverb(0.15, rng))
    room.say(1, 0, level(spoken(20), -20))
    room.run(hush(21, rng))
    assert room.told(VoiceOnset) == []
