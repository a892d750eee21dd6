"""The signs that only the mood panel has. See `app.look.glyphs`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def quiet(painter: QPainter, colour: QColor) -> None:
    """A ring with a bar: do not disturb."""
    _stroke(painter, colour, 2.0)
    painter.drawEllipse(QPointF(12, 12), 8.4, 8.4)
    _stroke(painter, colour, 2.6)
    painter.drawLine(QPointF(8.2, 12), QPointF(15.8, 12))


def through(painter: QPainter, colour: QColor) -> None:
    """A pointer over a dotted frame: clicks go through."""
    _stroke(painter, colour, 1.8)
    pen = painter.pen()
    pen.setDashPattern([1.6, 2.2])
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(3.4, 3.4, 14.6, 14.6), 3.4, 3.4)
    path = QPainterPath(QPointF(10.4, 9.6))
    for x, y in ((21.4, 13.9), (16.7, 15.9), (14.6, 20.8)):
        path.lineTo(QPointF(x, y))
    path.closeSubpath()
    painter.setPen(
        QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(colour)
    painter.drawPath(path)


def pin(painter: QPainter, colour: QColor) -> None:
    """A pin: keep the panel open."""
    _stroke(painter, colour, 1.9)
    painter.drawLine(QPointF(12, 14.4), QPointF(12, 20.8))
    painter.drawLine(QPointF(6.4, 14.4), QPointF(17.6, 14.4))
    painter.drawPolyline(
        [QPointF(8.2, 14.2), QPointF(9.2, 9.6), QPointF(8.4, 3.8), QPointF(15.6, 3.8), QPointF(14.8, 9.6),
         QPointF(15.8, 14.2)]
    )  # fmt: skip


def again(painter: QPainter, colour: QColor) -> None:
    """A turning arrow: restart."""
    _stroke(painter, colour, 2.1)
    painter.drawArc(QRectF(5, 5, 14, 14), 50 * 16, 285 * 16)
    painter.drawPolyline([QPointF(17.4, 2.8), QPointF(17.0, 7.2), QPointF(12.7, 6.6)])


def mask(painter: QPainter, colour: QColor) -> None:
    """A face: she made one."""
    _stroke(painter, colour, 1.9)
    painter.drawEllipse(QPointF(12, 12), 8.4, 8.4)
    painter.drawArc(QRectF(8, 8.6, 8, 8), 200 * 16, 140 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (9.0, 15.0):
        painter.drawEllipse(QPointF(x, 10), 1.4, 1.6)


def hand(painter: QPainter, colour: QColor) -> None:
    """Rings around a point: a touch."""
    _stroke(painter, colour, 1.9)
    painter.drawEllipse(QPointF(12, 12), 8.2, 8.2)
    painter.drawEllipse(QPointF(12, 12), 4.6, 4.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(12, 12), 1.7, 1.7)


def cog(painter: QPainter, colour: QColor) -> None:
    """A wheel with six teeth: a part of hers."""
    _stroke(painter, colour, 2.0)
    painter.drawEllipse(QPointF(12, 12), 5.4, 5.4)
    for tooth in range(6):
        painter.save()
        painter.translate(12, 12)
        painter.rotate(60.0 * tooth)
        painter.drawLine(QPointF(0, -6.4), QPointF(0, -9.0))
        painter.restore()


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, style, cap, join))
