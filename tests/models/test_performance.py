from __future__ import annotations

from itertools import pairwise
from math import sin
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.commands import Perform
from models.expression import Expression
from models.performance import Around, Performance
from models.visemes import Mouth
from tests.models.acting import FAR, OPEN, STEPS, jumps, new, paced, run


def test_same_calls_same_poses() -> None:
    assert run(new(7), 50.0, 20.0) == run(new(7), 50.0, 20.0)
    assert run(new(7), 50.0, 20.0) != run(new(8), 50.0, 20.0)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_jumps_whatever_comes_at_whatever_rate_it_is_drawn(seed: int) -> None:
    her, chance = new(seed), Random(seed)
    poses, at_s = [], 0.0
    for _ in range(30):
        phase = chance.choice(["idle", "idle", "listening", "thinking", "speaking"])
        her.perform(Perform(phase, chance.choice(list(Expression)), energy=chance.random()), at_s)
        cursor = chance.choice([FAR, Around(0.2, 0.1, motion_over=True), Around(-0.5, 0.5, motion_over=True)])
        frames = paced(
            her,
            at_s + 0.004,
            chance.choice([0.1, 0.2, 2.0, 15.0, 40.0]),
            lambda _, cursor=cursor: cursor,  # type: ignore[misc]  # a default binds the loop's value
            (lambda s: Mouth(open=0.5 + 0.5 * sin(9.0 * s))) if phase == "speaking" else lambda _: None,
        )
        poses += [pose for _, pose in frames]
        at_s = frames[-1][0] + 0.005
    assert jumps(poses) == {}


def test_a_rest_at_ten_frames_a_second_ends_without_a_jump() -> None:
    """What begins after a still frame begins from there: the tenth of a second before is not caught up on."""
    her = new(3)
    frames = paced(her, 0.0, 60.0)
    began = [i for i in range(1, len(frames)) if frames[i][1].moving and not frames[i - 1][1].moving]
    assert len(began) > 5
    for i in began:
        assert abs(frames[i][1].head_x - frames[i - 1][1].head_x) < 2.0
        assert frames[i - 1][1].lids - frames[i][1].lids == pytest.approx(0.0)


def test_eyes_follow_a_cursor_that_moves_near_her() -> None:
    her = new()
    run(her, 0.0, 0.1)
    near = Around(cursor_x=-0.6, cursor_y=0.5, motion_over=True)
    pose = run(her, 0.1, 1.0, near)[-1]
    assert pose.gaze_x < -0.5
    assert pose.gaze_y > 0.4
    assert pose.head_x < -5.0


def test_a_far_cursor_that_rests_is_forgotten() -> None:
    her = new()
    run(her, 0.0, 0.1)
    later = run(her, 0.1, 61.0, Around(cursor_x=-9.0, cursor_y=0.0, motion_over=True))
    assert later[90].gaze_x < -0.9
    assert sum(pose.gaze_x < -0.9 for pose in later[660:]) == 0


def test_listening_she_looks_at_the_user_with_ears_up_and_nods() -> None:
    her = new()
    her.perform(Perform("listening", "idle"), 0.0)
    moving_cursor = [Around(cursor_x=0.5 + i % 2, motion_over=True) for i in range(600)]
    poses = [her.step(i / 60, around, None) for i, around in enumerate(moving_cursor)]
    assert all(abs(pose.gaze_x) < 0.1 and abs(pose.gaze_y) < 0.12 for pose in poses)
    assert poses[-1].ear_l > 0.5
    assert abs(poses[-1].head_z) > 4.0
    assert min(pose.head_y for pose in poses) < -4.0


def test_she_tilts_her_head_either_way() -> None:
    tilts = set()
    for seed in range(12):
        her = new(seed)
        her.perform(Perform("listening", "idle"), 0.0)
        tilts.add(run(her, 0.0, 2.0)[-1].head_z > 0)
    assert tilts == {True, False}


def test_thinking_she_looks_up_to_either_side() -> None:
    her = new()
    her.perform(Perform("thinking", "thinking"), 0.0)
    poses = run(her, 0.0, 30.0)[60:]
    assert all(pose.gaze_y > 0.3 for pose in poses)
    assert min(pose.gaze_x for pose in poses) < -0.4
    assert max(pose.gaze_x for pose in poses) > 0.4


def test_speaking_she_looks_at_the_user_most_of_the_time_and_aside_at_times() -> None:
    her = new()
    her.perform(Perform("speaking", "idle"), 0.0)
    gazes = [abs(pose.gaze_x) for pose in run(her, 0.0, 60.0, mouth=OPEN)]
    assert 0.02 < sum(gaze > 0.2 for gaze in gazes) / len(gazes) < 0.4


def test_the_mouth_is_the_sounds_while_it_sounds_and_closed_in_pauses() -> None:
    her = new()
    her.perform(Perform("speaking", "laughing"), 0.0)
    assert her.step(0.0, FAR, None).speech == 0.0  # not before the first sound
    talking = run(her, 0.0, 0.2, mouth=OPEN)[-1]
    assert talking.mouth == OPEN
    assert talking.speech == 1.0
    pause = run(her, 0.2, 0.5)[-1]
    assert pause.mouth == Mouth()
    assert pause.speech == 1.0


def test_the_face_gets_its_mouth_back_gently() -> None:
    her = new()
    her.perform(Perform("speaking", "laughing"), 0.0)
    run(her, 0.0, 1.0, mouth=OPEN)
    her.perform(Perform("idle", "laughing"), 1.0)
    shares = [pose.speech for pose in run(her, 1.0, 0.5)]
    assert shares[0] > 0.95
    assert shares[-1] == 0.0
    assert max(a - b for a, b in pairwise(shares)) < 0.12


