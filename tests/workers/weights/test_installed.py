"""Models that were installed with the frozen program are used where they lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workers.weights.cache import cache_root, path_of


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program with one model beside it; the user has none."""
    folder = tmp_path / "program"
    (folder / "models" / "whisper-base").mkdir(parents=True)
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "executable", str(folder / "vesper"))
    return folder


def test_installed_models_are_found_by_the_frozen_program_alone(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert path_of("whisper-base") == cache_root() / "whisper-base"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert path_of("whisper-base") == program / "models" / "whisper-base"
    assert path_of("kokoro-82m") == cache_root() / "kokoro-82m"


def test_the_users_own_model_comes_first(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert path_of("whisper-base").is_relative_to(program)
    (cache_root() / "whisper-base").mkdir(parents=True)
    assert path_of("whisper-base") == cache_root() / "whisper-base"
