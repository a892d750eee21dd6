"""The shaders live2d-py loads, without the ones no model up to Cubism 5.2 can use.

With the folder it ships, the Cubism renderer compiles one program for every pair of colour and alpha blend mode of
Cubism 5.3, 480 of them, when the first model is loaded: measured 170–300 MB of compiler memory that is never given
back, and half of the time to the first frame. Given a folder that lacks those sources it compiles the 19 classic
programs and leaves the others out.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

log = logging.getLogger(__name__)

SHADERS = "FrameworkShaders"
_BLEND_MODES_SINCE = 6
"""The first moc3 file version (its fifth byte) that may ask for a blend mode; it came with Cubism 5.3."""


def shaders_for(moc: Path, package: Path, cache: Path) -> Path:
    """The folder for `live2d.init_internal` that a moc3 file can do with."""
    with moc.open("rb") as file:
        if needs_blend_modes(file.read(8)):
            return package
    try:
        return classic_shaders(package, cache)
    except OSError as problem:
        log.warning("the avatar will take more memory than it needs: %s", problem)
        return package


def needs_blend_modes(moc: bytes) -> bool:
    """Whether a moc3 file, or its head, may use the blend modes of Cubism 5.3."""
    return len(moc) > len(b"MOC3") and moc[4] >= _BLEND_MODES_SINCE


def classic_shaders(package: Path, cache: Path) -> Path:
    """A folder for `live2d.init_internal` that holds only the classic shaders of the installed `package`.

    It is a copy in `cache`, brought up to date when the package changes. Raises OSError when it cannot be written.
    """
    folder = cache / "live2d-shaders"
    target = folder / SHADERS
    target.mkdir(parents=True, exist_ok=True)
    wanted = {path.name: path for path in (package / SHADERS).iterdir() if "Blend" not in path.name}
    for path in target.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, source in wanted.items():
        if not _same(source, target / name):
            shutil.copyfile(source, target / name)
    return folder


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()
