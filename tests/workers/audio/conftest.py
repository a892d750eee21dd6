from __future__ import annotations

from pathlib import Path

import pytest

from workers.weights.cache import missing, path_of

Models = tuple[Path, Path | None]


@pytest.fixture(scope="session")
def hearing_models() -> Models:
    """The folders of Silero VAD and Smart Turn."""
    absent = missing(["silero-vad", "smart-turn-v3"])
    assert not absent, f"python3 installer/run.py fetches {absent}"
    return path_of("silero-vad"), path_of("smart-turn-v3")
