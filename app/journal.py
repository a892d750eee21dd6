"""A journal of every event and command, one JSON line each: for finding out afterwards what happened and why.

Off unless `VESPER_JOURNAL` names a file: it holds what was said.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.events import Voiced


class Journal:
    """Appends values to a file as they happen; closed by `close`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a", encoding="utf-8", buffering=1)

    @classmethod
    def from_environment(cls) -> Journal | None:
        """The journal the environment asks for, or None."""
        path = os.environ.get("VESPER_JOURNAL")
        return cls(Path(path)) if path else None

    def note(self, value: Any) -> None:  # noqa: ANN401  # any event or command
        """Write one value with the time (`written_s`, monotonic)."""
        fields = {"length_s": value.track.length_s} if isinstance(value, Voiced) else {}
        fields = {**{k: v for k, v in asdict(value).items() if k != "track"}, **fields}
        line = {"written_s": time.monotonic(), "is": type(value).__name__, **fields}
        self._file.write(json.dumps(line, default=str) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
