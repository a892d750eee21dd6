"""Global hotkeys on Windows: RegisterHotKey. Written after its documentation and never run there.

Windows tells when a hotkey goes down and not when it comes up, so the key is asked after while it is down.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, Qt, QTimer

from app.hotkeys import refusals
from app.hotkeys.chord import Chord

_K, _M = Qt.Key, Qt.KeyboardModifier
_WM_HOTKEY = 0x0312
_TAKEN = 1409
_NO_REPEAT = 0x4000
_MODIFIERS = (
    (_M.AltModifier, 1), (_M.ControlModifier, 2), (_M.ShiftModifier, 4), (_M.MetaModifier, 8),
)  # fmt: skip
_VK_F1 = 0x70
_IS_DOWN = 0x8000
_ASK_MS = 30
_CODES = {
    _K.Key_Escape: 0x1B, _K.Key_Tab: 0x09, _K.Key_Backspace: 0x08, _K.Key_Return: 0x0D, _K.Key_Enter: 0x0D,
    _K.Key_Insert: 0x2D, _K.Key_Delete: 0x2E, _K.Key_Pause: 0x13, _K.Key_Print: 0x2C, _K.Key_Home: 0x24,
    _K.Key_End: 0x23, _K.Key_Left: 0x25, _K.Key_Up: 0x26, _K.Key_Right: 0x27, _K.Key_Down: 0x28, _K.Key_PageUp: 0x21,
    _K.Key_PageDown: 0x22, _K.Key_ScrollLock: 0x91, _K.Key_Space: 0x20, _K.Key_VolumeMute: 0xAD,
    _K.Key_MediaPlay: 0xB3, _K.Key_MediaStop: 0xB2, _K.Key_MediaPrevious: 0xB1, _K.Key_MediaNext: 0xB0,
}  # fmt: skip


class _Message(c.Structure):
    """MSG of winuser.h."""

    _fields_ = (
        ("window", c.c_void_p),
        ("message", c.c_uint),
        ("w", c.c_size_t),
        ("l", c.c_ssize_t),
        ("time", c.c_uint32),
        ("x", c.c_int32),
        ("y", c.c_int32),
    )


class WindowsHotkeys(QAbstractNativeEventFilter):
    """Holds chords by name in the GUI thread; `told` hears the name of each that goes down (True) or up."""

    def __init__(self, told: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._told = told
        libraries: Any = c
        self._user, self._error = libraries.WinDLL("user32", use_last_error=True), libraries.get_last_error
        self._user.GetAsyncKeyState.restype = c.c_short
        self._numbers: dict[str, int] = {}
        self._codes: dict[str, int] = {}
        self._down: set[str] = set()
        self._next = 1
        self._asking = QTimer(interval=_ASK_MS)
        self._asking.timeout.connect(self.ask)
        if application := QCoreApplication.instance():
            application.installNativeEventFilter(self)

    def hold(self, name: str, chord: Chord) -> str:
        """Hold a chord under a name; why it cannot be held, in words, or nothing."""
        self.let_go(name)
        code = virtual_key(chord.key)
        if not code:
            return refusals.nowhere()
        modifiers = _NO_REPEAT | sum(bit for one, bit in _MODIFIERS if chord.modifiers & one)
        number, self._next = self._next, self._next + 1
        if not self._user.RegisterHotKey(None, number, modifiers, code):
            taken = self._error() == _TAKEN
            return refusals.elsewhere() if taken else refusals.withheld()
        self._numbers[name], self._codes[name] = number, code
        return ""

    def let_go(self, name: str) -> None:
        """Hold it no more; one that is down counts as up."""
        if name in self._down:
            self._up(name)
        if number := self._numbers.pop(name, 0):
            self._user.UnregisterHotKey(None, number)

    def close(self) -> None:
        """Let go of everything."""
        for name in list(self._numbers):
            self.let_go(name)
        if application := QCoreApplication.instance():
            application.removeNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802  # Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Take the messages of our hotkeys from the thread's queue."""
        if QByteArray(kind) == QByteArray(b"windows_generic_MSG"):
            told = _Message.from_address(int(message))
            if told.message == _WM_HOTKEY:
                for name in [name for name, number in self._numbers.items() if number == told.w]:
                    self._down.add(name)
                    self._asking.start()
                    self._told(name, True)  # noqa: FBT003  # down
                return True, 0
        return False, 0

    def ask(self) -> None:
        """Look which keys have come up."""
        for name in list(self._down):
            if not self._user.GetAsyncKeyState(self._codes[name]) & _IS_DOWN:
                self._up(name)

    def _up(self, name: str) -> None:
        self._down.discard(name)
        if not self._down:
            self._asking.stop()
        self._told(name, False)  # noqa: FBT003  # up


def virtual_key(key: Qt.Key) -> int:
    """The virtual-key code of a key of Qt (winuser.h); letters and digits are their own, 0 when none is known."""
    if _K.Key_A <= key <= _K.Key_Z or _K.Key_0 <= key <= _K.Key_9:
        return int(key)
    if _K.Key_F1 <= key <= _K.Key_F24:
        return _VK_F1 + key - _K.Key_F1
    return _CODES.get(key, 0)
