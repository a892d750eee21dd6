from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.form.controls import Picker, Switch
from app.form.fields import Text
from app.stream import templates
from app.stream.reaction_list import ReactionList, summary
from app.stream.reactions_page import ReactionsPage
from app.stream.window import StreamWindow
from models.settings_stream import Reaction, Stream
from tests.app.stream.finding import button, part, texts
from tests.stream_pictures import on_air

HYDRATE, SONG, SCARE = on_air().stream.reactions


@pytest.fixture
def page(window: StreamWindow) -> ReactionsPage:
    window.show_state(on_air())
    window.show_page(1)
    return window.findChildren(ReactionsPage)[0]


def _told(window: StreamWindow, qtbot: QtBot, name: str) -> tuple[Reaction, ...]:
    """The reactions told when a button is clicked."""
    with qtbot.waitSignal(window.reactions_changed) as changed:
        qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    assert changed.args is not None
    (told,) = changed.args
    assert isinstance(told, tuple)
    return told


def test_the_list_says_what_she_does(page: ReactionsPage) -> None:
    items = [page.list.item(n) for n in range(page.list.count())]
    assert [item.text() for item in items] == ["hydrate", "song-*", "jumpscare"]
    assert [item.checkState() is Qt.CheckState.Checked for item in items] == [True, True, False]
    assert summary(HYDRATE) == "Happy · Nod · “{who} says drink. So drink!” · sip.wav"
    assert summary(Reaction()) == "nothing yet"


def test_reactions_are_added_copied_moved_and_deleted(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot
) -> None:
    assert not button(window, "Move up").isEnabled()
    assert _told(window, qtbot, "Move down") == (SONG, HYDRATE, SCARE)
    assert _told(window, qtbot, "Move up") == (HYDRATE, SONG, SCARE)
    twin = HYDRATE.model_copy(update={"event": "hydrate-2"})
    assert _told(window, qtbot, "Duplicate") == (HYDRATE, twin, SONG, SCARE)
    assert _told(window, qtbot, "Delete") == (HYDRATE, SONG, SCARE)
    assert _told(window, qtbot, "Delete") == (HYDRATE, SCARE)
    assert _told(window, qtbot, "Bring it back") == (HYDRATE, SONG, SCARE)
    assert not [b for b in window.findChildren(QPushButton) if b.text() == "Bring it back" and b.isVisible()]
    assert _told(window, qtbot, "Add a reaction") == (HYDRATE, SONG, SCARE, Reaction(event="my-event"))
    assert page.editing
    assert part(window, QLineEdit, "Event").selectedText() == "my-event"


def test_an_empty_list_says_how_to_begin(window: StreamWindow, page: ReactionsPage) -> None:
    window.show_state(replace(on_air(), stream=Stream()))
    assert any("None yet" in text for text in texts(window))
    assert not button(window, "Delete").isEnabled()
    full = tuple(Reaction(event=f"e{n}") for n in range(100))
    window.show_state(replace(on_air(), stream=Stream(reactions=full)))
    assert not button(window, "Add a reaction").isEnabled(), "as many as the settings hold"


def test_a_reaction_is_switched_by_its_switch_and_by_space_alone(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot
) -> None:
    view = page.list
    row = view.visualItemRect(view.item(1))
    with qtbot.waitSignal(window.reactions_changed) as changed:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 24, row.center().y())
        )
    assert changed.args == [(HYDRATE, SONG.model_copy(update={"enabled": False}), SCARE)]
    with qtbot.assertNotEmitted(window.reactions_changed):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    with qtbot.waitSignal(window.reactions_changed) as changed:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert changed.args == [(HYDRATE, SONG, SCARE)]


