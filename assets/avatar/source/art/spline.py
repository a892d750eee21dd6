"""Smooth shapes through few nodes, written as text.

Node grammar, separated by blanks: `x,y` smooth node · `x,y!` cusp · `~b` a bulge between its neighbours, `b` of
their distance to the left of travel. A spline is a chain of cubic Bézier segments whose tangents follow the
distance-weighted neighbours (a centripetal-like Catmull-Rom), with handle length `tension` × segment length.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from shapely.geometry import Polygon

from assets.avatar.source.art.geometry import Geometry, Point, unit

CENTRE_X = 720.0
"""The figure's line of symmetry."""

SHAPES = Path(__file__).parent / "shapes"
_BULGE_AT = 0.52
_FLATTEN_PX = 4.0


@dataclass(frozen=True, slots=True)
class Node:
    """A point of a spline; a cusp has no tangent."""

    x: float
    y: float
    cusp: bool = False

    @property
    def point(self) -> Point:
        """Its place."""
        return (self.x, self.y)


def nodes(text: str) -> tuple[Node, ...]:
    """Parse the node grammar; bulges become smooth nodes. Raises ValueError on a malformed word."""
    words = text.split()
    plain = [None if word.startswith("~") else _node(word) for word in words]
    out: list[Node] = []
    for index, (word, node) in enumerate(zip(words, plain, strict=True)):
        if node is not None:
            out.append(node)
            continue
        before, after = plain[index - 1], plain[(index + 1) % len(plain)]
        if before is None or after is None:
            raise ValueError("a bulge needs two nodes as neighbours: " + text)
        bulge = float(word[1:])
        dx, dy = after.x - before.x, after.y - before.y
        out.append(Node(before.x + dx * _BULGE_AT + dy * bulge, before.y + dy * _BULGE_AT - dx * bulge))
    return tuple(out)


def _node(word: str) -> Node:
    x, y = word.removesuffix("!").split(",")
    return Node(float(x), float(y), word.endswith("!"))


def load_shapes(region: str) -> dict[str, tuple[Node, ...]]:
    """The node lists of `shapes/<region>.toml` by name."""
    with (SHAPES / f"{region}.toml").open("rb") as file:
        return {name: nodes(text) for name, text in tomllib.load(file).items()}


def mirrored(path: Sequence[Node], centre_x: float = CENTRE_X) -> tuple[Node, ...]:
    """The nodes reflected about the vertical line x = `centre_x`."""
    return tuple(Node(2 * centre_x - node.x, node.y, node.cusp) for node in path)


def both_halves(half: Sequence[Node], tail: Sequence[Node] = ()) -> tuple[Node, ...]:
    """A symmetric outline from its right half, which starts on the centre line; `tail` closes it there."""
    return (*half, *tail, *reversed(mirrored(half[1:])))


def on_side(path: Sequence[Node], side: str) -> tuple[Node, ...]:
    """Nodes written for `_r` (the viewer's left); `side` "l" mirrors them."""
    return tuple(path) if side == "r" else mirrored(path)


def flip_x(x: float, side: str) -> float:
    """An x written for `_r`, on `side`."""
    return x if side == "r" else 2 * CENTRE_X - x


class Spline:
    """A smooth curve through nodes; closed ones are fillable areas."""

    def __init__(self, path: Sequence[Node], *, closed: bool = True, tension: float = 0.36) -> None:
        self.nodes = tuple(path)
        self.closed = closed
        self._segments = _segments(self.nodes, closed=closed, tension=tension)
        self._flat = [_flatten(*segment) for segment in self._segments]

    @cached_property
    def points(self) -> list[Point]:
        """The curve as a polyline with about 4 px steps."""
        out = [point for piece in self._flat for point in piece]
        return out if self.closed else [*out, self.nodes[-1].point]

    @cached_property
    def polygon(self) -> Geometry:
        """The filled area."""
        return Polygon(self.points).buffer(0)

    @property
    def path(self) -> str:
        """The curve as SVG path data."""
        start = self.nodes[0]
        curves = "".join(
            "C" + " ".join(f"{value:.1f}" for point in segment[1:] for value in point)
            for segment in self._segments
        )
        return f"M{start.x:.1f} {start.y:.1f}{curves}" + ("Z" if self.closed else "")

    def between(self, first: int, last: int) -> list[Point]:
        """The polyline from node `first` to node `last`, wrapping round."""
        count = len(self._segments)
        out: list[Point] = []
        index = first
        while True:
            out += self._flat[index % count]
            index += 1
            if index % count == last % count:
                return [*out, self._segments[(last - 1) % count][3]]

    def nearest(self, x: float, y: float) -> int:
        """The index of the node nearest to a place."""
        return min(range(len(self.nodes)), key=lambda index: math.dist(self.nodes[index].point, (x, y)))


_Segment = tuple[Point, Point, Point, Point]


def _segments(path: tuple[Node, ...], *, closed: bool, tension: float) -> list[_Segment]:
    count = len(path)
    tangents = [_tangent(path, index, closed=closed) for index in range(count)]
    out: list[_Segment] = []
    for index in range(count if closed else count - 1):
        following = (index + 1) % count
        a, b = path[index].point, path[following].point
        reach = math.dist(a, b) * tension
        leave, arrive = tangents[index], tangents[following]
        c1 = None if leave is None else (a[0] + leave[0] * reach, a[1] + leave[1] * reach)
        c2 = None if arrive is None else (b[0] - arrive[0] * reach, b[1] - arrive[1] * reach)
        if c1 is None and c2 is None:
            c1, c2 = _toward(a, b, 1 / 3), _toward(a, b, 2 / 3)
        elif c1 is None and c2 is not None:
            c1 = _toward(a, c2, 0.45)
        elif c2 is None and c1 is not None:
            c2 = _toward(b, c1, 0.45)
        assert c1 is not None  # noqa: S101 - narrows for the type checker; the branches above cover it
        assert c2 is not None  # noqa: S101 - as above
        out.append((a, c1, c2, b))
    return out


def _tangent(path: tuple[Node, ...], index: int, *, closed: bool) -> Point | None:
    count = len(path)
    if path[index].cusp or (not closed and index in (0, count - 1)):
        return None
    a, b, c = path[index - 1].point, path[index].point, path[(index + 1) % count].point
    before, after = math.dist(a, b) or 1e-6, math.dist(b, c) or 1e-6
    dx = (b[0] - a[0]) / before * after + (c[0] - b[0]) / after * before
    dy = (b[1] - a[1]) / before * after + (c[1] - b[1]) / after * before
    return unit((dx, dy))


def _toward(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _flatten(p0: Point, c1: Point, c2: Point, p3: Point) -> list[Point]:
    """Points of one segment without its end."""
    length = math.dist(p0, c1) + math.dist(c1, c2) + math.dist(c2, p3)
    steps = max(4, int(length / _FLATTEN_PX))
    out: list[Point] = []
    for step in range(steps):
        t = step / steps
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        points = (p0, c1, c2, p3)
        out.append(
            (
                sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
            )
        )
    return out
