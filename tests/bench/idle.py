"""What she costs while nothing happens: memory of the window's process and of all, and processor time.

In three runs: on the desktop, beside a bare window that draws the same model as often (`rival_…`); off the desktop,
with her engines awake (`…_hidden`); and the same once they sleep (`…_asleep`), with the time from a written line to
the first word of her answer (`wake_s`) and to its first sound (`wake_spoken_s`).
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import psutil

from tests.bench.show import ORGANS, Show, report, show
from tests.stage import program

SETTLE_S = 20.0
WATCH_S = 180.0
HIDDEN_S = 60.0
RIVAL_S = 30.0
_ROOT = Path(__file__).parents[2]
_HIDDEN = "[window]\nvisible = false\n[rest]\nafter_min = 1\n"
_NOT_LONGER_S = 240.0
_MB = 1 << 20


def main() -> None:
    """Let her rest and watch her: her rests are long and irregular."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=WATCH_S, help="how long she is watched on the desktop"
    )
    watch_s = parser.parse_args().seconds
    with show() as on:
        figures = _visible(on, watch_s)
        figures |= _rival(on, max(1.0, figures["frames_per_s"]), min(RIVAL_S, watch_s))
    figures["cpu_ratio"] = figures["cpu_pct_core_ui"] / max(0.1, figures["rival_cpu_pct_core"])
    with show(settings=_HIDDEN) as off:
        figures |= _hidden(off, min(HIDDEN_S, watch_s))
        figures |= _asleep(off)
    report("idle", **figures)


def _visible(on: Show, watch_s: float) -> dict[str, float]:
    """On the desktop, nothing said."""
    time.sleep(SETTLE_S)
    everyone = _programs(on)
    frames = len(on.vesper.frames())
    used = _used(everyone, watch_s)
    return {
        "rss_mb_ui": everyone["window"].memory_info().rss / _MB,
        **_memory(everyone, ""),
        "cpu_pct_core": sum(used.values()),
        **{f"cpu_pct_core_{'ui' if name == 'window' else name}": share for name, share in used.items()},
        "frames_per_s": (len(on.vesper.frames()) - frames) / watch_s,
    }


def _rival(on: Show, rate_hz: float, watch_s: float) -> dict[str, float]:
    """A bare window on the same screen, after her."""
    on.vesper.process.send_signal(signal.SIGSTOP)
    env: Mapping[str, str] = {
        **os.environ,
        **on.screen.env,
        "LP_NUM_THREADS": "0",
        "LP_PERF": "no_mip_linear",
    }
    argv = (sys.executable, "-m", "tests.bench.idle_rival", f"{rate_hz:.2f}")
    try:
        with program(*argv, env={**env, "PYTHONPATH": str(_ROOT)}, log=on.folder / "rival.log") as rival:
            time.sleep(4.0)
            bare = psutil.Process(rival.pid)
            used = _used({"rival": bare}, watch_s)
            return {
                "rival_cpu_pct_core": used["rival"],
                "rival_rss_mb": bare.memory_info().rss / _MB,
            }
    finally:
        on.vesper.process.send_signal(signal.SIGCONT)


def _hidden(off: Show, watch_s: float) -> dict[str, float]:
    """Off the desktop."""
    time.sleep(SETTLE_S)
    used = _used(_programs(off), watch_s)
    return {"cpu_pct_core_hidden": used["window"], "cpu_pct_core_hidden_total": sum(used.values())}


def _asleep(off: Show) -> dict[str, float]:
    """Once her engines have given their memory back; then they are needed."""
    for organ in ORGANS:
        off.vesper.wait_for("WorkerChanged", timeout_s=_NOT_LONGER_S, worker=organ, health="asleep")
    time.sleep(5.0)
    figures = _memory(_programs(off), "_asleep")
    with off.vesper.api() as api:
        api.get("/health").raise_for_status()  # what answers is made for the first to come
        mark = off.vesper.mark()
        api.post("/chat/respond", json={"message": "Hello, are you there?"}).raise_for_status()
    asked, answered, heard = (
        off.vesper.wait_for(kind, since=mark)["at_s"] for kind in ("Typed", "ReplyDelta", "Speaking")
    )
    return figures | {"wake_s": answered - asked, "wake_spoken_s": heard - asked}


def _programs(on: Show) -> dict[str, psutil.Process]:
    """Hers by name: "window" and the hosts of her engines."""
    window = psutil.Process(on.vesper.process.pid)
    return {"window": window, **{child.cmdline()[-1]: child for child in window.children(recursive=True)}}


def _memory(everyone: dict[str, psutil.Process], when: str) -> dict[str, float]:
    rss = sum(process.memory_info().rss for process in everyone.values())
    pss = sum(process.memory_full_info().pss for process in everyone.values())
    return {f"rss_mb_total{when}": rss / _MB, f"pss_mb_total{when}": pss / _MB}


def _used(everyone: dict[str, psutil.Process], watch_s: float) -> dict[str, float]:
    """Processor time of each while nothing happens, in per cent of a core."""
    before = {name: sum(process.cpu_times()[:2]) for name, process in everyone.items()}
    time.sleep(watch_s)
    return {
        name: 100 * (sum(process.cpu_times()[:2]) - before[name]) / watch_s
        for name, process in everyone.items()
        if process.is_running()
    }


if __name__ == "__main__":
    main()
