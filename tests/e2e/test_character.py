"""Who she is shows: presets that look, sound and speak differently; memory that lasts; a tongue that holds back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.e2e.companion import CHAT_OPEN, companion
from tests.e2e.test_conversation import pooled_error, transcribed
from tests.listening import Recording, listening
from tests.speech_data import short, wav_48k, words
from tests.stage import SINK_RATE_HZ, Screen, Sound, program, wait_until
from tests.voice_measures import pitch

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(600)]

PRESETS = ("chill", "hype", "sensual")
LINES = ("What can you do?", "I am so tired today", "Tell me a joke")


@dataclass(frozen=True, slots=True)
class Impression:
    """What one preset made of the same lines."""

    answers: tuple[str, ...]
    faces: tuple[str, ...]
    f0_hz: float
    words_per_s: float
    heard: list[tuple[str, str]]


def _impression(stage: dict[str, str], screen: Screen, sound: Sound, folder: Path, preset: str) -> Impression:
    settings = CHAT_OPEN + f'[character]\npreset = "{preset}"\n'
    answers: list[str] = []
    recordings: list[Recording] = []
    with companion(stage | {"VESPER_SEED": "1"}, folder, settings=settings) as vesper:
        vesper.ready("ears", "mind", "voice", "microphone")
        for line in LINES:
            with listening(sound) as hers:
                answers.append(vesper.answer(vesper.write(screen, line)))
            recordings.append(hers)
        since = vesper.mark()
        with listening(sound) as hers:
            sound.say(wav_48k(short()[0], folder))
            answers.append(vesper.answer(since))
        recordings.append(hers)
        faces = tuple(entry["expression"] for entry in vesper.of("Perform", phase="speaking"))
    voices = np.concatenate([r.between(*_span(r)) for r in recordings])
    spoken_s = sum(end - start for r in recordings for start, end in r.sounding())
    return Impression(
        tuple(answers),
        faces,
        float(np.median(pitch(voices, SINK_RATE_HZ))),
        len(words(" ".join(answers))) / spoken_s,
        list(zip(answers, map(transcribed, recordings), strict=True)),
    )


def _span(recording: Recording) -> tuple[float, float]:
    stretches = recording.sounding()
    return stretches[0][0], stretches[-1][1]


def test_three_presets_answer_the_same_lines_in_three_ways(
    stage: dict[str, str], screen: Screen, sound: Sound, tmp_path: Path
) -> None:
    chill, hype, sensual = (
        _impression(stage, screen, sound, tmp_path / preset, preset) for preset in PRESETS
    )
    for one, other in ((chill, hype), (hype, sensual), (chill, sensual)):
        assert not set(one.answers) & set(other.answers)
        assert one.faces != other.faces
        differs = (
            abs(one.f0_hz / other.f0_hz - 1) > 0.02 or abs(one.words_per_s / other.words_per_s - 1) > 0.05
        )
        assert differs, (one, other)
    assert hype.words_per_s > chill.words_per_s
    assert pooled_error(chill.heard + hype.heard + sensual.heard) <= 0.15


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vesper"


def test_she_remembers_after_a_restart_until_told_to_forget(
    stage: dict[str, str], screen: Screen, folder: Path
) -> None:
    with companion(stage, folder, settings=CHAT_OPEN) as vesper:
        vesper.ready("mind", "voice")
        vesper.answer(vesper.write(screen, "My name is Quentin"))
        vesper.wait_for("Remember")
        first_life = vesper.mark()
    with companion(stage, folder, settings=CHAT_OPEN) as vesper:
        restored = vesper.wait_for("Restored", first_life)
        assert "Quentin" in str(restored["messages"])
        vesper.wait_for("WorkerChanged", first_life, worker="mind", health="ready")
        assert "Quentin" in vesper.answer(vesper.write(screen, "What is my name?"))
        since = vesper.mark()
        _clear_the_chat(screen)
        vesper.wait_for("Forget", since)
    kept = b"".join(path.read_bytes() for path in (folder / "state").glob("memory*"))
    assert kept
    assert b"Quentin" not in kept


def test_what_her_mind_should_not_have_thought_is_never_shown_nor_said(
    stage: dict[str, str], screen: Screen, sound: Sound, folder: Path
) -> None:
    folder.mkdir()
    reply = "Sure thing, my friend. I would love some m4r-z1pan right now. And then a nap."
    settings = CHAT_OPEN + '[safety]\nblocked_words = ["marzipan"]\n'
    with (
        _ollama(stage, folder, reply) as url,
        companion(stage | {"OLLAMA_URL": url}, folder, settings=settings) as v,
    ):
        v.ready("mind", "voice")
        with listening(sound) as hers:
            since = v.write(screen, "What would you like?")
            answer = v.answer(since)
        assert answer.startswith("Sure thing, my friend.")
        assert "nap" not in answer
        for shown in v.of("Show", since, who="her"):
            assert "z1pan" not in shown["text"]
        withheld = v.wait_for("Withhold", since)
        assert (withheld["direction"], withheld["category"]) == ("by her", "own_list")
        assert pooled_error([(answer, transcribed(hers))]) <= 0.2
    notes = "".join(path.read_text(errors="replace") for path in (folder / "state").rglob("*.log*"))
    assert "z1pan" not in notes


@contextmanager
def _ollama(env: dict[str, str], folder: Path, reply: str) -> Iterator[str]:
    """A server that answers everything with `reply`."""
    log = folder / "ollama.log"
    argv = (sys.executable, "-u", "-m", "tests.fakes.ollama_server", "--reply", reply)
    with program(*argv, env=env, log=log):
        wait_until(lambda: "http://" in log.read_text(), "the server")
        yield log.read_text().split()[-1]


def test_a_new_personality_is_chosen_from_her_menu_and_at_work_at_once(
    stage: dict[str, str], screen: Screen, folder: Path, tmp_path: Path
) -> None:
    with companion(stage, folder, settings=CHAT_OPEN) as vesper:
        vesper.ready("mind", "voice")
        since = vesper.mark()
        _choose_hype(screen)
        chosen = vesper.wait_for("Become", since)
        assert chosen["character"]["preset"] == "hype"
        answer = vesper.answer(vesper.write(screen, "Hello there"))
        assert answer
        wait_until(lambda: 'preset = "hype"' in (folder / "settings.toml").read_text(), "saved")
        Image.open(screen.picture(tmp_path / "hype.png")).verify()


def _choose_hype(screen: Screen) -> None:
    """Right click on her, then by keyboard through the menu: Personality, the second of its lines."""
    her = screen.xdotool("search", "--onlyvisible", "--name", "^Vesper$").split()[-1]
    before = len(_windows(screen))
    screen.xdotool("mousemove", "--window", her, "150", "200")
    screen.xdotool("click", "3")
    wait_until(lambda: len(_windows(screen)) > before, "the menu")
    screen.xdotool("key", "n")
    wait_until(lambda: len(_windows(screen)) > before + 1, "the personalities")
    screen.xdotool("key", "Down")
    screen.xdotool("key", "Return")


def _clear_the_chat(screen: Screen) -> None:
    """The second line of the chat's own menu, and yes to the question."""
    chat = screen.xdotool("search", "--onlyvisible", "--name", "Chat").split()[-1]
    before = len(_windows(screen))
    screen.xdotool("mousemove", "--window", chat, "413", "32")
    screen.xdotool("click", "1")
    wait_until(lambda: len(_windows(screen)) > before, "the chat's menu")
    for key in ("Down", "Down", "Return"):
        screen.xdotool("key", key)
    screen.xdotool("search", "--sync", "--onlyvisible", "--name", "^Vesper$")
    wait_until(lambda: len(_windows(screen)) > before, "the question")
    screen.xdotool("key", "Tab")
    screen.xdotool("key", "Return")


def _windows(screen: Screen) -> list[str]:
    """Her windows and menus that are up."""
    return screen.xdotool("search", "--onlyvisible", "--class", "vesper").split()
