"""Importing this stands in for PyAV, which Vesper does without.

faster-whisper imports PyAV to decode media files. Vesper hands it samples and never asks for that, and PyAV's wheels
carry x264 and x265, which are under the GPL, and weigh a hundred megabytes. Whoever asks for it is told so.
"""

from __future__ import annotations

import sys
from types import ModuleType


class _LeftOut(ModuleType):
    """Stands where PyAV would, and refuses every use of it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        message = f"av.{name}: Vesper does not decode media files; give it samples or a WAV file"
        raise ImportError(message)


sys.modules.setdefault("av", _LeftOut("av"))
