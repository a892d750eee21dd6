"""Ears, face, cheeks and nose."""

from __future__ import annotations

from shapely import affinity
from shapely.geometry import box

from assets.avatar.source.art.geometry import crescent, ellipse, rim
from assets.avatar.source.art.hair import HAIR
from assets.avatar.source.art.paint import Layer, fill, linear, outline, radial, stroke
from assets.avatar.source.art.palette import HAIR_DARK, INK_HAIR, INK_SKIN, SKIN_SHADE
from assets.avatar.source.art.spline import Node, Spline, both_halves, flip_x, load_shapes, nodes, on_side

_SHAPES = load_shapes("head")


def _ear(side: str) -> Layer:
    outer = Spline(on_side(_SHAPES["ear"], side))
    layer = fill(outer, HAIR)
    tip = Spline(on_side(_SHAPES["ear_tip"], side)).polygon
    dark = linear(
        (flip_x(290, side), 100), (flip_x(360, side), 320), (0, "#3a2e98"), (0.6, "#4f3eb4"), (1, "#6b54cc")
    )
    layer += fill(tip.intersection(outer.polygon), dark)
    layer += fill(crescent(outer.polygon, -14 if side == "r" else -18, -4), HAIR_DARK, 0.55)
    layer += fill(rim(outer.points, outer.polygon, (-1, -0.4), 14, 4), "#f1eaff", 0.65)
    layer += outline(outer, INK_HAIR)
    inner = Spline(on_side(_SHAPES["ear_inner"], side))
    pink = linear(
        (flip_x(320, side), 200), (flip_x(440, side), 520), (0, "#b04f9c"), (0.45, "#f081b0"), (1, "#ffb9cd")
    )
    layer += fill(inner, pink) + fill(crescent(inner.polygon, 24, 20), "#8b3a92", 0.35)
    tuft = Spline(on_side(_SHAPES["ear_tuft"], side)).polygon
    return layer + fill(tuft, "#f7efff") + fill(crescent(tuft, -8, 14), "#cdbcf3", 0.55)


def _face() -> Layer:
    shape = Spline(both_halves(_SHAPES["face_half"], (Node(720, 1088),)))
    area = shape.polygon
    tones = ((0, "#ffe3d8"), (0.35, "#ffebe1"), (0.8, "#ffe8de"), (1, "#ffdcd2"))
    layer = fill(shape, linear((720, 600), (720, 1085), *tones))
    fringe = affinity.translate(Spline(_SHAPES["fringe_shadow"]).polygon, 6, 4)
    layer += fill(fringe.intersection(area), "#f0a2b6", 0.62)
    layer += fill(crescent(area, 0, -20).intersection(box(0, 900, 1600, 1200)), SKIN_SHADE, 0.8)
    return layer + outline(shape, INK_SKIN, 11, 0.7, 1.05)


def _blush(side: str) -> Layer:
    x, y = flip_x(482, side), 958.0
    pink = radial((x, y), 84, (0, "#ff7fa0", 0.75), (0.55, "#ff8fa8", 0.45), (1, "#ff9fb0", 0.0), squash=0.6)
    layer = fill(ellipse(x, y, 84, 50), pink)
    for offset in (-24, 2, 28):
        hatch = [Node(x + offset + 7, y - 12), Node(x + offset - 7, y + 12)]
        layer += stroke(hatch, "#e8587f", 7, (0.4, 0.4), 0.75)
    return layer


def _flush() -> Layer:
    """Heat over cheeks and nose."""
    layer: Layer = []
    for x in (515.0, 925.0):
        red = radial(
            (x, 925), 200, (0, "#ff3d55", 0.62), (0.55, "#ff4a5e", 0.36), (1, "#ff5a6a", 0.0), squash=0.46
        )
        layer += fill(ellipse(x, 925, 142, 92), red)
    across = radial((720, 915), 190, (0, "#ff3d55", 0.42), (1, "#ff5a6a", 0.0), squash=0.3)
    return layer + fill(ellipse(720, 915, 190, 57), across)


def _whiskers() -> Layer:
    layer: Layer = []
    for y, rise in ((918.0, -26.0), (956.0, 2.0), (994.0, 30.0)):
        for side in "rl":
            places = ((482, y), (400, y + rise * 0.6), (306, y + rise))
            line = [Node(flip_x(x, side), height) for x, height in places]
            layer += stroke(line, INK_HAIR, 13, (0.7, 0.12))
    return layer


def _nose() -> Layer:
    shape = Spline(nodes("709,922 720,918 731,922 726,931 720,935 714,931"))
    return fill(shape.polygon, "#d9708c") + fill(ellipse(718, 921.5, 4, 2.4), "#ffd3d8")


def layers() -> dict[str, Layer]:
    """Every piece of the bare head by name."""
    out = {f"ear_{side}": _ear(side) for side in "rl"} | {f"blush_{side}": _blush(side) for side in "rl"}
    return out | {"face": _face(), "nose": _nose(), "flush": _flush(), "whiskers": _whiskers()}
