"""The page of personalities as a user meets it: chosen, heard, copied, edited, deleted, passed on."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.personas import PersonasDesk
from app.look.theme import Theme
from app.persona.casting import Casting
from app.persona.library import Library
from app.settings.personas_editor import PersonaEditor
from app.settings.personas_page import PersonasPage
from app.settings.window import SettingsWindow
from models.errors import Blame, EngineError
from models.events import CharacterChosen, Event
from models.persona_parts import Kind
from models.speech import Speech
from tests.app.desks.test_stream import Idle
from workers.sound import PlaySample
from workers.voice import Sample


@dataclass
class Room:
    page: PersonasPage
    desk: PersonasDesk
    library: Library
    store: SettingsStore
    tuning: Tuning
    told: list[Event]
    voice: Idle
    sound: Idle
    qtbot: QtBot

    @property
    def names(self) -> list[str]:
        """Who she is made of, each time she was made anew."""
        return [event.character.persona.preset for event in self.told if isinstance(event, CharacterChosen)]

    def pick(self, reference: str, what: str) -> None:
        """A line of a card's menu."""
        menu = self.page._rows[reference]._more.menu()
        [action] = [action for action in menu.actions() if action.data() == what]
        action.trigger()

    @property
    def editor(self) -> PersonaEditor:
        editor = self.desk._editor
        assert editor is not None
        return editor

    def press(self, window: QWidget, text: str) -> None:
        [button] = [one for one in window.findChildren(QPushButton) if one.text().replace("&", "") == text]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def line(self, title: str) -> QLineEdit:
        [line] = [one for one in self.editor.findChildren(QLineEdit) if one.accessibleName() == title]
        return line

    def text(self, title: str) -> QPlainTextEdit:
        found = [one for one in self.editor.findChildren(QPlainTextEdit) if one.accessibleName() == title]
        return found[0]

    def words(self, window: QWidget) -> str:
        return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())

    def box(self, window: QWidget) -> QMessageBox:
        found = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
        assert len(found) == 1
        return found[0]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    library = Library(tmp_path / "personas")
    store = SettingsStore(tmp_path / "settings.toml", {}, library=library)
    tuning, told = Tuning(store), list[Event]()
    voice, sound, page = Idle(), Idle(), PersonasPage()
    qtbot.addWidget(page)
    page.resize(560, 900)
    desk = PersonasDesk(Casting(tuning, told.append), tuning, Body({"voice": voice, "sound": sound}), Theme())
    desk.serve(page)
    with qtbot.waitExposed(page):
        page.show()
    page.begin()
    yield Room(page, desk, library, store, tuning, told, voice, sound, qtbot)
    if desk._editor is not None:
        desk._editor._throw_away()


def test_all_of_ours_are_listed_and_the_chosen_ones_marked(room: Room) -> None:
    marked = {name for name, row in room.page._rows.items() if row.radio.isChecked()}
    assert marked == {"preset/snarky", "dynamic/ride_or_die", "style/"}
    assert len(room.page._rows) == 5 + 6 + 3 + 1
    assert not room.page._rows["style/"]._more.isVisible(), "no style is nothing to copy"


def test_one_click_chooses_and_another_part_of_the_program_may_too(room: Room) -> None:
    room.qtbot.mouseClick(room.page._rows["preset/chill"].radio, Qt.MouseButton.LeftButton)
    assert room.store.settings.character.preset == "chill"
    assert room.names == ["chill"]
    [title] = [
        label for label in room.page._rows["preset/hype"].findChildren(QLabel) if label.text() == "Hype"
    ]
    room.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert room.names == ["chill", "hype"], "the words are part of the choice"
    room.tuning.set("character", style="kawaii")
    assert room.page._rows["style/kawaii"].radio.isChecked()
    room.qtbot.mouseClick(room.page._rows["style/"].radio, Qt.MouseButton.LeftButton)
    assert room.store.settings.character.style == ""


def test_arrow_keys_walk_through_a_list(room: Room) -> None:
    radio = room.page._rows["preset/snarky"].radio
    radio.setFocus()
    room.qtbot.keyClick(radio, Qt.Key.Key_Up)
    assert room.store.settings.character.preset == "sensual"


def _answer(room: Room) -> Future[Speech]:
    [*_, sample] = room.voice.told
    assert isinstance(sample, Sample)
    return sample.answer


def test_hearing_asks_her_voice_and_plays_what_it_made(room: Room) -> None:
    row = room.page._rows["preset/hype"]
    room.press(row, "Hear her")
    [sample] = room.voice.told
    assert isinstance(sample, Sample)
    hype = room.library.find("preset/hype").part
    assert sample.text in {example.reply for example in hype.examples}
    assert not row._hear.isEnabled()
    _answer(room).set_result(Speech(b"\x01\x00" * 10, 24_000))
    assert room.sound.told == [PlaySample(b"\x01\x00" * 10, 24_000)]
    assert sample.text in room.words(row)
    assert room.store.settings.character.preset == "snarky", "she is who she was"


