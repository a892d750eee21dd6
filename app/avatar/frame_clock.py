"""Calls a function once per frame, at the rate last asked for."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.avatar.frame_rate import LIVELY_HZ, next_due, sooner_due


class FrameClock(QObject):
    """A drift-corrected frame timer: one single-shot precise timer, set to the next due time after each frame.

    `frame` gets `time.monotonic()` and answers with the rate in Hz it wants from now on; 0 stops the clock.
    """

    def __init__(self, frame: Callable[[float], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last_s = -inf
        self._due_s = inf

    @property
    def running(self) -> bool:
        """Whether a frame is due."""
        return self._timer.isActive()

    def soon(self) -> None:
        """Something changed: make a frame as soon as the fastest rate allows. Starts a stopped clock."""
        now_s = monotonic()
        self._arm(max(sooner_due(self._due_s, self._last_s, LIVELY_HZ), now_s), now_s)

    def stop(self) -> None:
        """No frames until `soon`."""
        self._timer.stop()
        self._due_s = inf

    @Slot()
    def _tick(self) -> None:
        self._last_s = monotonic()
        due_s = min(self._due_s, self._last_s)
        hz = self._frame(self._last_s)
        if hz <= 0:
            self.stop()
            return
        now_s = monotonic()
        self._arm(next_due(due_s, now_s, hz), now_s)

    def _arm(self, due_s: float, now_s: float) -> None:
        self._due_s = due_s
        self._timer.start(max(0, round((due_s - now_s) * 1000)))
