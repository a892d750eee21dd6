from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QToolTip
from pytestqt.qtbot import QtBot

from app.look.theme import DARK
from app.menu import Intent, Menu, MenuState, entries
from app.notice import Notice
from app.persona.choices import Choice, Choices, choices_of
from app.persona.library import Library
from app.tray import Mien, Tray, available, state_icon
from models.settings import Character
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
    assert entries(MenuState(shown=False))[0].label == "Sh&ow Vesper"
    assert {entry.intent for entry in entries(MenuState())} == {None, *Intent}
    assert [e.field for e in entries(MenuState()) if e.field] == [
        "preset", "dynamic", "style", "energy", "family_mode",
    ]  # fmt: skip


@pytest.mark.parametrize("state", [MenuState(), MenuState(shown=False), MenuState(panicked=True)])
def test_access_keys_are_unambiguous(state: MenuState) -> None:
    keys = [e.label[e.label.index("&") + 1].lower() for e in entries(state) if e.label]
    assert len(keys) == len(set(keys))


def test_panic_is_always_there_and_says_how_to_come_back(menu: Menu) -> None:
    panic = menu.action(Intent.PANIC)
    menu.show_state(MenuState())
    assert (panic.text(), panic.isCheckable(), panic.isChecked()) == ("&Panic", True, False)
    assert panic.isEnabled()
    panic.trigger()
    menu.show_state(MenuState())
    assert not panic.isChecked(), "it shows how things stand, not what was clicked"
    menu.show_state(MenuState(panicked=True))
    assert (panic.text(), panic.isChecked()) == ("&Panic: come back", True)
    assert menu.action(Intent.STREAM).isVisible()


@pytest.mark.parametrize("intent", Intent)
def test_every_entry_is_an_intent(menu: Menu, qtbot: QtBot, intent: Intent) -> None:
    menu.show_state(MenuState(speaking=True))
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.action(intent).trigger()
    assert chosen.args == [intent]


def test_the_menu_follows_the_state(menu: Menu) -> None:
    menu.show_state(MenuState(shown=False, muted=True, speaking=True))
    assert menu.action(Intent.TOGGLE_WINDOW).text() == "Sh&ow Vesper"
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


# --- who she is ----------------------------------------------------------------------------------------------

CHOICES = Choices(
    presets=(Choice("chill", "Chill", "Calm."), Choice("snarky", "Salt & vinegar", "Dry.")),
    dynamics=(Choice("tender", "Tender"), Choice("ride_or_die", "Ride or die")),
    styles=(Choice("", "None"), Choice("kawaii", "Kawaii")),
    energies=(Choice("low", "Low"), Choice("normal", "Normal"), Choice("high", "High")),
)


def _checked(menu: Menu, field: str, *values: str) -> list[str]:
    return [value for value in values if menu.choice(field, value).isChecked()]


def test_the_menu_shows_who_she_is(menu: Menu) -> None:
    menu.show_state(MenuState(choices=CHOICES))
    assert menu.choice("preset", "snarky").text() == "Salt && vinegar"
    assert _checked(menu, "preset", "chill", "snarky") == ["snarky"]
    assert _checked(menu, "style", "", "kawaii") == [""]
    assert _checked(menu, "energy", "low", "normal", "high") == ["normal"]
    assert not menu.action("family_mode").isChecked()
    now = Character(preset="chill", style="kawaii", energy="high", family_mode=True)
    menu.show_state(MenuState(choices=replace(CHOICES, chosen=now)))
    assert _checked(menu, "preset", "chill", "snarky") == ["chill"]
    assert _checked(menu, "style", "", "kawaii") == ["kawaii"]
    assert _checked(menu, "energy", "low", "normal", "high") == ["high"]
    assert menu.action("family_mode").isChecked()


def test_a_persona_that_came_or_went_is_in_the_menu_or_not(menu: Menu) -> None:
    assert not menu.action("preset").isVisible(), "nothing to choose, no menu"
    menu.show_state(MenuState(choices=CHOICES))
    assert menu.action("preset").isVisible()
    fewer = replace(CHOICES, presets=(Choice("mine", "Mine"),))
    menu.show_state(MenuState(choices=fewer))
    submenu = menu.action("preset").menu()
    assert isinstance(submenu, QMenu)
    assert [action.text() for action in submenu.actions()] == ["Mine"]
    assert not menu.choice("preset", "mine").isChecked(), "what is chosen is not there"


@pytest.mark.parametrize(("field", "value"), [("preset", "chill"), ("dynamic", "tender"), ("style", "kawaii"),
                                              ("energy", "low")])  # fmt: skip
