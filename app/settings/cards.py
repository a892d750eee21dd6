"""What pages are laid out with: cards of rows, buttons, trials."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Dot, Words
from app.form.lamp import Tone
from app.look.theme import LIGHT, Look
from app.settings.phrases import Flow
from models.trial import Trial, TrialState

_MOST_BESIDE = 0.45
"""What stands beside words takes at most this share of the width."""

_TONES = {TrialState.RUNNING: Tone.BUSY, TrialState.PASSED: Tone.GOOD, TrialState.FAILED: Tone.BAD}


class Card(QWidget):
    """A titled group: rows with lines between them, and what else stands in it."""

    def __init__(self, title: str, *parts: QWidget, about: str = "") -> None:
        super().__init__()
        self.title = title
        frame = QFrame()
        frame.setObjectName("card")
        self._inside = QVBoxLayout(frame)
        self._inside.setContentsMargins(0, 4, 0, 4)
        self._inside.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(1)
        head.addWidget(Words(title, "groupTitle"))
        if about:
            head.addWidget(Words(about, "small"))
        layout.addLayout(head)
        layout.addWidget(frame)
        self.setAccessibleName(title)
        for part in parts:
            self.add(part)

    def add(self, part: QWidget) -> None:
        """One more part below the others."""
        if self._inside.count():
            line = QFrame()
            line.setObjectName("rule")
            line.setFixedHeight(1)
            self._inside.addWidget(line)
        self._inside.addWidget(part)


class Beside(QWidget):
    """Words with a widget beside them, or below them where it would leave them too little room."""

    def __init__(self, words: QWidget, other: QWidget) -> None:
        super().__init__()
        self._other = other
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(words, 1)
        self._box.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put them beside or below one another."""
        super().resizeEvent(event)
        beside = self._other.sizeHint().width() <= event.size().width() * _MOST_BESIDE
        turn = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(turn)
        self._box.setSpacing(14 if beside else 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """It gives way."""
        return QSize(min(180, super().minimumSizeHint().width()), super().minimumSizeHint().height())


class Told(QWidget):
    """Words in a card, and buttons with them. `pressed` carries the key of a button."""

    pressed = Signal(str)

    def __init__(self, title: str, note: str, *buttons: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.note, self._note = title, note, Words(note, "small")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if title:
            column.addWidget(Words(title, "fieldTitle"))
        column.addWidget(self._note)
        if not note:
            self._note.hide()
        self.buttons: dict[str, QPushButton] = {}
        for key, text in buttons:
            button = self.buttons[key] = push(text)
            button.setProperty("key", key)
            button.clicked.connect(self._press)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.setSpacing(8)
        if len(buttons) == 1:
            layout.addWidget(Beside(words, next(iter(self.buttons.values()))))
        else:
            layout.addWidget(words)
        if len(buttons) > 1:
            holder = QWidget()
            line = Flow(holder, 8)
            for button in self.buttons.values():
                line.addWidget(button)
            layout.addWidget(holder)

    def tell(self, note: str) -> None:
        """Other words."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @Slot()
    def _press(self) -> None:
        if sender := self.sender():
            self.pressed.emit(str(sender.property("key")))


class TrialRow(QWidget):
    """A button that tries a part for real, and what came of it. `begun` carries the kind of trial."""

    begun = Signal(str)

    def __init__(self, kind: str, words: str, note: str) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kind, self.title, self.note = kind, words, note
        self._look, self._state = LIGHT, TrialState.PASSED
        self._button, self._dot = push(words), Dot()
        self._words, self._level = Words(note, "small"), Level()
        told_of = QWidget()
        side = QHBoxLayout(told_of)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self._dot)
        told = QVBoxLayout()
        side.addLayout(told, 1)
        told.setSpacing(5)
        told.addStretch(1)
        told.addWidget(self._words)
        told.addWidget(self._level)
        told.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.addWidget(Beside(told_of, self._button))
        self._dot.hide()
        self._level.hide()
        self._button.clicked.connect(self._begin)

    def show_trial(self, trial: Trial) -> None:
        """Show how far it is."""
        running = trial.state is TrialState.RUNNING
        self._state = trial.state
        self._dot.show()
        self._dot.show_tone(_TONES[trial.state], self._look)
        self._words.setObjectName({TrialState.FAILED: "wrong"}.get(trial.state, "plain"))
        self._words.setText(trial.text)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._level.setVisible(running and trial.kind == "hearing")
        self._level.show_level(trial.level, self._look)
        self._button.setEnabled(not running)
        self._button.setAccessibleDescription(trial.text)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self._dot.show_tone(_TONES[self._state], look)
        self._level.show_level(self._level.level, look)

    @Slot()
    def _begin(self) -> None:
        self.begun.emit(self.kind)


class Level(QWidget):
    """How loud the microphone is."""

    def __init__(self) -> None:
        super().__init__()
        self.level, self._look = 0.0, LIGHT
        self.setFixedHeight(8)
        self.setAccessibleName("")

    def show_level(self, level: float, look: Look) -> None:
        """From 0 to 1."""
        self.level, self._look = min(1.0, max(0.0, level)), look
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """A thin line."""
        return QSize(120, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.line))
            painter.drawRoundedRect(box, 3, 3)
            painter.setBrush(QColor(self._look.good))
            filled = QRectF(box.topLeft(), box.bottomRight() - QPointF(box.width() * (1 - self.level), 0))
            painter.drawRoundedRect(filled, 3, 3)


def push(words: str) -> QPushButton:
    """A button of a card."""
    button = QPushButton(words)
    button.setObjectName("button")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
