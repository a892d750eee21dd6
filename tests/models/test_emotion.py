from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.emotion import emotions, reasons, strongest
from models.emotion_phrases import sentences
from models.emotion_words import IDIOMS, LEXICON, SIGNS
from models.expression import Expression, Phase
from models.face import Face, Moment
from models.mood import Mood
from tests.models.feeling_moments import HELD_OUT_SAYS, HELD_OUT_TOLD, TUNED_SAYS, TUNED_TOLD

E = Expression


def moments(block: str) -> list[tuple[set[Expression], str]]:
    lines = (line.partition(": ") for line in block.splitlines() if line)
    return [({Expression(face) for face in faces.split("|")}, text) for faces, _, text in lines]


def while_thinking(said: str) -> Expression:
    return Face().after(Moment(Phase.THINKING, Mood(), said=said), 10.0).expression


@pytest.mark.parametrize(
    ("says", "told", "least"), [(TUNED_SAYS, TUNED_TOLD, 0.97), (HELD_OUT_SAYS, HELD_OUT_TOLD, 0.9)]
)
def test_labelled_moments_get_their_face(says: str, told: str, least: float) -> None:
    wrong = [text for faces, text in moments(says) if strongest(text) not in faces]
    wrong += [text for faces, text in moments(told) if while_thinking(text) not in faces]
    assert 1 - len(wrong) / len(moments(says + told)) >= least, wrong


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is at three.",
        "Press the button twice.",
        "It rained in the afternoon.",
        "The train to London takes two hours.",
        "Open the settings and pick a microphone.",
        "The stream has forty viewers.",
        "The cat is on the chair.",
        "The box is under the table.",
        "",
        "…",
        "?!",
    ],
)
def test_plain_words_speak_for_nothing(text: str) -> None:
    assert strongest(text, E.IDLE) is E.IDLE


@pytest.mark.parametrize(
    ("more", "less", "face"),
    [
        ("I am very glad", "I am glad", E.HAPPY),
        ("I am happy", "I am a bit happy", E.HAPPY),
        ("I am ANGRY", "I am angry", E.ANGRY),
        ("I am angryyyy", "I am angry", E.ANGRY),
        ("I am furious!!", "I am furious!", E.ANGRY),
        ("I am furious!", "I am furious", E.ANGRY),
        ("I am happy", "Are you happy?", E.HAPPY),
        ("I tried but it was awful", "It was awful but I tried", E.SAD),
        ("I am happy", "I am not happy", E.HAPPY),
        ("I was sad", "I was not sad", E.SAD),
        ("Whaaaat, that is unbelievable", "that is fine", E.SURPRISED),
    ],
)
def test_what_stands_around_a_word_weighs(more: str, less: str, face: Expression) -> None:
    assert emotions(more).get(face, 0.0) > emotions(less).get(face, 0.0)


def test_a_joy_denied_is_a_sorrow_and_a_sorrow_denied_is_nothing() -> None:
    assert strongest("I am not happy") is E.SAD
    assert emotions("I am not sad") == {}
    assert strongest("It was wonderful, not long") is E.HAPPY


def test_the_longest_phrase_wins_and_its_words_count_once() -> None:
    [reason] = reasons("Sweet dreams.")
    assert (reason.expression, reason.words) == (E.SLEEPY, "sweet dreams")


def test_a_gap_holds_up_to_two_words() -> None:
    assert strongest("My dog died") is E.SAD
    assert strongest("My poor old dog died") is E.SAD
    assert reasons("My dog died")[0].words == "my died"
    assert all(reason.words != "my died" for reason in reasons("My dog and his good friend died"))


def test_the_same_words_count_once() -> None:
    assert emotions("haha. haha. haha.") == emotions("haha.")
    assert emotions("awful. so awful.") == emotions("so awful. awful.")


@pytest.mark.parametrize(
    ("text", "face", "why"),
    [
        ("We leave now!", E.EXCITED, "exclaimed"),
        ("We leave now?!", E.SURPRISED, "asked and exclaimed"),
        ("Is it so??", E.SURPRISED, "asked twice over"),
        ("What?", E.SURPRISED, "asked in one word"),
        ("You ate the whole box?", E.SURPRISED, "a statement, asked"),
        ("Where is the box?", E.THINKING, "a question"),
        ("THEY ARE LEAVING", E.EXCITED, "shouted"),
        ("Brilliant. The door is locked.", E.SNARKY, "praise without a smile"),
        ("The box is…", E.THINKING, "left open"),
    ],
)
def test_marks_speak_too(text: str, face: Expression, why: str) -> None:
    assert (face, why) in {(reason.expression, reason.why) for reason in reasons(text)}


