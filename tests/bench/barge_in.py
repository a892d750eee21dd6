"""How soon she falls silent when spoken to: from the first sound of the user's voice to the last of hers.

Both ends are measured on recordings of the sound server, not on what she says of herself. `stale_chunks` counts clauses
of an interrupted answer that began to be heard after the interruption.
"""

from __future__ import annotations

import time
from itertools import cycle, islice

from tests.bench.show import Show, percentile, report, show
from tests.e2e.companion import CHAT_OPEN
from tests.listening import Recording, listening
from tests.speech_data import short, wav_48k
from tests.stage import wait_until

RUNS = 12
QUESTIONS = ("Who are you?", "What can you do?", "Tell me a joke", "I am sad today")
_QUIET_FOR_S = 0.3


def main() -> None:
    """Interrupt her `RUNS` times."""
    stops: list[float] = []
    stale = 0
    with show(settings=CHAT_OPEN) as on:
        for question in islice(cycle(QUESTIONS), 2 * RUNS):
            stop_s, late = _interrupt(on, question)
            stale += late
            if stop_s is not None:
                stops.append(stop_s * 1000)
            if len(stops) == RUNS:
                break
    report(
        "barge_in",
        p50_ms=percentile(stops, 50),
        p95_ms=percentile(stops, 95),
        stale_chunks=stale,
        n=len(stops),
    )


def _interrupt(on: Show, question: str) -> tuple[float | None, int]:
    """One interruption: (seconds from the user's onset to her silence, stale clauses).

    The seconds are None when she happened to be between two clauses.
    """
    command = wav_48k(short()[0], on.folder)
    since = on.vesper.write(on.screen, question)
    turn = on.vesper.wait_for("Speaking", since)["turn"]
    with listening(on.sound) as hers, listening(on.sound, "micfeed.monitor") as theirs:
        time.sleep(0.6)
        with on.sound.say_in_background(command) as playing:
            on.vesper.wait_for("SpeechStarted", since)
            playing.wait(30)
        on.vesper.wait_for("Heard", since)
        onset_s = theirs.sounding()[0][0]
        silent_s = _falls_silent(hers, onset_s)
    started = on.vesper.of("SpeechStarted", since)[0]["written_s"]
    late = [
        entry for entry in on.vesper.of("Speaking", since, turn=turn) if entry["written_s"] > started + 0.1
    ]
    wait_until(lambda: bool(on.vesper.of("Show", since, who="her", final=True)), "the next answer", 60)
    rest = on.vesper.mark()
    on.vesper.write(on.screen, "Be quiet please")
    on.vesper.answer(rest)
    return None if silent_s is None else silent_s - onset_s, len(late)


def _falls_silent(hers: Recording, onset_s: float) -> float | None:
    """When her sound stopped for at least `_QUIET_FOR_S`; None if she was not sounding at the onset."""
    for start_s, end_s in hers.sounding(gap_s=_QUIET_FOR_S):
        if start_s <= onset_s <= end_s:
            return end_s
    return None


if __name__ == "__main__":
    main()
