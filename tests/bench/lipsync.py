"""How far the mouth is from the voice: the mouth drawn in each frame against the sound that left the machine.

Speech is stretches of sound parted by pauses; the mouth opens and closes with them. For every start and end of a
stretch the nearest opening or closing of the drawn mouth gives one error. Both sides are measured from outside: the
sound on the loudspeaker's monitor, the mouth from the frames' trace.
"""

from __future__ import annotations

from bisect import bisect_left

from tests.bench.show import percentile, report, show
from tests.e2e.companion import CHAT_OPEN, Entry
from tests.listening import listening

QUESTIONS = (
    "Who are you?", "What can you do?", "Tell me a joke", "I am sad today", "Do you like games?",
    "What is your favourite food?", "Good night", "Thank you so much",
)  # fmt: skip
OPEN = 0.08
_PAUSE_S = 0.12
_NEAR_S = 0.4


def main() -> None:
    """Let her answer, and compare."""
    errors: list[float] = []
    signed: list[float] = []
    with show(settings=CHAT_OPEN) as on:
        for question in QUESTIONS:
            with listening(on.sound) as hers:
                since = on.vesper.write(on.screen, question)
                on.vesper.answer(since)
            edges = hers.sounding(gap_s=_PAUSE_S)
            openings = open_stretches(on.vesper.frames(), edges[0][0] - 1, edges[-1][1] + 1)
            for side in (0, 1):
                for edge in edges:
                    nearest = _nearest([stretch[side] for stretch in openings], edge[side])
                    if abs(nearest) < _NEAR_S:
                        signed.append(nearest * 1000)
                        errors.append(abs(nearest) * 1000)
    report(
        "lipsync", p95_abs_ms=percentile(errors, 95), p50_abs_ms=percentile(errors, 50),
        median_ms=percentile(signed, 50), n=len(errors),
    )  # fmt: skip


def open_stretches(frames: list[Entry], start_s: float, end_s: float) -> list[tuple[float, float]]:
    """Stretches of time in which the drawn mouth was open; closures shorter than a pause do not part them."""
    stretches: list[tuple[float, float]] = []
    for frame in frames:
        at_s = frame["at_s"]
        if start_s <= at_s <= end_s and frame["open"] > OPEN:
            if stretches and at_s - stretches[-1][1] <= _PAUSE_S:
                stretches[-1] = (stretches[-1][0], at_s)
            else:
                stretches.append((at_s, at_s))
    return stretches


def _nearest(times: list[float], at_s: float) -> float:
    place = bisect_left(times, at_s)
    return min((time - at_s for time in times[max(0, place - 1) : place + 1]), key=abs, default=_NEAR_S)


if __name__ == "__main__":
    main()
