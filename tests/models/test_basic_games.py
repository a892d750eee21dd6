from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.basic_games import Result, choice, move, solved, throw, thrown
from models.basic_lines import AuthoredLine
from models.basic_mode import Answer
from models.expression import Expression
from models.speech import Message, Role
from tests.models.persona_files import basic

NOW = datetime(2026, 11, 21, 15, 20)  # noqa: DTZ001  # local time, as the user's clock shows it
Talk = tuple[Message, ...]


def say(said: str, talk: Talk = (), seed: int = 0) -> tuple[Answer, Talk]:
    answer = basic().answer(said, talk, seed=seed, now=NOW)
    assert answer is not None
    return answer, (*talk, Message(Role.USER, said), Message(Role.ASSISTANT, answer.text))


BEATS = {("rock", "scissors"), ("scissors", "paper"), ("paper", "rock")}


@settings(deadline=None)
@given(st.sampled_from(["rock", "paper", "scissors"]), st.integers(0, 10**9))
def test_the_throws_beat_one_another_as_everywhere(yours: str, seed: int) -> None:
    mine, result = throw(yours, seed)
    wanted = Result.WIN if (mine, yours) in BEATS else Result.LOSE if (yours, mine) in BEATS else Result.DRAW
    assert result is wanted


def test_every_end_of_a_round_happens() -> None:
    assert {throw("rock", seed)[1] for seed in range(30)} == set(Result)


@pytest.mark.parametrize(
    ("said", "invited", "wanted"),
    [
        ("Rock!", True, "rock"),
        ("hm, scissor", True, "scissors"),
        ("Rock!", False, ""),
        ("I pick paper", False, "paper"),
        ("rock paper scissors, and scissors", False, "scissors"),
        ("let's play rock, paper, scissors", False, ""),
        ("I like rock music", False, ""),
        ("nothing", True, ""),
    ],
)
def test_a_throw_is_one_only_when_it_is_meant(said: str, invited: bool, wanted: str) -> None:  # noqa: FBT001
    assert thrown(said, invited=invited) == wanted


def test_a_round_is_played_as_a_talk() -> None:
    invited, talk = say("let's play rock paper scissors")
    assert invited.intent == "rps"
    played, talk = say("paper", talk, seed=10)
    assert played.intent in set(Result)
    assert "paper" in played.text.lower()
    again, _ = say("rock", talk, seed=5)
    assert again.intent in set(Result)


def test_her_number_is_found_by_higher_and_lower() -> None:
    began, talk = say("think of a number and let me guess")
    assert began.intent == "number_game"
    low, high = 1, 10
    for turn in range(5):
        guess = (low + high) // 2
        answer, talk = say(f"is it {guess}?", talk, seed=turn)
        if answer.intent == "number_right":
            break
        assert answer.intent in {"number_high", "number_low"}
        low, high = (low, guess - 1) if answer.intent == "number_high" else (guess + 1, high)
    else:
        pytest.fail("five guesses are enough for ten numbers")
    after, _ = say("three", talk) if basic().answer("three", talk, seed=0, now=NOW) else (None, ())
    assert after is None or not after.intent.startswith("number_")


def test_numbers_mean_nothing_when_no_game_is_on() -> None:
    _, talk = say("think of a number and let me guess")
    _, talk = say("how are you", talk)
    answer = basic().answer("seven", talk, seed=0, now=NOW)
    assert answer is None or not answer.intent.startswith("number_")


def test_the_number_differs_from_game_to_game() -> None:
    secrets = set()
    for seed in range(12):
        _, talk = say(f"{'please ' * seed}think of a number and let me guess", seed=seed)
        right = [n for n in range(1, 11) if move(str(n), "", talk, 0, basic().lines)[0] == "number_right"]
        assert len(right) == 1
        secrets.update(right)
    assert len(secrets) >= 3


def test_a_riddle_is_solved_given_up_or_left_alone() -> None:
    asked, talk = say("tell me a riddle")
    riddle = next(line for line in basic().lines["riddle"] if line.text == asked.text)
    right, _ = say(f"is it {riddle.answer}?", talk)
    assert right.intent == "riddle_right"
    for given_up in ("no idea", "I don't know", "a purple elephant", "tell me"):
        shown, _ = say(given_up, talk)
        assert shown.intent == "riddle_answer", given_up
        assert riddle.answer in shown.text.lower()
    assert say("what time is it", talk)[0].intent == "time"
    assert say("I want to kill myself", talk)[0].intent == "crisis"


def test_an_answer_is_known_by_the_word_that_matters() -> None:
    riddle = AuthoredLine("What?", Expression.THINKING, answer="an umbrella")
    assert solved(riddle, "umbrella!")
    assert solved(riddle, "two umbrellas")
    assert not solved(riddle, "a hat")
    assert not solved(AuthoredLine("What?", Expression.THINKING), "a hat")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Should I have tea or coffee?", {"tea", "coffee"}),
        ("should we play chess or go for a walk", {"chess", "go for a walk"}),
        ("choose between my red hat and my blue hat", {"your red hat", "your blue hat"}),
        ("should I call my mum or text her", {"call your mum", "text her"}),
        ("should I go or not?", {""}),
        ("should I live or die", {""}),
        ("I like tea or coffee", {""}),
        ("what should I do", {""}),
    ],
)
def test_she_chooses_one_of_two_things(said: str, wanted: set[str]) -> None:
    assert {choice(said, seed) for seed in range(40)} == wanted


def test_a_choice_is_said() -> None:
    answer, _ = say("should I have tea or coffee?", seed=4)
    assert answer.intent == "choose"
    assert "tea" in answer.text.lower() or "coffee" in answer.text.lower()


@settings(deadline=None)
@given(st.text(max_size=100), st.integers(0, 10**9))
def test_any_text_may_be_a_move(said: str, seed: int) -> None:
    for start in ("tell me a riddle", "let's play rock paper scissors", "think of a number and let me guess"):
        _, talk = say(start, seed=seed)
        answer = basic().answer(said, talk, seed=seed, now=NOW)
        assert answer is None or answer.text
