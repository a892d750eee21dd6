from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.chat.values import Withheld
from app.chat.window import ChatWindow
from app.chat.withheld import WithheldDialog
from app.look.theme import DARK, LIGHT, Look, style_sheet

OLD = Withheld("14:02", "to her", "slur", "A slur", "w***", word="word")
PHONE = Withheld("14:20", "by her", "personal_data", "A phone number", "5*** ****")
NEW = Withheld("15:31", "to her", "injection", "An attempt to give her other instructions", "i***** ***")


def _dialog(chat: ChatWindow) -> WithheldDialog:
    (found,) = [dialog for dialog in chat.findChildren(WithheldDialog) if dialog.isVisible()]
    return found


def _texts(dialog: WithheldDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def _rows(dialog: WithheldDialog) -> list[QWidget]:
    rows = [row for row in dialog.findChildren(QWidget, "withheldRow") if row.isVisible()]
    return sorted(rows, key=lambda row: row.mapTo(dialog, row.rect().topLeft()).y())


def _allow(dialog: WithheldDialog) -> list[QPushButton]:
    return [button for button in dialog.findChildren(QPushButton) if "llow" in button.text()]


def test_the_menu_asks_for_the_list(chat: ChatWindow, qtbot: QtBot) -> None:
    action = next(a for w in chat.findChildren(QWidget) for a in w.actions() if "held back" in a.text())
    with qtbot.waitSignal(chat.withheld_requested):
        action.trigger()


def test_the_newest_stands_on_top_and_only_masked_text_is_shown(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_withheld((OLD, PHONE, NEW))
    dialog = _dialog(chat)
    qtbot.waitExposed(dialog)
    names = [row.accessibleName() for row in _rows(dialog)]
    assert ["15:31" in names[0], "14:20" in names[1], "14:02" in names[2]] == [True] * 3
    assert "A phone number" in _texts(dialog)
    assert "Said by her  ·  14:20" in _texts(dialog)
    assert not any("word" in text for text in _texts(dialog) if "***" in text)


def test_an_empty_list_says_so(chat: ChatWindow) -> None:
    chat.show_withheld(())
    assert "Nothing was held back." in _texts(_dialog(chat))


def test_a_listed_word_can_be_allowed_once(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_withheld((OLD, PHONE))
    dialog = _dialog(chat)
    (button,) = _allow(dialog)
    with qtbot.waitSignal(chat.allow_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["word"]
    qtbot.waitUntil(lambda: [(b.text(), b.isEnabled()) for b in _allow(dialog)] == [("Allowed", False)])


def test_an_open_list_is_renewed_and_a_closed_one_opened_again(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_withheld((OLD,))
    first = _dialog(chat)
    chat.show_withheld((OLD, NEW))
    assert _dialog(chat) is first
    assert len(_rows(first)) == 2
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [d for d in chat.findChildren(WithheldDialog) if d.isVisible()])
    chat.show_withheld(())
    assert _dialog(chat) is not first


def test_everything_can_be_reached_by_keyboard_and_is_named(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_withheld((OLD, PHONE))
    dialog = _dialog(chat)
    qtbot.waitUntil(dialog.isActiveWindow)
    reached = set()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 2
    for button in buttons:
        assert button in reached
        assert button.accessibleName() or button.text()


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_it_wears_both_looks(chat: ChatWindow, qtbot: QtBot, look: Look) -> None:
    chat.setStyleSheet(style_sheet(look))
    chat.show_withheld((OLD, PHONE, NEW))
    dialog = _dialog(chat)
    dialog.set_look(look)
    qtbot.waitExposed(dialog)
    picture = dialog.grab().toImage()
    row = _rows(dialog)[0]
    inside = row.mapTo(dialog, row.rect().bottomLeft())
    assert picture.pixelColor(inside.x() + 8, inside.y() - 4) == QColor(look.surface)
    assert picture.pixelColor(4, 4) == QColor(look.raised)
    between = picture.pixelColor(inside.x() + 8, inside.y() + 4)
    assert between == QColor(look.raised), "no frame of another colour around the list"
