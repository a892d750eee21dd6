"""Small parts of the guide: the outcome of a trial, a meter of loudness, a button, a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.form.controls import Dot, Words
from app.form.lamp import Tone
from app.look.theme import LIGHT, Look
from app.words import translate
from models.trial import Trial, TrialState

_BARS = 24
_TONES = {TrialState.RUNNING: Tone.BUSY, TrialState.PASSED: Tone.GOOD, TrialState.FAILED: Tone.BAD}


def button(words: str, name: str = "button", about: str = "") -> QPushButton:
    """A button of the guide; `about` is what a screen reader says where the words alone are too little."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if about:
        made.setAccessibleName(about)
    return made


def card(*parts: QWidget) -> QFrame:
    """A framed group."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 14, 16, 15)
    layout.setSpacing(11)
    for part in parts:
        layout.addWidget(part)
    return frame


class Page(QScrollArea):
    """A step: scrolls up and down where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("page")
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(26, 4, 26, 18)
        self._layout.setSpacing(13)
        self.setWidget(content)

    def put(self, *parts: QWidget) -> None:
        """Lay parts out below one another."""
        for part in parts:
            self._layout.addWidget(part)
        self._layout.addStretch(1)


class Meter(QWidget):
    """How loud the microphone is, 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._look, self._level = LIGHT, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("guide", "Loudness of the microphone"))

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """A strip."""
        return QSize(200, 20)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def show_level(self, level: float) -> None:
        """Show it."""
        self._level = level
        self.setAccessibleDescription(f"{round(level * 100)} %")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Bars, lit up to the level; the loudest in gold."""
        gap, lit = 3.0, round(self._level * _BARS)
        width = (self.width() - gap * (_BARS - 1)) / _BARS
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for n in range(_BARS):
                on = self._look.gold if n > _BARS * 0.8 else self._look.good
                painter.setBrush(QColor(on if n < lit else self._look.line))
                height = self.height() * (1.0 if n < lit else 0.45)
                box = QRectF(n * (width + gap), (self.height() - height) / 2, width, height)
                painter.drawRoundedRect(box, 2.0, 2.0)


class Try(QWidget):
    """A button that tries something, and what came of it. `wanted` and `unwanted` are the user's clicks."""

    wanted = Signal()
    unwanted = Signal()

    def __init__(self, words: str, again: str, meter: Meter | None = None) -> None:
        super().__init__()
        self._words, self._again, self._running = words, again, False
        self.button = button(words, "primary")
        self._dot, self._text = Dot(), Words("", "outcome", self)
        self._meter, self._look = meter, LIGHT
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.button)
        if meter is not None:
            top.addWidget(meter, 1)
        else:
            top.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(top)
        layout.addLayout(told)
        self.button.clicked.connect(self._on_clicked)
        self.show_trial(None)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        if self._meter is not None:
            self._meter.set_look(look)

    def show_trial(self, trial: Trial | None) -> None:
        """Show how it stands; None: not tried yet."""
        self._running = trial is not None and trial.state is TrialState.RUNNING
        words = translate("guide", "Stop") if self._running else (self._again if trial else self._words)
        self.button.setText(words)
        self._dot.setVisible(trial is not None)
        self._text.setVisible(trial is not None)
        if self._meter is not None:
            self._meter.show_level(trial.level if trial and self._running else 0.0)
        if trial is not None:
            self._text.setText(trial.text)
            self._dot.show_tone(_TONES[trial.state], self._look)
            self.button.setAccessibleDescription(trial.text)

    @Slot()
    def _on_clicked(self) -> None:
        (self.unwanted if self._running else self.wanted).emit()
