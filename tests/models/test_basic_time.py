from __future__ import annotations

from datetime import datetime

import pytest

from models.basic_time import number, ordinal, spoken_date, spoken_time


@pytest.mark.parametrize(
    ("hour", "minute", "spoken"),
    [
        (0, 0, "midnight"),
        (0, 20, "twenty past midnight"),
        (4, 1, "one minute past four at night"),
        (9, 0, "nine o'clock in the morning"),
        (11, 45, "quarter to noon"),
        (12, 0, "noon"),
        (12, 30, "half past noon"),
        (12, 40, "twenty to one in the afternoon"),
        (15, 15, "quarter past three in the afternoon"),
        (18, 30, "half past six in the evening"),
        (21, 52, "eight minutes to ten in the evening"),
        (23, 50, "ten to midnight"),
    ],
)
def test_the_time_as_people_say_it(hour: int, minute: int, spoken: str) -> None:
    assert spoken_time(datetime(2026, 1, 1, hour, minute)) == spoken  # noqa: DTZ001  # local time


@pytest.mark.parametrize(
    ("month", "day", "spoken"),
    [
        (11, 21, "Saturday, the twenty-first of November"),
        (1, 1, "Thursday, the first of January"),
        (2, 12, "Thursday, the twelfth of February"),
        (5, 30, "Saturday, the thirtieth of May"),
    ],
)
def test_the_day_as_people_say_it(month: int, day: int, spoken: str) -> None:
    assert spoken_date(datetime(2026, month, day)) == spoken  # noqa: DTZ001  # local time


def test_numbers_and_ranks() -> None:
    assert [number(n) for n in (0, 7, 13, 20, 59)] == ["zero", "seven", "thirteen", "twenty", "fifty-nine"]
    assert [ordinal(n) for n in (2, 3, 5, 8, 9, 20, 22)] == [
        "second",
        "third",
        "fifth",
        "eighth",
        "ninth",
        "twentieth",
        "twenty-second",
    ]
