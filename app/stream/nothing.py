"""What a feed without a line shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.look import glyphs
from app.look.theme import Look

_SIGN = 44.0


def paint_nothing(painter: QPainter, area: QRectF, words: str, look: Look, *, focused: bool) -> None:
    """Her emblem, and what there is to know."""
    painter.save()
    painter.translate(area.center().x() - _SIGN / 2, max(8.0, area.center().y() - 70))
    painter.scale(_SIGN / glyphs.FIELD, _SIGN / glyphs.FIELD)
    glyphs.evening(painter, QColor(look.star))
    painter.restore()
    if focused:
        painter.setPen(QPen(QColor(look.focus), 2.0))
        painter.drawRoundedRect(area.adjusted(8, 4, -8, -8), 11, 11)
    painter.setPen(QColor(look.faint))
    box = QRectF(area.x() + 30, max(58.0, area.center().y() - 14), area.width() - 60, area.height() / 2)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), words)