def test_only_the_newest_wish_is_heard_and_a_failure_is_told(room: Room) -> None:
    room.press(room.page._rows["preset/hype"], "Hear her")
    first = _answer(room)
    room.press(room.page._rows["dynamic/tender"], "Hear her")
    second = _answer(room)
    assert first.cancelled()
    second.set_exception(EngineError(Blame.ENGINE, "the voice has stopped"))
    assert room.sound.told == []
    assert "The voice has stopped" in room.words(room.page._rows["dynamic/tender"])
    room.tuning.set("voice", enabled=False)
    room.press(room.page._rows["preset/chill"], "Hear her")
    assert "switched off" in room.words(room.page._rows["preset/chill"])
    assert len(room.voice.told) == 2


def test_copy_edit_save_choose_edit_again(room: Room) -> None:
    room.pick("preset/snarky", "copy")
    assert room.line("Title").text() == "Snarky, mine"
    room.line("Title").setText("Night owl")
    room.text("What she is like").setPlainText("You are awake at night, {streamer}.")
    room.press(room.editor, "Save")
    entry = room.library.find("preset/night_owl")
    assert entry.part.system == "You are awake at night, {streamer}."
    assert "# Preset" not in entry.path.read_text(encoding="utf-8"), "the heading told of the other file"
    assert "Night owl" in room.words(room.page)
    assert room.names == [], "she is not made of it yet"
    room.press(room.editor, "Close")
    assert room.desk._editor is None, "nothing to lose, nothing to ask"
    room.qtbot.mouseClick(room.page._rows["preset/night_owl"].radio, Qt.MouseButton.LeftButton)
    room.pick("preset/night_owl", "edit")
    room.text("What she is like").setPlainText("You are awake.")
    room.press(room.editor, "Save")
    assert room.names == ["night_owl", "night_owl"], "she is made anew at once"
    character = room.told[-1]
    assert isinstance(character, CharacterChosen)
    assert "You are awake." in character.character.persona.system


def test_a_second_copy_gets_an_id_of_its_own(room: Room) -> None:
    for _ in range(2):
        room.pick("style/kawaii", "copy")
        room.press(room.editor, "Save")
        room.press(room.editor, "Close")
    made = {entry.part.id for entry in room.library.entries(Kind.STYLE) if not entry.ours}
    assert made == {"kawaii_mine", "kawaii_mine_2"}


def test_what_is_wrong_is_said_at_its_field_and_cannot_be_saved(room: Room) -> None:
    room.pick("preset/snarky", "copy")
    room.line("Title").clear()
    room.line("Voice").setText("60%")
    room.text("When she will not answer").setPlainText("fine\n" + "x" * 300)
    room.text("She answers").setPlainText("{wrong}")
    room.qtbot.waitUntil(lambda: not room.editor._save.isEnabled())
    words = room.words(room.editor)
    assert "This is empty." in words
    assert "This names no voice" in words
    assert "Line 2: This is too long; 200 characters fit." in words
    assert "This uses {wrong}; only {companion} and {streamer} are known." in words
    assert not room.editor._hear.isEnabled()
    room.line("Title").setText("Better")
    room.qtbot.waitUntil(lambda: "This is empty." not in room.words(room.editor))


def test_examples_are_added_moved_and_removed(room: Room) -> None:
    room.pick("dynamic/tender", "copy")
    examples = next(entry for entry in room.editor._entries if entry.path == "examples")
    before = list(examples.value())  # type: ignore[call-overload]  # a list of tables
    room.press(room.editor, "Add an example")
    boxes = examples._boxes  # type: ignore[union-attr]  # that entry
    boxes[-1]._user.setText("Good night.")
    boxes[-1]._reply.setPlainText("Sleep well.")
    boxes[-1]._audience.setCurrentIndex(2)
    room.qtbot.mouseClick(boxes[-1]._up, Qt.MouseButton.LeftButton)
    room.qtbot.mouseClick(boxes[0]._away, Qt.MouseButton.LeftButton)
    added = {"user": "Good night.", "reply": "Sleep well.", "audience": "family"}
    assert examples.value() == [*before[1:-1], added, before[-1]]
    assert not boxes[0]._up.isEnabled()
    room.press(room.editor, "Save")
    saved = room.library.find("dynamic/tender_mine").part
    assert [example.reply for example in saved.examples][-2] == "Sleep well."


