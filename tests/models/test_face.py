from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.expression import Expression, Phase
from models.face import (
    CARRIED_S,
    ECHO_S,
    EMPATHY_S,
    EVENT_HOLD_S,
    GENTLE_S,
    SPEAKING_HOLD_S,
    Face,
    Moment,
)
from models.mood import Mood
from tests.models import face_moments

E = Expression
PLAIN = "The kettle is on."
GRINS = {E.LAUGHING, E.SNARKY, E.CAT_FACE}
LOW = Mood(positivity=20.0)
BRIGHT = Mood(energy=80.0, positivity=90.0, engagement=60.0)
SLEEPY = Mood(energy=12.0, engagement=6.0)


def moment(phase: Phase = Phase.IDLE, mood: Mood = Mood(), **words: object) -> Moment:
    return replace(Moment(phase, mood), **words)  # type: ignore[arg-type]  # words of a moment


def speaking(saying: str = "", mood: Mood = Mood(), **more: object) -> Moment:
    return moment(Phase.SPEAKING, mood, saying=saying, **more)


def first(what: Moment) -> Face:
    """The face of a moment, with nothing before it."""
    return Face().after(what, 100.0)


def faces(*moments: tuple[float, Moment]) -> list[Expression]:
    face, seen = Face(), []
    for at_s, what in moments:
        face = face.after(what, at_s)
        seen.append(face.expression)
    return seen


# --- resting


@pytest.mark.parametrize(
    ("what", "face", "reason"),
    [
        (moment(Phase.THINKING), E.THINKING, "thinking"),
        (moment(Phase.LISTENING), E.IDLE, "listening"),
        (moment(Phase.SPEAKING), E.SNARKY, "her tone"),
        (moment(Phase.SPEAKING, tone=E.HAPPY), E.HAPPY, "her tone"),
        (moment(Phase.SPEAKING, SLEEPY), E.SLEEPY, "mood: sleepy"),
        (moment(mood=SLEEPY), E.SLEEPY, "mood: sleepy"),
        (moment(mood=LOW), E.SAD, "mood: low"),
        (moment(mood=BRIGHT), E.HAPPY, "mood: bright"),
        (moment(mood=replace(BRIGHT, energy=40.0)), E.IDLE, "at rest"),
        (moment(mood=Mood(engagement=19.0)), E.IDLE, "mood: quiet"),
        (moment(), E.IDLE, "at rest"),
    ],
)
def test_phase_and_mood_give_the_resting_face(what: Moment, face: Expression, reason: str) -> None:
    shown = first(what)
    assert (shown.expression, shown.reason) == (face, reason)


def test_her_tone_shows_now_and_then_at_rest_and_always_at_the_same_times() -> None:
    seen = [Face().after(moment(tone=E.CAT_FACE), float(at)).expression for at in range(0, 3600, 6)]
    assert seen == [Face().after(moment(tone=E.CAT_FACE), float(at)).expression for at in range(0, 3600, 6)]
    assert 0.1 < seen.count(E.CAT_FACE) / len(seen) < 0.3
    assert set(seen) == {E.CAT_FACE, E.IDLE}


# --- speaking


def test_what_she_says_chooses_and_is_named() -> None:
    shown = first(speaking("Ha ha, good one."))
    assert (shown.expression, shown.reason) == (E.LAUGHING, "she says “ha ha”")


def test_the_face_an_author_asks_for_wins_while_it_is_said() -> None:
    shown = first(speaking("Hahaha!", hint="love"))
    assert (shown.expression, shown.reason) == (E.LOVE, "the line asks for it")
    assert first(speaking("Hahaha!", hint="nonsense")).expression is E.LAUGHING


def test_a_face_of_words_lasts_until_the_next_clause() -> None:
    says = [
        (100.0, speaking("I love you.")),
        (101.0, speaking()),
        (105.0, speaking()),
        (106.0, speaking(PLAIN)),
    ]
    assert faces(*says) == [E.LOVE, E.LOVE, E.LOVE, E.SNARKY]


