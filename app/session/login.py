"""Whether she starts when the user logs in: what the desktop has written down for it, and what it should.

Linux and other free desktops: an entry in the autostart folder (freedesktop.org, Desktop Application Autostart
Specification 0.5). Windows and macOS: `login_elsewhere`. Settings that lie elsewhere than usual have an entry of
their own, so a second Vesper set up for a show or a trial never touches the first one's.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app import paths
from app.atomic import write_atomically
from app.words import translate

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""What makes an argument need quotes (Desktop Entry Specification 1.5, the Exec key)."""
_ESCAPED = '"`$\\'


@dataclass(frozen=True, slots=True)
class Start:
    """How she is started: a program, its arguments, and the folder it is started in (None: any)."""

    argv: tuple[str, ...]
    folder: Path | None = None
    name: str = paths.APP


class Entry(Protocol):
    """What a desktop keeps of a program to be started at login. All raise OSError."""

    def holds(self) -> bool:
        """Whether it is there, and nobody has switched it off by the desktop's own means."""

    def write(self) -> None:
        """Make it what it should be; nothing is written where it is so already."""

    def remove(self) -> None:
        """Take it away; nothing happens where there is none."""


class LoginStart:
    """Keeps the entry in step with the wish. `mark` remembers that there was one: then its absence says something."""

    def __init__(self, entry: Entry, mark: Path) -> None:
        self._entry, self._mark = entry, mark

    def holds(self) -> bool:
        """Whether she really starts at login, as far as can be read."""
        try:
            return self._entry.holds()
        except OSError:
            return False

    def follow(self, *, wanted: bool) -> str:
        """Have it as wanted; returns why it cannot be, in words, empty when it is."""
        try:
            if wanted:
                self._entry.write()
                self._mark.parent.mkdir(parents=True, exist_ok=True)
                self._mark.touch()
            else:
                self._entry.remove()
                self._mark.unlink(missing_ok=True)
        except OSError as error:
            said = translate("care", "Starting at login cannot be changed: {reason}")
            return said.format(reason=error.strerror or error)
        return ""

    def taken_away(self, *, wanted: bool) -> bool:
        """At her start: whether the user undid the wish by the desktop's own means since it was carried out.

        Otherwise the entry is brought up to date, in case she was moved or the settings came from another machine.
        """
        if wanted and self._mark.exists() and not self.holds():
            self._mark.unlink(missing_ok=True)
            return True
        if wanted:
            self.follow(wanted=True)
        return False


def login_start(settings_file: Path) -> LoginStart:
    """For this program, installed or run from a checkout, with its settings in `settings_file`."""
    start = start_of(settings_file)
    return LoginStart(_entry(start), paths.state_folder() / "starts-at-login")


def start_of(settings_file: Path) -> Start:
    """How this program is started again."""
    argv, folder = _program()
    if settings_file == paths.usual_settings_file():
        return Start(argv, folder)
    digest = hashlib.sha256(os.fsencode(settings_file)).hexdigest()[:8]
    return Start((*argv, "--settings", str(settings_file)), folder, f"{paths.APP}-{digest}")


def _program() -> tuple[tuple[str, ...], Path | None]:
    if not getattr(sys, "frozen", False):
        python = Path(sys.executable)
        quiet = python.with_name("pythonw.exe")
        return (str(quiet if quiet.exists() else python), "-m", "app"), paths.ROOT
    program = Path(os.environ.get("APPIMAGE") or sys.executable)
    on_path = shutil.which(paths.APP)
    if on_path and Path(on_path).resolve() == program.resolve():
        return (on_path,), None
    return (str(program),), None


def _entry(start: Start) -> Entry:
    if sys.platform == "win32":
        from app.session.login_elsewhere import WindowsRun

        return WindowsRun(start)
    if sys.platform == "darwin":
        from app.session.login_elsewhere import LaunchAgent

        return LaunchAgent(start)
    return XdgAutostart(start)


class XdgAutostart:
    """A desktop entry in $XDG_CONFIG_HOME/autostart."""

    def __init__(self, start: Start) -> None:
        home = Path(os.environ.get("XDG_CONFIG_HOME", ""))
        folder = home if home.is_absolute() else Path.home() / ".config"
        self.file = folder / "autostart" / f"{start.name}.desktop"
        self._text = desktop_entry(start)

    def holds(self) -> bool:
        """Whether it is there, and neither hidden nor switched off by GNOME's tools."""
        lines = {line.strip().replace(" ", "").lower() for line in self._read().splitlines()}
        return bool(lines) and not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def write(self) -> None:
        """Make it what it should be."""
        if self._read() != self._text:
            write_atomically(self.file, self._text)

    def remove(self) -> None:
        """Take it away."""
        self.file.unlink(missing_ok=True)

    def _read(self) -> str:
        try:
            return self.file.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ""


def desktop_entry(start: Start) -> str:
    """The text of an autostart entry; where the program is gone, `TryExec` lets the desktop pass it over."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Vesper",
        "Comment=A companion who lives on your desktop",
        f"Icon={paths.APP}",
        f"TryExec={_value(start.argv[0])}",
        f"Exec={_value(' '.join(_argument(one) for one in start.argv))}",
        *([f"Path={_value(str(start.folder))}"] if start.folder else []),
        "Terminal=false",
        "StartupNotify=false",
    ]
    return "\n".join(lines) + "\n"


def _argument(text: str) -> str:
    """An argument of Exec: quoted where it has to be, its per cent signs no field codes."""
    text = text.replace("%", "%%")
    if text and not _RESERVED & set(text):
        return text
    return '"' + "".join(f"\\{one}" if one in _ESCAPED else one for one in text) + '"'


def _value(text: str) -> str:
    """A value of type string."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
