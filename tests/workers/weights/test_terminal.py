"""The progress bar and the commands of `python -m workers.weights`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.workers.weights.conftest import noise
from workers.weights.__main__ import main
from workers.weights.cache import path_of
from workers.weights.catalogue import load_catalogue
from workers.weights.progress import TerminalProgress


class Screen(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def test_elsewhere_there_is_a_line_every_tenth() -> None:
    out = io.StringIO()
    progress = TerminalProgress(out)
    for done in range(1001):
        progress("Model", done * 1000, 1_000_000)
    lines = out.getvalue().splitlines()
    assert len(lines) == 11
    assert lines[0] == "  Model: 0 % (0.0 of 1.0 MB)"
    assert lines[-1] == "  Model: 100 % (1.0 of 1.0 MB)"


def test_a_terminal_gets_one_bar_redrawn_at_a_calm_pace_and_finished() -> None:
    seconds = iter(number / 100 for number in range(10_000))
    screen = Screen()
    progress = TerminalProgress(screen, clock=lambda: next(seconds))
    for done in range(1001):
        progress("Model", done * 1000, 1_000_000)
    progress("Model", 1_000_000, 1_000_000)
    drawn = screen.getvalue().split("\r")[1:]
    assert 50 < len(drawn) < 300
    assert screen.getvalue().count("\n") == 1
    assert "100 %" in drawn[-1]
    assert "·" not in drawn[-1]


def test_list_and_verify_tell_the_state(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = load_catalogue()["silero-vad"].editions[0].files[0]
    assert main(["list", "silero-vad"]) == 0
    assert "missing" in capsys.readouterr().out
    assert main(["verify", "silero-vad"]) == 1
    path_of("silero-vad").mkdir(parents=True)
    (store / "silero-vad" / file.name).write_bytes(noise(file.size))
    assert main(["list", "silero-vad"]) == 0
    assert "in place" in capsys.readouterr().out
    assert main(["verify", "silero-vad"]) == 1
    assert "damaged: silero_vad.onnx" in capsys.readouterr().out


def test_an_unknown_id_is_an_error_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "nonsense"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nonsense" in captured.err


@pytest.mark.models
def test_the_models_of_this_machine_are_sound_in_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "missing" not in capsys.readouterr().out
