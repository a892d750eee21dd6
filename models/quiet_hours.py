"""Hours of every day at which she is not to be a bother: minutes of the day on the user's own clock."""

from __future__ import annotations

from typing import Final

DAY_MIN: Final = 24 * 60


def minute_of(hour: str) -> int:
    """The minute of the day of "HH:MM", 0 to 1439."""
    hours, _, minutes = hour.partition(":")
    return int(hours) * 60 + int(minutes)


def within(minute: int, begin: int, end: int) -> bool:
    """Whether a minute of the day is from `begin` on and before `end`.

    An end that is earlier than the beginning is the next day's. The same minute twice is the whole day: who switches
    quiet hours on wants some.
    """
    return begin == end or (minute - begin) % DAY_MIN < (end - begin) % DAY_MIN
