"""Small sums out of speech: "what's seven times eight", "15% of 200", "half of thirty". Never evaluates code.

`sum_in` finds the sum and works it out in exact fractions; a question that is more than a sum is left alone.
"""

from __future__ import annotations

import re
from fractions import Fraction

_SMALL_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_ROUND_NUMBERS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: n for n, word in enumerate(_SMALL_NUMBERS.split())}
_TENS = {word: 20 + 10 * n for n, word in enumerate(_ROUND_NUMBERS.split())}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_LEAD = re.compile(
    r"^(?:(?:hey|hi|ok|okay|so|um|vesper|please|quick|can you|could you|tell me|do you know|work out|calculate|"
    r"compute|solve|what is|what's|whats|how much is|how much are|how many is|and|what about|the sum of|"
    r"the answer to)\b[\s,]*)+"
)
_TAIL = re.compile(r"\b(?:equals?|equal to|is|make|makes|please|vesper|then|again|exactly)\b[\s\w]*$")
_SPOKEN = (
    (r"(\d),(?=\d{3}\b)", r"\1"),
    (r"\bmultiplied by\b|\btimes\b|×|\*|(?<=\d)\s*x\s*(?=\d)", " * "),
    (r"\bdivided by\b|\bover\b|÷|/", " / "),
    (r"\bplus\b|\badded to\b|\+", " + "),
    (r"\bminus\b|\btake away\b|\bsubtract\b|[−–]|(?<=[\d\s])-(?=[\d\s])", " - "),
    (r"\bper ?cent of\b|%\s*of\b", " / 100 * "),
    (r"\bhalf of\b", " 0.5 * "),
    (r"\b(?:a |one )?third of\b", " 1 / 3 * "),
    (r"\b(?:a |one )?quarter of\b", " 0.25 * "),
    (r"\bdouble\b|\btwice\b", " 2 * "),
    (r"\bsquared\b", " ^ 2 "),
    (r"\bcubed\b", " ^ 3 "),
    (r"\bto the power of\b|\^", " ^ "),
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LIMIT = 10**15
_MOST_TOKENS = 25
_HIGHEST_POWER = 20


class NoSumError(ValueError):
    """There is no plain sum in the text."""


class OddSumError(ArithmeticError):
    """There is a sum, but no speakable answer: division by zero, or far too large."""


def sum_in(said: str) -> str:
    """The answer to the sum that the text asks for, ready to be spoken ("56", "minus 3", "3.5").

    Raises:
        NoSumError: the text is something else.
        OddSumError: the answer does not exist or is too large to say.
    """
    numbers = _tokens(said)
    if len(numbers) > _MOST_TOKENS or not any(isinstance(token, str) for token in numbers):
        raise NoSumError
    value, rest = _terms(numbers)
    if rest:
        raise NoSumError
    if abs(value) > _LIMIT:
        raise OddSumError
    return _spoken(value)


def _tokens(said: str) -> list[Fraction | str]:
    text = _LEAD.sub("", said.lower().strip().rstrip("?!. ="))
    text = _TAIL.sub("", text)
    if not re.search(r"\d", text):
        text = text.replace("-", " ")
    for pattern, instead in _SPOKEN:
        text = re.sub(pattern, instead, text)
    tokens: list[Fraction | str] = []
    number: list[str] = []
    for word in text.replace("-", " - ").split():
        if word in "+-*/^":
            tokens += _number(number)
            tokens.append(word)
            number = []
        else:
            number.append(word)
    return tokens + _number(number)


def _number(said: list[str]) -> list[Fraction | str]:
    """The number that these words name: none for no words. Raises `NoSumError` for other words."""
    said = [word for n, word in enumerate(said) if word not in {"and", "a"} or n == 0]
    if not said:
        return []
    if len(said) == 1 and _DIGITS.fullmatch(said[0]):
        return [Fraction(said[0])]
    whole, _, decimals = " ".join(said).partition(" point ")
    total = part = 0
    for word in whole.split():
        if word in _UNITS or word in _TENS or word.isdecimal():
            part += _UNITS.get(word) or _TENS.get(word) or (int(word) if word.isdecimal() else 0)
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
        elif word != "a":
            raise NoSumError
    digits = "".join(str(_UNITS.get(word, word)) for word in decimals.split())
    if digits and not digits.isdecimal():
        raise NoSumError
    return [Fraction(f"{total + part}.{digits or 0}")]


def _terms(tokens: list[Fraction | str]) -> tuple[Fraction, list[Fraction | str]]:
    value, rest = _factors(tokens)
    while rest and rest[0] in ("+", "-"):
        other, after = _factors(rest[1:])
        value = value + other if rest[0] == "+" else value - other
        rest = after
    return value, rest


def _factors(tokens: list[Fraction | str]) -> tuple[Fraction, list[Fraction | str]]:
    value, rest = _power(tokens)
    while rest and rest[0] in ("*", "/"):
        other, after = _power(rest[1:])
        if rest[0] == "/" and not other:
            raise OddSumError
        value = value * other if rest[0] == "*" else value / other
        rest = after
    return value, rest


def _power(tokens: list[Fraction | str]) -> tuple[Fraction, list[Fraction | str]]:
    if tokens and tokens[0] == "-":
        value, rest = _power(tokens[1:])
        return -value, rest
    if not tokens or isinstance(tokens[0], str):
        raise NoSumError
    value, rest = tokens[0], tokens[1:]
    if rest and rest[0] == "^":
        exponent, rest = _power(rest[1:])
        if exponent.denominator != 1 or not 0 <= exponent <= _HIGHEST_POWER or abs(value) > _LIMIT:
            raise OddSumError
        value = value ** int(exponent)
    return value, rest


def _spoken(value: Fraction) -> str:
    sign = "minus " if value < 0 else ""
    value = abs(value)
    if value.denominator == 1:
        return f"{sign}{value.numerator}"
    rounded = f"{float(value):.3f}".rstrip("0")
    exact = Fraction(rounded) == value
    return f"{sign}{rounded}" if exact else f"about {sign}{rounded.rstrip('.')}"
