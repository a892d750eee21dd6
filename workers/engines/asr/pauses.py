"""Cuts long speech where the speaker pauses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_STEP_S = 0.02
_PAUSE_S = 0.3


def cut_at_pauses(
    sound: NDArray[np.float32], rate_hz: int, longest_s: float, shortest_s: float
) -> list[NDArray[np.float32]]:
    """Split mono `sound` into pieces of at most `longest_s`, each cut in the quietest stretch of its end.

    A piece is at least `shortest_s` long, the last one excepted; the pieces joined are the sound.
    """
    pieces = []
    longest, shortest = int(longest_s * rate_hz), int(shortest_s * rate_hz)
    while len(sound) > longest:
        at = shortest + _quietest(sound[shortest:longest], rate_hz)
        pieces.append(sound[:at])
        sound = sound[at:]
    return [*pieces, sound]


def _quietest(sound: NDArray[np.float32], rate_hz: int) -> int:
    step = int(_STEP_S * rate_hz)
    energy = np.square(sound[: len(sound) // step * step]).reshape(-1, step).mean(axis=1)
    width = min(len(energy), round(_PAUSE_S / _STEP_S))
    smooth = np.convolve(energy, np.full(width, 1.0 / width), mode="valid")
    return int((int(np.argmin(smooth)) + width // 2) * step)
