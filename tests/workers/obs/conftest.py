"""Real OBS programs for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.obs import Obs, obs
from tests.stage import Screen


@pytest.fixture(scope="session")
def running_obs(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Obs]:
    """One OBS for all tests that leave it running."""
    with obs(screen, tmp_path_factory.mktemp("obs") / "studio") as studio:
        yield studio


@pytest.fixture
def live_obs(running_obs: Obs) -> Obs:
    """That OBS with everything as at its start."""
    running_obs.reset()
    return running_obs


@pytest.fixture
def lost_obs(screen: Screen, tmp_path: Path) -> Iterator[Obs]:
    """An OBS of the test's own, not started yet, to be killed and frozen."""
    studio = Obs(screen, tmp_path / "studio")
    try:
        yield studio
    finally:
        studio.kill()
