from __future__ import annotations

from dataclasses import replace

from models.commands import Log, Withhold
from models.companion import Companion
from models.diary import MOST, Diary, Kind, Line
from models.errors import Blame
from models.events import Event, Failed, Health, Tick, Touched, Typed, WorkerChanged
from models.requests import Panicked, QuietChosen
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, StreamKind
from tests.models.characters import CHARACTER


def _kept(*events: Event) -> Diary:
    diary, her = Diary(), Companion.of(CHARACTER)
    for n, event in enumerate(events):
        timed = replace(event, at_s=100.0 + n)
        now, commands = her.step(timed)
        diary = diary.after(timed, her, now)
        for command in commands:
            diary = diary.told(command, timed.at_s)
        her = now
    return diary


def _kinds(diary: Diary) -> list[Kind]:
    return [line.kind for line in diary.lines]


def test_what_was_said_and_what_became_of_it() -> None:
    said = _kept(Typed("I got the job, I am so happy!")).lines
    assert said[0].kind is Kind.SAID
    assert said[0].about == "I got the job, I am so happy!"
    assert said[0].reason == "she answers"


def test_a_face_tells_its_reason_and_rest_tells_nothing() -> None:
    lines = _kept(Touched("Head"), Tick()).lines
    assert [line.kind for line in lines] == [Kind.TOUCH, Kind.FACE]
    assert lines[0].about == "Head"
    assert lines[1].reason


def test_panic_and_quiet_are_told_once() -> None:
    diary = _kept(Panicked(on=True), Panicked(on=True), Panicked(on=False), QuietChosen(on=True))
    told = [kind for kind in _kinds(diary) if kind is not Kind.FACE]
    assert told == [Kind.PANIC, Kind.BACK, Kind.QUIET]
    assert _kinds(_kept(QuietChosen(on=True), QuietChosen(on=False)))[-1] is Kind.LOUD


def test_parts_that_fail_are_told_and_those_that_are_well_are_not() -> None:
    diary = _kept(
        WorkerChanged("ears", Health.READY, "x"),
        WorkerChanged("ears", Health.RESTARTING, "x", "it ended"),
        Failed("voice", Blame.ENGINE, "No voice."),
    )
    assert [(line.about, line.health) for line in diary.lines] == [
        ("ears", Health.RESTARTING),
        ("voice", Health.GONE),
    ]


def test_a_newer_word_on_a_happening_takes_the_place_of_the_older() -> None:
    happening = Happening("1", StreamKind.FOLLOW, "Ann")
    diary = Diary().told(Log((Entry(happening, Fate.WAITING),)), 5.0)
    diary = diary.told(Log((Entry(Happening("2", StreamKind.FOLLOW, "Bob"), Fate.WAITING),)), 6.0)
    diary = diary.told(Log((Entry(happening, Fate.ANSWERED, "answered"),)), 9.0)
    fates = [line.entry.fate for line in diary.lines if line.entry]
    assert fates == [Fate.ANSWERED, Fate.WAITING]
    assert diary.lines[0].at_s == 5.0


def test_what_was_held_back_is_told_without_its_words() -> None:
    [line] = Diary().told(Withhold("by her", "violence", "rule", "se*ret"), 1.0).lines
    assert (line.kind, line.about, line.reason) == (Kind.HELD_BACK, "violence", "by her")


def test_it_stays_short_and_its_lines_too() -> None:
    diary = Diary()
    for n in range(100):
        diary = diary.put(Line(Kind.TOUCH, float(n)))
    assert len(diary.lines) == MOST
    assert len({line.key for line in diary.lines}) == MOST
    assert diary.lines[-1].at_s == 99.0
    [said, *_] = _kept(Typed("word " * 200)).lines
    assert len(said.about) <= 160
