"""Who is meant, and how much of a busy chat is answered."""

from __future__ import annotations

import pytest

from models.stream.chat_gate import ChatGate, named, passes
from models.stream.rules import Rules

NAMES = ("vesper astra", "vesper")


@pytest.mark.parametrize(
    "text",
    [
        "vesper",
        "Hi VESPER!",
        "@Vesper hello",
        "hey,vesper,hey",
        "who is Vesper Astra?",
        "@vesperastra",
        "@vesper_astra hi",
    ],
)
def test_she_is_named(text: str) -> None:
    assert named(text, NAMES)


@pytest.mark.parametrize("text", ["", "vespers", "a whisper", "myvesper", "vesper2", "v e s p e r"])
def test_she_is_not_named(text: str) -> None:
    assert not named(text, NAMES)


@pytest.mark.parametrize("names", [(), ("",), ("  ",)])
def test_without_a_name_nobody_means_her(names: tuple[str, ...]) -> None:
    assert not named("hi vesper", names)


def test_a_name_is_no_pattern() -> None:
    assert named("hi v.x", ("v.x",))
    assert not named("hi vax", ("v.x",))
    assert named("STRASSE", ("straße",))


@pytest.mark.parametrize(
    ("messages", "share"), [(0, 1.0), (30, 1.0), (60, 0.575), (90, 0.15), (1000, 0.15), (45, 0.7875)]
)
def test_the_share_falls_evenly(messages: int, share: float) -> None:
    assert ChatGate().counted(messages, 5.0).share(Rules()) == pytest.approx(share)


def test_the_share_of_odd_rules() -> None:
    assert ChatGate().counted(1, 0.0).share(Rules(chat_rate=0.0, least=0.25)) == 0.25
    assert ChatGate().share(Rules(chat_rate=0.0)) == 1.0


def test_a_minute_is_counted() -> None:
    gate = ChatGate().counted(5, 0.2).counted(7, 0.9).counted(1, 30.0)
    assert gate.per_minute == 13
    assert gate.counts == ((0.0, 12), (30.0, 1))
    assert gate.counted(0, 59.9).per_minute == 13
    assert gate.counted(0, 60.0).per_minute == 1
    assert gate.counted(2, 95.0).counts == ((95.0, 2),)


def test_a_long_show_stays_small() -> None:
    gate = ChatGate()
    for n in range(10_000):
        gate = gate.counted(3, n / 10)
    assert len(gate.counts) <= 61
    assert gate.per_minute == pytest.approx(1800, abs=30)


def test_the_draw_is_fair_and_always_the_same() -> None:
    drawn = [passes(str(n), 0.3) for n in range(5000)]
    assert 0.27 < sum(drawn) / 5000 < 0.33
    assert drawn == [passes(str(n), 0.3) for n in range(5000)]
    assert all(passes(str(n), 1.0) for n in range(500))
    assert not any(passes(str(n), 0.0) for n in range(500))
    assert passes("\ud800", 1.0)
