"""The windows of care on a real screen, and the desk behind them."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.care import bundle, wording
from app.care.backup import BackupError, Fault, Homes
from app.care.backup_dialog import BackupDialog
from app.care.bundle import MEMORY, Item
from app.care.bundle_dialog import BundleDialog
from app.care.crash import Cause, Crash
from app.care.crash_dialog import CrashDialog
from app.care.hooks import Trouble
from app.care.restore import is_pending
from app.credentials.store import KeyringSecrets
from app.desks.care import CareDesk
from app.form.controls import Words
from app.look.theme import Theme

_CRASH = Crash(Cause.FAULT, 1000.0, 2000.0, "9.9", "Fatal Python error: Aborted")


class _NoSecrets(KeyringSecrets):
    """No keyring is asked here."""

    def find(self, name: str) -> tuple[None, object]:  # type: ignore[override]  # nothing is anywhere
        return None, ""


@pytest.fixture
def desk(qtbot: QtBot, homes: Homes, monkeypatch: pytest.MonkeyPatch) -> Iterator[CareDesk]:
    desk = CareDesk(Theme(), homes.settings, _NoSecrets())
    desk._hooks.remove()  # pytest-qt watches for exceptions itself
    monkeypatch.setattr(desk._doctor, "report", lambda _settings: '{"ok": true}')
    yield desk
    desk.stop()
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "care":
            window.close()


def _window(kind: type[QWidget]) -> QWidget:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def _button(window: QWidget, text: str) -> QPushButton:
    [found] = [one for one in window.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def _press(qtbot: QtBot, window: QWidget, text: str) -> None:
    qtbot.mouseClick(_button(window, text), Qt.MouseButton.LeftButton)


def _words(window: QWidget) -> str:
    return "\n".join(words.text() for words in window.findChildren(Words) if words.isVisible())


def test_a_crash_is_told_and_what_is_known_is_folded_away(qtbot: QtBot, desk: CareDesk) -> None:
    with qtbot.waitSignal(desk.restart_requested) as wanted:
        desk.tell(_CRASH, safe=False)
        dialog = _window(CrashDialog)
        assert "Nothing was sent" in _words(dialog)
        details = dialog.findChildren(QPlainTextEdit)[0]
        assert not details.isVisible()
        before = dialog.height()
        _press(qtbot, dialog, "Details")
        assert details.isVisible()
        assert dialog.height() > before
        _press(qtbot, dialog, "Copy")
        assert "Fatal Python error: Aborted" in QGuiApplication.clipboard().text()
        _press(qtbot, dialog, "Start safely")
    assert wanted.args == [True]


def test_started_safely_the_way_back_is_offered(qtbot: QtBot, desk: CareDesk) -> None:
    desk.tell(_CRASH, safe=True)
    dialog = _window(CrashDialog)
    assert "as a still picture" in _words(dialog)
    with qtbot.waitSignal(desk.restart_requested) as wanted:
        _press(qtbot, dialog, "Start again normally")
    assert wanted.args == [False]


def test_trouble_is_told_once_counted_on_and_not_told_again(qtbot: QtBot, desk: CareDesk) -> None:
    thread = threading.Thread(target=desk._troubled.emit, args=(Trouble("ValueError: odd", "at x", "ears"),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: desk._crash is not None)
    dialog = _window(CrashDialog)
    desk._troubled.emit(Trouble("ValueError: odd", "at x", "ears", 2))
    assert "It happened 2 times." in _words(dialog)
    desk._troubled.emit(Trouble("KeyError: other", "at y", "ears"))
    assert "ValueError: odd" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk._crash is None
    desk._troubled.emit(Trouble("ValueError: odd", "at x", "ears", 3))
    assert desk._crash is None, "who closed it has seen it"
    desk._troubled.emit(Trouble("KeyError: other", "at y", "ears", 2))
    assert desk._crash is not None


def _files(name: str) -> QFileDialog:
    [asked] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()
    ]
    assert asked.windowTitle() == name
    return asked


def test_a_report_is_shown_before_it_is_saved(qtbot: QtBot, desk: CareDesk, tmp_path: Path) -> None:
    desk.make_report()
    dialog = _window(BundleDialog)
    assert "Looking at every part" in _words(dialog)
    assert not _button(dialog, "Save…").isEnabled()
    qtbot.waitUntil(lambda: _button(dialog, "Save…").isEnabled(), timeout=20_000)
    lines = dialog.findChildren(QListWidget)[0]
    ticked = {
        lines.item(row).toolTip(): lines.item(row).checkState() is Qt.CheckState.Checked
        for row in range(lines.count())
    }
    assert ticked[MEMORY] is False, "what was said stays out until it is ticked"
    assert ticked["doctor.json"] is True
    lines.setCurrentRow(list(ticked).index("doctor.json"))
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == '{"ok": true}'
    lines.item(list(ticked).index("models.json")).setCheckState(Qt.CheckState.Unchecked)
    _press(qtbot, dialog, "Save…")
    asked = _files("Save the report")
    asked.fileSelected.emit(str(tmp_path / "report.zip"))
    asked.close()
    with zipfile.ZipFile(tmp_path / "report.zip") as saved:
        assert set(saved.namelist()) == {name for name, on in ticked.items() if on} - {"models.json"}
    assert "It was sent to nobody" in _words(dialog)


def test_with_nothing_ticked_there_is_nothing_to_save(qtbot: QtBot) -> None:
    dialog = BundleDialog(Theme())
    qtbot.addWidget(dialog)
    dialog.show_items((Item("about.json", b"{}"),))
    assert _button(dialog, "Save…").isEnabled()
    dialog._list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not _button(dialog, "Save…").isEnabled()
    dialog.show_problem(wording.of_bundle(bundle.BundleError(Path("/x/r.zip"), "No space left on device")))
    assert "/x/r.zip cannot be written. (No space left on device)" in dialog._state.text()


def _choose(desk: CareDesk, qtbot: QtBot, button: str, title: str, path: Path) -> None:
    assert desk._backup is not None
    _press(qtbot, desk._backup, button)
    asked = _files(title)
    asked.fileSelected.emit(str(path))
    asked.close()
    qtbot.waitUntil(
        lambda: desk._backup is not None and _button(desk._backup, button).isEnabled(), timeout=20_000
    )


def test_back_up_and_bring_back_through_the_window(
    qtbot: QtBot, desk: CareDesk, homes: Homes, tmp_path: Path
) -> None:
    desk.open_backups()
    dialog = _window(BackupDialog)
    _choose(desk, qtbot, "Save a backup…", "Save a backup", tmp_path / "b.zip")
    assert "Left out of the settings: openai.api_key." in _words(dialog)
    homes.settings.write_text("version = 1\n", encoding="utf-8")
    _choose(desk, qtbot, "Choose a backup…", "Choose a backup", tmp_path / "b.zip")
    lines = dialog.findChildren(QListWidget)[0]
    shown = [lines.item(row).text() for row in range(lines.count())]
    assert "Settings  ·  replaces yours" in shown
    assert "Personality mine  ·  the same as yours" in shown
    assert not is_pending(homes)
    _press(qtbot, dialog, "Bring it back")
    assert is_pending(homes)
    with qtbot.waitSignal(desk.restart_requested) as wanted:
        _press(qtbot, dialog, "Start again now")
    assert wanted.args == [False]
    dialog.close()
    assert is_pending(homes), "closing the window takes nothing back that was confirmed"


def test_a_backup_that_was_not_confirmed_is_forgotten(
    qtbot: QtBot, desk: CareDesk, homes: Homes, tmp_path: Path
) -> None:
    desk.open_backups()
    _choose(desk, qtbot, "Save a backup…", "Save a backup", tmp_path / "b.zip")
    _choose(desk, qtbot, "Choose a backup…", "Choose a backup", tmp_path / "b.zip")
    assert list(homes.state.glob("restore-*"))
    qtbot.keyClick(_window(BackupDialog), Qt.Key.Key_Escape)
    assert not list(homes.state.glob("restore-*"))


def test_what_is_no_backup_is_told(qtbot: QtBot, desk: CareDesk, tmp_path: Path) -> None:
    (tmp_path / "holiday.zip").write_text("sun")
    desk.open_backups()
    _choose(desk, qtbot, "Choose a backup…", "Choose a backup", tmp_path / "holiday.zip")
    dialog = _window(BackupDialog)
    assert "holiday.zip is no backup of Vesper." in _words(dialog)
    assert not _button(dialog, "Bring it back").isVisible()


def test_every_fault_has_words_and_every_control_a_name(qtbot: QtBot) -> None:
    for fault in Fault:
        assert wording.of_backup(BackupError(fault, "b.zip"))
    for cause in Cause:
        assert wording.of_crash(Crash(cause, 1.0, 2.0, "1"), safe=False).text
    theme = Theme()
    for dialog in (
        CrashDialog(theme, wording.of_crash(_CRASH, safe=False)),
        BundleDialog(theme),
        BackupDialog(theme),
    ):
        qtbot.addWidget(dialog)
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
