"""Whether the last run ended as it should: a marker in the state folder, there while she runs, gone when she quits.

Python's own fault handler writes the place of a hard crash (a segmentation fault, an abort) into a file beside the
logs; the next start reads it. Nothing is sent anywhere.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import psutil

from app.atomic import write_atomically
from app.logs import redact

_log = logging.getLogger(__name__)

MARKER = "running.json"
FAULT = "vesper.fault.txt"
LAST_FAULT = "vesper.last-fault.txt"
_LONGEST = 64_000
_SOON_S = 120.0
"""A run that ended sooner did not get far."""
_TOO_OFTEN = 2
_CLOCK_SLACK_S = 2.0


class Cause(StrEnum):
    """What ended a run: a fault in native code, an exception, something from outside, the machine itself."""

    FAULT = "fault"
    ERROR = "error"
    KILLED = "killed"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Crash:
    """A run that did not end as it should.

    Attributes:
        cause: what ended it, as far as is known.
        began_s: when it began, in seconds since 1970.
        ended_s: its last sign of life.
        version: of the program.
        trace: what the fault handler or the exception left, without secrets; empty where there is nothing.
        in_row: how many runs in a row ended so soon after their start, this one included; 0 if it ran a while.
    """

    cause: Cause
    began_s: float
    ended_s: float
    version: str
    trace: str = ""
    in_row: int = 0

    @property
    def too_often(self) -> bool:
        """Whether the next start had better do without what may have brought her down."""
        return self.in_row >= _TOO_OFTEN


@dataclass(frozen=True, slots=True)
class _Run:
    pid: int
    born_s: float
    began_s: float
    version: str
    in_row: int = 0
    error: str = ""


class Watch:
    """Marks this run, as a context: left by an exception the marker stays, and the next start tells.

    Args:
        state: where the marker lies.
        logs: where the fault handler writes.
        version: of the program.
        now: seconds since 1970.
    """

    def __init__(self, state: Path, logs: Path, version: str, now: Callable[[], float] = time.time) -> None:
        self._marker, self._fault, self._last = state / MARKER, logs / FAULT, logs / LAST_FAULT
        self._version, self._now = version, now
        self._run: _Run | None = None
        self._file: IO[str] | None = None

    def begin(self) -> Crash | None:
        """Mark this run; gives what became of the last one if it did not end as it should. Never raises.

        Where another run is alive nothing is marked: it is the one to be watched.
        """
        before = _read(self._marker)
        if before is not None and _alive(before):
            return None
        crash = None if before is None else self._look_back(before)
        in_row = crash.in_row if crash else 0
        process = psutil.Process()
        self._run = _Run(process.pid, process.create_time(), self._now(), self._version, in_row)
        self._write(self._run)
        self._listen()
        return crash

    def end(self) -> None:
        """This run ends as it should."""
        if self._run is None:
            return
        self._run = None
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        for path in (self._marker, self._fault):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                _log.warning("%s stays: %s", path, error.strerror or error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, (SystemExit, KeyboardInterrupt)):
            self.end()
        elif self._run is not None:
            words = redact(f"{type(error).__name__}: {error}")
            self._write(_Run(**{**asdict(self._run), "error": words[:_LONGEST]}))

    def _look_back(self, run: _Run) -> Crash:
        trace = _text(self._fault)
        ended = max((at for path in (self._fault, *self._logs()) if (at := _changed(path))), default=0.0)
        ended = max(ended, run.began_s)
        if trace:
            cause = Cause.FAULT
        elif run.error:
            cause, trace = Cause.ERROR, run.error
        else:
            cause = Cause.POWER if psutil.boot_time() > run.began_s + _CLOCK_SLACK_S else Cause.KILLED
        soon = ended - run.began_s < _SOON_S and cause in {Cause.FAULT, Cause.ERROR}
        _log.warning("the last run did not end as it should: %s", cause.value)
        return Crash(cause, run.began_s, ended, run.version, redact(trace), run.in_row + 1 if soon else 0)

    def _logs(self) -> list[Path]:
        return sorted(self._fault.parent.glob("vesper.jsonl*"))

    def _listen(self) -> None:
        """Let the fault handler write into a file of its own; what the last run left there is kept aside."""
        try:
            self._fault.parent.mkdir(parents=True, exist_ok=True)
            if self._fault.exists() and self._fault.stat().st_size:
                self._fault.replace(self._last)
            self._file = self._fault.open("w", encoding="utf-8")
            faulthandler.enable(self._file, all_threads=True)
        except OSError as error:
            _log.warning("no fault file: %s", error)

    def _write(self, run: _Run) -> None:
        try:
            write_atomically(self._marker, json.dumps(asdict(run)))
        except OSError as error:
            _log.warning("this run cannot be marked: %s", error.strerror or error)


def running(state: Path) -> bool:
    """Whether her window runs now, in another process."""
    run = _read(state / MARKER)
    return run is not None and run.pid != os.getpid() and _alive(run)


def _read(path: Path) -> _Run | None:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        run = _Run(**table)
        return _Run(
            int(run.pid),
            float(run.born_s),
            float(run.began_s),
            str(run.version),
            int(run.in_row),
            str(run.error),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        at = _changed(path)
        return _Run(0, 0.0, at, "?") if at else None


def _alive(run: _Run) -> bool:
    """Whether the process of a run is there still, and no other that took its number."""
    if run.pid <= 0:
        return False
    try:
        process = psutil.Process(run.pid)
        here = abs(process.create_time() - run.born_s) < _CLOCK_SLACK_S
        return here and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:_LONGEST].strip()
    except OSError:
        return ""
