"""Boots, skirts, coat, capelet, hood, cords and clasp."""

from __future__ import annotations

from shapely import affinity
from shapely.geometry import LineString, box
from shapely.geometry import Point as Dot

from assets.avatar.source.art.geometry import Geometry, crescent, ellipse, rim
from assets.avatar.source.art.paint import (
    Layer,
    fill,
    glitter,
    gold_star,
    linear,
    moved,
    outline,
    radial,
    stroke,
)
from assets.avatar.source.art.palette import (
    COAT,
    COAT_SHADE,
    DUSK,
    DUSK_SHADE,
    GOLD,
    GOLD_LIGHT,
    GOLD_SHADE,
    INK,
    INK_GOLD,
    INK_SKIN,
    INK_SOFT,
    ROSE,
    SKIN,
    SKIN_SHADE,
)  # fmt: skip
from assets.avatar.source.art.spline import CENTRE_X, Node, Spline, flip_x, load_shapes, on_side

SHAPES = load_shapes("clothes")
GOLD_CLOTH = linear((560, 1100), (880, 1700), (0, "#ffdf7e"), (0.5, GOLD), (1, "#f5ae3d"))
_LEG_DROP = (1.0, 0.0, 0.0, 1.0, 0.0, 34.0)


def braid(shape: Spline, first: int, last: int, width: float) -> Layer:
    """Gold braid along an edge of a garment, from node to node."""
    line = LineString(shape.between(first, last))
    band, shade = (
        line.buffer(width).intersection(shape.polygon),
        line.buffer(width / 3).intersection(shape.polygon),
    )
    edge = fill(band.buffer(4).intersection(shape.polygon), INK)
    return edge + fill(band, GOLD_CLOTH) + fill(shade, GOLD_SHADE, 0.75)


def _leg(side: str) -> Layer:
    shape = Spline(on_side(SHAPES["leg"], side))
    layer = fill(shape, "#6f5cc6") + fill(crescent(shape.polygon, -26, 0), "#43338f", 0.7)
    return (
        layer
        + fill(shape.polygon.intersection(box(400, 1500, 1100, 1672)), "#2c2074", 0.5)
        + outline(shape, INK, 11)
    )


def _boot(side: str) -> Layer:
    shape = Spline(on_side(SHAPES["boot"], side))
    area = shape.polygon
    layer = fill(shape, linear((0, 1690), (0, 1890), (0, "#a583f2"), (1, "#7450c8")))
    layer += fill(crescent(area, -16, -18), "#45299a", 0.55)
    for top, colour in ((1860, INK), (1864, GOLD), (1874, INK), (1879, "#4a38a8")):
        layer += fill(area.intersection(box(400, top, 1100, 1950)), colour)
    light = box(0, 1740, 1600, 1862)
    layer += fill(rim(shape.points, area, (-1, -0.7), 17, 4).intersection(light), "#eadcff", 0.9)
    layer += fill(rim(shape.points, area, (1, -0.2), 9, 3).intersection(light), "#ffb3e2", 0.75)
    layer += outline(shape, INK_SOFT, 12)
    layer += fill(ellipse(flip_x(556, side), 1832, 9, 17, 22), "#f4ebff", 0.95)
    cuff = Spline(on_side(SHAPES["cuff"], side))
    layer += (
        fill(cuff, "#fff3e4") + fill(crescent(cuff.polygon, -8, -16), "#d9b8e4", 0.8) + outline(cuff, INK, 11)
    )
    return layer + gold_star(flip_x(622, side), 1814, 25, ink=5)


def _coat() -> Layer:
    shape = Spline(SHAPES["coat"])
    area = shape.polygon
    layer = fill(shape, linear((720, 1350), (720, 1670), (0, "#3f42a6"), (0.5, COAT), (1, "#5c5fce")))
    layer += fill(Spline(SHAPES["cape_shadow"]).polygon.intersection(area), "#241f78", 0.5)
    for fold in ("fold_1", "fold_2", "fold_3"):
        layer += fill(Spline(SHAPES[fold]).polygon.intersection(area), COAT_SHADE, 0.55)
    layer += fill(rim(shape.points, area, (-1, -0.2), 12, 3), "#aab6ff", 0.7)
    layer += fill(rim(shape.points, area, (1, -0.2), 12, 4), "#ff9ad6", 0.65)
    skirt = box(300, 1500, 1200, 1800)
    hem = crescent(area, 0, -34).intersection(skirt)
    layer += fill(hem.buffer(4).intersection(area), INK) + fill(hem, GOLD_CLOTH)
    layer += fill(crescent(area, 0, -10).intersection(skirt), GOLD_SHADE, 0.75)
    for x, y, radius, rotate in ((500, 1566, 20, -105), (636, 1590, 15, -95), (800, 1586, 22, -85)):
        layer += gold_star(x, y, radius, rotate)
    layer += glitter(570, 1560, 18) + glitter(880, 1566, 20) + glitter(716, 1556, 14)
    return layer + outline(shape, INK)


def _underskirt() -> Layer:
    shape = Spline(SHAPES["underskirt"])
    under = affinity.translate(Spline(SHAPES["coat"]).polygon, 0, 22)
    return (
        fill(shape, ROSE) + fill(shape.polygon.intersection(under), "#b2447f", 0.75) + outline(shape, INK, 11)
    )


