"""Device rate to 16 kHz, as a stream and without delay: 10 ms go in, 10 ms come out.

General resamplers collect tens of milliseconds before they give any back, which would be added to every interruption.
Here each output is a Kaiser-windowed sinc over one millisecond of input to either side. At a rate that is a multiple of
100 Hz every 10 ms block has the same 160 output positions, so their weights are made once.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

RATE_HZ = 16_000
_BLOCK = RATE_HZ // 100
_HALF_S = 0.001
_PASSED = 0.45
_KAISER_BETA = 7.0


class ToSpeechRate:
    """Resamples consecutive blocks of one stream to 16-bit samples at 16 kHz."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._block = rate_hz // 100
        self._odd: Any = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32") if rate_hz % 100 else None
        self._waiting = np.zeros(2 * _half(rate_hz), np.float32)
        self._hushed = 0

    def feed(self, block: NDArray[np.float32]) -> NDArray[np.int16]:
        """The samples that `block` completes."""
        self._hushed = 0
        if self._rate_hz == RATE_HZ:
            return _rounded(block)
        if self._odd is not None:
            return _rounded(self._odd.resample_chunk(block))
        places, weights = _plan(self._rate_hz)
        waiting = np.concatenate([self._waiting, block])
        history = 2 * _half(self._rate_hz)
        pieces = []
        while len(waiting) >= history + self._block:
            pieces.append(np.einsum("ij,ij->i", waiting[places], weights))
            waiting = waiting[self._block :]
        self._waiting = waiting
        return _rounded(np.concatenate(pieces)) if pieces else np.zeros(0, np.int16)

    def feed_silence(self, frames: int) -> NDArray[np.int16]:
        """The same for `frames` of silence; costs nothing once the last sound has passed through."""
        self._hushed += 1
        if self._hushed > 1 and self._odd is None and frames == self._block:
            return np.zeros(_BLOCK, np.int16)
        hushed = self._hushed
        samples = self.feed(np.zeros(frames, np.float32))
        self._hushed = hushed
        return samples


def _rounded(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.asarray(np.clip(np.rint(samples * np.float32(32768)), -32768, 32767), np.int16)


def _half(rate_hz: int) -> int:
    return round(_HALF_S * rate_hz)


@cache
def _plan(rate_hz: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """For each of the 160 outputs of a block: which inputs, and their weights."""
    half = _half(rate_hz)
    centres = half + np.arange(_BLOCK) * rate_hz / RATE_HZ
    places = np.floor(centres).astype(np.intp)[:, None] + np.arange(-half + 1, half + 1)[None, :]
    distance = places - centres[:, None]
    passed = 2 * _PASSED * min(RATE_HZ, rate_hz) / rate_hz
    shape = np.i0(_KAISER_BETA * np.sqrt(np.maximum(0.0, 1 - (distance / half) ** 2)))
    weights = np.sinc(passed * distance) * shape
    weights /= weights.sum(axis=1, keepdims=True)
    return places, weights.astype(np.float32)
