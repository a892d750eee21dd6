"""Motions: curves in data to bezier segments of motion3 files."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Curve = list[tuple[float, float]]
"""(seconds, value) in order."""

Json = dict[str, Any]

_FADE_S = (0.35, 0.0)
_REST = {"EyeLOpen": 1.0, "EyeROpen": 1.0}
_RAMP = 0.16


@dataclass(frozen=True)
class Motion:
    """One motion file of a group; `loop` ones end where they start, the others start and end at rest."""

    group: str
    file: str
    seconds: float
    fade_in_s: float
    fade_out_s: float
    loop: bool
    curves: Mapping[str, Curve]


def both_sides(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table in which `*` in a name is spelled out as L and R."""
    out: dict[str, Any] = {}
    for name, value in table.items():
        out |= {name.replace("*", side): value for side in ("LR" if "*" in name else "L")}
    return out


def parse(data: Mapping[str, Any]) -> list[Motion]:
    """Motions from `motions.toml`.

    Each one writes every parameter that any of them uses, at rest if need be: the framework keeps the last values of
    a motion that was cut off, so whatever follows has to take them back.
    """
    rows = [{**row, "curves": both_sides(row["curves"])} for row in data["motion"]]
    used = sorted({name for row in rows for name in row["curves"]})
    out = []
    for row in rows:
        seconds = float(row["seconds"])
        fade_in, fade_out = row.get("fade", _FADE_S)
        curves = {name: _curve(row["curves"].get(name, ""), seconds, rest(name)) for name in used}
        loop = bool(row.get("loop", False))
        out.append(Motion(row["group"], row["file"], seconds, fade_in, fade_out, loop, curves))
    return out


def rest(name: str) -> float:
    """The value of a parameter between two motions."""
    return _REST.get(name, 0.0)


def _curve(value: Any, seconds: float, at_rest: float) -> Curve:  # noqa: ANN401 - a TOML value
    if value == "":
        return [(0.0, at_rest), (seconds, at_rest)]
    if isinstance(value, str):
        points = [(float(time), float(level)) for time, level in (word.split(":") for word in value.split())]
    else:
        (kind, numbers), *_ = value.items()
        shorthands: dict[str, Callable[[Any, float], Curve]] = {
            "wave": _wave, "swing": _swing, "blink": _blink, "twitch": _twitch,
        }  # fmt: skip
        points = shorthands[kind](numbers, seconds)
    return points if points[-1][0] >= seconds else [*points, (seconds, points[-1][1])]


def _swing(numbers: list[float], seconds: float) -> Curve:
    amplitude, cycles, middle, phase = numbers
    steps = int(cycles) * 8
    return [
        (seconds * k / steps, middle + amplitude * math.sin(2 * math.pi * (cycles * k / steps + phase)))
        for k in range(steps + 1)
    ]


def _wave(numbers: list[float], seconds: float) -> Curve:
    out = []
    for time, level in _swing(numbers, seconds):
        share = min(1.0, min(time, seconds - time) / (_RAMP * seconds))
        out.append((time, level * share * share * (3 - 2 * share)))
    return out


def _blink(times: list[float], seconds: float) -> Curve:
    points: Curve = [(0.0, 1.0)]
    for time in times:
        points += [(time, 1.0), (time + 0.1, 0.0), (time + 0.14, 0.0), (time + 0.32, 1.0)]
    return [*points, (seconds, 1.0)]


def _twitch(numbers: list[float], seconds: float) -> Curve:
    rest, *times = numbers
    points: Curve = [(0.0, rest)]
    for time in times:
        swing = ((0.0, 0.0), (0.11, -0.5), (0.24, 0.25), (0.36, -0.25), (0.52, 0.0))
        points += [(time + after, rest + level) for after, level in swing]
    return [*points, (seconds, rest)]


def segments(curve: Curve, *, loop: bool) -> list[float]:
    """Bezier segments with monotone (harmonic mean) tangents: no overshoot; loops close smoothly."""
    slopes = [0.0] * len(curve)
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(curve)]
    for k in range(len(curve)):
        if 0 < k < len(curve) - 1:
            before, after = steps[k - 1], steps[k]
        elif loop:
            before, after = steps[-1], steps[0]
        else:
            continue
        slopes[k] = 0.0 if before * after <= 0 else 2 * before * after / (before + after)
    out = [curve[0][0], curve[0][1]]
    for k, ((t0, v0), (t1, v1)) in enumerate(pairwise(curve)):
        third = (t1 - t0) / 3
        out += [1.0, t0 + third, v0 + slopes[k] * third, t1 - third, v1 - slopes[k + 1] * third, t1, v1]
    return out


def motion3(motion: Motion) -> Json:
    """A motion3 document."""
    count = sum(len(curve) - 1 for curve in motion.curves.values())
    return {
        "Version": 3,
        "Meta": {
            "Duration": motion.seconds, "Fps": 30.0, "Loop": motion.loop, "AreBeziersRestricted": True,
            "CurveCount": len(motion.curves), "TotalSegmentCount": count,
            "TotalPointCount": 3 * count + len(motion.curves), "UserDataCount": 0, "TotalUserDataSize": 0,
            "FadeInTime": motion.fade_in_s, "FadeOutTime": motion.fade_out_s,
        },
        "Curves": [
            {"Target": "Parameter", "Id": f"Param{name}", "Segments": segments(curve, loop=motion.loop)}
            for name, curve in motion.curves.items()
        ],
    }  # fmt: skip
