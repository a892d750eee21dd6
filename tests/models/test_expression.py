from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.expression import Expression, Phase, expression_for, reasons

AVATAR = Path(__file__).parents[2] / "assets" / "avatar" / "vesper" / "expressions"


def test_the_twelve_are_the_avatar_s_expression_files() -> None:
    assert {face.value for face in Expression} == {
        path.name.split(".")[0] for path in AVATAR.glob("*.exp3.json")
    }


@pytest.mark.parametrize(
    ("phase", "face"),
    [
        (Phase.IDLE, Expression.IDLE),
        (Phase.LISTENING, Expression.IDLE),
        (Phase.THINKING, Expression.THINKING),
        (Phase.SPEAKING, Expression.SNARKY),
        ("no such phase", Expression.IDLE),
    ],
)
def test_without_words_the_phase_decides(phase: str, face: Expression) -> None:
    assert expression_for(phase) is face


@pytest.mark.parametrize("phase", [Phase.LISTENING, Phase.THINKING])
def test_words_do_not_matter_while_she_listens_or_thinks(phase: Phase) -> None:
    assert expression_for(phase, "I love you, hahaha!") is expression_for(phase)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Hahaha, stop it!", Expression.LAUGHING),
        ("I love you too, obviously.", Expression.LOVE),
        ("I'm so sorry, that hurts.", Expression.SAD),
        ("How dare they. I'm furious.", Expression.ANGRY),
        ("Sweet dreams, sleepyhead.", Expression.SLEEPY),
        ("Wait, what?! No way.", Expression.SURPRISED),
        ("Yay! We did it!", Expression.EXCITED),
        ("Nobody saw me take that biscuit.", Expression.CAT_FACE),
        ("Hmm, let me think about that.", Expression.THINKING),
        ("I'm glad you're here.", Expression.HAPPY),
        ("Oh please, you genius.", Expression.SNARKY),
        ("The kettle is on.", Expression.SNARKY),
    ],
)
def test_words_choose_the_face_while_she_speaks(text: str, face: Expression) -> None:
    assert expression_for(Phase.SPEAKING, text) is face


def test_a_negated_feeling_is_not_shown() -> None:
    assert expression_for(Phase.SPEAKING, "I am not sad about it.") is Expression.SNARKY


def test_her_resting_tone_is_what_nothing_else_speaks_against() -> None:
    assert expression_for(Phase.SPEAKING, "The kettle is on.", Expression.HAPPY) is Expression.HAPPY


def test_after_a_line_the_face_lingers_and_neutral_words_rest() -> None:
    assert expression_for(Phase.IDLE, "I love you.") is Expression.LOVE
    assert expression_for(Phase.IDLE, "The kettle is on.") is Expression.IDLE


def test_the_reasons_name_the_words() -> None:
    assert [(rule.expression, words) for rule, words in reasons("Yawn, hug me.")] == [
        (Expression.LOVE, "hug"),
        (Expression.SLEEPY, "Yawn"),
    ]


@given(st.text(max_size=200), st.sampled_from([*Phase]))
def test_any_text_gives_one_of_the_twelve(text: str, phase: Phase) -> None:
    assert expression_for(phase, text) in set(Expression)
