"""What a happening is to her."""

from __future__ import annotations

import pytest

from models.stream.chat_gate import ChatGate
from models.stream.happening import Happening, Rank, Standing
from models.stream.matching import Found, fitting, found
from models.stream.rules import Rule, Rules
from tests.models.stream.happened import K, line, one

QUIET = ChatGate()
BUSY = QUIET.counted(900, 0.0)
STREAMER, MODERATOR = Standing.STREAMER, Standing.MODERATOR


@pytest.mark.parametrize(
    ("happening", "rank", "why"),
    [
        (one("a", K.DONATION), Rank.DONATION, "a donation is always answered"),
        (one("a", K.SUB), Rank.SUB, "a sub is always answered"),
        (one("a", K.RAID), Rank.RAID, "a raid is always answered"),
        (one("a", K.FOLLOW), Rank.FOLLOW, "someone followed"),
        (one("a", K.ALERT), Rank.FOLLOW, "a test alert came"),
        (one("a", K.CUSTOM), None, "no reaction of yours fits"),
        (line("a"), Rank.CHAT, "she was named"),
        (line("a", standing=MODERATOR), Rank.MODERATOR, "a moderator named her"),
        (line("a", "hello", STREAMER), Rank.MODERATOR, "the streamer wrote it"),
        (line("a", "hello", MODERATOR), None, "she was not named"),
        (line("a", "hello"), None, "she was not named"),
    ],
)
def test_the_rank_of_each(happening: Happening, rank: Rank | None, why: str) -> None:
    assert found(happening, Rules(), QUIET) == Found(rank, why)


def test_a_busy_chat_is_answered_in_part_but_the_streamer_always() -> None:
    def passed(standing: Standing) -> int:
        lines = [line(str(n), standing=standing) for n in range(1000)]
        return sum(found(one_, Rules(), BUSY).rank is not None for one_ in lines)

    assert passed(STREAMER) == 1000
    assert passed(Standing.VIEWER) == passed(MODERATOR)
    assert 110 < passed(MODERATOR) < 190
    why = next(what.why for n in range(9) if not (what := found(line(str(n)), Rules(), BUSY)).rank)
    assert why == "chat is busy, with 900 messages a minute, and she answers 15% of those that name her"


@pytest.mark.parametrize("kind", K)
def test_what_is_switched_off(kind: K) -> None:
    chat = kind is K.CHAT
    happening = one("a", kind, text="vesper")
    own = (Rule("*"),)
    why = "answers to chat are switched off" if chat else "reactions are switched off"
    assert found(happening, Rules(reactions=chat, chat=not chat, own=own), QUIET) == Found(None, why)
    assert found(happening, Rules(reactions=not chat, chat=chat, own=own), QUIET).rank is Rank.FOLLOW


def test_a_rule_gives_its_rank() -> None:
    rule = Rule("hydrate", rank=Rank.SUB)
    assert found(one("a", K.CUSTOM), Rules(own=(rule,)), QUIET) == Found(
        Rank.SUB, "your reaction “hydrate” fits", rule
    )
    low = Rule("donation", rank=Rank.CHAT)
    assert found(one("a", K.DONATION), Rules(own=(rule, low)), QUIET).rank is Rank.CHAT


def test_a_rule_for_chat_takes_only_what_is_for_her() -> None:
    own = (Rule("chat-*", rank=Rank.SUB),)
    assert found(line("a"), Rules(own=own), QUIET).rule is own[0]
    assert found(line("a", "hello"), Rules(own=own), QUIET).rank is None


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("hydrate", "hydrate"), ("Hydrate", "hyDRATE"), ("hydrate", "h*e"), ("hydrate", "hydrat?"), ("a[b]", "a[b]"),
        ("a[b]", "a[*"), ("anything", "*"), ("a\nb", "a*b"),
    ],
)  # fmt: skip
def test_patterns_that_fit(name: str, event: str) -> None:
    rule = Rule(event)
    assert fitting(name, (Rule("no"), rule, Rule("*"))) is rule


@pytest.mark.parametrize(
    ("name", "event"),
    [("hydrate", "hydra"), ("hydrate", "ydrate"), ("hydrate", "hydrate?"), ("b", "[abc]"), ("", "*")],
)
def test_patterns_that_do_not(name: str, event: str) -> None:
    assert fitting(name, (Rule(event),)) is None


def test_a_pattern_full_of_stars_takes_no_time() -> None:
    assert fitting("a" * 120, (Rule("*a" * 30 + "b"),)) is None
