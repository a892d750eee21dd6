from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.basic_lines import AuthoredLine, BasicModeError, Occasion
from models.basic_mode import Answer, parse_basic_mode
from models.basic_stream import Variant
from models.expression import Expression
from models.mood import Mood
from models.speech import Message, Role
from models.stream.happening import StreamKind
from tests.models.basic_utterances import HELD_OUT, TUNED
from tests.models.persona_files import basic

NOW = datetime(2026, 11, 21, 15, 20)  # noqa: DTZ001  # local time, as the user's clock shows it

INTENTS = {
    "intents": {
        "greeting": ["hello"],
        "joke": ["joke ~"],
        "yes": ["^ yes $"],
        "repeat": ["say that again"],
        "riddle": ["riddle ~"],
        "rps": ["rock paper scissors"],
        "number_game": ["guessing game"],
    }
}
LINES = {
    "lines": {
        "greeting": ["happy: Hi {name}.", "happy: Hi.", "snarky>joke: Oh, hello. A joke?"],
        "joke": ["laughing: Ha."],
        "yes": ["happy: Good."],
        "repeat": ["happy: I said: {last}"],
        "unknown": ["thinking: No idea."],
        "gentle": ["sad: I'm here."],
        "deflection": ["happy: Go on."],
        "sum": ["happy: {sum}."],
        "sum_odd": ["surprised: Too much."],
        "choose": ["happy: I say {pick}."],
        "riddle": ["thinking: What glows? // a star"],
        "riddle_right": ["excited: Yes, {answer}."],
        "riddle_answer": ["happy: It was {answer}."],
        "rps": ["excited: Say yours."],
        "rps_win": ["happy: {throw} beats {yours}."],
        "rps_lose": ["sad: {yours} beats {throw}."],
        "rps_draw": ["surprised: Both {throw}."],
        "number_game": ["cat_face: Guess my number."],
        "number_high": ["happy: Lower."],
        "number_low": ["happy: Higher."],
        "number_right": ["excited: That is the one."],
    },
    "without": {"repeat": ["surprised: Repeat what?"]},
    "events": {name: [f"happy: It is {name}."] for name in (*StreamKind, *Variant, *Occasion)},
}


def ask(said: str, history: tuple[Message, ...] = (), seed: int = 0, name: str = "") -> Answer | None:
    return basic().answer(said, history, seed=seed, now=NOW, name=name)


def text(said: str, history: tuple[Message, ...] = (), seed: int = 0, name: str = "") -> str:
    answer = ask(said, history, seed, name)
    assert answer is not None
    return answer.text


@cache
def intent(said: str) -> str:
    answer = ask(said)
    return answer.intent if answer else ""


def wrong(rows: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    return [(said, wanted, intent(said)) for said, wanted in rows if intent(said) not in wanted.split("|")]


def test_what_was_tuned_on_is_understood() -> None:
    assert len(TUNED) >= 150
    misses = wrong(TUNED)
    assert len(misses) <= 0.02 * len(TUNED), misses


def test_what_was_never_tuned_on_is_mostly_understood_and_seldom_misunderstood() -> None:
    assert len(HELD_OUT) >= 60
    misses = wrong(HELD_OUT)
    assert len(misses) <= 0.15 * len(HELD_OUT), misses
    mistaken = [miss for miss in misses if miss[2] not in {"", "unknown", "gentle"}]
    assert len(mistaken) <= 0.05 * len(HELD_OUT), mistaken


def test_no_tuned_utterance_is_in_the_held_out_set() -> None:
    assert not {said for said, _ in TUNED} & {said for said, _ in HELD_OUT}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("hello vespa how are you", "how_are_you"),
        ("WHATS THE WETHER LIKE", "weather"),
        ("um so like what time is it", "time"),
        ("im so exausted", "tired"),
        ("i am board", "bored"),
        ("what is the temperture outside", "weather"),
        ("good nite... I mean, good night", "night"),
    ],
)
def test_slips_of_the_ear_are_forgiven(said: str, wanted: str) -> None:
    assert intent(said) == wanted


@pytest.mark.parametrize("said", ["I am not sad", "I'm not tired at all, I promise", "do not tell me a joke"])
def test_a_negation_is_heard(said: str) -> None:
    assert intent(said) not in {"sad", "tired", "joke"}


@pytest.mark.parametrize(
    "said",
    [
        "I want to kill myself",
        "lately I just don't want to be alive anymore",
        "haha I'm thinking about suicide. Tell me a joke",
        "I wish I was dead, what's 2 + 2",
    ],
)
def test_a_crisis_is_never_joked_away(said: str) -> None:
    for seed in range(8):
        answer = ask(said, seed=seed)
        assert answer is not None
        assert answer.intent == "crisis"
        assert answer.expression is Expression.SAD
        assert "crisis line" in answer.text or "emergency number" in answer.text


