"""Runs first in the frozen build, which carries no PyAV.

faster-whisper imports PyAV to decode media files. Vesper hands it samples and never asks for that, and PyAV's
libraries (x264 and x265 among them, under the GPL) are half as big as all the rest. Whoever asks is told so.
"""

from __future__ import annotations

import sys
from types import ModuleType


class _LeftOut(ModuleType):
    """Stands where PyAV would, and refuses every use of it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        message = f"av.{name}: the installed Vesper cannot decode media files; give it samples or a WAV file"
        raise ImportError(message)


sys.modules["av"] = _LeftOut("av")
