"""The whole figure: hopping, leaning, breathing; clothes, arms and emblems."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.avatar.source.deform.basics import CENTRE_X, Points, Turn, Values, rotated, scaled, smooth, stack

GROUND_Y = 1925.0


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


def raised_arm(points: Points, values: Values) -> Points:
    """The waving forearm bends at the elbow with `ArmR`, once the arm is up (`ArmRUp` beyond one half)."""
    k = values["ArmR"]
    distance = np.hypot(points[:, 0] - 560, points[:, 1] - 1260)
    up = float(smooth(np.array([values["ArmRUp"]]), 0.5, 1)[0])
    return rotated(points, (330, 1160), (16 if k > 0 else 24) * k * smooth(distance, 130, 420) * up)


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


def lowered_arm(values: Values) -> Turn:
    """The hanging right arm: swings with `ArmR`, moves to meet the raised or folded arm that takes over at one half."""
    up, think = min(1.0, 2 * values["ArmRUp"]), min(1.0, 2 * values["ArmRThink"])
    rise = max(up, think)
    own = (26 if values["ArmR"] > 0 else 13) * values["ArmR"] * (1 - rise)
    return Turn(own + 45 * up - 22 * think * (1 - up), -8 * up, -8 * up)


def waving_arm(values: Values) -> Turn:
    """The raised right arm: starts where the hanging one ends (same reach), turns up, sways with `ArmR`."""
    if values["ArmRUp"] >= 1:
        return Turn(4 + 8 * values["ArmR"])
    return Turn(-22, scale=0.84)


def folded_arm(values: Values) -> Turn:
    """The arm at the chin: swings up about the elbow between one half and 1."""
    return Turn(
        62 * (1 - values["ArmRThink"]) * 2,
        0,
        30 * (1 - values["ArmRThink"]) * 2,
        0.9 + 0.1 * values["ArmRThink"],
    )
