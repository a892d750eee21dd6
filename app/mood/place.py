"""Where the panel opens: beside what was clicked, inside the screen. All in logical pixels."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

APART = 8
"""Between the panel and what it belongs to, and between the panel and the edges."""


def beside(size: QSize, near: QRect, screen: QRect, free: QRect) -> QPoint:
    """The top left corner of a panel of `size` near a tray icon or cursor.

    `screen` is all of the screen `near` is on, `free` what bars leave of it. The panel opens away from the edge the
    icon is at, centred on it along that edge as far as there is room.
    """
    room = free.marginsRemoved(_margins())
    middle = near.center()
    ways = {
        "top": middle.y() - screen.top(),
        "bottom": screen.bottom() - middle.y(),
        "left": middle.x() - screen.left(),
        "right": screen.right() - middle.x(),
    }
    edge = min(ways, key=lambda name: ways[name])
    x, y = middle.x() - size.width() // 2, middle.y() - size.height() // 2
    match edge:
        case "top":
            y = near.bottom() + 1 + APART
        case "bottom":
            y = near.top() - APART - size.height()
        case "left":
            x = near.right() + 1 + APART
        case "right":
            x = near.left() - APART - size.width()
    x = max(room.left(), min(x, room.right() + 1 - size.width()))
    y = max(room.top(), min(y, room.bottom() + 1 - size.height()))
    return QPoint(x, y)


def tallest(free: QRect) -> int:
    """How tall a panel may be where bars leave `free` of the screen."""
    return free.height() - 2 * APART


def _margins() -> QMargins:
    return QMargins(APART, APART, APART, APART)
