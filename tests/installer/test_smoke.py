"""The smoke test notices a build that does not do what it must."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from installer.terminal import ROOT

ENGINES = [{"part": name, "state": "works"} for name in ("Voice", "Hearing", "Embedded model (basic mode)")]
GOOD = {
    "version": 'echo "Vesper 1.2.3"',
    "models": 'echo "whisper-base in place"',
    "voices": 'echo "af_heart"',
    "doctor": f"echo '{json.dumps({'parts': ENGINES})}'",
}


def smoke(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run the smoke test on a build whose commands are shell lines."""
    answers = GOOD | changed
    cases = "\n".join(f"*{name}*) {line};;" for name, line in answers.items())
    program = folder / "vesper"
    program.write_text(f'#!/bin/sh\ncase "$*" in\n{cases}\n*) echo cannot; exit 3;;\nesac\n')
    program.chmod(0o755)
    call = [sys.executable, "-m", "installer.smoke", str(folder)]
    return subprocess.run(
        call, cwd=ROOT, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("check", "broken"),
    [
        ("version", 'echo "Vesper unknown"'),
        ("version", "exit 1"),
        ("models", 'echo "whisper-base missing"'),
        ("voices", 'echo "nobody"'),
        ("doctor", 'echo \'{"parts": [{"part": "Voice", "state": "broken"}]}\''),
        ("doctor", "echo all is well"),
    ],
)
def test_a_broken_part_fails_its_check_and_no_other(tmp_path: Path, check: str, broken: str) -> None:
    done = smoke(tmp_path, **{check: broken})
    assert done.returncode == 1
    for name in GOOD:
        assert f"{'FAILED' if name == check else 'passed'} {name}" in done.stdout


def test_a_build_without_its_papers_is_told(tmp_path: Path) -> None:
    assert "FAILED papers" in smoke(tmp_path).stdout
    inside = tmp_path / "_internal"
    inside.mkdir()
    names = ("onnxruntime", "ctranslate2", "live2d-py", "whisper-base")
    (inside / "sbom.cdx.json").write_text(json.dumps({"components": [{"name": name} for name in names]}))
    (inside / "THIRD_PARTY.txt").write_text("the Live2D Cubism Core")
    assert "passed papers: 4 parts" in smoke(tmp_path).stdout
    (inside / "sbom.cdx.json").write_text(json.dumps({"components": []}))
    assert "FAILED papers: the bill of materials" in smoke(tmp_path).stdout


def test_a_silent_or_dead_program_is_told_with_its_words(tmp_path: Path) -> None:
    done = smoke(tmp_path)
    assert "FAILED speech: `vesper speak" in done.stdout
    assert "cannot" in done.stdout
    assert "FAILED window" in done.stdout


def test_without_a_folder_it_says_how_it_is_used() -> None:
    call = [sys.executable, "-m", "installer.smoke", "nowhere"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "FOLDER_OF_VESPER" in done.stderr
