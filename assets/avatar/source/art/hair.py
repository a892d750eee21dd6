"""Hair: the mass behind, side locks, crown, fringe, the loose lock on top, and the star clip."""

from __future__ import annotations

import math

from shapely.geometry import Point as Dot
from shapely.geometry import box
from shapely.ops import unary_union

from assets.avatar.source.art.geometry import Geometry, crescent, ellipse, rim, star, tapered
from assets.avatar.source.art.paint import Layer, fill, linear, outline, stroke
from assets.avatar.source.art.palette import GOLD, HAIR_DARK, HAIR_SHADE, INK, INK_HAIR
from assets.avatar.source.art.spline import Node, Spline, both_halves, flip_x, load_shapes, on_side

_SHAPES = load_shapes("hair")
HAIR = linear((720, 320), (720, 1190), (0, "#c9bbff"), (0.45, "#b8a5f6"), (0.72, "#cb9bec"), (1, "#ff9ccb"))
_BEHIND = linear((720, 420), (720, 1190), (0, "#8a74dc"), (0.5, "#7f68d2"), (0.82, "#ab70cf"), (1, "#e27fb9"))


def _back() -> Layer:
    shape = Spline(both_halves(_SHAPES["back_half"], (Node(720, 1160),)))
    layer = fill(shape, _BEHIND)
    layer += fill(rim(shape.points, shape.polygon, (1, -0.1), 13, 4), "#ffb3e2", 0.7)
    layer += fill(rim(shape.points, shape.polygon, (-1, -0.1), 10, 4), "#cdbcff", 0.5)
    for side in "rl":
        for path, colour, width, opacity in (
            (((290, 800), (286, 920), (236, 1010)), HAIR_DARK, 9, 0.8),
            (((324, 900), (320, 1010), (270, 1100)), "#8f52b8", 9, 0.7),
        ):
            strand = [Node(flip_x(x, side), y) for x, y in path]
            layer += stroke(strand, colour, width, (0.1, 0.1), opacity)
    return layer + outline(shape, INK_HAIR)


def _side(side: str) -> Layer:
    shape = Spline(on_side(_SHAPES["side"], side))
    layer = fill(shape, HAIR) + fill(
        crescent(shape.polygon, -22 if side == "r" else -16, 0), HAIR_SHADE, 0.65
    )
    layer += fill(rim(shape.points, shape.polygon, (-1, -0.1), 9, 3), "#f3edff", 0.55)
    shadow = Spline(on_side(_SHAPES["side_shadow"], side)).polygon
    layer += fill(shadow.intersection(shape.polygon), HAIR_DARK, 0.55)
    strand = [Node(flip_x(x, side), y) for x, y in ((352, 800), (348, 900), (358, 980), (342, 1046))]
    layer += stroke(strand, HAIR_DARK, 8, (0.05, 0.1), 0.7)
    return layer + fill(tapered(shape.between(1, len(shape.nodes) - 1), 12, 0.2, 0.15), INK_HAIR)


def _top() -> Layer:
    shape = Spline(both_halves(_SHAPES["top_half"], (Node(720, 470),)))
    crown = shape.between(len(shape.nodes) - 4, len(shape.nodes)) + shape.between(0, 4)[1:]
    return fill(shape, HAIR) + fill(tapered(crown, 14, 0.3, 0.3), INK_HAIR)


def _halo() -> Geometry:
    """The broken arc of gloss over the fringe."""

    def height(x: float) -> float:
        out: float = 560 - 165 * math.sin(math.pi * max(0.0, min(1.0, (x - 330) / 780))) ** 0.85
        return out

    lenses = []
    for left, right, above, below in (
        (380, 442, 0.26, 0.12), (460, 616, 0.25, 0.0), (640, 668, 0.34, 0.34), (690, 806, 0.24, 0.10),
        (866, 936, 0.26, 0.10),
    ):  # fmt: skip
        (x0, y0), (x1, y1) = (left, height(left)), (right, height(right))
        dx, dy = x1 - x0, y1 - y0
        upper = Node(x0 + dx * 0.52 + dy * above, y0 + dy * 0.52 - dx * above)
        lower = Node(x1 - dx * 0.52 - dy * below, y1 - dy * 0.52 + dx * below)
        lenses.append(Spline([Node(x0, y0, cusp=True), upper, Node(x1, y1, cusp=True), lower]).polygon)
    return unary_union(lenses)


_BANGS: dict[str, tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[str, ...]]] = {
    "4": ((1048, 398), (820, 410), (10, -16), ("900,420 994,510 1046,630", "970,420 1068,540 1118,700")),
    "1": ((392, 398), (700, 410), (-10, -18), ("560,420 446,520 392,630", "480,430 374,540 322,700")),
    "3": ((876, 420), (780, 520), (0, -18), ("826,440 858,520 848,630",)),
    "2": ((622, 430), (818, 500), (0, -20), ("716,410 642,490 616,610", "784,400 748,510 736,660")),
}
"""Per bang: where its inked edge starts and ends, where its shade falls, its strands."""


def _bang(name: str, gloss: Geometry) -> Layer:
    first, last, shade, strands = _BANGS[name]
    shape = Spline(_SHAPES[f"bang_{name}"])
    layer = fill(shape, HAIR)
    layer += fill(crescent(shape.polygon, *shade).intersection(box(0, 480, 1600, 1300)), HAIR_SHADE, 0.6)
    layer += fill(gloss.intersection(shape.polygon), "#f7f2ff", 0.85)
    for strand in strands:
        layer += stroke(strand, HAIR_DARK, 8, (0.05, 0.1), 0.75)
    edge = shape.between(shape.nearest(*first), shape.nearest(*last))
    return layer + fill(tapered(edge, 12, 0.06, 0.06, 0.5), INK_HAIR)


def _loose_lock() -> Layer:
    shape = Spline(_SHAPES["ahoge"])
    layer = fill(shape, HAIR) + fill(crescent(shape.polygon, -12, -6), HAIR_SHADE, 0.6)
    return layer + fill(tapered(shape.between(0, 8), 12, 0.1, 0.1), INK_HAIR)


def _clip() -> Layer:
    x, y = 1006.0, 560.0
    shape = star(x, y, 78, inner=0.55, rotate=-78)
    gold = linear((x - 60, y - 60), (x + 50, y + 60), (0, "#fff2b4"), (0.45, GOLD), (1, "#f09a35"))
    layer = fill(shape.buffer(11), INK) + fill(shape, gold) + fill(crescent(shape, -10, -13), "#e07f2a", 0.65)
    layer += fill(ellipse(x - 18, y - 22, 19, 11, -40), "#fffbe8", 0.95)
    return layer + fill(Dot(x - 38, y - 2).buffer(5), "#fffbe8", 0.9)


def layers() -> dict[str, Layer]:
    """Every piece of hair by name."""
    gloss = _halo()
    out = {"hair_back": _back(), "ahoge": _loose_lock(), "hair_top": _top(), "star_clip": _clip()}
    out |= {f"hair_side_{side}": _side(side) for side in "rl"}
    return out | {f"hair_front_{name}": _bang(name, gloss) for name in _BANGS}
