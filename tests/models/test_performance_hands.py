from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

import pytest

from models.commands import Perform
from models.performance import Around, Performance, Pose
from models.performance.cursor import STROKES, kind_of
from models.performance.hands import ENOUGH, REACTIONS
from tests.models.acting import FAR, jumps, new, paced, run


def moved(her: Performance, start_s: float, length_s: float, around: Callable[[float], Around]) -> list[Pose]:
    """Poses at 60 Hz; `around` gets the time since the start."""
    return [her.step(start_s + i / 60, around(i / 60), None) for i in range(round(length_s * 60))]


def stroking(since_s: float, over: str = "Head") -> Around:
    return Around(0.12 * sin(5.0 * since_s), 0.15, motion_over=True, over=over)


def circling(since_s: float) -> Around:
    return Around(0.5 * cos(2 * pi * 1.2 * since_s), 0.5 * sin(2 * pi * 1.2 * since_s), motion_over=True)


def shaking(since_s: float) -> Around:
    return Around(held=True, drag_x=2.5 * sin(2 * pi * 2.0 * since_s), motion_over=True)


@pytest.mark.parametrize("area", REACTIONS)
def test_a_touch_is_answered_with_the_best_motion_there_is(area: str) -> None:
    answers = set()
    for seed in range(10):
        her = new(seed)
        run(her, 0.0, 1.0)
        her.touch(area, 1.0)
        pose = her.step(1.0, FAR, None)
        assert pose.touched
        answers.add(pose.motion)
    assert answers == set(REACTIONS[area][0])
    poorer = Performance(Random(1).random, motions=frozenset({"Tap"}))
    poorer.touch(area, 0.0)
    assert poorer.step(0.0, FAR, None).motion == "Tap"


def test_answers_to_touches_take_turns() -> None:
    her = new()
    answers = []
    for n in range(6):
        her.touch("Body", 4.0 * n)
        answers.append(her.step(4.0 * n, FAR, None).motion)
    assert answers[::2] == [answers[0]] * 3
    assert {*answers} == {"TapBody", "Giggle"}


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        ("", ""),
        ("Head", "Head"),
        ("HitAreaHead", "Head"),
        ("tail_2", "Tail"),
        ("Body", "Body"),
        ("Skirt", "Body"),
    ],
)
def test_hit_areas_of_other_models_are_understood(area: str, kind: str) -> None:
    assert kind_of(area) == kind


def test_a_touch_beside_every_area_starts_nothing() -> None:
    her = new()
    her.touch("", 0.0)
    assert her.step(0.0, FAR, None).motion == ""


def test_too_many_touches_are_too_many_and_then_she_forgives() -> None:
    her = new()
    answers = []
    for n in range(ENOUGH + 1):
        her.touch("Tail", n * 0.2)
        answers.append(her.step(n * 0.2, Around(), None).motion)
    assert answers == ["Startle"] * (ENOUGH - 1) + ["Shake", "Startle"]


def test_a_model_that_lacks_some_answers_gives_those_it_has() -> None:
    her = Performance(Random(1).random, motions=frozenset({"TapBody", "Land"}))
    answers = []
    for n in range(ENOUGH):
        her.touch("Body", n * 0.2)
        answers.append(her.step(n * 0.2, Around(), None).motion)
    assert answers == ["TapBody"] * ENOUGH
    carried = [her.step(9.0 + n / 60, Around(held=n < 60), None).motion for n in range(120)]
    assert [motion for motion in carried if motion] == ["Land"]


def test_slow_touches_are_never_too_many() -> None:
    her = new()
    for n in range(10):
        her.touch("Tail", n * 2.0)
        assert her.step(n * 2.0, Around(), None).motion == "Startle"


def test_a_cursor_that_comes_close_perks_her_up_once_in_a_while() -> None:
    her = new()
    run(her, 0.0, 1.0)
    coming = moved(her, 1.0, 1.5, lambda s: Around(max(2.0 - 2.5 * s, 0.3), 0.1, motion_over=True))
    assert max(pose.ear_l for pose in coming) > 0.6
    assert coming[-1].gaze_x > 0.3
    away = moved(her, 2.5, 1.0, lambda s: Around(0.3 + 2.0 * s, 0.1, motion_over=True))
    assert away[-1].ear_l < 0.1
    again = moved(her, 3.5, 1.5, lambda s: Around(max(2.0 - 2.5 * s, 0.3), 0.1, motion_over=True))
    assert max(pose.ear_l for pose in again) < 0.3


def test_a_cursor_that_has_been_close_all_the_time_does_not() -> None:
    her = new()
    near = moved(her, 0.0, 6.0, lambda s: Around(0.3 + 0.02 * (int(s * 4) % 2), 0.1, motion_over=True))
    assert max(pose.ear_l for pose in near) < 0.3


