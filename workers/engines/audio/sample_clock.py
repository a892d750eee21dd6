"""When a sample sounds: a smoothed map between a stream's sample count and `time.monotonic()`.

Device timestamps jitter by milliseconds from block to block, samples do not: each new timestamp only nudges
the map, and one that is far off (a dropout, a new device) replaces it.
"""

from __future__ import annotations

_PULL = 0.05
_SNAP_S = 0.06


class SampleClock:
    """Sample index ↔ seconds. One thread writes (`observe`); any thread reads."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self._anchor: tuple[int, float] | None = None

    @property
    def running(self) -> bool:
        """Whether any block has been seen."""
        return self._anchor is not None

    def observe(self, sample: int, at_s: float) -> None:
        """Note that by the device's own account `sample` sounds at `at_s`."""
        if self._anchor is not None:
            predicted = self.time_of(sample)
            error = at_s - predicted
            if abs(error) < _SNAP_S:
                at_s = predicted + _PULL * error
        self._anchor = (sample, at_s)

    def time_of(self, sample: float) -> float:
        """When `sample` sounds. 0.0 before anything was observed."""
        if self._anchor is None:
            return 0.0
        base, at_s = self._anchor
        return at_s + (sample - base) / self.rate_hz

    def sample_at(self, at_s: float) -> int:
        """Which sample sounds at `at_s`; -1 before anything was observed."""
        if self._anchor is None:
            return -1
        base, base_s = self._anchor
        return base + int((at_s - base_s) * self.rate_hz)

    def reset(self, rate_hz: int) -> None:
        """Forget the map: the device changed."""
        self.rate_hz = rate_hz
        self._anchor = None
