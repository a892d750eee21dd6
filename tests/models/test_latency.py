from __future__ import annotations

import pytest

from models.events import Event, Heard, ReplyDelta, Speaking, SpeechEnded, SpeechStarted, Typed, Voiced
from models.latency import Latency
from models.visemes import MouthTrack

TRACK = MouthTrack(1.0, ())


def _after(*events: Event) -> Latency:
    latency = Latency()
    for event in events:
        latency = latency.after(event)
    return latency


def _spoken() -> tuple[Event, ...]:
    return (
        SpeechStarted(3, at_s=9.0),
        SpeechEnded(3, at_s=10.0),
        Heard(3, "What time is it?", at_s=10.3),
        ReplyDelta(1, "Half", at_s=10.5),
        ReplyDelta(1, " past nine.", at_s=10.6),
        Voiced(1, 0, TRACK, at_s=10.9),
        Voiced(1, 1, TRACK, at_s=11.2),
        Speaking(1, 0, at_s=11.0),
    )


def test_an_answer_is_split_into_its_stages() -> None:
    last = _after(*_spoken()).last
    assert last is not None
    assert last.hearing_s == pytest.approx(0.3)
    assert last.thinking_s == pytest.approx(0.2)
    assert last.voicing_s == pytest.approx(0.4)
    assert last.playing_s == pytest.approx(0.1)
    assert last.total_s == pytest.approx(1.0)


def test_a_written_line_has_no_hearing() -> None:
    last = _after(
        Typed("Hi", at_s=1.0),
        ReplyDelta(5, "Hello", at_s=1.2),
        Voiced(5, 0, TRACK, at_s=1.5),
        Speaking(5, 0, at_s=1.6),
    ).last
    assert last is not None
    assert last.hearing_s is None
    assert last.total_s == pytest.approx(0.6)


def test_noise_and_what_she_says_of_herself_are_no_answers() -> None:
    assert _after(SpeechEnded(1, at_s=1.0), Heard(1, " ", at_s=1.2), ReplyDelta(1, "Hm", at_s=1.3)).turn == -1
    unasked = (ReplyDelta(2, "Oh", at_s=2.0), Voiced(2, 0, TRACK, at_s=2.2), Speaking(2, 0, at_s=2.3))
    assert _after(*unasked).last is None


def test_a_new_question_begins_anew_and_the_last_answer_stays() -> None:
    latency = _after(*_spoken(), Typed("And now?", at_s=20.0), ReplyDelta(2, "Well", at_s=20.5))
    assert latency.last is not None
    assert latency.last.total_s == pytest.approx(1.0)
    done = latency.after(Voiced(2, 0, TRACK, at_s=20.6)).after(Speaking(2, 0, at_s=20.7)).last
    assert done is not None
    assert done.total_s == pytest.approx(0.7)


def test_later_clauses_of_an_answer_change_nothing() -> None:
    latency = _after(*_spoken())
    assert latency.after(Speaking(1, 1, at_s=13.0)).last == latency.last
