"""Sound for the tests: people, and several kinds of noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests import speech_data

RATE_HZ = 16_000
Samples = NDArray[np.int16]


def level(samples: NDArray[np.floating], decibels: float) -> Samples:
    """Scale to an RMS in dBFS."""
    scaled = samples / np.sqrt(np.mean(np.square(samples))) * 32768 * 10 ** (decibels / 20)
    return np.asarray(np.clip(scaled, -32767, 32767), np.int16)


def spoken(seconds: float) -> NDArray[np.float64]:
    """People reading aloud, one after the other, over and over."""
    everything = np.concatenate([recording.samples for recording in speech_data.read_aloud()])
    return np.resize(everything, int(seconds * RATE_HZ)).astype(np.float64)


def hush(seconds: float, rng: np.random.Generator) -> Samples:
    """A quiet room."""
    return (rng.standard_normal(int(seconds * RATE_HZ)) * 12).astype(np.int16)


def white(seconds: float, rng: np.random.Generator) -> NDArray[np.float64]:
    return rng.standard_normal(int(seconds * RATE_HZ))


def pink(seconds: float, rng: np.random.Generator) -> NDArray[np.float64]:
    spectrum = np.fft.rfft(white(seconds, rng))
    return np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(len(spectrum)), 1)))


def hum(seconds: float, rng: np.random.Generator) -> NDArray[np.float64]:
    at_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    tones = sum(np.sin(2 * np.pi * 50 * k * at_s) / k for k in range(1, 8))
    return np.asarray(tones + 0.05 * white(seconds, rng))


def keyboard(seconds: float, rng: np.random.Generator) -> NDArray[np.float64]:
    sound = 0.003 * white(seconds, rng)
    for at_s in np.cumsum(rng.exponential(0.18, int(seconds / 0.2))):
        at, count = int(at_s * RATE_HZ), int(rng.integers(80, 600))
        if at + count < len(sound):
            decay = np.exp(-np.arange(count) / (count / 5))
            sound[at : at + count] += rng.standard_normal(count) * decay * rng.uniform(0.2, 1)
    return sound