def test_picking_names_the_field_and_the_value(menu: Menu, qtbot: QtBot, field: str, value: str) -> None:
    menu.show_state(MenuState(choices=CHOICES))
    with qtbot.assertNotEmitted(menu.chosen), qtbot.waitSignal(menu.picked) as picked:
        menu.choice(field, value).trigger()
    assert picked.args == [field, value]


def test_family_mode_is_switched_on_and_off(menu: Menu, qtbot: QtBot) -> None:
    for wanted in (True, False):
        with qtbot.assertNotEmitted(menu.chosen), qtbot.waitSignal(menu.picked) as picked:
            menu.action("family_mode").trigger()
        assert picked.args == ["family_mode", wanted]


def test_all_there_is_can_be_chosen(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.copy("style/chaotic", "mine", "My own")
    made = choices_of(library, Character(preset="hype"))
    assert made.chosen.preset == "hype"
    assert [choice.value for choice in made.presets] == [
        "chill", "hype", "inappropriate", "sensual", "snarky",
    ]  # fmt: skip
    assert len(made.dynamics) == 6
    assert [choice.title for choice in made.styles] == [
        "None",
        "Calm with chaos",
        "Chaotic",
        "Kawaii",
        "My own",
    ]
    assert [choice.value for choice in made.energies] == ["low", "normal", "high"]
    assert all(choice.description for choice in (*made.presets, *made.dynamics, *made.styles))


@pytest.mark.parametrize("corner", [QPoint(200, 100), QPoint(1279, 799)], ids=["open", "corner"])
def test_a_choice_is_explained_beside_the_menu(
    menu: Menu, screen: Screen, qtbot: QtBot, corner: QPoint
) -> None:
    menu.show_state(MenuState(choices=CHOICES))
    submenu = menu.action("preset").menu()
    assert isinstance(submenu, QMenu)
    submenu.popup(corner)
    qtbot.waitUntil(submenu.isVisible)
    where = submenu.mapToGlobal(submenu.actionGeometry(menu.choice("preset", "chill")).center())
    screen.xdotool("mousemove", str(where.x() - 5), str(where.y()))
    screen.xdotool("mousemove", str(where.x()), str(where.y()))
    qtbot.waitUntil(lambda: QToolTip.text() == "Calm.", timeout=20_000)
    tips = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.inherits("QTipLabel") and widget.isVisible()
    ]
    assert [tip.geometry().intersects(submenu.geometry()) for tip in tips] == [False]
    submenu.close()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=20_000)


def test_a_real_click_picks_a_style(menu: Menu, screen: Screen, qtbot: QtBot) -> None:
    menu.show_state(MenuState(choices=CHOICES))
    menu.widget.popup(QPoint(200, 100))
    qtbot.waitUntil(menu.widget.isVisible)
    _click(screen, menu.widget, menu.action("style"))
    submenu = menu.action("style").menu()
    assert isinstance(submenu, QMenu)
    qtbot.waitUntil(submenu.isVisible, timeout=20_000)
    with qtbot.waitSignal(menu.picked, timeout=20_000) as picked:
        _click(screen, submenu, menu.choice("style", "kawaii"))
    assert picked.args == ["style", "kawaii"]
    qtbot.waitUntil(lambda: not menu.widget.isVisible(), timeout=20_000)


def _click(screen: Screen, menu: QMenu, action: QAction) -> None:
    where = menu.mapToGlobal(menu.actionGeometry(action).center())
    screen.xdotool("mousemove", str(where.x() - 3), str(where.y()))
    screen.xdotool("mousemove", str(where.x()), str(where.y()), "click", "1")


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
    tray.show_mien(Mien.PANIC)
    assert tray.tip == "Vesper Astra · panic, silent until you come back"


def test_panic_is_red_in_the_tray(qtbot: QtBot) -> None:
    picture = state_icon(Mien.PANIC).pixmap(64, 64).toImage()
    badge = picture.pixelColor(41, 52)
    assert badge.red() > 180
    assert badge.green() < 60


def test_clicks_and_the_menu_pass_through(tray: Tray, menu: Menu, qtbot: QtBot) -> None:
    icon = tray.findChildren(QSystemTrayIcon)[0]
    with qtbot.waitSignal(tray.chosen) as chosen:
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert chosen.args == [Intent.PANEL]
    with qtbot.waitSignal(tray.chosen) as chosen:
        icon.activated.emit(QSystemTrayIcon.ActivationReason.DoubleClick)
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
        qtbot.waitUntil(lambda: tray.place.width() > 0, timeout=20_000)
        box = tray.place
        with qtbot.waitSignal(tray.chosen, timeout=20_000) as chosen:
            screen.xdotool("mousemove", str(box.center().x()), str(box.center().y()), "click", "1")
        assert chosen.args == [Intent.PANEL]
        assert tray.place.intersects(box)
    qtbot.waitUntil(lambda: changes == [True, False], timeout=20_000)
    assert not tray.docked
