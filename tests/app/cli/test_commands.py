"""The commands as a user runs them: as processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from models.delivery import VoiceMood
from models.visemes import Viseme
from workers.weights.cache import missing

ROOT = Path(__file__).resolve().parents[3]

models = pytest.mark.models


def _run(tmp_path: Path, *argv: str, env: Mapping[str, str] | None = None, stdin: bytes = b"") -> Any:
    own = {"VESPER_CONFIG": str(tmp_path / "config"), "VESPER_STATE": str(tmp_path / "state")}
    own |= {"OLLAMA_URL": "http://127.0.0.1:9", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "app", *argv],
        cwd=ROOT, env={**os.environ, **own, **(env or {})}, input=stdin, capture_output=True, timeout=110, check=False,
    )  # fmt: skip
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture
def _weights() -> None:
    if missing():
        pytest.skip("the models are not in the cache")


def _wav(path: Path) -> tuple[float, int]:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getnframes() / file.getframerate(), file.getframerate()


def _check_timing(path: Path, length_s: float) -> dict[str, Any]:
    timing: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert list(timing) == ["words", "wtimes", "wdurations", "visemes", "vtimes", "vdurations"]
    assert len(timing["words"]) == len(timing["wtimes"]) == len(timing["wdurations"]) > 0
    assert len(timing["visemes"]) == len(timing["vtimes"]) == len(timing["vdurations"]) > 0
    assert set(timing["visemes"]) <= {viseme.value for viseme in Viseme}
    for times, durations in (("wtimes", "wdurations"), ("vtimes", "vdurations")):
        assert timing[times] == sorted(timing[times])
        ends = [at + held for at, held in zip(timing[times], timing[durations], strict=True)]
        assert max(ends) <= length_s * 1000 + 20
        assert all(end <= later + 1 for end, later in zip(ends, timing[times][1:], strict=False))
    return timing


# --- wrong commands ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("speak", "Hi", "-o", "/nowhere/x.wav"), 2, "does not exist"),
        (("speak", "🦊 :-)", "-o", "x.wav"), 2, "no words"),
        (("speak", "--file", "/nowhere/t.txt", "-o", "x.wav"), 2, "cannot be read"),
        (("sts", "/nowhere/in.wav", "-o", "out"), 1, "cannot be read"),
        (("sts", "pyproject.toml", "-o", "out"), 1, "not a WAV"),
        (("models", "list", "gpt-5"), 1, "gpt-5"),
    ],
)
def test_bad_input_says_what_to_do(tmp_path: Path, argv: tuple[str, ...], code: int, words: str) -> None:
    argv = tuple(str(tmp_path / part) if part in {"x.wav", "out"} else part for part in argv)
    done = _run(tmp_path, *argv)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert done.stderr.startswith("vesper: ") or code == 1
    assert list(tmp_path.glob("*.wav")) == []


def test_text_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(b"\xff\xfe\xff")
    done = _run(tmp_path, "speak", "--file", str(tmp_path / "t.txt"), "-o", str(tmp_path / "x.wav"))
    assert (done.returncode, "UTF-8" in done.stderr) == (2, True)


# --- lists ---------------------------------------------------------------------------------------------------


@models
@pytest.mark.usefixtures("_weights")
def test_voices(tmp_path: Path) -> None:
    listed = json.loads(_run(tmp_path, "voices", "--json").stdout)
    assert {"name", "language", "gender"} == set(listed[0])
    assert "af_heart" in {voice["name"] for voice in listed}
    shown = _run(tmp_path, "voices").stdout
    assert re.search(r"^ +\d+% af_heart ", shown, re.MULTILINE)
    assert all(voice["name"] in shown for voice in listed)


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m app models list --json | head -c 1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"[", b"")


def test_devices_on_a_sound_server(tmp_path: Path, stage: dict[str, str]) -> None:
    done = _run(tmp_path, "devices", "--json", env=stage)
    listed = json.loads(done.stdout)
    assert any(device["default_input"] and device["input_channels"] for device in listed)
    assert any(device["default_output"] and device["output_channels"] for device in listed)
    shown = _run(tmp_path, "devices", env=stage).stdout
    assert shown.startswith("Microphones:\n")
    assert "* default" in shown
    assert done.stderr == "", "the noise of sound libraries stays in the log"


def test_models_are_listed(tmp_path: Path) -> None:
    listed = json.loads(_run(tmp_path, "models", "list", "--json").stdout)
    assert {"whisper-base", "kokoro-82m"} <= {model["id"] for model in listed}
    empty = _run(tmp_path, "models", "list", "--json", env={"VESPER_CACHE": str(tmp_path / "cache")})
    assert not any(model["in_place"] for model in json.loads(empty.stdout))
    verified = _run(
        tmp_path, "models", "verify", "whisper-base", env={"VESPER_CACHE": str(tmp_path / "cache")}
    )
    assert (verified.returncode, "missing" in verified.stdout) == (1, True)


# --- speech --------------------------------------------------------------------------------------------------


@models
@pytest.mark.usefixtures("_weights")
def test_speak_and_answer_it(tmp_path: Path) -> None:
    wav, timing = tmp_path / "x.wav", tmp_path / "x.json"
    text = "Hello there. What is your name? **Bold** words, and a link: https://example.org!"
    done = _run(tmp_path, "speak", "-", "-o", str(wav), "--visemes", str(timing), stdin=text.encode())
    assert done.returncode == 0, done.stderr
    length_s, rate_hz = _wav(wav)
    assert (rate_hz, 2.0 < length_s < 12.0) == (24_000, True)
    words = " ".join(_check_timing(timing, length_s)["words"]).lower()
    assert "name" in words
    assert "http" not in words

    done = _run(tmp_path, "sts", str(wav), "-o", str(tmp_path / "new" / "out"))
    assert done.returncode == 0, done.stderr
    heard, answer = (line.partition(": ")[2] for line in done.stdout.splitlines()[:2])
    assert "your name" in heard.lower()
    assert answer
    length_s, rate_hz = _wav(tmp_path / "new" / "out" / "answer.wav")
    assert rate_hz == 24_000
    _check_timing(tmp_path / "new" / "out" / "answer.json", length_s)


@models
@pytest.mark.usefixtures("_weights")
def test_speed_and_voice_are_obeyed(tmp_path: Path) -> None:
    lengths = []
    for speed in ("0.7", "1.6"):
        wav = tmp_path / f"{speed}.wav"
        done = _run(
            tmp_path, "speak", "The evening is long.", "-o", str(wav), "--speed", speed, "--voice", "am_adam"
        )
        assert done.returncode == 0, done.stderr
        lengths.append(_wav(wav)[0])
    assert lengths[0] > 1.4 * lengths[1]
    done = _run(tmp_path, "speak", "Hi", "-o", str(tmp_path / "x.wav"), "--voice", "nobody")
    assert (done.returncode, "nobody" in done.stderr) == (1, True)


@models
@pytest.mark.usefixtures("_weights")
def test_moods_are_heard(tmp_path: Path) -> None:
    lengths = {}
    for mood in ("neutral", "sad", "excited"):
        wav = tmp_path / f"{mood}.wav"
        done = _run(
            tmp_path, "speak", "The evening is long, and I am here.", "-o", str(wav), "--mood", mood,
            "--voice", "60% af_heart + 40% am_adam",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        lengths[mood] = _wav(wav)[0]
    assert lengths["sad"] > 1.08 * lengths["neutral"] > 1.08 * 1.05 * lengths["excited"]


@models
@pytest.mark.usefixtures("_weights")
def test_voices_and_moods_are_listed(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    file = tmp_path / "config" / "settings.toml"
    file.write_text('[voice]\nvoice = "70% bf_emma + 30% am_adam"\n', encoding="utf-8")
    shown = _run(tmp_path, "voices").stdout
    assert re.search(r"^ 70% bf_emma +en-GB +female$", shown, re.MULTILINE)
    assert re.search(r"^ 30% am_adam +en-US +male$", shown, re.MULTILINE)
    assert re.search(r"^     af_heart +en-US +female$", shown, re.MULTILINE)
    assert "Hers is 70% bf_emma + 30% am_adam" in shown
    assert all(mood in shown for mood in VoiceMood)
    file.write_text('[voice]\nvoice = "emma & adam"\n', encoding="utf-8")
    done = _run(tmp_path, "voices")
    assert "line 2: voice.voice is wrong: 'emma & adam' is no voice; write a name" in done.stderr
    assert re.search(r"^Hers is .*af_heart", done.stdout, re.MULTILINE), "her persona's own"


@models
@pytest.mark.usefixtures("_weights")
def test_silence_is_not_answered(tmp_path: Path) -> None:
    wav = tmp_path / "silence.wav"
    with wave.open(str(wav), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(bytes(4 * 44_100))
    done = _run(tmp_path, "sts", str(wav), "-o", str(tmp_path / "out"))
    assert (done.returncode, "no speech" in done.stderr) == (1, True)


# --- the doctor ----------------------------------------------------------------------------------------------


def _parts(done: Any) -> dict[str, dict[str, Any]]:
    return {part["part"]: part for part in json.loads(done.stdout)["parts"]}


@models
@pytest.mark.usefixtures("_weights")
def test_the_doctor_finds_all_well(tmp_path: Path, stage: dict[str, str]) -> None:
    done = _run(tmp_path, "doctor", "--json", env=stage)
    assert done.returncode == 0, done.stdout
    parts = _parts(done)
    working = {name for name, part in parts.items() if part["state"] == "works"}
    assert {
        "Python", "System libraries", "Folders", "Settings", "Screen", "OpenGL and Live2D", "Transparency",
        "Microphone", "Loudspeaker", "Voice", "Hearing", "Embedded model (basic mode)", "Model whisper-base",
    } <= working  # fmt: skip
    assert parts["Ollama"]["state"] == "off"
    assert "ollama pull" in parts["Ollama"]["fix"]
    assert "here" in parts["Hearing"]["seen"].lower()


def test_the_doctor_finds_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("[voice]\nspeed = 99\n", encoding="utf-8")
    gone = {"VESPER_CACHE": str(tmp_path / "cache"), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    gone |= {"PULSE_SERVER": "unix:/nowhere", "VESPER_CONFIG": str(tmp_path / "config")}
    done = _run(tmp_path, "doctor", "--json", env=gone)
    assert done.returncode == 1
    parts = _parts(done)
    assert parts["Model kokoro-82m"]["state"] == "broken"
    assert "models fetch kokoro-82m" in parts["Model kokoro-82m"]["fix"]
    assert parts["Settings"]["state"] == "weak"
    assert "voice.speed" in parts["Settings"]["seen"]
    assert parts["Screen"]["state"] == "off"
    assert "python -m app chat" in parts["Screen"]["fix"]
    assert {parts[part]["state"] for part in ("Voice", "Hearing", "Embedded model (basic mode)")} == {
        "broken"
    }
    assert all(part["fix"] for part in parts.values() if part["state"] != "works")
    shown = _run(tmp_path, "doctor", env=gone)
    assert "She cannot work like this" in shown.stdout


def test_the_licences_are_printed(tmp_path: Path) -> None:
    done = _run(tmp_path, "licences")
    assert done.returncode == 0
    assert "Live2D" in done.stdout
