"""The settings as files: exported, imported, and the folders they and the rest of her lie in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.atomic import write_atomically
from app.config import exchange as settings_exchange
from app.config.tuning import Tuning
from app.settings.values import Preview
from app.words import translate

_FILES = "TOML (*.toml)"


class SettingsFiles(QObject):
    """`previewed` carries a `Preview` of what is to be imported, `failed` words for what went wrong."""

    previewed = Signal(object)
    failed = Signal(str)

    def __init__(self, tuning: Tuning) -> None:
        super().__init__()
        self._tuning, self._text = tuning, ""

    def ask_where_to(self, parent: QWidget) -> None:
        """Have a file chosen, and export into it."""
        dialog = QFileDialog(parent, translate("settings", "Export settings"), str(Path.home()), _FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDefaultSuffix("toml")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("vesper-settings.toml")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def ask_where_from(self, parent: QWidget) -> None:
        """Have a file chosen, and preview it."""
        dialog = QFileDialog(parent, translate("settings", "Import settings"), str(Path.home()), _FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the settings into a file, without secrets."""
        try:
            write_atomically(Path(name), settings_exchange.exported(self._tuning.store))
        except OSError as error:
            words = translate("settings", "{file} can't be written ({why}).")
            self.failed.emit(words.format(file=name, why=error.strerror or error))

    @Slot(str)
    def read(self, name: str) -> None:
        """Preview what a file would change."""
        self._text = ""
        try:
            text = settings_exchange.read(Path(name))
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or translate("settings", "it is no text")
            refused = translate("settings", "This can't be imported: {why}.").format(why=why)
            self.previewed.emit(Preview(name, refused=refused))
            return
        self._text = text
        self.previewed.emit(settings_exchange.preview(self._tuning.store, text, name))

    @Slot()
    def accept(self) -> None:
        """Take over what was previewed last."""
        text, self._text = self._text, ""
        if text:
            why = self._tuning.adopt(settings_exchange.acceptable(self._tuning.store, text))
            if why:
                self.failed.emit(why)

    def show(self, what: str) -> None:
        """Show the "settings" file, or the folder of "personas", "logs" or "data"."""
        file = self._tuning.store.path
        folders = {
            "personas": self._tuning.store.library.folder,
            "logs": paths.log_folder(),
            "data": paths.state_folder(),
        }
        place = folders.get(what, file if file.exists() else file.parent)
        if place != file:
            place.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
