"""Fields of a form: a title, what is to be typed or chosen, a line that explains or says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Switch, Words

_LINES = 2.6


class Field(QWidget):
    """A titled field; `note` explains it, until `show_problem` says what is wrong with it."""

    def __init__(self, title: str, editor: QWidget, note: str = "", beside: QWidget | None = None) -> None:
        super().__init__()
        self._editor, self._explained = editor, note
        self._title, self._note = Words(title, "", self), Words(note, "small", self)
        editor.setParent(self)
        if not editor.accessibleName():
            editor.setAccessibleName(title)
        editor.setAccessibleDescription(note)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(editor, 1)
        if beside is not None:
            line.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addLayout(line)
        layout.addWidget(self._note)
        self._note.setVisible(bool(note))

    def explain(self, note: str) -> None:
        """Explain it in other words."""
        self._explained = note
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with it; empty: nothing."""
        self._note.setObjectName("wrong" if problem else "small")
        self._note.setText(problem or self._explained)
        self._note.setVisible(bool(problem or self._explained))
        self._editor.setAccessibleDescription(problem or self._explained)
        for widget in (self._note, self._editor):
            widget.setProperty("wrong", bool(problem))
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class SwitchField(QWidget):
    """A switch with its title before it and a note below."""

    def __init__(self, switch: Switch, note: str = "") -> None:
        super().__init__()
        self.switch = switch
        switch.setParent(self)
        switch.setAccessibleDescription(note)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(switch.accessibleName(), "", self))
        if note:
            words.addWidget(Words(note, "small", self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(words, 1)
        layout.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)


class Line(QLineEdit):
    """A line to type in. `committed` carries its text when the user is done with it and has changed it."""

    committed = Signal(str)

    def __init__(self, name: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setMinimumWidth(60)
        self._shown = ""
        self.editingFinished.connect(self._commit)

    def show_value(self, value: str) -> None:
        """Show a value, unless the user is at it."""
        if not (self.hasFocus() and self.text() != self._shown):
            self._shown = value
            if self.text() != value:
                self.setText(value)
                self.setCursorPosition(0)

    @Slot()
    def _commit(self) -> None:
        if self.text().strip() != self._shown:
            self._shown = self.text().strip()
            self.committed.emit(self._shown)


class Seconds(QDoubleSpinBox):
    """A number with its unit. `committed` carries it when the user is done with it and has changed it."""

    committed = Signal(float)

    def __init__(self, name: str, lowest: float, highest: float, unit: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(lowest, highest)
        self.setDecimals(0)
        self.setSuffix(f" {unit}")
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self._shown = 0.0
        self.editingFinished.connect(self._commit)

    def show_value(self, value: float) -> None:
        """Show a value, unless the user is at it."""
        if not (self.hasFocus() and self.value() != self._shown):
            self._shown = value
            self.setDecimals(0 if value == int(value) else 1)
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the number."""
        event.ignore()

    @Slot()
    def _commit(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.committed.emit(self._shown)


class Text(QPlainTextEdit):
    """A few lines of plain text; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * _LINES) + 14)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """Paste text only, as one line."""
        self.insertPlainText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the user is done with it."""
        super().focusOutEvent(event)
        self.left.emit()


def card(title: str, *parts: QWidget) -> QFrame:
    """A framed group of fields."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 11, 12, 13)
    layout.setSpacing(11)
    layout.addWidget(Words(title, "cardTitle", frame))
    for part in parts:
        layout.addWidget(part)
    return frame


def pair(*parts: QWidget) -> QWidget:
    """Fields side by side."""
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return both
