"""The parts of the hearing chain, each against a reference."""

from __future__ import annotations

import numpy as np
import pytest

import workers.engines.asr.without_av  # noqa: F401  # before faster_whisper is imported
from models.speech import MIC_RATE_HZ
from tests.workers.audio.conftest import Models
from tests.workers.audio.room import reverb
from tests.workers.audio.voices import hush, level, pink, spoken
from workers.engines.audio.echo import FRAME, EchoCanceller
from workers.engines.audio.log_mel import log_mel, unit_variance
from workers.engines.audio.pairing import Pairing
from workers.engines.audio.resample import ToSpeechRate
from workers.engines.audio.residue import correlation
from workers.engines.audio.smart_turn import SPAN, SmartTurn, features
from workers.engines.audio.voice_activity import WINDOW, VoiceActivity


def test_mel_features_are_those_of_whisper() -> None:
    from faster_whisper.feature_extractor import FeatureExtractor

    samples = spoken(8).astype(np.float32)
    reference = FeatureExtractor(chunk_length=8)(samples, padding=0)
    assert np.abs(log_mel(samples) - reference).max() < 1e-3


def test_smart_turn_sees_the_last_eight_seconds_normalised_and_left_padded() -> None:
    long = level(spoken(12), -25)
    assert np.array_equal(features(long.tobytes()), features(long[-SPAN:].tobytes()))
    short = level(spoken(2), -25)
    padded = np.pad(short, (SPAN - len(short), 0)).astype(np.float32) / np.float32(32768)
    assert np.array_equal(features(short.tobytes()), log_mel(unit_variance(padded)))
    louder = features((short * 2).tobytes())
    assert np.abs(louder - features(short.tobytes())).max() < 0.05


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000, 96_000])
def test_any_device_rate_becomes_16_khz(rate_hz: int) -> None:
    to_speech = ToSpeechRate(rate_hz)
    block = rate_hz // 100
    samples = np.sin(np.arange(rate_hz) * 2 * np.pi * 300 / rate_hz).astype(np.float32) * 0.5
    out = np.concatenate([to_speech.feed(samples[at : at + block]) for at in range(0, rate_hz, block)])
    assert len(out) == MIC_RATE_HZ
    assert np.abs(out[4000:12000]).max() == pytest.approx(16384, rel=0.01)
    spectrum = np.abs(np.fft.rfft(out[4000:12000] * np.hanning(8000)))
    assert spectrum.argmax() == 150


def test_sound_comes_out_as_soon_as_it_comes_in() -> None:
    to_speech = ToSpeechRate(48_000)
    to_speech.feed(np.zeros(4800, np.float32))
    out = to_speech.feed(np.ones(480, np.float32))
    assert np.flatnonzero(out > 16_000)[0] <= 20


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_silence_takes_as_long_as_sound(rate_hz: int) -> None:
    block = rate_hz // 100
    sound = np.sin(np.arange(block) * 0.1).astype(np.float32) * 0.5
    script = [True] * 5 + [False] * 30 + [True] * 5
    outputs = []
    for shortcut in (False, True):
        to_speech = ToSpeechRate(rate_hz)
        pieces = [
            to_speech.feed(sound)
            if sounding
            else to_speech.feed_silence(block)
            if shortcut
            else to_speech.feed(np.zeros(block, np.float32))
            for sounding in script
        ]
        outputs.append(np.concatenate(pieces))
    assert np.array_equal(outputs[0], outputs[1])


def test_far_and_near_stay_in_step_however_the_blocks_come() -> None:
    rng = np.random.default_rng(1)
    pairing = Pairing()
    played = drawn = 0
    offsets = []
    for _ in range(3000):
        for _ in range(int(rng.integers(0, 3))):
            pairing.put((np.arange(played, played + FRAME) % 30_000).astype(np.int16))
            played += FRAME
        while drawn + FRAME <= played - FRAME * int(rng.integers(0, 2)):
            frame = pairing.draw(FRAME)
            drawn += FRAME
            offsets.append((drawn - FRAME - int(frame[0])) % 30_000)
    assert set(offsets[-500:]) == {offsets[-1]}


