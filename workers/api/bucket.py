"""A token bucket: so many at once, and so many a second after that."""

from __future__ import annotations

from collections.abc import Callable


class Bucket:
    """Holds at most `burst`, filled with `rate_hz`; `now` is a monotonic clock in seconds."""

    def __init__(self, rate_hz: float, burst: float, now: Callable[[], float]) -> None:
        self._rate_hz, self._burst, self._now = rate_hz, burst, now
        self._level, self._at_s = burst, now()

    def take(self) -> float:
        """Take one; 0.0 if there was one, else the seconds until there is."""
        at_s = self._now()
        self._level = min(self._burst, self._level + (at_s - self._at_s) * self._rate_hz)
        self._at_s = at_s
        if self._level >= 1.0:
            self._level -= 1.0
            return 0.0
        return (1.0 - self._level) / self._rate_hz
