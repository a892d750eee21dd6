"""The hour that ships with Vesper: made of its text, and with everything in it that a stream can send."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from assets.stream.show import SHOW, TEXT, show, written
from models.stream.happening import Happening, Standing, StreamKind
from models.stream.parsing import happening, is_nameless, recalled
from models.stream.recording import Recorded, read


@pytest.fixture(scope="module")
def events() -> tuple[Recorded, ...]:
    return read(SHOW.read_bytes())


@pytest.fixture(scope="module")
def told(events: tuple[Recorded, ...]) -> list[Happening]:
    found = (happening(event.name, event.payload) for event in events)
    return [one for one in found if one is not None]


def of(told: list[Happening], kind: StreamKind) -> list[Happening]:
    return [one for one in told if one.kind is kind]


def test_the_file_is_what_its_text_makes(events: tuple[Recorded, ...]) -> None:
    made = show(TEXT.read_text(encoding="utf-8"))
    assert SHOW.read_bytes() == written(made), "python -m assets.stream.show"
    assert events == made


def test_it_is_an_hour_of_a_lively_show_with_rests(events: tuple[Recorded, ...]) -> None:
    times = [event.at_s for event in events]
    assert 250 <= len(events) <= 400
    assert 3540 <= times[-1] <= 3600
    assert sum(later - earlier > 45 for earlier, later in pairwise(times)) >= 3
    busiest = max(sum(at <= other < at + 60 for other in times) for at in times)
    assert busiest > 90, "so many that she can't answer all who name her"


def test_everything_a_stream_can_send_is_in_it(events: tuple[Recorded, ...], told: list[Happening]) -> None:
    kinds = Counter(one.kind for one in told)
    assert set(kinds) == set(StreamKind)
    assert kinds[StreamKind.CHAT] > 200
    assert kinds[StreamKind.FOLLOW] >= 20
    subs = of(told, StreamKind.SUB)
    assert {one.tier for one in subs} == {1, 2, 3}
    assert {one.months for one in subs} >= {0, 1, 32}
    assert sum(one.gifts for one in subs) == 5
    payloads = [event.payload for event in events if event.name == "new-subscriber"]
    plans = {str(payload.get("method")) for payload in payloads if isinstance(payload, dict)}
    assert all(any(plan in method for method in plans) for plan in ("None", "Prime", "1000", "2000", "3000"))
    assert {one.unit for one in of(told, StreamKind.DONATION)} == {"dollars", "euros", "pounds", "bits"}
    assert {one.viewers for one in of(told, StreamKind.RAID)} == {40, 3}
    assert {one.standing for one in told} == set(Standing)
    custom = {one.name for one in of(told, StreamKind.CUSTOM)}
    assert {"hydrate", "boss-defeated", "death", "goat-found"} <= custom
    assert any(one.data for one in of(told, StreamKind.CUSTOM))


def test_subs_and_raids_come_by_both_paths(told: list[Happening]) -> None:
    for kind in (StreamKind.SUB, StreamKind.RAID):
        twice = [
            (first.who, later.who)
            for first, later in pairwise(of(told, kind))
            if first.who == later.who and not first.gifts and 0 < later.sent_s - first.sent_s <= 10
        ]
        assert twice, kind
    ids = [one.id for one in told if not is_nameless(one)]
    assert len(set(ids)) == len(ids)
    assert any(is_nameless(one) for one in of(told, StreamKind.SUB)), (
        "gifts that only differ in who gets them"
    )


def test_there_is_history_of_before_and_again_after_the_link_was_lost(events: tuple[Recorded, ...]) -> None:
    first, second = [event for event in events if event.name == "recent-events"]
    assert first.at_s < 10
    assert [one.kind for one in recalled(first.payload)].count(StreamKind.CHAT) == 3
    again = recalled(second.payload)
    passed = (happening(event.name, event.payload) for event in events[: events.index(second)])
    known = {one.id for one in (*recalled(first.payload), *passed) if one is not None}
    assert {one.id for one in again} <= known
    assert {one.kind for one in again} >= {StreamKind.CHAT, StreamKind.SUB, StreamKind.RAID}


def test_she_is_spoken_to_and_tried(told: list[Happening]) -> None:
    chat = of(told, StreamKind.CHAT)
    named = [one for one in chat if "vesper" in one.text.casefold()]
    assert len(named) >= 30
    assert any(one.standing is Standing.STREAMER for one in named)
    whole = " ".join(one.text for one in told).casefold()
    for trick in (
        "ignore all previous instructions",
        "system prompt",
        "</system>",
        "gems.example",
        "repeat after me",
    ):
        assert trick in whole
