from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mood import EFFECTS, TALK, TOUCH, Effect, Mood, Rest
from models.stream.happening import StreamKind

POINTS = st.floats(0, 100)
MOODS = st.builds(
    Mood, energy=POINTS, positivity=POINTS, engagement=POINTS, decayed_s=st.none() | st.floats(1, 1e6)
)
TIMES = st.floats(-10, 1e9)


def points(mood: Mood) -> tuple[float, float, float]:
    return mood.positivity, mood.engagement, mood.energy


def test_she_starts_as_the_table_says() -> None:
    assert points(Mood()) == (60, 30, 50)
    assert Mood().rest is Rest.AWAKE


@pytest.mark.parametrize(
    ("kind", "effect"),
    [
        (StreamKind.CHAT, (0, 3, 1)),
        (StreamKind.FOLLOW, (8, 10, 5)),
        (StreamKind.SUB, (12, 15, 10)),
        (StreamKind.RAID, (15, 20, 15)),
        (StreamKind.ALERT, (0, 8, 5)),
    ],
)
def test_the_effects_are_the_table_s(kind: StreamKind, effect: tuple[float, float, float]) -> None:
    given_ = EFFECTS[kind]
    assert (given_.positivity, given_.engagement, given_.energy) == effect


def test_every_kind_has_an_effect_and_effects_multiply() -> None:
    assert set(EFFECTS) == set(StreamKind)
    assert Effect(1, 2, 3).times(2.5) == Effect(2.5, 5, 7.5)


@pytest.mark.parametrize(
    ("waited_s", "energy", "engagement"),
    [
        (0, 50, 30),
        (29.9, 50, 30),
        (30, 48, 29),
        (59, 48, 29),
        (60, 46, 28),
        (600, 10, 10),
        (750, 10, 5),
        (1e7, 10, 5),
    ],
)
def test_time_takes_its_share_every_thirty_seconds(waited_s: float, energy: float, engagement: float) -> None:
    mood = Mood(decayed_s=1000.0).at(1000.0 + waited_s)
    assert points(mood) == (60, engagement, energy)


def test_what_is_left_of_thirty_seconds_counts_next_time() -> None:
    mood = Mood(decayed_s=1000.0).at(1029.0).at(1031.0)
    assert (mood.energy, mood.decayed_s) == (48, 1030.0)


def test_the_first_time_starts_the_clock() -> None:
    assert Mood().at(5000.0) == replace(Mood(), decayed_s=5000.0)


def test_an_event_without_a_time_neither_starts_the_clock_nor_moves_it() -> None:
    assert Mood().at(0.0) == Mood()
    late = Mood(decayed_s=1000.0)
    assert late.at(0.0) == late


def test_what_is_below_the_floor_stays_there() -> None:
    assert Mood(energy=4.0, engagement=2.0, decayed_s=10.0).at(100.0).energy == 4.0
    assert Mood(energy=4.0, engagement=2.0, decayed_s=10.0).at(100.0).engagement == 2.0
    assert Mood(energy=11.0, decayed_s=10.0).at(40.0).energy == 10.0


@pytest.mark.parametrize(
    ("energy", "engagement", "rest"),
    [
        (24.9, 14.9, Rest.SLEEPY),
        (25.0, 14.9, Rest.IDLE),
        (24.9, 15.0, Rest.IDLE),
        (100.0, 19.9, Rest.IDLE),
        (0.0, 20.0, Rest.AWAKE),
        (100.0, 20.0, Rest.AWAKE),
    ],
)
def test_the_thresholds_of_rest(energy: float, engagement: float, rest: Rest) -> None:
    assert Mood(energy=energy, engagement=engagement).rest is rest


EFFECTS_OF_LIFE = st.sampled_from([*EFFECTS.values(), TALK, TOUCH, Effect(-20, -20, -20)])


@given(MOODS, st.lists(EFFECTS_OF_LIFE | TIMES, max_size=40))
def test_points_stay_within_bounds(mood: Mood, life: list[Effect | float]) -> None:
    for what in life:
        mood = mood.moved(what) if isinstance(what, Effect) else mood.at(what)
        assert all(0 <= value <= 100 for value in points(mood))


@given(MOODS, TIMES)
def test_decay_stops_at_the_floors_and_leaves_positivity(mood: Mood, at_s: float) -> None:
    later = mood.at(at_s)
    assert later.positivity == mood.positivity
    assert min(mood.energy, 10) <= later.energy <= mood.energy
    assert min(mood.engagement, 5) <= later.engagement <= mood.engagement


@given(MOODS, st.lists(st.integers(1, 10_000), min_size=1, max_size=20))
def test_looking_often_or_once_is_the_same(mood: Mood, steps: list[int]) -> None:
    mood = replace(mood, decayed_s=64.0)
    often = mood
    for n in range(len(steps)):
        often = often.at(64.0 + sum(steps[: n + 1]))
    once = mood.at(64.0 + sum(steps))
    assert points(often) == pytest.approx(points(once))
    assert often.decayed_s == once.decayed_s


@given(MOODS, TIMES, TIMES)
def test_time_never_goes_backwards(mood: Mood, one: float, other: float) -> None:
    later = mood.at(max(one, other))
    assert later.at(min(one, other)) == later


@given(
    st.lists(st.sampled_from([Effect(0, 3, 1), Effect(4, 5, 2), Effect(2, 1, 6)]), max_size=6), st.randoms()
)
def test_the_order_of_effects_is_all_one_while_nothing_is_clamped(
    effects: list[Effect], chance: object
) -> None:
    shuffled = list(effects)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    one = other = Mood()
    for effect in effects:
        one = one.moved(effect)
    for effect in shuffled:
        other = other.moved(effect)
    assert one == other
