"""Signs of the settings window, beside those of `app.look.glyphs` and `app.look.signs`."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def face(painter: QPainter, colour: QColor) -> None:
    """Her head with a fox's ears: the character."""
    _stroke(painter, colour)
    path = QPainterPath(QPointF(5, 11))
    path.lineTo(QPointF(5, 4.2))
    path.lineTo(QPointF(9.2, 7))
    path.quadTo(QPointF(12, 6.2), QPointF(14.8, 7))
    path.lineTo(QPointF(19, 4.2))
    path.lineTo(QPointF(19, 11))
    path.cubicTo(QPointF(20, 17.4), QPointF(16, 20), QPointF(12, 20))
    path.cubicTo(QPointF(8, 20), QPointF(4, 17.4), QPointF(5, 11))
    painter.drawPath(path)
    _fill(painter, colour)
    painter.drawEllipse(QPointF(9.2, 12.8), 1.2, 1.5)
    painter.drawEllipse(QPointF(14.8, 12.8), 1.2, 1.5)


def masks(painter: QPainter, colour: QColor) -> None:
    """A sheet with a star on another: personalities."""
    _stroke(painter, colour)
    painter.drawRoundedRect(QRectF(3.8, 7.4, 12.4, 12.8), 2.8, 2.8)
    path = QPainterPath(QPointF(8, 4))
    path.lineTo(QPointF(17.2, 4))
    path.quadTo(QPointF(20, 4), QPointF(20, 6.8))
    path.lineTo(QPointF(20, 16.4))
    painter.drawPath(path)
    _fill(painter, colour)
    painter.drawPolygon(
        [
            QPointF(10 + r * math.sin(math.pi * i / 5), 14 - r * math.cos(math.pi * i / 5))
            for i, r in enumerate([3.8, 1.7] * 5)
        ]
    )


def speaker(painter: QPainter, colour: QColor) -> None:
    """A loudspeaker with waves: her voice."""
    _fill(painter, colour)
    painter.drawPolygon(
        [QPointF(3.6, 9.2), QPointF(7, 9.2), QPointF(11.6, 5), QPointF(11.6, 19), QPointF(7, 14.8), QPointF(3.6, 14.8)]
    )  # fmt: skip
    _stroke(painter, colour)
    for size in (4.0, 8.0):
        painter.drawArc(
            QRectF(12 - size, 12 - size, 2 * size, 2 * size).translated(1.6, 0), -45 * 16, 90 * 16
        )


def thought(painter: QPainter, colour: QColor) -> None:
    """A cloud of thought: her mind."""
    _stroke(painter, colour)
    path = QPainterPath()
    for x, y, r in ((8.4, 10.6, 4.4), (13.6, 8.6, 4.8), (16.4, 12.4, 3.8), (11, 13, 3.8)):
        cloud = QPainterPath()
        cloud.addEllipse(QPointF(x, y), r, r)
        path = path.united(cloud)
    painter.drawPath(path)
    _fill(painter, colour)
    painter.drawEllipse(QPointF(7.4, 18.4), 1.6, 1.6)
    painter.drawEllipse(QPointF(4.6, 20.8), 1.0, 1.0)


def broadcast(painter: QPainter, colour: QColor) -> None:
    """A mast that sends: the stream."""
    _fill(painter, colour)
    painter.drawEllipse(QPointF(12, 12), 2.2, 2.2)
    _stroke(painter, colour)
    for size in (5.4, 9.0):
        box = QRectF(12 - size, 12 - size, 2 * size, 2 * size)
        painter.drawArc(box, -48 * 16, 96 * 16)
        painter.drawArc(box, 132 * 16, 96 * 16)


def window(painter: QPainter, colour: QColor) -> None:
    """A window."""
    _stroke(painter, colour)
    painter.drawRoundedRect(QRectF(3.6, 5, 16.8, 14), 2.8, 2.8)
    painter.drawLine(QPointF(3.6, 9.2), QPointF(20.4, 9.2))
    _fill(painter, colour)
    painter.drawEllipse(QPointF(6.4, 7.1), 0.8, 0.8)
    painter.drawEllipse(QPointF(9, 7.1), 0.8, 0.8)


