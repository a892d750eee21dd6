from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from statistics import mean, pstdev

import pytest

from models.commands import Perform
from models.expression import Phase
from models.performance import Around, Performance
from models.performance.easing import draw
from models.performance.habits import HABITS, Habits, habits_of
from models.performance.motions import Motions
from models.performance.small import SMALL, SmallMotions
from tests.models.acting import FAR, MOTIONS, new

GROUPS = {
    "Idle": 6,
    "IdleHappy": 2,
    "IdleSnarky": 2,
    "IdleSleepy": 2,
    "IdleSad": 1,
    "IdleExcited": 2,
    "IdleLove": 1,
}
_LONGEST_ECHO = 14
"""A row of so many motions that comes twice in 200 would be noticed as a loop."""


def drawn(expression: str, energy: float = 0.5, seed: int = 1, count: int = 200) -> list[tuple[str, int]]:
    motions = Motions(Random(seed).random, GROUPS, frozenset())
    chosen: list[tuple[str, int]] = []
    at_s = 0.0
    while len(chosen) < count:
        at_s += 1.0
        _, idle = motions.choose(at_s, Phase.IDLE, habits_of(expression), energy, over=True)
        chosen += [idle] if idle else []
    return chosen


def rests(expression: str, energy: float, seed: int = 1) -> list[float]:
    motions = Motions(Random(seed).random, GROUPS, frozenset())
    started = []
    for tick in range(40_000):
        at_s = tick / 10
        if motions.choose(at_s, Phase.IDLE, habits_of(expression), energy, over=True)[1]:
            started.append(at_s)
    return [b - a for a, b in pairwise(started)][1:]


def longest_echo(row: Sequence[object]) -> int:
    """The length of the longest run of things that comes twice in a row, not overlapping itself."""
    best = 0
    for shift in range(1, len(row)):
        run = 0
        for i in range(shift, len(row)):
            run = run + 1 if row[i] == row[i - shift] else 0
            best = max(best, min(run, shift))
    return best


def cycle(row: Sequence[object]) -> int:
    """The shortest period a row repeats from beginning to end, 0 for none."""
    return next(
        (p for p in range(1, len(row) // 2) if all(a == b for a, b in zip(row, row[p:], strict=False))), 0
    )


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("expression", HABITS)
def test_idle_motions_never_come_twice_in_a_row_nor_loop(expression: str, seed: int) -> None:
    row = drawn(expression, seed=seed)
    assert all(a != b for a, b in pairwise(row))
    assert len(set(row)) >= 6
    assert cycle(row) == 0
    assert longest_echo(row) < _LONGEST_ECHO


@pytest.mark.parametrize(("expression", "habits"), HABITS.items())
def test_idle_motions_are_those_of_the_feeling_and_plain_ones(expression: str, habits: object) -> None:
    groups = {group for group, _ in drawn(expression)}
    own = habits_of(expression).idle
    assert habits is HABITS[expression]
    assert groups == {"Idle", own} - {""}
    if own:
        assert sum(group == own for group, _ in drawn(expression)) > 60


def test_a_model_without_motions_for_a_feeling_has_its_plain_ones() -> None:
    her = Performance(Random(1).random, idle={"Idle": 3})
    her.perform(Perform("idle", "happy"), 0.0)
    poses = [her.step(i / 10, FAR, None) for i in range(12_000)]
    chosen = [(pose.idle_group, pose.idle_motion) for pose in poses if pose.idle_motion >= 0]
    assert set(chosen) == {("Idle", 0), ("Idle", 1), ("Idle", 2)}


def test_a_model_with_motions_for_feelings_alone_rests_when_she_feels_nothing() -> None:
    her = Performance(Random(1).random, idle={"IdleHappy": 2})
    assert {her.step(i / 10, FAR, None).idle_motion for i in range(1200)} == {-1}
    her.perform(Perform("idle", "happy"), 120.0)
    assert {her.step(120.0 + i / 10, FAR, None).idle_motion for i in range(1200)} == {-1, 0, 1}


@pytest.mark.parametrize("idle_motions", [0, 1])
def test_models_with_few_motions(idle_motions: int) -> None:
    her = Performance(Random(1).random, idle={"idle": idle_motions})
    chosen = {her.step(i / 10, FAR, None).idle_motion for i in range(1200)}
    assert chosen == ({-1, 0} if idle_motions else {-1})


def test_rests_are_irregular_and_shorter_when_she_is_lively() -> None:
    calm, usual, lively = (rests("idle", energy) for energy in (0.0, 0.5, 1.0))
    assert mean(calm) > 1.3 * mean(usual) > 1.3 * 1.3 * mean(lively)
    for row in (calm, usual, lively):
        assert pstdev(row) > 0.2 * mean(row)
        assert len({round(rest, 1) for rest in row}) > 0.3 * len(row)
    assert mean(rests("excited", 0.5)) < mean(usual)


def test_a_new_feeling_shows_soon() -> None:
    her = new()
    her.step(0.0, FAR, None)
    her.step(0.1, Around(), None)
    her.step(9.0, FAR, None)
    her.perform(Perform("idle", "happy"), 10.0)
    shown = [
        pose for pose in (her.step(10.0 + i / 10, FAR, None) for i in range(30)) if pose.idle_motion >= 0
    ]
    assert len(shown) == 1


def test_an_idle_motion_follows_a_one_shot_at_once_and_a_rest_follows_an_idle_motion() -> None:
    her = new()
    assert her.step(0.0, FAR, None).idle_motion >= 0
    assert her.step(0.1, Around(), None).idle_motion == -1
    her.perform(Perform("idle", "idle", "Wave"), 0.2)
    assert her.step(0.2, Around(), None).motion == "Wave"
    playing = her.step(0.3, Around(), None)
    assert playing.motion == ""
    assert playing.moving
    assert her.step(3.0, FAR, None).idle_motion >= 0
    assert her.step(3.1, Around(), None).moving
    assert her.step(12.0, FAR, None).idle_motion == -1
    rest = [her.step(12.0 + i / 10, FAR, None).idle_motion for i in range(1, 600)]
    started = rest.index(next(n for n in rest if n >= 0))
    assert 15.0 < started / 10 < 43.0


def test_left_alone_for_long_she_fidgets_in_keeping_with_her_face() -> None:
    for expression in ("sleepy", "happy", "idle", "sad"):
        her = new()
        her.perform(Perform("idle", expression), 0.0)
        motions = {her.step(i / 10, FAR, None).motion for i in range(6000)}
        assert motions == {"", *habits_of(expression).fidgets} & (MOTIONS | {""}), expression


def test_she_yawns_soon_when_she_is_sleepy() -> None:
    her = new()
    her.perform(Perform("idle", "sleepy"), 0.0)
    assert "Yawn" in {her.step(i / 10, FAR, None).motion for i in range(520)}


def test_a_feeling_without_small_motions_has_none() -> None:
    small = SmallMotions(Random(1).random)
    for tick in range(600):
        assert small.step(tick / 10, Habits(), 0.5, free=True) == {}
    assert not small.playing
    assert small.last == ""


@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999, 1.0])
def test_any_chance_draws_something_that_has_not_just_been(chance: float) -> None:
    options = {"a": 1.0, "b": 2.0, "c": 0.5}
    assert str(draw(options, ("b", "c", "a"), lambda: chance)) in {"b", "c"}
    assert draw({"a": 1.0}, ("a",), lambda: chance) == "a"
    assert draw({}, ("a",), lambda: chance) is None


