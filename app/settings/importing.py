"""The question before settings are imported: what would change, and what of the file would be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Words
from app.settings.values import Difference, Preview
from app.words import translate


class ImportQuestion(QDialog):
    """`accepted` when the settings are to be imported."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("settings", "Import settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(440, 240)
        self.resize(520, 460)
        buttons = QDialogButtonBox()
        leave = buttons.addButton(translate("settings", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setObjectName("button")
        possible = bool(preview.changes) and not preview.refused
        if possible:
            take = buttons.addButton(translate("settings", "Import"), QDialogButtonBox.ButtonRole.AcceptRole)
            take.setObjectName("primary")
            take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(Words(preview.file, "groupTitle"))
        layout.addWidget(Words(_about(preview), "wrong" if preview.refused else "small"))
        layout.addWidget(_list(preview), 1)
        layout.addWidget(buttons)


def _about(preview: Preview) -> str:
    if preview.refused:
        return preview.refused
    if not preview.changes:
        return translate("settings", "Nothing would change.")
    changes = translate("settings", "Settings that would change: {count}.").format(count=len(preview.changes))
    kept = translate("settings", "The settings as they are now are kept in a file beside.")
    return f"{changes} {kept}"


def _list(preview: Preview) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("page")
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(8)
    if preview.problems:
        layout.addWidget(Words(translate("settings", "Left out, because it is wrong:"), "fieldTitle"))
        for problem in preview.problems:
            layout.addWidget(Words(problem, "wrong"))
    for change in preview.changes:
        layout.addWidget(_line(change))
    layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(translate("settings", "What would change"))
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    return area


def _line(change: Difference) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(Words(change.title, "fieldTitle"), 1)
    layout.addWidget(Words(f"{change.before} → {change.after}", "small"), 1)
    return line
