"""Written words get the times of the spoken ones."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.speech import WordSpan
from models.written import spread, written


def spans(*words: str) -> list[WordSpan]:
    return [WordSpan(word, float(n), n + 0.9) for n, word in enumerate(words)]


def test_punctuation_stays_with_its_word() -> None:
    assert written("Well, hello!", spans("Well", ",", "hello"), 3.0) == (
        WordSpan("Well,", 0.0, 0.9),
        WordSpan("hello!", 2.0, 2.9),
    )


def test_a_word_spoken_in_pieces_is_one() -> None:
    assert written("fox's half-light", spans("fox", "'s", "half", "-", "light"), 5.0) == (
        WordSpan("fox's", 0.0, 1.9),
        WordSpan("half-light", 2.0, 4.9),
    )


def test_a_dash_of_its_own_goes_with_the_word_before() -> None:
    assert [word.text for word in written("Yes — no", spans("Yes", "no"), 2.0)] == ["Yes —", "no"]


def test_what_cannot_be_matched_is_spread_evenly() -> None:
    told = written("10 foxes", spans("ten", "foxes"), 4.0)
    assert told == spread("10 foxes", 4.0)
    assert (told[0].start_s, told[-1].end_s) == (0.0, 4.0)
    assert written("Hello", (), 1.0) == (WordSpan("Hello", 0.0, 1.0),)


@given(st.text(max_size=30), st.lists(st.text(max_size=6), max_size=6), st.floats(0, 9))
def test_whatever_comes_every_word_is_there_in_order(text: str, spoken: list[str], length_s: float) -> None:
    told = written(text, spans(*spoken), length_s)
    assert " ".join(word.text for word in told) == " ".join(text.split())
    assert all(one.start_s <= other.start_s for one, other in pairwise(told))
