"""Arms: lowered on both sides, raised to wave, folded to the chin to think, and akimbo."""

from __future__ import annotations

import math

from shapely import affinity

from assets.avatar.source.art.clothes import SHAPES, braid
from assets.avatar.source.art.geometry import crescent, rim
from assets.avatar.source.art.paint import Layer, Matrix, fill, linear, moved, outline, stroke
from assets.avatar.source.art.palette import COAT_SHADE, INK, INK_SKIN, SKIN, SKIN_SHADE
from assets.avatar.source.art.spline import Node, Spline, flip_x, on_side

_SHOULDER = (580.0, 1240.0)
_HANG_DEG = {"r": 9.0, "l": 3.0}


def _about(x: float, y: float, degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)


def _hand(shape: Spline, sleeve: Spline, shadow: tuple[float, float], thumb: list[Node]) -> Layer:
    layer = fill(shape, SKIN) + fill(crescent(shape.polygon, -9, -13), SKIN_SHADE, 0.85)
    layer += fill(affinity.translate(sleeve.polygon, *shadow).intersection(shape.polygon), "#e79aac", 0.75)
    return layer + stroke(thumb, INK_SKIN, 9, (0.8, 0.1)) + outline(shape, INK_SKIN, 11)


def _lowered(side: str) -> Layer:
    sleeve, hand = Spline(on_side(SHAPES["sleeve"], side)), Spline(on_side(SHAPES["hand"], side))
    thumb = [Node(flip_x(x, side), y) for x, y in ((440, 1594), (410, 1572), (414, 1540))]
    layer = _hand(hand, sleeve, (0, 20), thumb)
    cloth = linear(
        (flip_x(560, side), 1220), (flip_x(400, side), 1560), (0, "#4447ae"), (0.6, "#5a63d0"), (1, "#6f7de6")
    )
    layer += fill(sleeve, cloth) + fill(crescent(sleeve.polygon, -26, -20), COAT_SHADE, 0.55)
    layer += fill(rim(sleeve.points, sleeve.polygon, (-1, -0.5), 12, 3), "#b9c6ff", 0.7)
    if side == "l":
        layer += fill(rim(sleeve.points, sleeve.polygon, (1, -0.5), 12, 4), "#ff9ad6", 0.7)
    layer += braid(sleeve, 4, 7, 38)
    fold = [Node(flip_x(x, side), y) for x, y in ((490, 1420), (510, 1380), (546, 1350))]
    layer += stroke(fold, COAT_SHADE, 8, (0.1, 0.1)) + outline(sleeve, INK)
    return moved(layer, _about(flip_x(_SHOULDER[0], side), _SHOULDER[1], _HANG_DEG[side]))


def _raised() -> Layer:
    sleeve, hand = Spline(SHAPES["sleeve_up"]), Spline(SHAPES["hand_up"])
    layer = _hand(hand, sleeve, (-14, -10), [Node(186, 1034), Node(196, 1054), Node(192, 1076)])
    cloth = linear((560, 1300), (240, 1120), (0, "#4447ae"), (0.6, "#5a63d0"), (1, "#6f7de6"))
    layer += fill(sleeve, cloth) + fill(crescent(sleeve.polygon, -10, -26), COAT_SHADE, 0.55)
    layer += fill(rim(sleeve.points, sleeve.polygon, (-0.3, -1), 12, 3), "#b9c6ff", 0.7)
    layer += braid(sleeve, 4, 7, 38) + stroke("470,1226 440,1200 396,1188", COAT_SHADE, 9, (0.1, 0.1))
    return layer + outline(sleeve, INK)


def _at_chin() -> Layer:
    """The right arm folded up, a loose fist under the chin."""
    sleeve, hand = Spline(SHAPES["sleeve_chin"]), Spline(SHAPES["hand_chin"])
    layer = _hand(hand, sleeve, (-6, -16), [Node(604, 1128), Node(636, 1116), Node(668, 1130)])
    layer += stroke("610,1164 638,1154 662,1164", INK_SKIN, 8, (0.5, 0.1))
    cloth = linear((420, 1420), (620, 1180), (0, "#4447ae"), (0.6, "#5a63d0"), (1, "#6f7de6"))
    layer += fill(sleeve, cloth) + fill(crescent(sleeve.polygon, -14, -22), COAT_SHADE, 0.55)
    layer += fill(rim(sleeve.points, sleeve.polygon, (-1, -0.4), 12, 3), "#b9c6ff", 0.7)
    layer += braid(sleeve, 4, 7, 38) + stroke("452,1352 486,1366 520,1360", COAT_SHADE, 9, (0.1, 0.1))
    return layer + outline(sleeve, INK)


def _akimbo() -> Layer:
    """The right arm with its hand on the hip."""
    sleeve, hand = Spline(SHAPES["sleeve_hip"]), Spline(SHAPES["hand_hip"])
    layer = _hand(hand, sleeve, (14, 2), [Node(468, 1522), Node(502, 1528), Node(530, 1512)])
    cloth = linear((560, 1220), (320, 1480), (0, "#4447ae"), (0.6, "#5a63d0"), (1, "#6f7de6"))
    layer += fill(sleeve, cloth) + fill(crescent(sleeve.polygon, -18, -20), COAT_SHADE, 0.55)
    layer += fill(rim(sleeve.points, sleeve.polygon, (-0.6, -1), 12, 3), "#b9c6ff", 0.7)
    layer += braid(sleeve, 7, 9, 34) + stroke("352,1424 392,1416 424,1396", COAT_SHADE, 9, (0.1, 0.1))
    return layer + outline(sleeve, INK)


def layers() -> dict[str, Layer]:
    """The arms with their hands, each as one layer; those of one side serve both but for the hanging ones."""
    return {
        "arm_r": _lowered("r"), "arm_l": _lowered("l"), "arm_r_up": _raised(), "arm_r_chin": _at_chin(),
        "arm_r_hip": _akimbo(),
    }  # fmt: skip
