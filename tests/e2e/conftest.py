"""The whole program on the stage, started once for the tests that only talk with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.companion import CHAT_OPEN, Companion, companion


@pytest.fixture(scope="module")
def vesper(stage: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    """Vesper with her chat window open, ready to hear, think and speak."""
    folder: Path = tmp_path_factory.mktemp("vesper")
    with companion(stage, folder, settings=CHAT_OPEN) as running:
        running.ready("ears", "mind", "voice", "microphone")
        yield running
