"""Makes plain values of what strangers send: text without tricks, numbers within bounds, times. Total over any object.

Only the very types JSON gives are looked at, so nothing a value brings along (a subclass, a comparison) is ever run.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import UTC, datetime

LOOKED_AT = 8
"""A text is looked at this many times as far as it may be long; what lies behind is not worth the time."""
MOST_MARKS = 3
"""Marks in a row that may stand on one letter."""

_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
_NUMBER = re.compile(r"[0-9](?:[0-9.,'_ \u00a0\u202f]*[0-9])?")
_GROUP = 3
_LONGEST_NUMBER = 40
_MILLISECONDS_FROM = 1e11
_FIRST_S, _LAST_S = 946_684_800.0, 4_102_444_800.0


def text(value: object, most: int) -> str:
    """A text, a number or a truth as at most `most` characters; empty for anything else.

    Control, format (direction, zero width), surrogate, private and unassigned characters are gone, blanks of every
    kind are one space, and no letter carries more than `MOST_MARKS` marks.
    """
    if type(value) is not str:
        return _scalar(value)[:most]
    kept = value[: most * LOOKED_AT]
    if not (kept.isascii() and kept.isprintable()):
        kept = _plain(kept)
    return " ".join(kept.split())[:most].rstrip()


def _plain(value: str) -> str:
    value = _BLANKS.sub(" ", value)
    if not value.isprintable():
        value = "".join([sign for sign in value if sign.isprintable() or sign.isspace()])
    if value.isascii():
        return value
    kept: list[str] = []
    marks = 0
    for sign in value:
        marks = marks + 1 if unicodedata.category(sign)[0] == "M" else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _scalar(value: object) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value) if value.bit_length() <= 64 else ""  # noqa: PLR2004  # more is no count of anything
    if type(value) is float and math.isfinite(value):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else str(value)
    return ""


def number(value: object, most: float) -> float:
    """A number from 0 to `most`; texts are read as people write sums ("$1,234.50", "5,00 €"). 0.0 for none."""
    if type(value) is int:
        return float(max(0, min(value, int(most))))
    if type(value) is float:
        return max(0.0, min(value, most)) if value == value else 0.0  # noqa: PLR0124  # not a number is no number
    if type(value) is str:
        return min(_read(value[: 2 * _LONGEST_NUMBER]), most)
    return 0.0


def count(value: object, most: int) -> int:
    """A whole number from 0 to `most`; 0 for none."""
    return int(number(value, most))


def _read(written: str) -> float:
    found = _NUMBER.search(written)
    if found is None or found.end() - found.start() > _LONGEST_NUMBER or "-" in written[: found.start()]:
        return 0.0
    digits = re.sub(r"[^0-9.,]", "", found.group())
    last = max(digits.rfind("."), digits.rfind(","))
    after = len(digits) - last - 1
    separators = digits.count(".") + digits.count(",")
    mixed = "." in digits and "," in digits
    if last < 0 or (separators > 1 and not mixed) or (after == _GROUP and not mixed and digits[last] == ","):
        return float(re.sub(r"[.,]", "", digits))
    return float(re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :])


def moment(value: object) -> float:
    """When, in seconds since 1970, from ISO 8601 (UTC where it names no zone), seconds or milliseconds; 0.0: none."""
    if type(value) is str:
        written = value[:_LONGEST_NUMBER].strip()
        seconds = (
            float(written) if re.fullmatch(r"[0-9]{9,13}(\.[0-9]+)?", written, re.ASCII) else _iso(written)
        )
    else:
        seconds = number(value, 1e18)
    if seconds > _MILLISECONDS_FROM:
        seconds /= 1000.0
    return seconds if _FIRST_S <= seconds <= _LAST_S else 0.0


def _iso(written: str) -> float:
    try:
        read = datetime.fromisoformat(written)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def fields(value: object) -> dict[str, object]:
    """The named fields of an object; none for anything else."""
    if type(value) is not dict:
        return {}
    return {name: held for name, held in value.items() if type(name) is str}
