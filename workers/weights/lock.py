"""One fetcher at a time: a lock on a file, which the operating system frees when its holder ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_RETRY_S = 0.2


@contextlib.contextmanager
def exclusive(
    path: Path, waiting: Callable[[], None], still: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Hold the lock file for the length of the block; `waiting` is called once if another holds it first.

    `still` is called again and again meanwhile, and may raise to end the wait.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _try_lock(descriptor):
            waiting()
            while not _try_lock(descriptor):
                still()
                time.sleep(_RETRY_S)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
