"""Every kind of field, with mouse and keyboard: it tells what the user means, shows what holds, keeps what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTimeEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.form.controls import Picker, Switch
from app.form.fields import Line
from app.settings import schema
from app.settings.cards import Told
from app.settings.fields import Row
from app.settings.keys import KeysButton
from app.settings.number import Number
from app.settings.values import Choice, FieldSpec, Kind, SettingsState, Sheet
from app.settings.window import SettingsWindow
from models.settings import Settings
from tests.settings_pictures import usual
from tests.stage import Screen

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def row(window: SettingsWindow, path: str, page: str) -> Row:
    window.visit(page)
    found = [one for one in window.findChildren(Row) if one.spec.path == path and one.isVisible()]
    assert len(found) == 1, path
    window._frames[page].ensureWidgetVisible(found[0])
    QApplication.processEvents()
    return found[0]


def inner(part: Row, kind: type[W]) -> W:
    found = [one for one in part.editor.findChildren(kind) if one.isVisible()]
    assert found, f"{part.spec.path} has no {kind.__name__}"
    return found[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def test_a_switch(settings: SettingsWindow, qtbot: QtBot) -> None:
    switch = inner(row(settings, "voice.enabled", "voice"), Switch)
    assert switch.isChecked()
    with qtbot.waitSignal(settings.setting_changed) as told:
        click(switch)
    assert told.args == ["voice", {"enabled": False}]
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert told.args == ["voice", {"enabled": True}]


def test_a_choice_by_keyboard_and_its_wheel_does_nothing(settings: SettingsWindow, qtbot: QtBot) -> None:
    picker = inner(row(settings, "character.energy", "character"), Picker)
    assert picker.currentText() == "Normal"
    picker.setFocus()
    with qtbot.assertNotEmitted(settings.setting_changed):
        wheel(picker)
        assert picker.currentText() == "Normal"
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert told.args == ["character", {"energy": "high"}]


def wheel(widget: QWidget) -> None:
    middle, inverted = QPointF(widget.rect().center()), False
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, inverted,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_a_choice_nobody_offers_is_shown_as_it_is(settings: SettingsWindow) -> None:
    fine = usual()
    hearing = fine.settings.hearing.model_copy(update={"microphone": "Gone"})
    settings.show_state(replace(fine, settings=fine.settings.model_copy(update={"hearing": hearing})))
    assert inner(row(settings, "hearing.microphone", "hearing"), Picker).currentText() == "Gone"


def test_devices_are_looked_for_again(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "hearing.microphone", "hearing")
    with qtbot.waitSignal(settings.devices_requested):
        click(inner(part, QToolButton))
    picker = inner(part, Picker)
    assert [picker.itemText(n) for n in range(picker.count())] == ["The system's own", "USB Headset"]


def test_a_line_tells_on_enter_and_when_it_is_left(settings: SettingsWindow, qtbot: QtBot) -> None:
    line = inner(row(settings, "character.name", "character"), Line)
    line.setFocus()
    line.selectAll()
    with qtbot.assertNotEmitted(settings.setting_changed):
        qtbot.keyClicks(line, "Nova")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["character", {"name": "Nova"}]
    qtbot.keyClicks(line, "!")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert told.args == ["character", {"name": "Nova!"}]


def test_what_was_refused_stays_as_typed_until_it_is_right(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "stream.backend_url", "stream")
    line = inner(part, Line)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "nowhere")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settings.show_refused("stream.backend_url", "Cannot be 'nowhere'")
    assert part._amiss.isVisible()
    assert part._amiss.text() == "Write an address such as http://localhost:4001."
    assert line.accessibleDescription() == part._amiss.text()
    settings.setFocus()
    settings.show_state(usual())
    assert line.text() == "nowhere", "something else changed; what was typed is not lost"
    settings.show_refused("stream.backend_url", "")
    settings.show_state(usual())
    assert not part._amiss.isVisible()
    assert line.text() == "http://localhost:4001"


def test_a_slider_tells_once_it_rests(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "window.opacity", "window")
    slider, number = inner(part, QSlider), inner(part, Number)
    assert (number.value(), number.text()) == (85, "85 %")
    slider.setFocus()
    told: list[object] = []
    settings.setting_changed.connect(lambda _section, fields: told.append(fields))
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert told == [], "not while it moves"
    assert number.text() == "70 %"
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{"opacity": 0.7}]


def test_a_slider_is_dragged(settings: SettingsWindow, qtbot: QtBot, screen: Screen) -> None:
    slider = inner(row(settings, "voice.volume", "voice"), QSlider)
    told: list[float] = []
    settings.setting_changed.connect(lambda _section, fields: told.append(fields["volume"]))
    start, end = (slider.mapToGlobal(QPoint(round(slider.width() * at), 12)) for at in (0.79, 0.25))
    screen.xdotool("mousemove", str(start.x()), str(start.y()), "mousedown", "1")
    qtbot.waitUntil(slider.isSliderDown)
    screen.xdotool("mousemove", str(end.x()), str(end.y()))
    qtbot.waitUntil(lambda: slider.value() < 10)
    screen.xdotool("mouseup", "1")
    qtbot.waitUntil(lambda: bool(told))
    assert 0.1 <= told[-1] <= 0.4


def test_the_number_beside_a_slider_and_its_wheel(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "voice.speed", "voice")
    number = inner(part, Number)
    with qtbot.assertNotEmitted(settings.setting_changed, wait=250):
        wheel(number)
        wheel(inner(part, QSlider))
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "1.3")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert told.args == ["voice", {"speed": 1.3}]


@pytest.mark.parametrize(
    ("path", "page", "typed", "value"),
    [("api.port", "stream", "4100", 4100), ("stream.reaction_cooldown_s", "stream", "7.5", 7.5),
     ("rest.after_min", "mind", "30", 30), ("providers.ollama.retries", "engines", "5", 5)],
)  # fmt: skip
def test_a_number(
    settings: SettingsWindow, qtbot: QtBot, path: str, page: str, typed: str, value: float
) -> None:
    number = inner(row(settings, path, page), Number)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, typed)
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    section, _, name = path.rpartition(".")
    assert told.args == [section, {name: value}]
    assert type(told.args[1][name]) is type(value)


def test_phrases_are_added_once_and_taken_away(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "safety.blocked_words", "privacy")
    line = inner(part, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "  two   words ")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["safety", {"blocked_words": ("spoiler", "two words")}]
    qtbot.keyClicks(line, "spoiler")
    with qtbot.assertNotEmitted(settings.setting_changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    chips = [
        one for one in part.findChildren(QPushButton) if one.objectName() == "phrase" and one.isVisible()
    ]
    assert [chip.accessibleName() for chip in chips] == ["Take away: spoiler", "Take away: two words"]
    with qtbot.waitSignal(settings.setting_changed) as told:
        click(chips[0])
    assert told.args == ["safety", {"blocked_words": ("two words",)}]
    left = QApplication.focusWidget()
    assert isinstance(left, QPushButton)
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(left, Qt.Key.Key_Delete)
    assert told.args == ["safety", {"blocked_words": ()}]
    assert QApplication.focusWidget() is line


def test_keys_are_pressed(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "hotkeys.hush", "hotkeys")
    button = inner(part, KeysButton)
    assert button.text() == "None"
    with qtbot.waitSignal(settings.keys_awaited) as awaited:
        click(button)
    assert awaited.args == [True]
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    # Tab is a key like any other now
    assert not button.listening
    click(button)
    qtbot.keyPress(button, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert button.listening, "modifiers alone are no keys"
    with qtbot.waitSignals([settings.setting_changed, settings.keys_awaited]):
        qtbot.keyClick(
            button, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
    assert button.text() == "Ctrl+Alt+H"


def test_keys_are_left_as_they_were_or_cleared(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "hotkeys.talk", "hotkeys")
    button = inner(part, KeysButton)
    with qtbot.assertNotEmitted(settings.setting_changed):
        click(button)
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert settings.isVisible(), "Esc meant the keys, not the window"
    assert button.text() == "Ctrl+Alt+Space"
    click(button)
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(button, Qt.Key.Key_Backspace)
    assert told.args == ["hotkeys", {"talk": ""}]
    with qtbot.waitSignal(settings.setting_changed) as told:
        click(inner(part, QToolButton))
    assert told.args == ["hotkeys", {"talk": ""}]


def test_what_keeps_keys_from_being_held_is_told(settings: SettingsWindow) -> None:
    settings.show_state(
        replace(usual(), notes={"hotkeys.talk": "Taken by another program."}, keys_limit="None here.")
    )
    part = row(settings, "hotkeys.talk", "hotkeys")
    assert part._amiss.text() == "Taken by another program."
    assert part._amiss.isVisible()
    assert part.editor.isEnabled()
    limit = settings.find_page("hotkeys")
    assert limit is not None
    assert any(
        label.text() == "None here." and label.isVisible() for label in limit.findChildren(type(part._amiss))
    )


def test_a_voice_is_chosen_blended_and_written(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "voice.voice", "voice")
    first, second = (one for one in part.editor.findChildren(Picker))
    assert first.value == "af_heart"
    assert second.value == "af_sky"
    share = inner(part, QSlider)
    assert share.value() * 5 == 30
    share.setFocus()
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(share, Qt.Key.Key_Right)
    assert told.args == ["voice", {"voice": "65% af_heart + 35% af_sky"}]
    second.setFocus()
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(second, Qt.Key.Key_Home)
    assert told.args == ["voice", {"voice": "af_heart"}]
    first.setFocus()
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(first, Qt.Key.Key_Home)
    assert told.args == ["voice", {"voice": ""}]
    with qtbot.assertNotEmitted(settings.setting_changed):
        qtbot.keyClick(first, Qt.Key.Key_End)
    line = inner(part, Line)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "af_sky, af_heart")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["voice", {"voice": "af_sky, af_heart"}]


def test_a_blend_of_three_is_shown_as_text(settings: SettingsWindow) -> None:
    fine, blend = usual(), "50% af_heart + 25% af_sky + 25% af_bella"
    voice = fine.settings.voice.model_copy(update={"voice": blend})
    settings.show_state(replace(fine, settings=fine.settings.model_copy(update={"voice": voice})))
    assert inner(row(settings, "voice.voice", "voice"), Line).text() == blend


def test_a_colour(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "capture.key_colour", "window")
    swatches = {one.accessibleName(): one for one in part.findChildren(QAbstractButton) if one.isCheckable()}
    with qtbot.waitSignal(settings.setting_changed) as told:
        click(swatches["Key colour: Magenta"])
    assert told.args == ["capture", {"key_colour": "#ff00ff"}]
    line = inner(part, Line)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "#12AB34")
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["capture", {"key_colour": "#12ab34"}]


def test_an_hour(settings: SettingsWindow, qtbot: QtBot) -> None:
    hour = inner(row(settings, "quiet.begin", "voice"), QTimeEdit)
    assert hour.text() == "22:00"
    hour.setFocus()
    with qtbot.assertNotEmitted(settings.setting_changed):
        wheel(hour)
        qtbot.keyClick(hour, Qt.Key.Key_Up)
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(hour, Qt.Key.Key_Return)
    assert told.args == ["quiet", {"begin": "23:00"}]


def test_lines_are_told_when_they_are_left(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "providers.llama.grammar", "engines")
    edit = inner(part, QPlainTextEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "root ::= x")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(settings.setting_changed) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert told.args == ["providers.llama", {"grammar": "root ::= x\n"}]


def test_a_secret_leads_to_the_credentials(settings: SettingsWindow) -> None:
    part = row(settings, "providers.openai.api_key", "engines")
    click(inner(part, QPushButton))
    assert settings.page == "credentials"


def test_a_field_is_brought_back_to_its_default(settings: SettingsWindow, qtbot: QtBot) -> None:
    part = row(settings, "window.opacity", "window")
    with qtbot.waitSignal(settings.setting_changed) as told:
        click(part._reset)
    assert told.args == ["window", {"opacity": None}]
    settings.show_state(SettingsState())
    assert not part._reset.isVisible(), "it is its default now"
    assert not row(settings, "window.flipped", "window")._reset.isVisible()


def test_what_the_environment_decides_can_only_be_read(settings: SettingsWindow) -> None:
    settings.show_state(replace(usual(), overridden={"character.name": "COMPANION_NAME"}))
    part = row(settings, "character.name", "character")
    assert not inner(part, Line).isEnabled()
    assert part._override.isVisible()
    assert "COMPANION_NAME" in part._override.text()


class TestSchema:
    """Kinds, bounds and words of fields, from their classes."""

    @pytest.mark.parametrize(
        ("path", "kind"),
        [("voice.enabled", Kind.SWITCH), ("voice.speed", Kind.SLIDER), ("voice.voice", Kind.VOICE),
         ("voice.provider", Kind.CHOICE), ("hotkeys.talk", Kind.KEYS), ("quiet.begin", Kind.HOUR),
         ("obs.panic_inputs", Kind.PHRASES), ("api.port", Kind.NUMBER), ("stream.reactions", Kind.OTHER),
         ("window.x", Kind.OTHER), ("stream.currency", Kind.TEXT)],
    )  # fmt: skip
    def test_kinds(self, path: str, kind: Kind) -> None:
        assert schema.own(path).kind is kind

    def test_bounds_and_units(self) -> None:
        speed, silence = schema.own("voice.speed"), schema.own("hearing.silence_ms")
        assert (speed.low, speed.high, speed.default, speed.unit, speed.whole) == (0.5, 2.0, 1.0, "×", False)
        assert (silence.low, silence.high, silence.unit, silence.whole) == (200, 5000, "ms", True)

    def test_an_engine_nobody_wrote_words_for(self) -> None:
        from pydantic import BaseModel, Field, SecretStr

        class New(BaseModel):
            warmth: float = Field(default=0.5, ge=0, le=1, title="Warmth", description="How `warm` it is.")
            key: SecretStr = SecretStr("")
            wait_s: int = Field(default=3, ge=0)

        warmth, key, wait = schema.specs(New, "providers.new")
        assert (warmth.kind, warmth.note, warmth.section) == (Kind.SLIDER, "How warm it is.", "providers.new")
        assert (key.kind, key.default) == (Kind.HIDDEN, "")
        assert (wait.kind, wait.unit, wait.high) == (Kind.NUMBER, "s", 1e6)

    def test_a_new_engine_has_its_page(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        spec = FieldSpec("providers.new", "warm", Kind.SWITCH, "Keep warm", default=True)
        sheet = Sheet("new", "tts", "New Voice", (spec,), {"warm": False}, used=True)
        settings.show_state(replace(usual(), engines=(*usual().engines, sheet)))
        settings.visit("engines/new")
        switch = inner(row(settings, "providers.new.warm", "engines"), Switch)
        assert not switch.isChecked()
        with qtbot.waitSignal(settings.setting_changed) as told:
            click(switch)
        assert told.args == ["providers.new", {"warm": True}]


def test_a_choice_is_explained(settings: SettingsWindow) -> None:
    offers = {**usual().offers, "presets": (Choice("snarky", "Snarky", "Bites, but never you."),)}
    settings.show_state(replace(usual(), offers=offers))
    assert inner(row(settings, "character.preset", "character"), Picker).toolTip() == "Bites, but never you."


def test_buttons_tell_what_they_are_for(settings: SettingsWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    settings.pressed.connect(told.append)
    for page in settings._frames:
        settings.visit(page)
        for part in settings.findChildren(Told):
            for key, button in part.buttons.items():
                if part.isVisible() and not key.startswith("visit:") and button.isVisible():
                    click(button)
    own = {"stream", "chat", "open:data", "open:personas", "open:logs", "open:settings", "bundle", "guide"}
    assert own | {"export", "import", "backup", "restore"} <= set(told)


def test_settings_are_never_changed_by_being_shown(settings: SettingsWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(settings.setting_changed, wait=400):
        settings.show_state(SettingsState(settings=Settings()))
        settings.show_state(usual())
        for page in settings._frames:
            settings.visit(page)
