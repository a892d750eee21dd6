"""What a frozen build asks of a Debian system, read from its libraries."""

from __future__ import annotations

import re
from pathlib import Path

from installer.slim.elf import is_library, needed, versions

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
"""The Debian package of each library that is left to the system."""

OPENED = ("libasound2 | libasound2t64", "libegl1", "libgl1", "libopengl0", "libportaudio2")
"""Packages of libraries that are opened by name while she runs."""

_C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|util|resolv))\.so\.\d+")
_C_VERSION = re.compile(r"GLIBC_(\d+)\.(\d+)")
_CXX_VERSION = re.compile(r"GLIBCXX_3\.4\.(\d+)")
_COMPILERS = {22: "6", 24: "7", 25: "8", 28: "9", 29: "11", 30: "12", 32: "13", 33: "14"}
"""The GCC that a version of the C++ library's symbols came with."""


class UnknownLibraryError(Exception):
    """The build needs a library that no package is known for."""


def libraries(bundle: Path) -> dict[str, Path]:
    """The libraries that a folder's own need and that are not in it, each with one that needs it.

    The C library and its parts are left out.
    """
    own = {path.name for path in bundle.rglob("*.so*")}
    found = dict[str, Path]()
    for path in sorted(bundle.rglob("*")):
        for name in needed(_data(path)) if _is_library(path) else ():
            if name not in own and not _C_LIBRARY.fullmatch(name):
                found.setdefault(name, path)
    return found


def depends(bundle: Path) -> list[str]:
    """The bundle's Debian dependencies, sorted.

    Raises:
        UnknownLibraryError: no package is known for a library that it needs.
    """
    packages = set(OPENED)
    for name, path in libraries(bundle).items():
        if name not in PACKAGES:
            message = f"{path.name} needs {name}, for which no package is known"
            raise UnknownLibraryError(message)
        packages.add(PACKAGES[name])
    glibc, compiler = oldest_system(bundle)
    packages -= {"libstdc++6"}
    return sorted(packages | {f"libc6 (>= {glibc})", f"libstdc++6 (>= {compiler})"})


def oldest_system(bundle: Path) -> tuple[str, str]:
    """The oldest C library, and the oldest C++ library by its compiler, that the bundle can be loaded with."""
    c, cxx = (2, 0), 0
    for path in bundle.rglob("*"):
        for names in versions(_data(path)).values() if _is_library(path) else ():
            for name in names:
                if found := _C_VERSION.fullmatch(name):
                    c = max(c, (int(found[1]), int(found[2])))
                elif found := _CXX_VERSION.fullmatch(name):
                    cxx = max(cxx, int(found[1]))
    compiler = next((gcc for symbols, gcc in _COMPILERS.items() if symbols >= cxx), "14")
    return f"{c[0]}.{c[1]}", compiler


def _is_library(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return is_library(file.read(16))


def _data(path: Path) -> bytes:
    return path.read_bytes()
