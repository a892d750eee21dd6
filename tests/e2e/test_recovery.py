"""Whatever dies, the conversation goes on: one notice, a respawn, nothing the user said is lost."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from tests.e2e.companion import Companion
from tests.speech_data import short, wav_48k, word_error_rate
from tests.stage import Screen, Sound

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]


def kill(vesper: Companion, host: str) -> int:
    """Kill -9 an engine; the mark before it."""
    since = vesper.mark()
    vesper.child(host).send_signal(9)
    return since


def assert_announced_once(vesper: Companion, since: int, organ: str) -> None:
    assert len(vesper.of("WorkerChanged", since, worker=organ, health="restarting")) == 1
    assert vesper.of("WorkerChanged", since, worker=organ, health="gone") == []


def test_the_voice_dies_in_mid_answer(vesper: Companion, screen: Screen) -> None:
    since = vesper.write(screen, "What can you do?")
    vesper.wait_for("Speak", since)
    kill(vesper, "tts")
    answer = vesper.answer(since)
    spoken = vesper.of("Spoken", since)
    assert answer
    assert [entry["heard"] for entry in spoken] == [1.0] * len(vesper.of("Speak", since))
    assert_announced_once(vesper, since, "voice")


def test_the_ears_die_while_the_user_speaks(vesper: Companion, sound: Sound, tmp_path: Path) -> None:
    spoken = short()[0]
    since = vesper.mark()
    with sound.say_in_background(wav_48k(spoken, tmp_path)):
        vesper.wait_for("SpeechStarted", since)
        kill(vesper, "asr")
        heard = vesper.wait_for("Heard", since)
    assert word_error_rate(spoken.text, heard["text"]) <= 0.25
    vesper.answer(since)
    assert_announced_once(vesper, since, "ears")


def test_the_sound_card_dies_while_she_speaks(vesper: Companion, screen: Screen) -> None:
    since = vesper.write(screen, "What can you do?")
    vesper.wait_for("Speaking", since)
    kill(vesper, "audio")
    answer = vesper.answer(since)
    assert answer
    assert vesper.of("Spoken", since)[-1]["heard"] == 1.0
    assert_announced_once(vesper, since, "sound")


def test_the_sound_card_dies_while_the_user_speaks(vesper: Companion, sound: Sound, tmp_path: Path) -> None:
    spoken = short()[1]
    since = vesper.mark()
    with sound.say_in_background(wav_48k(spoken, tmp_path)) as playing:
        vesper.wait_for("PartlyHeard", since)
        kill(vesper, "audio")
        heard = vesper.wait_for("Heard", since)
        playing.wait(20)
    assert heard["text"]
    vesper.answer(since)


def test_the_mind_dies_before_it_answers(vesper: Companion, screen: Screen) -> None:
    since = kill(vesper, "llm")
    vesper.write(screen, "I had a curious dream about a lighthouse last night")
    assert vesper.answer(since)
    vesper.wait_for("WorkerChanged", since, worker="mind", health="ready")
    assert_announced_once(vesper, since, "mind")


def test_no_engine_outlives_her(vesper: Companion) -> None:
    """Runs last in this file: ends her."""
    children = psutil.Process(vesper.process.pid).children(recursive=True)
    assert children
    vesper.process.kill()
    vesper.process.wait(10)
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
