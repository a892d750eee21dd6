"""Amounts in words that can be said: "5 dollars", "4.50 euros", "500 bits"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.stream.happening import Happening
from models.stream.merging import worth
from models.stream.naming import listed

_MOST = 1e9
_UNIT = re.compile(r"[^\W\d_]{1,16}(?: [^\W\d_]{1,16})?")
_SHORTEST = 4
"""Letters from which on a unit's last s is taken for the mark of more than one; shorter ones are codes."""


def amount_words(amount: float, unit: str) -> str:
    """The amount as it is said; empty for none and for nonsense. A unit that is no word or two is left out."""
    rounded = round(float(amount), 2) if 0 < amount < _MOST else 0.0
    if not rounded:
        return ""
    said = unit if _UNIT.fullmatch(unit) else ""
    if rounded == 1 and len(said) >= _SHORTEST:
        said = said.removesuffix("s")
    number = f"{rounded:.0f}" if rounded.is_integer() else f"{rounded:.2f}"
    return f"{number} {said}".rstrip()


def sum_words(happenings: Iterable[Happening]) -> str:
    """All amounts, each unit by itself, what is worth more first: "30 dollars and 500 bits"."""
    sums: dict[str, tuple[float, float]] = {}
    for happening in happenings:
        amount, value = sums.get(happening.unit, (0.0, 0.0))
        sums[happening.unit] = amount + happening.amount, value + worth(happening)
    by_worth = sorted(sums.items(), key=lambda item: -item[1][1])
    return listed([words for unit, (amount, _) in by_worth if (words := amount_words(amount, unit))])
