from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.chat.composer import Composer
from app.chat.question import Question
from app.chat.transcript import TranscriptView
from app.chat.values import ChatState
from app.chat.window import SETTLED_MS, ChatWindow
from app.look.theme import DARK, LIGHT, Theme
from app.notice import Act, Action, Notice
from models.commands import Show
from models.expression import Phase
from models.settings import ChatGeometry
from tests.stage import Screen


def _button(chat: ChatWindow, name: str) -> QAbstractButton:
    found = [b for b in chat.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()]
    assert len(found) == 1, f"{name}: {[b.accessibleName() for b in chat.findChildren(QAbstractButton)]}"
    return found[0]


def _edit(chat: ChatWindow) -> QPlainTextEdit:
    return chat.findChildren(QPlainTextEdit)[0]


def _texts(chat: ChatWindow) -> list[str]:
    return [label.text() for label in chat.findChildren(QLabel) if label.isVisible()]


def _lines(chat: ChatWindow) -> tuple[tuple[str, str, bool], ...]:
    return chat.findChildren(TranscriptView)[0].lines


# --- typing --------------------------------------------------------------------------------------------------


def test_enter_says_what_is_typed(chat: ChatWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _edit(chat).hasFocus())
    qtbot.keyClicks(_edit(chat), "  hello there ")
    with qtbot.waitSignal(chat.said) as said:
        qtbot.keyClick(_edit(chat), Qt.Key.Key_Return)
    assert said.args == ["hello there"]
    assert _edit(chat).toPlainText() == ""


def test_shift_enter_breaks_the_line_and_the_field_grows(chat: ChatWindow, qtbot: QtBot) -> None:
    edit = _edit(chat)
    before = edit.height()
    qtbot.keyClicks(edit, "one")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "two")
    assert edit.toPlainText() == "one\ntwo"
    assert edit.height() > before
    with qtbot.waitSignal(chat.said) as said:
        qtbot.mouseClick(_button(chat, "Send"), Qt.MouseButton.LeftButton)
    assert said.args == ["one\ntwo"]
    assert edit.height() == before


def test_nothing_is_never_said(chat: ChatWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chat.said):
        qtbot.keyClicks(_edit(chat), "   ")
        qtbot.keyClick(_edit(chat), Qt.Key.Key_Return)
    assert not _button(chat, "Send").isEnabled()


def test_arrows_recall_what_was_said_and_keep_the_draft(chat: ChatWindow, qtbot: QtBot) -> None:
    edit = _edit(chat)
    for text in ("first", "second", "second"):
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "draft")
    seen = []
    for key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
    ):
        qtbot.keyClick(edit, key)
        seen.append(edit.toPlainText())
    assert seen == ["second", "first", "first", "second", "draft", "draft"]


def test_arrows_move_within_several_lines(chat: ChatWindow, qtbot: QtBot) -> None:
    edit = _edit(chat)
    qtbot.keyClicks(edit, "sent")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.setPlainText("one\ntwo")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.toPlainText() == "one\ntwo"
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.toPlainText() == "sent"


def test_her_answer_can_be_stopped_by_button_and_escape(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_state(ChatState(phase=Phase.SPEAKING))
    with qtbot.waitSignal(chat.stop_requested):
        qtbot.mouseClick(_button(chat, "Stop her"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chat.stop_requested):
        qtbot.keyClick(chat, Qt.Key.Key_Escape)
    assert chat.isVisible()
    qtbot.keyClicks(_edit(chat), "but")
    assert _button(chat, "Send").isEnabled(), "typing turns the button back"


# --- showing -------------------------------------------------------------------------------------------------


def test_lines_with_one_key_replace_each_other(chat: ChatWindow) -> None:
    chat.show_line(Show("heard-1", "user", "and could", final=False))
    chat.show_line(Show("heard-1", "user", "and could you", final=True))
    chat.show_line(Show("reply-1", "her", "Sure", final=False))
    chat.show_line(Show("reply-1", "her", "Sure. What?", final=True))
    assert _lines(chat) == (("user", "and could you", True), ("her", "Sure. What?", True))
    chat.show_line(Show("heard-2", "user", "hm", final=False))
    chat.show_line(Show("heard-2", "user", "", final=True))
    assert len(_lines(chat)) == 2, "what proved to be no speech goes away"
    chat.clear()
    assert _lines(chat) == ()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ChatState(ready=False), "Waking up…"),
        (ChatState(), "Listening"),
        (ChatState(engine="mistral · Ollama"), "Listening  ·  mistral · Ollama"),
        (ChatState(muted=True), "Microphone off · write to her"),
        (ChatState(phase=Phase.LISTENING), "Hearing you…"),
        (ChatState(phase=Phase.THINKING), "Thinking…"),
        (ChatState(phase=Phase.SPEAKING), "Speaking"),
        (ChatState(phase=Phase.SPEAKING, voice=False), "Writing"),
        (ChatState(offline="She cannot think"), "She cannot think"),
    ],
)
def test_the_state_line(chat: ChatWindow, state: ChatState, words: str) -> None:
    chat.show_state(state)
    assert words in _texts(chat)
    assert state.name in chat.windowTitle()


