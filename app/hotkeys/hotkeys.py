"""Global hotkeys: keys that are heard whatever program has the keyboard, by the name of what they are for."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.hotkeys import refusals
from app.hotkeys.chord import Chord, ChordError, chord


class _Desktop(Protocol):
    def hold(self, name: str, chord: Chord) -> str: ...

    def let_go(self, name: str) -> None: ...

    def close(self) -> None: ...


class Hotkeys(QObject):
    """Make it after the QGuiApplication; `stop` it before that ends.

    `pressed` carries the name of a hotkey when it goes down, once however long it is held; `released` when it comes
    up, or is cleared while it is down. `lost` carries a name and why it does not hold any more, in words: another
    layout has no such key; no words when it holds again.
    """

    pressed = Signal(str)
    released = Signal(str)
    lost = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: dict[str, str] = {}
        self.lost.connect(self._on_lost)
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
            self._problems[name] = str(error)
        else:
            self._problems[name] = self._desktop.hold(name, wanted) if self._desktop else refusals.none_here()
        return self._problems[name]

    def clear(self, name: str) -> None:
        """Have no keys for a name any more."""
        self._problems.pop(name, None)
        if self._desktop:
            self._desktop.let_go(name)

    def problem(self, name: str) -> str | None:
        """Why what was set for a name does not hold, in words; empty when it does, None when nothing was set."""
        return self._problems.get(name)

    @property
    def limit(self) -> str:
        """What holds for all keys on this desktop, in words; empty where there is nothing to say."""
        if self._desktop is None:
            return refusals.none_here()
        wayland = os.environ.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in os.environ
        return refusals.on_wayland() if wayland else ""

    def stop(self) -> None:
        """Let go of all keys, for good."""
        if self._desktop:
            self._desktop.close()
            self._desktop = None

    @Slot(str, str)
    def _on_lost(self, name: str, why: str) -> None:
        self._problems[name] = why

    def _tell(self, name: str, down: bool) -> None:  # noqa: FBT001  # what the desktops call
        (self.pressed if down else self.released).emit(name)

    def _of_this_desktop(self) -> _Desktop | None:
        platform = QGuiApplication.platformName()
        if platform == "xcb":
            from app.hotkeys.x11 import X11Hotkeys

            try:
                return X11Hotkeys(self._tell, self.lost.emit)
            except OSError:
                return None
        if platform == "windows" and sys.platform == "win32":
            from app.hotkeys.windows import WindowsHotkeys

            return WindowsHotkeys(self._tell)
        return None
