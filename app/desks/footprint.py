"""What her programs take of this machine, looked at in a thread of its own while somebody wants to know."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import psutil

EVERY_S = 2.0
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Share:
    """A program's share: "window" or an engine's host, memory in MB (RSS), processor time in per cent of a core."""

    name: str
    memory_mb: float
    core_pct: float


class Footprint:
    """Calls `told` from its thread with the shares of all programs, every two seconds, between `start` and `stop`."""

    def __init__(self, told: Callable[[tuple[Share, ...]], None]) -> None:
        self._told = told
        self._enough = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def looking(self) -> bool:
        """Whether it is at it."""
        return self._thread is not None

    def start(self) -> None:
        """Begin to look; once is enough."""
        if self._thread is None:
            self._enough = threading.Event()
            self._thread = threading.Thread(
                target=self._look, args=(self._enough,), name="footprint", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Look no more; what is under way is not told."""
        self._enough.set()
        self._thread = None

    def _look(self, enough: threading.Event) -> None:
        window = psutil.Process()
        known: dict[int, psutil.Process] = {}
        while True:
            try:
                found = {process.pid: process for process in (window, *window.children(recursive=True))}
            except psutil.Error:
                found = {window.pid: window}
            known = {pid: known.get(pid, process) for pid, process in found.items()}
            shares = tuple(share for process in known.values() if (share := _share(process, window)))
            if enough.wait(EVERY_S):
                return
            self._told(shares)


def _share(process: psutil.Process, window: psutil.Process) -> Share | None:
    """A process's share since it was last asked; None when it is no more, or not an engine."""
    try:
        with process.oneshot():
            name = "window" if process.pid == window.pid else process.cmdline()[-1]
            return Share(name, process.memory_info().rss / _MB, process.cpu_percent())
    except (psutil.Error, IndexError):
        return None
