"""The whole figure: hopping, leaning, breathing; clothes, arms and emblems."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from assets.avatar.source.deform.basics import CENTRE_X, Points, Turn, Values, rotated, scaled, smooth, stack

GROUND_Y = 1925.0
TAKES_OVER = 0.5
"""How far a pose of an arm has come when its drawing takes over from that of the hanging arm."""


def hop(points: Points, values: Values) -> Points:
    """`Hop` -1 crouches with a squash, 1 is the top of a jump with a stretch; the soles stay the reference."""
    k = values["Hop"]
    x, y = points[:, 0] - CENTRE_X, points[:, 1] - GROUND_Y
    if k < 0:
        return stack(CENTRE_X + x * (1 - 0.055 * k), GROUND_Y + y * (1 + 0.085 * k))
    return stack(CENTRE_X + x * (1 - 0.025 * k), GROUND_Y + y * (1 + 0.03 * k) - 112 * k)


def lean(points: Points, values: Values) -> Points:
    """`BodyAngleX/Y/Z`: turn, bow and tilt growing from the planted feet upward."""
    ax, ay, az = values["BodyAngleX"] / 10, values["BodyAngleY"] / 10, values["BodyAngleZ"] / 10
    height = np.clip((1840 - points[:, 1]) / 760, 0, 1.6)
    share = smooth(height, 0, 1.0) * np.clip(height, 1, 1.6)
    x = points[:, 0] - CENTRE_X
    narrowed = x * (1 - 0.05 * abs(ax) * smooth(height, 0, 0.6)) + 30 * ax * share
    lifted = points[:, 1] - 13 * ay * share + 0.018 * ax * x * smooth(height, 0.1, 0.7)
    return rotated(
        stack(CENTRE_X + narrowed, lifted), (CENTRE_X, 1800), 7.0 * az * smooth(height, -0.05, 0.75)
    )


def breathe(points: Points, values: Values) -> Points:
    """`Breath` widens the chest and lifts everything above it."""
    k = values["Breath"]
    chest = np.exp(-(((points[:, 1] - 1300) / 170) ** 2))
    lift = smooth(points[:, 1], 1700, 1180)
    return stack(CENTRE_X + (points[:, 0] - CENTRE_X) * (1 + 0.016 * chest * k), points[:, 1] - 9 * lift * k)


def shadow(points: Points, values: Values) -> Points:
    """The shadow shrinks under a jump and follows the lean."""
    k = values["Hop"]
    size = 1 - 0.22 * max(0.0, k) + 0.03 * max(0.0, -k)
    out: Points = scaled(points, (CENTRE_X, 1928), size) + np.array([values["BodyAngleX"] * 0.5, 0.0])
    return out


def sway(  # noqa: PLR0913 - one row of rig data
    points: Points, values: Values, *, param: str, reach: float, top: float, bottom: float, power: float = 1.6,
    lift: float = 0.0,
) -> Points:  # fmt: skip
    """Hanging cloth or hair: the lower a point between `top` and `bottom`, the more it swings, up to `reach` px."""
    k = values[param]
    share = np.clip((points[:, 1] - top) / (bottom - top), 0, 1.15) ** power
    x = points[:, 0] + k * reach * share
    y = (
        points[:, 1]
        - lift * k * k * reach * share
        - 0.16 * k * reach * share * (points[:, 0] - CENTRE_X) / 400
    )
    return stack(x, y)


def cape(points: Points, values: Values) -> Points:
    """The capelet swings at the hem and follows the turn of the body."""
    swung = sway(points, values, param="Cape", reach=24, top=1230, bottom=1430, power=1.1)
    turn = values["BodyAngleX"] * 0.8 * smooth(points[:, 1], 1080, 1230)
    return stack(swung[:, 0] + turn, swung[:, 1])


def clasp(points: Points, values: Values) -> Points:
    """The clasp rocks on its pin and slides with the turn of the body."""
    out: Points = rotated(points, (CENTRE_X, 1188), -11 * values["Clasp"]) + np.array(
        [values["BodyAngleX"] * 1.1, 0.0]
    )
    return out


def cords(points: Points, values: Values) -> Points:
    """Both hood strings swing about their eyelets."""
    out = points.copy()
    for sign in (-1, 1):
        mine = (points[:, 0] - CENTRE_X) * sign > 0
        out[mine] = rotated(points[mine], (CENTRE_X + sign * 56, 1214), -16 * values["Cords"])
    return out


def raised_arm(points: Points, values: Values, *, side: int, arm: str) -> Points:
    """The waving forearm bends at the elbow with `Arm?`, once the arm is up (`Arm?Up` beyond one half)."""
    k = values[arm]
    distance = np.hypot(points[:, 0] - (CENTRE_X + side * 160), points[:, 1] - 1260)
    up = float(smooth(np.array([values[f"{arm}Up"]]), 0.5, 1)[0])
    bent = (16 if k > 0 else 24) * k * smooth(distance, 130, 420) * up
    return rotated(points, (CENTRE_X + side * 390, 1160), -side * bent)


def legs(points: Points, values: Values) -> Points:
    """Dangling feet: `Legs` swings both to one side, `LegKick` draws up one and lets the other hang."""
    share = np.clip((points[:, 1] - 1570) / 330, 0, 1.1)
    x = points[:, 0] + 54 * values["Legs"] * share**1.4
    kick = values["LegKick"] * np.sign(points[:, 0] - CENTRE_X)
    return stack(x, points[:, 1] - 26 * kick * share - 8 * abs(values["LegKick"]) * share)


def pop(points: Points, values: Values, *, param: str, centre: Sequence[float], bob: float = 0.0) -> Points:
    """An emblem jumps out of `centre` with an overshoot and bobs `bob` px with the breath."""
    size = {0.0: 0.25, 0.15: 0.5, 0.6: 1.2, 1.0: 1.0}[values[param]]
    out: Points = scaled(points, centre, size) + np.array([0.0, -bob * values.get("Breath", 0.0)])
    return out


def swing(values: Values, *, angles: dict[str, Sequence[float]]) -> Turn:
    """A hinge: per parameter the degrees at its low end, at 0 and at its high end (-1 .. 1), added up."""
    return Turn(sum(_three(values[name], *table) for name, table in angles.items()))


def _three(value: float, low: float, rest: float, high: float) -> float:
    return rest + (high - rest) * value if value > 0 else rest - (low - rest) * value


def tilt(values: Values, *, param: str, full: float, degrees: float) -> Turn:
    """A hinge that turns by `degrees` when `param` is at `full`."""
    return Turn(values[param] / full * degrees)


def _folded(values: Values, arm: str) -> float:
    """How far an arm is folded: raising it comes first and unfolds it in the first quarter of its way."""
    return values[f"{arm}Think"] * (1 - min(1.0, 4 * values[f"{arm}Up"]))


def _akimbo(values: Values, arm: str) -> float:
    """How far an arm is akimbo: raising and folding come first."""
    others = (1 - min(1.0, 4 * values[f"{arm}{pose}"]) for pose in ("Up", "Think"))
    return values[f"{arm}Hip"] * prod(others)


def hanging(values: Values, *, arm: str) -> float:
    """The opacity of the hanging arm: shown until another pose has come half way."""
    return float(max(values[f"{arm}Up"], _folded(values, arm), _akimbo(values, arm)) <= TAKES_OVER)


def lowered_arm(values: Values, *, side: int, arm: str) -> Turn:
    """A hanging arm: swings with `Arm?` and moves to meet the raised, folded or akimbo one that takes over at one half.

    Written for the viewer's left; the other side mirrors it.
    """
    poses = (values[f"{arm}Up"], _folded(values, arm), _akimbo(values, arm))
    up, across, akimbo = (min(1.0, 2 * pose) for pose in poses)
    own = (26 if values[arm] > 0 else 13) * values[arm] * (1 - max(up, across, akimbo))
    return _mirrored(
        Turn(
            own + 45 * up - 86 * across + 24 * akimbo,
            -8 * up - 70 * across,
            -8 * up + 14 * across,
            1 - 0.14 * across - 0.12 * akimbo,
        ),
        side,
    )


def waving_arm(values: Values, *, side: int, arm: str) -> Turn:
    """A raised arm: starts where the hanging one ends (same reach), turns up, sways with `Arm?`."""
    if values[f"{arm}Up"] >= 1:
        return _mirrored(Turn(4 + 8 * values[arm]), side)
    return _mirrored(Turn(-22, scale=0.84), side)


def folded_arm(values: Values, *, side: int, arm: str) -> Turn:
    """An arm folded up: starts across the body where the hanging one ends, then the elbow drops and the fist rises.

    The fist is at the chin; `Arm?Wipe` lifts it to the eye, `Arm?` 1 takes it out beside the cheek, like a paw, and -1
    in to the other one.
    """
    rest = 1 - min(1.0, max(0.0, 2 * _folded(values, arm) - 1))
    lifted = values[f"{arm}Wipe"] * (1 - rest)
    aside = values[arm] * (1 - rest)
    turn = -34 * aside if aside > 0 else -12 * aside
    out, inward = max(0.0, aside), -14 * lifted
    return _mirrored(
        Turn(
            92 * rest + turn + inward,
            44 * rest - 26 * out - 26 * lifted,
            -150 * rest - 22 * out - 150 * lifted,
            1 - 0.06 * rest,
        ),
        side,
    )


def akimbo_arm(values: Values, *, side: int, arm: str) -> Turn:
    """A hand on the hip: comes in from a raised elbow."""
    rest = 1 - min(1.0, max(0.0, 2 * _akimbo(values, arm) - 1))
    return _mirrored(
        Turn(26 * rest + 4 * values[arm] * (1 - rest), -10 * rest, 6 * rest, 1 - 0.05 * rest), side
    )


def _mirrored(turn: Turn, side: int) -> Turn:
    return turn if side < 0 else Turn(-turn.angle, -turn.dx, turn.dy, turn.scale)
