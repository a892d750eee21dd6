"""Two monitors, one of them unplugged at run time, and programs that fill one: on a screen of her own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.avatar.manners import Manners
from app.avatar.placement import Placement
from app.avatar.stand_down import StandDown
from models.settings_desktop import Place
from tests.app.avatar.conftest import VESPER, Her
from tests.stage import Screen, program

GAME = """
import sys
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["game"])
game = QWidget()
game.setWindowTitle("Game")
kind, place = sys.argv[1], QRect(*map(int, sys.argv[2:]))
if kind == "bare":
    game.setWindowFlag(Qt.WindowType.FramelessWindowHint)
game.setGeometry(place)
{"full": game.showFullScreen, "wide": game.showMaximized}.get(kind, game.show)()
app.exec()
"""
At = Callable[[Placement], Her]
LEFT, RIGHT = ("LEFT", "640/170x800/210+0+0", "screen"), ("RIGHT", "640/170x600/160+640+0", "none")


def xrandr(screen: Screen, *argv: str) -> None:
    subprocess.run(["xrandr", *argv], env=screen.env, check=True, capture_output=True, timeout=10)


def names() -> set[str]:
    return {screen.name() for screen in QGuiApplication.screens()}


@pytest.fixture
def two_monitors(qtbot: QtBot, screen: Screen) -> Iterator[Screen]:
    for monitor in (LEFT, RIGHT):
        xrandr(screen, "--setmonitor", *monitor)
    qtbot.waitUntil(lambda: names() == {"LEFT", "RIGHT"}, timeout=10_000)
    yield screen
    for name in names() - {"screen"}:
        xrandr(screen, "--delmonitor", name)
    qtbot.waitUntil(lambda: names() == {"screen"}, timeout=10_000)


@pytest.fixture
def at(qtbot: QtBot, two_monitors: Screen, avatar_cache: Path) -> Iterator[Callable[[Placement], Her]]:
    """Shows her at a place."""
    made: list[Her] = []

    def show(placement: Placement) -> Her:
        made.append(Her(qtbot, VESPER / "vesper.model3.json", avatar_cache, placement))
        made[-1].window.wear(Manners(scale=placement.scale, snap=False))
        made[-1].show()
        return made[-1]

    yield show
    for her in made:
        her.window.close()


@contextmanager
def game(screen: Screen, folder: Path, kind: str, *place: int) -> Iterator[None]:
    argv = [sys.executable, "-c", GAME, kind, *map(str, place)]
    with program(*argv, env=screen.env, log=folder / "game.log"):
        screen.xdotool("search", "--sync", "--onlyvisible", "--name", "^Game$")
        yield


def window_place(her: Her) -> tuple[int, ...]:
    assert her.window._window is not None
    return tuple(her.window._window.geometry().getRect())


def test_an_unplugged_monitor_sends_her_to_the_other_and_has_her_back(two_monitors: Screen, at: At) -> None:
    her = at(Placement(700, 60, 0.8, "RIGHT"))
    assert window_place(her) == (700, 60, 320, 400)
    xrandr(two_monitors, "--delmonitor", "RIGHT")
    her.wait(lambda: her.window.placement == Placement(320, 60, 0.8, "LEFT"))
    her.wait(lambda: window_place(her) == (320, 60, 320, 400))
    assert her.placements == [], "nobody has put her there"
    xrandr(two_monitors, "--setmonitor", *RIGHT)
    her.wait(lambda: window_place(her) == (700, 60, 320, 400))
    frames = her.window.frames
    her.wait(lambda: her.window.frames > frames + 2)


def test_every_monitor_has_its_place(two_monitors: Screen, at: At) -> None:
    her = at(Placement(700, 60, 0.8, "RIGHT"))
    two_monitors.xdotool("mousemove", "850", "350", "mousedown", "1")
    for step in range(1, 6):
        two_monitors.xdotool("mousemove", str(850 - 110 * step), str(350 + 20 * step))
    her.wait(lambda: her.window.placement.rect.topLeft() == QPoint(150, 160))
    two_monitors.xdotool("mouseup", "1")
    her.wait(lambda: her.placements == [Placement(150, 160, 0.8, "LEFT")])
    assert her.window.places == {"LEFT": Place(x=150, y=160, scale=0.8)}
    her.window.place(Placement(800, 100, 0.5))
    assert her.window.places["RIGHT"] == Place(x=160, y=100, scale=0.5)
    xrandr(two_monitors, "--delmonitor", "RIGHT")
    her.wait(lambda: window_place(her) == (150, 160, 320, 400))
    xrandr(two_monitors, "--setmonitor", "RIGHT", "640/170x600/160+640+200", "none")
    her.wait(lambda: window_place(her) == (800, 300, 200, 250))


def test_a_monitor_that_becomes_smaller_keeps_her_reachable(two_monitors: Screen, at: At) -> None:
    her = at(Placement(200, 380, 0.8, "LEFT"))
    xrandr(two_monitors, "--delmonitor", "LEFT")
    her.wait(lambda: "LEFT" not in names())
    xrandr(two_monitors, "--setmonitor", "LEFT", "640/170x400/105+0+0", "screen")
    her.wait(lambda: window_place(her) == (200, 0, 320, 400))
    xrandr(two_monitors, "--delmonitor", "LEFT")
    her.wait(lambda: "LEFT" not in names())
    xrandr(two_monitors, "--setmonitor", *LEFT)
    her.wait(lambda: window_place(her) == (200, 380, 320, 400))


def test_she_makes_way_for_a_program_that_fills_her_monitor_and_comes_back(
    two_monitors: Screen, at: At, tmp_path: Path
) -> None:
    her = at(Placement(100, 200, 0.8, "LEFT"))
    appeared: list[bool] = []
    her.window.appeared.connect(appeared.append)
    with game(two_monitors, tmp_path, "full", 20, 20, 300, 300):
        her.wait(lambda: appeared == [False])
        assert her.window.visible
        assert not her.window.there
        her.window.wear(Manners(scale=0.8, key_colour="#00ff00"))
        assert her.window.there, "a recording program has an eye on her"
        her.window.wear(Manners(scale=0.8))
        her.wait(lambda: not her.window.there)
    her.wait(lambda: her.window.there)
    frames = her.window.frames
    her.wait(lambda: her.window.frames > frames + 2)


@pytest.mark.parametrize(
    ("window", "place"),
    [("bare!", (0, 0, 640, 800)), ("bare", (640, 0, 640, 600)), ("framed", (10, 40, 500, 600))],
    ids=["a window without borders as big", "on the other monitor", "a window"],
)
def test_what_fills_a_monitor(
    two_monitors: Screen, at: At, tmp_path: Path, window: str, place: tuple[int, ...]
) -> None:
    her = at(Placement(100, 200, 0.8, "LEFT"))
    monitor = her.window._standing.monitor
    assert monitor is not None
    own = [other for other in QGuiApplication.topLevelWindows() if other.isVisible()]
    with game(two_monitors, tmp_path, window.removesuffix("!"), *place):
        her.wait(lambda: her.window._desktop.filled(monitor, own) is window.endswith("!"))


def test_a_moment_is_not_enough_to_leave_or_to_come_back() -> None:
    looks, watch = (False, True, False, True, True, False, True, True, False, False), StandDown()
    assert [watch.look(filled=filled, wanted=True) for filled in looks] == [
        False, False, False, False, True, True, True, True, True, False,
    ]  # fmt: skip
    watch.look(filled=True, wanted=True)
    watch.look(filled=True, wanted=True)
    assert watch.away
    assert not watch.look(filled=True, wanted=False)