def test_the_same_line_does_not_come_twice_before_all_others_were_said() -> None:
    history: tuple[Message, ...] = ()
    said: list[str] = []
    jokes = [line for line in basic().lines["joke"] if line.feeling is None]
    for turn in range(len(jokes)):
        line = text("tell me a joke", history, seed=7 * turn)
        said.append(line)
        history = (*history, Message(Role.USER, "tell me a joke"), Message(Role.ASSISTANT, line))
    assert set(said) == {line.text for line in jokes}
    assert text("tell me a joke", history, seed=3) == said[0]


@settings(deadline=None)
@given(
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.sampled_from(["hello", "what time is it", "I'm sad", "thanks"]),
)
def test_never_the_same_line_twice_in_a_row(first: int, second: int, said: str) -> None:
    before = text(said, seed=first)
    history = (Message(Role.USER, said), Message(Role.ASSISTANT, before))
    assert text(said, history, seed=second) != before


def test_a_line_that_was_cut_off_counts_as_said() -> None:
    line = AuthoredLine("Look who showed up. I'd have dressed up.", Expression.SNARKY)
    assert line.said_as("Look who showed—")
    assert not line.said_as("Look—")
    assert not line.said_as("Something else entirely.")


def test_she_knows_the_time_the_day_and_small_sums() -> None:
    assert "twenty past three in the afternoon" in text("what time is it")
    assert "Saturday, the twenty-first of November" in text("what day is it today")
    assert "56" in text("what's seven times eight")


def test_a_name_given_in_conversation_is_remembered_and_the_last_one_counts() -> None:
    history = (Message(Role.USER, "my name is sam"), Message(Role.USER, "actually, call me Alex"))
    assert "Alex" in text("what's my name", history, name="Robin")
    assert "Robin" in text("what's my name", name="Robin")
    assert "Sam" in text("my name is sam")


def test_without_a_name_no_line_needs_one() -> None:
    assert {line.text for line in basic().without["name_ask"]} >= {text("what's my name")}
    for seed in range(40):
        assert "{" not in text("hello", seed=seed)
        assert "  " not in text("hello", seed=seed)


@pytest.mark.parametrize("said", ["call me later", "call me when you can"])
def test_not_everything_after_call_me_is_a_name(said: str) -> None:
    answer = ask(said)
    assert answer is None or "ater" not in answer.text


def test_what_she_said_last_is_repeated() -> None:
    history = (Message(Role.USER, "hi"), Message(Role.ASSISTANT, "Boo."))
    assert "Boo." in text("say that again", history)
    assert "{" not in text("say that again")


def test_a_yes_takes_up_what_she_offered() -> None:
    made = parse_basic_mode(INTENTS, LINES)
    offer = made.answer("hello", (), seed=1, now=NOW)
    assert offer is not None
    assert offer.text == "Oh, hello. A joke?"
    history = (Message(Role.USER, "hello"), Message(Role.ASSISTANT, offer.text))
    taken = made.answer("yes", history, seed=0, now=NOW)
    assert taken == Answer("Ha.", Expression.LAUGHING, "joke")
    assert made.answer("yes", (), seed=0, now=NOW) == Answer("Good.", Expression.HAPPY, "yes")


def test_small_talk_of_the_model_is_used_when_it_is_fit_and_replaced_when_it_is_not() -> None:
    said = basic().small_talk("A scarf is a hug you can wear.", (), 0)
    assert (said.text, said.intent) == ("A scarf is a hug you can wear.", "small_talk")
    spare = basic().small_talk(None, (), 0)
    assert spare.intent == "deflection"
    assert spare.text in {line.text for line in basic().lines["deflection"]}


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(0, 10**9))
def test_anything_may_be_said_to_her(said: str, seed: int) -> None:
    answer = ask(said, seed=seed)
    assert answer is None or (answer.text and answer.expression in set(Expression))


def history(*texts: str) -> tuple[Message, ...]:
    """Turns, the user's first."""
    roles = (Role.USER, Role.ASSISTANT)
    return tuple(Message(roles[n % 2], one) for n, one in enumerate(texts))


MOODY = {
    **LINES,
    "lines": {
        **LINES["lines"],
        "greeting": ["happy: Hi.", "snarky: Hello.", "love@bright: Oh, hi!", "sad@low: Hm, hi."],
    },
}


