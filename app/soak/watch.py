"""Memory, handles and threads of her process and of her engines while time passes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import StatisticsError, linear_regression

import psutil

_MB = 1 << 20
_HOUR_S = 3600.0
_WARM = 1 / 3
"""The share at the beginning that is not looked at: caches fill, libraries load."""
_ENDS = 0.4
"""The share at either end of what is looked at that handles and threads are compared by: each has its rests in it."""
_ROLLUP = "/proc/{}/smaps_rollup"


@dataclass(frozen=True, slots=True)
class Sample:
    """One process at one time; memory in MB. `own_mb` is what it wrote itself, in memory or swapped out.

    Where the system does not tell that, it is what no other process has (USS), which changes with what others load.
    """

    at_s: float
    own_mb: float
    rss_mb: float
    handles: int
    threads: int


@dataclass
class Watch:
    """What was measured, by the name of the process: "ui", or the engine's. `of` measures one."""

    samples: dict[str, list[Sample]] = field(default_factory=dict)

    def look(self, at_s: float, processes: dict[str, psutil.Process]) -> None:
        """Measure them all; one that has just ended is left out."""
        for name, process in processes.items():
            with suppress(psutil.Error):
                measured = _measured(at_s, process)
                self.samples.setdefault(name, []).append(measured)

    def warm(self, name: str) -> list[Sample]:
        """The samples after the warm-up."""
        all_of_it = self.samples.get(name, [])
        if not all_of_it:
            return []
        begin_s, end_s = all_of_it[0].at_s, all_of_it[-1].at_s
        return [sample for sample in all_of_it if sample.at_s >= begin_s + _WARM * (end_s - begin_s)]

    def slope_mb_per_h(self, name: str) -> float:
        """How fast its own memory grew after the warm-up, by least squares."""
        warm = self.warm(name)
        return _slope([sample.at_s for sample in warm], [sample.own_mb for sample in warm])

    def ends(self, name: str, what: str) -> tuple[int, int]:
        """The most "handles" or "threads" it had at the beginning and at the end of what is looked at."""
        values = [int(getattr(sample, what)) for sample in self.warm(name)]
        share = max(1, round(len(values) * _ENDS))
        return max(values[:share], default=0), max(values[-share:], default=0)


def _slope(times_s: Sequence[float], values: Sequence[float]) -> float:
    with suppress(StatisticsError):
        return linear_regression(times_s, values).slope * _HOUR_S
    return 0.0


def _measured(at_s: float, process: psutil.Process) -> Sample:
    count = getattr(process, "num_handles" if psutil.WINDOWS else "num_fds")
    own_mb = _written_mb(process.pid) or process.memory_full_info().uss / _MB
    return Sample(at_s, own_mb, process.memory_info().rss / _MB, int(count()), process.num_threads())


def _written_mb(pid: int) -> float:
    """What a process wrote, in MB (proc(5): Private_Dirty and Swap); 0 where the system does not tell."""
    try:
        lines = Path(_ROLLUP.format(pid)).read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    kinds = ("Private_Dirty:", "Swap:")
    return sum(int(line.split()[1]) for line in lines if line.startswith(kinds)) / 1024