def test_closing_asks_before_anything_is_lost(room: Room) -> None:
    room.pick("style/kawaii", "copy")
    room.qtbot.keyClick(room.editor, Qt.Key.Key_Escape)
    room.press(room.box(room.editor), "Keep writing")
    assert room.editor.isVisible()
    room.editor.close()
    room.press(room.box(room.editor), "Save")
    assert room.desk._editor is None
    assert room.library.find("style/kawaii_mine")
    room.pick("style/kawaii_mine", "edit")
    room.line("In one line").setText("Something else.")
    room.editor.close()
    room.press(room.box(room.editor), "Throw away")
    assert room.desk._editor is None
    assert room.library.find("style/kawaii_mine").part.description != "Something else."


def test_a_save_that_fails_keeps_the_editor_open(room: Room, tmp_path: Path) -> None:
    (tmp_path / "personas").write_text("in the way")
    room.pick("style/kawaii", "copy")
    room.press(room.editor, "Save")
    assert "cannot be written" in room.words(room.editor)
    assert room.editor.changed


def test_a_new_one_begins_with_the_form_and_is_heard_before_it_is_saved(room: Room) -> None:
    room.page.new_requested.emit("preset")
    assert room.line("Title").text() == "Mine"
    room.press(room.editor, "Hear her")
    [sample] = room.voice.told
    assert isinstance(sample, Sample)
    assert "af_heart" in sample.style.voice
    _answer(room).set_result(Speech(b"\x01\x00", 24_000))
    assert sample.text in room.words(room.editor)
    assert room.desk._trial is None
    assert not (room.library.folder / "presets").exists()


def test_the_editor_is_not_taken_from_under_its_text(room: Room) -> None:
    room.pick("style/kawaii", "copy")
    first = room.editor
    room.page.new_requested.emit("preset")
    assert room.editor is first


def test_deleting_asks_and_brings_the_default_back(room: Room) -> None:
    room.library.copy("preset/chill", "mine", "Mine")
    room.desk.look()
    room.desk._on_chosen("preset/mine")
    room.pick("preset/mine", "delete")
    room.press(room.box(room.page), "Keep it")
    assert room.library.find("preset/mine")
    room.pick("preset/mine", "delete")
    room.press(room.box(room.page), "Delete")
    assert room.store.settings.character.preset == "snarky"
    assert room.names[-1] == "snarky"
    assert "preset/mine" not in room.page._rows


def test_ours_can_be_neither_edited_nor_deleted(room: Room) -> None:
    assert {action.data() for action in room.page._rows["preset/snarky"]._more.menu().actions()} == {
        "copy",
        "export",
    }


def _file(path: Path) -> None:
    [asked] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()
    ]
    asked.fileSelected.emit(str(path))
    asked.close()


def test_export_and_import(room: Room, tmp_path: Path) -> None:
    room.pick("preset/hype", "export")
    _file(tmp_path / "hype.vesper-persona.toml")
    text = (tmp_path / "hype.vesper-persona.toml").read_text(encoding="utf-8")
    assert 'format = "vesper-persona 1"' in text
    (tmp_path / "in.toml").write_text(text.replace('id = "hype"', 'id = "loud"'), encoding="utf-8")
    for again in (False, True):
        room.press(room.page, "Import…")
        _file(tmp_path / "in.toml")
        if again:
            assert "is there already" in room.box(room.page).informativeText()
            room.press(room.box(room.page), "Replace it")
        assert "Taken in" in room.words(room.page)
        assert "preset/loud" in room.page._rows
    (tmp_path / "bad.toml").write_text("hello", encoding="utf-8")
    room.press(room.page, "Import…")
    _file(tmp_path / "bad.toml")
    assert "is no valid TOML" in room.words(room.page)


def test_a_file_that_cannot_be_used_is_named_on_the_page(room: Room) -> None:
    folder = room.library.folder / "presets"
    folder.mkdir(parents=True)
    (folder / "odd.toml").write_text('id = "odd"\n', encoding="utf-8")
    room.page.begin()
    assert "presets/odd.toml" in room.words(room.page)


def test_every_control_has_a_name(room: Room) -> None:
    room.pick("preset/snarky", "copy")
    for window in (room.page, room.editor):
        for widget in window.findChildren(QWidget):
            own = widget.isVisible() and not widget.objectName().startswith("qt_")
            if (
                widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and own
                and not isinstance(widget, QRadioButton)
            ):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_it_serves_the_settings_window_also_one_made_anew(room: Room) -> None:
    for _ in range(2):
        window = SettingsWindow(Theme())
        room.qtbot.addWidget(window)
        room.desk.on_window(window)
        window.visit("personas")
        page = window.find_page("personas")
        assert isinstance(page, PersonasPage)
        window.open()
        row = page._rows["preset/snarky"]
        assert row.radio.isChecked()
        room.qtbot.waitUntil(lambda: row.height() >= row.minimumSizeHint().height() > 0)  # noqa: B023  # waited for here
        page.chosen.emit("preset/chill")
        assert page._rows["preset/chill"].radio.isChecked()
        page.chosen.emit("preset/snarky")
