"""What the windows of care have in common: the look of forms, a heading, words, rows of buttons. Escape closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Switch, Words
from app.form.style import filled, style_sheet
from app.look.theme import Look, Theme

_SHEET = """
#care QListWidget {{
  color: {text}; background: {raised}; border: 1px solid {line}; border-radius: 9px; padding: 4px; outline: none;
}}
#care QListWidget:focus {{ border: 1px solid {focus}; }}
#care QListWidget::item {{ padding: 4px 6px; border-radius: 6px; color: {text}; }}
#care QListWidget::item:selected {{ background: {pressed}; color: {text}; }}
#care QListWidget::indicator {{ width: 13px; height: 13px; border: 2px solid {faint}; border-radius: 4px; }}
#care QListWidget::indicator:checked {{ background: {accent}; border-color: {accent}; }}
#care QPlainTextEdit {{ border-radius: 9px; }}
#care #button {{ border: 1px solid {line}; }}
#care #chipButton {{ border: 1px solid {line}; border-radius: 9px; }}
#care #good {{ color: {good}; }}
"""


class CareDialog(QDialog):
    """A window with a heading, `width` wide; parts go into `body`, in order."""

    def __init__(self, theme: Theme, heading: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._fitted = width, False
        self.setObjectName("care")
        self.setWindowTitle(f"Vesper · {heading}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(22, 18, 22, 18)
        self.body.setSpacing(10)
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(320, 160)
        self.heading = Words(heading, "title", self)
        self.body.addWidget(self.heading)
        theme.changed.connect(self._wear)
        self._wear(theme.look)

    def words(self, text: str, name: str = "") -> Words:
        """A paragraph."""
        words = Words(text, name, self)
        self.body.addWidget(words)
        return words

    def button(self, text: str, name: str = "button") -> QPushButton:
        """A button in no row yet."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    @staticmethod
    def row(*parts: QPushButton | None) -> QHBoxLayout:
        """Buttons side by side; None is the room between left and right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts:
            if part is None:
                row.addStretch(1)
            else:
                row.addWidget(part)
        return row

    def fit(self) -> None:
        """As high as what is in it needs."""
        width = max(self._width, self.width() if self._fitted else 0)
        self.body.invalidate()
        self.resize(width, self.body.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Take the size that fits."""
        if not self._fitted:
            self.fit()
            self._fitted = True
        super().showEvent(event)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look, "care") + filled(_SHEET, look))
        for switch in self.findChildren(Switch):
            switch.set_look(look)
