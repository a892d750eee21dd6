"""Care and what stands behind it: trouble is shown, reports and backups are made, in a thread of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.care import backup, bundle
from app.care.archive import Archive, examine
from app.care.backup import BackupError, Homes, Made
from app.care.bundle import BundleError, Item
from app.care.crash import Crash
from app.care.facts import Doctor
from app.care.hooks import Hooks, Trouble
from app.care.restore import Change, confirm, discard, prepare
from app.credentials.store import KeyringSecrets
from app.look.theme import Theme
from app.words import translate

if TYPE_CHECKING:
    from app.care.backup_dialog import BackupDialog
    from app.care.bundle_dialog import BundleDialog
    from app.care.crash_dialog import CrashDialog, Told

_log = logging.getLogger(__name__)


class CareDesk(QObject):
    """From its making to `stop` it watches for exceptions nobody caught, of every thread.

    `restart_requested` carries whether she is to start safely: as a still picture, without the stream.
    """

    restart_requested = Signal(bool)
    _troubled = Signal(object)
    _gathered = Signal(object)
    _done = Signal(object)

    def __init__(self, theme: Theme, settings: Path, secrets: KeyringSecrets) -> None:
        super().__init__()
        self._theme, self._homes, self._secrets = theme, Homes.of(settings), secrets
        self._later = ThreadPoolExecutor(1, "care")
        self._doctor = Doctor()
        self._crash: CrashDialog | None = None
        self._bundle: BundleDialog | None = None
        self._backup: BackupDialog | None = None
        self._shown: set[str] = set()
        self._showing = ""
        self._items: tuple[Item, ...] = ()
        self._recordings = False
        self._hooks = Hooks(self._troubled.emit)
        self._troubled.connect(self._on_trouble)
        self._gathered.connect(self._on_gathered)
        self._done.connect(self._on_done)
        self._hooks.install()

    def stop(self) -> None:
        """Give the hooks back, and end what is still being looked up."""
        self._hooks.remove()
        self._doctor.stop()
        self._later.shutdown(wait=False, cancel_futures=True)

    # --- trouble

    def tell(self, crash: Crash, *, safe: bool) -> None:
        """Show what became of the last run; `safe`: this one was started safely because of it."""
        from app.care import wording

        self._open_crash(wording.of_crash(crash, safe=safe))

    @Slot(object)
    def _on_trouble(self, trouble: Trouble) -> None:
        """Show it once; the same again only counts on where it is still on show."""
        from app.care import wording

        if self._crash is not None:
            if self._showing == trouble.what:
                self._crash.show_told(wording.of_trouble(trouble))
        elif trouble.what not in self._shown:
            self._shown.add(trouble.what)
            self._showing = trouble.what
            self._open_crash(wording.of_trouble(trouble))

    def _open_crash(self, told: Told) -> None:
        from app.care.crash_dialog import CrashDialog

        if self._crash is not None:
            self._crash.close()
        dialog = self._crash = CrashDialog(self._theme, told)
        dialog.restart_requested.connect(self.restart_requested)
        dialog.copy_requested.connect(self._on_copy)
        dialog.folder_requested.connect(self._on_folder)
        dialog.report_requested.connect(self.make_report)
        dialog.finished.connect(self._on_crash_closed)
        dialog.show()

    @Slot()
    def _on_crash_closed(self) -> None:
        self._crash = None
        self._showing = ""

    @Slot(str)
    def _on_copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def _on_folder(self) -> None:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # --- the report

    @Slot()
    def make_report(self) -> None:
        """Look everything up, show it, and save it where the user says."""
        from app.care.bundle_dialog import BundleDialog

        if self._bundle is not None:
            _raise(self._bundle)
            return
        dialog = self._bundle = BundleDialog(self._theme)
        dialog.save_requested.connect(self._on_save_report)
        dialog.finished.connect(self._on_report_closed)
        _raise(dialog)
        self._later.submit(self._gather)

    def _gather(self) -> None:
        items = bundle.gather(
            self._homes.settings, self._secrets.get, conversation=True, doctor=self._doctor.report
        )
        self._gathered.emit(items)

    @Slot(object)
    def _on_gathered(self, items: tuple[Item, ...]) -> None:
        if self._bundle is not None:
            self._bundle.show_items(items)

    @Slot(object)
    def _on_save_report(self, items: tuple[Item, ...]) -> None:
        self._items = items
        name = bundle.suggested_name(datetime.now().astimezone())
        self._ask_file(self._bundle, translate("care", "Save the report"), name, self._on_report_file)

    @Slot(str)
    def _on_report_file(self, name: str) -> None:
        if self._bundle is None:
            return
        from app.care import wording

        try:
            self._bundle.show_saved(str(bundle.pack(self._items, Path(name))))
        except BundleError as error:
            self._bundle.show_problem(wording.of_bundle(error))

    @Slot()
    def _on_report_closed(self) -> None:
        self._bundle = None

    # --- backups

    @Slot()
    def open_backups(self) -> None:
        """The window for backing up and bringing back."""
        from app.care.backup_dialog import BackupDialog

        if self._backup is None:
            dialog = self._backup = BackupDialog(self._theme)
            dialog.save_requested.connect(self._on_save_backup)
            dialog.open_requested.connect(self._on_open_backup)
            dialog.restore_requested.connect(self._on_restore)
            dialog.restart_requested.connect(self._on_restart)
            dialog.finished.connect(self._on_backup_closed)
        _raise(self._backup)

    @Slot(bool)
    def _on_save_backup(self, recordings: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._recordings = recordings
        name = backup.suggested_name(datetime.now().astimezone())
        self._ask_file(self._backup, translate("care", "Save a backup"), name, self._on_backup_file)

    @Slot(str)
    def _on_backup_file(self, name: str) -> None:
        recordings = self._recordings
        self._work(lambda: backup.make(self._homes, Path(name), recordings=recordings))

    @Slot()
    def _on_open_backup(self) -> None:
        self._ask_file(self._backup, translate("care", "Choose a backup"), "", self._on_restore_file)

    @Slot(str)
    def _on_restore_file(self, name: str) -> None:
        def look() -> _Laid:
            try:
                archive = examine(Path(name))
                return archive, prepare(archive, self._homes)
            except BackupError as error:
                return _Refused(error)

        self._work(look)

    def _ask_file(self, parent: QWidget | None, title: str, name: str, slot: Callable[[str], None]) -> None:
        """Have a zip chosen: to write if it is given a name, else to read."""
        asked = QFileDialog(parent, title, str(Path.home()), f"{translate('care', 'Vesper archive')} (*.zip)")
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setDefaultSuffix("zip")
        if name:
            asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            asked.selectFile(name)
        else:
            asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.fileSelected.connect(slot)
        asked.open()

    def _work(self, work: Callable[[], object]) -> None:
        """Do it in the thread; what it gives, or why it failed, comes to `_on_done`."""

        def run() -> None:
            try:
                self._done.emit(work())
            except BackupError as error:
                self._done.emit(error)

        if self._backup is not None:
            self._backup.show_busy(busy=True)
        self._later.submit(run)

    @Slot(object)
    def _on_done(self, outcome: object) -> None:
        dialog = self._backup
        if dialog is None:
            discard(self._homes)
            return
        dialog.show_busy(busy=False)
        match outcome:
            case Made():
                dialog.show_made(outcome)
            case BackupError():
                dialog.show_not_made(outcome)
            case _Refused(error=error):
                dialog.show_refused(error)
            case (Archive() as archive, tuple() as changes):
                dialog.show_changes(archive, changes)

    @Slot()
    def _on_restore(self) -> None:
        if self._backup is None:
            return
        try:
            confirm(self._homes)
        except BackupError as error:
            self._backup.show_refused(error)
            return
        self._backup.show_ready()

    @Slot()
    def _on_restart(self) -> None:
        safely = False
        self.restart_requested.emit(safely)

    @Slot()
    def _on_backup_closed(self) -> None:
        self._backup = None
        discard(self._homes)


@dataclass(frozen=True, slots=True)
class _Refused:
    """A backup that cannot be brought back."""

    error: BackupError


_Laid = tuple[Archive, tuple[Change, ...]] | _Refused


def _raise(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
