"""The core as tables and properties: events in, commands out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.acts import Act, Ask
from models.commands import Cancel, Command, Enough, MuteMicrophone, Show, Silence, Speak, Tell, Withhold
from models.conversation import HISTORY_LIMIT, Conversation
from models.errors import Blame
from models.events import (
    Event,
    Failed,
    Health,
    Heard,
    HistoryCleared,
    Hushed,
    MicrophoneMuted,
    PartlyHeard,
    ReplyDelta,
    ReplyDone,
    Restored,
    Speaking,
    SpeechEnded,
    SpeechStarted,
    Spoken,
    Summarised,
    Tick,
    Typed,
    WorkerChanged,
)
from models.expression import Phase
from models.speech import Message, Role
from tests.models.tongues import REFUSAL, SWALLOWED, TONGUE, UNFIT

START = Conversation(TONGUE)


def play(*events: Event, state: Conversation = START) -> tuple[Conversation, list[Command]]:
    commands: list[Command] = []
    for event in events:
        state, new = state.step(event)
        commands += new
    return state, commands


def of(commands: list[Command], kind: type[Command]) -> list[Command]:
    return [command for command in commands if isinstance(command, kind)]


def said(state: Conversation) -> list[tuple[str, str]]:
    return [(message.role.value, message.content) for message in state.history]


def speaks(commands: list[Command]) -> list[tuple[int, int, str]]:
    return [(c.turn, c.n, c.text) for c in commands if isinstance(c, Speak)]


def answered(*texts: str, heard: bool = True) -> tuple[Conversation, list[Command]]:
    """A spoken question and a whole answer, one delta each; heard to the end or still playing."""
    state, commands = play(SpeechStarted(1), Heard(1, "Hello there"))
    state, more = play(*(ReplyDelta(1, text) for text in texts), ReplyDone(1), state=state)
    commands += more
    if heard:
        for _, n, _text in speaks(commands):
            state, more = play(Speaking(1, n), Spoken(1, n), state=state)
            commands += more
    return state, commands


def test_heard_text_is_shown_and_asked() -> None:
    state, commands = play(SpeechStarted(1), SpeechEnded(1), Heard(1, "Hello there"))
    assert Show("heard-1", "user", "Hello there", final=True) in commands
    assert of(commands, Ask) == [Ask(1)]
    assert state.turn == 1
    assert state.history == (Message(Role.USER, "Hello there"),)
    assert Act(Phase.THINKING, said="Hello there") in commands
    assert state.phase is Phase.THINKING


def test_typed_text_takes_the_same_path() -> None:
    _, spoken = play(SpeechStarted(1), Heard(1, "Hello there"))
    _, typed = play(Typed("Hello there"))
    assert of(spoken, Ask) == of(typed, Ask)
    assert of(typed, Show) == [Show("typed-1", "user", "Hello there", final=True)]


def test_clauses_are_spoken_as_they_complete() -> None:
    state, commands = play(
        Typed("hi"), ReplyDelta(1, "One is here. Tw"), ReplyDelta(1, "o comes after that. Th")
    )
    assert [text for _, _, text in speaks(commands)][:1] == ["One is here."]
    state, commands = play(ReplyDelta(1, "ree"), ReplyDone(1), state=state)
    assert speaks(commands)[-1][2].endswith("Three")


def test_a_turn_lasts_until_its_last_clause_was_heard() -> None:
    state, commands = answered("One is here. ", "Two is here.", heard=False)
    assert state.busy
    last = speaks(commands)[-1][1]
    for n in range(last):
        state, _ = play(Speaking(1, n), Spoken(1, n), state=state)
    assert state.busy
    state, commands = play(Spoken(1, last), state=state)
    assert not state.busy
    assert said(state)[-1] == ("assistant", "One is here. Two is here.")
    assert Show("reply-1", "her", "One is here. Two is here.", final=True) in commands


def test_barge_in_cancels_silences_and_keeps_what_was_heard() -> None:
    state, commands = answered("First clause is here. ", "Second clause has many words in it.", heard=False)
    state, _ = play(Speaking(1, 0), Spoken(1, 0), Speaking(1, 1), state=state)
    state, commands = play(SpeechStarted(2, interrupted=True), state=state)
    assert commands[:2] == [Cancel(1), Silence(1)]
    assert state.phase is Phase.LISTENING
    assert said(state)[-1] == ("assistant", "First clause is here.—")
    state, _ = play(Spoken(1, 1, heard=0.5), state=state)
    assert said(state)[-1] == ("assistant", "First clause is here. Second clause has many—")
    state, commands = play(Heard(2, "Stop"), state=state)
    assert said(state)[-2:] == [
        ("assistant", "First clause is here. Second clause has many—"),
        ("user", "Stop"),
    ]


def test_news_of_a_cut_turn_that_come_late_are_put_in_their_place() -> None:
    state, _ = answered("A whole clause with some words.", heard=False)
    state, _ = play(Speaking(1, 0), SpeechStarted(2, interrupted=True), Heard(2, "Wait"), state=state)
    state, _ = play(Spoken(1, 0, heard=0.5), state=state)
    assert said(state) == [("user", "Hello there"), ("assistant", "A whole clause—"), ("user", "Wait")]


def test_nothing_stale_is_shown_or_said_after_a_barge_in() -> None:
    state, _ = answered("One is here. ", "Two is here.", heard=False)
    state, _ = play(SpeechStarted(2), state=state)
    state, commands = play(ReplyDelta(1, "late text. More."), ReplyDone(1), Speaking(1, 1), state=state)
    assert commands == []


def test_a_noise_does_not_lose_the_question() -> None:
    state, _ = play(Typed("What is a comet?"))
    state, commands = play(SpeechStarted(2), state=state)
    assert Cancel(1) in commands
    state, commands = play(Heard(2, ""), state=state)
    [ask] = of(commands, Ask)
    assert ask == Ask(state.turn)
    assert state.turn > 1
    assert said(state) == [("user", "What is a comet?")]


def test_a_noise_does_not_swallow_the_rest_of_her_answer() -> None:
    state, _ = answered("One clause is here. ", "Two follows after it.", heard=False)
    state, _ = play(Speaking(1, 0), Spoken(1, 0), Speaking(1, 1), state=state)
    state, _ = play(SpeechStarted(2, interrupted=True), Spoken(1, 1, heard=0.3), state=state)
    state, commands = play(Heard(2, " "), state=state)
    [(turn, n, text)] = speaks(commands)
    assert (turn > 1, n, text) == (True, 1, "Two follows after it.")
    state, _ = play(Speaking(turn, 1), Spoken(turn, 1), state=state)
    assert said(state) == [
        ("user", "Hello there"),
        ("assistant", "One clause is here. Two follows after it."),
    ]


def test_a_typed_line_interrupts_her() -> None:
    state, _ = answered("One clause is here. ", "Two follows after it.", heard=False)
    state, commands = play(Typed("Never mind"), state=state)
    assert commands[:2] == [Cancel(1), Silence(1)]
    assert of(commands, Ask) == [Ask(state.turn)]


def test_hushed_she_stops_and_rests() -> None:
    state, _ = answered("One clause is here. ", "Two follows after it.", heard=False)
    state, commands = play(Hushed(), state=state)
    assert commands[:2] == [Cancel(1), Silence(1)]
    assert state.phase is Phase.IDLE
    assert play(Hushed(), state=state) == (state, [])


def test_partials_show_only_for_the_open_utterance() -> None:
    state, commands = play(SpeechStarted(1), PartlyHeard(1, "Hel"))
    assert Show("heard-1", "user", "Hel", final=False) in commands
    state, commands = play(Heard(1, "Hello"), PartlyHeard(1, "Hel"), state=state)
    assert Show("heard-1", "user", "Hel", final=False) not in commands


def test_a_lost_reply_frees_the_turn_and_tells() -> None:
    state, _ = play(Typed("hi"))
    state, commands = play(Failed("mind", Blame.NETWORK, "no server", 1), state=state)
    assert of(commands, Tell) == [Tell("mind", Blame.NETWORK, "no server")]
    assert not state.busy


def test_a_failure_of_something_else_does_not_end_the_turn() -> None:
    state, _ = play(Typed("hi"))
    state, commands = play(Failed("microphone", Blame.DEVICE, "unplugged"), state=state)
    assert of(commands, Tell)
    assert state.busy


def test_a_lost_reply_lets_what_was_cut_be_said() -> None:
    state, _ = play(Typed("hi"), ReplyDelta(1, "One clause is here. And"))
    state, _ = play(Failed("mind", Blame.ENGINE, "stopped", 1), state=state)
    assert state.busy
    state, _ = play(Speaking(1, 0), Spoken(1, 0), state=state)
    assert said(state)[-1] == ("assistant", "One clause is here.")


def test_clearing_forgets_everything_and_stops_her() -> None:
    state, _ = answered("One clause is here. ", "Two follows.", heard=False)
    state, commands = play(HistoryCleared(), state=state)
    assert state.history == ()
    assert Silence(1) in commands
    state, _ = play(Spoken(1, 0, heard=0.9), state=state)
    assert state.history == ()


def test_muting_reaches_the_sound_card() -> None:
    state, commands = play(MicrophoneMuted(muted=True))
    assert state.muted
    assert commands == [MuteMicrophone(muted=True)]


def test_history_is_bounded() -> None:
    state = START
    for n in range(HISTORY_LIMIT):
        state, _ = play(Typed(f"line {n}"), state=state)
        turn = state.turn
        state, _ = play(
            ReplyDelta(turn, "Yes."), ReplyDone(turn), Speaking(turn, 0), Spoken(turn, 0), state=state
        )
    assert len(state.history) <= HISTORY_LIMIT
    assert said(state)[-1] == ("assistant", "Yes.")


def test_what_may_not_be_said_to_her_never_reaches_her_mind() -> None:
    state, commands = play(Typed(f"you {UNFIT} fox"))
    assert of(commands, Ask) == []
    assert [text for _, _, text in speaks(commands)] == [REFUSAL]
    assert UNFIT not in str([of(commands, Show), state.history])
    [withheld] = of(commands, Withhold)
    assert isinstance(withheld, Withhold)
    assert withheld.direction == "to her"


def test_what_she_may_not_say_is_swallowed_and_ends_the_reply() -> None:
    state, commands = play(Typed("hi"), ReplyDelta(1, f"A fine clause. Then {UNFIT} comes. And more. "))
    assert [text for _, _, text in speaks(commands)] == ["A fine clause.", SWALLOWED]
    assert Enough(1) in commands
    assert [c.direction for c in of(commands, Withhold) if isinstance(c, Withhold)] == ["by her"]
    state, commands = play(ReplyDelta(1, "Late text. "), ReplyDone(1), state=state)
    assert commands == []
    state, _ = play(Spoken(1, 0), Spoken(1, 1), state=state)
    assert said(state)[-1] == ("assistant", f"A fine clause. {SWALLOWED}")


def test_nothing_is_shown_of_a_reply_that_has_not_passed() -> None:
    _, commands = play(Typed("hi"), ReplyDelta(1, f"A fine clause. Then {UNFIT}"))
    assert [show.text for show in of(commands, Show) if isinstance(show, Show)] == ["hi", "A fine clause."]


def test_someone_in_danger_is_cared_for_at_once() -> None:
    state, commands = play(Typed("i want to kill myself"))
    assert of(commands, Ask) == []
    [(_, _, text)] = speaks(commands)
    assert text in TONGUE.care.lines
    assert Act(Phase.THINKING, said="i want to kill myself") in commands
    state, commands = play(Speaking(1, 0), Spoken(1, 0), state=state)
    assert Act(Phase.SPEAKING, saying=text, hint="sad") in commands
    assert not state.busy


def test_a_line_without_anything_in_it_is_no_line() -> None:
    assert play(Typed("\u202e\u200b ")) == (START, [])


EARLIER = (Message(Role.USER, "I am Sam."), Message(Role.ASSISTANT, "Noted."))


def test_what_was_remembered_is_shown_and_known() -> None:
    state, commands = play(Restored(EARLIER))
    assert state.history == EARLIER
    assert of(commands, Show) == [
        Show("restored-0", "user", "I am Sam.", final=True),
        Show("restored-1", "her", "Noted.", final=True),
    ]


def test_what_was_remembered_goes_before_what_is_new() -> None:
    state, _ = answered("A whole clause with some words.", heard=False)
    state, commands = play(Speaking(1, 0), SpeechStarted(2, interrupted=True), Restored(EARLIER), state=state)
    assert of(commands, Show)[1:] == []
    state, _ = play(Spoken(1, 0, heard=0.5), state=state)
    assert said(state)[2:] == [("user", "Hello there"), ("assistant", "A whole clause—")]


def test_what_was_summed_up_leaves_history_and_a_late_correction_finds_its_place() -> None:
    state, _ = play(Restored(EARLIER))
    state, _ = play(Typed("hi"), ReplyDelta(1, "One clause of words."), ReplyDone(1), state=state)
    state, _ = play(Speaking(1, 0), SpeechStarted(2, interrupted=True), state=state)
    state, _ = play(Summarised("Sam said hello.", 2), Spoken(1, 0, heard=0.5), state=state)
    assert said(state) == [("user", "hi"), ("assistant", "One clause—")]


TURNS, UTTERANCES, NS = st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)
TEXTS = st.sampled_from(["", " ", "Yes.", "One is here. Two ", "is here too, and more. ", "end"])
EVENTS = st.one_of(
    st.builds(SpeechStarted, UTTERANCES, st.booleans()),
    st.builds(SpeechEnded, UTTERANCES),
    st.builds(PartlyHeard, UTTERANCES, TEXTS),
    st.builds(Heard, UTTERANCES, TEXTS),
    st.builds(Typed, TEXTS),
    st.builds(ReplyDelta, TURNS, TEXTS),
    st.builds(ReplyDone, TURNS),
    st.builds(Speaking, TURNS, NS),
    st.builds(Spoken, TURNS, NS, st.floats(0, 1)),
    st.builds(Failed, st.just("mind"), st.sampled_from(Blame), st.just("x"), st.none() | TURNS),
    st.builds(WorkerChanged, st.just("ears"), st.sampled_from(Health)),
    st.builds(MicrophoneMuted, st.booleans()),
    st.just(HistoryCleared()),
    st.builds(Restored, st.just((Message(Role.USER, "before"), Message(Role.ASSISTANT, "yes")))),
    st.builds(Summarised, st.just("They met."), st.integers(0, 9)),
    st.just(Hushed()),
    st.just(Tick()),
)


@settings(max_examples=400)
@given(st.lists(EVENTS, max_size=40))
def test_any_order_of_events(events: list[Event]) -> None:
    """Never raises; turns only grow; no command for a dead turn; she never speaks two turns."""
    state, newest = START, 0
    for event in events:
        state, commands = state.step(event)
        assert state.turn >= newest
        newest = state.turn
        for command in commands:
            match command:
                case Ask(turn=turn) | Speak(turn=turn) | Enough(turn=turn):
                    assert turn == state.turn
                case Cancel(turn=turn) | Silence(turn=turn):
                    assert turn < state.turn
        assert len({clause.n for clause in state.answer.clauses}) == len(state.answer.clauses)
        assert all(message.content for message in state.history)
