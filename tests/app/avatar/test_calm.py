"""Less motion, Wayland's advice, and clicks where a window can only take all or none."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor, QWindow
from pytestqt.qtbot import QtBot

from app.avatar.passing import Passing
from app.avatar.wayland import NATIVE, THROUGH_XWAYLAND, Advice, platform_advice
from models.commands import Perform
from models.performance import Around, Performance, Pose
from tests.stage import Screen


def acted(*, calm: bool, motion: str = "") -> list[Pose]:
    """Four minutes at rest, every motion over at once."""
    body = Performance(lambda: 0.5, idle={"Idle": 3}, motions=frozenset({"Wave", "Yawn", "Stretch", "Look"}))
    body.calm = calm
    poses = [body.step(0.0, Around(motion_over=True), None)]
    body.perform(Perform("idle", "idle", motion), 0.1)
    return [*poses, *(body.step(n / 10, Around(motion_over=True), None) for n in range(1, 2400))]


def test_calm_she_does_nothing_of_her_own_but_breathe_blink_and_look() -> None:
    lively, calm = acted(calm=False), acted(calm=True)
    assert sum(pose.idle_motion >= 0 for pose in lively) > 3
    assert not any(pose.idle_motion >= 0 or pose.motion for pose in calm)
    assert len({round(pose.breath, 2) for pose in calm}) > 10
    assert min(pose.lids for pose in calm) < 0.3


def test_calm_she_still_does_what_she_is_asked_and_takes_it_back() -> None:
    calm = acted(calm=True, motion="Wave")
    assert [pose.motion for pose in calm if pose.motion] == ["Wave"]
    assert sum(pose.idle_motion >= 0 for pose in calm) == 1


def test_on_wayland_she_goes_through_xwayland_where_there_is_one() -> None:
    wayland = {"WAYLAND_DISPLAY": "wayland-0"}
    assert platform_advice({"DISPLAY": ":0"}) == Advice()
    assert platform_advice({**wayland, "DISPLAY": ":0"}) == Advice("xcb", THROUGH_XWAYLAND)
    assert platform_advice({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}).platform == "xcb"
    assert platform_advice(wayland) == Advice("", NATIVE)
    assert platform_advice({**wayland, "DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}) == Advice("", NATIVE)


def test_a_window_that_takes_all_clicks_or_none_takes_them_while_the_cursor_is_on_her(
    qtbot: QtBot, screen: Screen
) -> None:
    told: list[bool] = []
    window = QWindow()
    window.setGeometry(100, 100, 200, 200)
    window.show()
    qtbot.waitUntil(lambda: window.isExposed() and window.position() == QPoint(100, 100), timeout=10_000)
    passing = Passing(lambda _window, through: told.append(through))
    try:
        for x, y in ((150, 150), (250, 250), (150, 150)):
            QCursor.setPos(x, y)
            qtbot.waitUntil(lambda at=QPoint(x, y): QCursor.pos() == at)
            passing.catch(window, [QRect(20, 20, 80, 80)])
        assert told == [True, False]
        passing.catch(window, [])
        assert told == [True, False, True]
    finally:
        passing.stop()
        window.destroy()
