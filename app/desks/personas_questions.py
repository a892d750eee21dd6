"""What is asked before a personality is lost, replaced, read or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from app.persona.library import ENDING
from app.words import translate


def ask(
    parent: QWidget | None, heading: str, text: str, yes: str, slot: Callable[[QAbstractButton], None]
) -> None:
    """Ask before something is lost; the slot sees the button that was pressed, whose property "yes" says which."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Vesper")
    box.setText(heading)
    box.setInformativeText(text)
    go = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    go.setObjectName("danger")
    go.setProperty("yes", "yes")
    keep = box.addButton(translate("settings", "&Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.buttonClicked.connect(slot)
    box.open()


def file_dialog(parent: QWidget | None, title: str, name: str = "") -> QFileDialog:
    """Where to write a file of this name; without one, which file to read."""
    kinds = f"{translate('settings', 'Personality of Vesper')} (*{ENDING} *.toml)"
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if name:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
