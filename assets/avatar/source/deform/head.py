"""The turning head and what grows on it: depth shells, ears, hair, brows, cheeks."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from assets.avatar.source.deform.basics import CENTRE_X, Points, Values, rotated, scaled, smooth, stack

CENTRE_Y = 740.0
YAW, PITCH = math.radians(27), math.radians(18)
"""How far the head really turns when its parameter says 30."""


def shell_turn(  # noqa: PLR0913 - one row of rig data
    points: Points, values: Values, *, depth: float, dome: float = 0.0, radius_x: float = 470, radius_y: float = 490,
    keep_x: float = 1.0, keep_y: float = 1.0, contour: float = 0.0,
) -> Points:  # fmt: skip
    """Turn a layer that rides on the head at `depth` + `dome` × the height of an ellipsoid.

    `keep` 1 holds the width of a silhouette, 0 foreshortens like a flat feature. `contour` px: the far edge of a
    silhouette draws in and the near edge comes out.
    """
    yaw, pitch = YAW * values["AngleX"] / 30, PITCH * values["AngleY"] / 30
    x, y = points[:, 0] - CENTRE_X, points[:, 1] - CENTRE_Y
    z = depth + dome * np.sqrt(np.clip(1 - (x / radius_x) ** 2 - (y / radius_y) ** 2, 0, 1))
    z_after = z * math.cos(yaw) - 0.55 * x * math.sin(yaw) * (1 - keep_x)
    across = x * (keep_x + (1 - keep_x) * math.cos(yaw)) + z * math.sin(yaw)
    across -= contour * math.sin(yaw) / math.sin(YAW) * np.clip(x / radius_x, -1.2, 1.2) ** 2
    down = y * (keep_y + (1 - keep_y) * math.cos(pitch)) - z_after * math.sin(pitch)
    return stack(CENTRE_X + across, CENTRE_Y + down)


def face_turn(points: Points, values: Values) -> Points:
    """The bare face: a shell whose chin leads the turn, whose far cheek rounds out and whose far temple draws in."""
    a = values["AngleX"] / 30
    turned = shell_turn(points, values, depth=16, dome=62, keep_x=0.4, keep_y=0.6, contour=10)
    x, y = (points[:, 0] - CENTRE_X) / 350, points[:, 1]
    chin = 17 * a * smooth(y, 900, 1090)
    far = np.clip(x * np.sign(a), 0, 1.1) ** 2
    cheek = 13 * a * far * np.exp(-(((y - 975) / 70) ** 2))
    temple = -16 * a * far * np.exp(-(((y - 790) / 110) ** 2))
    return stack(turned[:, 0] + chin + cheek + temple, turned[:, 1])


def ear_turn(points: Points, values: Values, *, side: int) -> Points:
    """The near ear grows and opens, the far one narrows; both slide a little against the turn."""
    a, p = values["AngleX"] / 30, values["AngleY"] / 30
    near = -a * side
    out = scaled(points, (CENTRE_X + side * 270, 470), 1 + 0.13 * near, 1 - 0.05 * p)
    out[:, 0] += -13 * a + 0.05 * a * (470 - points[:, 1])
    out[:, 1] += 7 * p
    return out


def ear(points: Points, values: Values, *, side: int, param: str) -> Points:
    """Droop (-1) folds the ear outward, perk (1) stretches it; `EarSway` swings the tip."""
    k, pivot = values[param], (CENTRE_X + side * 270, 470.0)
    along = ((points[:, 0] - pivot[0]) * side * 0.62 + (pivot[1] - points[:, 1]) * 0.78) / 460
    along = np.clip(along, -0.2, 1.1)
    degrees = side * (-54 * k if k < 0 else -10 * k) * (0.62 + 0.38 * smooth(along, 0, 1))
    out = rotated(points, pivot, degrees)
    if k < 0:
        out = out + np.array([side * -8.0, 26.0]) * -k
    else:
        out = scaled(out, pivot, 1 - 0.02 * k, 1 + 0.05 * k) + np.array([0.0, -4.0]) * k
    return rotated(out, pivot, 9 * values["EarSway"] * smooth(along, 0.1, 1.0))


def tuck(points: Points) -> Points:
    """The hidden crown of the back hair, pulled under the cap so that no turn shows it."""
    x, y = points[:, 0], points[:, 1]
    inward = CENTRE_X + (x - CENTRE_X) * (1 - 0.05 * smooth(y, 760, 480))
    return stack(inward, np.where(y < 720, 720 - (720 - y) * 0.86, y))


def back_hair(points: Points, values: Values) -> Points:
    """The hair behind: tucked crown, free ends that swing."""
    k = values["HairBack"]
    share = np.clip((points[:, 1] - 560) / 590, 0, 1.15) ** 1.7
    x, y = points[:, 0] + 56 * k * share, points[:, 1] - 2.8 * k * k * share
    return tuck(stack(x, y - 9 * k * share * (points[:, 0] - CENTRE_X) / 400))


def cap(points: Points, values: Values) -> Points:
    """Crown and outer fringe in one piece: only the long tips move."""
    k = values["HairFront"]
    share = np.clip((points[:, 1] - 520) / 390, 0, 1.1) ** 1.8
    return stack(points[:, 0] + 32 * k * share, points[:, 1] - 4 * abs(k) * share)


def fringe(points: Points, values: Values) -> Points:
    """The middle fringe: locks swing a little out of step with each other."""
    k = values["HairFront"]
    share = np.clip((points[:, 1] - 430) / 370, 0, 1.1)
    x = points[:, 0] + 36 * k * share**1.6 * (1 + 0.25 * np.sin(points[:, 0] / 60))
    return stack(x, points[:, 1] - 4 * abs(k) * share)


def loose_lock(points: Points, values: Values) -> Points:
    """The lock on top nods about its root."""
    k = values["HairAhoge"]
    return rotated(points, (752, 366), 20 * k * smooth(points[:, 1], 350, 180) + 3 * k)


def blush(points: Points, values: Values) -> Points:
    """Both cheeks widen when she blushes."""
    out = points.copy()
    for centre in (482, 958):
        mine = np.abs(points[:, 0] - centre) < 200
        out[mine] = scaled(points[mine], (centre, 958), 1 + 0.16 * max(0.0, values["Cheek"]))
    return out


def puff(points: Points, values: Values) -> Points:
    """The bare face with `CheekPuff`: both cheeks blown out."""
    x, y = points[:, 0] - CENTRE_X, points[:, 1]
    out = (
        26 * values["CheekPuff"] * np.exp(-(((y - 985) / 66) ** 2)) * smooth(np.abs(x), 120, 330) * np.sign(x)
    )
    return stack(points[:, 0] + out, y)


def whiskers(points: Points, values: Values) -> Points:
    """Whiskers grow out of the cheeks with `Whiskers`."""
    share = 0.3 + 0.7 * values["Whiskers"]
    x = points[:, 0] - CENTRE_X
    return stack(CENTRE_X + np.sign(x) * (235 + (np.abs(x) - 235) * share), points[:, 1])


def brow(  # noqa: PLR0913 - one row of rig data
    points: Points, values: Values, *, side: int, height: str, angle: str, form: str, centre: Sequence[float]
) -> Points:
    """A brow: `height` lifts, `angle` -1 drives the inner end down and thickens it, `form` arches."""
    middle = (centre[0] if side < 0 else 2 * CENTRE_X - centre[0], centre[1])
    lift, turn, arch = values[height], values[angle], values[form]
    along = (points[:, 0] - middle[0]) * side / 56
    angry, sad = max(0.0, -turn), max(0.0, turn)
    out = scaled(points, middle, 1.06 + 0.20 * angry + 0.08 * sad, 1.0 + 0.55 * angry + 0.3 * sad)
    out[:, 1] -= arch * 13 * (1 - along * along) - 5 * arch
    out = rotated(out, middle, side * (20 * sad - 26 * angry))
    out += np.array([-side * (12 * angry + 6 * sad), 26 * angry - 2 * sad])
    out[:, 1] -= (30 if lift > 0 else 24) * lift
    return out
