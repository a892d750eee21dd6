"""All of her at once: mood, face, prompt, delivery and memory around the turns of a conversation."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from models.commands import (
    Become,
    Command,
    Forget,
    HoldTalk,
    MuteVoice,
    Perform,
    Remember,
    Reply,
    Speak,
    Summarise,
)
from models.companion import REMARK_PAUSE_S, Companion
from models.delivery import delivery, voice_mood_for
from models.events import (
    CharacterChosen,
    Dropped,
    Event,
    Grabbed,
    Heard,
    HistoryCleared,
    Hushed,
    ReplyDelta,
    ReplyDone,
    Restored,
    Speaking,
    SpeechStarted,
    Spoken,
    StreamHappened,
    Summarised,
    Tick,
    Touched,
    Typed,
)
from models.expression import Expression
from models.memory import SUMMARY_EVERY, VERBATIM
from models.mood import Mood
from models.requests import Panicked, QuietChosen, SayAsked, TalkKey, WishesChosen
from models.speech import Message, Role, VoiceStyle
from models.stream.happening import Happening, StreamKind
from models.wishes import Wishes
from tests.models.characters import CHARACTER

START = Companion.of(CHARACTER)
PERSONA = CHARACTER.persona


def play(*events: Event, state: Companion = START) -> tuple[Companion, list[Command]]:
    commands: list[Command] = []
    for event in events:
        state, new = state.step(event)
        commands += new
    return state, commands


def talk(*lines: str, state: Companion = START, start_s: float = 1.0) -> tuple[Companion, list[Command]]:
    """So many questions, each answered by "Yes." and heard."""
    commands: list[Command] = []
    for n, line in enumerate(lines):
        at_s = start_s + 5 * n
        state, more = play(Typed(line, at_s=at_s), state=state)
        turn = state.conversation.turn
        commands += more
        events = (ReplyDelta(turn, "Yes."), ReplyDone(turn), Speaking(turn, 0), Spoken(turn, 0))
        state, more = play(*(replace(event, at_s=at_s + 1) for event in events), state=state)
        commands += more
    return state, commands


def faces(commands: list[Command]) -> list[str]:
    return [command.expression for command in commands if isinstance(command, Perform)]


def test_a_question_becomes_a_prompt_in_her_persona() -> None:
    _, commands = play(Typed("What is a comet?", at_s=1.0))
    [reply] = [command for command in commands if isinstance(command, Reply)]
    assert reply.messages[0].content.startswith(PERSONA.system[:40].format(companion=PERSONA.companion))
    assert reply.history == (Message(Role.USER, "What is a comet?"),)
    assert "What is a comet?" in reply.messages[-1].content
    assert reply.mood.engagement > Mood().engagement


def test_kind_words_raise_her_and_harsh_ones_hurt() -> None:
    kind, _ = play(Typed("Thank you, you are wonderful!", at_s=1.0))
    harsh, _ = play(Typed("You are stupid and useless.", at_s=1.0))
    assert kind.mood.positivity > Mood().positivity > harsh.mood.positivity


def test_time_alone_makes_her_sleepy_and_a_word_wakes_her() -> None:
    state, commands = play(*(Tick(at_s=1.0 + s) for s in range(0, 1200, 5)))
    assert faces(commands)[-1] == Expression.SLEEPY
    state, commands = play(Typed("Hello!", at_s=1200.0), state=state)
    assert faces(commands)[-1] != Expression.SLEEPY


def test_a_tick_that_changes_nothing_orders_nothing() -> None:
    state, _ = play(Tick(at_s=1.0))
    assert play(Tick(at_s=2.0), state=state)[1] == []


def test_hands_and_the_stream_show_in_her_face_at_once() -> None:
    for event in (
        Touched("Head", at_s=1.0),
        Touched("Tail", at_s=1.0),
        Dropped(at_s=1.0),
        StreamHappened((Happening("1", StreamKind.RAID, "Ann", viewers=30),), at_s=1.0),
    ):
        order = next(command for command in play(event)[1] if isinstance(command, Perform))
        assert order.expression != Expression.IDLE, event


def test_she_sounds_as_she_feels() -> None:
    state, commands = play(
        Typed("hi", at_s=1.0), ReplyDelta(1, "I am so sorry, that is heartbreaking."), ReplyDone(1)
    )
    speak = next(command for command in commands if isinstance(command, Speak))
    base = VoiceStyle(PERSONA.voice, PERSONA.speed)
    mood = voice_mood_for(Expression.SAD, state.mood, speak.text, PERSONA.dynamic)
    assert speak.style == delivery(mood, base, state.mood.energy / 100)
    assert speak.style != base


def test_without_moods_she_sounds_as_the_user_wishes() -> None:
    state = Companion.of(CHARACTER, Wishes("af_sky", 1.2, moods=False))
    _, commands = play(Typed("hi", at_s=1.0), ReplyDelta(1, "Yay, amazing!"), ReplyDone(1), state=state)
    [speak] = [command for command in commands if isinstance(command, Speak)]
    assert speak.style == VoiceStyle("af_sky", 1.2 * PERSONA.speed)


def test_a_new_character_takes_over_at_once() -> None:
    other = replace(CHARACTER, persona=replace(PERSONA, companion="Nova"), user="Kim")
    state, commands = play(CharacterChosen(other, at_s=1.0))
    assert commands == [Become(other)]
    _, commands = play(Typed("hi", at_s=2.0), state=state)
    [reply] = [command for command in commands if isinstance(command, Reply)]
    assert "Nova" in reply.messages[0].content


def test_every_change_of_the_conversation_is_kept() -> None:
    state, commands = talk("I am Sam.")
    kept = [command for command in commands if isinstance(command, Remember)]
    assert kept[-1].messages == state.conversation.history
    assert len(kept) == 2


def test_the_oldest_are_summed_up_and_the_summary_enters_the_prompt() -> None:
    lines = [f"line {n}" for n in range((VERBATIM + SUMMARY_EVERY) // 2)]
    state, commands = talk(*lines)
    [order] = [command for command in commands if isinstance(command, Summarise)]
    assert [message.content for message in order.messages if message.role is Role.USER] == lines[:3]
    state, commands = play(Summarised("Sam likes comets.", SUMMARY_EVERY, at_s=90.0), state=state)
    assert len(state.conversation.history) == VERBATIM
    assert Remember(state.conversation.history, "Sam likes comets.") in commands
    _, commands = play(Typed("And?", at_s=91.0), state=state)
    [reply] = [command for command in commands if isinstance(command, Reply)]
    assert any("Sam likes comets." in message.content for message in reply.messages[1:])


def test_what_was_forgotten_does_not_come_back_as_a_summary() -> None:
    state, _ = talk(*(f"line {n}" for n in range((VERBATIM + SUMMARY_EVERY) // 2)))
    state, commands = play(HistoryCleared(at_s=80.0), state=state)
    assert Forget() in commands
    state, commands = play(Summarised("Sam likes comets.", SUMMARY_EVERY, at_s=81.0), state=state)
    assert (state.memory.summary, commands) == ("", [])


def test_what_was_kept_is_taken_up_again() -> None:
    earlier = (Message(Role.USER, "I am Sam."), Message(Role.ASSISTANT, "Noted."))
    state, _ = play(Restored(earlier, "They spoke of comets.", at_s=1.0))
    _, commands = play(Typed("Hi again.", at_s=2.0), state=state)
    [reply] = [command for command in commands if isinstance(command, Reply)]
    assert reply.history[:2] == earlier
    assert any("They spoke of comets." in message.content for message in reply.messages[1:])


TEXTS = st.sampled_from(
    ["", "I love you.", "you are stupid", "One is here. Two is here. ", "haha", "good night"]
)
AT = st.floats(0, 4000)
TURNS, NS = st.integers(0, 4), st.integers(0, 3)
EVENTS = st.one_of(
    st.builds(Typed, TEXTS, at_s=AT),
    st.builds(Heard, NS, TEXTS, at_s=AT),
    st.builds(SpeechStarted, NS, at_s=AT),
    st.builds(ReplyDelta, TURNS, TEXTS, st.sampled_from(["", "happy", "no such face"]), at_s=AT),
    st.builds(ReplyDone, TURNS, at_s=AT),
    st.builds(Speaking, TURNS, NS, at_s=AT),
    st.builds(Spoken, TURNS, NS, at_s=AT),
    st.builds(QuietChosen, st.booleans(), at_s=AT),
    st.builds(TalkKey, st.booleans(), at_s=AT),
    st.builds(Touched, st.sampled_from(["Head", "Body", "Tail", "", "Wing"]), at_s=AT),
    st.builds(Grabbed, at_s=AT),
    st.builds(Dropped, at_s=AT),
    st.builds(Hushed, at_s=AT),
    st.builds(Tick, at_s=AT),
    st.builds(HistoryCleared, at_s=AT),
    st.builds(Summarised, TEXTS, st.integers(0, 9), at_s=AT),
    st.builds(
        StreamHappened,
        st.tuples(
            st.builds(Happening, st.just("x"), st.sampled_from(StreamKind), viewers=st.integers(0, 500))
        ),
        at_s=AT,
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=30))
def test_any_order_of_events(events: list[Event]) -> None:
    """Never raises, stays within bounds, wears only her twelve faces, and plays back to the same values."""
    state, commands = play(*events)
    assert (state, commands) == play(*events)
    for points in (state.mood.energy, state.mood.positivity, state.mood.engagement):
        assert 0 <= points <= 100
    assert set(faces(commands)) <= set(Expression)


def test_a_hand_gets_a_word_now_and_then() -> None:
    state, commands = play(Touched("Head", at_s=10.0))
    [speak] = [command for command in commands if isinstance(command, Speak)]
    assert speak.turn == state.conversation.turn == 1
    state, commands = play(Touched("Head", at_s=11.0), state=state)  # she is speaking
    assert [command for command in commands if isinstance(command, Speak)] == []
    state, commands = play(Speaking(1, 0, at_s=11.5), Spoken(1, 0, at_s=12.0), state=state)
    assert state.conversation.history == (Message(Role.ASSISTANT, speak.text),)
    state, commands = play(Dropped(at_s=13.0), state=state)  # said something just now
    assert [command for command in commands if isinstance(command, Speak)] == []
    _, commands = play(Dropped(at_s=10.0 + REMARK_PAUSE_S), state=state)
    assert [command for command in commands if isinstance(command, Speak)]


def test_she_can_be_told_to_keep_quiet_about_it() -> None:
    _, commands = play(Touched("Head", at_s=10.0), state=Companion.of(CHARACTER, Wishes(remarks=False)))
    assert [command for command in commands if isinstance(command, Speak)] == []


def test_not_to_be_disturbed_she_says_nothing_unasked_but_answers() -> None:
    quiet, _ = play(QuietChosen(on=True, at_s=1.0))
    _, commands = play(Touched("Head", at_s=10.0), state=quiet)
    assert not [order for order in commands if isinstance(order, Speak)]
    assert [order for order in commands if isinstance(order, Perform)]  # she feels it all the same
    _, commands = play(Typed("Are you there?", at_s=11.0), state=quiet)
    assert [order for order in commands if isinstance(order, Reply)]
    again, _ = play(QuietChosen(on=False, at_s=12.0), state=quiet)
    _, commands = play(Touched("Head", at_s=13.0), state=again)
    assert [order for order in commands if isinstance(order, Speak)]


def test_who_paid_while_she_was_quiet_is_thanked_afterwards() -> None:
    paid = Happening("d1", StreamKind.DONATION, "Ann", amount=5.0, unit="EUR")
    state, commands = play(
        QuietChosen(on=True, at_s=1.0), StreamHappened((paid,), at_s=2.0), Tick(at_s=900.0)
    )
    assert not [order for order in commands if isinstance(order, Reply | Speak)]
    _, commands = play(QuietChosen(on=False, at_s=901.0), Tick(at_s=902.0), state=state)
    assert [order for order in commands if isinstance(order, Reply | Speak)]


def test_what_a_tool_asks_her_to_say_is_said_though_she_is_quiet() -> None:
    _, commands = play(QuietChosen(on=True, at_s=1.0), SayAsked("Dinner is ready.", at_s=2.0))
    assert [order.text for order in commands if isinstance(order, Speak)] == ["Dinner is ready."]


def test_new_wishes_hold_from_the_next_clause_on() -> None:
    state, commands = play(WishesChosen(Wishes(voice="bf_emma", moods=False, aloud=False), at_s=1.0))
    assert MuteVoice(muted=True) in commands
    _, commands = play(SayAsked("Hello there.", at_s=2.0), state=state)
    [spoken] = [order for order in commands if isinstance(order, Speak)]
    assert spoken.style.voice == "bf_emma"


def test_her_voice_stays_off_in_panic_whatever_is_wished() -> None:
    _, commands = play(Panicked(on=True, at_s=1.0), WishesChosen(Wishes(), at_s=2.0))
    assert [order.muted for order in commands if isinstance(order, MuteVoice)] == [True, True]


def test_the_talk_key_goes_to_the_microphone() -> None:
    _, commands = play(TalkKey(down=True, at_s=1.0), TalkKey(down=False, at_s=2.0))
    assert [order for order in commands if isinstance(order, HoldTalk)] == [
        HoldTalk(down=True),
        HoldTalk(down=False),
    ]
