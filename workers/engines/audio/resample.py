"""Device rate to 16 kHz, as a stream."""

from __future__ import annotations

from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

RATE_HZ = 16_000
_EMPTY_S = 0.2


class ToSpeechRate:
    """Resamples consecutive blocks of one stream to 16-bit samples at 16 kHz."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._quiet_s = 0.0
        self._stream: Any = None
        if rate_hz != RATE_HZ:
            self._stream = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32", quality="MQ")

    def feed(self, block: NDArray[np.float32]) -> NDArray[np.int16]:
        """The samples that `block` completes; the filter holds back a few milliseconds."""
        self._quiet_s = 0.0
        if self._stream is not None:
            block = self._stream.resample_chunk(block)
        samples: NDArray[np.int16] = np.clip(np.rint(block * np.float32(32768)), -32768, 32767).astype(
            np.int16
        )
        return samples

    def feed_silence(self, frames: int) -> NDArray[np.int16]:
        """The same for `frames` of silence; costs nothing once the filter has run empty."""
        count, rest = divmod(frames * RATE_HZ, self._rate_hz)
        if rest or self._quiet_s < _EMPTY_S:
            quiet_s = self._quiet_s + frames / self._rate_hz
            samples = self.feed(np.zeros(frames, np.float32))
            self._quiet_s = quiet_s
            return samples
        return np.zeros(count, np.int16)
