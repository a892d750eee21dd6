from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.chat import column, rows
from app.chat.transcript import TranscriptView
from app.look.theme import DARK, LIGHT
from models.commands import Show


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.set_look(LIGHT)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _fill(view: TranscriptView, count: int) -> None:
    for number in range(count):
        text = " ".join(["word"] * (3 + number % 17))
        view.show_line(Show(str(number), "her" if number % 3 else "user", text, final=True))


def _picture(view: TranscriptView) -> QImage:
    return view.viewport().grab().toImage()


def _has(picture: QImage, colour: str, box: QRect | None = None) -> bool:
    wanted, area = QColor(colour), box or picture.rect()
    return any(
        picture.pixelColor(x, y) == wanted
        for y in range(area.top(), area.bottom(), 2)
        for x in range(area.left(), area.right(), 2)
    )


def test_new_lines_scroll_along_unless_the_user_looks_back(view: TranscriptView) -> None:
    _fill(view, 40)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    bar.setValue(50)
    view.show_line(Show("new", "her", "Are you there?", final=True))
    assert bar.value() == 50
    assert not view.at_newest
    view.to_newest()
    view.show_line(Show("new", "her", "Are you there? " * 30, final=True))
    assert view.at_newest, "a growing line stays in view"


def test_hers_are_left_and_yours_are_right(view: TranscriptView) -> None:
    view.show_line(Show("1", "user", "Hi", final=True))
    mine = _picture(view)
    view.clear()
    view.show_line(Show("1", "her", "Hi", final=True))
    hers = _picture(view)
    middle = view.viewport().width() // 2
    right = QRect(middle, 0, middle, mine.height())
    left = QRect(0, 0, middle, mine.height())
    blank = QImage(mine.size(), mine.format())
    blank.fill(mine.pixelColor(middle, 2))
    assert mine.copy(right) != blank.copy(right)
    assert mine.copy(left) == blank.copy(left)
    assert hers.copy(left) != blank.copy(left)
    assert hers.copy(right) == blank.copy(right)


def test_a_partial_line_is_grey_without_a_filled_bubble(view: TranscriptView) -> None:
    view.show_line(Show("1", "user", "so I was thinking", final=False))
    assert _has(_picture(view), LIGHT.faint)
    assert not _has(_picture(view), LIGHT.yours_text, QRect(210, 400, 190, 100))
    view.show_line(Show("1", "user", "so I was thinking", final=True))
    assert not _has(_picture(view), LIGHT.faint)


def test_text_is_marked_with_the_mouse_and_copied(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_line(Show("1", "her", "The moon is made of rock", final=True))
    view.show_line(Show("2", "her", "Old lava", final=True))
    port = view.viewport()
    top, bottom = port.height() - 74, port.height() - 30
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(int(rows.SIDE) + 40, top))
    qtbot.mouseMove(port, QPoint(410, bottom))
    assert view.selected_text() == "The moon is made of rock\nOld lava"
    assert _has(_picture(view), LIGHT.gold)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(410, bottom))
    view.copy()
    assert QGuiApplication.clipboard().text() == "The moon is made of rock\nOld lava"


def test_the_keyboard_goes_from_line_to_line_and_copies(view: TranscriptView, qtbot: QtBot) -> None:
    _fill(view, 30)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(29):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0, "the line in question is in view"
    assert view.selected_text() == view.lines[0][1]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.lines[1][1]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == "\n".join(text for _, text, _ in view.lines)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.at_newest
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_a_narrower_view_needs_more_height(view: TranscriptView, qtbot: QtBot) -> None:
    _fill(view, 60)
    before = view.verticalScrollBar().maximum()
    view.resize(330, 500)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > before)
    assert view.at_newest


def test_removing_and_replacing_lines_leaves_no_gap(view: TranscriptView) -> None:
    _fill(view, 30)
    before = view.verticalScrollBar().maximum()
    view.show_line(Show("extra", "user", "a line that goes away", final=False))
    assert view.verticalScrollBar().maximum() > before
    view.show_line(Show("extra", "user", "", final=True))
    assert view.verticalScrollBar().maximum() == before
    view.show_line(Show("3", "user", "x " * 400, final=True))
    assert view.verticalScrollBar().maximum() > before


def test_only_what_was_painted_lately_is_kept_laid_out(view: TranscriptView) -> None:
    _fill(view, column.LIMIT + 10)
    assert len(view.lines) == column.LIMIT + 10 - column.TRIM, "the oldest go"
    assert view.lines[0][1] != ""
    gc.collect()
    laid = [row for row in gc.get_objects() if isinstance(row, rows.Row) and row.layout is not None]
    assert len(laid) <= column.KEPT_LAYOUTS
    view.verticalScrollBar().setValue(0)
    picture = _picture(view)
    assert _has(picture, LIGHT.hers_text), "what is scrolled to is laid out again"


def test_a_token_lays_out_one_row_however_long_the_talk(
    view: TranscriptView, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(view, column.LIMIT - 100)
    _picture(view)
    laid = []
    real = rows.lay_out
    monkeypatch.setattr(rows, "lay_out", lambda row, *rest: (laid.append(row.key), real(row, *rest)))
    view.show_line(Show("reply", "her", "Once", final=False))
    view.show_line(Show("reply", "her", "Once upon", final=False))
    _picture(view)
    assert laid == ["reply", "reply"]


def test_dots_move_only_while_they_can_be_seen(view: TranscriptView, qtbot: QtBot) -> None:
    still = _picture(view)
    view.set_thinking(on=True)
    qtbot.waitUntil(lambda: _picture(view) != still)
    first = _picture(view)
    qtbot.waitUntil(lambda: _picture(view) != first)
    view.hide()
    assert not view._dots.isActive()
    view.show()
    assert view._dots.isActive()
    view.set_thinking(on=False)
    assert not view._dots.isActive()


def test_an_empty_talk_greets(view: TranscriptView) -> None:
    view.set_greeting("Say something")
    empty = _picture(view)
    assert _has(empty, LIGHT.faint)
    view.set_look(DARK)
    assert _picture(view) != empty


def test_odd_text_is_shown(view: TranscriptView) -> None:
    for number, text in enumerate(
        ("🦊✨", "a" * 500, "שלום עולם", "e\u0301" * 40, "one\ntwo\n\nthree", "\t", "<b>&")
    ):
        view.show_line(Show(str(number), "her", text, final=True))
    _picture(view)
    assert len(view.lines) == 7
