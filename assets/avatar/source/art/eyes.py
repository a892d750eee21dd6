"""Eyes and brows.

Whites, lashes, lids and brows are drawn for the viewer's left eye and reflected by the rig; iris and glints are
drawn for both, because the light comes from one side.
"""

from __future__ import annotations

import math

from assets.avatar.source.art.geometry import Point, crescent, ellipse, sparkle, star, tapered
from assets.avatar.source.art.paint import Layer, fill, linear, outline, radial, stroke
from assets.avatar.source.art.palette import INK_BROW, INK_LASH
from assets.avatar.source.art.spline import Node, Spline, load_shapes, nodes

EYE_X, EYE_Y = 556.0, 822.0
"""Centre of the viewer's left eye. Local eye coordinates: x grows toward the outer corner, y down."""

_SHAPES = load_shapes("eye")


def eye_centre(side: str) -> Point:
    """The centre of an eye."""
    return (EYE_X if side == "r" else 1440 - EYE_X, EYE_Y)


def placed(path: tuple[Node, ...]) -> tuple[Node, ...]:
    """Local eye nodes on the viewer's left eye."""
    return tuple(Node(EYE_X - node.x, EYE_Y + node.y, node.cusp) for node in path)


def white_outline() -> Spline:
    """The open eye, which is also the mask of iris and glints."""
    return Spline(placed(_SHAPES["white"]))


def _local(text: str) -> tuple[Node, ...]:
    return placed(nodes(text))


def _white() -> Layer:
    tones = ((0, "#c3aee4"), (0.3, "#f1e8fb"), (0.55, "#ffffff"), (1, "#fff4f2"))
    return fill(white_outline(), linear((0, EYE_Y - 110), (0, EYE_Y + 100), *tones))


def _iris(side: str) -> Layer:
    x, y = eye_centre(side)[0] + (3 if side == "l" else -3), EYE_Y + 4
    body = ellipse(x, y, 75, 98)
    layer = fill(ellipse(x, y, 82, 106), "#21124f")
    dusk = (
        (0, "#231463"),
        (0.26, "#4a2fae"),
        (0.48, "#a04cc8"),
        (0.66, "#f5709f"),
        (0.82, "#ffb04f"),
        (1, "#ffec94"),
    )
    layer += fill(body, linear((0, y - 95), (0, y + 95), *dusk))
    layer += fill(
        body, radial((x, y + 78), 88, (0, "#fff6b8", 0.98), (0.5, "#ffc766", 0.5), (1, "#ffb050", 0.0))
    )
    for angle in range(30, 151, 15):
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        inner, outer = (x + 40 * c, y + 8 + 46 * s), (x + 62 * c, y + 84 * s)
        middle = ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2)
        layer += fill(tapered([inner, middle, outer], 7, 0.1, 0.1), "#fff0b8", 0.55)
    layer += fill(ellipse(x, y - 2, 34, 46), linear((0, y - 50), (0, y + 42), (0, "#160b40"), (1, "#43207a")))
    return layer + fill(body.difference(ellipse(x, y + 44, 100, 108)), "#140a3c", 0.55)


def _glint(side: str) -> Layer:
    x, y = eye_centre(side)[0] + (3 if side == "l" else -3), EYE_Y + 4
    layer = fill(ellipse(x - 27, y - 45, 30, 38, 18), "#ffffff")
    layer += fill(sparkle(x + 30, y + 34, 32, 0.22), "#ffffff")
    return (
        layer
        + fill(ellipse(x + 38, y - 38, 10, 12), "#ffffff", 0.9)
        + fill(ellipse(x - 28, y + 48, 12, 9), "#ffffff", 0.85)
    )


def _heart_iris(side: str) -> Layer:
    x, y = eye_centre(side)
    r = 74.0
    shape = Spline(heart(x, y + 2, r))
    pink = linear((0, y - r), (0, y + r), (0, "#ff8fc0"), (0.55, "#ff4f8f"), (1, "#ff7d6e"))
    layer = fill(shape.polygon.buffer(6), "#8c1450") + fill(shape, pink)
    layer += fill(ellipse(x - 34, y - 32, 18, 24, 24), "#ffffff") + fill(
        ellipse(x + 34, y + 6, 9, 9), "#ffffff", 0.85
    )
    return layer


