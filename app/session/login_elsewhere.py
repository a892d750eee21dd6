"""Starting at login on Windows and macOS. Written after their documentation and never run there."""

from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.session.login import Start

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_SWITCHED_OFF = 1
"""The lowest bit of the first byte of what Task Manager writes there."""


class WindowsRun:
    """A value of the user's Run key, as Task Manager's list of startup apps shows it."""

    def __init__(self, start: Start) -> None:
        import winreg

        self._registry: Any = winreg
        self._name = start.name
        line = subprocess.list2cmdline(start.argv)
        self._line = f'cmd /c start "" /d "{start.folder}" {line}' if start.folder else line

    def holds(self) -> bool:
        """Whether it is there, and not switched off in Task Manager."""
        approved = self._read(_APPROVED)
        switched_off = isinstance(approved, bytes) and bool(approved[:1]) and approved[0] & _SWITCHED_OFF
        return self._read(_RUN) is not None and not switched_off

    def write(self) -> None:
        """Make it what it should be."""
        if self._read(_RUN) != self._line:
            with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, _RUN) as key:
                self._registry.SetValueEx(key, self._name, 0, self._registry.REG_SZ, self._line)
        self._delete(_APPROVED)

    def remove(self) -> None:
        """Take it away."""
        self._delete(_RUN)
        self._delete(_APPROVED)

    def _read(self, path: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                return self._registry.QueryValueEx(key, self._name)[0]
        except FileNotFoundError:
            return None

    def _delete(self, path: str) -> None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, self._name)
        except FileNotFoundError:
            return


class LaunchAgent:
    """A property list in the user's LaunchAgents (launchd.plist(5))."""

    def __init__(self, start: Start) -> None:
        label = f"org.vesper.{start.name}"
        self.file = Path.home() / "Library" / "LaunchAgents" / f"{label}.plist"
        table: dict[str, object] = {
            "Label": label,
            "ProgramArguments": list(start.argv),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if start.folder:
            table["WorkingDirectory"] = str(start.folder)
        self._data = plistlib.dumps(table)

    def holds(self) -> bool:
        """Whether it is there."""
        return self.file.exists()

    def write(self) -> None:
        """Make it what it should be."""
        if not self.file.exists() or self.file.read_bytes() != self._data:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_bytes(self._data)

    def remove(self) -> None:
        """Take it away."""
        self.file.unlink(missing_ok=True)
