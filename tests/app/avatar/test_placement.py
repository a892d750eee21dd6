from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from app.avatar.placement import (
    MAX_SCALE,
    MIN_SCALE,
    Monitor,
    Placement,
    at_home,
    brought_back,
    resized,
    snapped,
    standing,
    with_place,
    zoomed,
)
from models.settings_desktop import MOST_PLACES, Place

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


MONITORS = (Monitor("A", LEFT, LEFT.adjusted(0, 0, 0, -40)), Monitor("B", RIGHT, RIGHT))


def test_near_an_edge_she_goes_to_it() -> None:
    outline, free = QRect(60, 40, 280, 450), MONITORS[0].free
    for start, end in (
        ((-45, 300), (-60, 300)),  # her left side, not her window's, meets the edge
        ((1565, 300), (1580, 300)),
        ((700, 541), (700, 550)),
        ((-45, -30), (-60, -40)),
        ((700, 300), (700, 300)),
    ):
        assert snapped(Placement(*start), outline, free) == Placement(*end)


def test_resized_she_stands_where_she_stood() -> None:
    for scale in (0.5, 1.7):
        rect = resized(Placement(300, 200), scale).rect
        assert (rect.center().x(), rect.bottom()) == pytest.approx((499, 699), abs=1)
    assert resized(resized(Placement(300, 200), 0.4), 1.0) == Placement(300, 200)


def test_without_its_monitor_she_goes_to_where_she_stood_on_the_other() -> None:
    wanted, places = Placement(2500, 100, 0.5, "B"), {"B": Place(x=580, y=100, scale=0.5)}
    assert standing(wanted, places, MONITORS) == wanted
    assert standing(wanted, places, MONITORS[:1]) == Placement(1720, 100, 0.5, "A")
    assert standing(wanted, places | {"A": Place(x=7, y=8, scale=2.0)}, MONITORS[:1]) == Placement(
        7, 8, 2.0, "A"
    )
    moved = (MONITORS[0], Monitor("B", RIGHT.translated(0, 500), RIGHT.translated(0, 500)))
    assert standing(wanted, places, moved) == Placement(2500, 600, 0.5, "B")
    assert standing(wanted, places, ()) == wanted


def test_an_older_place_without_a_monitor_gets_one() -> None:
    assert standing(Placement(2500, 100), {}, MONITORS) == Placement(2500, 100, 1.0, "B")


def test_a_place_is_kept_for_each_monitor_and_the_oldest_forgotten() -> None:
    places: dict[str, Place] = {}
    for n in range(MOST_PLACES + 3):
        monitor = Monitor(f"M{n}", RIGHT, RIGHT)
        places = with_place(places, Placement(RIGHT.x() + n, 5, 1.23456), monitor)
    assert len(places) == MOST_PLACES
    assert "M2" not in places
    assert places[f"M{MOST_PLACES + 2}"] == Place(x=MOST_PLACES + 2, y=5, scale=1.235)
    again = with_place(places, Placement(RIGHT.x(), 0), Monitor("M5", RIGHT, RIGHT))
    assert list(again)[-1] == "M5"


@given(places, st.sampled_from(["", "A", "B", "gone"]))
def test_wherever_she_is_wished_she_can_be_reached(placement: Placement, name: str) -> None:
    found = standing(replace(placement, screen=name), {}, MONITORS)
    rect = found.rect
    seen = sum(p.width() * p.height() for p in (rect & m.free for m in MONITORS) if p.isValid())
    assert (
        seen >= 0.3 * rect.width() * rect.height()
        or rect.width() > RIGHT.width()
        or rect.height() > RIGHT.height()
    )
    assert found.screen in {"A", "B"}
