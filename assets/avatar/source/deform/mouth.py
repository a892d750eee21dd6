"""The mouth: every swatch lies along two lip lines that a handful of numbers describe.

`points` of these functions are unit coordinates: along the mouth 0 (viewer's left) .. 1, across 0 (upper) .. 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assets.avatar.source.deform.basics import CENTRE_X, Line, Points, Values, scaled, stack

MOUTH_Y = 984.0
VOWELS = ("A", "I", "U", "E", "O")


@dataclass(frozen=True)
class Lips:
    """One mouth: half width, sag of upper and lower line, slant, height, squareness of the corners, shift. Pixels."""

    width: float
    upper: float
    lower: float
    slant: float = 0.0
    height: float = 0.0
    square: float = 1.0
    shift: float = 0.0
    teeth: float = 0.0
    fang: float = 1.0

    @property
    def depth(self) -> float:
        """How far it is open."""
        return max(0.0, self.lower - self.upper)


def _row(lips: Lips) -> Line:
    return np.array([getattr(lips, name) for name in Lips.__dataclass_fields__])


_GLAD = (np.array([1.1, 1, 1.03, 1, 1, 1, 1, 1, 1]), np.array([0.0, 6, 0, 0, -5, 0, 0, 0, 0]))
_SAD = (np.array([0.92, 1, 0.84, 1, 1, 1, 1, 1, 1]), np.array([0.0, -20, 0, 0, 8, 0, 0, 0, 0]))
_WIDE = (np.array([1.12, 1.15, 1.14, 1, 1, 1, 1, 1, 1]), np.zeros(9))
"""How form and opening colour a spoken vowel: factors and offsets in the order of `Lips`."""


@dataclass(frozen=True)
class Mouths:
    """Named mouths: `shut_*` and `open_*` for the forms sad, plain and glad, and one per vowel."""

    by_name: Mapping[str, Lips]

    def at(self, values: Values) -> Lips:
        """The mouth of `MouthOpenY` × `MouthForm`; vowels replace it by their mean, coloured by both."""
        opened, form = values.get("MouthOpenY", 0.0), values.get("MouthForm", 0.0)
        spoken = [vowel for vowel in VOWELS if values.get(vowel, 0.0) > 0]
        if spoken:
            row = np.mean([_row(self.by_name[vowel]) for vowel in spoken], axis=0)
            row = _toward(_toward(row, _GLAD if form > 0 else _SAD, abs(form)), _WIDE, opened)
        else:
            row = (1 - opened) * self._base("shut", form) + opened * self._base("open", form)
        return Lips(*(float(value) for value in row))

    def _base(self, state: str, form: float) -> Line:
        mood = "glad" if form > 0 else "sad"
        plain, moody = _row(self.by_name[f"{state}_plain"]), _row(self.by_name[f"{state}_{mood}"])
        return (1 - abs(form)) * plain + abs(form) * moody


def _toward(row: Line, change: tuple[Line, Line], share: float) -> Line:
    factors, offsets = change
    return row * (1 + (factors - 1) * share) + offsets * share


def lines(lips: Lips, along: Line) -> tuple[Line, Line, Line]:
    """x, upper y and lower y of the lip lines in art pixels."""
    x = -lips.width * np.cos(np.pi * along)
    sag = np.sin(np.pi * np.clip(along, 0, 1)) ** lips.square
    base = MOUTH_Y + lips.height - lips.slant * x / lips.width
    return CENTRE_X + lips.shift + x, base + lips.upper * sag, base + lips.lower * sag


def inside(points: Points, values: Values, *, mouths: Mouths) -> Points:
    """The dark inside between the lines; the mask of teeth and tongue."""
    x, upper, lower = lines(mouths.at(values), points[:, 0])
    return stack(x, upper + (lower - upper) * points[:, 1])


def tongue(points: Points, values: Values, *, mouths: Mouths) -> Points:
    """The tongue lies on the lower lip and grows with the opening."""
    lips = mouths.at(values)
    x = CENTRE_X + lips.shift + (points[:, 0] * 2 - 1) * (lips.width * 0.68 + 3)
    y = (
        MOUTH_Y
        + lips.height
        + lips.lower
        + lips.depth * 0.10
        + (points[:, 1] * 2 - 1) * (lips.depth * 0.5 + 3)
    )
    return stack(x, y)


def teeth(points: Points, values: Values, *, mouths: Mouths) -> Points:
    """A band under the upper lip, `teeth` px deep."""
    lips = mouths.at(values)
    x, upper, _ = lines(lips, np.clip(points[:, 0], 0.02, 0.98))
    return stack(x, np.where(points[:, 1] < 0.5, upper - 6, upper + lips.teeth))


def lip(points: Points, values: Values, *, mouths: Mouths, upper: bool, width: float) -> Points:
    """An inked lip line of `width` px; across 0 is its upper edge. Points run row by row along the lip."""
    along = points[points[:, 1] < 0.5][:, 0]
    lips = mouths.at(values)
    x, top, bottom = lines(lips, along)
    line = stack(x, top if upper else bottom)
    tangent = np.gradient(line, axis=0)
    tangent /= np.maximum(1e-6, np.hypot(tangent[:, 0], tangent[:, 1]))[:, None]
    normal = stack(-tangent[:, 1], tangent[:, 0])
    line[0] -= tangent[0] * width * 0.45
    line[-1] += tangent[-1] * width * 0.45
    ends = np.minimum(1, np.minimum(along, 1 - along) / 0.25) ** 0.8
    half = (width * (0.62 + 0.38 * ends) * 0.5 + 1.6)[:, None]
    return np.vstack([line - normal * half, line + normal * half])


def clench(points: Points, values: Values, *, mouths: Mouths) -> Points:
    """The line between clenched teeth, half way between the lips."""
    x, upper, lower = lines(mouths.at(values), points[:, 0])
    middle = upper * 0.46 + lower * 0.54 + (points[:, 1] - 0.5) * 8
    return stack(CENTRE_X + (x - CENTRE_X) * 0.9, middle)


def fang(points: Points, values: Values, *, mouths: Mouths, root: Sequence[float]) -> Points:
    """Her fang hangs from 70 % of the upper lip and may shrink away; `points` are art pixels about `root`."""
    lips = mouths.at(values)
    x, upper, _ = lines(lips, np.array([0.70]))
    moved = points - np.asarray(root, dtype=np.float64) + np.array([x[0], upper[0] + 1])
    return scaled(moved, (x[0], upper[0] + 1), 0.15 + 0.85 * lips.fang)


def twist(points: Points, values: Values) -> Points:
    """Art pixels. `MouthSkew` pulls the mouth up into one corner, `MouthSize` grows or shrinks all of it.

    `CatMouth` bends the arc of the shut mouth into a wide ω. The bend fades below and above that arc, so that an open
    cat mouth stays round below and off the nose above.
    """
    k, cat, size = values["MouthSkew"], values["CatMouth"], values["MouthSize"]
    x = points[:, 0] - CENTRE_X
    corner = 16 * np.clip(x * np.sign(k) / 70, 0, 1.3) ** 2 * abs(k)
    slanted = stack(points[:, 0] + 20 * k, points[:, 1] - 0.2 * k * x - abs(k) * 2 - corner)
    u = np.minimum(np.abs(x), 62)
    arc = MOUTH_Y - 6 + 25 * np.sqrt(np.clip(1 - (u / 64) ** 2, 0, 1))
    omega = MOUTH_Y + 2 - 24 * ((u - 33) / 29) ** 2
    fade = np.clip((1032 - points[:, 1]) / 28, 0, 1)
    fade *= np.clip(1 - (arc - 10 - points[:, 1]) / 60, 0.2, 1)
    slanted[:, 1] += cat * (omega - arc + 0.045 * np.clip(x, -64, 64)) * fade
    slanted[:, 0] += cat * (x * 0.06 - 2) * fade
    wide, tall = (0.34, 0.26) if size > 0 else (0.3, 0.24)
    out: Points = scaled(
        slanted, (CENTRE_X, MOUTH_Y - 8), 1 + wide * size + 0.42 * cat, 1 + tall * size + 0.42 * cat
    )
    return out
