"""Talking with her: real process, real models, real X server, virtual sound card."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
import soxr

from models.speech import MIC_RATE_HZ, Utterance
from tests.e2e.companion import Companion, open_stretches
from tests.listening import Recording, listening, write_wav
from tests.speech_data import read_aloud, short, wav_48k, word_error_rate, words
from tests.stage import SINK_RATE_HZ, Screen, Sound
from workers.engines.registry import provider

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]


def transcribed(recording: Recording) -> str:
    """What another pair of ears makes of a recording."""
    entry = provider("faster-whisper")
    engine = entry.build(entry.settings_class()())
    stretches = recording.sounding()
    assert stretches, "she made no sound"
    said = recording.between(stretches[0][0] - 0.3, stretches[-1][1] + 0.3)
    samples = soxr.resample(said, SINK_RATE_HZ, MIC_RATE_HZ)
    pcm = (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()

    async def run() -> str:
        texts = [transcript.text async for transcript in engine.transcribe(Utterance(pcm, language="en"))]
        await engine.close()
        return " ".join(texts)

    return asyncio.run(run())


def pooled_error(pairs: list[tuple[str, str]]) -> float:
    """The word error rate over several answers together: (what she showed, what was heard of her)."""
    lengths = [len(words(shown)) for shown, _ in pairs]
    errors = [word_error_rate(*pair) * length for pair, length in zip(pairs, lengths, strict=True)]
    return sum(errors) / sum(lengths)


def test_she_hears_a_human_voice_and_answers_aloud(vesper: Companion, sound: Sound, tmp_path: Path) -> None:
    answers: list[tuple[str, str]] = []
    for spoken in short():
        since = vesper.mark()
        with listening(sound) as hers:
            sound.say(wav_48k(spoken, tmp_path))
            answer = vesper.answer(since)
        heard = " ".join(entry["text"] for entry in vesper.of("Heard", since))
        assert word_error_rate(spoken.text, heard) <= 0.25, heard
        answers.append((answer, transcribed(hers)))
    assert pooled_error(answers) <= 0.15, answers


def test_a_typed_line_takes_the_same_path(vesper: Companion, screen: Screen, sound: Sound) -> None:
    answers: list[tuple[str, str]] = []
    for line in ("What can you do?", "Tell me a joke", "Thank you"):
        with listening(sound) as hers:
            since = vesper.write(screen, line)
            answer = vesper.answer(since)
        assert vesper.of("Reply", since)[0]["messages"][-1]["content"].endswith(line)
        answers.append((answer, transcribed(hers)))
    assert pooled_error(answers) <= 0.15, answers


def test_her_mouth_follows_the_sound(vesper: Companion, screen: Screen, sound: Sound) -> None:
    with listening(sound) as hers:
        since = vesper.write(screen, "Tell me a joke")
        vesper.answer(since)
    stretches = hers.sounding(gap_s=0.2)
    assert stretches
    frames = vesper.frames()
    for start_s, end_s in stretches:
        assert open_stretches(frames, start_s - 0.1, end_s + 0.1), "sound without a moving mouth"
    first, last = stretches[0][0], stretches[-1][1]
    asked = vesper.of("Typed", since)[0]["written_s"]
    still = [f for f in frames if asked < f["at_s"] < first - 0.3 or last + 0.4 < f["at_s"] < last + 1.0]
    assert still
    assert all(frame["open"] < 0.2 for frame in still), "a mouth that moves in silence"


def test_barge_in_stops_the_sound_and_history_keeps_what_was_heard(
    vesper: Companion, screen: Screen, sound: Sound, tmp_path: Path
) -> None:
    since = vesper.write(screen, "What can you do?")
    turn = vesper.wait_for("Speaking", since)["turn"]
    with listening(sound) as hers:
        sound.say(wav_48k(short()[0], tmp_path, lead_s=0.3))
        heard = vesper.wait_for("Heard", since)
        interrupted = vesper.wait_for("SpeechStarted", since)
        after = [
            s for s in hers.sounding() if s[0] > interrupted["written_s"] + 0.3 and s[0] < heard["written_s"]
        ]
    assert after == [], "sound after the interruption"
    assert vesper.of("Silence", since, turn=turn)
    late = [
        e for e in vesper.of("Speaking", since, turn=turn) if e["written_s"] > interrupted["written_s"] + 0.1
    ]
    assert late == [], "a stale clause"
    messages = vesper.wait_for("Reply", vesper.history().index(heard))["messages"]
    cut = messages[-2]
    assert (cut["role"], cut["content"][-1]) == ("assistant", "—")
    vesper.answer(vesper.history().index(heard))


def test_her_own_echo_does_not_trigger_her(vesper: Companion, screen: Screen, sound: Sound) -> None:
    loop = sound.pactl(
        "load-module", "module-loopback", "source=spk.monitor", "sink=micfeed", "latency_msec=60"
    )
    try:
        since = vesper.mark()
        for line in ("Who are you?", "What can you do?", "Do you like games?"):
            vesper.answer(vesper.write(screen, line))
        assert vesper.of("SpeechStarted", since) == []
        assert vesper.of("Heard", since) == []
    finally:
        sound.pactl("unload-module", loop.strip())


def test_noise_gives_no_turn(vesper: Companion, sound: Sound, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    seconds = 15
    white = rng.normal(0, 0.03, seconds * SINK_RATE_HZ)
    hum = 0.05 * np.sin(2 * np.pi * 50 * np.arange(len(white)) / SINK_RATE_HZ)
    clicks = np.zeros_like(white)
    for at in rng.integers(0, len(clicks) - 400, 60):
        clicks[at : at + 200] += rng.normal(0, 0.3, 200) * np.linspace(1, 0, 200)
    since = vesper.mark()
    sound.say(write_wav(tmp_path / "noise.wav", (white + hum + clicks).astype(np.float32)))
    assert [entry for entry in vesper.of("Heard", since) if entry["text"]] == []
    assert vesper.of("Reply", since) == []


def test_a_longer_sentence_is_heard_word_for_word(vesper: Companion, sound: Sound, tmp_path: Path) -> None:
    spoken = read_aloud()[2]
    since = vesper.mark()
    sound.say(wav_48k(spoken, tmp_path))
    vesper.answer(since)
    heard = " ".join(entry["text"] for entry in vesper.of("Heard", since))
    assert word_error_rate(spoken.text, heard) <= 0.2, heard
    assert vesper.of("Show", since, who="user", final=False), "no partial text was shown"
