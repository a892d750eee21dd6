"""How she looks on a real screen: clean alpha over any desktop, a moving mouth, a life of her own."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.e2e.companion import Companion
from tests.stage import Screen, wait_until

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


def _corner_is(screen: Screen, path: Path, colour: tuple[int, int, int]) -> bool:
    return tuple(picture(screen, path)[790, 4]) == colour


def test_transparent_where_she_is_not_and_solid_where_she_is(
    vesper: Companion, screen: Screen, tmp_path: Path
) -> None:
    """The same frame over black and over white gives every pixel's alpha exactly."""
    rows, columns = her_window(screen)
    vesper.process.send_signal(signal.SIGSTOP)
    try:
        over: dict[str, Picture] = {}
        for colour in (BLACK, WHITE):
            screen.paint_root(colour)
            corner = (int(colour[1:3], 16),) * 3
            wait_until(partial(_corner_is, screen, tmp_path / "x.png", corner), "the compositor")
            over[colour] = picture(screen, tmp_path / f"{colour[1:]}.png")[rows, columns]
    finally:
        vesper.process.send_signal(signal.SIGCONT)
    alpha = 255 - (over[WHITE] - over[BLACK]).mean(axis=2)
    assert (alpha == 0).mean() > 0.4, "no clean transparency round her"
    assert (alpha == 255).mean() > 0.25, "she is not solid"
    assert ((alpha > 0) & (alpha < 255)).mean() < 0.08, "a veil or a fringe"
    assert alpha[0, 0] == alpha[0, -1] == alpha[-1, 0] == 0


def test_her_mouth_is_seen_to_move(vesper: Companion, screen: Screen) -> None:
    since = vesper.write(screen, "What can you do?")
    vesper.answer(since)
    speaking = [entry["written_s"] for entry in vesper.of("Speaking", since)]
    mouth = [frame["open"] for frame in vesper.frames() if frame["at_s"] > speaking[0]]
    assert max(mouth) > 0.4
    assert min(mouth) < 0.05
