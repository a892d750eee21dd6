"""The settings desk: what is chosen holds at once and everywhere, and nobody waits for what is asked of others."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks import settings_asking, sound_devices
from app.desks.hotkeys import HotkeyDesk
from app.desks.settings import SettingsDesk
from app.director import Director
from app.form.controls import Picker, Switch
from app.form.fields import Line
from app.hotkeys.hotkeys import Hotkeys
from app.language import Language
from app.look.theme import DARK, LIGHT, Theme
from app.settings.fields import Row
from app.settings.importing import ImportQuestion
from app.settings.keys import KeysButton
from app.settings.window import SettingsWindow
from models.companion import Companion
from models.errors import Blame, EngineError
from models.settings import Settings
from models.sound import Device
from models.speech import Empty, Voice
from models.status import Status
from models.trial import Trial, TrialState
from tests.app.stream.finding import button, texts
from tests.models.characters import CHARACTER
from tests.stage import Sound
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.voice import WhichVoices

VOICES = (Voice("af_heart", "en-US", "female"), Voice("bm_george", "en-GB", "male"))
DEVICES = (
    Device("Studio Mic", 1, 0, default_input=True, default_output=False, rate_hz=48_000, host_api="ALSA"),
    Device("Speakers", 0, 2, default_input=False, default_output=True, rate_hz=48_000, host_api="ALSA"),
)


class Throat(Organ):
    """An organ that knows its voices, when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.voices: tuple[Voice, ...] | EngineError = VOICES
        outer = self

        class Inbox:
            def put(self, item: object) -> None:
                assert isinstance(item, WhichVoices)
                if isinstance(outer.voices, EngineError):
                    item.answer.set_exception(outer.voices)
                else:
                    item.answer.set_result(outer.voices)

        self.inbox = Inbox()  # type: ignore[assignment]  # stands in

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...


class Card:
    """A sound card that answers once it is let."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.free.set()
        self.fault: EngineError | None = None
        self.asked = 0

    async def devices(self, _request: Empty) -> AsyncIterator[Device]:
        self.asked += 1
        self.free.wait(20)
        if self.fault:
            raise self.fault
        for device in DEVICES:
            yield device

    async def close(self) -> None: ...


class Trials(QObject):
    """Trials of nobody's."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[str] = []

    def begin(self, kind: str) -> None:
        self.begun.append(kind)


@dataclass
class Around:
    desk: SettingsDesk
    tuning: Tuning
    theme: Theme
    language: Language
    trials: Trials
    keys: HotkeyDesk
    card: Card
    throat: Throat
    path: Path
    changes: list[Settings]

    @property
    def window(self) -> SettingsWindow:
        assert self.desk.window is not None
        return self.desk.window

    def row(self, path: str, page: str) -> Row:
        self.window.visit(page)
        return next(one for one in self.window.findChildren(Row) if one.spec.path == path and one.isVisible())

    def part(self, path: str, page: str, kind: type[QWidget]) -> QWidget:
        return self.row(path, page).editor.findChild(kind)


def _locked(name: str) -> str:
    """A keyring that never answers; whoever asks it in the window's thread would wait for ever."""
    assert threading.current_thread() is not threading.main_thread(), f"asked for {name}"
    threading.Event().wait()
    return ""


@pytest.fixture
def around(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Around]:
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"VESPER_{name}", str(tmp_path / name.lower()))
    card, throat, trials = Card(), Throat(), Trials()
    monkeypatch.setattr(sound_devices, "connect", lambda *_args: card)
    path = tmp_path / "settings.toml"
    tuning = Tuning(SettingsStore(path, {"STREAMER_NAME": "Sam"}, secrets=_locked))
    hotkeys, theme, language = Hotkeys(), Theme(), Language()
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
    keys = HotkeyDesk(hotkeys, director, tuning)
    desk = SettingsDesk(tuning, Body({"voice": throat}), theme, language, trials, keys)  # type: ignore[arg-type]
    changes: list[Settings] = []
    tuning.changed.connect(lambda _before, after: changes.append(after))
    keys.start()
    yield Around(desk, tuning, theme, language, trials, keys, card, throat, path, changes)
    card.free.set()
    desk.stop()
    keys.stop()
    hotkeys.stop()
    language.follow("en")
    theme.prefer("system")


