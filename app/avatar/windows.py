"""Windows: what Qt does not tell about the desktop there. Written by the book, never run: there is no Windows here.

A click through a window whose own thread answers HTTRANSPARENT reaches only windows of that thread, so the extended
style is switched instead: https://learn.microsoft.com/windows/win32/winmsg/extended-window-styles.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Collection
from ctypes import wintypes

from PySide6.QtGui import QWindow

from app.avatar.desktop import Desktop
from app.avatar.placement import Monitor

if sys.platform == "win32":
    _GWL_EXSTYLE = -20
    _WS_EX_TRANSPARENT, _WS_EX_LAYERED = 0x20, 0x80000
    _BUSY, _FULL_SCREEN_3D, _PRESENTATION = 2, 3, 4

    class Windows(Desktop):
        """Knows of full-screen programs and switches clicks without making the window anew."""

        def filled(self, monitor: Monitor, own: Collection[QWindow]) -> bool:
            """Whether a game or a presentation fills the monitor, by `SHQueryUserNotificationState`.

            It does not say where; the window in front does.
            """
            state = ctypes.c_int()
            if ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state)) != 0:
                return False
            if state.value not in {_BUSY, _FULL_SCREEN_3D, _PRESENTATION}:
                return False
            user = ctypes.windll.user32
            front = user.GetForegroundWindow()
            if any(int(window.winId()) == front for window in own):
                return False
            place = wintypes.RECT()
            user.GetWindowRect(front, ctypes.byref(place))
            x, y, width, height = monitor.pixels
            across, down = (place.left + place.right) // 2 - x, (place.top + place.bottom) // 2 - y
            return 0 <= across < width and 0 <= down < height

        def _let_through(self, window: QWindow, through: bool) -> None:  # noqa: FBT001  # what Passing calls
            user, handle = ctypes.windll.user32, int(window.winId())
            style = user.GetWindowLongPtrW(handle, _GWL_EXSTYLE)
            style = style | _WS_EX_TRANSPARENT | _WS_EX_LAYERED if through else style & ~_WS_EX_TRANSPARENT
            user.SetWindowLongPtrW(handle, _GWL_EXSTYLE, style)
