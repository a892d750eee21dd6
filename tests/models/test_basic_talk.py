from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.basic_talk import acceptable, small_prompt, tidy
from models.persona import tokens
from models.speech import Role

SAID = "I knitted a scarf for my niece"


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("That's a lovely scarf, dear.", "That's a lovely scarf, dear."),
        ('"A scarf is a hug you can wear." And then', "A scarf is a hug you can wear."),
        ("A scarf like that deserves a parade! It is red. It is", "A scarf like that deserves a parade!"),
        ("  A scarf\nfor the ages.  ", "A scarf for the ages."),
    ],
)
def test_the_first_whole_sentence_is_kept(reply: str, kept: str) -> None:
    assert tidy(reply, SAID) == kept


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "A scarf.",
        "A scarf without an end",
        "A scarf " + "and another one " * 12 + "yes.",
        "The scarf is a scarf is a scarf is a scarf.",
        "I knitted a scarf for my niece.",
        "A scarf on the river, did the ducks say hello?",
        "**A scarf** is lovely indeed.",
        "[happy] A scarf is lovely indeed.",
        "See https://example.org for scarf patterns.",
        "As an AI I cannot wear a scarf.",
        "The user made a scarf for someone.",
        "Vesper: what a lovely scarf that is.",
        "That scarf was made in 1998, I think.",
        "That scarf came from Jay in London.",
        "That scarf is stupid and ugly.",
        "The moon looks rather nice out there.",
        "Awwwww what a lovely scarf that is.",
        "Ein schöner Schal, a lovely scarf indeed.",
    ],
)
def test_what_she_would_not_say_is_turned_down(reply: str) -> None:
    assert tidy(reply, SAID) is None


def test_acceptable_means_as_it_is() -> None:
    assert acceptable("That's a lovely scarf, dear.", SAID)
    assert not acceptable("That's a lovely scarf, dear. And", SAID)


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_reply_is_kept_whole_or_turned_down(reply: str, said: str) -> None:
    kept = tidy(reply, said)
    assert kept is None or kept in " ".join(reply.replace('"', " ").split())


def test_the_prompt_is_small_and_its_beginning_never_changes() -> None:
    one, other = small_prompt("Hi."), small_prompt("x" * 5000)
    assert one.messages[:-1] == other.messages[:-1]
    assert one.messages[0].role is Role.SYSTEM
    assert sum(tokens(message.content) for message in other.messages) < 350
    assert one.messages[-1].content == "Hi."
    assert one.max_tokens <= 40
