"""How far the mouth is from the voice: the mouth drawn in each frame against the sound that left the machine.

Both sides are taken from outside: the sound on the loudspeaker's monitor, the mouth from the trace of drawn frames.
One lag a clause: the shift at which opening and loudness correlate best over the clause. A negative lag is a mouth
ahead of the sound. Clauses shorter than `SHORTEST_S` have too few movements to tell and are left out.
"""

from __future__ import annotations

import numpy as np

from tests.bench.show import Show, percentile, report, show
from tests.e2e.companion import CHAT_OPEN
from tests.listening import FRAME_S, Recording, Samples, listening

QUESTIONS = (
    "Who are you?", "What can you do?", "Tell me a joke", "I am sad today", "Do you like games?",
    "What is your favourite food?", "Good night", "Thank you so much", "Tell me a story", "I am bored",
)  # fmt: skip
SHORTEST_S, FARTHEST_S, MARGIN_S = 0.8, 0.3, 0.15
_FLOOR_DB = -50.0


def main() -> None:
    """Let her answer, and compare."""
    lags: list[float] = []
    with show(settings=CHAT_OPEN) as on:
        for question in QUESTIONS:
            with listening(on.sound) as hers:
                since = on.vesper.write(on.screen, question)
                on.vesper.answer(since)
            lags += clause_lags(on, hers, since)
    errors = [abs(lag) for lag in lags]
    report(
        "lipsync", p95_abs_ms=percentile(errors, 95), p50_abs_ms=percentile(errors, 50),
        median_ms=percentile(lags, 50), n=len(lags),
    )  # fmt: skip


def clause_lags(on: Show, hers: Recording, since: int) -> list[float]:
    """The lag in ms of every clause of an answer that is long enough to tell one."""
    times, rms = hers.loudness()
    level = np.maximum(20 * np.log10(np.maximum(rms, 1e-6)), _FLOOR_DB)
    drawn = np.array([(frame["at_s"], frame["open"]) for frame in on.vesper.frames()])
    opening = np.interp(times, drawn[:, 0], drawn[:, 1])
    lengths = {entry["n"]: entry["length_s"] for entry in on.vesper.of("Voiced", since)}
    found = []
    for entry in on.vesper.of("Speaking", since):
        length_s = lengths[entry["n"]]
        if length_s >= SHORTEST_S:
            start = round((entry["at_s"] - MARGIN_S - times[0]) / FRAME_S)
            length = round((length_s + 2 * MARGIN_S) / FRAME_S)
            found.append(_lag(level, opening, start, length) * FRAME_S * 1000)
    return found


def _lag(level: Samples, opening: Samples, start: int, length: int) -> float:
    """Frames by which the opening comes after the level, by the best correlation, interpolated."""
    reach = round(FARTHEST_S / FRAME_S)
    scores = []
    for shift in range(-reach, reach + 1):
        begin = max(0, start + max(0, -shift))
        end = min(len(level), start + length)
        here, there = level[begin:end], opening[begin + shift : end + shift]
        size = min(len(here), len(there))
        scores.append(float(np.corrcoef(here[:size], there[:size])[0, 1]) if there[:size].std() > 0 else 0.0)
    best = int(np.argmax(scores))
    if best in {0, len(scores) - 1}:
        return float(best - reach)
    before, peak, after = scores[best - 1 : best + 2]
    return best - reach + 0.5 * (before - after) / (before - 2 * peak + after)


if __name__ == "__main__":
    main()
