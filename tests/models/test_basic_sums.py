from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.basic_sums import NoSumError, OddSumError, sum_in


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("what's seven times eight?", "56"),
        ("How much is 15% of 200", "30"),
        ("half of thirty", "15"),
        ("a third of ninety", "30"),
        ("what is twenty-three plus nineteen", "42"),
        ("a hundred and twenty minus forty five", "75"),
        ("5 minus 9", "minus 4"),
        ("3.5 + 2", "5.5"),
        ("three point five plus two", "5.5"),
        ("10 divided by 3", "about 3.333"),
        ("nine squared", "81"),
        ("2^10", "1024"),
        ("two plus three times four", "14"),
        ("1,200 plus 34", "1234"),
        ("Hey Vesper, what's 6 x 7?", "42"),
        ("two million plus one", "2000001"),
        ("7-3", "4"),
        ("minus four plus 2", "minus 2"),
        ("can you work out twelve times twelve please", "144"),
    ],
)
def test_sums_in_speech(said: str, answer: str) -> None:
    assert sum_in(said) == answer


@pytest.mark.parametrize(
    "said",
    [
        "",
        "hello",
        "what is five",
        "I have 2 cats and 3 dogs",
        "twelve",
        "one two three",
        "what is love",
        "plus",
        "2 +",
        "__import__('os')",
    ],
)
def test_other_things_are_left_alone(said: str) -> None:
    with pytest.raises(NoSumError):
        sum_in(said)


@pytest.mark.parametrize(
    "said", ["10 / 0", "what is five divided by zero", "9 to the power of 99", "2 to the power of 0.5"]
)
def test_sums_without_a_speakable_answer(said: str) -> None:
    with pytest.raises(OddSumError):
        sum_in(said)


@given(st.text(alphabet="0123456789+-*/^.% abcdefghijklmnopqrstuvwxyz", max_size=60))
def test_any_text_is_a_sum_or_not_and_never_more(said: str) -> None:
    with suppress(NoSumError, OddSumError):
        assert sum_in(said)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_addition_is_right(one: int, other: int) -> None:
    assert sum_in(f"what is {one} plus {other}") == str(one + other)