@pytest.fixture
def opened(around: Around, qtbot: QtBot) -> Around:
    around.desk.open()
    qtbot.addWidget(around.window)
    qtbot.waitUntil(around.window.isActiveWindow)
    qtbot.waitUntil(lambda: {"microphones", "voices"} <= around.window._state.offers.keys())
    return around


def test_the_window_is_made_when_it_is_opened_and_once(around: Around, qtbot: QtBot) -> None:
    made: list[object] = []
    around.desk.made.connect(made.append)
    assert around.desk.window is None
    around.desk.open("hearing")
    qtbot.addWidget(around.window)
    assert around.window.page == "hearing"
    around.window.close()
    around.desk.open()
    assert around.window.isVisible()
    assert made == [around.window]
    assert around.window.page == "hearing"


def test_what_is_chosen_holds_and_is_written_at_once(opened: Around, qtbot: QtBot) -> None:
    switch = opened.part("voice.moods", "voice", Switch)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert opened.changes[-1].voice.moods is False
    assert tomllib.loads(opened.path.read_text())["voice"] == {"moods": False}
    slider = opened.part("voice.volume", "voice", QSlider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: opened.tuning.settings.voice.volume == 0.0)
    qtbot.mouseClick(opened.row("voice.volume", "voice")._reset, Qt.MouseButton.LeftButton)
    assert opened.tuning.settings.voice.volume == 1.0
    assert "volume" not in tomllib.loads(opened.path.read_text())["voice"]


def test_what_is_refused_is_told_in_its_place_and_stays_as_typed(opened: Around, qtbot: QtBot) -> None:
    line = opened.part("providers.faster-whisper.compute_type", "engines", Line)
    port = opened.part("providers.ollama.keep_alive", "engines", Line)
    port.setFocus()
    port.selectAll()
    qtbot.keyClicks(port, "soon")
    line.setFocus()
    row = opened.row("providers.ollama.keep_alive", "engines")
    assert row._amiss.text() == "Write a time such as 30m or 2h, or -1 for ever."
    assert opened.tuning.set("voice", speed=1.2) == ""
    assert port.text() == "soon"
    assert "ollama" not in opened.tuning.settings.providers
    port.setFocus()
    port.selectAll()
    qtbot.keyClicks(port, "2h")
    qtbot.keyClick(port, Qt.Key.Key_Return)
    assert not row._amiss.isVisible()
    assert opened.tuning.settings.providers["ollama"] == {"keep_alive": "2h"}


def test_a_refusal_nobody_has_words_for_is_the_stores_without_the_place(opened: Around) -> None:
    opened.window.visit("stream")
    opened.desk._on_setting("stream", {"currency": "x" * 500})
    told = opened.row("stream.currency", "stream")._amiss.text()
    assert told.startswith("Cannot be 'xxx")
    assert "120 characters" in told


def test_changes_from_elsewhere_show_at_once(opened: Around) -> None:
    switch = opened.part("hearing.muted", "hearing", Switch)
    assert not switch.isChecked()
    opened.tuning.set("hearing", muted=True)
    assert switch.isChecked()


def test_a_whole_page_is_brought_back(opened: Around) -> None:
    opened.tuning.set("voice", speed=1.5, moods=False)
    opened.tuning.set("quiet", hours=True)
    opened.tuning.set("window", flipped=True)
    opened.window.visit("voice")
    button(opened.window, "Reset page").click()
    button(opened.window, "Bring them back").click()
    assert opened.tuning.settings.voice == Settings().voice
    assert opened.tuning.settings.quiet == Settings().quiet
    assert opened.tuning.settings.window.flipped, "another page"
    assert "Reset page" not in [b.text() for b in opened.window.findChildren(QPushButton) if b.isVisible()]


def test_what_the_environment_decides_is_told(opened: Around) -> None:
    row = opened.row("character.streamer_name", "character")
    assert "STREAMER_NAME" in row._override.text()
    assert not row.editor.isEnabled()


