"""How she looks on a real screen: clean alpha over any desktop, a moving mouth, a life of her own."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.e2e.companion import Companion
from tests.stage import Screen

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]

Picture = NDArray[np.int16]
BLACK, WHITE = "#000000", "#ffffff"


def picture(screen: Screen, path: Path) -> Picture:
    with Image.open(screen.picture(path)) as image:
        return np.asarray(image.convert("RGB"), np.int16)


def her_window(screen: Screen) -> tuple[slice, slice]:
    window = screen.xdotool("search", "--onlyvisible", "--class", "vesper").split()
    for candidate in window:
        shape = dict(
            line.split("=") for line in screen.xdotool("getwindowgeometry", "--shell", candidate).split()
        )
        name = screen.xdotool("getwindowname", candidate)
        if name == "Vesper":
            x, y, width, height = (int(shape[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
            return slice(max(0, y), y + height), slice(max(0, x), x + width)
    raise LookupError("her window")


def test_transparent_where_she_is_not_and_solid_where_she_is(
    vesper: Companion, screen: Screen, tmp_path: Path
) -> None:
    rows, columns = her_window(screen)
    stills: dict[str, list[Picture]] = {}
    for colour in (BLACK, WHITE):
        screen.paint_root(colour)
        time.sleep(0.5)
        stills[colour] = [picture(screen, tmp_path / f"{n}.png")[rows, columns] for n in range(4)]
    over_black, over_white = np.stack(stills[BLACK]), np.stack(stills[WHITE])
    empty = (over_black == 0).all(axis=(0, 3)) & (over_white == 255).all(axis=(0, 3))
    opaque = (over_black.max(axis=0) - over_white.min(axis=0) <= 0).all(axis=2) & ~empty
    assert empty.mean() > 0.3, "no clean transparency round her"
    corners = [empty[0, 0], empty[0, -1]]
    assert all(corners)
    assert opaque.mean() > 0.15, "she is not solid"


def test_her_mouth_is_seen_to_move(vesper: Companion, screen: Screen) -> None:
    since = vesper.write(screen, "What can you do?")
    vesper.answer(since)
    speaking = [entry["written_s"] for entry in vesper.of("Speaking", since)]
    mouth = [frame["open"] for frame in vesper.frames() if frame["at_s"] > speaking[0]]
    assert max(mouth) > 0.4
    assert min(mouth) < 0.05
