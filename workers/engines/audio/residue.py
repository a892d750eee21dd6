"""Is what is left after echo cancelling her own sound after all?

Before the canceller has learnt the room, speech of her own comes through and any voice detector takes it for
a person. What is left of it still resembles what the loudspeaker played: the normalised cross-correlation of
the two (differentiated, so that the loud low end does not decide) stays high at the echo's delay, which it
does not for somebody else's voice. Besides, where the canceller took nearly everything away, there was nobody
else.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from workers.engines.audio.echo import FRAME

Frame = NDArray[np.int16]

_SPAN = 40
_LAGS = 30
_RECENT = 13
_REMOVED = 0.01
_FRESH_LIMIT = 0.11
_LEARNT_LIMIT = 0.15
_LEARNT_FRAMES = 400


class Residue:
    """Follows the last half second frame by frame; `likeness` compares on demand."""

    def __init__(self) -> None:
        self._raw: deque[Frame] = deque(maxlen=_SPAN)
        self._clean: deque[Frame] = deque(maxlen=_SPAN)
        self._far: deque[Frame] = deque(maxlen=_SPAN + _LAGS)
        self._learnt = 0
        nothing = np.zeros(FRAME, np.int16)
        self._raw.extend([nothing] * _SPAN)
        self._clean.extend([nothing] * _SPAN)
        self._far.extend([nothing] * (_SPAN + _LAGS))

    def note(
        self, raw: NDArray[np.int16], clean: NDArray[np.int16], far: NDArray[np.int16], *, silent: bool
    ) -> None:
        """Take one 10 ms frame of each signal; `silent`: the far one is silence."""
        self._raw.append(raw)
        self._clean.append(clean)
        self._far.append(far)
        self._learnt += not silent

    @property
    def learnt(self) -> bool:
        """Whether the canceller has had enough of her sound to know the room."""
        return self._learnt >= _LEARNT_FRAMES

    def resemblance(self) -> float | None:
        """How much (0..1) the raw microphone resembles the far signal; None while there is too little of it."""
        if sum(frame.any() for frame in self._far) < _SPAN:
            return None
        raw, far = (np.diff(np.concatenate(part).astype(np.float32)) for part in (self._raw, self._far))
        return correlation(raw, far)

    def likeness(self) -> float:
        """From 0 (nothing of hers in it) over 1 (doubtful) upwards."""
        clean = np.concatenate(self._clean).astype(np.float32)
        raw = np.concatenate(tuple(self._raw)[-_RECENT:]).astype(np.float32)
        recent = clean[-_RECENT * FRAME :]
        if recent @ recent < _REMOVED * (raw @ raw):
            return 9.0
        far = np.concatenate(self._far).astype(np.float32)
        limit = _LEARNT_LIMIT if self.learnt else _FRESH_LIMIT
        return correlation(np.diff(clean), np.diff(far)) / limit


def correlation(part: NDArray[np.float32], whole: NDArray[np.float32]) -> float:
    """The highest normalised correlation (0..1) of `part` with any stretch of `whole` of the same length."""
    size = 1 << (len(whole) + len(part) - 1).bit_length()
    spectrum = np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size))
    products = np.abs(np.fft.irfft(spectrum, size)[: len(whole) - len(part) + 1])
    energy = np.concatenate([[0.0], np.cumsum(np.square(whole, dtype=np.float64))])
    stretches = np.maximum(energy[len(part) :] - energy[: -len(part)], 0.0)
    scale = np.sqrt(stretches * float(part @ part))
    return float(np.max(products / np.maximum(scale, 1e-3 * max(float(scale.max()), 1e-9))))
