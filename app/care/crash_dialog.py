"""Tells that something went wrong, and sends nothing: words, details folded away, and what may be done now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.care.dialog import CareDialog
from app.look.theme import Theme
from app.words import translate

_WIDTH = 480
_DETAILS_HEIGHT = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What to tell. `again` is what the button to start her anew says, which does so `safely` or as always."""

    heading: str
    text: str
    details: str
    again: str
    safely: bool = False


class CrashDialog(CareDialog):
    """`restart_requested` carries whether to start safely; the others say what the user wants besides."""

    restart_requested = Signal(bool)
    copy_requested = Signal(str)
    folder_requested = Signal()
    report_requested = Signal()

    def __init__(self, theme: Theme, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.heading, _WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._told = told
        self._text = self.words(told.text)
        self.words(
            translate("care", "Nothing was sent to anyone. What is known is on this computer only."), "small"
        )
        self._unfold = self.button(translate("care", "Details"), "chipButton")
        self._unfold.setCheckable(True)
        self._unfold.setAccessibleDescription(translate("care", "Shows what is known, for whoever mends it."))
        self._details = QPlainTextEdit(self, readOnly=True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setMinimumHeight(_DETAILS_HEIGHT)
        self._details.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._details.setAccessibleName(translate("care", "Details"))
        self._details.setTabChangesFocus(True)
        self._copy = self.button(translate("care", "&Copy"))
        self._folder = self.button(translate("care", "Open &log folder"))
        report = self.button(translate("care", "Make a &report…"))
        again, close = self.button(told.again), self.button(translate("care", "Close"), "primary")
        self.body.addLayout(self.row(self._unfold, None))
        self.body.addWidget(self._details, 1)
        self.body.addLayout(self.row(self._copy, self._folder, None))
        self.body.addSpacing(4)
        self.body.addLayout(self.row(report, None, again, close))
        close.setDefault(True)
        self._unfold.toggled.connect(self._show_details)
        self._copy.clicked.connect(self._want_copy)
        self._folder.clicked.connect(self.folder_requested)
        report.clicked.connect(self.report_requested)
        again.clicked.connect(self._want_again)
        close.clicked.connect(self.reject)
        self._show_details(shown=False)
        self.show_told(told)
        close.setFocus()

    def show_told(self, told: Told) -> None:
        """Tell the same in newer words: it happened again."""
        self._told = told
        self._text.setText(told.text)
        if self._details.toPlainText() != told.details:
            self._details.setPlainText(told.details)
        if self.isVisible():
            self.fit()

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:  # noqa: FBT001  # Qt's signal
        for part in (self._details, self._copy, self._folder):
            part.setVisible(shown)
        if self.isVisible():
            self.fit()

    @Slot()
    def _want_copy(self) -> None:
        self.copy_requested.emit(f"{self._told.heading}\n{self._told.text}\n\n{self._told.details}")

    @Slot()
    def _want_again(self) -> None:
        self.restart_requested.emit(self._told.safely)