def test_a_short_clause_does_not_make_her_flicker() -> None:
    says = [
        (100.0, speaking("I love you.")),
        (100.4, speaking("Hahaha!")),
        (100.0 + SPEAKING_HOLD_S, speaking()),
    ]
    assert faces(*says) == [E.LOVE, E.LOVE, E.LAUGHING]


def test_something_stronger_does_not_wait() -> None:
    assert faces((100.0, speaking("I love you.")), (100.1, speaking("No.", hint="sad"))) == [E.LOVE, E.SAD]
    assert faces((100.0, speaking("I love you.")), (100.1, speaking(event="raid"))) == [E.LOVE, E.EXCITED]


def test_her_last_words_echo_and_fade() -> None:
    says = [
        (100.0, speaking("I love you.")),
        (102.0, moment(saying="I love you.")),
        (102.0 + ECHO_S - 0.1, moment()),
        (102.0 + ECHO_S, moment(mood=LOW)),
    ]
    assert faces(*says) == [E.LOVE, E.LOVE, E.LOVE, E.SAD]


def test_words_echo_also_when_nobody_says_that_they_are_over() -> None:
    says = [
        (100.0, speaking("I love you.")),
        (102.0, moment()),
        (102.0 + ECHO_S - 0.1, moment()),
        (102.0 + ECHO_S, moment(mood=LOW)),
    ]
    assert faces(*says) == [E.LOVE, E.LOVE, E.LOVE, E.SAD]


def test_she_is_attentive_at_once_when_somebody_speaks() -> None:
    assert faces((100.0, speaking("I love you.")), (102.0, moment(Phase.LISTENING))) == [E.LOVE, E.IDLE]
    echo = [(100.0, moment(saying="I love you.")), (101.0, moment(Phase.LISTENING))]
    assert faces(*echo) == [E.LOVE, E.IDLE]


# --- said to her


@pytest.mark.parametrize(
    ("said", "mood", "face"),
    [
        ("My dog died.", Mood(), E.SAD),
        ("I love you, Vesper.", Mood(), E.LOVE),
        ("You are so stupid.", Mood(), E.SNARKY),
        ("You are so stupid.", LOW, E.ANGRY),
        ("Your jokes are terrible.", Mood(), E.SNARKY),
        ("You're awful, my dog died and I hate you.", Mood(), E.SAD),
        ("My boss is a jerk, I'm so angry.", Mood(), E.ANGRY),
        ("We won the tournament!", Mood(), E.EXCITED),
        ("hahaha", Mood(), E.LAUGHING),
        ("well played", Mood(), E.HAPPY),
        ("You were useful.", Mood(), E.HAPPY),
        ("What time is it?", Mood(), E.THINKING),
        ("I am tired.", Mood(), E.THINKING),
    ],
)
def test_she_feels_with_what_is_said_to_her_while_she_thinks(said: str, mood: Mood, face: Expression) -> None:
    shown = first(moment(Phase.THINKING, mood, said=said))
    assert shown.expression is face
    assert said[:30] in shown.reason or face is E.THINKING


def test_long_words_are_cut_in_the_reason() -> None:
    assert first(moment(Phase.THINKING, said="I love you " * 20)).reason.endswith("I love you I love…”")


def test_empathy_shows_at_once_and_gives_way_to_thought() -> None:
    said = [
        (100.0, moment(Phase.LISTENING)),
        (100.1, moment(Phase.THINKING)),
        (100.2, moment(Phase.THINKING, said="I love you.")),
        (100.2 + EMPATHY_S - 0.1, moment(Phase.THINKING)),
        (100.2 + EMPATHY_S, moment(Phase.THINKING)),
    ]
    assert faces(*said) == [E.IDLE, E.THINKING, E.LOVE, E.LOVE, E.THINKING]


