"""Meters of microphone and loudspeaker, how long her last answer took, and what her programs take."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.form.controls import Words
from app.look import theme
from app.look.theme import LIGHT, Look
from app.mood import wording
from app.mood.values import Levels, PanelState
from app.words import translate
from models.latency import Stages

_METER_MS = 66
_QUIETEST_DB = -60.0
_FALL = 0.82
_SPEECH = 0.5
_MOVED = 0.004
_MB_OF_A_GB = 1024.0
_TIE = "\N{NO-BREAK SPACE}"
"""Keeps a number and its unit on one line."""


class Sounds(QWidget):
    """Shows latency and footprint of a `PanelState`; `levels` is asked for what sounds, only while it can be seen."""

    def __init__(self, levels: Callable[[], Levels], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels = levels
        self._microphone, self._loudspeaker = _Meter(self), _Meter(self)
        self._stages, self._words = _StageBar(self), Words("", "small", self)
        self._programs = Words("", "small", self)
        self._timer = QTimer(self)
        self._timer.setInterval(_METER_MS)
        self._timer.timeout.connect(self._measure)
        self._arrange()

    def _arrange(self) -> None:
        meters = QGridLayout()
        meters.setContentsMargins(0, 0, 0, 0)
        meters.setHorizontalSpacing(10)
        meters.setVerticalSpacing(5)
        meters.setColumnStretch(1, 1)
        for row, (part, meter) in enumerate(
            (("microphone", self._microphone), ("loudspeaker", self._loudspeaker))
        ):
            words = wording.part(part)
            label = Words(words, "small", self)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            meter.setAccessibleName(translate("panel", "Level: {part}").format(part=words))
            meters.addWidget(label, row, 0)
            meters.addWidget(meter, row, 1, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Words(translate("panel", "Sound and speed"), "cardTitle", self))
        layout.addLayout(meters)
        layout.addWidget(self._stages)
        layout.addWidget(self._words)
        layout.addWidget(self._programs)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for part in (self._microphone, self._loudspeaker, self._stages):
            part.set_look(look)

    def show_state(self, state: PanelState) -> None:
        """Show how long her last answer took, and what she takes."""
        self._stages.show_stages(state.latency)
        self._stages.setVisible(state.latency is not None)
        self._words.setText(_answer(state.latency))
        self._programs.setText(_footprint(state))
        self._programs.setVisible(bool(state.programs))

    @property
    def measuring(self) -> bool:
        """Whether the meters move."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Move while somebody looks."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stand still."""
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def _measure(self) -> None:
        levels = self._levels()
        self._microphone.show_level(levels.microphone, strong=levels.voice >= _SPEECH)
        self._loudspeaker.show_level(levels.loudspeaker, strong=levels.loudspeaker > 0.0)


def _answer(latency: Stages | None) -> str:
    if latency is None:
        return translate("panel", "How long her answers take shows here after the first one.")
    parts = " · ".join(f"{name}{_TIE}{_seconds(seconds)}" for name, seconds in wording.stages(latency))
    total = translate("panel", "Last answer: {total} to the first sound").format(
        total=_seconds(latency.total_s)
    )
    return f"{total}\n{parts}"


def _footprint(state: PanelState) -> str:
    memory = sum(program.memory_mb for program in state.programs)
    core = sum(program.core_pct for program in state.programs)
    total = translate("panel", "She takes {memory} of memory and {core} of a core").format(
        memory=_memory(memory), core=f"{core:.0f}{_TIE}%"
    )
    each = " · ".join(
        f"{wording.program(program.name)}{_TIE}{_memory(program.memory_mb)},{_TIE}{program.core_pct:.0f}{_TIE}%"
        for program in state.programs
    )
    return f"{total}\n{each}" if len(state.programs) > 1 else total


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}{_TIE}ms" if seconds < 1.0 else f"{seconds:.1f}{_TIE}s"


def _memory(megabytes: float) -> str:
    if megabytes < _MB_OF_A_GB:
        return f"{megabytes:.0f}{_TIE}MB"
    return f"{megabytes / _MB_OF_A_GB:.1f}{_TIE}GB"


class _Meter(QWidget):
    """A bar from silence to full, in decibels; it jumps up and falls slowly."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(10)
        self.setMinimumWidth(60)
        self._look, self._share, self._strong = LIGHT, 0.0, False

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def show_level(self, rms: float, *, strong: bool) -> None:
        """Show a loudness, RMS 0..1; `strong`: it is a voice."""
        decibels = 20.0 * math.log10(max(rms, 1e-6))
        level = max(0.0, min(1.0, 1.0 - decibels / _QUIETEST_DB))
        share = max(level, self._share * _FALL)
        share = 0.0 if share < _MOVED else share
        if abs(share - self._share) > _MOVED or strong is not self._strong:
            self._share, self._strong = share, strong
            self.setAccessibleDescription(f"{share * 100:.0f} %")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the bar."""
        look, box = self._look, QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        clip = QPainterPath()
        clip.addRoundedRect(box, box.height() / 2, box.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(clip, QColor(theme.mix(look.surface, look.line, 0.8)))
            painter.setClipPath(clip)
            ink = look.good if self._strong else look.faint
            painter.fillRect(QRectF(box.x(), box.y(), box.width() * self._share, box.height()), QColor(ink))


class _StageBar(QWidget):
    """The stages of an answer, side by side, as long as they took; a gap parts them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(12)
        self._look = LIGHT
        self._latency: Stages | None = None
        self.setAccessibleName(translate("panel", "Stages of her last answer"))

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As wide as there is room."""
        return QSize(200, 12)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def show_stages(self, latency: Stages | None) -> None:
        """Show an answer."""
        self._latency = latency
        if latency is not None:
            words = (f"{name} {_seconds(seconds)}" for name, seconds in wording.stages(latency))
            self.setAccessibleDescription(", ".join(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the stages."""
        if self._latency is None:
            return
        look, stages = self._look, wording.stages(self._latency)
        inks = (look.star, look.info, look.rose, look.good)[-len(stages) :]
        room, x = self.width() - 2.0 * (len(stages) - 1), 0.0
        total = max(self._latency.total_s, 1e-3)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for (_, seconds), ink in zip(stages, inks, strict=True):
                width = max(3.0, room * seconds / total)
                painter.setBrush(QColor(ink))
                painter.drawRoundedRect(QRectF(x, 1, width, 10), 3, 3)
                x += width + 2.0
