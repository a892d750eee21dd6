from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.events import Event, Heard, ReplyDone, StreamHappened, Tick, Touched, Typed
from models.feelings import felt, in_words
from models.mood import Mood
from models.stream.happening import Happening, StreamKind
from tests.models.record import evenings, trace, trace_path

START = Mood(decayed_s=100.0)


def moved(event: Event, kindness: float = 0.0) -> tuple[float, float, float]:
    """What an event added: positivity, engagement, energy."""
    mood = felt(START, event, kindness)
    return mood.positivity - 60, mood.engagement - 30, mood.energy - 50


def stream(kind: StreamKind, **more: float) -> StreamHappened:
    return StreamHappened((Happening("id", kind, **more),), at_s=100.0)  # type: ignore[arg-type]  # numbers of an event


@pytest.mark.parametrize(
    ("event", "effect"),
    [
        (stream(StreamKind.CHAT), (0, 3, 1)),
        (stream(StreamKind.FOLLOW), (8, 10, 5)),
        (stream(StreamKind.SUB), (12, 15, 10)),
        (stream(StreamKind.SUB, tier=2), (24, 30, 20)),
        (stream(StreamKind.SUB, tier=3), (36, 45, 30)),
        (stream(StreamKind.SUB, tier=0), (12, 15, 10)),
        (stream(StreamKind.SUB, tier=9), (36, 45, 30)),
        (stream(StreamKind.RAID, viewers=10), (15, 20, 15)),
        (stream(StreamKind.RAID, viewers=5), (7.5, 10, 7.5)),
        (stream(StreamKind.RAID, viewers=0), (0, 0, 0)),
        (stream(StreamKind.RAID, viewers=-5), (0, 0, 0)),
        (stream(StreamKind.RAID, viewers=25), (37.5, 50, 37.5)),
        (stream(StreamKind.RAID, viewers=30), (40, 60, 45)),
        (stream(StreamKind.RAID, viewers=30_000), (40, 60, 45)),
        (stream(StreamKind.DONATION, amount=5.0), (12, 15, 10)),
        (stream(StreamKind.ALERT), (0, 8, 5)),
        (StreamHappened((), more=7, at_s=100.0), (0, 21, 7)),
        (Heard(1, "hello", at_s=100.0), (0, 8, 5)),
        (Typed("hello", at_s=100.0), (0, 8, 5)),
        (Heard(1, "", at_s=100.0), (0, 0, 0)),
        (Typed("  ", at_s=100.0), (0, 0, 0)),
        (Touched("Head", at_s=100.0), (2, 4, 3)),
        (ReplyDone(1, at_s=100.0), (0, 0, 0)),
        (Tick(at_s=130.0), (0, -1, -2)),
    ],
)
def test_events_move_her_by_the_table(event: Event, effect: tuple[float, float, float]) -> None:
    assert moved(event) == effect


@pytest.mark.parametrize(("kindness", "points"), [(1, 8), (-1, -8), (0.5, 4), (7, 8), (-7, -8)])
def test_kind_words_gladden_and_harsh_ones_hurt(kindness: float, points: float) -> None:
    assert moved(Typed("words", at_s=100.0), kindness) == (points, 8, 5)


def test_time_passes_before_the_event() -> None:
    low = Mood(energy=11.0, engagement=5.5, decayed_s=100.0)
    mood = felt(low, stream(StreamKind.CHAT), 0.0)
    assert (mood.energy, mood.engagement) == (12.0, 8.5)
    later = felt(low, StreamHappened((Happening("id", StreamKind.CHAT),), at_s=1000.0))
    assert (later.energy, later.engagement) == (11.0, 8.0)


@pytest.mark.parametrize("recording", evenings(), ids=lambda path: path.stem)
def test_a_recorded_evening_replays_to_the_same_moods(recording: Path) -> None:
    assert list(trace(recording)) == trace_path(recording).read_text("utf-8").splitlines()


def test_the_recordings_cover_what_can_happen() -> None:
    [day, evening] = [
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in evenings()
    ]
    assert len(evening) > 120
    assert {entry["event"] for entry in evening} == {"Heard", "Typed", "Touched", "Tick", "StreamHappened"}
    assert {entry["kind"] for entry in evening if "kind" in entry} == {kind.value for kind in StreamKind} - {
        "custom"
    }
    traces = [
        json.loads(line) for path in evenings() for line in trace_path(path).read_text("utf-8").splitlines()
    ]
    assert {entry["rest"] for entry in traces} == {"awake", "idle", "sleepy"}
    assert len(day) > 10


@pytest.mark.parametrize(
    ("mood", "words"),
    [
        (Mood(), ""),
        (Mood(energy=70.0), "lively"),
        (Mood(energy=70.0, positivity=75.0), "bright and lively"),
        (Mood(energy=69.9, positivity=75.0), "warm and content"),
        (Mood(energy=70.0, positivity=29.9), "hurt and a little sharp"),
        (Mood(energy=69.9, positivity=29.9), "low and quiet"),
        (Mood(positivity=30.0), ""),
        (Mood(energy=10.0, positivity=90.0, engagement=5.0), "drowsy"),
    ],
)
def test_a_mood_in_words_for_a_prompt(mood: Mood, words: str) -> None:
    assert in_words(mood) == words


EVENTS = st.one_of(
    st.builds(Heard, utterance=st.integers(), text=st.text(max_size=5), at_s=st.floats(0, 1e6)),
    st.builds(Touched, area=st.text(max_size=4), at_s=st.floats(0, 1e6)),
    st.builds(Tick, at_s=st.floats(0, 1e6)),
    st.builds(
        StreamHappened,
        happenings=st.lists(
            st.builds(
                Happening,
                id=st.just("id"),
                kind=st.sampled_from(StreamKind),
                tier=st.integers(-3, 9),
                viewers=st.integers(-10, 100_000),
            ),
            max_size=3,
        ).map(tuple),
        more=st.integers(0, 500),
        at_s=st.floats(0, 1e6),
    ),
)


@given(st.lists(st.tuples(EVENTS, st.floats(-1, 1)), max_size=50))
def test_any_life_keeps_her_within_bounds_and_replays(life: list[tuple[Event, float]]) -> None:
    moods = []
    for _ in range(2):
        mood = Mood()
        for event, kindness in life:
            mood = felt(mood, event, kindness)
            assert all(0 <= value <= 100 for value in (mood.energy, mood.positivity, mood.engagement))
        moods.append(mood)
    assert moods[0] == moods[1]
