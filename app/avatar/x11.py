"""What Qt does not tell about an X11 desktop: a compositor, windows on top of hers, workspaces, where clicks land.

The names with _NET are the window manager's: https://specifications.freedesktop.org/wm-spec/latest/.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtGui import QWindow

from app.avatar.desktop import Desktop
from app.avatar.placement import Monitor
from app.avatar.xlib import Connection, Place

_STATE_ADD, _FROM_APPLICATION = 1, 1
_EVERYWHERE = 0xFFFFFFFF
_NO_PROGRAMS = ("DESKTOP", "DOCK", "NOTIFICATION", "TOOLTIP", "SPLASH")


class X11(Desktop):
    """The X server Qt uses. Raises OSError when Xlib or the server is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._x = Connection()

    def close(self) -> None:
        """Leave the server."""
        super().close()
        self._x.close()

    def composited(self) -> bool:
        """Whether a compositor runs."""
        return bool(self._x.owner(f"_NET_WM_CM_S{self._x.number}"))

    def covered(self, window: QWindow) -> bool:
        """Whether one opaque window above this one hides it completely."""
        number, stack = int(window.winId()), self._stack()
        mine = self._x.place(number)
        if mine is None or number not in stack:
            return False
        above = (self._x.place(other, opaque=True) for other in stack[stack.index(number) + 1 :])
        return any(place is not None and _holds(place, mine) for place in above)

    def filled(self, monitor: Monitor, own: Collection[QWindow]) -> bool:
        """Whether the uppermost program on a monitor fills it: full screen, or a window without borders as big.

        A maximised window is no full screen; what floats above all (a small player, a note) is looked through.
        """
        ours = {int(window.winId()) for window in own}
        here = next(iter(self._x.longs(self._x.root, "_NET_CURRENT_DESKTOP")), 0)
        for window in reversed(self._stack()):
            place = None if window in ours else self._x.place(window)
            if place is None or not _meets(place, monitor.pixels):
                continue
            if next(iter(self._x.longs(window, "_NET_WM_DESKTOP")), here) not in {here, _EVERYWHERE}:
                continue
            kinds = self._x.longs(window, "_NET_WM_WINDOW_TYPE")
            if any(self._x.atom(f"_NET_WM_WINDOW_TYPE_{kind}") in kinds for kind in _NO_PROGRAMS):
                continue
            states = self._x.longs(window, "_NET_WM_STATE")
            full, above, hidden, wide = (
                self._x.atom(f"_NET_WM_STATE_{state}") in states
                for state in ("FULLSCREEN", "ABOVE", "HIDDEN", "MAXIMIZED_HORZ")
            )
            if hidden or (above and not full):
                continue
            return _holds(place, monitor.pixels) and (full or not wide)
        return False

    def introduce(self, window: QWindow, name: str) -> None:
        """Set WM_CLASS, instance and class alike, so that the user's rules match it."""
        self._x.write_text(int(window.winId()), "WM_CLASS", f"{name}\0{name}\0".encode())

    def keep_out_of_lists(self, window: QWindow) -> None:
        """Ask the window manager to leave a shown window out of task bar and pager."""
        states = [self._x.atom(f"_NET_WM_STATE_SKIP_{what}") for what in ("TASKBAR", "PAGER")]
        self._x.ask_manager(int(window.winId()), "_NET_WM_STATE", _STATE_ADD, *states, _FROM_APPLICATION)

    def stay(self, window: QWindow, *, everywhere: bool) -> None:
        """Show a window on every workspace, or on the one that is shown now; also before it is shown."""
        number = int(window.winId())
        here = next(iter(self._x.longs(self._x.root, "_NET_CURRENT_DESKTOP")), 0)
        where = _EVERYWHERE if everywhere else here
        if window.isVisible():
            self._x.ask_manager(number, "_NET_WM_DESKTOP", where, _FROM_APPLICATION)
        else:
            self._x.write_number(number, "_NET_WM_DESKTOP", where)

    def catch_clicks(self, window: QWindow, where: Sequence[Place]) -> None:
        """Let clicks and hovering land only in these rectangles of a window; elsewhere they pass."""
        self._x.shape_input(int(window.winId()), where)

    def _stack(self) -> list[int]:
        """The managed windows, lowest first."""
        return self._x.longs(self._x.root, "_NET_CLIENT_LIST_STACKING")


def _holds(outer: Place, inner: Place) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[0] + outer[2] >= inner[0] + inner[2]
        and outer[1] + outer[3] >= inner[1] + inner[3]
    )


def _meets(one: Place, other: Place) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
