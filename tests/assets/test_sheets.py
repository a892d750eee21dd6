"""The sheets in the documentation show what the Core draws."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assets.avatar.sheets import DOCS, SHEETS

ROOT = Path(__file__).resolve().parents[2]
TILE, TOLERANCE = 40, 6.0
"""Mean difference allowed in any square of so many px, in levels of 255: rasterisers differ at edges."""


@pytest.fixture(scope="module")
def drawn(display: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheets")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "assets.avatar.sheets", "--out", str(folder)]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return folder


@pytest.mark.parametrize("name", list(SHEETS))
def test_the_committed_sheet_is_what_the_core_draws(drawn: Path, name: str) -> None:
    assert worst_tile(drawn / f"{name}.png", DOCS / f"{name}.png") < TOLERANCE


def test_sheets_stay_small() -> None:
    assert {
        path.name: path.stat().st_size for path in DOCS.glob("*.png") if path.stat().st_size > 700_000
    } == {}


def worst_tile(one: Path, other: Path) -> float:
    """The largest mean difference over the tiles of two pictures of one size."""
    with Image.open(one) as a, Image.open(other) as b:
        assert a.size == b.size
        difference = np.abs(np.asarray(a.convert("RGB"), float) - np.asarray(b.convert("RGB"), float)).mean(
            axis=2
        )
    high, wide = (side // TILE * TILE for side in difference.shape)
    tiles = difference[:high, :wide].reshape(high // TILE, TILE, wide // TILE, TILE)
    return float(tiles.mean(axis=(1, 3)).max())
