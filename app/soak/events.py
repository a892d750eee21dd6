"""What a stream tells: the demo show over and over, each time as if it were new, several times as fast as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from app import paths

SPEED = 6.0
"""Two hours of a busy stream in twenty minutes: as much as she can still thank everyone for."""
_BREAK_S = 5.0
_SKIPPED = {"alert-settings", "recent-events", "stream-ended"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event and when it is to be told, in seconds from the beginning."""

    at_s: float
    name: str
    data: dict[str, Any]


def show(path: Path | None = None) -> tuple[Told, ...]:
    """The events of a recording, by default the demo show's."""
    text = (path or paths.asset("stream", "demo_show.jsonl")).read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    return tuple(
        Told(float(line["at_s"]), line["name"], line["payload"])
        for line in lines
        if isinstance(line.get("payload"), dict) and line["name"] not in _SKIPPED
    )


def endlessly(events: tuple[Told, ...], speed: float = SPEED) -> Iterator[Told]:
    """The same events for ever: at `speed` times their pace, with ids of their own each time round."""
    length_s = max((event.at_s for event in events), default=0.0) + _BREAK_S
    for lap in count():
        for event in events:
            data = dict(event.data)
            if "id" in data:
                data["id"] = f"{data['id']}-{lap}"
            yield Told((lap * length_s + event.at_s) / speed, event.name, data)


def stamped(event: Told, now: datetime | None = None) -> Told:
    """The same event, sent just now."""
    if "timestamp" not in event.data:
        return event
    sent = (now or datetime.now(UTC)).isoformat()
    return Told(event.at_s, event.name, event.data | {"timestamp": sent})
