from __future__ import annotations

from functools import partial
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from app.avatar.frame_clock import FrameClock
from tests.stage import Screen


@pytest.mark.parametrize("hz", [10, 30, 60])
def test_the_cap_holds(qtbot: QtBot, screen: Screen, hz: int) -> None:
    frames: list[float] = []

    def frame(at_s: float) -> int:
        frames.append(at_s)
        return hz

    clock = FrameClock(frame)
    clock.soon()
    started_s = monotonic()
    while monotonic() - started_s < 0.8:
        qtbot.waitUntil(partial(lambda before: len(frames) > before, len(frames)), timeout=5000)
    clock.stop()
    assert len(frames) <= hz * (frames[-1] - frames[0]) + 2
    assert len(frames) >= 3


def test_soon_is_at_once_but_not_sooner_than_the_fastest_rate(qtbot: QtBot, screen: Screen) -> None:
    frames: list[float] = []

    def frame(at_s: float) -> int:
        frames.append(at_s)
        return 10

    clock = FrameClock(frame)
    clock.soon()
    qtbot.waitUntil(lambda: len(frames) == 1)
    for _ in range(50):
        clock.soon()
    qtbot.waitUntil(lambda: len(frames) == 2)
    clock.stop()
    assert frames[1] - frames[0] > 1 / 60 - 0.002


def test_zero_stops_the_clock(qtbot: QtBot, screen: Screen) -> None:
    frames: list[float] = []

    def frame(at_s: float) -> int:
        frames.append(at_s)
        return 0

    clock = FrameClock(frame)
    clock.soon()
    qtbot.waitUntil(lambda: bool(frames))
    assert not clock.running
    clock.soon()
    qtbot.waitUntil(lambda: len(frames) == 2)
    assert not clock.running
