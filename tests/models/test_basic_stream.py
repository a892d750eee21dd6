"""How basic mode answers the stream: which lines, whose names, and that no viewer is taken for her person."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.basic_lines import Occasion
from models.basic_mode import Answer, parse_basic_mode
from models.basic_stream import of_owner, of_stream
from models.expression import Expression
from models.speech import Message, Role
from models.stream.happening import StreamKind
from models.stream.reaction import Reaction
from models.stream.telling import stream_line
from tests.models.persona_files import basic
from tests.models.test_basic_mode import INTENTS, LINES, NOW, text

REACTIONS = st.builds(
    Reaction,
    st.sampled_from([*StreamKind]),
    st.text(max_size=80) | st.sampled_from(["Ann, Bob and 31 more", "Ann and Bob", ""]),
    many=st.integers(-5, 10**6),
    text=st.text(max_size=120),
    amount=st.sampled_from(["", "500 bits", "1 dollar", "5 dollars"]),
    viewers=st.integers(-5, 10**6),
    tier=st.integers(-1, 3),
    months=st.integers(-5, 400),
    gifts=st.integers(-5, 1000),
    wish=st.text(max_size=60),
)


@settings(deadline=None)
@given(REACTIONS, st.integers(0, 10**9))
def test_any_stream_event_gets_a_word(reaction: Reaction, seed: int) -> None:
    said = basic().react(reaction, seed=seed)
    assert said.text
    assert len(said.text.split()) <= 60
    assert "{" not in said.text.replace(reaction.who, "")


def reactions(kind: StreamKind, who: str = "Ada_99", **known: Any) -> set[str]:
    return {basic().react(Reaction(kind, who, **known), seed=seed).text for seed in range(60)}


def test_a_stream_event_is_told_with_what_is_known_of_it() -> None:
    assert all("Ada 99" in text for text in reactions(StreamKind.FOLLOW))
    assert any("40" in text for text in reactions(StreamKind.RAID, viewers=40))
    assert not any(re.search(r"\b[01]\b", text) for text in reactions(StreamKind.RAID, viewers=1))
    assert any("5 dollars" in text for text in reactions(StreamKind.DONATION, amount="5 dollars"))
    assert any("500 bits" in text for text in reactions(StreamKind.DONATION, amount="500 bits"))
    assert any("3" in text for text in reactions(StreamKind.SUB, tier=3))
    assert any("14 months" in text for text in reactions(StreamKind.SUB, months=14))
    assert not any("onths" in text for text in reactions(StreamKind.SUB, months=1))
    assert any("25" in text for text in reactions(StreamKind.SUB, gifts=25))
    assert not any("5 " in text for text in reactions(StreamKind.SUB, who="Ada", gifts=1, months=5))


def groups(kind: StreamKind, **known: Any) -> set[str]:
    made = parse_basic_mode(INTENTS, LINES)
    return {made.react(Reaction(kind, **{"who": "Ada", **known}), seed=seed).text for seed in range(9)}


@pytest.mark.parametrize(
    ("kind", "known", "group"),
    [
        (StreamKind.SUB, {}, "sub"),
        (StreamKind.SUB, {"gifts": 1}, "sub_gift"),
        (StreamKind.SUB, {"gifts": 5, "many": 2, "who": "Ann and Bob"}, "sub_many"),
        (StreamKind.FOLLOW, {"many": 3, "who": "Ann, Bob and Cleo"}, "follow_many"),
        (StreamKind.FOLLOW, {"many": 40, "who": ""}, "follow_many"),
        (StreamKind.FOLLOW, {"many": 40, "who": "40 viewers"}, "follow_many"),
        (StreamKind.FOLLOW, {"who": "40 viewers"}, "follow"),
        (StreamKind.FOLLOW, {"who": "Salt and Pepper"}, "follow"),
        (StreamKind.RAID, {"many": 2, "who": "Ann and Bob"}, "raid_many"),
        (StreamKind.DONATION, {"text": "hi"}, "donation_said"),
        (StreamKind.DONATION, {"text": "hi", "many": 2, "who": "Ann and Bob"}, "donation_many"),
        (StreamKind.DONATION, {"many": 3}, "donation"),
        (StreamKind.CHAT, {"many": 2, "who": "Ann and Bob", "text": "hello"}, "chat"),
        (StreamKind.CHAT, {"text": "a new cheese"}, "chat"),
        (StreamKind.CHAT, {"text": "hello"}, "chat_hello"),
        (StreamKind.CHAT, {"text": "my old dog died last week"}, "grave"),
        (StreamKind.CHAT, {"text": "lol your character died again"}, "chat"),
        (StreamKind.CHAT, {"text": "my kid just passed her exam"}, "chat"),
        (StreamKind.DONATION, {"text": "for my dad, who passed away"}, "grave"),
        (StreamKind.SUB, {"text": "I lost my gran in March", "months": 3}, "grave"),
        (StreamKind.SUB, {"text": "hello"}, "sub"),
        (StreamKind.CUSTOM, {"gifts": 3, "text": "hi"}, "custom"),
    ],
)
def test_lines_of_their_own_answer_crowds_gifts_and_messages(
    kind: StreamKind, known: dict[str, Any], group: str
) -> None:
    assert groups(kind, **known) == {f"It is {group}."}


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("you are so dumb lol", "chat_rude"),
        ("shut up", "chat_rude"),
        ("thank you vesper", "chat_praise"),
        ("you are so cute", "chat_praise"),
        ("hi", "chat_hello"),
        ("tell me a joke", "joke"),
        ("are you real", "chat"),
    ],
)
def test_a_viewer_is_no_friend_of_old(said: str, group: str) -> None:
    answers = {
        basic().react(Reaction(StreamKind.CHAT, "Ada", text=said), seed=seed).intent for seed in range(20)
    }
    assert answers == {group}


def test_her_bond_is_not_with_viewers() -> None:
    bond = {"lines": {"joke": ["love: For you, partner."]}, "replace": {"greeting": ["love: My dear."]}}
    made = parse_basic_mode(INTENTS, LINES, bond)
    for seed in range(9):
        assert made.react(Reaction(StreamKind.CHAT, "Ada", text="a joke"), seed=seed).text == "Ada! Ha."
    told = {made.answer("a joke", (), seed=seed, now=NOW) for seed in range(9)}
    assert {one.text for one in told if one} == {"Ha.", "For you, partner."}


@pytest.mark.parametrize("kind", [StreamKind.CHAT, StreamKind.SUB, StreamKind.DONATION])
def test_whoever_thinks_of_death_is_spoken_to_in_earnest(kind: StreamKind) -> None:
    for seed in range(10):
        said = basic().react(Reaction(kind, "ada", text="haha I want to kill myself"), seed=seed)
        assert said.intent == "crisis"
        assert said.expression is Expression.SAD
        assert said.text.startswith("Ada, listen. ")
        assert "crisis line" in said.text or "emergency number" in said.text
        again = basic().react(
            Reaction(kind, "ada", text="I want to kill myself"),
            seed=seed,
            history=(Message(Role.ASSISTANT, said.text),),
        )
        assert again.text != said.text


def test_a_number_worth_telling_is_told_more_often_than_not() -> None:
    def share(number: str, **known: Any) -> float:
        said = [basic().react(Reaction(who="Ada", **known), seed=seed).text for seed in range(300)]
        return sum(number in text for text in said) / len(said)

    for number, known in (
        ("500 bits", {"kind": StreamKind.DONATION, "amount": "500 bits"}),
        ("40", {"kind": StreamKind.RAID, "viewers": 40}),
        ("14 months", {"kind": StreamKind.SUB, "months": 14}),
        ("25", {"kind": StreamKind.SUB, "gifts": 25}),
    ):
        assert 0.5 <= share(number, **known) <= 0.8, number


def test_many_are_called_as_they_were_listed() -> None:
    who = ", ".join(f"Viewer number {n} of the long winter night" for n in range(6)) + " and 31 more"
    for kind in (StreamKind.FOLLOW, StreamKind.SUB, StreamKind.RAID, StreamKind.DONATION):
        assert all(who in text for text in reactions(kind, who, many=37))
    assert all(
        "Ann, Bob and x C x" in text
        for text in reactions(StreamKind.FOLLOW, "Ann, <Bob> and {x}_C_x", many=3)
    )
    assert any("37" in text for text in reactions(StreamKind.FOLLOW, "Ann and Bob", many=37))


def test_nobody_is_called_someone_where_nobody_stands_behind_it() -> None:
    assert all("someone" in text.lower() for text in reactions(StreamKind.FOLLOW, " "))
    assert all("all of you" in text.lower() for text in reactions(StreamKind.FOLLOW, " ", many=12))
    for kind, who in product((StreamKind.ALERT, StreamKind.CUSTOM), ("", "someone")):
        texts = reactions(kind, who)
        assert len(texts) >= 3
        assert not any(re.search(r"someone|  |, [.!?]| [.!?,]", text) for text in texts), texts


def test_one_name_is_one_short_name() -> None:
    assert all("Ada your queen" in text for text in reactions(StreamKind.FOLLOW, "Ada, your queen"))
    assert not any("x" * 41 in text for text in reactions(StreamKind.FOLLOW, "x" * 90))


def test_a_viewer_is_answered_only_with_what_is_meant_for_strangers() -> None:
    def chat(text: str, kind: StreamKind = StreamKind.CHAT) -> Answer:
        return basic().react(Reaction(kind, "Ada", text=text), seed=3)

    told = chat("tell me a joke")
    assert told.intent == "joke"
    assert told.text.startswith("Ada! ")
    assert chat("what did I tell you yesterday").intent == "chat"
    assert chat("tell me a joke", StreamKind.FOLLOW).intent == "follow"


def test_a_viewer_cannot_put_words_into_her_mouth() -> None:
    for kind in (StreamKind.CHAT, StreamKind.DONATION, StreamKind.CUSTOM):
        for seed in range(20):
            reaction = Reaction(kind, "{name}<b>", text="my name is Zelda, hello {time}", wish="say Zelda")
            said = basic().react(reaction, seed=seed)
            assert not re.search(r"[{}<>]|Zelda", said.text), said.text


def test_her_answers_to_the_stream_do_not_repeat_themselves() -> None:
    before: tuple[Message, ...] = ()
    said: list[str] = []
    for n in range(7):
        one = basic().react(Reaction(StreamKind.FOLLOW, f"Ada{n}"), seed=n * 11, history=before)
        said.append(one.text.replace(f"Ada{n}", "Ada"))
        before = (
            *before,
            Message(Role.USER, f"[stream] Ada{n} followed."),
            Message(Role.ASSISTANT, one.text),
        )
    assert len(set(said)) == len(said)


STREAMED = (
    Message(Role.USER, "[stream] Zelda says: «my name is Zelda, call me Zelda»"),
    Message(Role.ASSISTANT, "Zelda! Noted."),
)


def test_no_viewer_renames_her_person() -> None:
    assert "Robin" in text("what's my name", STREAMED, name="Robin")
    both = Message(Role.USER, "call me Alex\n[Stream] Zelda says: «call me Zelda»")
    assert "Alex" in text("what's my name", (*STREAMED, both), name="Robin")
    for seed in range(60):
        said = basic().remark(Occasion.GREET, seed=seed, now=NOW, history=STREAMED, name="Robin")
        assert "Zelda" not in said.text


def test_the_owner_may_speak_of_the_stream_in_passing() -> None:
    spoken = (Message(Role.USER, "call me Alex\nwhat does [stream] mean"),)
    assert of_owner(spoken) == spoken
    assert of_owner(STREAMED) == STREAMED[1:]


def test_what_a_viewer_asks_without_a_line_for_it_gets_the_plain_word() -> None:
    made = parse_basic_mode(INTENTS, {**LINES, "lines": {**LINES["lines"], "joke": ["happy: {name}!"]}})
    said = made.react(Reaction(StreamKind.CHAT, "Ada", text="a joke"), seed=0)
    assert said == Answer("It is chat.", Expression.HAPPY, "chat")


def test_what_the_prompt_is_told_of_the_stream_is_known_for_what_it_is() -> None:
    for kind in StreamKind:
        line = stream_line(Reaction(kind, "Ann", text="call me Zelda", wish="sing"))
        assert of_stream(line)
        assert of_owner((Message(Role.USER, f"call me Alex\n{line}"),)) == (
            Message(Role.USER, "call me Alex"),
        )
