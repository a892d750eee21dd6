from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.form.controls import Switch, Words
from app.form.lamp import Lamp, Tone
from app.stream.feed_view import FeedView
from app.stream.head import Head
from app.stream.reactions_page import ReactionsPage
from app.stream.values import StreamState
from app.stream.window import StreamWindow
from models.settings_stream import Api, Obs, Stream
from models.stream.link import LinkState
from models.studio import Studio
from tests.app.stream.finding import button, part, texts
from tests.stage import Screen
from tests.stream_pictures import on_air, trouble

ON = Stream(enabled=True)


@pytest.mark.parametrize(
    ("state", "lamps"),
    [
        (StreamState(api=Api(enabled=False)), (Lamp(Tone.OFF, "Off"), Lamp(Tone.OFF, "Off"), Lamp(Tone.OFF, "Off"))),
        (StreamState(stream=ON, link=LinkState.CONNECTED, obs=Obs(enabled=True), studio=Studio(connected=True)),
         (Lamp(Tone.GOOD, "Connected"), Lamp(Tone.GOOD, "Connected"), Lamp(Tone.BUSY, "Starting…"))),
        (StreamState(stream=ON, link=LinkState.REFUSED, link_note="wrong token", obs=Obs(enabled=True),
                     studio_note="OBS asks for a password", api_note="Port 4003 is in use"),
         (Lamp(Tone.BAD, "Refused", "wrong token"), Lamp(Tone.BUSY, "Looking for OBS…", "OBS asks for a password"),
          Lamp(Tone.BAD, "Not there", "Port 4003 is in use"))),
        (StreamState(stream=Stream(enabled=True, backend_url=""), api_address="http://127.0.0.1:4003"),
         (Lamp(Tone.BAD, "No address", "Write the backend's address under Connections."), Lamp(Tone.OFF, "Off"),
          Lamp(Tone.GOOD, "127.0.0.1:4003"))),
    ],
)  # fmt: skip
def test_how_the_links_are(window: StreamWindow, state: StreamState, lamps: tuple[Lamp, ...]) -> None:
    assert (state.stream_lamp, state.obs_lamp, state.api_lamp) == lamps
    window.show_state(state)
    shown = texts(window.findChildren(Head)[0])
    for lamp in lamps:
        assert lamp.words in shown
        assert not lamp.note or lamp.note in shown


@pytest.mark.parametrize(
    ("name", "section"),
    [("Follow the stream", "stream"), ("Connect to OBS", "obs"), ("Answer on the local API", "api")],
)
def test_each_link_can_be_switched(window: StreamWindow, qtbot: QtBot, name: str, section: str) -> None:
    switch = part(window, Switch, name)
    wanted = not switch.isChecked()
    with qtbot.waitSignal(window.setting_changed) as changed:
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert changed.args == [section, "enabled", wanted]


def test_panic_shows_how_things_stand_and_how_to_come_back(window: StreamWindow, qtbot: QtBot) -> None:
    panic = button(window, "Panic: silence her and cover the stream")
    with qtbot.waitSignal(window.panic_toggled) as toggled:
        qtbot.mouseClick(panic, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]
    assert not panic.isChecked(), "until it is so"
    window.show_state(StreamState(panicked=True))
    assert panic.isChecked()
    assert (panic.text(), panic.accessibleName()) == ("Come back", "End the panic and come back")
    assert "She is silent. Press Come back or Ctrl+Alt+P when it is over." in texts(window)
    with qtbot.waitSignal(window.panic_toggled) as toggled:
        qtbot.mouseClick(panic, Qt.MouseButton.LeftButton)
    assert toggled.args == [False]
    window.show_state(StreamState(panicked=True, hotkey_note="taken"))
    assert not any("Ctrl+Alt+P" in text for text in texts(window)), "a key that does not hold is no way back"
    window.show_state(StreamState())
    assert panic.text() == "Panic"


@pytest.mark.parametrize(
    ("studio", "scene", "words"),
    [(Studio(), "BRB", "She is silent, but OBS is not connected: what viewers see is up to you."),
     (Studio(connected=True, scene="Game"), "", "She is silent. OBS still shows “Game”, for no panic scene is chosen."),
     (Studio(connected=True, scene="Game"), "BRB", "She is silent, and OBS still shows “Game”."),
     (Studio(connected=True, scene="BRB"), "BRB", "She is silent, and OBS shows “BRB”.")],
)  # fmt: skip
def test_panic_claims_no_more_than_is_so(studio: Studio, scene: str, words: str) -> None:
    assert (
        StreamState(panicked=True, obs=Obs(enabled=True, brb_scene=scene), studio=studio).panic_words == words
    )


