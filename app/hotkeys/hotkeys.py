"""Global hotkeys: keys that are heard whatever program has the keyboard, by the name of what they are for."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.hotkeys.chord import Chord, ChordError, chord

_NONE = "This desktop gives programs no global keys; press Panic in the menu, or let a Stream Deck do it."


class _Desktop(Protocol):
    def hold(self, name: str, chord: Chord) -> str: ...

    def let_go(self, name: str) -> None: ...

    def close(self) -> None: ...


class Hotkeys(QObject):
    """Make it after the QGuiApplication; `stop` it before that ends.

    `pressed` carries the name of a hotkey, once however long it is held. `lost` carries a name and why it does not hold
    any more, in words: another layout has no such key.
    """

    pressed = Signal(str)
    lost = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desktop = self._of_this_desktop()

    def set(self, name: str, sequence: str) -> str:
        """Have a sequence ("Ctrl+Alt+P") for a name; an empty one clears it.

        Returns why it does not hold, in words; empty when it does.
        """
        self.clear(name)
        if not sequence.strip():
            return ""
        try:
            wanted = chord(sequence)
        except ChordError as error:
            return str(error)
        return self._desktop.hold(name, wanted) if self._desktop else _NONE

    def clear(self, name: str) -> None:
        """Have no keys for a name any more."""
        if self._desktop:
            self._desktop.let_go(name)

    def stop(self) -> None:
        """Let go of all keys, for good."""
        if self._desktop:
            self._desktop.close()
            self._desktop = None

    def _of_this_desktop(self) -> _Desktop | None:
        platform = QGuiApplication.platformName()
        if platform == "xcb":
            from app.hotkeys.x11 import X11Hotkeys

            try:
                return X11Hotkeys(self.pressed.emit, self.lost.emit)
            except OSError:
                return None
        if platform == "windows" and sys.platform == "win32":
            from app.hotkeys.windows import WindowsHotkeys

            return WindowsHotkeys(self.pressed.emit)
        return None