@pytest.mark.parametrize(
    ("answer", "face"),
    [
        (speaking("Hahaha, sure."), E.SAD),
        (speaking(PLAIN), E.SAD),
        (speaking(), E.SAD),
        (speaking(PLAIN, hint="snarky"), E.SAD),
        (speaking(PLAIN, hint="love"), E.LOVE),
        (speaking("Hahaha, I love you."), E.LOVE),
        (speaking(event="touched:Head"), E.HAPPY),
        (moment(event="dropped"), E.SAD),
    ],
)
def test_sad_words_keep_grins_away(answer: Moment, face: Expression) -> None:
    assert faces((100.0, moment(Phase.THINKING, said="My dog died.")), (105.0, answer)) == [E.SAD, face]


def test_a_grin_goes_at_once_when_sad_words_come() -> None:
    grin = [(100.0, moment(event="dropped")), (100.1, moment(Phase.THINKING, said="My dog died."))]
    assert faces(*grin) == [E.SNARKY, E.SAD]


def test_gentleness_ends_with_other_words_and_with_time() -> None:
    sad = (100.0, moment(Phase.THINKING, said="My dog died."))
    assert faces(sad, (110.0, moment(Phase.THINKING, said="What time is it?")), (111.0, speaking(PLAIN)))[
        -1
    ] is (E.SNARKY)
    assert faces(sad, (100.0 + GENTLE_S, speaking(PLAIN)))[-1] is E.SNARKY
    assert faces(sad, (99.9 + GENTLE_S, speaking(PLAIN)))[-1] is E.SAD


def test_gentle_rest_is_quiet() -> None:
    sad = (100.0, moment(Phase.THINKING, said="My dog died."))
    assert faces(sad, (110.0, moment(mood=BRIGHT)))[-1] is E.IDLE


def test_words_can_be_weighed_without_being_shown() -> None:
    face = Face().after(moment(event="raid"), 100.0)
    assert face.wanted(speaking("I love you."), 100.5) is E.LOVE
    assert face.wanted(speaking(PLAIN, hint="snarky"), 100.5) is E.SNARKY
    sad = face.after(moment(Phase.THINKING, said="My dog died."), 101.0)
    assert sad.wanted(speaking(PLAIN, hint="snarky"), 102.0) is E.SAD
    assert sad.wanted(speaking(PLAIN, hint="snarky"), 101.0 + GENTLE_S) is E.SNARKY


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Press the red key, then the blue one.", "instruction"),
        ("You need two eggs.", "instruction"),
        ("I've saved it under music.", "report"),
        ("The bus takes forty minutes.", "figures"),
        ("It's Thursday.", "a time"),
        ("It means your disk is full.", "explanation"),
        ("Whales sing under the ice.", "a statement of fact"),
    ],
)
def test_information_is_told_with_a_straight_face(words: str, kind: str) -> None:
    shown = first(speaking(words, tone=E.SNARKY))
    assert (shown.expression, shown.reason) == (E.IDLE, f"she tells: {kind}")
    assert first(speaking(words, SLEEPY)).expression is E.SLEEPY


@pytest.mark.parametrize(
    "talk", ["You two are here.", PLAIN, "Well, the dishes sing under the ice.", "I have four ears."]
)
def test_talk_has_her_tone(talk: str) -> None:
    assert first(speaking(talk, tone=E.CAT_FACE)).expression is E.CAT_FACE


# --- labelled moments


def labelled(block: str) -> list[tuple[set[Expression], Moment, str]]:
    """Moments with the faces that suit them, as `tests.models.face_moments` writes them."""
    found = []
    for line in filter(None, block.splitlines()):
        suits, _, told = line.partition(": ")
        event, _, words = told[1:].partition(" ") if told.startswith("@") else ("", "", told)
        said, answered, saying = words.partition(">")
        if not answered:
            said, saying = "", words
        phase = Phase.SPEAKING if saying.strip() else Phase.THINKING
        what = moment(phase, said=said.strip(), saying=saying.strip(), event=event)
        found.append(({Expression(face) for face in suits.split("|")}, what, line))
    return found


