"""The last touch on synthesised sound: silence trimmed, brightness and level set, edges faded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workers.engines.tts.acoustic import RATE_HZ

Samples = NDArray[np.float32]

_STEP = RATE_HZ // 200
_AUDIBLE = 0.02
_TARGET_RMS = 0.1
_PEAK = 10 ** (-1.2 / 20)
_GAIN_MAX = 4.0
_FADE_S = 0.004
_LEAD_S, _LEAD_FIRST_S = 0.06, 0.02
_KNEE = 0.7
_SHELF_HZ, _SOFTEST_DB = 2200.0, -12.0
_BLOCK = 4096


def edges(sound: Samples, *, first: bool, pause_s: float) -> tuple[int, int]:
    """Where to cut: the samples from a little before the first audible sound to `pause_s` after the last one.

    The end may lie behind the sound's own: then it takes more silence than there is.
    """
    loud = _loudness(sound)
    audible = np.flatnonzero(loud > _AUDIBLE * max(float(loud.max(initial=0.0)), 1e-4))
    if not audible.size:
        return 0, 0
    lead = int((_LEAD_FIRST_S if first else _LEAD_S) * RATE_HZ)
    start = max(0, int(audible[0]) * _STEP - lead)
    end = (int(audible[-1]) + 1) * _STEP + int(pause_s * RATE_HZ)
    return start, end


def softened(sound: Samples, softness: float) -> Samples:
    """The sound with its brightness taken away: a first-order high shelf around 3 kHz, 12 dB down at 1. No delay."""
    if softness <= 0.0 or not len(sound):
        return sound
    spectrum = np.fft.rfft(sound, -(-len(sound) // _BLOCK) * _BLOCK)
    over = np.square(np.linspace(0.0, RATE_HZ / 2 / _SHELF_HZ, len(spectrum)))
    down = 10 ** (_SOFTEST_DB * softness / 10)
    shelf = np.sqrt((1.0 + down * over) / (1.0 + over))
    return np.asarray(np.fft.irfft(spectrum * shelf)[: len(sound)], np.float32)


def finish(sound: Samples, *, level_db: float = 0.0) -> Samples:
    """Bring speech to one loudness whatever the voice, its true peak below -1 dBFS, and fade both edges.

    `level_db` is how far from that loudness it is to be.
    """
    loud = _loudness(sound)
    speech = loud[loud > 0.1 * max(float(loud.max(initial=0.0)), 1e-4)]
    if not speech.size:
        return np.zeros_like(sound)
    gain = min(_TARGET_RMS / float(np.sqrt(np.square(speech).mean())), _GAIN_MAX)
    louder = _limited(sound * np.float32(gain * 10 ** (level_db / 20)))
    fade = min(int(_FADE_S * RATE_HZ), len(louder) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, fade))).astype(np.float32)
    louder[:fade] *= ramp
    louder[len(louder) - fade :] *= ramp[::-1]
    return louder


def to_pcm(sound: Samples) -> bytes:
    """Signed 16-bit little-endian samples."""
    return bytes(np.rint(np.clip(sound, -1.0, 1.0) * 32767.0).astype("<i2").tobytes())


def _limited(sound: Samples) -> Samples:
    peak = true_peak(sound)
    if peak <= _PEAK:
        return np.array(sound, np.float32)
    knee = _KNEE * _PEAK
    size = np.abs(sound)
    over = np.maximum(size - knee, 0.0) / (_PEAK - knee)
    soft = np.where(size > knee, knee + (_PEAK - knee) * np.tanh(over), size)
    bent = np.asarray(np.sign(sound) * soft, np.float32)
    return bent * np.float32(min(1.0, _PEAK / max(true_peak(bent), 1e-9)))


def true_peak(sound: Samples) -> float:
    """The peak of the sound between its samples: four times oversampled around the loudest ones (ITU-R BS.1770)."""
    if not len(sound):
        return 0.0
    size = -(-len(sound) // _BLOCK) * _BLOCK
    spectrum = np.fft.rfft(sound, size)
    return float(np.abs(np.fft.irfft(spectrum, 4 * size)).max() * 4.0)


def _loudness(sound: Samples) -> Samples:
    blocks = sound[: len(sound) // _STEP * _STEP].reshape(-1, _STEP)
    return np.asarray(np.sqrt(np.square(blocks).mean(axis=1)), np.float32)
