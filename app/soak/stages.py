"""Her journal as it grows: how long her answers took, stage by stage, and which parts gave up.

The stages are those of the panel (`models.latency`), from the times the events carry.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.events import Event, Health, Heard, ReplyDelta, Speaking, SpeechEnded, Typed, Voiced
from models.latency import Latency, Stages
from models.visemes import MouthTrack

_NO_MOUTH = MouthTrack(0.0)
_MADE: dict[str, Callable[[dict[str, Any]], Event]] = {
    "SpeechEnded": lambda line: SpeechEnded(line["utterance"], at_s=line["at_s"]),
    "Heard": lambda line: Heard(line["utterance"], line["text"], at_s=line["at_s"]),
    "Typed": lambda line: Typed(line["text"], at_s=line["at_s"]),
    "ReplyDelta": lambda line: ReplyDelta(line["turn"], line["text"], at_s=line["at_s"]),
    "Voiced": lambda line: Voiced(line["turn"], line["n"], _NO_MOUTH, at_s=line["at_s"]),
    "Speaking": lambda line: Speaking(line["turn"], line["n"], at_s=line["at_s"]),
}
_WORTH = 4 << 20
"""A journal this long that has been read is emptied: hours of it would fill a disk."""


@dataclass
class Reading:
    """What the journal at `path` has told so far; `look` reads on."""

    path: Path
    answers: list[Stages] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _latency: Latency = field(default_factory=Latency)
    _read: int = 0

    def look(self) -> None:
        """Take what was written since the last look."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._read)
                for line in iter(file.readline, b""):
                    if not line.endswith(b"\n"):
                        break
                    self._read += len(line)
                    self._take(json.loads(line))
                at_end = self._read == file.seek(0, os.SEEK_END)
        except FileNotFoundError:
            return
        if at_end and self._read > _WORTH:
            os.truncate(self.path, 0)
            self._read = 0

    def _take(self, line: dict[str, Any]) -> None:
        kind = line["is"]
        self.counts[kind] += 1
        if kind == "WorkerChanged":
            self.counts[f"{line['worker']} {line['health']}"] += 1
            if line["health"] == Health.GONE.value and line["worker"] in {"ears", "mind", "voice", "sound"}:
                self.given_up.append(f"{line['worker']}: {line['note']}")
        elif make := _MADE.get(kind):
            before = self._latency.last
            self._latency = self._latency.after(make(line))
            if self._latency.last is not None and self._latency.last is not before:
                self.answers.append(self._latency.last)
