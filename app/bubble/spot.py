"""Where a bubble goes: beside her head, on the side that has room. Pure geometry in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

_MARGIN = 8
"""From the edge of the screen."""
_OVERLAP = 6
"""How far the point of the tail reaches over the outline of her head."""
TAIL = 16
"""How far the tail sticks out."""


class Side(Enum):
    """Where the bubble is, as seen from her."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Spot:
    """A bubble's rectangle, tail included, on the desktop, and where the tail points: both on the desktop."""

    rect: QRect
    side: Side
    tip: QPoint


def spot(head: QRect, size: QSize, screen: QRect, *, before: Side | None = None) -> Spot:
    """The place of a bubble of this `size` (without its tail) beside a `head`.

    It stays on the side it was `before` as long as there is room, so that it does not jump to and fro. On a screen too
    narrow for it beside her it goes above her, or below.
    """
    inside = screen.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    room = {
        Side.RIGHT: inside.right() - head.right() - (size.width() + TAIL - _OVERLAP),
        Side.LEFT: head.left() - inside.left() - (size.width() + TAIL - _OVERLAP),
        Side.ABOVE: head.top() - inside.top() - (size.height() + TAIL - _OVERLAP),
        Side.BELOW: inside.bottom() - head.bottom() - (size.height() + TAIL - _OVERLAP),
    }
    order = [before] if before in {Side.LEFT, Side.RIGHT} else []
    side = next((one for one in (*order, *room) if one is not None and room[one] >= 0), None)
    if side is None:
        side = max(room, key=lambda one: room[one])
    if side in {Side.LEFT, Side.RIGHT}:
        return _beside(head, size, inside, side)
    return _over(head, size, inside, side)


def _beside(head: QRect, size: QSize, inside: QRect, side: Side) -> Spot:
    width, height = size.width() + TAIL, size.height()
    y = _within(head.top() + head.height() // 3 - height // 2, inside.top(), inside.bottom() + 1 - height)
    if side is Side.RIGHT:
        x = _within(head.right() + 1 - _OVERLAP, inside.left(), inside.right() + 1 - width)
        tip_x = x
    else:
        x = _within(head.left() + _OVERLAP - width, inside.left(), inside.right() + 1 - width)
        tip_x = x + width
    tip_y = _within(head.center().y(), y, y + height)
    return Spot(QRect(x, y, width, height), side, QPoint(tip_x, tip_y))


def _over(head: QRect, size: QSize, inside: QRect, side: Side) -> Spot:
    width, height = size.width(), size.height() + TAIL
    x = _within(head.center().x() - width // 2, inside.left(), inside.right() + 1 - width)
    if side is Side.ABOVE:
        y = _within(head.top() + _OVERLAP - height, inside.top(), inside.bottom() + 1 - height)
        tip_y = y + height
    else:
        y = _within(head.bottom() + 1 - _OVERLAP, inside.top(), inside.bottom() + 1 - height)
        tip_y = y
    return Spot(QRect(x, y, width, height), side, QPoint(_within(head.center().x(), x, x + width), tip_y))


def _within(value: int, low: int, high: int) -> int:
    return max(min(value, high), low)
