"""Clips as samples at the device's rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import soxr
from numpy.typing import NDArray

from models.sound import Clip


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A clip as float samples at the device's rate. `length_s` is that of the clip as it came."""

    turn: int
    n: int
    samples: NDArray[np.float32]
    rate_hz: int
    length_s: float

    def at_rate(self, rate_hz: int) -> Sound:
        """The same sound for a device of another rate."""
        if rate_hz == self.rate_hz:
            return self
        return Sound(
            self.turn, self.n, resampled(self.samples, self.rate_hz, rate_hz), rate_hz, self.length_s
        )


def resampled(samples: NDArray[np.float32], from_hz: int, to_hz: int) -> NDArray[np.float32]:
    """Samples at another rate."""
    if from_hz == to_hz or not len(samples):
        return samples
    return np.ascontiguousarray(soxr.resample(samples, from_hz, to_hz, quality="HQ"), np.float32)


def sound_of(clip: Clip, rate_hz: int) -> Sound:
    """Decode a clip for a device of `rate_hz`."""
    whole = len(clip.pcm) // 2
    samples = np.frombuffer(clip.pcm, "<i2", whole).astype(np.float32) / np.float32(32768)
    length_s = whole / clip.rate_hz
    return Sound(clip.turn, clip.n, resampled(samples, clip.rate_hz, rate_hz), rate_hz, length_s)
