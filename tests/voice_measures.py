"""What can be measured of a voice: pitch, pace, loudness, brightness, pauses, clicks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.speech import Speech

Samples = NDArray[np.floating]

_FRAME_S, _STEP_S = 0.04, 0.01
_LOWEST_HZ, _HIGHEST_HZ = 60.0, 450.0
_PERIODIC = 0.6
_PAUSE_S = 0.05


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one clip: seconds sounded and paused inside, F0 in Hz and its swing in semitones, dBFS, Hz."""

    length_s: float
    pauses_s: float
    pitch_hz: float
    swing: float
    level_db: float
    centroid_hz: float
    peak: float


def samples(speech: Speech) -> Samples:
    """Her sound, -1..1."""
    return np.frombuffer(speech.pcm, "<i2").astype(np.float32) / np.float32(32768)


def measures(sound: Samples, rate_hz: int) -> Measures:
    """Measure a clip. Silence around it does not count."""
    loud = loudness(sound, rate_hz)
    heard = np.flatnonzero(loud > 0.02 * loud.max())
    gaps = [(after - before - 1) * _STEP_S for before, after in pairwise(heard)]
    pitches = pitch(sound, rate_hz)
    speech = loud[loud > 0.1 * loud.max()]
    return Measures(
        length_s=float(heard[-1] + 1 - heard[0]) * _STEP_S,
        pauses_s=float(sum(gap for gap in gaps if gap >= _PAUSE_S)),
        pitch_hz=float(np.median(pitches)),
        swing=float(12 * np.log2(np.percentile(pitches, 90) / np.percentile(pitches, 10))),
        level_db=float(20 * np.log10(np.sqrt(np.square(speech).mean()))),
        centroid_hz=centroid(sound, rate_hz),
        peak=float(np.abs(sound).max()),
    )


def loudness(sound: Samples, rate_hz: int) -> Samples:
    """RMS of every 10 ms."""
    step = round(rate_hz * _STEP_S)
    blocks = sound[: len(sound) // step * step].reshape(-1, step)
    return np.asarray(np.sqrt(np.square(blocks).mean(axis=1)))


def pitch(sound: Samples, rate_hz: int) -> Samples:
    """The fundamental frequency of every voiced frame, in Hz.

    Normalised cross-correlation of the frame with itself one period later (Talkin 1995, RAPT), the earliest period
    that is nearly as good as the best one, interpolated.
    """
    low, high = int(rate_hz / _HIGHEST_HZ), int(rate_hz / _LOWEST_HZ)
    size, step = round(rate_hz * _FRAME_S), round(rate_hz * _STEP_S)
    floor = 0.1 * float(np.sqrt(np.square(sound).mean()))
    lags = np.arange(low, high + 2)
    found = []
    for at in range(0, len(sound) - size - high - 2, step):
        frame = sound[at : at + size].astype(np.float64)
        if np.sqrt(np.square(frame).mean()) < floor:
            continue
        ahead = sound[at : at + size + high + 2].astype(np.float64)
        products = np.fft.irfft(
            np.fft.rfft(ahead, 8192) * np.conj(np.fft.rfft(frame, 8192)), 8192
        )[lags]  # fmt: skip
        energy = np.concatenate([[0.0], np.cumsum(np.square(ahead))])
        scores = products / np.sqrt(np.square(frame).sum() * (energy[lags + size] - energy[lags]) + 1e-12)
        best = float(scores.max())
        if best < _PERIODIC:
            continue
        peaks = np.flatnonzero(
            (scores[1:-1] > scores[:-2]) & (scores[1:-1] >= scores[2:]) & (scores[1:-1] > 0.9 * best)
        )
        if not peaks.size:
            continue
        peak = int(peaks[0]) + 1
        before, there, after = scores[peak - 1 : peak + 2]
        shift = 0.5 * (before - after) / min(before - 2 * there + after, -1e-9)
        found.append(rate_hz / (lags[peak] + shift))
    return np.array(found)


def centroid(sound: Samples, rate_hz: int) -> float:
    """The balance point of the long-term power spectrum between 100 Hz and 10 kHz, in Hz of amplitude."""
    size = 1024
    frames = sound[: len(sound) // size * size].reshape(-1, size) * np.hanning(size)
    spectrum = np.sqrt(np.square(np.abs(np.fft.rfft(frames))).mean(axis=0))
    hz = np.fft.rfftfreq(size, 1 / rate_hz)
    within = (hz > 100) & (hz < 10_000)
    return float((hz * spectrum)[within].sum() / spectrum[within].sum())


def clicks(sound: Samples, rate_hz: int) -> int:
    """Single steps that stand out of the 20 ms around them as no consonant does (those reach 13), and can be heard."""
    steps = np.abs(np.diff(sound, 2))
    window = round(rate_hz * 0.02)
    usual = np.sqrt(np.convolve(np.square(steps), np.full(window, 1 / window), "same"))
    return int(((steps > 15 * usual) & (steps > 0.01)).sum())
