"""Her window's manners on a real desktop, with a real window below that notes what reaches it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QCursor, QEnterEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.avatar.live import Live
from app.avatar.manners import Manners
from app.avatar.placement import Placement
from models.performance import Around
from tests.app.avatar.conftest import VESPER, Desktop, Her, Pixels, shot
from tests.stage import Screen

GREEN = (0x30, 0xA0, 0x60)
HEAD, TAIL, CORNER = (285, 280), (400, 440), (115, 115)
"""Points of the desktop on her head, her tail, and an empty corner of her window at (100, 100)."""


class Below(QWidget):
    """A window of somebody's: what clicks, hovers and keys it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks: list[tuple[int, int]] = []
        self.moves: list[tuple[int, int]] = []
        self.keys = ""
        self.setMouseTracking(True)
        self.setGeometry(80, 80, 620, 600)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's names
        self.clicks.append(event.globalPosition().toPoint().toTuple())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self.moves.append(event.globalPosition().toPoint().toTuple())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.moves.append(event.globalPosition().toPoint().toTuple())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys += event.text()


@pytest.fixture
def below(qtbot: QtBot, screen: Screen) -> Iterator[Below]:
    behind = Below()
    behind.show()
    qtbot.waitActive(behind)
    yield behind
    behind.close()


def live(her: Her) -> Live:
    assert her.window._live is not None
    return her.window._live


def window_id(her: Her) -> str:
    assert her.window._window is not None
    return str(int(her.window._window.winId()))


def xprop(screen: Screen, her: Her, *names: str) -> str:
    argv = ["xprop", "-id", window_id(her), *names]
    return subprocess.run(argv, env=screen.env, check=True, capture_output=True).stdout.decode()


def outlined(her: Her, times: int = 2) -> None:
    """Wait until her outline was told so often from now on."""
    told: list[int] = []
    live(her).outlined.connect(lambda _frame: told.append(1))
    her.wait(lambda: len(told) >= times)


def seen(screen: Screen) -> Pixels:
    """What is on the screen where her window is at (100, 100), unscaled."""
    return shot(screen)[100:600, 100:500]


def click(screen: Screen, where: tuple[int, int], button: str = "1") -> None:
    screen.xdotool("mousemove", str(where[0]), str(where[1]), "click", button)


def passes(her: Her, screen: Screen, below: Below, where: tuple[int, int]) -> None:
    """A cursor there reaches the window below, and so does a click."""
    pokes = len(her.pokes)
    screen.xdotool("mousemove", str(where[0]), str(where[1]))
    her.wait(lambda: where in below.moves)
    screen.xdotool("click", "1")
    her.wait(lambda: where in below.clicks)
    assert len(her.pokes) == pokes


def reaches(her: Her, screen: Screen, below: Below, where: tuple[int, int], area: str) -> None:
    """A click there is hers."""
    pokes, clicks = len(her.pokes), len(below.clicks)
    click(screen, where)
    her.wait(lambda: len(her.pokes) > pokes)
    assert her.pokes[-1] == area
    assert len(below.clicks) == clicks


@pytest.mark.parametrize(
    "manners",
    [
        Manners(),
        Manners(opacity=0.3),
        Manners(key_colour="#00ff00"),
        Manners(opacity=0.5, key_colour="#ff00ff"),
    ],
    ids=["plain", "half seen", "key colour", "both"],
)
def test_clicks_and_hovering_pass_beside_her_and_reach_her_on_her(
    screen: Screen, below: Below, her: Her, manners: Manners
) -> None:
    her.window.wear(manners)
    her.show()
    outlined(her)
    passes(her, screen, below, CORNER)
    reaches(her, screen, below, HEAD, "Head")
    reaches(her, screen, below, (285, 480), "Body")
    assert HEAD not in below.moves


def test_mirrored_she_is_touched_where_she_is_seen(screen: Screen, below: Below, her: Her) -> None:
    her.show()
    outlined(her)
    mirrored_tail = (600 - TAIL[0], TAIL[1])
    passes(her, screen, below, mirrored_tail)
    before = live(her).stage.picture()
    her.window.wear(Manners(flipped=True))
    outlined(her)
    passes(her, screen, below, TAIL)
    click(screen, mirrored_tail)
    her.wait(lambda: len(her.pokes) == 1)
    assert mirrored_tail == below.clicks[0]
    assert len(below.clicks) == 2, "the click on her tail went through her"
    after = live(her).stage.picture()
    assert (
        before.pixelColor(TAIL[0] - 100, 340).alpha() == after.pixelColor(500 - TAIL[0], 340).alpha() == 255
    )
    assert live(her)._area(QPointF(185, 180)) == "Head"


