"""Whether the user asked the desktop for less motion.

GNOME and its kin: the key `enable-animations`; KDE: an animation factor of 0 in kdeglobals; other desktops: GTK's
settings.ini. Windows: SPI_GETCLIENTAREAANIMATION; macOS: reduceMotion of Universal Access; both written after their
documentation and never run there.
"""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

_LIMIT_S = 1.0
_GNOMES = {"gnome", "unity", "cinnamon", "mate", "budgie", "pantheon", "x-cinnamon"}
_OFF = {"false", "0", "no"}


def less_motion(wish: str) -> bool:
    """What the setting means: "on", "off", or as the "system" has it."""
    return wish == "on" or (wish == "system" and _system())


def _system() -> bool:
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _answer("defaults", "read", "com.apple.universalaccess", "reduceMotion") == "1"
    desktops = set(os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":"))
    if desktops & _GNOMES:
        return _answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations") == "false"
    if "kde" in desktops:
        factor = _read("kdeglobals", "KDE", "AnimationDurationFactor")
        return bool(factor) and not factor.strip("0.")
    return any(
        _read(f"gtk-{version}.0/settings.ini", "Settings", "gtk-enable-animations").lower() in _OFF
        for version in (4, 3)
    )


def _read(file: str, section: str, key: str) -> str:
    """A value of a file in the user's config folder; empty when it is not there."""
    home = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    try:
        parser.read((home if home.is_absolute() else Path.home() / ".config") / file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return ""
    return parser.get(section, key, fallback="").strip()


def _answer(*argv: str) -> str:
    """What a program of the system prints; empty when it cannot or takes too long."""
    try:
        done = subprocess.run(argv, capture_output=True, text=True, timeout=_LIMIT_S, check=False)  # our own
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _windows() -> bool:
    import ctypes
    from typing import Any

    get_client_area_animation = 0x1042
    libraries: Any = ctypes
    on = ctypes.c_int(1)
    libraries.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(on), 0)
    return not on.value
