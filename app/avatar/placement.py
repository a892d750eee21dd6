"""Where her window is and how big: pure geometry in logical pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect

from models.settings_desktop import MOST_PLACES, Place

BASE_WIDTH, BASE_HEIGHT = 400, 500
"""Her window at a scale of 1."""
MIN_SCALE, MAX_SCALE = 0.25, 4.0
_MARGIN = 24
_GRIP = 0.3
"""The share of her that must be on screens for her to count as reachable."""
_SNAP = 24
"""Set down so near an edge, in logical pixels, she goes to it."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor: its name, all of it, what panels leave free, and physical pixels to a logical one."""

    name: str
    whole: QRect
    free: QRect
    ratio: float = 1.0

    @property
    def pixels(self) -> tuple[int, int, int, int]:
        """All of it in physical pixels, as the system counts: x, y, width, height. Qt leaves corners where they are."""
        whole = self.whole
        return whole.x(), whole.y(), round(whole.width() * self.ratio), round(whole.height() * self.ratio)


@dataclass(frozen=True, slots=True)
class Placement:
    """The top left corner of her window and its scale; `screen` is the name of the monitor, empty while unknown."""

    x: int
    y: int
    scale: float = 1.0
    screen: str = ""

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
    return replace(placement, x=round(x), y=round(y), scale=scale)


def resized(placement: Placement, scale: float) -> Placement:
    """So big, and standing where she stood."""
    rect = placement.rect
    feet = QPoint(rect.x() + rect.width() // 2, rect.y() + rect.height())
    return zoomed(placement, scale / placement.scale, feet)


def snapped(placement: Placement, outline: QRect, free: QRect) -> Placement:
    """Moved so that she touches the edges of a monitor's free area that are near.

    `outline` is the part of her window that she fills, from its top left corner.
    """
    her = outline.translated(placement.x, placement.y)
    x = _to_edge(her.left(), her.right(), free.left(), free.right())
    y = _to_edge(her.top(), her.bottom(), free.top(), free.bottom())
    return replace(placement, x=placement.x + x, y=placement.y + y)


def monitor_of(placement: Placement, monitors: Sequence[Monitor]) -> Monitor | None:
    """The monitor most of her is on, or the nearest one; None when there are none."""
    rect = placement.rect
    return max(
        monitors,
        key=lambda monitor: (_area(rect & monitor.whole), -_distance(rect.center(), monitor.whole)),
        default=None,
    )


def with_place(places: Mapping[str, Place], placement: Placement, monitor: Monitor) -> dict[str, Place]:
    """`places` with this one as the newest; the oldest is forgotten when there are too many."""
    kept = {name: place for name, place in places.items() if name != monitor.name}
    for name in tuple(kept)[: max(0, len(kept) + 1 - MOST_PLACES)]:
        del kept[name]
    x, y = placement.x - monitor.whole.x(), placement.y - monitor.whole.y()
    scale = min(max(round(placement.scale, 3), MIN_SCALE), MAX_SCALE)
    return {**kept, monitor.name: Place(x=x, y=y, scale=scale)}


def standing(wanted: Placement, places: Mapping[str, Place], monitors: Sequence[Monitor]) -> Placement:
    """Where she stands now if the user put her at `wanted`, on a monitor that may be gone, moved or of another size.

    On its monitor she stands as far from its corner as she stood there last. Without it she goes to the nearest one,
    to where she stood there, or else just inside.
    """
    home = next((monitor for monitor in monitors if monitor.name == wanted.screen), None)
    if home is None:
        home = monitor_of(wanted, monitors)
        if home is not None and not wanted.screen:
            return brought_back(replace(wanted, screen=home.name), [home.free for home in monitors])
    if home is None:
        return wanted
    place = places.get(home.name)
    if place is not None:
        wanted = Placement(home.whole.x() + place.x, home.whole.y() + place.y, place.scale)
    return brought_back(replace(wanted, screen=home.name), [home.free])


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
    return replace(wanted, x=max(x, nearest.left()), y=max(y, nearest.top()))


def _to_edge(low: int, high: int, low_edge: int, high_edge: int) -> int:
    """How far to move to the nearer of two edges, 0 when neither is near."""
    steps = (low_edge - low, high_edge - high)
    step = min(steps, key=abs)
    return step if abs(step) <= _SNAP else 0


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


def _distance(point: QPoint, rect: QRect) -> int:
    dx = max(rect.left() - point.x(), 0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0, point.y() - rect.bottom())
    return dx + dy
