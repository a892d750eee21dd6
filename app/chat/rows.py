"""One line of the transcript: its text laid out in a bubble of its own size, and painted.

Geometry is in logical pixels within the row: x from the view's left edge, y from the row's top.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from app.chat.values import HERS, USER
from app.look.theme import Look

PAD_X, PAD_Y = 14.0, 8.0
RADIUS, CORNER = 17.0, 5.0
SIDE = 16.0
FACE = 30.0
FACE_GAP = 9.0
GAP_SAME, GAP_OTHER = 4.0, 14.0
WIDEST = 560.0
SHARE = 0.8
LEADING = 2.0


@dataclass(slots=True)
class Row:
    """A line and its layout for one width. `joined`: the line above is by the same speaker."""

    key: str
    who: str
    text: str
    final: bool
    joined: bool = False
    last: bool = True
    height: float = 0.0
    bubble: QRectF = field(default_factory=QRectF)
    layout: QTextLayout | None = None

    @property
    def mine(self) -> bool:
        """Whether the user said it."""
        return self.who == USER

    @property
    def remark(self) -> bool:
        """Whether it is neither hers nor the user's."""
        return self.who not in {USER, HERS}


def lay_out(row: Row, width: float, font: QFont) -> None:
    """Set the row's layout, bubble and height for a view of this width."""
    left = SIDE if row.mine or row.remark else SIDE + FACE + FACE_GAP
    room = max(60.0, min(WIDEST, (width - left - SIDE) * (1.0 if row.remark else SHARE)) - 2 * PAD_X)
    layout = QTextLayout(row.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if row.remark:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    used, bottom = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, bottom))
        bottom += line.height() + LEADING
        used = max(used, line.naturalTextWidth())
    layout.endLayout()
    row.layout = layout
    top = GAP_SAME if row.joined else GAP_OTHER
    bubble_width = (room if row.remark else used) + 2 * PAD_X
    x = width - SIDE - bubble_width if row.mine else left
    if row.remark:
        x = (width - bubble_width) / 2
    row.bubble = QRectF(x, top, bubble_width, bottom + 2 * PAD_Y)
    row.height = row.bubble.bottom()


def text_origin(row: Row) -> QPointF:
    """Where the text begins."""
    return QPointF(row.bubble.x() + PAD_X, row.bubble.y() + PAD_Y)


def cursor_at(row: Row, x: float, y: float) -> int:
    """The character position nearest to a point of the row."""
    layout = row.layout
    if layout is None or layout.lineCount() == 0:
        return 0
    origin = text_origin(row)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if y - origin.y() < line.y() + line.height() or number == layout.lineCount() - 1:
            return int(line.xToCursor(x - origin.x()))
    return len(row.text)


def paint(
    painter: QPainter, row: Row, look: Look, selected: tuple[int, int] | None, *, focused: bool
) -> None:
    """Draw the row at the painter's origin; `selected` is a range of characters."""
    if row.layout is None:
        return
    shape = _shape(row)
    if row.remark:
        ink = QColor(look.faint)
    elif not row.final and row.mine:
        painter.setPen(QPen(QColor(look.faint), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        ink = QColor(look.faint)
    else:
        _fill(painter, row, look, shape)
        ink = QColor(look.yours_text if row.mine else look.hers_text)
    if focused:
        painter.setPen(QPen(QColor(look.focus), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    ranges = []
    if selected and selected[0] < selected[1]:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = selected[0], selected[1] - selected[0]
        form = mark.format
        form.setBackground(QBrush(QColor(look.gold)))
        form.setForeground(QBrush(QColor("#1b1240" if look.dark else "#ffffff")))
        mark.format = form
        ranges.append(mark)
    painter.setPen(ink)
    row.layout.draw(painter, text_origin(row), ranges)


def _fill(painter: QPainter, row: Row, look: Look, shape: QPainterPath) -> None:
    shade = QLinearGradient(row.bubble.topLeft(), row.bubble.bottomRight())
    shade.setColorAt(0.0, QColor(look.yours_top if row.mine else look.hers_top))
    shade.setColorAt(1.0, QColor(look.yours_low if row.mine else look.hers_low))
    edge = QPen(QColor(look.line), 1.0)
    painter.setPen(Qt.PenStyle.NoPen if row.mine else edge)
    painter.setBrush(QBrush(shade))
    painter.drawPath(shape)


def _shape(row: Row) -> QPainterPath:
    """A rounded bubble whose corner towards its speaker is tight where the next line joins or ends it."""
    box = row.bubble
    tight_top = CORNER if row.joined else RADIUS
    mine = row.mine
    top_left, top_right = (RADIUS, tight_top) if mine else (tight_top, RADIUS)
    low_right, low_left = (CORNER, RADIUS) if mine else (RADIUS, CORNER)
    if row.remark:
        top_left = top_right = low_right = low_left = RADIUS
    path = QPainterPath(QPointF(box.left() + top_left, box.top()))
    path.lineTo(box.right() - top_right, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + top_right))
    path.lineTo(box.right(), box.bottom() - low_right)
    path.quadTo(box.bottomRight(), QPointF(box.right() - low_right, box.bottom()))
    path.lineTo(box.left() + low_left, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - low_left))
    path.lineTo(box.left(), box.top() + top_left)
    path.quadTo(box.topLeft(), QPointF(box.left() + top_left, box.top()))
    path.closeSubpath()
    return path
