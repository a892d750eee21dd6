"""Trials in her core: what is said to try the microphone is never answered, a line tried is no part of the talk."""

from __future__ import annotations

from models.commands import Begun, Command, Reply, Show, Speak
from models.companion import Companion
from models.events import Event, Heard, PartlyHeard, Speaking, SpeechEnded, SpeechStarted, Spoken, Typed
from models.expression import Phase
from models.requests import HearingTried, LineTried
from models.wishes import Wishes
from tests.models.characters import CHARACTER

ON, OFF = True, False


def play(state: Companion, *events: Event) -> tuple[Companion, list[Command]]:
    done: list[Command] = []
    for event in events:
        state, commands = state.step(event)
        done += commands
    return state, done


def asked(commands: list[Command]) -> bool:
    return any(isinstance(command, Reply | Show) for command in commands)


def test_a_sentence_of_a_trial_is_not_answered() -> None:
    state, done = play(
        Companion.of(CHARACTER),
        HearingTried(ON),
        SpeechStarted(3),
        PartlyHeard(3, "can you"),
        SpeechEnded(3),
        Heard(3, "can you hear me"),
        HearingTried(OFF),
    )
    assert not asked(done)
    assert state.conversation.history == ()
    assert state.conversation.phase is Phase.IDLE


def test_what_was_begun_in_a_trial_is_not_answered_after_it() -> None:
    _, done = play(
        Companion.of(CHARACTER),
        HearingTried(ON),
        SpeechStarted(3),
        HearingTried(OFF),
        SpeechEnded(3),
        Heard(3, "can you hear me"),
    )
    assert not asked(done)


def test_after_a_trial_she_listens_again() -> None:
    begun = (HearingTried(ON), SpeechStarted(3), Heard(3, "one two"), HearingTried(OFF))
    _, done = play(Companion.of(CHARACTER), *begun, SpeechStarted(4), Heard(4, "hello there"))
    assert asked(done)
    _, again = play(Companion.of(CHARACTER), *begun, SpeechStarted(3), Heard(3, "hello there"))
    assert asked(again), "the numbers begin anew with a new device"


def test_an_utterance_under_way_ends_with_the_trial() -> None:
    state, _ = play(Companion.of(CHARACTER), SpeechStarted(1))
    assert state.conversation.phase is Phase.LISTENING
    state, _ = play(state, HearingTried(ON), Heard(1, "never mind"))
    assert state.conversation.phase is Phase.IDLE


def test_a_line_is_tried_in_a_voice_and_leaves_nothing() -> None:
    start = Companion.of(CHARACTER, Wishes(voice="af_sky", speed=1.2))
    state, done = play(start, LineTried("How is this?", voice="bm_george", id="t1"))
    [begun] = [command for command in done if isinstance(command, Begun)]
    [speak] = [command for command in done if isinstance(command, Speak)]
    assert (begun.id, begun.turn) == ("t1", speak.turn)
    assert (speak.text, speak.style.voice) == ("How is this?", "bm_george")
    assert speak.style.speed == 1.2 * CHARACTER.persona.speed
    state, rest = play(state, Speaking(speak.turn, 0), Spoken(speak.turn, 0))
    assert state.conversation.history == ()
    assert state.conversation.phase is Phase.IDLE
    assert not asked(rest)


def test_a_line_without_a_voice_is_said_in_hers() -> None:
    _, done = play(Companion.of(CHARACTER, Wishes(voice="af_sky")), LineTried("How is this?"))
    [speak] = [command for command in done if isinstance(command, Speak)]
    assert speak.style.voice == "af_sky"


def test_she_tries_nothing_while_she_answers() -> None:
    state, _ = play(Companion.of(CHARACTER), Typed("hello"))
    before = state.conversation.turn
    state, done = play(state, LineTried("How is this?"))
    assert state.conversation.turn == before
    assert not any(isinstance(command, Speak) for command in done)
