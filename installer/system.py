"""What Vesper needs from the operating system: looked for, named, and installed with apt.

Each need is looked for by what it provides (a shared library, a program), so that another distribution, a
newer package name or a hand-built library counts too. Only data packages are looked up in dpkg's list.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from installer.terminal import SetupError, confirm, last_lines, logged, person_present, say

APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
INSTALL = [*APT, "install", "-y", "--no-install-recommends"]
APT_LOG = "apt.log"
_APT_LISTS = Path("/var/lib/apt/lists")


@dataclass(frozen=True)
class Need:
    """A Debian package and what shows that it is there: a soname, a program, a Python module, or itself."""

    package: str
    purpose: str
    library: str = ""
    program: str = ""
    module: str = ""
    essential: bool = False


PYTHON = (
    Need("python3-venv", "Python environments", module="venv", essential=True),
    Need("python3-venv", "Python environments", module="ensurepip", essential=True),
)
WINDOW = (
    Need("libgl1", "drawing", library="libGL.so.1"),
    Need("libegl1", "drawing", library="libEGL.so.1"),
    Need("libopengl0", "drawing", library="libOpenGL.so.0"),
    Need("libglib2.0-0", "the window", library="libglib-2.0.so.0"),
    Need("libxcb-cursor0", "the window", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", "the window", library="libxcb-icccm.so.4"),
    Need("libxcb-image0", "the window", library="libxcb-image.so.0"),
    Need("libxcb-keysyms1", "the window", library="libxcb-keysyms.so.1"),
    Need("libxcb-randr0", "the window", library="libxcb-randr.so.0"),
    Need("libxcb-render-util0", "the window", library="libxcb-render-util.so.0"),
    Need("libxcb-shape0", "the window", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", "the window", library="libxcb-xkb.so.1"),
    Need("libx11-xcb1", "the window", library="libX11-xcb.so.1"),
    Need("libxkbcommon-x11-0", "the window", library="libxkbcommon-x11.so.0"),
    Need("libdbus-1-3", "the desktop", library="libdbus-1.so.3"),
    Need("libfontconfig1", "text", library="libfontconfig.so.1"),
    Need("fonts-dejavu-core", "text"),
)
CORE = (
    Need("libportaudio2", "microphone and loudspeaker", library="libportaudio.so.2"),
    Need("libgomp1", "thinking on this machine", library="libgomp.so.1"),
)
VIRTUAL_DISPLAY = (
    Need("xvfb", "the virtual display", program="Xvfb"),
    Need("openbox", "the virtual display", program="openbox"),
    Need("picom", "the virtual display", program="picom"),
    Need("libgl1-mesa-dri", "drawing without a graphics card"),
)
TESTS = (
    *VIRTUAL_DISPLAY,
    Need("trayer", "tests of the tray", program="trayer"),
    Need("xdotool", "tests with a real mouse", program="xdotool"),
    Need("imagemagick", "tests of pictures", program="import"),
    Need("x11-utils", "tests of the window", program="xprop"),
    Need("x11-xserver-utils", "tests of transparency", program="xsetroot"),
    Need("pulseaudio", "tests of sound", program="pulseaudio"),
    Need("pulseaudio-utils", "tests of sound", program="parec"),
    Need("libasound2-plugins", "tests of sound"),
    Need("pocketsphinx-testdata", "tests with human speech"),
    Need("dbus", "tests of the keyring", program="dbus-run-session"),
    Need("gnome-keyring", "tests of the keyring", program="gnome-keyring-daemon"),
    Need("libglib2.0-bin", "tests of the keyring", program="gdbus"),
    Need("obs-studio", "tests with OBS", program="obs"),
    Need("obs-plugins", "tests with OBS"),
    Need("chromium", "tests of the overlay and chat pages", program="chromium"),
    Need("gcc", "tests of capturing her window", program="gcc"),
    Need("libc6-dev", "tests of capturing her window"),
    Need("libxcb1-dev", "tests of capturing her window"),
    Need("libegl-dev", "tests of capturing her window"),
    Need("libgl-dev", "tests of capturing her window"),
    Need("binutils", "the frozen build", program="objdump"),
    Need("debootstrap", "tests of the package", program="debootstrap"),
    Need("nsis", "tests of the Windows installer", program="makensis"),
)


def missing(needs: Iterable[Need]) -> list[Need]:
    """List the needs that are not met, one a package, in order."""
    needs = tuple(needs)
    libraries = _libraries() if any(need.library for need in needs) else ""
    plain = [need.package for need in needs if not (need.library or need.program or need.module)]
    installed = _installed(plain) if plain else frozenset()
    found: dict[str, Need] = {}
    for need in needs:
        if need.library:
            met = f"{need.library} " in libraries
        elif need.program:
            met = shutil.which(need.program) is not None
        elif need.module:
            met = find_spec(need.module) is not None
        else:
            met = need.package in installed
        if not met:
            found.setdefault(need.package, need)
    return list(found.values())


def provide(needs: Iterable[Need], *, may_install: bool) -> None:
    """Name what is missing and install it where that is possible and wanted.

    Raises:
        SetupError: something essential is still missing.
    """
    if sys.platform != "linux":
        return
    lacking = missing(needs)
    if not lacking:
        return
    packages = [need.package for need in lacking]
    purposes = ", ".join(dict.fromkeys(need.purpose for need in lacking))
    say(f"Missing from the system, for {purposes}:\n  {' '.join(packages)}")
    if shutil.which("apt-get") is None:
        say("Install these (the names are Debian's; other systems call them alike) and start again.")
    elif not may_install:
        say(f"To install them, paste this line:\n  {_line(packages)}")
    elif _wanted():
        _install(packages)
        lacking = missing(lacking)
    else:
        say(f"To install them later, paste this line:\n  {_line(packages)}")
    essential = [need.package for need in lacking if need.essential]
    if essential:
        message = f"Vesper cannot go on without {' '.join(essential)}."
        raise SetupError(message)
    if lacking:
        say("Going on without them; what needs them will say so.")


def _wanted() -> bool:
    if _is_root() and not person_present():
        return True
    if person_present():
        return confirm("Install them now with apt?" if _is_root() else "Install them now with sudo apt?")
    return _sudo_is_silent()


def _install(packages: list[str]) -> None:
    prefix = [] if _is_root() else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    if prefix and not _sudo_is_silent() and subprocess.run(["sudo", "-v"], check=False).returncode != 0:
        say(f"sudo did not agree. To install them later, paste this line:\n  {_line(packages)}")
        return
    say(f"Installing {len(packages)} system packages …")
    fresh = any(_APT_LISTS.glob("*Packages*"))
    if not fresh:
        logged([*prefix, *APT, "update"], APT_LOG, environment)
    if logged([*prefix, *INSTALL, *packages], APT_LOG, environment):
        return
    if fresh:
        logged([*prefix, *APT, "update"], APT_LOG, environment)
        if logged([*prefix, *INSTALL, *packages], APT_LOG, environment):
            return
    say(f"apt did not succeed; the end of .run/{APT_LOG}:\n{last_lines(APT_LOG)}")


def _line(packages: list[str]) -> str:
    sudo = "" if _is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _sudo_is_silent() -> bool:
    """Tell whether sudo works without asking for a password."""
    if shutil.which("sudo") is None:
        return False
    return subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0


def _libraries() -> str:
    """Give the linker's list of shared libraries."""
    ldconfig = shutil.which("ldconfig") or shutil.which("ldconfig", path="/sbin:/usr/sbin")
    if ldconfig is None:
        return ""
    return subprocess.run([ldconfig, "-p"], check=False, capture_output=True, text=True).stdout


def _installed(packages: list[str]) -> frozenset[str]:
    """Give those of the packages that dpkg has; all of them where there is no dpkg to ask."""
    if shutil.which("dpkg-query") is None:
        return frozenset(packages)
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\\n", *packages]
    lines = subprocess.run(query, check=False, capture_output=True, text=True).stdout.splitlines()
    return frozenset(line.split()[0] for line in lines if line.endswith(" installed"))