def _bodice() -> Layer:
    shape = Spline(SHAPES["bodice"])
    layer = fill(shape, "#4245a8") + fill(crescent(shape.polygon, -26, -14), COAT_SHADE, 0.6)
    layer += stroke("720,1200 720,1430", COAT_SHADE, 7, (0.6, 0.4))
    button = Dot(CENTRE_X, 1385)
    return (
        layer
        + fill(button.buffer(21), INK)
        + fill(button.buffer(15), GOLD)
        + fill(Dot(716, 1380).buffer(6), GOLD_LIGHT)
    )


def _cape(side: str) -> Layer:
    shape = Spline(on_side(SHAPES["cape"], side))
    area = shape.polygon
    layer = fill(shape, linear((600, 1150), (760, 1440), (0, "#7c9bf5"), (0.55, DUSK), (1, "#5066cf")))
    layer += fill(Spline(on_side(SHAPES["cape_fold"], side)).polygon.intersection(area), DUSK_SHADE, 0.6)
    layer += fill(crescent(area, -14, -16), DUSK_SHADE, 0.55)
    layer += fill(ellipse(CENTRE_X, 1150, 270, 120).intersection(area), "#2f3799", 0.5)
    layer += fill(rim(shape.points, area, (-1, -0.5), 14, 3), "#cfdcff", 0.75)
    if side == "l":
        layer += fill(rim(shape.points, area, (1, -0.3), 10, 4), "#ffa6dc", 0.7)
    layer += braid(shape, 4, 9, 27)
    layer += gold_star(flip_x(486, side), 1330, 20, -100 if side == "r" else -80) + glitter(
        flip_x(544, side), 1376, 15
    )
    return layer + outline(shape, INK)


def _neck() -> Layer:
    shape = Spline(SHAPES["neck"])
    shade = shape.polygon.intersection(box(600, 1000, 900, 1130))
    return fill(shape, SKIN) + fill(shade, SKIN_SHADE, 0.9) + outline(shape, INK_SKIN, 9)


def _hood() -> Layer:
    shape = Spline(SHAPES["hood"])
    area = shape.polygon
    layer = fill(shape, linear((720, 1060), (720, 1250), (0, "#5f7be6"), (0.55, "#7a99f7"), (1, "#5d79e2")))
    layer += fill(crescent(area, -10, -24), DUSK_SHADE, 0.6)
    layer += fill(rim(shape.points, area, (-1, -0.2), 12, 3), "#d5e0ff", 0.75)
    layer += fill(rim(shape.points, area, (1, -0.1), 10, 4), "#ffa6dc", 0.7)
    opening = Spline(SHAPES["hood_opening"])
    layer += fill(
        opening.polygon.intersection(area), linear((720, 1060), (720, 1186), (0, "#3a2378"), (1, "#7a4fc0"))
    )
    braided = LineString(opening.between(0, 8)).buffer(12).intersection(area)
    layer += fill(braided.buffer(5).intersection(area), INK) + fill(braided, GOLD_CLOTH)
    layer += fill(_lower_half(braided), GOLD_SHADE, 0.6)
    layer += stroke("450,1120 520,1176 620,1204", DUSK_SHADE, 9) + stroke(
        "990,1120 920,1176 820,1204", DUSK_SHADE, 9
    )
    return layer + outline(shape, INK)


def _lower_half(band: Geometry) -> Geometry:
    return affinity.translate(band, 0, 9).intersection(band).difference(affinity.translate(band, 0, -13))


def _cord(side: str) -> Layer:
    path = [Node(flip_x(x, side), y) for x, y in ((672, 1222), (632, 1256), (606, 1312))]
    layer = stroke(path, INK, 21, (0.9, 0.9)) + stroke(path, GOLD, 11, (0.9, 0.9))
    return layer + gold_star(flip_x(600, side), 1330, 27, -82 if side == "l" else -98, ink=8)


def _clasp() -> Layer:
    x, y = CENTRE_X, 1232.0
    moon = (
        Dot(x, y)
        .buffer(50, 32)
        .difference(Dot(x + 20, y - 14).buffer(39, 32))
        .buffer(-3)
        .buffer(5)
        .buffer(-1)
    )
    layer = fill(Dot(x, y).buffer(66, 32), INK)
    layer += fill(Dot(x, y).buffer(57, 32), radial((x - 14, y - 20), 80, (0, "#7b57d6"), (1, "#33257f")))
    gold = linear((x - 50, y - 50), (x + 40, y + 50), (0, GOLD_LIGHT), (0.5, GOLD), (1, GOLD_SHADE))
    return layer + fill(moon.buffer(4), INK_GOLD) + fill(moon, gold) + gold_star(x + 20, y - 12, 17)


def layers() -> dict[str, Layer]:
    """Every garment by name."""
    out = {
        "underskirt": _underskirt(),
        "coat_hem": _coat(),
        "body": _bodice(),
        "neck": _neck(),
        "hood": _hood(),
    }
    for side in "rl":
        out[f"leg_{side}"] = moved(_leg(side), _LEG_DROP)
        out[f"boot_{side}"] = moved(_boot(side), _LEG_DROP)
        out[f"cape_{side}"] = _cape(side)
        out[f"cord_{side}"] = _cord(side)
    return out | {"clasp": _clasp()}
