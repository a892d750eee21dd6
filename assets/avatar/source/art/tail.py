"""The dusk tail: root, middle and tip, the fur of each lying over the next."""

from __future__ import annotations

from shapely.geometry import Polygon, box

from assets.avatar.source.art.geometry import Geometry, Point, crescent, rim, tapered
from assets.avatar.source.art.paint import Fill, Layer, fill, glitter, gold_star, linear, moved, stroke
from assets.avatar.source.art.palette import INK, INK_SOFT
from assets.avatar.source.art.spline import Spline, load_shapes

_SHAPES = load_shapes("tail")
_SCALE, _ROOT = 0.95, (800.0, 1640.0)


def _piece(shape: Spline, colour: Fill, lit: Geometry, shade: tuple[str, float], shaded: Geometry) -> Layer:
    layer = fill(shape, colour)
    layer += fill(crescent(shape.polygon, -46, -30).intersection(shaded), *shade)
    return layer + fill(
        rim(shape.points, shape.polygon, (-1, -0.45), 20, 5, 1.2).intersection(lit), "#ffe6ff", 0.38
    )


def _edge(shape: Spline, start: Point, end: Point, ink: str) -> Layer:
    return fill(tapered(shape.between(shape.nearest(*start), shape.nearest(*end)), 13, 0.5, 0.5), ink)


def _fur(*tufts: tuple[str, str, float, float]) -> Layer:
    return [
        mark
        for path, colour, width, opacity in tufts
        for mark in stroke(path, colour, width, (0.1, 0.1), opacity)
    ]


def _tip() -> Layer:
    shape = Spline(_SHAPES["tip"])
    colour = linear(
        (1300, 1330), (1500, 800), (0, "#d968c4"), (0.35, "#f58ab8"), (0.75, "#ffb3b6"), (1, "#ffdcae")
    )
    shaded = Polygon([(1500, 985), (1700, 900), (1700, 1700), (1200, 1700), (1330, 1430)])
    layer = _piece(shape, colour, box(1100, 700, 1440, 1060), ("#b8389a", 0.34), shaded)
    layer += _fur(
        ("1262,1040 1330,940 1430,880", "#fff4ea", 14, 0.8),
        ("1390,1010 1426,950 1466,912", "#fff4ea", 10, 0.6),
        ("1490,1060 1524,1000 1556,970", "#fff4ea", 9, 0.5),
    )
    layer += _edge(shape, (1190, 1360), (1480, 1390), INK)
    return layer + gold_star(1446, 1120, 22, -70) + glitter(1330, 1100, 22) + glitter(1520, 1090, 13)


def _middle() -> Layer:
    shape = Spline(_SHAPES["middle"])
    colour = linear(
        (1180, 1640), (1400, 1120), (0, "#6247c8"), (0.45, "#8357dc"), (0.8, "#aa62dc"), (1, "#c873dc")
    )
    shaded = Polygon([(1490, 1240), (1700, 1100), (1700, 1800), (1200, 1800), (1380, 1600)])
    layer = _piece(shape, colour, box(1000, 1210, 1160, 1600), ("#3a1590", 0.34), shaded)
    glow = rim(shape.points, shape.polygon, (1, 0.1), 14, 3, 1.1).intersection(box(1530, 1180, 1700, 1560))
    layer += fill(glow, "#d8b0ff", 0.8)
    layer += _fur(
        ("1168,1420 1176,1370 1206,1310", "#f1c8ff", 11, 0.6),
        ("1300,1380 1316,1330 1342,1290", "#f1c8ff", 9, 0.45),
        ("1486,1440 1506,1380 1532,1330", "#3a1f98", 10, 0.4),
    )
    layer += _edge(shape, (1060, 1600), (1178, 1300), INK) + _edge(shape, (1508, 1236), (1500, 1580), INK)
    layer += gold_star(1240, 1352, 27, -100) + glitter(1420, 1350, 30) + gold_star(1500, 1300, 15, -80)
    return layer + glitter(1350, 1440, 13, opacity=0.9)


def _root() -> Layer:
    shape = Spline(_SHAPES["root"])
    colour = linear((900, 1650), (1330, 1400), (0, "#4436a6"), (0.5, "#4d3eb2"), (1, "#6049cc"))
    shaded = Polygon([(1430, 1520), (1700, 1400), (1700, 1900), (700, 1900), (800, 1600), (1100, 1700)])
    layer = _piece(shape, colour, box(700, 1330, 1080, 1640), ("#1f1570", 0.36), shaded)
    below = rim(shape.points, shape.polygon, (0.3, 1), 21, 4, 1.0).intersection(box(860, 1500, 1700, 1900))
    layer += fill(below, "#a794ff", 0.9)
    layer += _fur(
        ("1040,1610 1090,1580 1120,1530", "#9d8bf5", 11, 0.55),
        ("1230,1640 1290,1600 1330,1556", "#9d8bf5", 9, 0.4),
        ("1390,1640 1440,1590 1474,1540", "#1f1768", 10, 0.5),
    )
    layer += _edge(shape, (800, 1480), (1112, 1486), INK) + _edge(shape, (1430, 1524), (800, 1620), INK_SOFT)
    layer += gold_star(1330, 1600, 26, -70) + glitter(1200, 1570, 28) + gold_star(1120, 1690, 19, -100)
    return layer + glitter(1430, 1600, 16) + glitter(1240, 1710, 16) + glitter(1060, 1540, 13)


def layers() -> dict[str, Layer]:
    """The three pieces, scaled about the root."""
    matrix = (_SCALE, 0.0, 0.0, _SCALE, _ROOT[0] * (1 - _SCALE), _ROOT[1] * (1 - _SCALE))
    pieces = {"tail_3": _tip(), "tail_2": _middle(), "tail_1": _root()}
    return {name: moved(layer, matrix) for name, layer in pieces.items()}
