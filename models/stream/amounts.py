"""Amounts in words that can be said: "5 dollars", "4.50 euros", "500 bits"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.stream.happening import Happening
from models.stream.merging import worth
from models.stream.naming import listed
from models.tongue import Tongue

_MOST = 1e9
_KNOWN = frozenset({"dollars", "euros", "pounds", "yen", "francs", "bits"})
_UNIT = re.compile(r"[^\W\d_]{1,16}(?: [^\W\d_]{1,16})?")
_SHORTEST = 4
"""Letters from which on a unit's last s is taken for the mark of more than one; shorter ones are codes."""


def amount_words(amount: float, unit: str, tongue: Tongue) -> str:
    """The amount as it is said; empty for none and for nonsense.

    A unit is a stranger's word too: one that is not a word or two, or is stopped by the gate, is left out.
    """
    rounded = round(float(amount), 2) if 0 < amount < _MOST else 0.0
    if not rounded:
        return ""
    said = unit if unit in _KNOWN or _fit(unit, tongue) else ""
    if rounded == 1 and len(said) >= _SHORTEST:
        said = said.removesuffix("s")
    number = f"{rounded:.0f}" if rounded.is_integer() else f"{rounded:.2f}"
    return f"{number} {said}".rstrip()


def sum_words(happenings: Iterable[Happening], tongue: Tongue) -> str:
    """All amounts, each unit by itself, what is worth more first: "30 dollars and 500 bits"."""
    sums: dict[str, tuple[float, float]] = {}
    for happening in happenings:
        amount, value = sums.get(happening.unit, (0.0, 0.0))
        sums[happening.unit] = amount + happening.amount, value + worth(happening)
    by_worth = sorted(sums.items(), key=lambda item: -item[1][1])
    return listed([words for unit, (amount, _) in by_worth if (words := amount_words(amount, unit, tongue))])


def _fit(unit: str, tongue: Tongue) -> bool:
    return bool(_UNIT.fullmatch(unit)) and not tongue.gate.hear_stranger("", unit).blocked
