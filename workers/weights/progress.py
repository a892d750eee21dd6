"""How a fetch tells of its progress: a callback, and one that draws a plain bar in a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Called with a label, the bytes done and the bytes in all; the last call of a label has done == total."""

_MEGABYTE = 1_000_000
_BAR_WIDTH = 28
_REDRAW_S = 0.1
_STEP_PERCENT = 10


def silent(_label: str, _done: int, _total: int) -> None:
    """Show nothing."""


class TerminalProgress:
    """Draws one bar a label on a terminal, or a line every 10 % where the output is a file or a pipe."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Draw on `out`; `clock` gives seconds and limits how often a bar is redrawn."""
        self._out = out
        self._clock = clock
        self._live = out.isatty()
        self._label = ""
        self._step = -1
        self._drawn_at = float("-inf")

    def __call__(self, label: str, done: int, total: int) -> None:
        """Take one report."""
        if label != self._label:
            self._label, self._step, self._drawn_at = label, -1, float("-inf")
        percent = 100 * done // total if total else 100
        if self._live:
            self._bar(label, done, total, percent)
        else:
            self._line(label, done, total, percent)

    def _bar(self, label: str, done: int, total: int, percent: int) -> None:
        finished = done >= total
        if self._step >= 100 or (not finished and self._clock() - self._drawn_at < _REDRAW_S):  # noqa: PLR2004
            return
        self._drawn_at = self._clock()
        self._step = percent
        filled = _BAR_WIDTH * percent // 100
        bar = "█" * filled + "·" * (_BAR_WIDTH - filled)
        self._out.write(f"\r  {label:<34.34} {bar} {percent:3d} %  {_amount(done, total)}\033[K")
        self._out.write("\n" if finished else "")
        self._out.flush()

    def _line(self, label: str, done: int, total: int, percent: int) -> None:
        step = percent // _STEP_PERCENT
        if step > self._step:
            self._step = step
            self._out.write(f"  {label}: {percent} % ({_amount(done, total)})\n")
            self._out.flush()


def _amount(done: int, total: int) -> str:
    return f"{done / _MEGABYTE:.1f} of {total / _MEGABYTE:.1f} MB"
