"""Clicks beside her, where a window can only take all of them or none: it takes them while the cursor is on her.

Watched by a timer, for a window that takes nothing is told nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QWindow

_EVERY_MS = 33


class Passing(QObject):
    """`let_through(window, through)` makes a window take no clicks, or take them again."""

    def __init__(self, let_through: Callable[[QWindow, bool], None]) -> None:
        super().__init__()
        self._let_through = let_through
        self._window: QWindow | None = None
        self._where: Sequence[QRect] = ()
        self._through = False
        self._timer = QTimer(self, interval=_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def catch(self, window: QWindow, where: Sequence[QRect]) -> None:
        """Take clicks in these rectangles of a window (physical pixels) alone; in none of it without any."""
        if window is not self._window:
            self._window, self._through = window, False
        self._where = where
        if where:
            self._timer.start()
        else:
            self._timer.stop()
        self._look()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._window = None

    @Slot()
    def _look(self) -> None:
        window = self._window
        if window is None or not window.isVisible():
            return
        if self._where and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # who holds her keeps her
        spot = QPoint((QCursor.pos() - window.position()) * window.devicePixelRatio())
        through = not any(place.contains(spot) for place in self._where)
        if through != self._through:
            self._through = through
            self._let_through(window, through)
