"""Whatever comes, it is a `Happening` within its bounds or nothing, and it is the same every time."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.stream.happening import Happening, Standing, StreamKind
from models.stream.parsing import FIELD, ID, MOST_FIELDS, NAME, TEXT, VALUE, WHO, happening, recalled

NAMES = st.sampled_from(
    [
        "chat-message",
        "new-subscriber",
        "new-follower",
        "raid",
        "alert",
        "donation",
        "cheer",
        "gift_sub",
        "wheel",
    ]
)
KEYS = st.sampled_from(
    ["id", "username", "user", "name", "message", "amount", "bits", "viewers", "months", "tier", "method", "plan",
     "type", "badges", "userType", "timestamp", "currency", "count", "gifts", "followers", "raids", "chatMessages"]
)  # fmt: skip
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary(max_size=8)
    | st.just(10**4000)
    | st.sampled_from(
        ["1000", "Prime", "broadcaster", "subscribe", "bits", "2026-05-01T12:00:00Z", "-5", "1e999"]
    )
)


class Hostile(dict[Any, Any]):
    """Nothing of it may be run."""

    def _no(self, *_: object) -> Any:
        raise RuntimeError("ran")

    __getitem__ = __iter__ = __len__ = __contains__ = __eq__ = __str__ = __repr__ = get = items = keys = _no  # type: ignore[assignment]  # none of them fits
    __hash__ = None  # type: ignore[assignment]  # nor that


class HostileText(str):
    __slots__ = ()

    def __getitem__(self, _: object) -> str:
        raise RuntimeError("ran")

    __str__ = __eq__ = split = lower = __getitem__  # type: ignore[assignment]  # none of them fits
    __hash__ = str.__hash__


HOSTILE = st.builds(lambda: Hostile(a=1)) | st.builds(lambda: HostileText("raid"))
OBJECTS = SCALARS | HOSTILE | st.builds(object) | st.just(1 + 2j)
JSON = st.recursive(
    OBJECTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=9), inner, max_size=6)
    ),
)
PAYLOADS = st.dictionaries(KEYS, JSON, max_size=8) | JSON


def check(one: Happening) -> None:
    assert type(one.kind) is StreamKind
    assert type(one.standing) is Standing
    assert one.id
    assert len(one.id) <= ID
    assert 0 < len(one.name) <= NAME
    assert len(one.who) <= WHO
    assert len(one.text) <= TEXT
    assert one.tier in {1, 2, 3}
    assert all(type(number) is int and number >= 0 for number in (one.months, one.gifts, one.viewers))
    assert type(one.amount) is float
    assert 0.0 <= one.amount <= 1e9
    assert math.isfinite(one.sent_s)
    assert len(one.data) <= MOST_FIELDS
    assert all(len(key) <= FIELD and len(value) <= VALUE for key, value in one.data)
    for text in (
        one.id,
        one.who,
        one.text,
        one.unit,
        one.name,
        *(part for pair in one.data for part in pair),
    ):
        assert type(text) is str
        assert text.isprintable()
        assert text == " ".join(text.split())
        text.encode()


@given(NAMES | st.text() | OBJECTS, PAYLOADS)
def test_anything_is_a_happening_or_nothing(name: Any, payload: object) -> None:
    one = happening(name, payload)
    if one is not None:
        check(one)
        assert one == happening(name, payload)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, st.lists(PAYLOADS, max_size=3), max_size=4) | JSON)
def test_any_history_is_happenings(payload: object) -> None:
    for one in recalled(payload):
        check(one)


def test_depth_does_not_matter() -> None:
    deep: Any = "x"
    for _ in range(100_000):
        deep = {"message": deep}
    assert happening("wheel", deep) is not None
    assert happening("chat-message", deep) is None
    while type(deep) is dict:  # taken apart step by step: the interpreter would recurse
        deep = deep.pop("message")
