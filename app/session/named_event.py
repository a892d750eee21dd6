"""A bell between processes on Windows: a named event. Written after its documentation and never run there."""

from __future__ import annotations

import ctypes as c
from typing import Any

_MAY_SET, _ANYONE = 0x0002, -1


class NamedEvent:
    """An event of this session that other processes find by its name. Raises OSError when it cannot be made."""

    def __init__(self, name: str) -> None:
        self._kernel = _Kernel().dll
        self.handle = int(self._kernel.CreateEventW(None, 0, 0, _full(name)) or 0)
        if not self.handle:
            raise OSError("Windows makes no such event")

    def close(self) -> None:
        """Take it down."""
        self._kernel.CloseHandle(self.handle)


def set_event(name: str) -> bool:
    """Set the event of another process, and let that process come to the front; False when there is none."""
    kernel = _Kernel().dll
    event = kernel.OpenEventW(_MAY_SET, 0, _full(name))
    if not event:
        return False
    libraries: Any = c
    libraries.WinDLL("user32").AllowSetForegroundWindow(_ANYONE)
    done = bool(kernel.SetEvent(event))
    kernel.CloseHandle(event)
    return done


class _Kernel:
    """kernel32, with the signatures of synchapi.h."""

    def __init__(self) -> None:
        libraries: Any = c
        self.dll: Any = libraries.WinDLL("kernel32", use_last_error=True)
        for name in ("CreateEventW", "OpenEventW"):
            getattr(self.dll, name).restype = c.c_void_p
        self.dll.CreateEventW.argtypes = (c.c_void_p, c.c_int, c.c_int, c.c_wchar_p)
        self.dll.OpenEventW.argtypes = (c.c_uint32, c.c_int, c.c_wchar_p)
        for name in ("SetEvent", "CloseHandle"):
            getattr(self.dll, name).argtypes = (c.c_void_p,)


def _full(name: str) -> str:
    return f"Local\\{name}"
