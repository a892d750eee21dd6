from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.menu import Intent, Menu, MenuState, entries
from app.notices import Notice
from app.theme import DARK
from app.tray import Mien, Tray, available, state_icon
from tests.stage import Screen


@pytest.fixture
def menu(qtbot: QtBot) -> Menu:
    menu = Menu(DARK)
    qtbot.addWidget(menu.widget)
    return menu


@pytest.fixture
def tray(menu: Menu) -> Iterator[Tray]:
    tray = Tray(menu, "Vesper Astra")
    yield tray
    tray.stop()


# --- the menu ------------------------------------------------------------------------------------------------


def test_the_menu_says_what_it_does() -> None:
    labels = {
        e.intent: e for e in entries(MenuState(name="Vee & Co", shown=True, muted=True, speaking=False))
    }
    assert labels[Intent.TOGGLE_WINDOW].label == "&Hide Vee && Co"
    assert labels[Intent.MUTE].checked is True
    assert not labels[Intent.HUSH].enabled
    assert entries(MenuState(shown=False))[0].label == "&Show Vesper"
    assert {entry.intent for entry in entries(MenuState())} == {None, *Intent}


def test_access_keys_are_unambiguous() -> None:
    keys = [e.label[e.label.index("&") + 1].lower() for e in entries(MenuState()) if e.label]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("intent", Intent)
def test_every_entry_is_an_intent(menu: Menu, qtbot: QtBot, intent: Intent) -> None:
    menu.show_state(MenuState(speaking=True))
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.action(intent).trigger()
    assert chosen.args == [intent]


def test_the_menu_follows_the_state(menu: Menu) -> None:
    menu.show_state(MenuState(shown=False, muted=True, speaking=True))
    assert menu.action(Intent.TOGGLE_WINDOW).text() == "&Show Vesper"
    assert menu.action(Intent.MUTE).isChecked()
    assert menu.action(Intent.HUSH).isEnabled()
    menu.show_state(MenuState())
    assert not menu.action(Intent.MUTE).isChecked()
    assert not menu.action(Intent.HUSH).isEnabled()


def test_the_menu_works_by_keyboard(menu: Menu, qtbot: QtBot) -> None:
    menu.widget.popup(menu.widget.pos())
    qtbot.waitUntil(menu.widget.isVisible)
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(menu.widget, Qt.Key.Key_M)
    assert chosen.args == [Intent.MUTE]


# --- the tray ------------------------------------------------------------------------------------------------


def test_every_mien_has_its_own_icon(qtbot: QtBot) -> None:
    pictures = [state_icon(mien).pixmap(64, 64).toImage() for mien in Mien]
    assert all(not picture.isNull() for picture in pictures)
    for number, picture in enumerate(pictures):
        assert picture.pixelColor(2, 2).alpha() < 128, "icons have free corners"
        assert all(picture != other for other in pictures[number + 1 :])


def test_the_tip_tells_what_she_is_doing(tray: Tray) -> None:
    tray.show_mien(Mien.MUTED)
    assert tray.tip == "Vesper Astra · microphone off"


def test_a_click_opens_the_chat_and_the_menu_passes_through(tray: Tray, menu: Menu, qtbot: QtBot) -> None:
    icon = tray.findChildren(QSystemTrayIcon)[0]
    with qtbot.waitSignal(tray.chosen) as chosen:
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert chosen.args == [Intent.CHAT]
    with qtbot.waitSignal(tray.chosen) as chosen:
        icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert chosen.args == [Intent.MUTE]
    with qtbot.waitSignal(tray.chosen) as chosen:
        menu.action(Intent.QUIT).trigger()
    assert chosen.args == [Intent.QUIT]


def test_without_a_tray_she_waits_and_docks_when_one_appears(
    tray: Tray, screen: Screen, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not available(), timeout=10_000)
    tray.start()
    assert not tray.docked
    tray.tell(Notice("a", "Nothing", "to show it in"))
    changes: list[bool] = []
    tray.availability.connect(changes.append)
    with screen.tray_host():
        qtbot.waitUntil(lambda: changes == [True], timeout=20_000)
        assert tray.docked
        icon = tray.findChildren(QSystemTrayIcon)[0]
        qtbot.waitUntil(lambda: icon.geometry().width() > 0, timeout=20_000)
        box = icon.geometry()
        with qtbot.waitSignal(tray.chosen, timeout=20_000) as chosen:
            screen.xdotool("mousemove", str(box.center().x()), str(box.center().y()), "click", "1")
        assert chosen.args == [Intent.CHAT]
    qtbot.waitUntil(lambda: changes == [True, False], timeout=20_000)
    assert not tray.docked
