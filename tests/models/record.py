"""Replays the recorded evenings and writes what they did to her mood: `python -m tests.models.record`.

`recorded/NAME.jsonl` holds events, one a line: the class's name under "event" and its fields. The trace beside it,
`NAME.mood.jsonl`, holds the mood after each of them, exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.emotion import kindness
from models.events import Event, Heard, StreamHappened, Tick, Touched, Typed
from models.feelings import felt
from models.mood import Mood
from models.stream.happening import Happening, StreamKind

RECORDED = Path(__file__).parent / "recorded"
_KINDS: dict[str, type[Event]] = {
    kind.__name__: kind for kind in (Heard, StreamHappened, Tick, Touched, Typed)
}


def evenings() -> list[Path]:
    """The recordings."""
    return sorted(path for path in RECORDED.glob("*.jsonl") if not path.name.endswith(".mood.jsonl"))


def trace_path(recording: Path) -> Path:
    """Where the trace of a recording lies."""
    return recording.with_suffix(".mood.jsonl")


def events(recording: Path) -> Iterator[Event]:
    """The events of a recording."""
    for line in recording.read_text("utf-8").splitlines():
        fields = json.loads(line)
        kind, at_s = _KINDS[fields.pop("event")], fields.pop("at_s")
        if kind is StreamHappened:
            fields["kind"] = StreamKind(fields["kind"])
            fields = {"happenings": (Happening(**fields),)}
        yield kind(**fields, at_s=at_s)


def trace(recording: Path) -> Iterator[str]:
    """The mood after each event, a JSON line each."""
    mood = Mood()
    for event in events(recording):
        said = event.text if isinstance(event, Heard | Typed) else ""
        mood = felt(mood, event, kindness(said))
        yield json.dumps(
            {
                "at_s": event.at_s,
                "energy": mood.energy,
                "positivity": mood.positivity,
                "engagement": mood.engagement,
                "rest": mood.rest.value,
            }
        )


if __name__ == "__main__":
    for path in evenings():
        trace_path(path).write_text("".join(f"{line}\n" for line in trace(path)), "utf-8")
