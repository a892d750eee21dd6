"""Areas derived from outlines: ribbons of varying width, shade crescents, rim light, stars. Art pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from shapely import affinity
from shapely.geometry import Point as Dot
from shapely.geometry import Polygon
from shapely.ops import unary_union

Point = tuple[float, float]
Geometry = Any
"""A shapely geometry; shapely ships no types."""

LIGHT: Point = (0.4229, 0.9062)
"""Away from the light: outlines swell on the lower right."""


def unit(vector: Point) -> Point:
    """The vector at length 1; the zero vector stays zero."""
    length = math.hypot(*vector) or 1e-9
    return (vector[0] / length, vector[1] / length)


def normals(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Unit normals to the left of travel at every point."""
    count = len(points)
    out: list[Point] = []
    for index in range(count):
        before = points[index - 1] if closed or index > 0 else points[index]
        after = points[(index + 1) % count] if closed or index < count - 1 else points[index]
        tangent = unit((after[0] - before[0], after[1] - before[1]))
        out.append((tangent[1], -tangent[0]))
    return out


def turning(points: Sequence[Point]) -> int:
    """1 if the closed polyline runs clockwise on screen, else -1."""
    area = sum(
        points[index - 1][0] * points[index][1] - points[index][0] * points[index - 1][1]
        for index in range(len(points))
    )
    return 1 if area > 0 else -1


def ribbon(points: Sequence[Point], widths: Sequence[float], *, closed: bool = False) -> Geometry:
    """The area swept along a polyline with a full width per point; sharp bends are rounded."""
    count = len(points)
    sideways = normals(points, closed=closed)
    pieces: list[Geometry] = []
    for index in range(count if closed else count - 1):
        following = (index + 1) % count
        a, b = points[index], points[following]
        if math.dist(a, b) < 1e-6:
            continue
        (ax, ay), (bx, by) = sideways[index], sideways[following]
        wa, wb = widths[index] / 2, widths[following] / 2
        quad = Polygon(
            [
                (a[0] + ax * wa, a[1] + ay * wa),
                (b[0] + bx * wb, b[1] + by * wb),
                (b[0] - bx * wb, b[1] - by * wb),
                (a[0] - ax * wa, a[1] - ay * wa),
            ]
        )
        pieces.append(quad if quad.is_valid else quad.convex_hull)
    for index in range(count):
        if not closed and index in (0, count - 1):
            pieces.append(Dot(points[index]).buffer(max(widths[index] / 2, 0.6), 8))
            continue
        a, here, b = points[index - 1], points[index], points[(index + 1) % count]
        into, out = unit((here[0] - a[0], here[1] - a[1])), unit((b[0] - here[0], b[1] - here[1]))
        if into[0] * out[0] + into[1] * out[1] < 0.97:
            pieces.append(Dot(here).buffer(widths[index] / 2, 8))
    return unary_union(pieces).buffer(0.05)


def _smoothed(widths: list[float], passes: int) -> list[float]:
    for _ in range(passes):
        count = len(widths)
        widths = [(widths[k - 1] + widths[k] * 2 + widths[(k + 1) % count]) / 4 for k in range(count)]
    return widths


def outline_area(points: Sequence[Point], width: float, thin: float = 0.62, thick: float = 1.25) -> Geometry:
    """A closed outline that is `thin` × width toward the light and `thick` × width away from it."""
    sign = turning(points)
    widths = []
    for nx, ny in normals(points, closed=True):
        away = (nx * sign) * LIGHT[0] + (ny * sign) * LIGHT[1]
        widths.append(width * (thin + (thick - thin) * (away + 1) / 2))
    return ribbon(points, _smoothed(widths, 3), closed=True)


def tapered(
    points: Sequence[Point], width: float, start: float = 0.15, end: float = 0.15, power: float = 0.7
) -> Geometry:
    """An open stroke that swells in the middle; `start`, `end` are the width shares at its ends."""
    along = [0.0]
    for a, b in pairwise(points):
        along.append(along[-1] + math.dist(a, b))
    total = along[-1] or 1.0
    widths = []
    for length in along:
        t = length / total
        rise = start + (1 - start) * min(1.0, t / 0.45) ** power
        fall = end + (1 - end) * min(1.0, (1 - t) / 0.45) ** power
        widths.append(width * min(1.0, rise, fall))
    return ribbon(points, widths)


def crescent(area: Geometry, dx: float, dy: float) -> Geometry:
    """What is left of an area after it is moved away by (dx, dy): shade on the opposite side."""
    return area.difference(affinity.translate(area, dx, dy))


def rim(
    points: Sequence[Point], area: Geometry, toward: Point, width: float, inset: float = 4, power: float = 1.4
) -> Geometry:
    """A band just inside the edge on the side that faces `toward`."""
    direction = unit(toward)
    sign = turning(points)
    widths = []
    for nx, ny in normals(points, closed=True):
        facing = max(0.0, (nx * sign) * direction[0] + (ny * sign) * direction[1])
        widths.append(2 * (width * facing**power + inset if facing > 0.02 else 0.0))
    widths = [value if value > inset * 1.8 else 0.02 for value in _smoothed(widths, 6)]
    return ribbon(points, widths, closed=True).intersection(area)


def star(
    x: float, y: float, radius: float, *, inner: float = 0.52, rotate: float = -90, soft: float = 0.12
) -> Geometry:
    """A five-pointed star with rounded tips; `inner` is the share of the inner radius."""
    corners = []
    for index in range(10):
        r = radius if index % 2 == 0 else radius * inner
        angle = math.radians(rotate + index * 36)
        corners.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    sharp = Polygon(corners)
    if not soft:
        return sharp
    return (
        sharp.buffer(-radius * soft, 12)
        .buffer(radius * soft * 1.9, 12)
        .buffer(-radius * soft * 0.9 + 0.01, 12)
    )


def sparkle(x: float, y: float, radius: float, pinch: float = 0.16) -> Geometry:
    """A four-pointed sparkle with concave sides; `pinch` is how near the sides come to the centre."""
    outline: list[Point] = []
    for index in range(4):
        a, b, middle = (math.radians(index * 90 + offset) for offset in (-90, 0, -45))
        p0 = (x + radius * math.cos(a), y + radius * math.sin(a))
        p2 = (x + radius * math.cos(b), y + radius * math.sin(b))
        p1 = (x + radius * pinch * math.cos(middle), y + radius * pinch * math.sin(middle))
        for step in range(10):
            t = step / 10
            outline.append(
                (
                    (1 - t) ** 2 * p0[0] + 2 * t * (1 - t) * p1[0] + t * t * p2[0],
                    (1 - t) ** 2 * p0[1] + 2 * t * (1 - t) * p1[1] + t * t * p2[1],
                )
            )
    return Polygon(outline)


def ellipse(x: float, y: float, rx: float, ry: float, rotate: float = 0) -> Geometry:
    """A filled ellipse, turned by `rotate` degrees."""
    return affinity.rotate(affinity.scale(Dot(x, y).buffer(1, 40), rx, ry), rotate)
