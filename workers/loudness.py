"""Loudness of PCM over time."""

from __future__ import annotations

from array import array
from math import sqrt


def rms_track(pcm: bytes, rate_hz: int, step_s: float) -> tuple[float, ...]:
    """RMS (0..1 of full scale) of each `step_s` of mono s16 `pcm`, the last step possibly shorter."""
    samples = array("h", pcm)
    step = max(1, round(rate_hz * step_s))
    return tuple(
        sqrt(sum(x * x for x in piece) / len(piece)) / 32768
        for piece in (samples[i : i + step] for i in range(0, len(samples), step))
    )