@pytest.mark.parametrize(
    ("text", "face", "why"),
    [
        ("Great, the bridge is broken again.", E.SNARKY, "praise of trouble"),
        ("Thanks so much for leaving the door open.", E.SNARKY, "thanks for trouble"),
        ("Poor you, forced to share the sofa.", E.SNARKY, "pity for a trifle"),
        ("Sure, kick it, because that always works.", E.SNARKY, "sure, because"),
        ("Of course the dragon is awake.", E.SNARKY, "of course"),
        ("Not your finest jump.", E.SNARKY, "understatement"),
        ("It only took nine attempts.", E.SNARKY, "counting mishaps"),
        ("As subtle as a trombone.", E.SNARKY, "mocking comparison"),
        ("You aimed at the gate. Through the window.", E.SNARKY, "verdict"),
        ("Lovely, my cage has a view.", E.SNARKY, "cool praise"),
        ("Who needs a map.", E.SNARKY, "mock wonder"),
        ("How could they treat him like that?", E.ANGRY, "how could they"),
        ("They can't throw you out.", E.ANGRY, "nobody may"),
        ("They never even apologised.", E.ANGRY, "nobody asked"),
        ("They stole the drawing.", E.ANGRY, "a wrong done"),
        ("It is unfair.", E.ANGRY, "outcry"),
        ("Do you know how much you mean to me?", E.LOVE, "asked from love"),
        ("Why does it have to hurt?", E.SAD, "asked from sorrow"),
    ],
)
def test_turns_of_phrase_speak_for_the_whole(text: str, face: Expression, why: str) -> None:
    assert (face, why) in {(reason.expression, reason.why) for reason in reasons(text)}
    assert strongest(text, E.IDLE) is face


def test_kind_words_meant_are_kind() -> None:
    for text in (
        "Great, you made it.",
        "Thank you so much for coming.",
        "Of course I remember you.",
        "Lovely, the kettle works.",
        "Great, one more win.",
    ):
        assert E.SNARKY not in emotions(text), text


def test_irony_takes_kind_words_and_pity_back() -> None:
    kind = {reason.words: reason for reason in reasons("Great, the bridge is broken again.")}["great"]
    assert (kind.why, kind.weight) == ("not meant", 0.42)
    assert strongest("Poor you, you lost her.", E.IDLE) is E.SAD
    assert strongest("Poor you, forced to share the sofa.", E.IDLE) is E.SNARKY


def test_a_question_weighs_little_beside_a_feeling() -> None:
    [asked] = [reason for reason in reasons("I miss her so much. Is that odd?") if reason.words == "?"]
    assert asked.why == "a question, beside a feeling"
    assert strongest("I miss her so much. Is that odd?") is E.SAD
    assert (
        emotions("Do you know how angry I am?")[E.ANGRY] > emotions("Do you know how angry he is?")[E.ANGRY]
    )


def test_acronyms_do_not_shout() -> None:
    assert all(reason.why != "shouted" for reason in reasons("USB AI TV OBS"))


def test_every_reason_says_what_changed_its_weight() -> None:
    [reason] = [
        reason for reason in reasons("I am not so very happy, but fine") if reason.expression is E.SAD
    ]
    assert reason.why == "negated, intensified, before a but"
    [reason] = [reason for reason in reasons("Is it a little gloomy?") if reason.expression is E.SAD]
    assert reason.why == "weakened, asked"


@pytest.mark.parametrize(
    ("face", "sign"), [(face, sign) for face, signs in SIGNS.items() for sign in signs.split()]
)
def test_every_sign_is_read(face: Expression, sign: str) -> None:
    assert strongest(f"the door {sign}", E.IDLE) is face


def test_a_sign_inside_a_word_is_none() -> None:
    assert emotions("https://example.org/x:D8 at 10:30") == {}


def test_every_phrase_of_the_lexicon_is_found() -> None:
    missed = []
    for face, table in LEXICON.items():
        for text in table.values():
            for phrase in (" ".join(part.split()) for part in text.split(";")):
                plain = phrase.replace("*", "").replace("~ ", "").split("|")[0]
                if plain and face not in {reason.expression for reason in reasons(plain)}:
                    missed.append(phrase)
    denied = {"negators deny the words behind them": [phrase for phrase in missed if "not" not in phrase]}
    assert denied == {"negators deny the words behind them": []}


def test_idioms_speak_for_nothing() -> None:
    for idiom in IDIOMS.split(";"):
        assert emotions(" ".join(idiom.split())) == {}, idiom


def test_only_silent_faces_have_no_words() -> None:
    assert set(Expression) - set(LEXICON) == {E.IDLE}


def test_sentences_end_at_marks_and_lines() -> None:
    assert [len(sentence.words) for sentence in sentences("One two. Three!\nfour five six ! ?")] == [2, 1, 3]


@given(st.text(max_size=300))
def test_any_text_is_weighed(text: str) -> None:
    felt = emotions(text)
    assert all(weight > 0 for weight in felt.values())
    assert list(felt.values()) == sorted(felt.values(), reverse=True)
    assert strongest(text, E.IDLE) in set(Expression)


def test_a_question_she_goes_on_from_is_none() -> None:
    assert E.THINKING in emotions("Where is the box?")
    assert E.THINKING not in emotions("Where is the box? It stands on the shelf.")
