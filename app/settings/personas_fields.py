"""The fields a personality is written in: each gives and shows the value of one entry of its file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.form.controls import Picker
from app.form.fields import Field
from app.words import translate


class Entry(QWidget):
    """A titled field; `path` is its place in the file ("voice.blend"). An `optional` one may be left out."""

    edited = Signal()

    def __init__(self, path: str, title: str, note: str, editor: QWidget, *, optional: bool = False) -> None:
        super().__init__()
        self.path, self.title, self.optional = path, title, optional
        self._field = Field(title, editor, note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        layout.addStretch(1)
        self.setFocusProxy(editor)

    def value(self) -> object:
        """As the file has it; None to leave it out."""
        return None

    def show_value(self, value: object) -> None:
        """Show what the file has; None where it has nothing."""

    def show_problem(self, problem: str, _below: tuple[str, ...] = ()) -> None:
        """Say what is wrong with it, or with what is `below` it."""
        self._field.show_problem(problem)


class LineEntry(Entry):
    """One line."""

    def __init__(self, path: str, title: str, note: str, longest: int, *, optional: bool = False) -> None:
        self._line = QLineEdit()
        super().__init__(path, title, note, self._line, optional=optional)
        self._line.setMaxLength(longest)
        self._line.textChanged.connect(self.edited)

    def value(self) -> object:
        """The text."""
        text = self._line.text().strip()
        return None if self.optional and not text else text

    def show_value(self, value: object) -> None:
        """The text."""
        self._line.setText(str(value or ""))
        self._line.setCursorPosition(0)


class TextEntry(Entry):
    """Several lines; `listed`: each of them is an item."""

    def __init__(  # what a field of several lines needs
        self, path: str, title: str, note: str, lines: float, *, listed: bool = False, optional: bool = False
    ) -> None:
        self._text, self._listed = Sheet(lines), listed
        super().__init__(path, title, note, self._text, optional=optional)
        self._text.textChanged.connect(self.edited)

    def value(self) -> object:
        """The text, or its lines."""
        text = self._text.toPlainText().strip()
        if self._listed:
            return [line.strip() for line in text.splitlines() if line.strip()]
        return None if self.optional and not text else text

    def show_value(self, value: object) -> None:
        """The text, or its lines."""
        text = "\n".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "")
        self._text.setPlainText(text.strip())

    def show_problem(self, problem: str, below: tuple[str, ...] = ()) -> None:
        """With the number of the line it is about."""
        if problem and below and below[0].isdecimal():
            problem = f"{translate('settings', 'Line {n}').format(n=int(below[0]) + 1)}: {problem}"
        super().show_problem(problem)


class PickEntry(Entry):
    """One of several (value, title); the empty value leaves it out."""

    def __init__(self, path: str, title: str, note: str, choices: tuple[tuple[str, str], ...]) -> None:
        self._picker, self._choices = Picker(title), choices
        super().__init__(path, title, note, self._picker, optional=any(not value for value, _ in choices))
        self._picker.offer(choices, choices[0][0])
        self._picker.currentIndexChanged.connect(self.edited)

    def value(self) -> object:
        """The chosen one."""
        return self._picker.value or None

    def show_value(self, value: object) -> None:
        """The chosen one."""
        self._picker.offer(self._choices, str(value) if value else self._choices[0][0])


class NumberEntry(Entry):
    """A number with two places, or a whole one."""

    def __init__(  # noqa: PLR0913  # what a number needs
        self, path: str, title: str, note: str, low: float, high: float, *, usual: float, whole: bool = False
    ) -> None:
        self._spin, self._usual, self._whole = _Spin(), usual, whole
        super().__init__(path, title, note, self._spin)
        self._spin.setRange(low, high)
        self._spin.setDecimals(0 if whole else 2)
        self._spin.setSingleStep(5 if whole else 0.05)
        self._spin.setValue(usual)
        self._spin.valueChanged.connect(self.edited)

    def value(self) -> object:
        """The number."""
        number = self._spin.value()
        return int(number) if self._whole else round(number, 2)

    def show_value(self, value: object) -> None:
        """The number."""
        self._spin.setValue(float(value) if isinstance(value, (int, float)) else self._usual)


class Sheet(QPlainTextEdit):
    """So many lines of plain text; Tab leaves it."""

    def __init__(self, lines: float) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines) + 16)


class _Spin(QDoubleSpinBox):
    """A number that turns no wheel by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(60)
        self.lineEdit().setTextMargins(8, 0, 8, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the number."""
        event.ignore()
