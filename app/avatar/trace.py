"""What was shown, frame by frame, for measuring: JSON lines appended to the file named by VESPER_TRACE."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TextIO

from models.performance import Pose

VARIABLE = "VESPER_TRACE"


class Trace:
    """One line per frame: `at_s` (`time.monotonic()` right before drawing), the mouth, the expression, `fps`."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("a", encoding="utf-8", buffering=1)
        self._last_s = 0.0

    def frame(self, at_s: float, pose: Pose) -> None:
        """Write the frame drawn at `at_s`; `fps` comes from the time since the frame before."""
        mouth, apart_s = pose.mouth, at_s - self._last_s
        self._last_s = at_s
        line = {
            "at_s": round(at_s, 6),
            **{name: round(getattr(mouth, name), 4) for name in ("open", "form", "a", "i", "u", "e", "o")},
            "expression": pose.expression,
            "fps": round(1.0 / apart_s, 2) if apart_s > 0.0 else 0.0,
        }
        self._file.write(json.dumps(line) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def open_trace() -> Trace | None:
    """The trace the environment asks for, if it does."""
    path = os.environ.get(VARIABLE)
    return Trace(Path(path)) if path else None
