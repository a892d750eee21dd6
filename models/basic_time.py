"""Clock and calendar in spoken English. The moment comes in as a parameter."""

from __future__ import annotations

from datetime import datetime

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = tuple(_NUMBERS.split())
_TENS = ("", "", "twenty", "thirty", "forty", "fifty")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
}
_ORDINALS |= {"twelve": "twelfth"}
_TWENTY = 20
# strftime follows the locale, and Qt sets it
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def number(n: int) -> str:
    """A whole number from 0 to 59 in words."""
    if n < _TWENTY:
        return _UNITS[n]
    tens, units = divmod(n, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]


def ordinal(n: int) -> str:
    """A rank from 1 to 59 in words."""
    head, dash, last = number(n).rpartition("-")
    spoken = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{dash}{spoken}"


def spoken_time(now: datetime) -> str:
    """The time as people say it: "twenty past three in the afternoon"."""
    minute = now.minute
    hour = now.hour if minute <= 30 else (now.hour + 1) % 24  # noqa: PLR2004  # half past still belongs to its hour
    if hour in {0, 12}:
        name, part = ("midnight", "") if hour == 0 else ("noon", "")
    else:
        name, part = _UNITS[hour % 12], f" {_part(now.hour)}"
    match minute:
        case 0:
            return f"{name}{part}" if not part else f"{name} o'clock{part}"
        case 15:
            return f"quarter past {name}{part}"
        case 30:
            return f"half past {name}{part}"
        case 45:
            return f"quarter to {name}{part}"
        case _ if minute < 30:  # noqa: PLR2004  # half an hour
            return f"{_minutes(minute)} past {name}{part}"
        case _:
            return f"{_minutes(60 - minute)} to {name}{part}"


def spoken_date(now: datetime) -> str:
    """The day as people say it: "Saturday, the twenty-first of November"."""
    return f"{_DAYS[now.weekday()]}, the {ordinal(now.day)} of {_MONTHS[now.month - 1]}"


def _minutes(n: int) -> str:
    if n % 5 == 0:
        return number(n)
    return f"{number(n)} minute{'s' if n > 1 else ''}"


def _part(hour: int) -> str:
    for end, part in (
        (5, "at night"),
        (12, "in the morning"),
        (18, "in the afternoon"),
        (22, "in the evening"),
    ):
        if hour < end:
            return part
    return "at night"
