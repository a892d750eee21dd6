from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.commands import Command, Remember, Summarise
from models.events import Event, HistoryCleared, Restored, Summarised, Tick
from models.memory import SUMMARY_EVERY, VERBATIM, Memory
from models.speech import Message, Role

ENOUGH = VERBATIM + SUMMARY_EVERY


def talk(count: int, first: int = 0) -> tuple[Message, ...]:
    return tuple(Message(Role.USER, str(n)) for n in range(first, first + count))


def after(
    memory: Memory, event: Event, now: int, before: int | None = None, *, busy: bool = False
) -> tuple[Memory, tuple[Command, ...]]:
    """The memory after an event in a history of so many messages, as many as before unless said otherwise."""
    return memory.after(event, talk(now if before is None else before), talk(now), busy=busy)


def test_what_is_said_is_kept_as_a_snapshot() -> None:
    assert after(Memory(), Tick(), 2, before=1) == (Memory(), (Remember(talk(2)),))
    assert after(Memory("notes"), Tick(), 2, before=1) == (Memory("notes"), (Remember(talk(2), "notes"),))


def test_what_did_not_change_is_not_kept_again() -> None:
    assert after(Memory("notes"), Tick(), 2) == (Memory("notes"), ())


def test_six_messages_beyond_the_newest_are_summed_up_once() -> None:
    assert after(Memory("notes"), Tick(), ENOUGH - 1)[1] == ()
    memory, commands = after(Memory("notes"), Tick(), ENOUGH)
    assert commands == (Summarise(talk(SUMMARY_EVERY), "notes"),)
    assert memory == Memory("notes", asked=True)
    assert after(memory, Tick(), ENOUGH) == (memory, ())


def test_summing_up_waits_while_she_answers() -> None:
    assert after(Memory(), Tick(), ENOUGH, busy=True) == (Memory(), ())
    assert after(Memory(), Tick(), ENOUGH)[1] == (Summarise(talk(SUMMARY_EVERY)),)


def test_the_summary_that_comes_is_kept_and_the_next_may_be_asked_for() -> None:
    memory, commands = after(Memory("old", asked=True), Summarised("new", 6), VERBATIM, before=ENOUGH)
    assert (memory, commands) == (Memory("new"), (Remember(talk(VERBATIM), "new"),))
    assert after(Memory("old", asked=True), Summarised("", 6), VERBATIM)[0] == Memory("old")


def test_a_summary_nobody_asked_for_is_dropped() -> None:
    assert after(Memory("old"), Summarised("new", 6), 3) == (Memory("old"), ())


def test_what_was_remembered_at_start_is_taken_unless_there_is_something_newer() -> None:
    assert after(Memory(), Restored((), "old"), 0)[0] == Memory("old")
    assert after(Memory("new"), Restored((), "old"), 0) == (Memory("new"), ())


def test_a_wiped_conversation_leaves_no_summary_and_no_question() -> None:
    assert after(Memory("notes", asked=True), HistoryCleared(), 0, before=3) == (Memory(), ())


EVENTS = st.sampled_from([Tick(), HistoryCleared(), Summarised("new", 6), Restored((), "old")])


@given(st.lists(st.tuples(EVENTS, st.integers(0, 30), st.booleans()), max_size=40))
def test_any_course_asks_for_one_summary_at_a_time(course: list[tuple[Event, int, bool]]) -> None:
    memory, before, asked = Memory(), 0, False
    for event, now, busy in course:
        memory, commands = memory.after(event, talk(before), talk(now), busy=busy)
        before = now
        asked = asked and not isinstance(event, HistoryCleared | Summarised)
        for command in commands:
            if isinstance(command, Summarise):
                assert not asked
                assert not busy
                assert len(command.messages) == SUMMARY_EVERY
                asked = True
        assert memory.asked is asked
