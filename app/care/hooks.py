"""Exceptions that nobody caught, of every thread: logged, and told once each, so that the program can go on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType

from app import logs

_log = logging.getLogger("uncaught")

_LOGGED_EACH = 3
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Trouble:
    """An exception nobody caught: `what` in one line, the `trace` without secrets, how many `times` it came so far."""

    what: str
    trace: str
    thread: str
    times: int = 1


class Hooks:
    """Python's hooks for what nobody caught. `told` is called on the thread it happened in; it must be quick.

    An error that comes again and again, as one in a drawing routine does, fills no log: it is logged three times, then
    each time its count has doubled. Ctrl+C stays what it is.
    """

    def __init__(self, told: Callable[[Trouble], None]) -> None:
        self._told = told
        self._counts: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()
        self._before = ExitStack()

    def install(self) -> None:
        """Take the hooks."""
        main, thread, unraisable = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._before.callback(setattr, sys, "excepthook", main)
        self._before.callback(setattr, threading, "excepthook", thread)
        self._before.callback(setattr, sys, "unraisablehook", unraisable)
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        logging.captureWarnings(capture=True)
        self._before.callback(logging.captureWarnings, capture=False)

    def remove(self) -> None:
        """Give them back."""
        self._before.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._take(kind, error, trace, threading.current_thread().name)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "?"
            self._take(args.exc_type, args.exc_value, args.exc_traceback, name)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """What cannot be raised harms nobody: it is logged only."""
        if args.exc_value is not None and self._count(args.exc_type, args.exc_traceback)[1]:
            about = (args.exc_type, args.exc_value, args.exc_traceback)
            _log.error("%s %r", args.err_msg or "ignored in", args.object, exc_info=about)

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, thread: str
    ) -> None:
        times, loud = self._count(kind, trace)
        if loud:
            _log.critical("nobody caught this (%d×)", times, exc_info=(kind, error, trace))
        words = logs.redact("".join(traceback.format_exception(kind, error, trace)))[-_LONGEST:]
        what = logs.redact("".join(traceback.format_exception_only(kind, error)).strip().splitlines()[-1])
        try:
            self._told(Trouble(what, words, thread, times))
        except RuntimeError as problem:  # whoever was to be told is gone already, as at the very end
            _log.warning("it could not be told: %s", problem)

    def _count(self, kind: type[BaseException], trace: TracebackType | None) -> tuple[int, bool]:
        """How often this came from this place, and whether to log it."""
        place = traceback.extract_tb(trace)[-1:]
        key = (kind.__name__, f"{place[0].filename}:{place[0].lineno}" if place else "")
        with self._lock:
            times = self._counts[key] = self._counts.get(key, 0) + 1
        return times, times <= _LOGGED_EACH or times & (times - 1) == 0
