"""Log-mel features as Whisper wants them, with numpy alone.

80 mel bands (Slaney scale and normalisation) of a 400-point Hann-windowed spectrum every 160 samples at 16
kHz, log10, clamped to 8 below the maximum, then (x + 4) / 4. Radford et al., "Robust Speech Recognition via
Large-Scale Weak Supervision" (2022); Slaney, "Auditory Toolbox" (1998).
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

_RATE_HZ = 16_000
_FFT = 400
_HOP = 160
_BANDS = 80
_LINEAR_HZ = 200 / 3
_BREAK_HZ = 1000.0
_BREAK_MEL = _BREAK_HZ / _LINEAR_HZ
_LOG_STEP = np.log(6.4) / 27


def log_mel(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Features f32 (80, len / 160) of `samples`, whose length is a multiple of 160."""
    padded = np.pad(samples.astype(np.float32), _FFT // 2, mode="reflect")
    frames = sliding_window_view(padded, _FFT)[::_HOP][:-1]
    power = np.abs(np.fft.rfft(frames * _window(), axis=1)) ** 2
    bands = np.log10(np.maximum(_filters() @ power.T.astype(np.float32), 1e-10))
    bands = np.maximum(bands, bands.max() - 8.0)
    return np.asarray((bands + 4.0) / 4.0, np.float32)


def unit_variance(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Samples with mean 0 and variance 1."""
    return np.asarray((samples - samples.mean()) / np.sqrt(samples.var() + 1e-7), np.float32)


@cache
def _window() -> NDArray[np.float32]:
    return np.hanning(_FFT + 1)[:-1].astype(np.float32)


@cache
def _filters() -> NDArray[np.float32]:
    top = _BREAK_MEL + np.log(_RATE_HZ / 2 / _BREAK_HZ) / _LOG_STEP
    mels = np.linspace(0, top, _BANDS + 2)
    edges = np.where(
        mels < _BREAK_MEL, mels * _LINEAR_HZ, _BREAK_HZ * np.exp(_LOG_STEP * (mels - _BREAK_MEL))
    )
    bins = np.fft.rfftfreq(_FFT, 1 / _RATE_HZ)
    rising = (bins[None, :] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins[None, :]) / (edges[2:] - edges[1:-1])[:, None]
    triangles = np.maximum(0, np.minimum(rising, falling))
    return np.asarray(triangles * (2 / (edges[2:] - edges[:-2]))[:, None], np.float32)
