"""Eyes: two lid lines close over white and iris; lashes ride on the lines.

Local eye coordinates: origin at the eye's centre, x toward the outer corner, y down. `side` is -1 for the viewer's
left eye (hers: right), 1 for the other, so art x = centre + side × local x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator, make_interp_spline

from assets.avatar.source.deform.basics import CENTRE_X, Line, Points, Values, level, scaled, stack

EYE_OFFSET, EYE_Y = 164.0, 822.0
_TILT_OPEN, _TILT_HALF = 40.0, 28.0
_KNOTS = np.array([-98.0, -54.0, 4.0, 60.0, 98.0])
_OPEN_LASH = PchipInterpolator(_KNOTS, [-14, -80, -99, -83, -36])
_SHUT = make_interp_spline(_KNOTS, [20, 54, 68, 54, 12], k=2)
_SMILING = make_interp_spline(_KNOTS, [44, -12, -36, -14, 40], k=2)


@dataclass(frozen=True)
class EyeLines:
    """The rim of the open eye in local coordinates: y of its upper and lower edge over ascending x."""

    x: Line
    upper: Line
    lower: Line

    @property
    def ends(self) -> tuple[float, float]:
        """Inner and outer corner."""
        return float(self.x[0]), float(self.x[-1])


def centre_x(side: int) -> float:
    """The art x of an eye's centre."""
    return CENTRE_X + side * EYE_OFFSET


def _state(values: Values, eye: str) -> tuple[float, float, float]:
    return values[f"Eye{eye}Open"], values[f"Eye{eye}Smile"], values.get("EyeTilt", 0.0)


def _bump(x: Line) -> Line:
    """1 over the pupil, 0 at the corners."""
    return 1 - np.clip(np.abs((x - 5) / 97), 0, 1) ** 2


def _slope(x: Line, tilt: float) -> Line:
    """+1 at the end that the tilt lowers (outer for a sad 1, inner for an angry -1), -1 at the other."""
    return tilt * np.clip((x - 5) / 89, -1, 1)


def _shut(x: Line, smile: float) -> Line:
    """The line on which both lids meet: a bow that hangs, or one that smiles."""
    inside = np.clip(x, -98, 98)
    met: Line = _SHUT(inside) * (1 - smile) + _SMILING(inside) * smile
    return met


def _fall(x: Line, rest: Line, openness: float, smile: float, tilt: float) -> Line:
    """The upper line at a key: `rest` is the line of the open eye."""
    bump = _bump(x)
    if openness <= 0:
        return _shut(x, smile)
    if openness <= 0.5:
        line = rest * 0.5 + _shut(x, 0) * 0.5 - 9 * bump
        if smile:
            line = line * 0.45 + (rest * 0.5 + _shut(x, 1) * 0.5) * 0.55
        return line + _slope(x, tilt) * _TILT_HALF
    if openness <= 1:
        leaning = _slope(x, tilt) * _TILT_OPEN * np.clip(bump * 1.6, 0.3, 1)
        return rest + (smile * 10 + abs(tilt) * 9) * bump + leaning
    return rest - 13 * bump - 3 + _slope(x, tilt) * 16


def _rise(x: Line, rest: Line, openness: float, smile: float) -> Line:
    """The lower line at a key."""
    bump = _bump(x)
    if openness <= 0:
        return _shut(x, smile)
    if openness <= 0.5:
        return rest * 0.9 + _shut(x, smile) * 0.1 - smile * 18 * bump
    if openness <= 1:
        return rest - smile * 34 * bump
    return rest + 5 * bump - smile * 20 * bump


def lids(x: Line, state: tuple[float, float, float], lines: EyeLines) -> tuple[Line, Line]:
    """Upper and lower lid line over local x for (openness, smile, tilt); the upper never crosses the lower."""
    openness, smile, tilt = state
    inside = np.clip(x, *lines.ends)
    lower = _rise(x, np.interp(inside, lines.x, lines.lower), openness, smile)
    upper = _fall(x, np.interp(inside, lines.x, lines.upper), openness, smile, tilt)
    return np.minimum(upper, lower), lower


_REST = (1.0, 0.0, 0.0)


def white(points: Points, values: Values, *, side: int, eye: str, lines: EyeLines) -> Points:
    """The white collapses between the lid lines; it is also the mask of the iris."""
    x, y = (points[:, 0] - centre_x(side)) * side, points[:, 1] - EYE_Y
    upper, lower = lids(x, _REST, lines)
    tall = np.maximum(lower - upper, 1e-6)
    share = np.clip((y - upper) / tall, 0, 1)
    beyond = y - (upper + share * tall)
    top, bottom = lids(x, _state(values, eye), lines)
    return stack(points[:, 0], EYE_Y + top + (bottom - top) * share + beyond)