def test_mirrored_she_looks_the_way_the_cursor_is(screen: Screen, her: Her) -> None:
    her.show()
    QCursor.setPos(900, 300)
    her.wait(lambda: QCursor.pos() == QPoint(900, 300))
    plain: Around = live(her)._around(0.1)
    her.window.wear(Manners(flipped=True))
    live(her).carry(QPoint(10, 0))
    mirrored = live(her)._around(0.1)
    assert plain.cursor_x > 0.5
    assert mirrored.cursor_x == pytest.approx(-plain.cursor_x)
    assert mirrored.cursor_y == pytest.approx(plain.cursor_y)
    assert mirrored.drag_x < 0.0


def test_clicks_pass_at_another_size_at_once(screen: Screen, below: Below, her: Her) -> None:
    her.window.wear(Manners())
    her.show()
    outlined(her)
    her.window.wear(Manners(scale=0.5))
    assert her.window.placement == replace(her.window.placement, x=200, y=350, scale=0.5)
    her.wait(lambda: live(her).stage.size().toTuple() == (200, 250))
    outlined(her, 1)
    passes(her, screen, below, HEAD)
    reaches(her, screen, below, (292, 440), "Head")
    assert her.placements[-1].scale == 0.5


def test_all_clicks_pass_through_her_when_that_is_wished(screen: Screen, below: Below, her: Her) -> None:
    her.show()
    outlined(her)
    her.window.wear(Manners(click_through=True))
    passes(her, screen, below, HEAD)
    outlined(her)
    passes(her, screen, below, (285, 480))
    around = live(her)._around(0.1)
    assert around.over == ""
    assert around.cursor_y < 0.0, "she still knows where to look"
    her.window.wear(Manners())
    outlined(her)
    reaches(her, screen, below, HEAD, "Head")


def test_locked_she_stays_but_feels(screen: Screen, below: Below, her: Her) -> None:
    her.window.wear(Manners(locked=True))
    her.show()
    outlined(her)
    start = her.window.placement
    screen.xdotool("mousemove", "290", "430", "mousedown", "1")
    for step in range(1, 6):
        screen.xdotool("mousemove", str(290 + 20 * step), "430")
    screen.xdotool("mouseup", "1")
    click(screen, (290, 430), "4")
    reaches(her, screen, below, HEAD, "Head")
    assert (her.window.placement, her.felt, her.placements, len(her.pokes)) == (start, [], [], 1)


def test_in_the_streaming_look_the_wheel_is_nothing_to_her(screen: Screen, below: Below, her: Her) -> None:
    her.window.wear(Manners(fixed_scale=1.0, opacity=0.4, flipped=True))
    her.show()
    outlined(her)
    click(screen, (290, 430), "4")
    reaches(her, screen, below, HEAD, "Head")
    assert her.window.placement.scale == 1.0
    assert "_NET_WM_WINDOW_OPACITY" not in xprop(screen, her, "_NET_WM_WINDOW_OPACITY").split("=")[0] or (
        live(her).stage.opacity() == 1.0
    )
    assert not live(her)._touch.mirrored


def test_the_streaming_look_is_of_one_size_and_gives_her_own_back(her: Her) -> None:
    her.window.wear(Manners())
    her.show()
    start = her.window.placement
    her.window.wear(Manners(fixed_scale=0.5))
    assert her.window.placement == replace(start, x=200, y=350, scale=0.5)
    assert her.placements == [], "the size she has otherwise is what is remembered"
    her.window.wear(Manners(fixed_scale=0.7))
    her.window.wear(Manners())
    assert her.window.placement == start
    her.window.place(replace(start, x=140))
    her.window.wear(Manners(fixed_scale=2.0))
    assert her.window.places["screen"].scale == 1.0


def test_half_seen(qtbot: QtBot, screen: Screen, desktop: Desktop, her: Her) -> None:
    her.window.wear(Manners(opacity=0.5))
    her.show()
    live(her)._clock.stop()
    frame = live(her).stage.show_frame(keep=True)
    assert frame is not None
    hers = np.array(frame.pixelColor(185, 180).toTuple()[:3])
    expected = (hers + GREEN) / 2

    def mixed() -> bool:
        return bool(np.abs(seen(screen)[180, 185] - expected).max() <= 3)

    qtbot.waitUntil(mixed, timeout=10_000)
    her.window.wear(Manners())
    qtbot.waitUntil(lambda: bool(np.abs(seen(screen)[180, 185] - hers).max() <= 30), timeout=10_000)


def test_on_a_key_colour_every_pixel_is_hers_or_the_colour(qtbot: QtBot, screen: Screen, her: Her) -> None:
    her.show()
    for colour, rgb in (("#00ff00", (0, 255, 0)), ("#ff00ff", (255, 0, 255))):
        her.window.wear(Manners(key_colour=colour))
        outlined(her)
        live(her)._clock.stop()
        frame = live(her).stage.show_frame(keep=True)
        assert frame is not None
        shape = frame.convertToFormat(QImage.Format.Format_Alpha8)
        alpha = np.array(shape.constBits()).reshape(500, 400)

        def keyed(alpha: Pixels = alpha, rgb: tuple[int, ...] = rgb) -> bool:
            ground = (seen(screen) == rgb).all(axis=2)
            return bool(ground[alpha < 126].all()) and not ground[alpha > 130].any()

        qtbot.waitUntil(keyed, timeout=10_000)
        rim = (alpha > 128) & (alpha < 250)
        distance = np.abs(seen(screen)[rim].astype(int) - rgb).max(axis=1)
        assert rim.sum() > 200
        assert (distance > 60).mean() > 0.99, "the colour shines through her rim"


