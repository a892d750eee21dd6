"""Her face as it is now, in a circle: one picture for each expression, a short fade from one to the next."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import LIGHT, Look
from app.mood.values import Doing
from app.paths import asset

SIDE = 84
_FADE_MS = 180
_FAINT = 0.45
_DOT = 8.0


@cache
def _picture(expression: str) -> QImage:
    """The face of an expression; that of rest for one that has none."""
    picture = QImage(str(asset("icons", "faces", f"{expression}.png")))
    return picture if expression == "idle" or not picture.isNull() else _picture("idle")


class Face(QWidget):
    """Draws an expression, and a dot for what she does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIDE, SIDE)
        self._look, self._doing = LIGHT, Doing.IDLE
        self._before, self._now = "idle", "idle"
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._on_fade)
        self._share = 1.0

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def show_face(self, expression: str, doing: Doing, words: str, *, calm: bool) -> None:
        """Show a face and what she does; `calm`: at once."""
        self._doing = doing
        self.setAccessibleName(words)
        self.setToolTip(words)
        if expression != self._now:
            self._before, self._now, self._share = self._now, expression, 1.0
            if self.isVisible() and not calm:
                self._fade.start()
        self.update()

    @property
    def expression(self) -> str:
        """The face that is shown, or about to be."""
        return self._now

    @Slot(object)
    def _on_fade(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw night, face and dot."""
        look, box = self._look, QRectF(1, 1, SIDE - 2, SIDE - 2)
        night = QLinearGradient(box.topLeft(), box.bottomRight())
        night.setColorAt(0.0, QColor("#2a1d5e"))
        night.setColorAt(1.0, QColor("#5a5fd0"))
        clip = QPainterPath()
        clip.addEllipse(box)
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(night)
            painter.drawEllipse(box)
            painter.save()
            painter.setClipPath(clip)
            there = _FAINT if self._doing in {Doing.OFFLINE, Doing.ASLEEP} else 1.0
            for expression, share in ((self._before, 1.0 - self._share), (self._now, self._share)):
                if share > 0.0:
                    painter.setOpacity(share * there)
                    painter.drawImage(box, _picture(expression))
            painter.restore()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(look.line))
            painter.drawEllipse(box)
            middle = QPointF(SIDE - 12.0, SIDE - 12.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.sky_top))
            painter.drawEllipse(middle, _DOT + 3, _DOT + 3)
            painter.setBrush(QColor(_dot(self._doing, look)))
            painter.drawEllipse(middle, _DOT, _DOT)


def _dot(doing: Doing, look: Look) -> str:
    return {
        Doing.IDLE: look.good,
        Doing.LISTENING: look.star,
        Doing.THINKING: look.info,
        Doing.SPEAKING: look.rose,
        Doing.PANIC: look.rose,
    }.get(doing, look.faint)