@pytest.mark.parametrize("tone", [E.IDLE, E.SNARKY])
@pytest.mark.parametrize(("block", "least"), [(face_moments.TUNED, 0.95), (face_moments.HELD_OUT, 0.9)])
def test_easily_mistaken_moments_get_a_face_that_suits(block: str, least: float, tone: Expression) -> None:
    moments = labelled(block)
    wrong = [line for suits, what, line in moments if first(replace(what, tone=tone)).expression not in suits]
    assert 1 - len(wrong) / len(moments) >= least, wrong


# --- what happens


def test_what_she_says_to_an_event_decides() -> None:
    assert first(speaking("I love you.", event="grabbed")).expression is E.LOVE
    assert first(speaking("It is four o'clock.", event="touched:Body")).expression is E.IDLE
    assert first(speaking(PLAIN, event="touched:Body")).expression is E.SURPRISED
    assert first(speaking("", event="touched:Body", hint="love")).expression is E.SURPRISED


def test_a_calm_tone_is_surprised_to_be_set_down() -> None:
    assert first(moment(event="dropped", tone=E.IDLE)).expression is E.SURPRISED


@pytest.mark.parametrize(
    ("event", "mood", "face", "reason"),
    [
        ("touched:Head", Mood(), E.HAPPY, "touched on the head"),
        ("touched:Head", BRIGHT, E.LOVE, "touched on the head"),
        ("touched:Body", Mood(), E.SURPRISED, "touched on the body"),
        ("touched:Body", LOW, E.SURPRISED, "touched on the body"),
        ("touched:Tail", Mood(), E.SURPRISED, "touched on the tail"),
        ("touched:Tail", LOW, E.ANGRY, "touched on the tail"),
        ("touched:", Mood(), E.SURPRISED, "touched beside her"),
        ("grabbed", Mood(), E.SURPRISED, "picked up"),
        ("dropped", Mood(), E.SNARKY, "set down"),
        ("dropped", LOW, E.ANGRY, "set down"),
        ("raid", Mood(), E.EXCITED, "a raid"),
        ("sub", Mood(), E.EXCITED, "a subscription"),
        ("donation", Mood(), E.LOVE, "a donation"),
        ("follow", Mood(), E.HAPPY, "a follow"),
        ("alert", Mood(), E.SURPRISED, "an alert"),
        ("nonsense", Mood(), E.IDLE, "at rest"),
    ],
)
def test_events_have_faces(event: str, mood: Mood, face: Expression, reason: str) -> None:
    shown = first(moment(mood=mood, event=event))
    assert (shown.expression, shown.reason) == (face, reason if event != "nonsense" else shown.reason)


def test_an_event_shows_for_a_while_and_the_words_come_back() -> None:
    seen = faces(
        (100.0, speaking("I love you.")),
        (101.0, speaking(event="raid")),
        (101.0 + EVENT_HOLD_S - 0.1, speaking()),
        (101.0 + EVENT_HOLD_S, speaking()),
    )
    assert seen == [E.LOVE, E.EXCITED, E.EXCITED, E.LOVE]


def test_small_events_do_not_cover_her_words() -> None:
    assert faces((100.0, speaking("I love you.")), (103.0, speaking(event="follow"))) == [E.LOVE, E.LOVE]
    assert faces((100.0, speaking(PLAIN)), (103.0, speaking(event="follow"))) == [E.SNARKY, E.HAPPY]


def test_a_weaker_event_does_not_cut_a_stronger_one() -> None:
    seen = faces(
        (100.0, moment(event="raid")), (101.0, moment(event="follow")), (101.5, moment(event="touched:Body"))
    )
    assert seen == [E.EXCITED, E.EXCITED, E.SURPRISED]


@pytest.mark.parametrize(
    ("area", "mood", "face"),
    [("Body", Mood(), E.LAUGHING), ("Body", LOW, E.ANGRY), ("Head", Mood(), E.CAT_FACE)],
)
def test_a_second_touch_tickles_or_annoys(area: str, mood: Mood, face: Expression) -> None:
    touch = moment(mood=mood, event=f"touched:{area}")
    shown = Face().after(touch, 100.0).after(touch, 101.0)
    assert shown.expression is shown.after(moment(mood=mood), 102.0).expression
    assert faces((100.0, touch), (101.0, touch))[-1] is face
    assert faces((100.0, touch), (110.0, touch))[-1] is not face


