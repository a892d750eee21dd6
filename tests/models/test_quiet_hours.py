from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quiet_hours import DAY_MIN, minute_of, within

MINUTES = st.integers(0, DAY_MIN - 1)


@pytest.mark.parametrize(
    ("now", "begin", "end", "quiet"),
    [
        ("22:00", "22:00", "08:00", True),
        ("21:59", "22:00", "08:00", False),
        ("00:00", "22:00", "08:00", True),
        ("07:59", "22:00", "08:00", True),
        ("08:00", "22:00", "08:00", False),
        ("13:30", "13:00", "14:00", True),
        ("14:00", "13:00", "14:00", False),
        ("12:59", "13:00", "14:00", False),
        ("23:59", "00:00", "23:59", False),
        ("05:00", "09:00", "09:00", True),
    ],
)
def test_hours(now: str, begin: str, end: str, *, quiet: bool) -> None:
    assert within(minute_of(now), minute_of(begin), minute_of(end)) is quiet


def test_minutes_of_the_day() -> None:
    assert [minute_of(hour) for hour in ("00:00", "08:05", "23:59")] == [0, 485, DAY_MIN - 1]


@given(MINUTES, MINUTES)
def test_they_last_from_begin_to_end_in_one_stretch(begin: int, end: int) -> None:
    quiet = [within(minute, begin, end) for minute in range(DAY_MIN)]
    assert sum(quiet) == ((end - begin) % DAY_MIN or DAY_MIN)
    assert quiet[begin]
    starts = [m for m in range(DAY_MIN) if quiet[m] and not quiet[m - 1]]
    assert starts == ([] if begin == end else [begin])


@given(MINUTES, MINUTES, MINUTES)
def test_what_is_not_quiet_is_so_the_other_way_round(minute: int, begin: int, end: int) -> None:
    if begin != end:
        assert within(minute, begin, end) is not within(minute, end, begin)
