"""Signs of windows: one for each kind of happening, and those on buttons. See `app.look.glyphs`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.look import glyphs
from app.look.glyphs import Draw
from app.look.theme import Look
from models.stream.happening import StreamKind


def bubble(painter: QPainter, colour: QColor) -> None:
    """A speech bubble: chat."""
    _fill(painter, colour)
    path, tail = QPainterPath(), QPainterPath(QPointF(7, 14))
    path.addRoundedRect(QRectF(3.4, 4.6, 17.2, 12.2), 5, 5)
    tail.lineTo(QPointF(6.4, 20.6))
    tail.lineTo(QPointF(13, 15.6))
    tail.closeSubpath()
    painter.drawPath(path.united(tail))


def heart(painter: QPainter, colour: QColor) -> None:
    """A heart: a follower."""
    _fill(painter, colour)
    path = QPainterPath(QPointF(12, 20.4))
    path.cubicTo(QPointF(-1.6, 11.6), QPointF(5.6, 0.6), QPointF(12, 7.6))
    path.cubicTo(QPointF(18.4, 0.6), QPointF(25.6, 11.6), QPointF(12, 20.4))
    painter.drawPath(path)


def crowd(painter: QPainter, colour: QColor) -> None:
    """Three heads: a raid."""
    _fill(painter, colour)
    for x, y, size in ((5.6, 9.4, 2.3), (18.4, 9.4, 2.3), (12, 7.0, 3.2)):
        painter.drawEllipse(QPointF(x, y), size, size)
        width = size * 1.75
        body = QPainterPath(QPointF(x - width, 19.2))
        top = y + size + 0.9
        body.cubicTo(QPointF(x - width, top), QPointF(x + width, top), QPointF(x + width, 19.2))
        body.closeSubpath()
        painter.drawPath(body)


def coin(painter: QPainter, colour: QColor) -> None:
    """A coin: a donation."""
    _stroke(painter, colour, 2.2)
    painter.drawEllipse(QPointF(12, 12), 8.2, 8.2)
    _stroke(painter, colour, 1.9)
    path = QPainterPath(QPointF(14.8, 9.4))
    path.cubicTo(QPointF(13.6, 7.2), QPointF(9.2, 7.6), QPointF(9.2, 10))
    path.cubicTo(QPointF(9.2, 12.8), QPointF(14.9, 11.4), QPointF(14.9, 14.1))
    path.cubicTo(QPointF(14.9, 16.6), QPointF(10.2, 16.6), QPointF(9.1, 14.5))
    painter.drawPath(path)
    painter.drawLine(QPointF(12, 6.2), QPointF(12, 17.8))


def bell(painter: QPainter, colour: QColor) -> None:
    """A bell: a test alert."""
    _fill(painter, colour)
    path = QPainterPath(QPointF(4.6, 17))
    path.cubicTo(QPointF(8, 14), QPointF(4, 4.4), QPointF(12, 4.4))
    path.cubicTo(QPointF(20, 4.4), QPointF(16, 14), QPointF(19.4, 17))
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawEllipse(QPointF(12, 19.2), 2.1, 1.7)


def bolt(painter: QPainter, colour: QColor) -> None:
    """A bolt: an event of the user's own making."""
    _fill(painter, colour)
    points = ((13.6, 2.8), (5.6, 13.6), (11, 13.6), (9.8, 21.2), (18.4, 9.8), (12.6, 9.8))
    painter.drawPolygon([QPointF(x, y) for x, y in points])


def shield(painter: QPainter, colour: QColor) -> None:
    """A shield: panic."""
    _stroke(painter, colour, 2.1)
    path = QPainterPath(QPointF(12, 3.2))
    path.lineTo(QPointF(19.2, 5.8))
    path.cubicTo(QPointF(19.6, 13), QPointF(17.4, 18), QPointF(12, 21))
    path.cubicTo(QPointF(6.6, 18), QPointF(4.4, 13), QPointF(4.8, 5.8))
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawLine(QPointF(12, 8), QPointF(12, 12.6))
    _fill(painter, colour)
    painter.drawEllipse(QPointF(12, 16), 1.35, 1.35)


def plus(painter: QPainter, colour: QColor) -> None:
    """A plus: add."""
    _stroke(painter, colour, 2.1)
    painter.drawLine(QPointF(12, 5.8), QPointF(12, 18.2))
    painter.drawLine(QPointF(5.8, 12), QPointF(18.2, 12))


def copies(painter: QPainter, colour: QColor) -> None:
    """Two sheets: duplicate."""
    _stroke(painter, colour, 1.8)
    painter.drawRoundedRect(QRectF(8.6, 8.6, 10.6, 11), 2.4, 2.4)
    painter.drawPolyline(
        [QPointF(5, 14.6), QPointF(4.8, 14.6), QPointF(4.8, 4.6), QPointF(14.6, 4.6), QPointF(14.6, 5)]
    )


def bin_(painter: QPainter, colour: QColor) -> None:
    """A bin: delete."""
    _stroke(painter, colour, 1.8)
    painter.drawLine(QPointF(4.8, 7), QPointF(19.2, 7))
    painter.drawLine(QPointF(10, 4.4), QPointF(14, 4.4))
    painter.drawPolyline([QPointF(6.8, 7.4), QPointF(7.6, 20), QPointF(16.4, 20), QPointF(17.2, 7.4)])
    painter.drawLine(QPointF(10.4, 10.6), QPointF(10.7, 16.6))
    painter.drawLine(QPointF(13.6, 10.6), QPointF(13.3, 16.6))


def pencil(painter: QPainter, colour: QColor) -> None:
    """A pencil: edit."""
    _stroke(painter, colour, 1.8)
    points = ((5, 19), (6.2, 14.6), (15.6, 5.2), (18.8, 8.4), (9.4, 17.8), (5, 19))
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def up(painter: QPainter, colour: QColor) -> None:
    """A chevron upwards."""
    _stroke(painter, colour, 2.2)
    painter.drawPolyline([QPointF(6, 14.6), QPointF(12, 8.6), QPointF(18, 14.6)])


def down(painter: QPainter, colour: QColor) -> None:
    """A chevron downwards."""
    _stroke(painter, colour, 2.2)
    painter.drawPolyline([QPointF(6, 9.4), QPointF(12, 15.4), QPointF(18, 9.4)])


def back(painter: QPainter, colour: QColor) -> None:
    """A chevron to the left."""
    _stroke(painter, colour, 2.2)
    painter.drawPolyline([QPointF(14.6, 6), QPointF(8.6, 12), QPointF(14.6, 18)])


def play(painter: QPainter, colour: QColor) -> None:
    """A triangle: try it."""
    painter.setBrush(colour)
    painter.setPen(
        QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolygon([QPointF(8.4, 6), QPointF(18, 12), QPointF(8.4, 18)])


KINDS: dict[StreamKind, Draw] = {
    StreamKind.CHAT: bubble,
    StreamKind.FOLLOW: heart,
    StreamKind.SUB: glyphs.star,
    StreamKind.RAID: crowd,
    StreamKind.DONATION: coin,
    StreamKind.ALERT: bell,
    StreamKind.CUSTOM: bolt,
}


def colour(kind: StreamKind, look: Look) -> str:
    """The colour a kind is known by."""
    return {
        StreamKind.CHAT: look.faint,
        StreamKind.FOLLOW: look.rose,
        StreamKind.SUB: look.gold,
        StreamKind.RAID: look.info,
        StreamKind.DONATION: look.good,
        StreamKind.ALERT: look.faint,
        StreamKind.CUSTOM: look.info,
    }[kind]


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, style, cap, join))
