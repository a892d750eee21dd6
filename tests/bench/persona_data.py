"""The labelled sets of the persona bench: what she may be asked, and which face fits which moment."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.expression import Expression, Phase
from models.face import Moment
from models.mood import Mood
from models.speech import Message, Role

_FOLDER = Path(__file__).parent / "data"
EXPECTATIONS = frozenset({"open", "honest", "stays"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Something said to her. An answer fits when it matches one of `wanted`, or keeps to `expect` where that is set."""

    said: str
    topic: str
    expect: str
    wanted: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]
    before: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A moment and the faces that a sensible director would accept."""

    moment: Moment
    accept: tuple[Expression, ...]


def asked() -> tuple[Asked, ...]:
    """What she is asked, in the order of the file."""
    return tuple(_asked(entry) for entry in _entries("prompts", "prompt"))


SETS = ("expressions", "expressions_second")
"""Moments by two authors. Of the first set the rules' author was told the kinds of misses, of the second nothing."""


def labelled(file: str) -> tuple[Labelled, ...]:
    """The moments of a set, in the order of its file."""
    return tuple(_labelled(entry) for entry in _entries(file, "moment"))


def _entries(file: str, key: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))[key]
    return entries


def _asked(entry: dict[str, Any]) -> Asked:
    expect = entry["expect"]
    named = isinstance(expect, str)
    if named and expect not in EXPECTATIONS:
        message = f"{entry['said']!r} expects {expect!r}, which is none of {sorted(EXPECTATIONS)}"
        raise ValueError(message)
    return Asked(
        entry["said"],
        entry["topic"],
        expect if named else "",
        () if named else _patterns(expect),
        _patterns(entry.get("never", [])),
        tuple(
            Message(Role.ASSISTANT if n % 2 else Role.USER, text)
            for n, text in enumerate(entry.get("before", []))
        ),
    )


def _patterns(written: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in written)


def _labelled(entry: dict[str, Any]) -> Labelled:
    saying = entry.get("saying", "")
    phase = Phase(entry.get("phase", "speaking" if saying else "idle"))
    mood = Mood(*entry["mood"]) if "mood" in entry else Mood()
    moment = Moment(phase, mood, said=entry.get("said", ""), saying=saying, event=entry.get("event", ""))
    return Labelled(moment, tuple(Expression(face) for face in entry["accept"]))
