"""What has been told before, by id and by two paths."""

from __future__ import annotations

import pytest

from models.stream.happening import Happening, Origin
from models.stream.seen import CHAT_IDS, OTHER_IDS, Ids, Seen, Told, joined
from tests.models.stream.happened import K, line, one


def sifted(*batches: tuple[float, Happening]) -> list[tuple[str, str]]:
    """(id, the id of its twin) of what was new of these, told one after the other."""
    seen, found = Seen(), []
    for at_s, happening in batches:
        seen, told = seen.sift((happening,), at_s)
        found += [(new.happening.id, new.twin.id if new.twin else "") for new in told]
    return found


def test_the_same_id_is_told_once() -> None:
    assert sifted((0, line("a")), (500, line("a")), (501, one("a", K.FOLLOW))) == [("a", ""), ("a", "")]
    assert sifted((0, one("a", K.DONATION)), (500, one("a", K.DONATION))) == [("a", "")]


def test_the_same_id_twice_in_one_batch_is_told_once() -> None:
    _, told = Seen().sift((line("a"), line("a"), line("b")), 0.0)
    assert told == (Told(line("a")), Told(line("b")))


@pytest.mark.parametrize("kind", [K.SUB, K.RAID, K.FOLLOW])
def test_one_thing_by_two_paths_is_one(kind: K) -> None:
    assert sifted((0, one("a", kind, "Ann")), (10, one("b", kind, "ANN"))) == [("a", ""), ("b", "a")]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ((0, one("a", K.SUB, "Ann")), (10.5, one("b", K.SUB, "Ann"))),
        ((0, one("a", K.SUB, "Ann")), (1, one("b", K.SUB, "Bob"))),
        ((0, one("a", K.SUB, "Ann")), (1, one("b", K.RAID, "Ann"))),
        ((0, one("a", K.DONATION, "Ann")), (1, one("b", K.DONATION, "Ann"))),
        ((0, line("a")), (1, line("b"))),
        ((0, one("a", K.SUB, "Ann", gifts=5)), (1, one("b", K.SUB, "Ann", gifts=5))),
        ((0, one("a", K.SUB, "Ann")), (1, one("b", K.SUB, "Ann", gifts=5))),
        ((0, Happening("a", K.RAID)), (1, Happening("b", K.RAID))),
        ((0, one("a", K.RAID, "Ann", origin=Origin.OWED)), (0, one("b", K.RAID, "Ann", origin=Origin.OWED))),
        ((0, one("a", K.RAID, "Ann", sent_s=100.0)), (1, one("b", K.RAID, "Ann", sent_s=111.0))),
    ],
    ids=["late", "another", "kind", "donations", "chat", "gifts", "gift", "nameless", "owed", "sent late"],
)
def test_two_things_stay_two(first: tuple[float, Happening], again: tuple[float, Happening]) -> None:
    assert sifted(first, again) == [("a", ""), ("b", "")]


@pytest.mark.parametrize("sent", [(0.0, 111.0), (100.0, 0.0), (100.0, 110.0)])
def test_two_paths_need_not_tell_the_time(sent: tuple[float, float]) -> None:
    first, again = (one(id_, K.RAID, "Ann", sent_s=at) for id_, at in zip("ab", sent, strict=True))
    assert sifted((0, first), (1, again)) == [("a", ""), ("b", "a")]


def test_a_third_telling_is_a_twin_of_the_first() -> None:
    subs = [(at, one(id_, K.SUB, "Ann")) for at, id_ in ((0, "a"), (8, "b"), (9, "c"), (12, "d"))]
    assert sifted(*subs) == [("a", ""), ("b", "a"), ("c", "a"), ("d", "")]


def test_the_past_is_let_pass_and_not_remembered() -> None:
    past = one("a", K.SUB, "Ann", origin=Origin.HISTORY)
    now = one("a", K.SUB, "Ann", origin=Origin.OWED)
    assert sifted((0, past), (1, past), (2, now), (3, past)) == [("a", ""), ("a", ""), ("a", "")]


def test_ids_are_kept_for_long_but_not_for_ever() -> None:
    ids = Ids(10)
    for n in range(100):
        ids = ids.with_([str(n)])
    assert all(str(n) in ids for n in range(90, 100))
    assert "50" not in ids
    assert len(ids.young) + len(ids.old) <= 20


def test_a_flood_of_chat_does_not_wash_away_what_is_paid() -> None:
    seen, _ = Seen().sift((one("paid", K.SUB),), 0.0)
    for n in range(CHAT_IDS * 3):
        seen, _ = seen.sift((line(str(n)),), 0.0)
    assert seen.sift((one("paid", K.SUB),), 900.0)[1] == ()
    assert OTHER_IDS > CHAT_IDS


def test_both_tellings_make_one() -> None:
    first = one("a", K.SUB, "Ann", tier=2)
    again = one("b", K.SUB, "ann", text="hello", months=14, viewers=3)
    assert joined(first, again) == one("a", K.SUB, "Ann", tier=2, text="hello", months=14, viewers=3)
    assert joined(again, one("c", K.SUB, text="other")).text == "hello"
