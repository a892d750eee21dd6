"""How far the mouth is from the voice: the mouth drawn in each frame against the sound that left the machine.

Both sides are taken from outside: the sound on the loudspeaker's monitor, the mouth from the trace of drawn frames. In
windows of speech the lag is where opening and loudness correlate best; a window whose best correlation is weak (a mouth
held open, a long hiss) says nothing and is left out. A negative lag is a mouth ahead of the sound.
"""

from __future__ import annotations

import numpy as np

from tests.bench.show import percentile, report, show
from tests.e2e.companion import CHAT_OPEN, Entry
from tests.listening import FRAME_S, Recording, Samples, listening

QUESTIONS = (
    "Who are you?", "What can you do?", "Tell me a joke", "I am sad today", "Do you like games?",
    "What is your favourite food?", "Good night", "Thank you so much",
)  # fmt: skip
WINDOW_S, HOP_S, FARTHEST_S = 2.0, 0.4, 0.3
CONVINCING = 0.7
_FLOOR_DB = -50.0


def main() -> None:
    """Let her answer, and compare."""
    lags: list[float] = []
    windows = 0
    with show(settings=CHAT_OPEN) as on:
        for question in QUESTIONS:
            with listening(on.sound) as hers:
                on.vesper.answer(on.vesper.write(on.screen, question))
            found, looked_at = window_lags(hers, on.vesper.frames())
            lags += found
            windows += looked_at
    errors = [abs(lag) for lag in lags]
    report(
        "lipsync", p95_abs_ms=percentile(errors, 95), p50_abs_ms=percentile(errors, 50),
        median_ms=percentile(lags, 50), n=len(lags), windows=windows,
    )  # fmt: skip


def window_lags(hers: Recording, frames: list[Entry]) -> tuple[list[float], int]:
    """(lags in ms of the windows that tell one, how many windows there were)."""
    times, rms = hers.loudness()
    level = np.maximum(20 * np.log10(np.maximum(rms, 1e-6)), _FLOOR_DB)
    drawn = np.array([(frame["at_s"], frame["open"]) for frame in frames])
    opening = np.interp(times, drawn[:, 0], drawn[:, 1])
    length, reach = round(WINDOW_S / FRAME_S), round(FARTHEST_S / FRAME_S)
    sounding = np.flatnonzero(level > _FLOOR_DB + 10)
    starts = range(
        max(reach, sounding[0] - 20),
        min(sounding[-1] + 20, len(times) - reach) - length,
        round(HOP_S / FRAME_S),
    )
    found = [lag for lag in (_lag(level, opening, at, length, reach) for at in starts) if lag is not None]
    return [lag * FRAME_S * 1000 for lag in found], len(starts)


def _lag(level: Samples, opening: Samples, at: int, length: int, reach: int) -> float | None:
    """Frames by which the opening comes after the level in one window; None when nothing correlates."""
    here = level[at : at + length]
    if here.std() == 0:
        return None
    scores = []
    for shift in range(-reach, reach + 1):
        there = opening[at + shift : at + shift + length]
        scores.append(float(np.corrcoef(here, there)[0, 1]) if there.std() > 0 else 0.0)
    best = int(np.argmax(scores))
    if scores[best] < CONVINCING or best in {0, len(scores) - 1}:
        return None
    before, peak, after = scores[best - 1 : best + 2]
    return best - reach + 0.5 * (before - after) / (before - 2 * peak + after)


if __name__ == "__main__":
    main()
