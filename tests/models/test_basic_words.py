from __future__ import annotations

import random
import tracemalloc
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.basic_words import alike, best_match, parse_phrase, stem, words


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("What's up, Vesper?", "what is up"),
        ("I can't sleep", "i cannot sleep"),
        ("I’m HERE", "i am here"),
        ("Vesper!", "vesper"),
        ("Sam's dog", "sam dog"),
        ("let's go", "let us go"),
        ("...", ""),
    ],
)
def test_words_are_made_plain(said: str, plain: str) -> None:
    assert " ".join(words(said)) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("jokes", "joke"), ("playing", "play"), ("stopped", "stop"), ("stories", "story"), ("making", "make")],
)
def test_endings_do_not_matter(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("this", "thi"), ("news", "new"), ("made", "mad"), ("boss", "bos")]
)
def test_some_words_only_look_like_they_had_an_ending(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("phrase", "said", "matches"),
    [
        ("tell me a joke", "tell me a joke", True),
        ("tell me a joke", "tell me a really good joke", True),
        ("tell me a joke", "tell me a very long and boring joke", False),
        ("hi|hello there?", "hello", True),
        ("^ hello $", "well hello", False),
        ("^ hello $", "hello again", False),
        ("play * music", "play some nice quiet music", True),
        ("i am happy", "i am not happy", False),
        ("what is the weather", "what is the wheather", True),
        ("thank you", "think you", False),
    ],
)
def test_phrases_match_with_some_slack(phrase: str, said: str, matches: bool) -> None:  # noqa: FBT001
    assert (best_match(parse_phrase(phrase), words(said)) is not None) is matches


def test_the_match_says_how_much_it_covers() -> None:
    match = best_match(parse_phrase("play * music"), words("play some music"))
    assert match is not None
    assert match.literal == 2.0
    assert match.loose == pytest.approx(0.05)
    assert match.places == {0, 2}


@pytest.mark.parametrize("bad", ["", "*", "^ $", "a?|b? c"])
def test_an_empty_or_garbled_phrase_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|question mark"):
        parse_phrase(bad)


@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=6))
def test_a_phrase_matches_itself(spoken: list[str]) -> None:
    said = words(" ".join(spoken))
    match = best_match(parse_phrase(" ".join(said)), said)
    assert match is not None
    assert match.places == set(range(len(said)))


def test_words_never_heard_before_leave_little_behind() -> None:
    """A chat brings new words for ever, and each is compared with all that phrases know."""
    draw = random.Random(5)
    known = {"".join(draw.choices(ascii_lowercase, k=draw.randint(6, 9))) for _ in range(1500)}
    alike("warmed", known)
    tracemalloc.start()
    try:
        for _ in range(120):
            alike("".join(draw.choices(ascii_lowercase, k=7)), known)
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert left < 1 << 20
