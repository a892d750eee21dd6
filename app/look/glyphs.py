"""Small drawn signs (microphone, arrow, star …) as icons in any colour, sharp at any scale."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from app.paths import asset

Draw = Callable[[QPainter, QColor], None]
"""Draws on a field of 24 × 24."""

FIELD = 24.0


class _Engine(QIconEngine):
    def __init__(self, draw: Draw, colour: str, disabled: str) -> None:
        super().__init__()
        self._draw, self._colour, self._disabled = draw, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw within a rectangle; by way of a picture, since a sign may cut holes."""
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        picture = self.pixmap(rect.size() * ratio, mode, state)
        painter.drawPixmap(rect, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Draw on a picture of its own."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(size.width() / FIELD, size.height() / FIELD)
            self._draw(painter, QColor(self._disabled if mode == QIcon.Mode.Disabled else self._colour))
        return picture

    def clone(self) -> QIconEngine:
        """Copy, as Qt asks for it."""
        return _Engine(self._draw, self._colour, self._disabled)


def icon(draw: Draw, colour: str, disabled: str = "#888888") -> QIcon:
    """An icon of a sign."""
    return QIcon(_Engine(draw, colour, disabled))


def vesper() -> QIcon:
    """The program's own icon, in every size that ships."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addFile(str(asset("icons", f"vesper-{size}.png")), QSize(size, size))
    return found


def microphone(painter: QPainter, colour: QColor) -> None:
    """A microphone: open."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(8.9, 3.2, 6.2, 11.2), 3.1, 3.1)
    _stroke(painter, colour)
    path = QPainterPath(QPointF(5.8, 11.2))
    path.cubicTo(QPointF(5.8, 20.2), QPointF(18.2, 20.2), QPointF(18.2, 11.2))
    painter.drawPath(path)
    painter.drawLine(QPointF(12, 18.2), QPointF(12, 21))


def microphone_off(painter: QPainter, colour: QColor) -> None:
    """A microphone, struck out: closed."""
    microphone(painter, colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    _stroke(painter, colour, 4.6)
    painter.drawLine(QPointF(5, 4), QPointF(19.4, 20.4))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _stroke(painter, colour)
    painter.drawLine(QPointF(4.4, 3.8), QPointF(19.6, 20.6))


def send(painter: QPainter, colour: QColor) -> None:
    """An arrow upwards: send."""
    _stroke(painter, colour, 2.3)
    painter.drawLine(QPointF(12, 18.6), QPointF(12, 6))
    painter.drawPolyline([QPointF(6.8, 11), QPointF(12, 5.6), QPointF(17.2, 11)])


def stop(painter: QPainter, colour: QColor) -> None:
    """A square: stop."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(6.8, 6.8, 10.4, 10.4), 2.4, 2.4)


def more(painter: QPainter, colour: QColor) -> None:
    """Three dots: more."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (5.6, 12.0, 18.4):
        painter.drawEllipse(QPointF(x, 12), 1.9, 1.9)


def cross(painter: QPainter, colour: QColor) -> None:
    """A cross: close."""
    _stroke(painter, colour, 1.9)
    painter.drawLine(QPointF(7.4, 7.4), QPointF(16.6, 16.6))
    painter.drawLine(QPointF(16.6, 7.4), QPointF(7.4, 16.6))


def star(painter: QPainter, colour: QColor) -> None:
    """Her star: five rounded points."""
    painter.setBrush(colour)
    painter.setPen(
        QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    points = [
        QPointF(12 + radius * math.sin(math.pi * i / 5), 12.6 - radius * math.cos(math.pi * i / 5))
        for i, radius in enumerate([9.0, 4.2] * 5)
    ]
    painter.drawPolygon(points)


def evening(painter: QPainter, colour: QColor) -> None:
    """Her emblem: a moon's crescent that holds the star."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    moon, bite = QPainterPath(), QPainterPath()
    moon.addEllipse(QPointF(11, 12.6), 8.6, 8.6)
    bite.addEllipse(QPointF(14.6, 10), 7.3, 7.3)
    painter.drawPath(moon - bite)
    painter.save()
    painter.translate(11.6, 4.2)
    painter.scale(0.42, 0.42)
    star(painter, colour)
    painter.restore()


def _stroke(painter: QPainter, colour: QColor, width: float = 1.9) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, style, cap, join))
