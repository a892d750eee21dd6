"""What every editor of a setting is, and the plain ones: switch, choice, line, several lines, secret."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Picker, Switch
from app.form.fields import Line
from app.look import glyphs
from app.look.theme import Look
from app.settings import signs
from app.settings.values import Choice, FieldSpec
from app.words import translate

WIDTH = 236
"""Editors beside their words are so wide."""


class Editor(QWidget):
    """Edits one value. `edited` carries a new one that the user means; `below`: it needs the whole width.

    `asked` carries what it needs from outside: "devices" to look for them anew, "credentials" to turn to their page,
    "keys" while it waits for keys, which nobody else may then take, and "no keys" when it does not any more.
    """

    below: ClassVar[bool] = False

    edited = Signal(object)
    asked = Signal(str)

    def __init__(self, spec: FieldSpec, *, upright: bool = False) -> None:
        super().__init__()
        self.spec = spec
        self._main: QWidget | None = None
        self._box: QBoxLayout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_value(self, value: object) -> None:
        """Show a value, unless the user is at it."""
        raise NotImplementedError

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """What there is to choose from now."""

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""

    def take_focus(self) -> None:
        """Have the keyboard where the value is."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self, note: str) -> None:
        """Tell a screen reader what is to be known of it."""
        for part in self._parts():
            part.setAccessibleDescription(note)

    def mark(self, *, wrong: bool) -> None:
        """Show whether what stands in it was refused."""
        for part in self._parts():
            part.setProperty("wrong", wrong)
            part.style().unpolish(part)
            part.style().polish(part)

    def _add(self, part: QWidget, stretch: int = 0) -> None:
        if not part.accessibleName():
            part.setAccessibleName(self.spec.title)
        if self._main is None:
            self._main = part
        self._box.addWidget(part, stretch)

    def _parts(self) -> tuple[QWidget, ...]:
        return (self._main,) if self._main is not None else ()


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._switch = Switch(spec.title)
        self._box.addStretch(1)
        self._add(self._switch)
        self._switch.clicked.connect(self._turn)

    def show_value(self, value: object) -> None:
        """Show it."""
        self._switch.setChecked(bool(value))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._switch.set_look(look)

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.edited.emit(on)


class ChoiceEditor(Editor):
    """One of several; `renewable`: a button beside it has them looked for again."""

    def __init__(self, spec: FieldSpec, *, renewable: bool = False) -> None:
        super().__init__(spec)
        self._picker = Picker(spec.title)
        self._choices, self._value = spec.choices, str(spec.default or "")
        self._again: QToolButton | None = None
        self._add(self._picker, 1)
        if renewable:
            self._again = tool(translate("settings", "Look for devices again"))
            self._again.clicked.connect(self._ask)
            self._add(self._again)
        self._picker.activated.connect(self._choose)
        self.show_value(self._value)

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Offer these from now on."""
        self._choices = choices or self.spec.choices
        self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show it."""
        self._value = str(value)
        offered = tuple((choice.value, choice.title) for choice in self._choices)
        if not self._picker.view().isVisible():
            self._picker.offer(offered, self._value)
            for row, choice in enumerate(self._choices):
                self._picker.setItemData(row, choice.note, Qt.ItemDataRole.ToolTipRole)
        note = next((choice.note for choice in self._choices if choice.value == self._value), "")
        self._picker.setToolTip(note)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._picker.set_look(look)
        if self._again is not None:
            self._again.setIcon(glyphs.icon(signs.again, look.faint))

    @Slot()
    def _choose(self) -> None:
        if self._picker.value != self._value:
            self._value = self._picker.value
            self.edited.emit(self._value)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit("devices")


class TextEditor(Editor):
    """A line; told on Enter and when it is left. `files`: a button beside it chooses a file of these kinds."""

    def __init__(self, spec: FieldSpec, *, files: str = "") -> None:
        super().__init__(spec)
        self._line = Line(spec.title, spec.longest)
        self._line.setPlaceholderText(spec.hint)
        self._files = files
        self._add(self._line, 1)
        self._line.committed.connect(self._take)
        self._browse: QToolButton | None = None
        if files:
            self._browse = tool(translate("settings", "Choose a file"))
            self._browse.clicked.connect(self._choose_file)
            self._add(self._browse)

    def show_value(self, value: object) -> None:
        """Show it, unless the user types."""
        self._line.show_value(str(value))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        if self._browse is not None:
            self._browse.setIcon(glyphs.icon(signs.folder, look.faint))

    @Slot(str)
    def _take(self, text: str) -> None:
        self.edited.emit(text)

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.spec.title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._files)
        dialog.fileSelected.connect(self._take)
        dialog.open()


class LinesEditor(Editor):
    """Several lines; told when they are left."""

    below = True

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._shown = ""
        self._edit = _Lines()
        self._edit.setPlaceholderText(spec.hint)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * 4 + 18)
        self._add(self._edit)
        self._edit.left.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Show it, unless the user types."""
        if not self._edit.hasFocus() and str(value) != self._edit.toPlainText():
            self._edit.setPlainText(str(value))
        self._shown = str(value)

    @Slot()
    def _tell(self) -> None:
        text = self._edit.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


class SecretEditor(Editor):
    """A secret lives on a page of its own; a button leads there."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        button = QPushButton(translate("settings", "Credentials…"))
        button.setObjectName("button")
        button.setAccessibleName(f"{spec.title}: {button.text()}")
        self._box.addStretch(1)
        self._add(button)
        button.clicked.connect(self._ask)

    def show_value(self, value: object) -> None:
        """It is never shown."""

    @Slot()
    def _ask(self) -> None:
        self.asked.emit("credentials")


class _Lines(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        super().focusOutEvent(event)
        self.left.emit()


def tool(words: str) -> QToolButton:
    """A small round button that shows a sign alone."""
    button = QToolButton()
    button.setObjectName("small_tool")
    button.setIconSize(QSize(16, 16))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
