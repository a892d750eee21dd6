"""Comic marks beside the head, tears, and the shadow on the ground."""

from __future__ import annotations

import math

from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry import Point as Dot
from shapely.ops import unary_union

from assets.avatar.source.art.eyes import eye_centre, heart
from assets.avatar.source.art.geometry import crescent, ellipse, ribbon, sparkle
from assets.avatar.source.art.paint import Layer, fill, linear, outline, radial
from assets.avatar.source.art.palette import INK, INK_GOLD
from assets.avatar.source.art.spline import Spline, load_shapes, nodes

_SHAPES = load_shapes("emblems")


def _shadow() -> Layer:
    night = ((0, "#1d1450", 0.42), (0.6, "#1d1450", 0.26), (1, "#1d1450", 0.0))
    return fill(ellipse(720, 1928, 350, 40), radial((720, 1928), 350, *night, squash=0.115))


def _sweat() -> Layer:
    shape = Spline(_SHAPES["sweat"])
    layer = fill(shape, linear((0, 510), (0, 690), (0, "#d8f1ff"), (1, "#6fb7ff")))
    return layer + fill(Dot(334, 640).buffer(12), "#ffffff") + outline(shape, "#2c4aa8", 9)


def _hearts() -> Layer:
    layer: Layer = []
    for x, y, r in ((1250, 560, 78), (1340, 430, 44)):
        shape = Spline(heart(x, y, r))
        layer += fill(shape, linear((0, y - r * 0.78), (0, y + r * 0.95), (0, "#ff9dbf"), (1, "#f0447f")))
        layer += fill(crescent(shape.polygon, -8, -10), "#c22468", 0.5) + outline(shape, "#7a1d55", 10)
    return layer + fill(ellipse(1216, 530, 12, 18, 35), "#ffffff", 0.9)


def _anger() -> Layer:
    x, y = 470.0, 470.0
    arms = []
    curve = Spline(nodes("486,392 490,434 506,450 548,454"), closed=False)
    for quarter in range(4):
        points = [affinity.rotate(Dot(point), quarter * 90, origin=(x, y)) for point in curve.points]
        arms.append(ribbon([(point.x, point.y) for point in points], [26.0] * len(points)))
    mark = unary_union(arms)
    return fill(mark.buffer(8), "#7a1230") + fill(mark, "#ff4d6a")


def _burst(x: float, y: float, r: float) -> Layer:
    corners = []
    for index in range(8):
        reach = r if index % 2 == 0 else r * 0.26
        angle = math.radians(index * 45 - 90)
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    shape = Polygon(corners)
    glow = radial((x, y), r, (0, "#fffbe0"), (0.5, "#ffdf74"), (1, "#ffb53f"))
    return fill(shape.buffer(9), INK_GOLD) + fill(shape.buffer(2), glow)


def _zed(x: float, y: float, size: float, tilt: float) -> Layer:
    line = LineString([(-size, -size), (size, -size), (-size, size), (size, size)]).buffer(size * 0.26, 8)
    shape = affinity.translate(affinity.rotate(line, tilt, origin=(0, 0)), x, y)
    return fill(shape.buffer(8), INK) + fill(shape, "#bcd0ff")


def _tear(side: str) -> Layer:
    x = eye_centre(side)[0] + (34 if side == "l" else -34)
    shape = Spline(nodes(f"{x},892! {x + 26},950 {x + 22},984 {x},996 {x - 22},984 {x - 26},950"))
    layer = fill(shape, linear((0, 892), (0, 996), (0, "#eaf7ff", 0.9), (1, "#74bdff")))
    return layer + fill(Dot(x - 8, 970).buffer(7), "#ffffff") + outline(shape, "#3b62b8", 7)


def _thought() -> Layer:
    puffs = [(1225, 470, 62), (1300, 430, 74), (1385, 445, 64), (1420, 505, 56), (1350, 545, 62), (1265, 540, 58),
             (1310, 490, 70), (1196, 628, 25), (1150, 684, 15)]  # fmt: skip
    cloud = unary_union([Dot(x, y).buffer(radius, 24) for x, y, radius in puffs])
    dots = unary_union([Dot(x, 492).buffer(18) for x in (1258, 1318, 1378)])
    return (
        fill(cloud.buffer(8), INK)
        + fill(cloud, "#f4efff")
        + fill(crescent(cloud, -10, -14), "#d3c6f5", 0.7)
        + fill(dots, "#5a43b4")
    )


def _exclaim() -> Layer:
    bars = [
        Polygon([(1236, 292), (1300, 300), (1276, 440), (1244, 437)]),
        Polygon([(1348, 344), (1398, 366), (1344, 462), (1320, 450)]),
    ]
    mark = unary_union(
        [bar.buffer(7) for bar in bars] + [Dot(1252, 496).buffer(23), Dot(1310, 506).buffer(19)]
    )
    return fill(mark.buffer(11), INK) + fill(mark, "#ffd65e") + fill(crescent(mark, -7, -9), "#f2a03a", 0.6)


def _paw() -> Layer:
    x, y = 1300.0, 500.0
    pads = [ellipse(x + dx, y + dy, 27, 36, turn) for dx, dy, turn in
            ((-84, -16, -28), (-32, -68, -8), (32, -68, 8), (84, -16, 28))]  # fmt: skip
    sole = Spline(nodes(f"{x},{y - 24} {x + 48},{y + 6} {x + 74},{y + 60} {x + 34},{y + 76} {x},{y + 66}"
                        f" {x - 34},{y + 76} {x - 74},{y + 60} {x - 48},{y + 6}"))  # fmt: skip
    mark = unary_union([*pads, sole.polygon])
    rose = linear((0, y - 100), (0, y + 80), (0, "#ffb3d2"), (1, "#f4679f"))
    return fill(mark.buffer(11), "#7a1d55") + fill(mark, rose) + fill(crescent(mark, -7, -9), "#c93a7c", 0.5)


def _smug() -> Layer:
    """The gleam of someone who knows she is right."""
    layer: Layer = []
    for x, y, r in ((1200, 770, 82), (1290, 690, 42)):
        shape = sparkle(x, y, r, 0.2)
        layer += fill(shape.buffer(11), INK) + fill(shape.buffer(2), "#bff3ff")
        layer += fill(sparkle(x, y, r * 0.62, 0.24), "#ffffff")
    return layer


def _note() -> Layer:
    heads = [ellipse(1222, 560, 42, 31, -22), ellipse(1348, 524, 42, 31, -22)]
    stems = [
        LineString([(1255, 552), (1255, 404)]).buffer(10),
        LineString([(1381, 516), (1381, 372)]).buffer(10),
    ]
    beam = Polygon([(1245, 400), (1391, 360), (1391, 412), (1245, 452)])
    mark = unary_union([*heads, *stems, beam])
    return fill(mark.buffer(11), INK) + fill(mark, "#8fe3c8") + fill(crescent(mark, -7, -9), "#3fa98e", 0.6)


def layers() -> dict[str, Layer]:
    """Every emblem by name."""
    return {
        "shadow": _shadow(),
        "sweat": _sweat(),
        "heart": _hearts(),
        "anger": _anger(),
        "sparkle": _burst(1270, 520, 92) + _burst(1370, 660, 50) + _burst(210, 640, 60),
        "zzz": _zed(1210, 560, 34, -8) + _zed(1300, 450, 46, 6) + _zed(1420, 310, 62, -6),
        "tear_r": _tear("r"),
        "tear_l": _tear("l"),
        "think": _thought(),
        "exclaim": _exclaim(),
        "paw": _paw(),
        "smug": _smug(),
        "note": _note(),
    }