def _star_iris(side: str) -> Layer:
    """A star on a night sky as large as the iris it covers."""
    x, y = eye_centre(side)[0] + (3 if side == "l" else -3), EYE_Y + 4
    night = linear((0, y - 98), (0, y + 98), (0, "#1d0f58"), (0.55, "#5b2fc4"), (1, "#c65bd8"))
    layer = fill(ellipse(x, y, 84, 108), "#21124f") + fill(ellipse(x, y, 77, 100), night)
    shape = star(x, y + 6, 72, inner=0.5, soft=0.06)
    gold = linear((0, y - 62), (0, y + 74), (0, "#fffde8"), (0.5, "#ffe27a"), (1, "#ffb53f"))
    return layer + fill(shape.buffer(7), "#8a4a1f") + fill(shape, gold)


def _cat_iris(side: str) -> Layer:
    """As large as the iris it covers: bright, with a slit."""
    x, y = eye_centre(side)[0] + (3 if side == "l" else -3), EYE_Y + 4
    body = ellipse(x, y, 77, 100)
    gold = ((0, "#8a4b1c"), (0.3, "#f2a52c"), (0.6, "#ffdd57"), (1, "#fff6b0"))
    layer = fill(ellipse(x, y, 84, 108), "#21124f") + fill(body, linear((0, y - 98), (0, y + 98), *gold))
    layer += fill(body.difference(ellipse(x, y + 40, 102, 112)), "#5c2a12", 0.5)
    slit = Spline(nodes(f"{x},{y - 92}! {x + 17},{y} {x},{y + 90}! {x - 17},{y}"))
    return layer + fill(slit, "#170b35")


def heart(x: float, y: float, r: float) -> tuple[Node, ...]:
    """A heart of half width `r` about (x, y)."""
    half = [Node(x, y - r * 0.38, cusp=True), Node(x + r * 0.5, y - r * 0.78), Node(x + r * 0.98, y - r * 0.3),
            Node(x + r * 0.72, y + r * 0.3), Node(x, y + r * 0.95, cusp=True)]  # fmt: skip
    other = [Node(2 * x - node.x, node.y) for node in reversed(half[1:-1])]
    return (*half, *other)


def _lash() -> Layer:
    shape = Spline(placed(_SHAPES["lash"]))
    tones = ((0, "#3d2370"), (0.6, INK_LASH), (1, "#31185c"))
    return fill(shape, linear((EYE_X + 90, 0), (EYE_X - 130, 0), *tones))


def _lower_lash() -> Layer:
    layer = stroke(_local("-34,108 14,114 58,98 86,58"), "#6a3a7a", 9, (0.05, 0.5))
    return layer + stroke(_local("74,82 92,84 104,76"), "#6a3a7a", 7, (0.6, 0.1))


def _closed() -> Layer:
    layer = stroke(_local("-92,16 -50,56 4,68 60,54 100,8"), INK_LASH, 21, (0.3, 0.45))
    layer += stroke(_local("84,36 110,48 128,42"), INK_LASH, 13, (0.8, 0.1))
    return layer + stroke(_local("56,58 74,82 92,86"), INK_LASH, 12, (0.8, 0.1))


def _happy() -> Layer:
    layer = stroke(_local("-94,50 -58,-12 2,-36 62,-14 98,44"), INK_LASH, 25, (0.4, 0.4))
    return layer + stroke(_local("92,30 112,26 130,8"), INK_LASH, 13, (0.8, 0.1))


def _lid() -> Layer:
    """Skin that slides over the eye: a strip whose upper end is clear and whose lower part is shaded."""
    rose = (
        (0, "#d98a9e", 0.0),
        (0.10, "#d98a9e", 0.95),
        (0.2, "#f3c3bf", 1.0),
        (0.5, "#f9d6cf", 1.0),
        (1, "#f4c4c0", 1.0),
    )
    return fill(Spline(nodes("500,700! 560,700! 560,820! 500,820!")), linear((0, 700), (0, 820), *rose))


def _brow() -> Layer:
    shape = Spline(_local("-50,-148! -20,-170 14,-180 46,-172 72,-148! 44,-152 12,-156 -18,-150"))
    glow = crescent(shape.polygon, 3, 5)
    return fill(shape, INK_BROW) + fill(glow, "#6a52c8", 0.55) + outline(shape, INK_BROW, 3)


def layers() -> dict[str, Layer]:
    """Every piece of the eyes by name."""
    out = {
        "eye_white": _white(), "lash_upper": _lash(), "lash_lower": _lower_lash(), "eye_closed": _closed(),
        "eye_happy": _happy(), "lid": _lid(), "brow": _brow(),
    }  # fmt: skip
    for side in "rl":
        out[f"iris_{side}"] = _iris(side)
        out[f"glint_{side}"] = _glint(side)
        out[f"iris_heart_{side}"] = _heart_iris(side)
        out[f"iris_star_{side}"] = _star_iris(side)
        out[f"iris_cat_{side}"] = _cat_iris(side)
    return out