def test_enter_and_a_double_click_open_the_editor(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot
) -> None:
    view = page.list
    view.setCurrentRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.editing
    assert part(window, QLineEdit, "Event").text() == "song-*"
    qtbot.mouseClick(button(window, "All reactions"), Qt.MouseButton.LeftButton)
    assert not page.editing
    where = view.visualItemRect(view.item(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.editing


def test_every_field_is_told_as_it_changes(window: StreamWindow, page: ReactionsPage, qtbot: QtBot) -> None:
    page.edit(2)
    event, line, prompt = (
        part(window, QLineEdit, "Event"), part(window, Text, "What she says"),
        part(window, Text, "Or what her mind makes words of"),
    )  # fmt: skip
    with qtbot.waitSignal(window.reactions_changed):
        event.selectAll()
        qtbot.keyClicks(event, "scare-*")
    with qtbot.waitSignal(window.reactions_changed):
        qtbot.mouseClick(part(window, Switch, "On"), Qt.MouseButton.LeftButton)
    for name, value in (("Expression", "cat_face"), ("Motion", "Bow"), ("Priority", "donation")):
        picker = part(window, Picker, name)
        with qtbot.waitSignal(window.reactions_changed):
            picker.setCurrentIndex(picker.findData(value))
            picker.activated.emit(picker.currentIndex())
    line.setPlainText("")
    line.setFocus()
    with qtbot.waitSignal(window.reactions_changed):
        qtbot.mouseClick(button(window, "Put in who"), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(line, ", boo")
    with qtbot.waitSignal(window.reactions_changed) as changed:
        qtbot.keyClicks(prompt, "Be scared of {monster}")
    wanted = Reaction(event="scare-*", enabled=True, expression="cat_face", motion="Bow", line="{who}, boo",
                      prompt="Be scared of {monster}", priority="donation")  # fmt: skip
    assert changed.args == [(HYDRATE, SONG, wanted)]
    assert part(window, Picker, "Expression").count() == 13


def test_what_is_wrong_is_said_and_not_told(window: StreamWindow, page: ReactionsPage, qtbot: QtBot) -> None:
    page.edit(0)
    event, line = part(window, QLineEdit, "Event"), part(window, Text, "What she says")
    with qtbot.assertNotEmitted(window.reactions_changed):
        event.clear()
        page.form.tell()
        assert "Name the event. * and ? stand for anything." in texts(window)
        page.show_list()
    page.edit(0)
    assert event.text() == "hydrate", "what was wrong is gone"
    with qtbot.assertNotEmitted(window.reactions_changed), qtbot.assertNotEmitted(window.reaction_tried):
        line.setPlainText("{who says")
        qtbot.mouseClick(button(window, "Try it"), Qt.MouseButton.LeftButton)
    assert any("one of the braces stands alone" in text for text in texts(window))


@pytest.mark.parametrize("text", ["plain", "{who}", "{who} and {item_2} and {a.b}", ""])
def test_templates_that_are_right(text: str) -> None:
    assert templates.template_problem(text) == ""


@pytest.mark.parametrize("text", ["{", "}", "{}", "{who", "{who{message}}", "{0}", "x" * 401])
def test_templates_that_are_wrong(text: str) -> None:
    assert templates.template_problem(text) != ""


def test_a_sound_is_chosen_and_looked_at(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.edit(2)
    sound = tmp_path / "boo.wav"
    sound.write_bytes(b"RIFF")
    qtbot.mouseClick(button(window, "Choose a sound file"), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    with qtbot.waitSignal(window.reactions_changed) as changed:
        dialog.fileSelected.emit(str(sound))
    dialog.reject()
    assert changed.args is not None
    assert changed.args[0][2].sound == str(sound)
    edit = part(window, QLineEdit, "Sound")
    edit.setText("tune.mp3")
    assert "Only WAV files are played." in texts(window)
    edit.setText(str(tmp_path / "none.wav"))
    assert "There is no such file at the moment." in texts(window)
    edit.setText(str(sound))
    assert "A WAV file, played with it." in texts(window)


def test_a_reaction_can_be_tried_as_it_stands(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot
) -> None:
    page.edit(0)
    part(window, Text, "What she says").setPlainText("Sip, {who}!")
    wanted = HYDRATE.model_copy(update={"line": "Sip, {who}!"})
    with (
        qtbot.waitSignal(window.reaction_tried) as tried,
        qtbot.waitSignal(window.reactions_changed) as changed,
    ):
        qtbot.mouseClick(button(window, "Try it"), Qt.MouseButton.LeftButton)
    assert (tried.args, changed.args) == ([wanted], [(wanted, SONG, SCARE)])


def test_typing_is_not_disturbed_by_what_comes_back(
    window: StreamWindow, page: ReactionsPage, qtbot: QtBot
) -> None:
    page.edit(0)
    line = part(window, Text, "What she says")
    line.setPlainText("Sip ")
    page.form.tell()
    line.moveCursor(QTextCursor.MoveOperation.End)
    line.insertPlainText("and")
    stored = HYDRATE.model_copy(update={"line": "Sip"})
    window.show_state(replace(on_air(), stream=Stream(enabled=True, reactions=(stored, SONG, SCARE))))
    assert line.toPlainText() == "Sip and"
    outside = HYDRATE.model_copy(update={"line": "From outside"})
    window.show_state(replace(on_air(), stream=Stream(enabled=True, reactions=(outside, SONG, SCARE))))
    assert line.toPlainText() == "From outside", "what changed elsewhere is shown"
    window.show_state(replace(on_air(), stream=Stream(enabled=True, reactions=())))
    assert not page.editing
    assert isinstance(page.list, ReactionList)
