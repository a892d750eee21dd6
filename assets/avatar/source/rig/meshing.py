"""Triangles over the atlas: from painted areas, as unit strips, and as a grid between eyelids."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry import Point as Dot
from shapely.prepared import prep

from assets.avatar.source.deform.basics import CENTRE_X, Points, stack
from assets.avatar.source.deform.eye import EYE_Y, EyeLines, centre_x, lids
from assets.avatar.source.layers.atlas import Tile

Triangles = list[tuple[int, int, int]]


@dataclass(frozen=True)
class Geometry:
    """What a shape function takes in (art pixels or unit coordinates), its texture coordinates and triangles."""

    points: Points
    uv: Points
    triangles: Triangles


def outline(tiles: tuple[Tile, ...], spacing: float, grow: float) -> Geometry:
    """Triangles of about `spacing` px over the painted area of all tiles, grown by `grow` px."""
    points, uv, triangles = [], [], []
    count = 0
    for tile in tiles:
        edge = tile.area.buffer(grow, join_style="round").simplify(grow * 0.55)
        for piece in edge.geoms if isinstance(edge, MultiPolygon) else [edge]:
            found, corners = _filled(Polygon(piece.exterior), spacing)
            points.append(found)
            uv.append(tile.uv(found))
            triangles += [(a + count, b + count, c + count) for a, b, c in corners]
            count += len(found)
    return Geometry(np.vstack(points), np.vstack(uv), triangles)


def _filled(area: Any, spacing: float) -> tuple[Points, Triangles]:  # noqa: ANN401 - shapely ships no types
    """Points along the edge and on a triangular grid inside, joined by Delaunay."""
    corners = np.array(area.exterior.coords)
    points: list[NDArray[np.float64]] = []
    for a, b in pairwise(corners):
        steps = max(1, int(np.ceil(np.hypot(*(b - a)) / spacing)))
        points += [a + (b - a) * step / steps for step in range(steps)]
    inner = prep(area.buffer(-spacing * 0.45))
    x0, y0, x1, y1 = area.bounds
    rows = np.arange(y0 + spacing * 0.4, y1, spacing * 0.87)
    for row, y in enumerate(rows):
        for x in np.arange(x0 + (spacing * 0.5 if row % 2 else 0), x1, spacing):
            if inner.contains(Dot(x, y)):
                points.append(np.array([x, y]))
    cloud = np.array(points)
    simplices = Delaunay(cloud, qhull_options="QJ").simplices
    allowed = prep(area.buffer(0.5))
    keep = [
        tri
        for tri in simplices
        if abs(_area(cloud, tri)) > 0.5 and allowed.contains(Dot(cloud[tri].mean(axis=0)))
    ]
    used = np.unique(keep)
    index = {int(old): new for new, old in enumerate(used)}
    return cloud[used], facing(
        cloud[used], [(index[int(a)], index[int(b)], index[int(c)]) for a, b, c in keep]
    )


def _area(points: Points, tri: Any) -> float:  # noqa: ANN401 - a row of indices
    a, b, c = points[tri[0]], points[tri[1]], points[tri[2]]
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2


def facing(points: Points, triangles: Triangles) -> Triangles:
    """The triangles, all turned the same way round."""
    return [tri if _area(points, tri) >= 0 else (tri[0], tri[2], tri[1]) for tri in triangles]


def grid(columns: NDArray[np.float64], rows: NDArray[np.float64]) -> tuple[Points, Triangles]:
    """Points row by row over columns × rows, and two triangles per cell."""
    points = np.array([(x, y) for y in rows for x in columns], dtype=np.float64)
    wide = len(columns)
    triangles = []
    for row in range(len(rows) - 1):
        for column in range(wide - 1):
            a = row * wide + column
            triangles += [(a, a + 1, a + wide), (a + 1, a + wide + 1, a + wide)]
    return points, triangles


def strip(tile: Tile, shape: tuple[int, int], inset: float, rows: list[float] | None) -> Geometry:
    """A unit grid of columns × rows over a tile; `rows` places the rows on the texture.

    With given `rows` the points carry the row's number instead of its place.
    """
    columns, count = shape
    places = np.array(rows) if rows else np.linspace(0, 1, count)
    texture, triangles = grid(np.linspace(0, 1, columns), places)
    points = texture.copy()
    if rows:
        points[:, 1] = np.repeat(np.arange(count, dtype=np.float64), columns)
    return Geometry(points, tile.stretch(texture, inset), triangles)


def eye(tile: Tile, lines: EyeLines) -> Geometry:
    """The viewer's left white as a grid between its lid lines, with a rim of 6 px all round."""
    first, last = lines.ends
    inner = first + (last - first) * (0.5 - 0.5 * np.cos(np.pi * np.linspace(0, 1, 21)))
    x = np.concatenate([[first - 5], inner, [last + 5]])
    upper, lower = lids(x, (1.0, 0.0, 0.0), lines)
    rows, pads = (0, 0, 0.17, 0.5, 0.83, 1, 1), (-6, 0, 0, 0, 0, 0, 6)
    points = np.vstack(
        [
            stack(centre_x(-1) - x, EYE_Y + upper + (lower - upper) * share + pad)
            for share, pad in zip(rows, pads, strict=True)
        ]
    )
    _, triangles = grid(x, np.arange(len(rows), dtype=np.float64))
    return Geometry(points, tile.uv(points), facing(points, triangles))


def reflected(geometry: Geometry) -> Geometry:
    """The same texels on her other side."""
    points = stack(2 * CENTRE_X - geometry.points[:, 0], geometry.points[:, 1])
    return Geometry(points, geometry.uv, [(a, c, b) for a, b, c in geometry.triangles])


def left_of(geometry: Geometry, x: float) -> Geometry:
    """The triangles that lie wholly left of an x."""
    keep = [tri for tri in geometry.triangles if all(geometry.points[corner, 0] < x for corner in tri)]
    used = sorted({corner for tri in keep for corner in tri})
    index = {old: new for new, old in enumerate(used)}
    return Geometry(
        geometry.points[used], geometry.uv[used], [(index[a], index[b], index[c]) for a, b, c in keep]
    )
