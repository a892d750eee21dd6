"""The bubble on a real desktop: seen, beside her, in nobody's way, and there only when it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bubble.spot import Side
from app.bubble.window import BubbleWindow
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.bubble import BubbleDesk
from app.look.theme import DARK, LIGHT, Theme
from models.commands import Caption, Silence
from tests.app.avatar.conftest import shot
from tests.stage import Screen

HEAD = QRect(400, 300, 160, 160)
SCREEN = QRect(0, 0, 1280, 800)
IN, OUT = True, False
LONG = "Bildschirmaufnahmesteuerungsszenenumschaltungstaste gedrückt, und schon ist Feierabend, sagt sie."


@pytest.fixture
def bubble(qtbot: QtBot, screen: Screen) -> Iterator[BubbleWindow]:
    made = BubbleWindow(DARK)
    made.wear(see_through=True, fades=False)
    yield made
    made.destroy()


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=["dark", "light"])
def test_its_words_are_seen(qtbot: QtBot, screen: Screen, bubble: BubbleWindow, look: object) -> None:
    wanted = DARK if look is DARK else LIGHT
    bubble.set_look(wanted)
    bubble.show_words("There you are!", HEAD, SCREEN)
    ink = np.array(QColor(wanted.hers_text).toTuple()[:3])

    def written() -> bool:
        place = bubble.geometry()
        seen = shot(screen)[place.top() : place.bottom(), place.left() : place.right()].astype(int)
        return int((np.abs(seen - ink).max(axis=2) < 24).sum()) > 60

    qtbot.waitUntil(written, timeout=10_000)


def test_clicks_pass_it_and_the_keyboard_stays_where_it_is(
    qtbot: QtBot, screen: Screen, bubble: BubbleWindow
) -> None:
    pressed: list[int] = []

    class Below(QWidget):
        def mousePressEvent(self, _event: object) -> None:  # noqa: N802  # Qt's name
            pressed.append(1)

    below = Below()
    below.setGeometry(500, 200, 500, 400)
    qtbot.addWidget(below)
    below.show()
    qtbot.waitActive(below)
    bubble.show_words(LONG, HEAD, SCREEN)
    qtbot.waitExposed(bubble)
    middle = bubble.geometry().center()
    screen.xdotool("mousemove", str(middle.x()), str(middle.y()), "click", "1")
    qtbot.waitUntil(lambda: bool(pressed), timeout=10_000)
    assert below.isActiveWindow()


def test_it_follows_her_and_changes_its_side_at_an_edge(qtbot: QtBot, bubble: BubbleWindow) -> None:
    bubble.show_words(LONG, HEAD, SCREEN)
    assert bubble.side is Side.RIGHT
    place = bubble.geometry()
    bubble.stand(HEAD.translated(40, 30), SCREEN)
    assert bubble.geometry() == place.translated(40, 30)
    bubble.stand(HEAD.translated(700, 0), SCREEN)
    assert bubble.side is Side.LEFT
    assert SCREEN.contains(bubble.geometry())


def test_any_length_in_any_size_of_font_stays_on_the_screen(bubble: BubbleWindow) -> None:
    font = QGuiApplication.font()
    bigger = QGuiApplication.font()
    bigger.setPointSizeF(font.pointSizeF() * 2.5)
    QGuiApplication.setFont(bigger)
    try:
        for text in ("Hm.", LONG, "x" * 300, "word " * 44):
            bubble.show_words(text, HEAD, SCREEN)
            assert SCREEN.contains(bubble.geometry())
            assert "".join(bubble._lines).replace(" ", "") == text.replace(" ", "")
    finally:
        QGuiApplication.setFont(font)


def test_it_fades_and_is_gone(qtbot: QtBot, bubble: BubbleWindow) -> None:
    bubble.wear(see_through=True, fades=True)
    bubble.show_words("Hm.", HEAD, SCREEN)
    qtbot.waitUntil(lambda: bubble.opacity() == 1.0)
    bubble.leave()
    assert bubble.isVisible()
    assert not bubble.text
    qtbot.waitUntil(lambda: not bubble.isVisible())
    bubble.show_words("Hm.", HEAD, SCREEN)
    bubble.wear(see_through=True, fades=False)
    bubble.leave()
    assert not bubble.isVisible()


def test_where_nothing_is_see_through_it_is_cut_to_its_shape(bubble: BubbleWindow) -> None:
    bubble.wear(see_through=False, fades=True)
    bubble.show_words("Hm.", HEAD, SCREEN)
    inside, whole = bubble.mask(), QRect(0, 0, bubble.width(), bubble.height())
    assert inside.boundingRect().width() > 0.9 * whole.width()
    assert not inside.contains(whole.topRight())
    assert inside.contains(whole.center())


class Avatar(QObject):
    """Somebody with a head."""

    went, appeared = Signal(), Signal(bool)
    there = composited = calm = True
    head = HEAD


class Voice(QObject):
    """A Director that says what it is told to."""

    commanded = Signal(object)


class Scene:
    """The desk between settings, an avatar and what is said."""

    def __init__(self, settings: Path) -> None:
        self.avatar, self.voice = Avatar(), Voice()
        self.tuning = Tuning(SettingsStore(settings))
        self.desk = BubbleDesk(Theme(), self.avatar, self.voice, self.tuning)  # type: ignore[arg-type]  # stand-ins

    def say(self, turn: int, n: int, text: str) -> None:
        self.voice.commanded.emit(Caption(turn, n, text))

    @property
    def text(self) -> str:
        return "" if self.desk._window is None else self.desk._window.text


@pytest.fixture
def scene(qtbot: QtBot, screen: Screen, tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path / "settings.toml")
    yield made
    made.desk.stop()


def test_nothing_is_made_until_it_is_wanted(scene: Scene) -> None:
    scene.say(1, 0, "Hello.")
    assert scene.desk._window is None
    scene.tuning.set("window", bubble=True)
    assert scene.text == "Hello."
    assert "app.bubble.window" in sys.modules


def test_it_reads_along_and_ends(qtbot: QtBot, scene: Scene) -> None:
    scene.tuning.set("window", bubble=True)
    scene.say(1, 0, "There you are!")
    scene.say(1, 1, "Sit.")
    assert scene.text == "There you are! Sit."
    scene.say(1, -1, "")
    assert scene.text == "There you are! Sit.", "it is left to be read"
    assert scene.desk._end.isActive()
    scene.say(2, 0, "One more thing.")
    assert not scene.desk._end.isActive()
    assert scene.text == "One more thing."
    scene.say(1, -1, "")
    assert not scene.desk._end.isActive()
    scene.say(2, -1, "")
    qtbot.waitUntil(lambda: not scene.text)


def test_silence_takes_it_away_at_once(scene: Scene) -> None:
    scene.tuning.set("window", bubble=True)
    scene.say(4, 0, "Once upon a time")
    scene.voice.commanded.emit(Silence(3))
    assert scene.text
    scene.voice.commanded.emit(Silence(4))
    assert not scene.text


def test_it_is_there_only_while_she_is(scene: Scene) -> None:
    scene.tuning.set("window", bubble=True)
    scene.say(1, 0, "Hello.")
    scene.avatar.there = False
    scene.avatar.appeared.emit(OUT)
    assert not scene.text
    scene.avatar.there = True
    scene.avatar.appeared.emit(IN)
    assert scene.text == "Hello."
    scene.tuning.set("capture", streaming_look=True)
    assert not scene.text
    scene.tuning.set("capture", streaming_look=False)
    assert scene.text
    scene.tuning.set("window", bubble=False)
    assert not scene.text


def test_it_goes_with_her(scene: Scene) -> None:
    scene.tuning.set("window", bubble=True)
    scene.say(1, 0, "Hello.")
    assert scene.desk._window is not None
    place = scene.desk._window.geometry()
    scene.avatar.head = HEAD.translated(-50, 20)
    scene.avatar.went.emit()
    assert scene.desk._window.geometry() == place.translated(-50, 20)
