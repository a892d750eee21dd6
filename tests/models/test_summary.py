from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.commands import Summarise
from models.speech import Message, Role
from models.summary import cleaned, extract, summary_prompt


def user(text: str) -> Message:
    return Message(Role.USER, text)


def her(text: str) -> Message:
    return Message(Role.ASSISTANT, text)


BAKER = Summarise(
    (user("My name is Sam and I work at a bakery."), her("Bread! My favourite."), user("My dog is Bo."))
)


# --- without a model


@pytest.mark.parametrize(
    "fact",
    [
        "my name is Sam",
        "call me Sam",
        "I work at a bakery",
        "I'm a nurse",
        "my exam went well",
        "my dog is called Bo",
        "I have two little sisters",
        "I live in Leeds",
        "my birthday is in May",
        "I really like trains",
        "my favourite colour is green",
        "I'm allergic to nuts",
        "I'm going to paint the kitchen",
        "I have to call the bank",
        "tomorrow is my first day",
        "I'm really tired",
        "I passed the test",
    ],
)
def test_what_the_user_tells_about_themselves_is_kept_word_for_word(fact: str) -> None:
    assert extract((user(f"Hey Vesper, {fact}!"), her("Noted."))) == f"They said: {fact}."


@pytest.mark.parametrize(
    "text",
    [
        "What is my name?",
        "I love you",
        "you like my dog",
        "The weather is nice.",
        "lol",
        "I'm a bit",
        "I like " + "very " * 20 + "long sentences",
        "",
    ],
)
def test_the_rest_is_not(text: str) -> None:
    assert extract((user(text),)) == ""


def test_her_own_words_are_not_taken_for_theirs() -> None:
    assert extract((her("I live in a desktop and my name is Vesper."),)) == ""


def test_notes_grow_without_repeating_and_the_newest_name_counts() -> None:
    notes = extract((user("My name is Sam. I like tea."),))
    notes = extract((user("I like tea. Call me Sammy."),), notes)
    assert notes == "They said: I like tea; Call me Sammy."


def test_lasting_facts_outlive_passing_ones() -> None:
    notes = extract((user("My name is Sam. I work at a bakery. My dog is called Bo."),))
    for n in range(30):
        notes = extract(
            (user(f"I'm so tired of number {n}. I have to buy {n} very big green apples."),), notes
        )
        assert len(notes.split()) <= 60
    assert "My name is Sam" in notes
    assert "I work at a bakery" in notes
    assert "My dog is called Bo" in notes
    assert "number 29" in notes
    assert "number 3;" not in notes


def test_a_model_s_notes_are_kept_in_front() -> None:
    notes = extract((user("I like tea."),), "Sam is a baker.")
    assert notes == "Sam is a baker. They said: I like tea."
    assert extract((user("I like rain."),), notes) == "Sam is a baker. They said: I like tea; I like rain."
    assert extract((), "word " * 100).split() == ["word"] * 60


@given(st.lists(st.text(max_size=80), max_size=8), st.text(max_size=300))
def test_any_talk_gives_short_notes_in_nobody_else_s_words(talk: list[str], summary: str) -> None:
    notes = extract(tuple(user(text) for text in talk), summary)
    assert len(notes.split()) <= 60
    source = " ".join([*talk, summary, "They said:"]).replace("’", "'")
    assert all(word.strip(".;") in source for word in notes.split())


# --- with a model


def test_the_prompt_carries_the_notes_and_the_talk_as_lines() -> None:
    order = Summarise((user("one\ntwo"), her("three"), user("x" * 5000)), "They are Sam.")
    system, asked = summary_prompt(order)
    assert system.role is Role.SYSTEM
    assert "Notes so far: They are Sam.\n" in asked.content
    assert "Person: one two\nCompanion: three\n" in asked.content
    assert len(asked.content) < 1000
    assert "Notes so far: none\n" in summary_prompt(Summarise((user("hi"),)))[1].content


@pytest.mark.parametrize(
    ("answer", "notes"),
    [
        ("They are called Sam and work at a bakery.", "They are called Sam and work at a bakery."),
        ("They are named Sam, and their dog is named Bo.", "They are named Sam, and their dog is named Bo."),
        ("Notes: They work at a bakery.", "They work at a bakery."),
        ("Here are the updated notes:\n**They** work at a bakery.", "They work at a bakery."),
        ("I'm sorry, I cannot summarise this.", ""),
        ("As an AI language model I love bakery bread.", ""),
        ("I work at a bakery and my dog is called Bo.", ""),
        ("Person: My name is Sam\nCompanion: Bread!", ""),
        ("The dragon kingdom conquered seventeen galaxies yesterday evening.", ""),
        ("Sam.", ""),
        ("", ""),
        ("```\n```", ""),
    ],
)
def test_only_notes_that_hold_are_taken(answer: str, notes: str) -> None:
    assert cleaned(answer, BAKER) == notes


def test_long_notes_end_with_a_whole_sentence() -> None:
    sentence = "They work at a bakery with a dog called Bo."
    notes = cleaned(" ".join([sentence] * 20), BAKER)
    assert notes == " ".join([sentence] * 8)
    endless = cleaned("They work at a bakery and " * 40, BAKER)
    assert len(endless.split()) == 80


@given(st.text(max_size=400))
def test_any_answer_is_short_or_nothing(answer: str) -> None:
    assert len(cleaned(answer, BAKER).split()) <= 80
