"""What she costs while nothing happens: memory of the window's process and of all, and processor time."""

from __future__ import annotations

import time

import psutil

from tests.bench.show import report, show

SETTLE_S = 20.0
WATCH_S = 180.0
_MB = 1 << 20


def main() -> None:
    """Let her rest, then watch her for three minutes: her rests are long and irregular."""
    with show() as on:
        time.sleep(SETTLE_S)
        ui = psutil.Process(on.vesper.process.pid)
        everyone = [ui, *ui.children(recursive=True)]
        before = _cpu_s(everyone)
        frames = len(on.vesper.frames())
        time.sleep(WATCH_S)
        used_s = [after - start for after, start in zip(_cpu_s(everyone), before, strict=True)]
        report(
            "idle",
            rss_mb_ui=ui.memory_info().rss / _MB,
            rss_mb_total=sum(process.memory_info().rss for process in everyone) / _MB,
            pss_mb_total=sum(process.memory_full_info().pss for process in everyone) / _MB,
            cpu_pct_core=100 * sum(used_s) / WATCH_S,
            cpu_pct_core_ui=100 * used_s[0] / WATCH_S,
            frames_per_s=(len(on.vesper.frames()) - frames) / WATCH_S,
        )


def _cpu_s(processes: list[psutil.Process]) -> list[float]:
    return [sum(process.cpu_times()[:2]) for process in processes]


if __name__ == "__main__":
    main()