def lid(points: Points, values: Values, *, side: int, eye: str, lines: EyeLines) -> Points:
    """The skin of the upper lid. `points` are unit coordinates: along the lid 0 (inner) .. 1, row 0, 1 or 2.

    It covers nothing, it only shades; so it never fades: its crease sinks with the lid and ends under the shut line.
    """
    first, last = lines.ends
    x = first + 2 + points[:, 0] * (last - first - 4)
    open_line, _ = lids(x, _REST, lines)
    state = _state(values, eye)
    now, _ = lids(x, state, lines)
    now = np.maximum(now + 2, open_line - 6)
    spread = level(state[0], ((0, 0.0), (0.5, 1.0))) * (1 - 0.6 * state[1])
    top = now + 6 - (now + 6 - (open_line - 7)) * spread
    crease = top + np.minimum(22, 0.5 * np.maximum(now - top, 0.0))
    y = np.select([points[:, 1] < 0.5, points[:, 1] < 1.5], [top, crease], np.maximum(now, crease + 0.5))
    return stack(centre_x(side) + side * x, EYE_Y + y)


def lash(points: Points, values: Values, *, side: int, eye: str) -> Points:
    """The upper lash follows the lid line and flattens as the eye shuts; near the end it is almost the shut line."""
    openness, smile, tilt = _state(values, eye)
    if 0 < openness < 0.5:
        q = 2 * openness
        shut, half = {**values, f"Eye{eye}Open": 0.0}, {**values, f"Eye{eye}Open": 0.5}
        return (1 - q) * lash(points, shut, side=side, eye=eye) + q * lash(points, half, side=side, eye=eye)
    x, y = (points[:, 0] - centre_x(side)) * side, points[:, 1] - EYE_Y
    rest = _OPEN_LASH(np.clip(x, -98, 98))
    offset = y - rest
    closing = level(openness, ((0, 1.0), (0.5, 0.45), (1, 0.0)))
    outer, inner = np.clip((x - 92) / 24, 0, 1), np.clip((-82 - x) / 14, 0, 1)
    above = (1 + 0.22 * closing) * (1 - 0.35 * closing * outer)
    below = 1 - closing * (0.3 + 0.45 * np.clip((x - 62) / 36, 0, 1))
    line = _fall(x, rest, openness, smile, tilt)
    return stack(
        centre_x(side) + side * (x + closing * 6 * inner),
        EYE_Y + line + np.where(offset < 0, offset * above, offset * below),
    )


def lower_lash(points: Points, values: Values, *, side: int, eye: str, lines: EyeLines) -> Points:
    """The lower lash is carried by the lower lid line, thins out under a smile and lies flat when shut."""
    x = (points[:, 0] - centre_x(side)) * side
    inside = np.clip(x, *lines.ends)
    _, rest = lids(inside, _REST, lines)
    openness, smile, _ = _state(values, eye)
    carried = _rise(inside, rest, max(openness, 0.5), smile)
    met = smile * (1 - min(1.0, 2 * openness))
    carried = (1 - met) * carried + met * _shut(inside, smile)
    shut = -40 * _bump(inside) if openness <= 0 else 0.0
    offset = (points[:, 1] - EYE_Y - rest) * (1 - 0.45 * smile)
    return stack(points[:, 0], EYE_Y + carried + offset + shut)


def shut(points: Points, values: Values, *, side: int, eye: str, smiling: bool) -> Points:
    """A drawn shut eye, the bow that hangs or the one that smiles, bent by `Eye?Smile` toward the other.

    Both are almost straight at one half, where one takes over from the other. Drops into place at the very end.
    """
    openness, smile, _ = _state(values, eye)
    inside = np.clip((points[:, 0] - centre_x(side)) * side, -98, 98)
    bend = max(smile, 0.5) if smiling else min(smile, 0.5)
    bent = (bend - float(smiling)) * (_SMILING(inside) - _SHUT(inside))
    drop = (-17 + 9 * bend) * openness / 0.12
    return stack(points[:, 0], points[:, 1] + bent + drop)


def iris(
    points: Points,
    values: Values,
    *,
    side: int,
    follow: float = 1.0,
    param: str = "",
    grow: Sequence[float] = (),
) -> Points:
    """Iris, glint or a comic iris: `EyeBallX/Y` move it, `EyeBallForm` sizes it.

    `follow` is the share of the movement. A comic iris grows with `param`: `grow` is its size at 0, .3, .8 and 1.
    """
    form = values.get("EyeBallForm", 0.0)
    size = 1 + (0.07 if form > 0 else 0.27) * form
    if grow:
        size *= level(values[param], tuple(zip((0, 0.3, 0.8, 1), grow, strict=True)))
    x, y = values["EyeBallX"], values["EyeBallY"]
    out = scaled(points, (centre_x(side) + side * 3, EYE_Y + 4), size * (1 - 0.05 * abs(x)), size)
    return out + follow * np.array([19 * x, -16 * y])
