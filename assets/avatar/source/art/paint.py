"""Filled areas with colour, and their SVG.

A `Mark` is one filled path; a layer is a list of marks, back to front. Fills are a colour or a gradient in the same
art pixels as the path, so a moved mark takes its gradient along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

from assets.avatar.source.art.geometry import Geometry, Point, outline_area, sparkle, star, tapered
from assets.avatar.source.art.palette import INK_GOLD
from assets.avatar.source.art.spline import Node, Spline, nodes

Matrix = tuple[float, float, float, float, float, float]
"""SVG order a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""

Stop = tuple[float, str, float]
"""Offset 0..1, colour, opacity."""

_SIMPLIFY_PX = 0.16
_SMALLEST_PX2 = 3.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient from `start` to `end`, or, with a `radius`, a radial one round `start`.

    `squash` scales the radial one vertically about its centre.
    """

    start: Point
    end: Point
    stops: tuple[Stop, ...]
    radius: float = 0.0
    squash: float = 1.0

    def svg(self, name: str) -> str:
        """The gradient as an SVG element named `name`."""
        stops = "".join(
            f'<stop offset="{at:g}" stop-color="{c}" stop-opacity="{o:g}"/>' for at, c, o in self.stops
        )
        (x1, y1), (x2, y2) = self.start, self.end
        if self.radius:
            place = f'cx="{x1:g}" cy="0" r="{self.radius:g}" gradientTransform="matrix(1 0 0 {self.squash:g} 0 {y1:g})"'
            return (
                f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" {place}>{stops}</radialGradient>'
            )
        place = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
        return f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {place}>{stops}</linearGradient>'


Fill = str | Gradient


def linear(start: Point, end: Point, *stops: tuple[float, str] | Stop) -> Gradient:
    """A linear gradient; stops without opacity are solid."""
    return Gradient(
        start, end, tuple((stop[0], stop[1], stop[2] if len(stop) > 2 else 1.0) for stop in stops)
    )


def radial(centre: Point, radius: float, *stops: tuple[float, str] | Stop, squash: float = 1.0) -> Gradient:
    """A radial gradient, squashed vertically by `squash`."""
    return replace(linear(centre, centre, *stops), radius=radius, squash=squash)


@dataclass(frozen=True, slots=True)
class Mark:
    """One filled path. `area` is its geometry before `matrix`."""

    area: Geometry
    path: str
    fill: Fill
    opacity: float = 1.0
    matrix: Matrix = (1, 0, 0, 1, 0, 0)

    @property
    def placed(self) -> Geometry:
        """The area after `matrix`."""
        a, b, c, d, e, f = self.matrix
        return affinity.affine_transform(self.area, [a, c, b, d, e, f])


Layer = list[Mark]


def fill(area: Geometry | Spline, colour: Fill, opacity: float = 1.0) -> Layer:
    """An area in one colour; nothing if it is empty."""
    if isinstance(area, Spline):
        return [Mark(area.polygon, area.path, colour, opacity)]
    path = _path_of(area)
    return [Mark(area, path, colour, opacity)] if path else []


def outline(spline: Spline, colour: str, width: float = 13, thin: float = 0.62, thick: float = 1.25) -> Layer:
    """The inked edge of a closed shape."""
    return fill(outline_area(spline.points, width, thin, thick), colour)


def stroke(
    path: str | Sequence[Node],
    colour: str,
    width: float,
    ends: tuple[float, float] = (0.12, 0.12),
    opacity: float = 1.0,
) -> Layer:
    """A tapered line through nodes; `ends` are the width shares at its two ends."""
    curve = Spline(nodes(path) if isinstance(path, str) else path, closed=False)
    return fill(tapered(curve.points, width, *ends), colour, opacity)


def gold_star(x: float, y: float, radius: float, rotate: float = -90, ink: float = 0) -> Layer:
    """A small embroidered star, with an outline of `ink` px."""
    shape = star(x, y, radius, rotate=rotate)
    edge = fill(shape.buffer(ink), INK_GOLD) if ink else []
    shade = shape.difference(affinity.translate(shape, -radius * 0.14, -radius * 0.16))
    return [*edge, *fill(shape, "#ffd65e"), *fill(shade, "#f2a03a", 0.7)]


def glitter(x: float, y: float, radius: float, colour: str = "#ffe9a3", opacity: float = 1.0) -> Layer:
    """A small four-pointed sparkle."""
    return fill(sparkle(x, y, radius, 0.14), colour, opacity)


def moved(layer: Iterable[Mark], matrix: Matrix) -> Layer:
    """The layer through one more transformation."""
    return [replace(mark, matrix=_compose(matrix, mark.matrix)) for mark in layer]


def extent(layer: Iterable[Mark]) -> Geometry:
    """The union of all areas of a layer."""
    return unary_union([mark.placed.buffer(0.01) for mark in layer])


def _compose(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def _path_of(area: Geometry) -> str:
    if area.is_empty:
        return ""
    simple = area.simplify(_SIMPLIFY_PX)
    pieces = [simple] if isinstance(simple, Polygon) else list(getattr(simple, "geoms", []))
    out = []
    for piece in pieces:
        if not isinstance(piece, Polygon) or piece.area < _SMALLEST_PX2:
            continue
        facing = orient(piece)
        out += [
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in list(ring.coords)[:-1]) + "Z"
            for ring in (facing.exterior, *facing.interiors)
        ]
    return "".join(out)


class Sheet:
    """An SVG document that collects marks and the gradients they use."""

    def __init__(self, width: float, height: float) -> None:
        self._size = (width, height)
        self._gradients: dict[Gradient, str] = {}
        self._body: list[str] = []

    def add(self, layer: Iterable[Mark], matrix: Matrix = (1, 0, 0, 1, 0, 0)) -> None:
        """Draw a layer over what is there, through `matrix`."""
        for mark in layer:
            where = " ".join(f"{value:.6g}" for value in _compose(matrix, mark.matrix))
            opacity = f' fill-opacity="{mark.opacity:g}"' if mark.opacity != 1 else ""
            colour = mark.fill if isinstance(mark.fill, str) else f"url(#{self._name(mark.fill)})"
            self._body.append(f'<path transform="matrix({where})" d="{mark.path}" fill="{colour}"{opacity}/>')

    def _name(self, gradient: Gradient) -> str:
        return self._gradients.setdefault(gradient, f"g{len(self._gradients)}")

    def svg(self) -> str:
        """The document."""
        width, height = self._size
        defs = "".join(gradient.svg(name) for gradient, name in self._gradients.items())
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        size = f'width="{width:g}" height="{height:g}"'
        return f"{head} {size}>\n<defs>{defs}</defs>\n" + "\n".join(self._body) + "\n</svg>\n"


__all__ = [
    "Fill", "Gradient", "Layer", "Mark", "Matrix", "Sheet", "extent", "fill", "glitter", "gold_star",
    "linear", "moved", "outline", "radial", "stroke",
]  # fmt: skip