def test_on_every_workspace_or_one(screen: Screen, her: Her) -> None:
    her.show()
    her.wait(lambda: "4294967295" in xprop(screen, her, "_NET_WM_DESKTOP"))
    screen.xdotool("set_desktop", "1")
    try:
        her.window.wear(Manners(every_workspace=False))
        her.wait(lambda: "= 1" in xprop(screen, her, "_NET_WM_DESKTOP"))
        her.window.hide()
        her.window.wear(Manners())
        her.window.show()
        her.wait(lambda: "4294967295" in xprop(screen, her, "_NET_WM_DESKTOP"))
    finally:
        screen.xdotool("set_desktop", "0")


def test_above_others_or_not_without_being_made_anew(screen: Screen, below: Below, her: Her) -> None:
    her.show()
    number = window_id(her)
    her.wait(lambda: "STATE_ABOVE" in xprop(screen, her, "_NET_WM_STATE"))
    her.window.wear(Manners(always_on_top=False))
    her.wait(lambda: "STATE_ABOVE" not in xprop(screen, her, "_NET_WM_STATE"))
    her.window.wear(Manners())
    her.wait(lambda: "STATE_ABOVE" in xprop(screen, her, "_NET_WM_STATE"))
    assert window_id(her) == number
    outlined(her)
    passes(her, screen, below, CORNER)


def test_who_types_meanwhile_goes_on_typing(screen: Screen, below: Below, her: Her) -> None:
    screen.xdotool("type", "--delay", "5", "one ")
    her.show()
    screen.xdotool("type", "--delay", "5", "two ")
    for manners in (
        Manners(flipped=True),
        Manners(always_on_top=False),
        Manners(key_colour="#00ff00"),
        Manners(),
    ):
        her.window.wear(manners)
        screen.xdotool("type", "--delay", "5", "x")
    click(screen, HEAD)
    her.wait(lambda: bool(her.pokes))
    her.window.hide()
    her.window.show()
    screen.xdotool("type", "--delay", "5", " three")
    her.wait(lambda: below.keys == "one two xxxx three")


def test_set_down_near_an_edge_she_goes_to_it(screen: Screen, her: Her) -> None:
    her.window.wear(Manners(snap=True))
    her.show()
    outlined(her)
    carry(screen, her, QPoint(150, 205))
    her.wait(lambda: bool(her.placements))
    told = her.placements[-1]
    her.wait(lambda: her.window._standing.window_place == told.rect)
    outlined(her)
    lowest = max(y + height for _, y, _, height in her.window._wardrobe.outline) - 6
    assert told.y + lowest == pytest.approx(800, abs=7), "her feet are on the edge"
    assert told.x == 250


def test_without_snapping_she_stays_where_she_is_put(screen: Screen, her: Her) -> None:
    her.window.wear(Manners(snap=False))
    her.show()
    outlined(her)
    carry(screen, her, QPoint(150, 205))
    her.wait(lambda: her.placements == [Placement(250, 305, 1.0, "screen")])


def test_with_less_motion_she_does_not_slide(screen: Screen, her: Her) -> None:
    her.window.wear(Manners(reduced_motion=True))
    her.show()
    outlined(her)
    assert live(her)._performance.calm
    went: list[QPoint] = []
    carry(screen, her, QPoint(150, 205))
    her.window.went.connect(lambda: went.append(her.window._standing.window_place.topLeft()))
    her.wait(lambda: bool(her.placements))
    assert {point.y() for point in went} <= {her.placements[-1].y, 305}


def carry(screen: Screen, her: Her, way: QPoint) -> None:
    """Drag her by so much and let go."""
    start = her.window.placement
    x, y = start.x + 190, start.y + 330
    screen.xdotool("mousemove", str(x), str(y), "mousedown", "1")
    for step in range(1, 6):
        screen.xdotool("mousemove", str(x + way.x() * step // 5), str(y + way.y() * step // 5))
    her.wait(lambda: her.window.placement.rect.topLeft() == start.rect.topLeft() + way)
    screen.xdotool("mouseup", "1")


def test_a_still_picture_has_manners_too(
    screen: Screen, below: Below, make_her: Callable[..., Her], qtbot: QtBot
) -> None:
    her = make_her(VESPER / "nothing.model3.json")
    her.window.wear(Manners(key_colour="#00ff00", flipped=True))
    her.window.show()
    her.wait(lambda: bool((seen(screen)[400, 200] == (200, 40, 60)).all()))
    her.window.wear(Manners(click_through=True))
    passes(her, screen, below, (300, 500))
