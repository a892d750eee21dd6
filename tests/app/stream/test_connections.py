from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit
from pytestqt.qtbot import QtBot

from app.form.controls import Picker, Switch
from app.form.fields import Line, Seconds
from app.stream.values import StreamState
from app.stream.window import StreamWindow
from models.settings_stream import Obs
from tests.app.stream.finding import button, part, texts
from tests.stream_pictures import on_air


@pytest.fixture
def connections(window: StreamWindow, qtbot: QtBot) -> StreamWindow:
    window.resize(480, 780)
    window.show_state(on_air())
    window.show_page(2)
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize(
    ("name", "field"),
    [("React to events", "reactions_enabled"), ("Answer chat", "chat_enabled"), ("Record the stream", "record"),
     ("Replace names in recordings", "pseudonyms")],
)  # fmt: skip
def test_switches(connections: StreamWindow, qtbot: QtBot, name: str, field: str) -> None:
    switch = part(connections, Switch, name)
    wanted = not switch.isChecked()
    with qtbot.waitSignal(connections.setting_changed) as changed:
        switch.click()
    assert changed.args == ["stream", field, wanted]
    assert getattr(on_air().stream, field) is not wanted, "it showed what held"


@pytest.mark.parametrize(
    ("name", "section", "field", "value"),
    [("Pause between reactions", "stream", "reaction_cooldown_s", 8.0), ("Busy chat", "stream", "chat_rate", 60.0),
     ("Pause between chat replies", "stream", "chat_cooldown_s", 0.0), ("Too late", "stream", "stale_s", 30.0),
     ("Port of the local API", "api", "port", 4100)],
)  # fmt: skip
def test_numbers(
    connections: StreamWindow, qtbot: QtBot, name: str, section: str, field: str, value: float
) -> None:
    number = part(connections, Seconds, name)
    assert number.value() == float(getattr(getattr(on_air(), section), field))
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, str(int(value)))
    with qtbot.waitSignal(connections.setting_changed) as changed:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert changed.args == [section, field, value]
    assert type(changed.args[2]) is type(value)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "told"),
    [("Stream backend", "https://stream.example/x", "localhost", ["stream", "backend_url"]),
     ("Address of OBS", "ws://10.0.0.2:4455", "http://x", ["providers.obs-websocket", "url"])],
)  # fmt: skip
def test_addresses(
    connections: StreamWindow, qtbot: QtBot, name: str, right: str, wrong: str, told: list[str]
) -> None:
    edit = part(connections, Line, name)
    with qtbot.assertNotEmitted(connections.setting_changed):
        edit.setText(wrong)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert any(text.startswith("Write an address") for text in texts(connections))
    with qtbot.waitSignal(connections.setting_changed) as changed:
        edit.setText(right)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert changed.args == [*told, right]
    assert not any(text.startswith("Write an address") for text in texts(connections))
    with qtbot.assertNotEmitted(connections.setting_changed):
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_names_in_obs(connections: StreamWindow, qtbot: QtBot) -> None:
    scene = part(connections, Picker, "Panic scene")
    assert [scene.itemText(n) for n in range(scene.count())] == [
        "The scene stays", "Starting soon", "Talking", "Be right back",
    ]  # fmt: skip
    assert scene.value == "Be right back"
    with qtbot.waitSignal(connections.setting_changed) as changed:
        scene.setCurrentIndex(0)
        scene.activated.emit(0)
    assert changed.args == ["obs", "brb_scene", ""]
    inputs, caption = part(connections, Line, "Muted in panic"), part(connections, Line, "Caption source")
    with qtbot.waitSignal(connections.setting_changed) as changed:
        inputs.setText(" Mic/Aux, Desktop Audio,, Mic/Aux ")
        qtbot.keyClick(inputs, Qt.Key.Key_Return)
    assert changed.args == ["obs", "panic_inputs", ("Mic/Aux", "Desktop Audio")]
    with qtbot.assertNotEmitted(connections.setting_changed):
        inputs.setText("x" * 130)
        qtbot.keyClick(inputs, Qt.Key.Key_Return)
    assert "At most 50 names of at most 120 letters." in texts(connections)
    with qtbot.waitSignal(connections.setting_changed) as changed:
        caption.setText("Words")
        qtbot.keyClick(caption, Qt.Key.Key_Return)
    assert changed.args == ["obs", "caption_source", "Words"]


def test_a_scene_that_obs_does_not_have_stays_chosen(connections: StreamWindow) -> None:
    connections.show_state(StreamState(obs=Obs(brb_scene="Elsewhere")))
    assert part(connections, Picker, "Panic scene").value == "Elsewhere"
    lost = "OBS has no scene of this name; choose another one."
    assert lost not in texts(connections), "it is not known while OBS is away"
    connections.show_state(replace(on_air(), obs=Obs(brb_scene="Elsewhere")))
    assert lost in texts(connections)


@pytest.mark.parametrize(
    ("title", "name"), [("Password of OBS", "obs-websocket.password"), ("Access token", "worxed.token")]
)
def test_secrets_are_told_once_and_never_shown(
    connections: StreamWindow, qtbot: QtBot, title: str, name: str
) -> None:
    edit = part(connections, QLineEdit, title)
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    assert not button(connections, f"Store: {title}").isEnabled()
    qtbot.keyClicks(edit, "hunter2")
    with qtbot.waitSignal(connections.secret_set) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert told.args == [name, "hunter2"]
    assert edit.text() == ""
    connections.show_state(replace(on_air(), obs_password=True, stream_token=True))
    assert "Stored" in edit.placeholderText()
    with qtbot.waitSignal(connections.secret_set) as told:
        button(connections, f"Forget: {title}").click()
    assert told.args == [name, ""]


def test_the_panic_key_is_pressed_to_be_set(connections: StreamWindow, qtbot: QtBot) -> None:
    keys = connections.findChildren(QKeySequenceEdit)[0]
    assert keys.keySequence() == QKeySequence("Ctrl+Alt+P")
    keys.setFocus()
    with qtbot.waitSignal(connections.setting_changed, timeout=10_000) as changed:
        qtbot.keyClick(keys, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == ["stream", "panic_hotkey", "Ctrl+F8"]
    connections.show_state(replace(on_air(), hotkey_note="These keys are taken by another program."))
    assert "These keys are taken by another program." in texts(connections)
    with qtbot.waitSignal(connections.setting_changed) as changed:
        keys.clear()
        keys.editingFinished.emit()
    assert changed.args == ["stream", "panic_hotkey", ""]


def test_recordings_can_be_shown(connections: StreamWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(connections.recordings_requested):
        button(connections, "Show recordings").click()


def test_a_field_the_user_is_at_is_left_alone(connections: StreamWindow, qtbot: QtBot) -> None:
    edit = part(connections, Line, "Stream backend")
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.setText("http://half")
    connections.show_state(on_air())
    assert edit.text() == "http://half"
    number = part(connections, Seconds, "Too late")
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    number.setValue(33.0)
    connections.show_state(on_air())
    assert number.value() == 33.0
