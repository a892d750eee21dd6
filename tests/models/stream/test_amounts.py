"""Amounts in words."""

from __future__ import annotations

import pytest

from models.stream.amounts import amount_words, sum_words
from tests.models.stream.happened import K, one
from tests.models.tongues import TONGUE, UNFIT


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (5.0, "dollars", "5 dollars"), (1.0, "dollars", "1 dollar"), (1.001, "euros", "1 euro"),
        (4.5, "euros", "4.50 euros"), (500.0, "bits", "500 bits"), (1.0, "bits", "1 bit"), (1.0, "yen", "1 yen"),
        (1.0, "ars", "1 ars"), (1234.0, "dollars", "1234 dollars"), (4.999, "dollars", "5 dollars"),
        (0.0, "dollars", ""), (-3.0, "dollars", ""), (0.001, "dollars", ""), (float("nan"), "dollars", ""),
        (float("inf"), "dollars", ""), (1e9, "dollars", ""), (5, "dollars", "5 dollars"),
        (5.0, "", "5"), (5.0, "<script>", "5"), (5.0, "x" * 17, "5"), (5.0, "gold coins", "5 gold coins"),
        (5.0, "a b c", "5"), (5.0, "b1ts", "5"), (5.0, UNFIT, "5"), (1.0, "points", "1 point"),
    ],
)  # fmt: skip
def test_an_amount(amount: float, unit: str, words: str) -> None:
    assert amount_words(amount, unit, TONGUE) == words


def test_a_sum_keeps_units_apart_and_tells_the_larger_first() -> None:
    given = [(500.0, "bits"), (1.5, "dollars"), (0.0, "euros"), (30.0, "euros"), (2.0, "dollars")]
    donations = [one(str(n), K.DONATION, amount=amount, unit=unit) for n, (amount, unit) in enumerate(given)]
    assert sum_words(donations, TONGUE) == "30 euros, 500 bits and 3.50 dollars"
    assert sum_words(donations[:2], TONGUE) == "500 bits and 1.50 dollars"
    assert sum_words([one("a", K.FOLLOW)], TONGUE) == ""
