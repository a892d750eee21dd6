"""Numbers in English words."""

from __future__ import annotations

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_TOO_LONG = 10**15
_ORDINAL = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def digits(text: str) -> list[str]:
    """Each digit by its name."""
    return [_UNITS[int(digit)] for digit in text if digit in "0123456789"]


def cardinal(number: int) -> list[str]:
    """A whole number, not negative: 1215 → one thousand two hundred fifteen."""
    if number >= _TOO_LONG:
        return digits(str(number))
    words: list[str] = []
    for scale, name in _SCALES:
        if number >= scale:
            words += [*_below_thousand(number // scale), name]
            number %= scale
    if number or not words:
        words += _below_thousand(number)
    return words


def ordinal(number: int) -> list[str]:
    """A rank: 21 → twenty first."""
    *head, last = cardinal(number)
    if last in _ORDINAL:
        return [*head, _ORDINAL[last]]
    return [*head, last[:-1] + "ieth" if last.endswith("y") else last + "th"]


def year(number: int) -> list[str]:
    """A year of four digits: 1999 → nineteen ninety nine, 2005 → two thousand five, 1905 → nineteen oh five."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:  # noqa: PLR2004  # two thousand five
        return cardinal(number)
    if rest == 0:
        return [*cardinal(century), "hundred"]
    return [*cardinal(century), *(["oh", _UNITS[rest]] if rest < 10 else cardinal(rest))]  # noqa: PLR2004


def decimal(text: str) -> list[str]:
    """A number as written, thousands separators and a point allowed: 1,234.50 → … point five zero."""
    whole, _, part = text.replace(",", "").partition(".")
    words = cardinal(int(whole)) if whole else []
    return [*words, "point", *digits(part)] if part else words


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_UNITS[hundreds], "hundred"] if hundreds else []
    if rest >= len(_UNITS):
        tens, unit = divmod(rest, 10)
        return [*words, _TENS[tens], *([_UNITS[unit]] if unit else [])]
    return [*words, _UNITS[rest]] if rest or not words else words
