"""Where the panel opens: beside what was clicked, inside the screen. All in logical pixels."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

APART = 8
"""Between the panel and what it belongs to, and between the panel and the edges."""


_BAR = 120
"""What is this near to an edge of the screen belongs to a bar there, and is not to be covered."""


def beside(size: QSize, near: QRect, screen: QRect, free: QRect) -> QPoint:
    """The top left corner of a panel of `size` near a tray icon or cursor.

    `screen` is all of the screen `near` is on, `free` what bars leave of it. The panel opens away from the edge the
    icon is at, centred on it along that edge as far as there is room.
    """
    room, middle = _room(free), near.center()
    x, y = middle.x() - size.width() // 2, middle.y() - size.height() // 2
    match _edge(near, screen):
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


def tallest(near: QRect, screen: QRect, free: QRect) -> int:
    """How tall a panel may be that does not cover what it belongs to."""
    room = _room(free)
    match _edge(near, screen):
        case "top" if near.bottom() - screen.top() < _BAR:
            return min(room.height(), room.bottom() - near.bottom() - APART)
        case "bottom" if screen.bottom() - near.top() < _BAR:
            return min(room.height(), near.top() - APART - room.top())
    return room.height()


def _edge(near: QRect, screen: QRect) -> str:
    """The edge of the screen that something is at."""
    middle = near.center()
    ways = {
        "top": middle.y() - screen.top(),
        "bottom": screen.bottom() - middle.y(),
        "left": middle.x() - screen.left(),
        "right": screen.right() - middle.x(),
    }
    return min(ways, key=lambda name: ways[name])


def _room(free: QRect) -> QRect:
    return free.marginsRemoved(QMargins(APART, APART, APART, APART))
