from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.arguments import parse, version

ROOT = Path(__file__).resolve().parents[3]


def test_no_command_means_her_window() -> None:
    assert parse([]).command == "gui"
    assert parse(["gui"]).command == "gui"


@pytest.mark.parametrize("argv", [["--settings", "f", "chat"], ["chat", "--settings", "f"]])
def test_shared_options_stand_before_or_after_the_command(argv: list[str]) -> None:
    args = parse(argv)
    assert (args.command, args.settings, args.log_level) == ("chat", "f", None)
    assert parse(["--log-level", "debug", "doctor"]).log_level == "debug"


def test_commands_and_their_options() -> None:
    assert parse(["chat", "--no-voice"]).no_voice is True
    assert parse(["chat"]).no_voice is False
    speak = parse(["speak", "Hi", "-o", "x.wav", "--visemes", "x.json", "--voice", "V", "--speed", "1.5"])
    assert (speak.text, speak.output, speak.visemes, speak.voice, speak.speed) == (
        "Hi",
        "x.wav",
        "x.json",
        "V",
        1.5,
    )
    assert parse(["speak", "--file", "t.txt", "-o", "x.wav"]).file == "t.txt"
    assert (speak.mood, parse(["speak", "Hi", "-o", "x.wav", "--mood", "Tender"]).mood) == (
        "neutral",
        "tender",
    )
    blend = "70% af_heart + 30% af_sky"
    assert parse(["speak", "Hi", "-o", "x.wav", "--voice", blend]).voice == blend
    sts = parse(["sts", "in.wav", "-o", "out", "--mood", "sad"])
    assert (sts.input, sts.output, sts.mood, sts.voice) == ("in.wav", "out", "sad", None)
    assert parse(["devices", "--json"]).json is True
    assert parse(["doctor"]).json is False
    assert (parse(["models", "fetch", "a", "b"]).action, parse(["models", "fetch", "a", "b"]).ids) == (
        "fetch", ["a", "b"],
    )  # fmt: skip
    assert parse(["engine-host", "tts"]).name == "tts"


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["speak", "-o", "x.wav"],
        ["speak", "Hi"],
        ["speak", "Hi", "--file", "f", "-o", "x.wav"],
        ["speak", "Hi", "-o", "x.wav", "--speed", "3"],
        ["speak", "Hi", "-o", "x.wav", "--speed", "nan"],
        ["speak", "Hi", "-o", "x.wav", "--speed", "fast"],
        ["speak", "Hi", "-o", "x.wav", "--mood", "hungry"],
        ["speak", "Hi", "-o", "x.wav", "--voice", "af_heart & af_sky"],
        ["sts", "in.wav"],
        ["models", "steal"],
        ["--log-level", "loud"],
    ],
)
def test_a_wrong_command_ends_with_code_2_and_a_hint(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(argv)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_help_hides_the_engine_host(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "engine-host" not in shown
    for command in ("chat", "speak", "sts", "voices", "devices", "doctor", "models", "personas"):
        assert re.search(rf"^ +{command} ", shown, re.MULTILINE)


def test_version_is_that_of_the_project() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"Vesper {version()}\n"
    assert f'version = "{version()}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_grammar_needs_neither_qt_nor_numpy() -> None:
    code = (
        "import sys, app.cli.arguments; print([m for m in ('PySide6', 'numpy', 'httpx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
