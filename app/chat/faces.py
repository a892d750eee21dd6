"""Her little face beside what she says: the portrait that ships, or her emblem where there is none."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QTransform

from app.look import glyphs
from app.look.theme import Look
from app.paths import asset


@cache
def _portrait(pixels: int) -> QImage:
    """The portrait at this many physical pixels; null when there is none."""
    picture = QImage(str(asset("icons", "portrait.png")))
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture if picture.isNull() else picture.scaled(pixels, pixels, *ways)


def paint_face(painter: QPainter, x: float, y: float, size: float, look: Look) -> None:
    """Draw the face in a circle."""
    painter.save()
    box = QRectF(x, y, size, size)
    night = QLinearGradient(box.topLeft(), box.bottomRight())
    night.setColorAt(0.0, QColor("#2a1d5e"))
    night.setColorAt(1.0, QColor("#5a5fd0"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(night)
    painter.drawEllipse(box)
    device = painter.device()
    pixels = round(size * (device.devicePixelRatio() if device is not None else 1.0))
    portrait = _portrait(pixels)
    if portrait.isNull():
        painter.translate(x + size * 0.18, y + size * 0.18)
        painter.scale(size * 0.64 / glyphs.FIELD, size * 0.64 / glyphs.FIELD)
        glyphs.evening(painter, QColor("#f7c65b"))
    else:
        brush = QBrush(portrait)
        brush.setTransform(QTransform.fromTranslate(x, y).scale(size / pixels, size / pixels))
        painter.setBrush(brush)
        painter.drawEllipse(box)
    painter.restore()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(look.line))
    painter.drawEllipse(QPointF(box.center()), size / 2 - 0.5, size / 2 - 0.5)
    painter.restore()
