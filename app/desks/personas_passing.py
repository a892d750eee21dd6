"""Passing parts on: into one file, and out of one from someone else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.desks.personas_questions import ask, file_dialog
from app.persona.files import PersonaFileError, PersonaTakenError
from app.persona.library import ENDING, Library
from app.words import translate


class PersonaPassing(QObject):
    """`done` and `refused` say in words what became of it, `taken_in` carries the `Entry` that came."""

    done = Signal(str)
    refused = Signal(str)
    taken_in = Signal(object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._parent: QWidget | None = None
        self._reference, self._file = "", Path()

    def export(self, reference: str, parent: QWidget | None) -> None:
        """Ask where to, and write it there."""
        self._reference = reference
        name = f"{reference.partition('/')[2]}{ENDING}"
        asked = file_dialog(parent, translate("settings", "Export"), name)
        asked.fileSelected.connect(self._on_export_file)
        asked.open()

    def take_in(self, parent: QWidget | None) -> None:
        """Ask for the file, and take in what is in it; ask again before one of the same id is replaced."""
        self._parent = parent
        asked = file_dialog(parent, translate("settings", "Import"))
        asked.fileSelected.connect(self._on_import_file)
        asked.open()

    @Slot(str)
    def _on_export_file(self, name: str) -> None:
        try:
            path = self._library.export(self._reference, Path(name), replace=True)
        except PersonaFileError as error:
            self.refused.emit(str(error))
        else:
            self.done.emit(translate("settings", "Saved as {file}.").format(file=path))

    @Slot(str)
    def _on_import_file(self, name: str) -> None:
        self._file = Path(name)
        try:
            entry = self._library.import_(self._file)
        except PersonaTakenError as error:
            heading = translate("settings", "There is one with this name already.")
            ask(self._parent, heading, str(error), translate("settings", "&Replace it"), self._on_replace)
        except PersonaFileError as error:
            self.refused.emit(str(error))
        else:
            self.taken_in.emit(entry)

    @Slot(QAbstractButton)
    def _on_replace(self, button: QAbstractButton) -> None:
        if not button.property("yes"):
            return
        try:
            self.taken_in.emit(self._library.import_(self._file, replace=True))
        except PersonaFileError as error:
            self.refused.emit(str(error))