def test_opening_the_window_never_puts_the_keyboard_on_panic(window: StreamWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    focus = QApplication.focusWidget()
    assert isinstance(focus, FeedView)
    with qtbot.assertNotEmitted(window.panic_toggled):
        qtbot.keyClick(focus, Qt.Key.Key_Space)
        qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_links_and_tokens_are_asked_for_and_said_to_be_copied(window: StreamWindow, qtbot: QtBot) -> None:
    assert not [b for b in window.findChildren(QPushButton) if "Copy" in b.text() and b.isVisible()]
    window.show_state(on_air())
    for name, what in (("Copy overlay link", "overlay"), ("Copy token", "token")):
        with qtbot.waitSignal(window.copy_requested) as asked:
            qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
        assert asked.args == [what]
        assert button(window, name).text() == "Copied"
    qtbot.waitUntil(lambda: button(window, "Copy token").text() == "Copy token")


def test_what_could_not_be_saved_is_said(window: StreamWindow) -> None:
    window.show_state(StreamState(problem="The disk is full."))
    assert "The disk is full." in texts(window)
    window.show_state(StreamState())
    assert "The disk is full." not in texts(window)


def test_pages_turn_by_key_and_escape_closes(window: StreamWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    tabs = window.findChildren(QTabBar)[0]
    for key, number in ((Qt.Key.Key_3, 2), (Qt.Key.Key_2, 1), (Qt.Key.Key_1, 0)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert tabs.currentIndex() == number
    window.show_state(on_air())
    window.show_page(1)
    page = window.findChildren(ReactionsPage)[0]
    page.edit(0)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not page.editing
    assert window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_window_manager_hides_it(window: StreamWindow, qtbot: QtBot, screen: Screen) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    screen.xdotool("key", "alt+F4")
    qtbot.waitUntil(lambda: not window.isVisible())
    window.open()
    assert window.isVisible()


@pytest.mark.parametrize("page", [0, 1, 2])
def test_everything_can_be_reached_and_is_named(window: StreamWindow, qtbot: QtBot, page: int) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.show_state(on_air())
    window.show_page(page)
    reached = set[QWidget]()
    for _ in range(45):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        if focus := QApplication.focusWidget():
            reached.add(focus)
    for one in window.findChildren(QWidget):
        proxied = one.focusProxy() is not None or one.parent() in reached
        if (
            not one.isVisible()
            or not one.focusPolicy() & Qt.FocusPolicy.TabFocus
            or not one.isEnabled()
            or proxied
        ):
            continue
        radio = isinstance(one, QAbstractButton) and one.group() is not None and not one.isChecked()
        assert one in reached or radio, f"{one} {one.accessibleName()} cannot be reached by the keyboard"
        assert one.accessibleName() or getattr(one, "text", str)(), f"{one} has no name for a screen reader"


@pytest.mark.parametrize(("page", "height"), [(0, 420), (0, 700), (1, 700), (2, 700)])
def test_long_words_are_never_cut(window: StreamWindow, qtbot: QtBot, page: int, height: int) -> None:
    window.show_state(replace(trouble(), panicked=True))
    window.show_page(page)
    window.resize(360, height)

    def cut() -> list[str]:
        shown = [words for words in window.findChildren(Words) if words.isVisible() and words.text()]
        low = [words.text() for words in shown if words.height() < words.heightForWidth(words.width()) - 1]
        rights = {words.text(): words.mapTo(window, words.rect().topRight()).x() for words in shown}
        return low + [text for text, right in rights.items() if right > window.width()]

    qtbot.waitUntil(lambda: (window.size().toTuple(), cut()) == ((360, height), []))


def test_it_follows_a_dark_palette(window: StreamWindow, qtbot: QtBot) -> None:
    def corner() -> int:
        return window.grab().toImage().pixelColor(4, window.height() - 4).lightness()

    before = QApplication.palette()
    assert corner() > 200
    try:
        QApplication.setPalette(QPalette(QColor("#222226")))
        qtbot.waitUntil(lambda: corner() < 60)
    finally:
        QApplication.setPalette(before)
    qtbot.waitUntil(lambda: corner() > 200)
