"""The event log: what became of every happening, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.stream.happening import Happening


class Fate(StrEnum):
    """What became of it."""

    RECALLED = "recalled"
    WAITING = "waiting"
    ANSWERING = "answering"
    ANSWERED = "answered"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the event log; a later one with the same `happening.id` takes its place. `reason` is for people.

    `more` counts further chat messages that stand behind this line and were too many to be told one by one.
    """

    happening: Happening
    fate: Fate
    reason: str = ""
    at_s: float = 0.0
    more: int = 0
