"""One Vesper for each state folder: the first claims it, a later one asks the first to come forward.

What stands in the state folder (memory, ledger, token, window places) has one writer: the window, a replay and the
terminal conversation claim it; `speak`, `sts`, `doctor` and the other tools do not, and run beside them.

The claim is a lock that the system takes back when its process ends, however it ends, so a killed Vesper never stands
in the way. The bell is a Unix socket beside it (on Windows a named event, written after its documentation and never
run there); it is made with the claim, so it may be rung before there is a window to answer it. Qt-free.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from app.session.named_event import NamedEvent

_log = logging.getLogger(__name__)

HERE = b"here"
"""What the one who was rung for answers."""

LOCK_NAME = "vesper.lock"
_BELL_NAME = "vesper.bell"
_LONGEST_PATH = 100
"""Bytes of a Unix socket's path that every system takes (sockaddr_un has 104 or 108)."""
_LOCKED_BYTE = 1 << 20
"""Beyond what is written: Windows lets nobody read what is locked."""
_PATIENCE_S = 5.0
_AGAIN_S = 0.05
_BUSY = {"replay": "a replay", "chat": "a conversation in a terminal"}


class AlreadyHereError(Exception):
    """Another Vesper has this state folder; says so in words. `raised`: it was asked to come forward and does."""

    def __init__(self, message: str, *, raised: bool) -> None:
        super().__init__(message)
        self.raised = raised


class Claim:
    """The right to one state folder, until `close`. `bell` is what a later start rings, if it can be rung."""

    def __init__(self, lock: IO[str] | None, bell: Bell | None) -> None:
        self._lock, self.bell = lock, bell

    def close(self) -> None:
        """Let another have it."""
        if self.bell is not None:
            self.bell.close()
        if self._lock is not None:
            self._lock.close()


def claim(folder: Path, what: str, patience_s: float = _PATIENCE_S) -> Claim:
    """Claim a state folder for `what`: "window", "replay" or "chat".

    A window that finds another window there rings for it. One that is just ending is waited for. Raises
    `AlreadyHereError`. Where the system gives no locks (some network folders) there is no claim, and that is logged.
    """
    deadline_s = time.monotonic() + patience_s
    before = ""
    while True:
        try:
            lock = _lock(folder / LOCK_NAME)
        except BlockingIOError:
            pass
        except OSError as error:
            _log.warning("there is no telling whether another Vesper uses %s: %s", folder, error)
            return Claim(None, None)
        else:
            _write(lock, what)
            return Claim(lock, None if what == "chat" else _bell(folder))
        written = _written(folder / LOCK_NAME)
        holder = written.partition(" ")[0]
        if what == holder == "window" and _ring(folder, deadline_s):
            raise AlreadyHereError("Vesper is here already; she comes forward.", raised=True)
        settled = written == before != "" and not what == holder == "window"
        if settled or time.monotonic() >= deadline_s:
            raise AlreadyHereError(_refusal(holder), raised=False)
        before = written
        time.sleep(_AGAIN_S)


def _refusal(holder: str) -> str:
    if holder == "window":
        return "Vesper is running already; quit her first (her menu, Quit). If she hangs, end her process."
    where = _BUSY.get(holder, "another program")
    return f"Vesper is busy with {where}; end that first. Two of her would overwrite each other's memory."


class Bell:
    """What a later start rings. `file` becomes readable, or on Windows `event` is set, when somebody does."""

    def __init__(
        self, ears: socket.socket | None = None, path: Path | None = None, event: NamedEvent | None = None
    ) -> None:
        self._ears, self._path, self._event = ears, path, event

    @property
    def file(self) -> int:
        """The descriptor to watch; -1 on Windows."""
        return self._ears.fileno() if self._ears is not None else -1

    @property
    def event(self) -> int:
        """The handle to watch on Windows; 0 elsewhere."""
        return self._event.handle if self._event is not None else 0

    def answer(self) -> bool:
        """Tell everyone who has rung that she comes; whether anybody had."""
        if self._ears is None:
            return True
        rung = False
        while True:
            try:
                caller, _ = self._ears.accept()
            except OSError:  # nobody else
                return rung
            rung = True
            with caller, contextlib.suppress(OSError):
                caller.setblocking(False)  # noqa: FBT003  # the socket's own signature
                caller.send(HERE)

    def close(self) -> None:
        """Take it down."""
        if self._ears is not None:
            self._ears.close()
            if self._path is not None:
                self._path.unlink(missing_ok=True)
        if self._event is not None:
            self._event.close()


def _lock(path: Path) -> IO[str]:
    """The lock file, locked. Raises BlockingIOError when another has it, OSError when it cannot be had at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+", encoding="utf-8")
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except PermissionError as error:
                raise BlockingIOError from error
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        file.close()
        raise
    return file


def _write(lock: IO[str], what: str) -> None:
    """Say in the file who has it, for the next one and for people."""
    with contextlib.suppress(OSError):
        lock.seek(0)
        lock.truncate()
        lock.write(f"{what} {os.getpid()}\n")
        lock.flush()


def _written(path: Path) -> str:
    """What the lock was claimed for, and by which process; the last one's when that is not written yet."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _ring(folder: Path, deadline_s: float) -> bool:
    """Ring, and wait until it is answered; False when nobody answers (yet)."""
    if sys.platform == "win32":
        from app.session.named_event import set_event

        return set_event(_name(folder))
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(max(deadline_s - time.monotonic(), _AGAIN_S))
        try:
            caller.connect(str(_bell_path(folder)))
            return caller.recv(len(HERE)) == HERE
        except OSError:
            return False


def _bell(folder: Path) -> Bell | None:
    """The bell of a folder that was just claimed: what another left behind is nobody's."""
    if sys.platform == "win32":
        from app.session.named_event import NamedEvent

        with contextlib.suppress(OSError):
            return Bell(event=NamedEvent(_name(folder)))
        return None
    path = _bell_path(folder)
    ears = socket.socket(socket.AF_UNIX)
    try:
        path.unlink(missing_ok=True)
        ears.bind(str(path))
        path.chmod(0o600)
        ears.listen()
        ears.setblocking(False)  # noqa: FBT003  # the socket's own signature
    except OSError as error:
        _log.warning("a second start will not find her: %s", error)
        ears.close()
        return None
    return Bell(ears, path)


def _bell_path(folder: Path) -> Path:
    path = folder / _BELL_NAME
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return path
    return Path(tempfile.gettempdir()) / f"{_name(folder)}.bell"


def _name(folder: Path) -> str:
    """A name for a folder that no other has."""
    return f"vesper-{hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]}"
