"""What the transcript shows besides lines.

Three dots while she thinks, a greeting while there is nothing yet.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.chat import faces, rows
from app.look import glyphs
from app.look.theme import Look

DOTS_HEIGHT = 34.0
_DOTS_WIDTH = 62.0
_BEATS = 4
_STARS = ((0.14, 0.2, 9), (0.83, 0.13, 12), (0.7, 0.3, 6), (0.24, 0.41, 6), (0.9, 0.46, 8), (0.08, 0.66, 11))
_STARS_LOW = ((0.78, 0.74, 7), (0.3, 0.85, 8), (0.93, 0.9, 10), (0.55, 0.08, 6))


def paint_dots(painter: QPainter, top: float, step: int, look: Look) -> None:
    """Three dots in a bubble at her side; one of them lifts with every step."""
    left = rows.SIDE + rows.FACE + rows.FACE_GAP
    faces.paint_face(painter, rows.SIDE, top + DOTS_HEIGHT - rows.FACE, rows.FACE, look)
    painter.setPen(QColor(look.line))
    painter.setBrush(QColor(look.hers_top))
    painter.drawRoundedRect(QRectF(left, top, _DOTS_WIDTH, DOTS_HEIGHT), rows.RADIUS, rows.RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    for dot in range(3):
        lifted = step % _BEATS == dot
        painter.setBrush(QColor(look.star if lifted else look.faint))
        middle = QPointF(left + 17 + 14 * dot, top + DOTS_HEIGHT / 2 - (3.0 if lifted else 0.0))
        painter.drawEllipse(middle, 3.4, 3.4)


def paint_greeting(painter: QPainter, area: QRectF, words: str, look: Look) -> None:
    """Her face, a few stars, and how to begin."""
    painter.setOpacity(0.55 if look.dark else 0.3)
    for x, y, size in _STARS + _STARS_LOW:
        painter.save()
        painter.translate(area.x() + area.width() * x, area.y() + area.height() * y)
        painter.scale(size / glyphs.FIELD, size / glyphs.FIELD)
        glyphs.star(painter, QColor(look.star))
        painter.restore()
    painter.setOpacity(1.0)
    wide = min(104.0, area.height() / 3)
    middle = area.center()
    faces.paint_face(painter, middle.x() - wide / 2, middle.y() - wide, wide, look)
    painter.setPen(QColor(look.faint))
    box = QRectF(area.x() + 36, middle.y() + 20, area.width() - 72, area.height() / 2)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), words)