def test_basic_mode_is_labelled_and_offers_help(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_state(ChatState(engine="Embedded model", basic=True))
    with qtbot.waitSignal(chat.action_requested) as asked:
        qtbot.mouseClick(_button(chat, "Basic mode: make her cleverer"), Qt.MouseButton.LeftButton)
    assert asked.args == ["help:mind"]
    chat.show_state(ChatState(engine="mistral"))
    assert not [
        b for b in chat.findChildren(QAbstractButton) if "Basic mode" in b.accessibleName() and b.isVisible()
    ]


def test_mute_by_button_and_key(chat: ChatWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chat.mute_toggled) as asked:
        qtbot.mouseClick(_button(chat, "Mute the microphone"), Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    chat.show_state(ChatState(muted=True))
    assert _button(chat, "Unmute the microphone").isChecked()
    qtbot.waitUntil(chat.isActiveWindow)
    with qtbot.waitSignal(chat.mute_toggled) as asked:
        qtbot.keyClick(_edit(chat), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [False]


def test_notices_come_with_their_button_and_go(chat: ChatWindow, qtbot: QtBot) -> None:
    notice = Notice(
        "ears/device", "She cannot hear you", "Plug it in.", Action(Act.DEVICES, "Look again", "ears")
    )
    chat.show_notice(notice)
    assert "She cannot hear you" in _texts(chat)
    button = next(b for b in chat.findChildren(QAbstractButton) if b.text() == "Look again")
    with qtbot.waitSignal(chat.action_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["devices:ears"]
    chat.show_notice(Notice("ears/device", "Still deaf", "", Action()))
    assert "She cannot hear you" not in _texts(chat)
    assert not button.isVisible()
    with qtbot.waitSignal(chat.notice_closed) as closed:
        qtbot.mouseClick(_button(chat, "Close this notice"), Qt.MouseButton.LeftButton)
    assert closed.args == ["ears/device"]
    assert "Still deaf" not in _texts(chat)
    chat.show_notice(notice)
    chat.withdraw_notice("ears/device")
    chat.withdraw_notice("never there")
    assert "She cannot hear you" not in _texts(chat)


def test_clearing_asks_first(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_line(Show("1", "user", "hello", final=True))
    action = next(a for w in chat.findChildren(QWidget) for a in w.actions() if "Clear" in a.text())
    with qtbot.assertNotEmitted(chat.clear_requested):
        action.trigger()
        (question,) = chat.findChildren(Question)
        question.reject()
    assert len(_lines(chat)) == 1
    qtbot.waitUntil(lambda: not chat.findChildren(Question))
    with qtbot.waitSignal(chat.clear_requested):
        action.trigger()
        chat.findChildren(Question)[0].accept()
    assert _lines(chat) == ()


# --- the window ----------------------------------------------------------------------------------------------


def test_closing_hides_it_and_tells_its_place(chat: ChatWindow, qtbot: QtBot, screen: Screen) -> None:
    qtbot.waitUntil(chat.isActiveWindow)
    with qtbot.waitSignal(chat.place_changed, check_params_cb=lambda place: not place.visible) as told:
        screen.xdotool("key", "alt+F4")  # the window manager asks it to close
    assert told.args is not None
    place = told.args[0]
    assert isinstance(place, ChatGeometry)
    assert (place.visible, place.width, place.height) == (False, chat.width(), chat.height())
    assert not chat.isVisible()
    chat.open()
    assert chat.isVisible()


def test_escape_hides_it(chat: ChatWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chat.place_changed, check_params_cb=lambda place: not place.visible):
        qtbot.keyClick(chat, Qt.Key.Key_Escape)
    assert not chat.isVisible()


def test_it_does_not_stop_the_program_from_quitting(chat: ChatWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chat.place_changed, wait=SETTLED_MS * 2):
        assert chat.close(), "a close that is refused would stop Qt from quitting"


def test_its_place_is_told_only_when_it_has_one(qtbot: QtBot) -> None:
    hidden = ChatWindow(Theme())
    qtbot.addWidget(hidden)
    with qtbot.assertNotEmitted(hidden.place_changed, wait=SETTLED_MS * 2):
        hidden.place(ChatGeometry(width=500, height=600))


def test_a_place_is_taken_up_unless_no_screen_shows_it(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.place(ChatGeometry(x=40, y=60, width=500, height=600))
    qtbot.waitUntil(lambda: (chat.width(), chat.height()) == (500, 600))
    qtbot.waitUntil(lambda: chat.x() == 40)
    chat.place(ChatGeometry(x=30_000, y=30_000, width=480, height=580))
    qtbot.waitUntil(lambda: chat.width() == 480)
    assert chat.x() < 2_000


def test_everything_can_be_reached_and_is_named(chat: ChatWindow, qtbot: QtBot) -> None:
    chat.show_state(ChatState(basic=True))
    chat.show_notice(Notice("a", "Title", "Text", Action(Act.LOG, "Show log")))
    reached, widget = set(), _edit(chat)
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or widget, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
    for part in chat.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
            if part.focusProxy() is not None:
                continue
            assert part in reached, f"{part} cannot be reached by the keyboard"
            named = part.accessibleName() or (isinstance(part, QAbstractButton) and part.text())
            assert named, f"{part} has no name for a screen reader"


def test_it_follows_a_dark_palette(chat: ChatWindow, qtbot: QtBot) -> None:
    def corner() -> QColor:
        return chat.grab().toImage().pixelColor(4, chat.height() - 4)

    before = QApplication.palette()
    assert corner().lightness() > 200
    try:
        QApplication.setPalette(QPalette(QColor("#222226")))
        qtbot.waitUntil(lambda: corner().lightness() < 60)
    finally:
        QApplication.setPalette(before)
    qtbot.waitUntil(lambda: corner().lightness() > 200)


def test_looks_can_be_worn_by_hand(chat: ChatWindow) -> None:
    composer = chat.findChildren(Composer)[0]
    for look in (DARK, LIGHT):
        composer.set_look(look)