def test_what_was_drawn_before_the_last_comes_back_seldom() -> None:
    options, chance = dict.fromkeys("abcdef", 1.0), Random(1).random
    row: list[str] = []
    while len(row) < 2000:
        row.append(str(draw(options, row[-3:], chance)))
    assert sum(a == b for a, b in zip(row, row[2:], strict=False)) < 0.12 * len(row)


def small_row(expression: str, seed: int, count: int = 200) -> list[str]:
    small = SmallMotions(Random(seed).random)
    row: list[str] = []
    at_s, was = 0.0, False
    while len(row) < count:
        at_s += 0.1
        small.step(at_s, habits_of(expression), 0.5, free=True)
        if small.playing and not was:
            row.append(small.last)
        was = small.playing
    return row


@pytest.mark.parametrize("expression", HABITS)
def test_small_motions_vary_without_a_loop(expression: str) -> None:
    row = small_row(expression, 3)
    assert set(row) == set(habits_of(expression).small)
    assert len(set(row)) >= 5
    assert all(a != b for a, b in pairwise(row))
    assert cycle(row) == 0
    assert longest_echo(row) < _LONGEST_ECHO


def test_there_are_many_small_motions_each_unlike_the_others() -> None:
    assert len(SMALL) >= 10
    named = {name for habits in HABITS.values() for name in habits.small}
    assert named == set(SMALL)

    def film(name: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
        motion = SMALL[name]
        return tuple(sorted(motion.curves)), tuple(
            value for curve in motion.curves.values() for _, value in curve
        )

    assert len({film(name) for name in SMALL}) == len(SMALL)


@pytest.mark.parametrize("name", SMALL)
def test_a_small_motion_begins_and_ends_at_nothing(name: str) -> None:
    for channel, curve in SMALL[name].curves.items():
        assert curve[0] == (0.0, 0.0), channel
        assert curve[-1][1] == 0.0, channel
        assert all(a < b for (a, _), (b, _) in pairwise(curve)), channel
        assert max(abs(value) for _, value in curve) > 0.0, channel


def test_no_two_of_the_same_small_motion_look_alike() -> None:
    small = SmallMotions(Random(1).random)
    habits = HABITS["thinking"]
    peaks: dict[str, set[float]] = {}
    for tick in range(60_000):
        values = small.step(tick / 30, habits, 1.0, free=True)
        if "head_z" in values and small.last == "head_tilt":
            peaks.setdefault("left" if values["head_z"] < 0 else "right", set()).add(
                round(abs(values["head_z"]), 1)
            )
    assert set(peaks) == {"left", "right"}
    assert len(peaks["left"]) > 20


def test_the_same_small_motion_is_now_slower_now_quicker() -> None:
    small = SmallMotions(Random(1).random)
    lengths: list[float] = []
    began_s = 0.0
    for tick in range(60_000):
        was = small.playing
        small.step(tick / 30, HABITS["thinking"], 1.0, free=True)
        if small.playing and not was:
            began_s = tick / 30
        elif was and not small.playing and small.last == "head_tilt":
            lengths.append(tick / 30 - began_s)
    assert max(lengths) > 1.2 * min(lengths)


def test_a_small_motion_lets_go_when_something_happens() -> None:
    her = new(2)
    at_s = 0.0
    while not her._small.playing:
        at_s += 1 / 30
        her.step(at_s, FAR, None)
    her.perform(Perform("listening", "idle"), at_s)
    for _ in range(9):
        at_s += 1 / 30
        her.step(at_s, FAR, None)
    assert not her._small.playing
