"""Bursts."""

from __future__ import annotations

import pytest

from models.stream.choice import Waiting
from models.stream.happening import Happening, Rank
from models.stream.merging import burst, worth
from models.stream.rules import Rule
from tests.models.stream.happened import K, one


def lane(*happenings: Happening, rank: Rank = Rank.SUB) -> tuple[Waiting, ...]:
    return tuple(Waiting(happening, rank, 0.0) for happening in happenings)


def answered(waiting: tuple[Waiting, ...]) -> str:
    return "".join(one_.happening.id for one_ in burst(waiting[0], waiting))


@pytest.mark.parametrize(
    ("kind", "many", "at_once"),
    [
        (K.FOLLOW, 1, "a"), (K.FOLLOW, 2, "ab"), (K.FOLLOW, 5, "abcde"), (K.SUB, 1, "a"), (K.SUB, 2, "ab"),
        (K.RAID, 2, "a"), (K.RAID, 3, "abc"), (K.DONATION, 2, "a"), (K.DONATION, 3, "abc"),
        (K.ALERT, 4, "a"), (K.CUSTOM, 4, "a"), (K.CHAT, 4, "a"),
    ],
)  # fmt: skip
def test_from_how_many_on(kind: K, many: int, at_once: str) -> None:
    assert answered(lane(*(one(id_, kind) for id_ in "abcde"[:many]))) == at_once


def test_of_two_donations_the_larger_is_first() -> None:
    small, large = (
        one("a", K.DONATION, amount=5.0, unit="dollars"),
        one("b", K.DONATION, amount=6.0, unit="euros"),
    )
    bits = one("c", K.DONATION, amount=550.0, unit="bits")
    assert answered(lane(small, large)) == "b"
    assert answered(lane(small, bits)) == "c"
    assert answered(lane(bits, large)) == "b"
    assert answered(lane(small, one("d", K.DONATION, amount=5.0))) == "a"
    assert worth(bits) == 5.5


def test_only_what_is_of_one_sort_goes_together() -> None:
    subs = lane(
        one("a", K.SUB),
        one("b", K.FOLLOW),
        one("c", K.SUB, gifts=5),
        one("d", K.SUB),
        one("e", K.SUB, gifts=1),
    )
    assert answered(subs) == "ad"
    assert answered(subs[2:]) == "ce"


def test_what_has_a_rule_is_answered_by_itself() -> None:
    ruled = Waiting(one("r", K.SUB), Rank.SUB, 0.0, Rule("*"))
    plain = lane(one("a", K.SUB), one("b", K.SUB))
    assert answered((ruled, *plain)) == "r"
    assert answered((plain[0], ruled, plain[1])) == "ab"
