"""The frozen program's door: the environment it leaves to what she starts, and where a portable one keeps things."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from installer.door import KEPT, settle


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*KEPT, "LD_LIBRARY_PATH_ORIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/the/bundle")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return tmp_path / "vesper"


def test_what_she_starts_does_not_load_the_bundles_libraries(program: Path) -> None:
    settle(program)
    assert "LD_LIBRARY_PATH" not in os.environ


def test_a_search_path_of_the_users_is_put_back(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/mine")
    settle(program)
    assert os.environ["LD_LIBRARY_PATH"] == "/mine"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_a_portable_one_keeps_everything_beside_itself(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(program)
    assert not KEPT.keys() & os.environ.keys()
    (program.parent / "portable").mkdir()
    monkeypatch.setenv("VESPER_CACHE", "/chosen")
    settle(program)
    assert os.environ["VESPER_CONFIG"] == str(program.parent / "portable" / "config")
    assert os.environ["VESPER_STATE"] == str(program.parent / "portable" / "state")
    assert os.environ["VESPER_CACHE"] == "/chosen"
    for name in ("VESPER_CONFIG", "VESPER_STATE"):
        monkeypatch.delenv(name)
