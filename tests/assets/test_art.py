"""Splines and the areas derived from them."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from assets.avatar.source.art.geometry import crescent, ribbon, star
from assets.avatar.source.art.paint import Layer, Sheet, extent, fill, linear, moved
from assets.avatar.source.art.spline import Spline, both_halves, mirrored, nodes


def test_the_node_grammar() -> None:
    a, bulge, b = nodes("0,0 ~.5 10,0!")
    assert (a.point, a.cusp) == ((0, 0), False)
    assert (b.point, b.cusp) == ((10, 0), True)
    assert bulge.point == pytest.approx((5.2, -5.0))
    with pytest.raises(ValueError, match="bulge"):
        nodes("~.5 ~.5 1,1")


def test_a_spline_passes_its_nodes_and_keeps_cusps_sharp() -> None:
    shape = Spline(nodes("0,0! 100,0! 100,100! 0,100!"))
    assert shape.polygon.area == pytest.approx(10000)
    rounded = Spline(nodes("0,0 100,0 100,100 0,100"))
    assert rounded.polygon.area > 12000
    assert all(Point(node.point).distance(rounded.polygon.boundary) < 0.1 for node in rounded.nodes)


def test_halves_make_a_symmetric_outline() -> None:
    half = nodes("720,0 600,50 620,100")
    whole = Spline(both_halves(half)).polygon
    other = Spline(mirrored(both_halves(half))).polygon
    assert whole.symmetric_difference(other).area < whole.area * 0.001


def test_a_ribbon_is_as_wide_as_asked() -> None:
    band = ribbon([(0, 0), (100, 0)], [10, 10])
    assert band.bounds[1] == pytest.approx(-5, abs=0.2)
    assert band.bounds[3] == pytest.approx(5, abs=0.2)


def test_a_crescent_lies_away_from_where_the_shape_went() -> None:
    shade = crescent(box(0, 0, 10, 10), -2, 0)
    assert shade.bounds == (8, 0, 10, 10)
    assert star(0, 0, 10).area < 320


def test_moving_composes_and_gradients_are_shared() -> None:
    gradient = linear((0, 0), (0, 10), (0, "#fff"), (1, "#000"))
    layer = moved(moved(fill(box(0, 0, 10, 10), gradient), (2, 0, 0, 2, 0, 0)), (1, 0, 0, 1, 5, 0))
    assert extent(layer).bounds == pytest.approx((5, 0, 25, 20), abs=0.05)
    sheet = Sheet(100, 100)
    sheet.add(layer + layer)
    assert sheet.svg().count("<linearGradient") == 1
    assert sheet.svg().count("<path") == 2


def test_every_layer_paints_something(drawn: dict[str, Layer]) -> None:
    assert len(drawn) > 60
    assert [name for name, layer in drawn.items() if not layer or extent(layer).area < 20] == []
