"""live2d-py, loaded safely. Everyone here takes `live2d` from this module.

The library carries its own, older copy of `std::filesystem` and exports it. Mesa loads its drivers, and with them the
system's libstdc++, into the global symbol scope; a live2d that is loaded after the first OpenGL context then mixes
both copies and aborts in the middle of loading a model. RTLD_DEEPBIND makes it prefer its own.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import Any, TypeAlias

_flags = sys.getdlopenflags() if hasattr(sys, "getdlopenflags") else None
if _flags is not None:
    sys.setdlopenflags(_flags | getattr(os, "RTLD_DEEPBIND", 0))
try:
    with contextlib.redirect_stdout(io.StringIO()):  # it prints a banner when imported
        import live2d
finally:
    if _flags is not None:
        sys.setdlopenflags(_flags)

__all__ = ["CubismModel", "live2d"]

CubismModel: TypeAlias = Any
"""A `live2d.Model`: the library has no types of its own."""
