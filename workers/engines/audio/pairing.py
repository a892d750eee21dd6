"""Keeps the loudspeaker's samples in step with the microphone's, for the echo canceller.

Both streams run on their own callbacks; the canceller needs one far sample for each near sample at a steady
offset. Far samples wait in a queue and are drawn one for one. When none is there yet, silence is drawn once,
which gives the queue the slack it lacked; slack that was never needed for seconds is dropped. A far sample is
thus never drawn later than the moment its echo can first be heard.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_PATIENCE = 4 * 16_000
_SPARE = 480
_LIMIT = 4_800


class Pairing:
    """Far samples (16 kHz) in, as many as the near stream needs out."""

    def __init__(self) -> None:
        self._waiting = np.zeros(0, np.int16)
        self._drawn = 0
        self._lowest = _LIMIT

    def put(self, samples: NDArray[np.int16]) -> None:
        """Add what was played."""
        self._waiting = np.concatenate([self._waiting, samples])[-_LIMIT:]

    def draw(self, count: int) -> NDArray[np.int16]:
        """The next `count` samples."""
        if len(self._waiting) < count:
            self._waiting = np.concatenate([np.zeros(count - len(self._waiting), np.int16), self._waiting])
            self._start_watch()
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        self._lowest = min(self._lowest, len(self._waiting))
        self._drawn += count
        if self._drawn >= _PATIENCE:
            if self._lowest > _SPARE:
                self._waiting = self._waiting[self._lowest :]
            self._start_watch()
        return taken

    def _start_watch(self) -> None:
        self._drawn = 0
        self._lowest = _LIMIT