class TestWhatIsAsked:
    def test_devices_and_voices_are_offered(self, opened: Around) -> None:
        picker = opened.part("hearing.microphone", "hearing", Picker)
        assert [picker.itemText(n) for n in range(picker.count())] == ["The system's own", "Studio Mic"]
        first = opened.part("voice.voice", "voice", Picker)
        shown = [first.itemText(n) for n in range(first.count())]
        assert "Heart · American English, female · af_heart" in shown
        assert "George · British English, male · bm_george" in shown

    def test_a_device_that_is_not_there_is_told(self, opened: Around) -> None:
        opened.tuning.set("hearing", microphone="Lost Mic")
        row = opened.row("hearing.microphone", "hearing")
        assert "not connected" in row._amiss.text()
        assert row.editor.findChild(Picker).currentText() == "Lost Mic"
        opened.tuning.set("hearing", microphone="Studio Mic")
        assert not row._amiss.isVisible()

    def test_refresh_looks_again(self, opened: Around, qtbot: QtBot) -> None:
        before = opened.card.asked
        opened.row("voice.output_device", "voice").editor.asked.emit("devices")
        qtbot.waitUntil(lambda: opened.card.asked == before + 1)

    def test_nobody_waits_for_a_sound_card_that_does_not_answer(self, around: Around, qtbot: QtBot) -> None:
        around.card.free.clear()
        around.desk.open("hearing")
        qtbot.addWidget(around.window)
        qtbot.waitUntil(lambda: around.card.asked == 1)
        qtbot.mouseClick(around.part("hearing.muted", "hearing", Switch), Qt.MouseButton.LeftButton)
        assert around.tuning.settings.hearing.muted
        assert "microphones" not in around.window._state.offers

    def test_faults_leave_things_as_they_are(self, around: Around, qtbot: QtBot) -> None:
        around.card.fault = EngineError(Blame.DEVICE, "no sound system")
        around.throat.voices = EngineError(Blame.ENGINE, "gone")
        around.desk.open("hearing")
        qtbot.addWidget(around.window)
        qtbot.waitUntil(lambda: around.card.asked == 1)
        around.desk.stop()
        around.desk._asking._later.shutdown(wait=True)
        picker = around.window._frames["hearing"].page.rows["hearing.microphone"].editor.findChild(Picker)
        assert picker.count() == 1


