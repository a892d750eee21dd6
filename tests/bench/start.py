"""From the command to her first frame, and to hearing, thinking and speaking."""

from __future__ import annotations

import time

from tests.bench.show import ORGANS, percentile, report, show
from tests.stage import wait_until

RUNS = 5


def main() -> None:
    """Start her `RUNS` times; the medians."""
    frames: list[float] = []
    ready: list[float] = []
    for _ in range(RUNS):
        started_s = time.monotonic()
        with show(wait=False) as on:
            wait_until(lambda: on.vesper.trace.exists() and bool(on.vesper.frames()), "the first frame", 30)
            frames.append((on.vesper.frames()[0]["at_s"] - started_s) * 1000)
            on.vesper.ready(*ORGANS)
            on.vesper.wait_for("WorkerChanged", worker="microphone", health="ready")
            last = max(entry["written_s"] for entry in on.vesper.of("WorkerChanged", health="ready"))
            ready.append((last - started_s) * 1000)
    report("start", first_frame_ms=percentile(frames, 50), ready_ms=percentile(ready, 50), n=RUNS)


if __name__ == "__main__":
    main()
