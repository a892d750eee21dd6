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

from models.character import Character
from models.commands import Become
from models.events import CharacterChosen, Tick, Voiced


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
        """Write one value with the time (`written_s`, monotonic); the mere passing of time is not worth a line."""
        if isinstance(value, Tick):
            return
        line = {"written_s": time.monotonic(), "is": type(value).__name__, **_fields(value)}
        self._file.write(json.dumps(line, default=str) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401  # any event or command
    """What is worth a line of a value; mouths and whole characters are told in a few words."""
    match value:
        case CharacterChosen(character=character) | Become(character=character):
            return {"character": _who(character)}
        case Voiced(track=track):
            return {"turn": value.turn, "n": value.n, "at_s": value.at_s, "length_s": track.length_s}
    return asdict(value)


def _who(character: Character) -> dict[str, str]:
    persona = character.persona
    return {name: getattr(persona, name) for name in ("companion", "preset", "dynamic", "style", "energy")}