def test_her_mood_picks_half_of_what_she_says_and_never_a_line_of_another_mood() -> None:
    made = parse_basic_mode(INTENTS, MOODY)

    def share(mood: Mood, wanted: str) -> float:
        said = [made.answer("hello", (), seed=seed, now=NOW, mood=mood) for seed in range(200)]
        assert {one.text for one in said if one} <= {"Hi.", "Hello.", wanted}
        return sum(one is not None and one.text == wanted for one in said) / len(said)

    assert 0.4 <= share(Mood(positivity=90), "Oh, hi!") <= 0.6
    assert 0.4 <= share(Mood(positivity=10), "Hm, hi.") <= 0.6
    assert share(Mood(positivity=50), "Hm, hi.") == 0


def test_how_she_feels_depends_on_her_mood() -> None:
    def answers(mood: Mood) -> set[str]:
        found = [basic().answer("how do you feel", (), seed=seed, now=NOW, mood=mood) for seed in range(60)]
        return {one.text for one in found if one}

    bright, drowsy = Mood(positivity=90), Mood(energy=10, engagement=5)
    assert answers(bright) - answers(Mood()) != set()
    assert answers(drowsy) - answers(Mood()) != set()
    assert answers(bright) - answers(drowsy) != set()


@settings(deadline=None)
@given(
    st.integers(0, 10**9),
    st.sampled_from([*basic().lines]),
    st.builds(Mood, st.floats(0, 100), st.floats(0, 100), st.floats(0, 100)),
)
def test_no_line_of_any_intent_comes_twice_in_a_row(seed: int, name: str, mood: Mood) -> None:
    slots = dict.fromkeys(
        ("sum", "pick", "throw", "yours", "answer", "coin", "dice", "time", "date"), "seven"
    )
    slots |= {"part": "morning"}
    first = basic()._say(name, (), seed, slots, mood)
    assert first is not None or name in basic().without
    if first is not None:
        again = basic()._say(name, (Message(Role.ASSISTANT, first.text),), seed, slots, mood)
        assert again is not None
        assert again.text != first.text


@pytest.mark.parametrize("occasion", [*Occasion])
def test_she_has_a_word_for_every_occasion_and_not_the_same_again(occasion: Occasion) -> None:
    before: tuple[Message, ...] = ()
    said: list[str] = []
    for seed in range(4):
        one = basic().remark(occasion, seed=seed * 5, now=NOW, history=before)
        assert one.intent == occasion
        said.append(one.text)
        before = (*before, Message(Role.ASSISTANT, one.text))
    assert len(set(said)) == len(said)


def test_she_greets_by_name_and_by_the_hour() -> None:
    said = {basic().remark(Occasion.GREET, seed=seed, now=NOW, name="Robin").text for seed in range(60)}
    assert any("Robin" in text for text in said)
    assert any("afternoon" in text for text in said)


def test_back_from_a_pause_she_greets_without_a_clock() -> None:
    said = {basic().remark(Occasion.BACK, seed=seed, name="Robin").text for seed in range(60)}
    assert len(said) >= 5
    assert any("Robin" in text for text in said)
    assert not any("Robin" in basic().remark(Occasion.BACK, seed=seed).text for seed in range(60))


def test_every_problem_of_the_data_is_reported_at_once() -> None:
    intents = {"intents": {"greeting": ["hello", "? *"], "bad": "no list", "silent": ["hush"]}}
    lines = {
        "lines": {
            "greeting": ["grumpy: Hi.", "happy>nosuch: Hi.", "happy: {who}?", "happy: "],
            "odd": ["sad: x"],
        }
    }
    with pytest.raises(BasicModeError) as caught:
        parse_basic_mode(intents, lines)
    told = "\n".join(caught.value.problems)
    for part in (
        "'? *'",
        "intents.bad",
        "grumpy",
        "nosuch",
        "who",
        "without words",
        "lines.silent: missing",
        "lines.odd",
    ):
        assert part in told, (part, told)


def test_without_any_line_that_can_be_filled_the_model_is_asked() -> None:
    made = parse_basic_mode(INTENTS, {**LINES, "lines": {**LINES["lines"], "joke": ["happy: {name}!"]}})
    assert made.answer("a joke", (), seed=0, now=NOW) is None
    assert made.answer("um", (), seed=0, now=NOW) is None


@pytest.mark.parametrize(
    ("hour", "part"), [(3, "night"), (8, "morning"), (15, "afternoon"), (20, "evening"), (23, "night")]
)
def test_she_knows_the_part_of_the_day(hour: int, part: str) -> None:
    made = parse_basic_mode(INTENTS, {**LINES, "lines": {**LINES["lines"], "joke": ["happy: Good {part}."]}})
    said = made.answer("a joke", (), seed=0, now=NOW.replace(hour=hour))
    assert said is not None
    assert said.text == f"Good {part}."
