"""Swatches of the mouth: the rig lays them along two moving lip lines."""

from __future__ import annotations

from shapely.geometry import LineString, box

from assets.avatar.source.art.geometry import ellipse
from assets.avatar.source.art.paint import Layer, fill, linear, outline
from assets.avatar.source.art.palette import INK_LIP, INK_SKIN
from assets.avatar.source.art.spline import Spline, nodes


def _line(width: float, colour: str) -> Layer:
    return fill(LineString([(640, 984), (800, 984)]).buffer(width / 2), colour)


def layers() -> dict[str, Layer]:
    """Every swatch by name, drawn near the mouth."""
    fang = Spline(nodes("706,984! 710,1000 721,1013! 730,999 735,982!"))
    tongue = fill(ellipse(720, 1000, 60, 46), "#f4708f") + fill(ellipse(716, 976, 27, 9), "#ffa9b8", 0.8)
    return {
        "lip_upper": _line(11, INK_LIP),
        "lip_lower": _line(10, INK_SKIN),
        "mouth_in": fill(
            box(690, 950, 750, 1040), linear((0, 950), (0, 1040), (0, "#5a1846"), (1, "#9c2f5c"))
        ),
        "teeth": fill(box(657, 967, 783, 993).buffer(7), "#fff8f2"),
        "tongue": tongue,
        "fang": fill(fang, "#ffffff") + outline(fang, INK_LIP, 8, 1, 1),
    }