def test_real_devices(sound: Sound, tmp_path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(tmp_path / "settings.toml", {})
    asking = settings_asking.Asking(store, Body({"voice": Throat()}))
    with qtbot.waitSignal(asking.found, timeout=20_000) as told:
        asking.look_for_devices()
    asking.stop()
    assert "pulse" in [choice.value for choice in told.args[0]["microphones"]]
    assert told.args[0]["loudspeakers"][0].value == ""


def test_what_others_find_out_is_said_beside_its_field(opened: Around) -> None:
    opened.desk.remark("desktop.start_at_login", "The folder can't be written.")
    row = opened.row("desktop.start_at_login", "general")
    assert row._amiss.text() == "The folder can't be written."
    assert row._amiss.isVisible()
    opened.desk.remark("desktop.start_at_login", "")
    assert not row._amiss.isVisible()


def test_trials_begin_and_are_shown(opened: Around) -> None:
    opened.window.visit("mind")
    button(opened.window, "Ask her mind").click()
    assert opened.trials.begun == ["mind"]
    opened.trials.changed.emit(Trial("mind", TrialState.FAILED, "Nobody answers."))
    assert "Nobody answers." in texts(opened.window)


class TestKeys:
    def test_are_not_held_while_new_ones_are_pressed(self, opened: Around, qtbot: QtBot) -> None:
        opened.tuning.set("hotkeys", hush="Ctrl+Alt+H")
        assert "hush" in opened.keys._held
        keys = opened.part("hotkeys.hush", "hotkeys", KeysButton)
        qtbot.mouseClick(keys, Qt.MouseButton.LeftButton)
        assert opened.keys._held == {}
        qtbot.keyClick(
            keys, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        assert opened.tuning.settings.hotkeys.hush == "Ctrl+Alt+J"
        assert opened.keys._held.get("hush") == "Ctrl+Alt+J"

    def test_conflicts_are_told_beside_them(self, opened: Around) -> None:
        opened.tuning.set("hotkeys", hush="Ctrl+Alt+H", chat="Ctrl+Alt+H")
        shown = [opened.row(f"hotkeys.{name}", "hotkeys")._amiss for name in ("hush", "chat")]
        assert any(amiss.isVisible() and amiss.text() for amiss in shown)
        opened.tuning.set("hotkeys", chat="")
        assert not any(amiss.isVisible() for amiss in shown)


class TestLook:
    def test_colours_follow_the_choice_also_while_closed(self, around: Around) -> None:
        around.tuning.set("desktop", theme="dark")
        assert around.theme.look is DARK
        around.tuning.set("desktop", theme="light")
        assert around.theme.look is LIGHT

    def test_another_language_makes_the_window_anew_at_the_same_page(
        self, opened: Around, qtbot: QtBot
    ) -> None:
        made: list[object] = []
        opened.desk.made.connect(made.append)
        opened.window.visit("hotkeys")
        old = opened.window
        opened.tuning.set("desktop", language="de")
        qtbot.addWidget(opened.window)
        assert made == [opened.window]
        assert opened.window is not old
        assert opened.window.page == "hotkeys"
        assert opened.window.isVisible()
        assert not old.isVisible()
        opened.tuning.set("voice", speed=1.4)
        assert opened.window._state.settings.voice.speed == 1.4


class TestFiles:
    def test_what_is_written_by_hand_holds_when_the_user_comes_back(
        self, opened: Around, qtbot: QtBot
    ) -> None:
        opened.path.write_text('[voice]\nspeed = 1.7\n\n[mind]\nprovider = "oracle"\n')
        opened.window.activated.emit()
        assert opened.changes[-1].voice.speed == 1.7
        assert any("(1)" in text for text in texts(opened.window))

    def test_places_are_shown(self, opened: Around, monkeypatch: pytest.MonkeyPatch) -> None:
        shown: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
        for key in ("settings", "personas", "logs", "data"):
            opened.window.pressed.emit(f"open:{key}")
        folder = opened.path.parent
        assert shown == [
            str(folder), str(folder / "config" / "personas"), str(folder / "state" / "logs"), str(folder / "state"),
        ]  # fmt: skip
        assert all(Path(path).is_dir() for path in shown)
        opened.tuning.set("voice", speed=1.1)
        opened.window.pressed.emit("open:settings")
        assert shown[-1] == str(opened.path)

    @pytest.mark.parametrize("name", ["guide", "bundle", "backup", "restore", "stream_window", "chat"])
    def test_what_others_do_is_passed_on(self, opened: Around, qtbot: QtBot, name: str) -> None:
        with qtbot.waitSignal(getattr(opened.desk, f"{name}_requested")):
            opened.window.pressed.emit(name.removesuffix("_window"))

    def test_export_and_import_through_the_dialogs(
        self, opened: Around, tmp_path: Path, qtbot: QtBot
    ) -> None:
        opened.tuning.set("voice", speed=1.5)
        opened.window.visit("general")
        button(opened.window, "Export…").click()
        dialog = opened.window.findChild(QFileDialog)
        qtbot.waitUntil(dialog.isVisible)
        target = tmp_path / "mine.toml"
        dialog.selectFile(str(target))
        dialog.findChild(QPushButton).setFocus()
        QApplication.processEvents()
        dialog.accept()
        assert tomllib.loads(target.read_text())["voice"]["speed"] == 1.5
        opened.tuning.set("voice", speed=None)
        opened.window._state = replace(opened.window._state)
        opened.desk._files.read(str(target))
        question = opened.window.findChild(ImportQuestion)
        assert "1 × → 1.5 ×" in texts(question)
        button(question, "Import").click()
        assert opened.tuning.settings.voice.speed == 1.5
        assert opened.changes[-1].voice.speed == 1.5
        assert opened.path.with_name("settings.toml.before-import").exists()

    def test_a_file_that_cannot_be_imported_says_why(self, opened: Around, tmp_path: Path) -> None:
        (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
        for name in ("missing", "binary"):
            opened.desk._files.read(str(tmp_path / name))
            question = opened.window.findChildren(ImportQuestion)[-1]
            assert any("can't be imported" in text for text in texts(question))
            question.reject()
        opened.desk._files.accept()
        assert opened.tuning.settings == opened.tuning.store.settings

    def test_a_file_that_cannot_be_written_is_told(self, opened: Around, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        opened.desk._files.write(str(tmp_path / "file" / "in.toml"))
        assert any("wrong" in text for text in texts(opened.window))