def test_a_cursor_that_runs_rings_round_her_makes_her_dizzy() -> None:
    her = new()
    run(her, 0.0, 1.0)
    poses = moved(her, 1.0, 3.5, circling)
    assert max(abs(pose.head_z) for pose in poses[:60]) < 6.0
    assert max(abs(pose.head_z) for pose in poses[150:]) > 8.0
    assert min(pose.lids for pose in poses[-20:]) < 0.8
    after = run(her, 4.5, 10.0, circling(3.5))
    assert max(abs(pose.head_z) for pose in after[-120:]) < 6.0


def test_a_cursor_that_only_passes_by_does_not() -> None:
    her = new()
    poses = moved(her, 0.0, 4.0, lambda s: Around(0.5 * cos(6.0 * s), 0.4, motion_over=True))
    assert max(abs(pose.head_z) for pose in poses) < 6.0


def test_a_hand_that_strokes_her_head_is_felt_answered_and_enjoyed() -> None:
    her = new()
    run(her, 0.0, 1.0)
    poses = moved(her, 1.0, 6.5, stroking)
    felt = [i for i, pose in enumerate(poses) if pose.petted]
    assert len(felt) == 2
    assert felt[0] > STROKES / 5.0 * pi * 60 - 60
    assert felt[1] - felt[0] >= 3.0 * 60
    assert poses[felt[0]].motion == "Pat"
    assert poses[-1].lids < 0.4
    assert poses[-1].ear_l < -0.2
    assert poses[-1].touched
    after = run(her, 7.5, 4.0, Around(0.1, 0.15, motion_over=True, over="Head"))
    assert max(pose.lids for pose in after[-60:]) > 0.95
    assert not after[-1].touched


@pytest.mark.parametrize("over", ["", "Body"])
def test_only_her_head_is_stroked(over: str) -> None:
    her = new()
    assert not any(pose.petted for pose in moved(her, 0.0, 6.0, lambda s: stroking(s, over)))


def test_a_cursor_that_rests_on_her_head_or_crosses_it_is_no_hand() -> None:
    her = new()
    resting = Around(0.05, 0.1, motion_over=True, over="Head")
    assert not any(pose.petted for pose in run(her, 0.0, 10.0, resting))
    crossing = moved(her, 10.0, 6.0, lambda s: Around(-0.3 + 0.1 * s, 0.1, motion_over=True, over="Head"))
    assert not any(pose.petted for pose in crossing)


def test_carried_she_dangles_looks_at_the_hand_and_lands() -> None:
    her = new()
    her.perform(Perform("speaking", "idle"), 0.0)
    run(her, 0.0, 0.5)
    hand = Around(0.1, 0.3, held=True, drag_x=2.0, motion_over=False)
    carried = run(her, 0.5, 1.0, hand)
    assert carried[0].motion == "Swing"
    assert all(pose.motion == "" for pose in carried[1:])
    assert carried[-1].touched
    assert min(pose.body_z for pose in carried) < -4.0
    assert min(pose.head_z for pose in carried) < -8.0
    assert carried[-1].gaze_y > 0.3
    again = her.step(1.6, Around(0.1, 0.3, held=True, motion_over=True), None)
    assert again.motion == "Swing"
    still = run(her, 1.6, 4.0, Around(0.1, 0.3, held=True))
    assert abs(still[-1].body_z) < 1.5
    dropped = run(her, 5.6, 3.5, Around(0.1, 0.3))
    assert dropped[0].motion == "Land"
    turned = [pose.head_x for pose in dropped[57:130]]
    assert max(turned) - min(turned) > 8.0
    rest = [pose.head_x for pose in dropped[-30:]]
    assert max(rest) - min(rest) < 4.0


def test_a_shaken_one_is_dizzy_for_a_while() -> None:
    her = new()
    run(her, 0.0, 0.5)
    moved(her, 0.5, 2.5, shaking)
    let_go = run(her, 3.0, 8.0)
    assert max(abs(pose.head_y) for pose in let_go[60:150]) > 2.5
    assert min(pose.lids for pose in let_go[100:140]) < 0.8
    calm = let_go[-60:]
    assert max(pose.head_z for pose in calm) - min(pose.head_z for pose in calm) < 3.0


def test_a_gently_carried_one_is_not() -> None:
    her = new()
    moved(her, 0.0, 3.0, lambda s: Around(held=True, drag_x=0.6 * sin(9.0 * s), motion_over=True))
    assert her._hands.carried.dizzy == 0.0


@pytest.mark.parametrize("way", [stroking, circling, shaking])
def test_nothing_hands_do_makes_her_jump(way: Callable[[float], Around]) -> None:
    her = new(4)
    poses = [pose for _, pose in paced(her, 0.0, 8.0, lambda s: way(s) if 1.0 < s < 5.0 else FAR)]
    assert jumps(poses) == {}
