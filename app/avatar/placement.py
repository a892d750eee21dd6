"""Where her window is and how big: pure geometry in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect

BASE_WIDTH, BASE_HEIGHT = 400, 500
"""Her window at a scale of 1."""
MIN_SCALE, MAX_SCALE = 0.25, 3.0
_MARGIN = 24
_GRIP = 0.3
"""The share of her that must be on screens for her to count as reachable."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The top left corner of her window and its scale."""

    x: int
    y: int
    scale: float = 1.0

    @property
    def rect(self) -> QRect:
        """The window's rectangle."""
        return QRect(self.x, self.y, round(BASE_WIDTH * self.scale), round(BASE_HEIGHT * self.scale))


def at_home(screen: QRect, scale: float = 1.0) -> Placement:
    """The bottom right corner of a screen's free area."""
    size = Placement(0, 0, scale).rect.size()
    x = screen.right() + 1 - size.width() - _MARGIN
    return Placement(max(x, screen.left()), max(screen.bottom() + 1 - size.height(), screen.top()), scale)


def zoomed(placement: Placement, factor: float, around: QPoint) -> Placement:
    """`factor` times as big (within the limits), with the point `around` (on the desktop) staying where it is."""
    scale = min(max(placement.scale * factor, MIN_SCALE), MAX_SCALE)
    real = scale / placement.scale
    x = around.x() - (around.x() - placement.x) * real
    y = around.y() - (around.y() - placement.y) * real
    return Placement(round(x), round(y), scale)


def brought_back(placement: Placement, screens: Sequence[QRect]) -> Placement:
    """The same place, or the nearest one inside a screen when too little of her is on any of `screens`."""
    wanted = replace(placement, scale=min(max(placement.scale, MIN_SCALE), MAX_SCALE))
    rect = wanted.rect
    if not screens or sum(_area(rect & screen) for screen in screens) >= _GRIP * _area(rect):
        return wanted
    centre = rect.center()
    nearest = min(screens, key=lambda screen: _distance(centre, screen))
    x = min(max(rect.x(), nearest.left()), nearest.right() + 1 - rect.width())
    y = min(max(rect.y(), nearest.top()), nearest.bottom() + 1 - rect.height())
    return Placement(max(x, nearest.left()), max(y, nearest.top()), wanted.scale)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


def _distance(point: QPoint, rect: QRect) -> int:
    dx = max(rect.left() - point.x(), 0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0, point.y() - rect.bottom())
    return dx + dy
