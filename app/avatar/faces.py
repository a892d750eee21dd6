"""Her faces: every expression of a model, blended so that a change is eased whatever it interrupts.

The framework's own expression fade wavers when a change interrupts another (measured: lids and mouth go back and forth
as long as changes come faster than they fade), pops when an expression is taken off, and knows nothing of a blink. So
the expression files are read here. Each face has a weight; the weights always add up to one and run after the newest
face by a critically damped filter, which is exact at any frame rate, never overshoots and never turns back. Eyes
change quickly and behind shut lids, all else in the time the file asks for.

The files are Live2D's: https://docs.live2d.com/en/cubism-sdk-manual/expression/ (Add, Multiply, Overwrite).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

_NEARLY = 4.744
"""A critically damped filter has gone 95 % of its way after so many of its time constants."""

_USUAL_S, _QUICKEST_S, _SLOWEST_S = 0.3, 0.15, 0.8
_EYES_S, _EYES_WAIT_S, _SHUT = 0.13, 0.2, 0.25
"""Eyes change in the one time, as soon as the lids are this far shut or the other time has passed."""

_FIRST_STEP_S = 1.0 / 60.0
_SETTLED = 1e-4
_EYE = re.compile(r"EYE_?(?!_?BALL_?[XY]$)", re.IGNORECASE)
"""Parameters that shape an eye: all with "Eye" in their names except the gaze."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a face does to one parameter: value × `times` + `plus`, `instead` of the value by that share."""

    index: int
    plus: float = 0.0
    times: float = 1.0
    instead: float = 0.0


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One expression: what it changes, and how long it takes to come."""

    changes: tuple[Change, ...]
    fade_s: float


class _Weight:
    """A number that follows 0 or 1: two equal low-passes in a row, solved exactly."""

    __slots__ = ("_pace", "value")

    def __init__(self, value: float) -> None:
        self.value = self._pace = value

    def follow(self, target: float, turns: float) -> bool:
        """Move on by `turns` time constants; true once it is there."""
        left = exp(-turns)
        pace = target + (self._pace - target) * left
        self.value = target + ((self.value - target) + (self._pace - target) * turns) * left
        self._pace = pace
        return abs(self.value - target) + abs(pace - target) < _SETTLED


class _Blend:
    """The weights of all faces for one group of parameters."""

    def __init__(self, faces: Mapping[str, tuple[Change, ...]]) -> None:
        self._faces = {name: changes for name, changes in faces.items() if changes}
        self._weights: dict[str, _Weight] = {}
        self._target = ""

    def turn_to(self, name: str) -> None:
        """The face to go to from now on."""
        self._target = name
        if name in self._faces:
            self._weights.setdefault(name, _Weight(0.0))

    def step(self, turns: float) -> None:
        """Move on by `turns` time constants."""
        gone = []
        for name, weight in self._weights.items():
            there = weight.follow(1.0 if name == self._target else 0.0, turns)
            if there and name != self._target:
                gone.append(name)
        for name in gone:
            del self._weights[name]

    def sums(self) -> dict[int, tuple[float, float, float]]:
        """`plus`, `times` and `instead` of every parameter that is changed, by its index."""
        sums: dict[int, tuple[float, float, float]] = {}
        for name, weight in self._weights.items():
            share = weight.value
            for change in self._faces[name]:
                plus, times, instead = sums.get(change.index, (0.0, 1.0, 0.0))
                sums[change.index] = (
                    plus + share * change.plus,
                    times + share * (change.times - 1.0),
                    instead + share * change.instead,
                )
        return sums


class Faces:
    """The faces of a model by name (lower case). It wears none, which changes nothing, until told."""

    def __init__(self, files: Mapping[str, FaceFile], eyes: frozenset[int]) -> None:
        self._files = files
        self._eyes = _Blend({n: tuple(c for c in f.changes if c.index in eyes) for n, f in files.items()})
        self._rest = _Blend({n: tuple(c for c in f.changes if c.index not in eyes) for n, f in files.items()})
        self._wearing = ""
        self._worn_s = 0.0
        self._fade_s = _USUAL_S

    @property
    def names(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._files)

    def step(self, name: str, dt_s: float, lids: float) -> None:
        """Go towards the face `name`, or none if it is not known, by `dt_s`; `lids` 0..1 is how open the eyes are."""
        name = name.lower()
        if name != self._wearing:
            dt_s = min(dt_s, _FIRST_STEP_S)  # the time until now was the old face's
            self._wearing, self._worn_s = name, 0.0
            self._rest.turn_to(name)
            file = self._files.get(name)
            self._fade_s = _USUAL_S if file is None else file.fade_s
        self._worn_s += dt_s
        if lids <= _SHUT or self._worn_s >= _EYES_WAIT_S:
            self._eyes.turn_to(name)
        self._rest.step(_NEARLY * dt_s / self._fade_s)
        self._eyes.step(_NEARLY * dt_s / _EYES_S)

    def apply(self, value: Callable[[int], float], put: Callable[[int, float], None]) -> None:
        """Change a model's parameters: `value` reads one by its index, `put` writes it."""
        for blend in (self._rest, self._eyes):
            for index, (plus, times, instead) in blend.sums().items():
                put(index, value(index) * times * (1.0 - min(instead, 1.0)) + plus)


def read_faces(folder: Path, description: Mapping[str, Any], ids: Mapping[str, int]) -> Faces:
    """The faces a model's description names; `ids` are its parameters' indexes.

    Raises OSError, ValueError or KeyError for files that are no expressions.
    """
    files = {
        str(row["Name"]).lower(): _read(folder / row["File"], ids)
        for row in description["FileReferences"].get("Expressions", ())
    }
    return Faces(files, frozenset(index for name, index in ids.items() if _EYE.search(name)))


def _read(path: Path, ids: Mapping[str, int]) -> FaceFile:
    document = json.loads(path.read_text(encoding="utf-8-sig"))
    try:
        changes = tuple(_change(row, ids[row["Id"]]) for row in document["Parameters"] if row["Id"] in ids)
        fade_s = float(document.get("FadeInTime", _USUAL_S))
    except (TypeError, AttributeError) as problem:
        message = f"{path.name} is no expression"
        raise ValueError(message) from problem
    return FaceFile(changes, min(max(fade_s, _QUICKEST_S), _SLOWEST_S))


def _change(row: Mapping[str, Any], index: int) -> Change:
    value = float(row["Value"])
    match row.get("Blend", "Add"):
        case "Multiply":
            return Change(index, times=value)
        case "Overwrite":
            return Change(index, plus=value, instead=1.0)
        case _:
            return Change(index, plus=value)
