"""What is wrong in the settings file, above all pages."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.form.controls import Words
from app.settings.cards import push
from app.words import translate

_FEW = 3


class Problems(QWidget):
    """`opened`: the user wants to see the file."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[str, ...] = ()
        self._all = False
        self._title, self._list = Words("", "fieldTitle"), Words("", "small")
        self._open, self._more = push(translate("settings", "Open file")), push("")
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        frame = QFrame()
        frame.setObjectName("problems")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(6)
        for part in (self._title, self._list):
            inside.addWidget(part)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 0)
        layout.addWidget(frame)
        self._open.clicked.connect(self.opened)
        self._more.clicked.connect(self._toggle)
        self.hide()

    def show_problems(self, problems: tuple[str, ...], file: str) -> None:
        """Show these, or nothing."""
        self._problems = problems
        self.setVisible(bool(problems))
        self._title.setText(
            translate("settings", "What is wrong in {file}: {count}").format(file=file, count=len(problems))
        )
        self._show()

    @Slot()
    def _toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        shown = self._problems if self._all else self._problems[:_FEW]
        self._list.setText("\n".join(f"• {problem}" for problem in shown))
        rest = len(self._problems) - _FEW
        self._more.setVisible(rest > 0)
        self._more.setText(
            translate("settings", "Show fewer")
            if self._all
            else translate("settings", "Show all {count}").format(count=len(self._problems))
        )
