"""What the desktop tells about itself and does for her window, where Qt does not. No call waits for anyone.

`Desktop` is one that tells nothing; X11 and Windows know more.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow

from app.avatar.passing import Passing
from app.avatar.placement import Monitor
from app.avatar.xlib import Place


class Desktop:
    """A desktop of which nothing is known: macOS, Wayland.

    Clicks pass beside her because the window lets all of them through while the cursor is not on her; untested where
    it matters, for there is no such machine here.
    """

    def __init__(self) -> None:
        self._passing = Passing(self._let_through)

    def close(self) -> None:
        """Let go of everything."""
        self._passing.stop()

    def composited(self) -> bool:
        """Whether windows can be see-through; without that they are black where they are empty."""
        return True

    def covered(self, _window: QWindow) -> bool:
        """Whether one opaque window above this one hides it completely."""
        return False

    def filled(self, _monitor: Monitor, _own: Collection[QWindow]) -> bool:
        """Whether a program that is not ours fills a whole monitor, on top of all others there."""
        return False

    def introduce(self, _window: QWindow, _name: str) -> None:
        """Tell what kind of window it is, before it is shown."""

    def keep_out_of_lists(self, _window: QWindow) -> None:
        """Leave a shown window out of task bar and pager."""

    def stay(self, _window: QWindow, *, everywhere: bool) -> None:
        """Show a window on every workspace, or on the one that is shown now."""

    def catch_clicks(self, window: QWindow, where: Sequence[Place]) -> None:
        """Let clicks and hovering land only in these rectangles of a window; elsewhere they pass."""
        self._passing.catch(window, [QRect(*place) for place in where])

    def _let_through(self, window: QWindow, through: bool) -> None:  # noqa: FBT001  # what Passing calls
        window.setFlag(Qt.WindowType.WindowTransparentForInput, through)


def desktop_here() -> Desktop:
    """The desktop Qt shows its windows on."""
    name = QGuiApplication.platformName()
    if name == "xcb":
        from app.avatar.x11 import X11

        try:
            return X11()
        except OSError:
            return Desktop()
    if name == "windows" and sys.platform == "win32":
        from app.avatar.windows import Windows

        return Windows()
    return Desktop()
