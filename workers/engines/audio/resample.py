"""Device rate to 16 kHz, as a stream."""

from __future__ import annotations

from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

RATE_HZ = 16_000


class ToSpeechRate:
    """Resamples consecutive blocks of one stream to 16-bit samples at 16 kHz."""

    def __init__(self, rate_hz: int) -> None:
        self._stream: Any = None
        if rate_hz != RATE_HZ:
            self._stream = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32", quality="MQ")

    def feed(self, block: NDArray[np.float32]) -> NDArray[np.int16]:
        """The samples that `block` completes; the filter holds back a few milliseconds."""
        if self._stream is not None:
            block = self._stream.resample_chunk(block)
        samples: NDArray[np.int16] = np.clip(np.rint(block * np.float32(32768)), -32768, 32767).astype(
            np.int16
        )
        return samples