def test_being_carried_shows_until_she_is_set_down() -> None:
    grabbed = (100.0, moment(event="grabbed"))
    assert faces(grabbed, (100.0 + CARRIED_S - 0.1, moment()))[-1] is E.SURPRISED
    assert faces(grabbed, (101.0, moment(event="dropped", tone=E.HAPPY)))[-1] is E.HAPPY


def test_chat_changes_her_face_three_times_in_ten_and_always_for_the_same_lines() -> None:
    chat = [first(moment(event=f"chat:line-{n}")) for n in range(1000)]
    changed = [face for face in chat if face.reason == "chat"]
    assert 250 < len(changed) < 350
    assert chat == [first(moment(event=f"chat:line-{n}")) for n in range(1000)]
    assert len({face.expression for face in changed}) == 5


def test_time_does_not_go_backwards() -> None:
    face = Face().after(speaking("I love you."), 100.0).after(speaking("Hahaha!", hint="sad"), 50.0)
    assert (face.expression, face.since_s) == (E.SAD, 100.0)


def test_a_face_that_stays_keeps_its_time() -> None:
    face = Face().after(speaking("I love you."), 100.0).after(speaking("I adore you."), 103.0)
    assert (face.since_s, face.reason) == (100.0, "she says “i adore”")


MOODS = st.builds(Mood, energy=st.floats(0, 100), positivity=st.floats(0, 100), engagement=st.floats(0, 100))
WORDS = st.sampled_from(
    ["", PLAIN, "I love you.", "Hahaha!", "My dog died.", "How dare you!", "Meow.", "shut up"]
)
MOMENTS = st.builds(
    Moment,
    phase=st.sampled_from(Phase),
    mood=MOODS,
    said=WORDS,
    saying=WORDS,
    hint=st.sampled_from(["", "love", "laughing", "what"]),
    event=st.sampled_from(
        ["", "touched:Head", "touched:Body", "grabbed", "dropped", "raid", "follow", "chat:7", "x"]
    ),
    tone=st.sampled_from(Expression),
)


@given(st.lists(st.tuples(MOMENTS, st.floats(0, 10)), max_size=30))
def test_any_moments_give_faces_that_do_not_flicker_and_never_grin_at_sorrow(
    story: list[tuple[Moment, float]],
) -> None:
    face, at_s, gentle = Face(), 100.0, 0.0
    for what, later in story:
        at_s += later
        before, face = face, face.after(what, at_s)
        assert face.expression in set(Expression)
        assert face.reason
        if what.said:
            gentle = at_s + GENTLE_S if what.said == "My dog died." else at_s
        if at_s < gentle:
            assert face.expression not in GRINS
        elif face.expression is not before.expression and face.strength <= before.strength:
            assert at_s >= before.until_s


def test_words_without_a_face_keep_that_with_which_she_took_what_was_said() -> None:
    thanked = (100.0, moment(Phase.THINKING, said="Thank you, you are wonderful!"))
    [taken, answering] = faces(thanked, (105.0, speaking("Well, the dishes sing under the ice.")))
    assert taken is answering is not E.SNARKY
    asked = (110.0, moment(Phase.THINKING, said="Which one?"))
    assert faces(thanked, asked, (111.0, speaking("Well, the dishes sing under the ice.")))[-1] is E.SNARKY


def test_someone_who_is_sad_is_asked_with_sympathy() -> None:
    sad = (100.0, moment(Phase.THINKING, said="My dog died."))
    assert faces(sad, (103.0, speaking("Do you want to tell me about him?")))[-1] is E.SAD


def test_hatred_hurts_and_an_insult_is_shrugged_off() -> None:
    assert first(moment(Phase.THINKING, said="I hate you.")).expression is E.SAD
    assert first(moment(Phase.THINKING, said="You are stupid.")).expression is E.SNARKY
    assert first(moment(Phase.THINKING, LOW, said="I hate you.")).expression is E.ANGRY
