"""The doctor's report and the about box, as windows."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.cli.arguments import version
from app.paths import ROOT, licences_file
from app.words import translate


class Checkup(QDialog):
    """Runs `vesper doctor` in a process of its own and shows what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("notices", "Check everything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 520)
        self._report = QPlainTextEdit(self, readOnly=True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setPlainText(translate("notices", "Looking at every part; this takes a moment…\n"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._report)
        layout.addWidget(buttons)
        self._doctor = QProcess(self)
        self._doctor.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._doctor.setWorkingDirectory(str(ROOT))
        self._doctor.readyRead.connect(self._read)
        arguments = ["doctor"] if getattr(sys, "frozen", False) else ["-m", "app", "doctor"]
        self._doctor.start(sys.executable, arguments)

    @Slot()
    def _read(self) -> None:
        self._report.appendPlainText(bytes(self._doctor.readAll().data()).decode(errors="replace").rstrip())


def about(parent: QWidget, name: str) -> None:
    """Who she is, and whose work she stands on."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("notices", "About {name}").format(name=name))
    box.setText(f"<b>{name}</b><br>Vesper {version()}")
    box.setInformativeText(
        translate(
            "notices",
            "A companion on your desktop. Everything runs on this machine. Rendered by the Live2D Cubism Core, "
            "which is Live2D's.",
        )
    )
    licences = box.addButton(translate("notices", "&Licences…"), QMessageBox.ButtonRole.ActionRole)
    licences.setToolTip(translate("notices", "On whose work she stands, and on what terms"))
    box.addButton(QMessageBox.StandardButton.Close)
    licences.clicked.connect(_open_licences)
    box.open()


def _open_licences() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(licences_file())))
