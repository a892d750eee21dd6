"""What is wrong in the settings file, above all pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.form.controls import Words
from app.settings.cards import push
from app.words import translate

_HIGHEST = 150


class Problems(QWidget):
    """`opened`: the user wants to see the file."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._list = Words("", "fieldTitle"), Words("", "small")
        self._open, self._more = push(translate("settings", "Open file")), push("")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMaximumHeight(_HIGHEST)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._list)
        self._area.setAccessibleName(translate("settings", "What is wrong"))
        self._list.setAutoFillBackground(False)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title, 1)
        line.addWidget(self._more)
        line.addWidget(self._open)
        frame = QFrame()
        frame.setObjectName("problems")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 8, 10, 8)
        inside.setSpacing(6)
        inside.addLayout(line)
        inside.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 0)
        layout.addWidget(frame)
        self._open.clicked.connect(self.opened)
        self._more.clicked.connect(self._toggle)
        self._show(everything=False)
        self.hide()

    def show_problems(self, problems: tuple[str, ...], file: str) -> None:
        """Show these, or nothing."""
        self.setVisible(bool(problems))
        words = translate(
            "settings", "Something in the settings file is wrong; defaults take its place. ({count})"
        )
        self._title.setText(words.format(count=len(problems)))
        self._title.setToolTip(file)
        self._list.setText("\n".join([file, *(f"• {problem}" for problem in problems)]))

    @Slot()
    def _toggle(self) -> None:
        self._show(everything=self._area.isHidden())

    def _show(self, *, everything: bool) -> None:
        self._area.setVisible(everything)
        self._more.setText(translate("settings", "Hide") if everything else translate("settings", "Show"))