def keyboard(painter: QPainter, colour: QColor) -> None:
    """A keyboard: hotkeys."""
    _stroke(painter, colour)
    painter.drawRoundedRect(QRectF(2.8, 6.4, 18.4, 11.2), 2.4, 2.4)
    _fill(painter, colour)
    for x in (6.2, 10.1, 13.9, 17.8):
        painter.drawEllipse(QPointF(x, 9.9), 0.95, 0.95)
    painter.drawRoundedRect(QRectF(7.6, 13.2, 8.8, 1.8), 0.9, 0.9)


def engine(painter: QPainter, colour: QColor) -> None:
    """A chip: engines."""
    _stroke(painter, colour, 1.7)
    painter.drawRoundedRect(QRectF(6.4, 6.4, 11.2, 11.2), 2.2, 2.2)
    for at in (9.2, 12.0, 14.8):
        painter.drawLine(QPointF(at, 3.4), QPointF(at, 6.2))
        painter.drawLine(QPointF(at, 17.8), QPointF(at, 20.6))
        painter.drawLine(QPointF(3.4, at), QPointF(6.2, at))
        painter.drawLine(QPointF(17.8, at), QPointF(20.6, at))
    _fill(painter, colour)
    painter.drawRoundedRect(QRectF(9.8, 9.8, 4.4, 4.4), 1, 1)


def key(painter: QPainter, colour: QColor) -> None:
    """A key: credentials."""
    _stroke(painter, colour)
    painter.drawEllipse(QPointF(8, 15.6), 4.2, 4.2)
    painter.drawLine(QPointF(11, 12.6), QPointF(19.4, 4.4))
    painter.drawLine(QPointF(16, 7.8), QPointF(18.6, 10.4))


def sliders(painter: QPainter, colour: QColor) -> None:
    """Three sliders: what is general."""
    _stroke(painter, colour)
    for y, at in ((6.4, 15.0), (12.0, 8.6), (17.6, 13.4)):
        painter.drawLine(QPointF(3.6, y), QPointF(at - 2.4, y))
        painter.drawLine(QPointF(at + 2.4, y), QPointF(20.4, y))
        painter.drawEllipse(QPointF(at, y), 2.2, 2.2)


def search(painter: QPainter, colour: QColor) -> None:
    """A magnifying glass."""
    _stroke(painter, colour)
    painter.drawEllipse(QPointF(10.4, 10.4), 5.6, 5.6)
    painter.drawLine(QPointF(14.8, 14.8), QPointF(19.6, 19.6))


def undo(painter: QPainter, colour: QColor) -> None:
    """An arrow back: the default again."""
    _stroke(painter, colour, 2.1)
    painter.drawPolyline([QPointF(9, 4.6), QPointF(5, 8.6), QPointF(9, 12.6)])
    path = QPainterPath(QPointF(5.4, 8.6))
    path.lineTo(QPointF(13.6, 8.6))
    path.cubicTo(QPointF(20.6, 8.6), QPointF(20.6, 18.6), QPointF(13.6, 18.6))
    path.lineTo(QPointF(9, 18.6))
    painter.drawPath(path)


def again(painter: QPainter, colour: QColor) -> None:
    """A round arrow: look again."""
    _stroke(painter, colour, 2.1)
    painter.drawArc(QRectF(5, 5, 14, 14), 40 * 16, 290 * 16)
    painter.drawPolyline([QPointF(18.6, 3.6), QPointF(18.2, 8.2), QPointF(13.6, 7.8)])


def folder(painter: QPainter, colour: QColor) -> None:
    """A folder."""
    _stroke(painter, colour)
    path = QPainterPath(QPointF(3.8, 17.8))
    path.lineTo(QPointF(3.8, 6.2))
    path.lineTo(QPointF(9.4, 6.2))
    path.lineTo(QPointF(11.4, 8.6))
    path.lineTo(QPointF(20.2, 8.6))
    path.lineTo(QPointF(20.2, 18.2))
    path.lineTo(QPointF(3.8, 18.2))
    painter.drawPath(path)


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _stroke(painter: QPainter, colour: QColor, width: float = 1.8) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, style, cap, join))
