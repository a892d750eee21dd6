"""Keeps the window's process small: few arenas for its threads; what a start and hours of talk leave is given back.

Python and glibc settings, nothing of Vesper's own; where glibc is not, only what is Python's is done.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from threading import Event, Thread

_M_ARENA_MAX = -8
"""`mallopt` parameter: https://man7.org/linux/man-pages/man3/mallopt.3.html"""
_ARENAS = 2
_AGAIN_S = 120.0
"""How often free memory is given back: sounds and texts that came and went leave some 5 MB of it in three minutes."""
_CLI_OF_HTTPX = "httpx._main"


def begin() -> None:
    """Before there are threads and libraries."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_M_ARENA_MAX, _ARENAS)
    sys.modules.setdefault(_CLI_OF_HTTPX, None)  # type: ignore[arg-type]  # None: it is not to be found (import system)


def settle() -> None:
    """Once she is there: what is alive now lives long, and is not looked through again; what is free goes back."""
    gc.collect()
    gc.freeze()
    give_back()
    keep_lean(Event())


def keep_lean(over: Event, every_s: float = _AGAIN_S) -> Thread | None:
    """Give back what is free every so often, in a thread beside those that draw and speak, until it is `over`."""
    if _glibc() is None:
        return None

    def again() -> None:
        while not over.wait(every_s):
            give_back()

    thread = Thread(target=again, name="lean", daemon=True)
    thread.start()
    return thread


def give_back() -> None:
    """Give memory that is free back to the system; a matter of a few milliseconds."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None
