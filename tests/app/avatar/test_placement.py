from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from app.avatar.placement import MAX_SCALE, MIN_SCALE, Placement, at_home, brought_back, zoomed

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 800)
places = st.builds(
    Placement, st.integers(-9999, 9999), st.integers(-9999, 9999), st.floats(0.01, 50, allow_nan=False)
)


def test_a_place_on_any_screen_is_left_alone() -> None:
    for placement in (Placement(100, 100), Placement(2000, 50, 0.5), Placement(1800, 700)):
        assert brought_back(placement, [LEFT, RIGHT]) == placement


def test_the_nearest_screen_takes_her_back_whole() -> None:
    assert brought_back(Placement(-900, 2000), [LEFT, RIGHT]) == Placement(0, 1080 - 500)
    assert brought_back(Placement(9000, 100), [LEFT, RIGHT]) == Placement(3200 - 400, 100)


def test_without_a_screen_nothing_is_known_to_be_wrong() -> None:
    assert brought_back(Placement(5, 6), []) == Placement(5, 6)


@given(places)
def test_wherever_she_was_she_can_be_reached(placement: Placement) -> None:
    rect = brought_back(placement, [LEFT, RIGHT]).rect
    assert MIN_SCALE <= brought_back(placement, [LEFT, RIGHT]).scale <= MAX_SCALE
    seen = sum(part.width() * part.height() for part in (rect & LEFT, rect & RIGHT) if part.isValid())
    assert seen >= 0.3 * rect.width() * rect.height()
    assert brought_back(brought_back(placement, [LEFT, RIGHT]), [LEFT, RIGHT]).rect == rect


@pytest.mark.parametrize("factor", [0.5, 1.3, 2.0])
def test_the_point_under_the_cursor_stays(factor: float) -> None:
    before = Placement(300, 200)
    after = zoomed(before, factor, QPoint(500, 450))
    assert after.rect.x() + 200 * factor == pytest.approx(500, abs=1)
    assert after.rect.y() + 250 * factor == pytest.approx(450, abs=1)


def test_scale_has_limits() -> None:
    assert zoomed(Placement(0, 0, 2.9), 5.0, QPoint()).scale == MAX_SCALE
    assert zoomed(Placement(0, 0, 0.3), 0.1, QPoint()).scale == MIN_SCALE


def test_home_is_the_lower_right_corner() -> None:
    home = at_home(RIGHT)
    assert RIGHT.contains(home.rect)
    assert home.rect.bottom() == RIGHT.bottom()
    assert at_home(QRect(0, 0, 200, 200)).rect.topLeft() == QPoint(0, 0)