def test_slack_that_is_never_needed_is_dropped() -> None:
    pairing = Pairing()
    pairing.put(np.zeros(3000, np.int16))
    for value in range(1000):
        pairing.put(np.full(FRAME, value, np.int16))
        newest = pairing.draw(FRAME)
    assert newest[-1] >= 996


def test_correlation_finds_a_copy_and_no_copy() -> None:
    rng = np.random.default_rng(2)
    whole = rng.standard_normal(11_200).astype(np.float32)
    assert correlation(whole[2000:8400] * 0.01, whole) == pytest.approx(1, abs=0.01)
    assert correlation(rng.standard_normal(6400).astype(np.float32), whole) < 0.1


def test_the_canceller_takes_her_voice_out_and_leaves_others() -> None:
    rng = np.random.default_rng(3)
    far = level(spoken(12), -20)
    echo = np.convolve(far, reverb(0.2, rng) * 0.5)[: len(far)]
    echo = np.concatenate([np.zeros(960), echo])[: len(far)].astype(np.int16)
    near = np.zeros(len(far), np.int16)
    near[-48_000:] = level(spoken(30)[-48_000:], -20)
    canceller = EchoCanceller()
    frames = [
        canceller.process((echo + near)[at : at + FRAME], far[at : at + FRAME])
        for at in range(0, len(far), FRAME)
    ]
    clean = np.concatenate(frames).astype(float)
    alone, talking = slice(64_000, 140_000), slice(len(far) - 44_000, None)
    removed = 10 * np.log10(np.mean(echo[alone].astype(float) ** 2) / (np.mean(clean[alone] ** 2) + 1e-9))
    kept = 10 * np.log10(np.mean(clean[talking] ** 2) / np.mean(near[talking].astype(float) ** 2))
    assert removed > 20
    assert kept > -8


@pytest.mark.models
def test_people_are_voices_and_noise_is_not(hearing_models: Models) -> None:
    def share(samples: np.ndarray) -> float:
        activity = VoiceActivity(hearing_models[0])
        scaled = samples.astype(np.float32) / np.float32(32768)
        windows = [scaled[at : at + WINDOW] for at in range(0, len(scaled) - WINDOW, WINDOW)]
        return float(np.mean([activity.score(w, float(np.sqrt(w @ w / WINDOW))) > 0.5 for w in windows]))

    rng = np.random.default_rng(4)
    assert share(level(spoken(10), -25)) > 0.6
    assert share(level(pink(10, rng), -25)) == 0
    assert share(np.concatenate([np.zeros(160_000, np.int16), level(spoken(10), -45)])) > 0.2
    assert share(hush(10, rng)) == 0


@pytest.mark.models
def test_a_finished_sentence_is_told_from_an_unfinished_one(hearing_models: Models) -> None:
    assert hearing_models[1] is not None
    turn = SmartTurn(hearing_models[1])
    from tests import speech_data

    whole = speech_data.short()[1].samples
    silence = np.zeros(3200, np.float32)
    pcm = [
        (np.concatenate([part, silence]) * 32767).astype("<i2").tobytes()
        for part in (whole, whole[: len(whole) * 6 // 10])
    ]
    assert turn.finished(pcm[0]) > 0.5
    assert turn.finished(pcm[1]) < 0.5


def test_smart_turn_is_put_away_when_it_was_not_asked_for_a_while(hearing_models: Models) -> None:
    assert hearing_models[1] is not None
    turn = SmartTurn(hearing_models[1])
    assert turn._session is None
    first = turn.finished(level(spoken(2), -25).tobytes())
    turn.put_away()
    assert turn._session is not None
    turn.put_away()
    assert turn._session is None
    assert turn.finished(level(spoken(2), -25).tobytes()) == first
