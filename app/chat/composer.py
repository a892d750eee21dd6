"""The line to type in: Enter sends, Shift+Enter breaks the line, up and down recall what was sent before."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from app.look import glyphs
from app.look.theme import Look
from app.words import translate

RECALLED = 100
MOST_LINES = 6
LONGEST = 4_000
"""Characters of one message; more is cut, as no model here could take it in."""


class Composer(QFrame):
    """`sent` carries the text; `stop_requested` when the button is a stop button and is pressed."""

    sent = Signal(str)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._look: Look | None = None
        self._busy = False
        self._edit = _Edit(self)
        self._button = QToolButton(self)
        self._button.setObjectName("send")
        self._button.setIconSize(QSize(20, 20))
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        field = QVBoxLayout()
        field.setContentsMargins(0, 5, 0, 5)
        field.addStretch(1)
        field.addWidget(self._edit)
        field.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(17, 5, 5, 5)
        layout.setSpacing(6)
        layout.addLayout(field, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        self._edit.entered.connect(self._send)
        self._edit.focused.connect(self._mark)
        self._edit.textChanged.connect(self._refresh)
        self._button.clicked.connect(self._press)
        self.setFocusProxy(self._edit)
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self._edit.set_hint_colour(look.faint)
        self._refresh()

    def set_name(self, name: str) -> None:
        """Whom the line is for."""
        self._edit.setPlaceholderText(translate("chat", "Write to {name}…").format(name=name))
        self._edit.setAccessibleName(translate("chat", "Message to {name}").format(name=name))

    def set_busy(self, *, busy: bool) -> None:
        """Whether she is answering: the button stops her while nothing is typed."""
        self._busy = busy
        self._refresh()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._edit.toPlainText()

    @Slot()
    def _send(self) -> None:
        text = self.text.strip()[:LONGEST]
        if text:
            self._edit.take()
            self.sent.emit(text)

    @Slot()
    def _press(self) -> None:
        if self._stops:
            self.stop_requested.emit()
        else:
            self._send()
        self._edit.setFocus()

    @property
    def _stops(self) -> bool:
        return self._busy and not self.text.strip()

    @Slot(bool)
    def _mark(self, focused: bool) -> None:  # noqa: FBT001  # a slot
        self.setProperty("focused", focused)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _refresh(self) -> None:
        words = translate("chat", "Stop her") if self._stops else translate("chat", "Send")
        self._button.setToolTip(words)
        self._button.setAccessibleName(words)
        self._button.setEnabled(self._stops or bool(self.text.strip()))
        if self._look:
            sign = glyphs.stop if self._stops else glyphs.send
            self._button.setIcon(glyphs.icon(sign, self._look.yours_text, self._look.faint))


class _Edit(QPlainTextEdit):
    """A text field that grows with its text, up to `MOST_LINES`."""

    entered = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._past: list[str] = []
        self._at = 0
        self._draft = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._grow)
        self._grow()

    def set_hint_colour(self, colour: str) -> None:
        """The placeholder's colour."""
        palette = self.palette()
        palette.setColor(palette.ColorRole.PlaceholderText, colour)
        self.setPalette(palette)

    def take(self) -> None:
        """Empty the field; what was in it can be recalled."""
        text = self.toPlainText().strip()
        if not self._past or self._past[-1] != text:
            self._past = [*self._past, text][-RECALLED:]
        self._at, self._draft = len(self._past), ""
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter sends; the arrows leave the text for the past at its first and last line."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        cursor = self.textCursor()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and plain and not self._moves(cursor, QTextCursor.MoveOperation.Up):
            self._recall(-1)
        elif (
            event.key() == Qt.Key.Key_Down
            and plain
            and not self._moves(cursor, QTextCursor.MoveOperation.Down)
        ):
            self._recall(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit(self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focused.emit(self.hasFocus())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """Paste text only."""
        self.insertPlainText(source.text()[:LONGEST])

    def resizeEvent(self, event: object) -> None:  # noqa: N802  # Qt's name
        """Wrapping may change the number of lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # QResizeEvent, handed through
        self._grow()

    @staticmethod
    def _moves(cursor: QTextCursor, way: QTextCursor.MoveOperation) -> bool:
        return QTextCursor(cursor).movePosition(way)

    def _recall(self, by: int) -> None:
        if not 0 <= self._at + by <= len(self._past):
            return
        if self._at == len(self._past):
            self._draft = self.toPlainText()
        self._at += by
        self.setPlainText(self._past[self._at] if self._at < len(self._past) else self._draft)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _grow(self) -> None:
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if lines == MOST_LINES else never)
