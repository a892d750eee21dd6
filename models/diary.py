"""The newest of what happened to her and what she made of it, with the reasons. Bounded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from models.commands import Command, Log, Withhold
from models.companion import Companion
from models.events import Event, Failed, Health, Heard, Touched, Typed, WorkerChanged
from models.expression import Expression
from models.face_layers import Strength
from models.requests import Panicked, QuietChosen
from models.stream.entry import Entry

MOST = 30
_LONGEST = 160


class Kind(StrEnum):
    """What a line is about. STREAM lines carry an `Entry`; the others `about` and a `reason`."""

    STREAM = "stream"
    SAID = "said"
    FACE = "face"
    TOUCH = "touch"
    PANIC = "panic"
    BACK = "back"
    QUIET = "quiet"
    LOUD = "loud"
    HELD_BACK = "held-back"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. A later one with the same `key` takes its place, where it stands; the diary gives a key to one without.

    `about` is what was said, the face, the part (with `health`), the area that was touched or the category that was
    held back; `reason` is for people and may be empty.
    """

    kind: Kind
    at_s: float
    about: str = ""
    reason: str = ""
    health: Health | None = None
    entry: Entry | None = None
    key: str = ""


_Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """At most `MOST` lines, oldest first."""

    lines: _Lines = ()
    count: int = 0

    def after(self, event: Event, before: Companion, now: Companion) -> Diary:
        """The diary once an event has happened to her and made her of what she was `before`."""
        diary = self
        for told in (_of_event(event, before, now), _of_face(event, before, now)):
            if told is not None:
                diary = diary.put(told)
        return diary

    def told(self, command: Command, at_s: float) -> Diary:
        """The diary once she has ordered something."""
        diary = self
        match command:
            case Log(entries=entries):
                for entry in entries[-MOST:]:
                    key = f"s:{entry.happening.id}"
                    diary = diary.put(Line(Kind.STREAM, entry.at_s or at_s, key=key, entry=entry))
            case Withhold(direction=direction, category=category):
                diary = diary.put(Line(Kind.HELD_BACK, at_s, category, direction))
        return diary

    def put(self, line: Line) -> Diary:
        """The diary with a line more, or in place of the one with its key."""
        if line.key and any(old.key == line.key for old in self.lines):
            same = tuple(replace(line, at_s=old.at_s) if old.key == line.key else old for old in self.lines)
            return replace(self, lines=same)
        keyed = line if line.key else replace(line, key=f"h:{self.count}")
        return Diary((*self.lines, keyed)[-MOST:], self.count + 1)


def _of_event(event: Event, before: Companion, now: Companion) -> Line | None:
    """The line for what happened."""
    line, at_s = None, event.at_s
    match event:
        case Typed(text=text) | Heard(text=text) if text.strip():
            line = Line(Kind.SAID, at_s, _cut(text), _answered(now))
        case Touched(area=area):
            line = Line(Kind.TOUCH, at_s, area)
        case Panicked(on=on) if before.floor.panicked is not on:
            line = Line(Kind.PANIC if on else Kind.BACK, at_s)
        case QuietChosen(on=on) if before.quiet is not on:
            line = Line(Kind.QUIET if on else Kind.LOUD, at_s)
        case WorkerChanged(worker=worker, health=Health.RESTARTING | Health.GONE as health, note=note):
            line = Line(Kind.PART, at_s, worker, _cut(note), health)
        case Failed(worker=worker, message=message):
            line = Line(Kind.PART, at_s, worker, _cut(message), Health.GONE)
    return line


def _of_face(event: Event, before: Companion, now: Companion) -> Line | None:
    """The line for a face she made of it."""
    face = now.face
    if face.expression is before.face.expression or not _telling(now):
        return None
    return Line(Kind.FACE, event.at_s, face.expression.value, _cut(face.reason))


def _answered(now: Companion) -> str:
    """What becomes of what was said to her."""
    return "she answers" if now.conversation.busy else ""


def _telling(now: Companion) -> bool:
    """Whether a change of face says something: not the coming and going of rest and of thinking."""
    face = now.face
    plain = face.expression in {Expression.IDLE, Expression.THINKING}
    return not plain and face.strength is not Strength.REST


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