def test_loud_sound_moves_her_head() -> None:
    quiet, loud = new(), new()
    for her in (quiet, loud):
        her.perform(Perform("speaking", "idle"), 0.0)
    low = run(quiet, 0.0, 1.0, mouth=Mouth())[-1]
    high = run(loud, 0.0, 1.0, mouth=OPEN)[-1]
    assert high.head_y < low.head_y - 3.0
    assert high.ear_r > low.ear_r + 0.1


def test_she_nods_to_what_she_stresses_more_when_lively() -> None:
    def deepest(energy: float) -> float:
        her = new(2)
        her.perform(Perform("speaking", "idle", energy=energy), 0.0)
        beats = [Mouth(open=0.95 if i % 60 < 15 else 0.1) for i in range(600)]
        return sum(her.step(i / 60, FAR, mouth).head_y for i, mouth in enumerate(beats)) / 600

    def flat(energy: float) -> float:
        her = new(2)
        her.perform(Perform("speaking", "idle", energy=energy), 0.0)
        return sum(her.step(i / 60, FAR, Mouth(open=0.3125)).head_y for i in range(600)) / 600

    assert deepest(1.0) < deepest(0.0) - 0.15
    assert deepest(0.5) < flat(0.5) - 0.25


def test_breath_is_deeper_when_sleepy_quicker_when_lively_and_shallow_while_talking() -> None:
    def breaths(expression: str, energy: float, *, talking: bool = False) -> tuple[float, int]:
        her = new()
        her.perform(Perform("speaking" if talking else "idle", expression, energy=energy), 0.0)
        chest = [pose.breath for pose in run(her, 0.0, 60.0, mouth=Mouth() if talking else None)][600:]
        assert min(chest) < 0.05
        turns = [i for i in range(1, len(chest) - 1) if chest[i - 1] < chest[i] >= chest[i + 1] > 0.4]
        return max(chest), len(turns)

    assert breaths("sleepy", 0.1)[0] > 0.95
    assert breaths("sleepy", 0.1)[1] < breaths("idle", 0.5)[1] < breaths("excited", 1.0)[1]
    assert breaths("idle", 0.5, talking=True)[0] < 0.6


def test_she_sways_further_when_lively_but_not_at_once() -> None:
    def leaned(energy: float) -> list[float]:
        her = new()
        her.perform(Perform("listening", "idle", energy=energy), 0.0)
        return [pose.body_z for pose in run(her, 0.0, 60.0)]

    calm, lively = leaned(0.0), leaned(1.0)
    assert calm[0] == lively[0]
    assert max(lively[600:]) > 1.8 * max(calm[600:])


def test_a_motion_the_model_lacks_is_not_asked_of_it() -> None:
    her = new()
    her.perform(Perform("idle", "idle", "Backflip"), 0.0)
    assert her.step(0.0, FAR, None).motion == ""


def test_rest_is_still_and_everything_else_is_not() -> None:
    her = new()
    her.step(0.0, FAR, None)
    resting = [pose for pose in (her.step(i / 10, FAR, None) for i in range(1, 1200)) if not pose.moving]
    assert len(resting) > 300
    assert all(pose.lids == 1.0 and not pose.touched and not pose.easing for pose in resting)
    her.perform(Perform("idle", "sad"), 120.0)
    changing = her.step(120.05, FAR, None)
    assert changing.moving
    assert changing.easing


def test_an_unknown_phase_or_face_is_a_plain_one() -> None:
    one, other = new(4), new(4)
    one.perform(Perform("juggling", "idle"), 0.0)
    assert run(one, 0.0, 1.0) == run(other, 0.0, 1.0)
    one.perform(Perform("idle", "bewildered"), 1.0)
    assert run(one, 1.0, 1.0)[-1].expression == "bewildered"


def test_a_model_that_can_do_nothing_is_asked_for_nothing() -> None:
    her = Performance(Random(1).random)
    her.touch("Head", 0.0)
    poses = run(her, 0.0, 200.0)
    assert {(pose.motion, pose.idle_motion) for pose in poses} == {("", -1)}


@settings(max_examples=40, deadline=None)
@given(
    times=st.lists(st.floats(-5.0, 60.0, allow_nan=False), min_size=1, max_size=60),
    phases=st.lists(st.sampled_from(["idle", "listening", "thinking", "speaking", "?"]), min_size=1),
    seed=st.integers(0, 1000),
)
def test_any_clock_and_any_order_give_poses_a_body_can_take(
    times: list[float], phases: list[str], seed: int
) -> None:
    her, chance = new(seed), Random(seed)
    now_s = 0.0
    for n, step_s in enumerate(times):
        now_s += step_s
        face = chance.choice([*Expression, "?"])
        her.perform(Perform(phases[n % len(phases)], face, energy=chance.uniform(-2.0, 3.0)), now_s)
        around = Around(
            chance.uniform(-99, 99),
            chance.uniform(-99, 99),
            chance.random() < 0.3,
            50.0,
            -50.0,
            over=chance.choice(["", "Head", "HitAreaBody"]),
        )
        if chance.random() < 0.2:
            her.touch(chance.choice(["", "Head", "Body", "Tail", "?"]), now_s)
        pose = her.step(now_s, around, OPEN if chance.random() < 0.5 else None)
        for channel in ("gaze_x", "gaze_y", "tail", "hop"):
            assert -1.0 <= getattr(pose, channel) <= 1.0
        for channel in ("lids", "breath", "speech"):
            assert 0.0 <= getattr(pose, channel) <= 1.0
        assert max(abs(getattr(pose, channel)) for channel in STEPS) < 60.0
