from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.commands import Perform
from models.performance import ENOUGH, REACTIONS, Around, Performance, Pose
from models.visemes import Mouth

MOTIONS = frozenset({"TapHead", "TapBody", "Startle", "Shake", "Yawn", "Hop", "Wave"})
OPEN = Mouth(open=0.9, a=1.0)
FAR = Around(cursor_x=9.0, cursor_y=9.0, motion_over=True)
STEP_S = 1 / 60


def new(seed: int = 1) -> Performance:
    return Performance(Random(seed).random, idle_motions=3, motions=MOTIONS)


def run(
    her: Performance, start_s: float, length_s: float, around: Around = FAR, mouth: Mouth | None = None
) -> list[Pose]:
    return [her.step(start_s + i * STEP_S, around, mouth) for i in range(round(length_s / STEP_S))]


def test_same_calls_same_poses() -> None:
    assert run(new(7), 50.0, 20.0) == run(new(7), 50.0, 20.0)
    assert run(new(7), 50.0, 20.0) != run(new(8), 50.0, 20.0)


def test_she_breathes_and_blinks_when_nothing_happens() -> None:
    poses = run(new(), 0.0, 40.0)
    breaths = [pose.breath for pose in poses]
    assert min(breaths) < 0.02
    assert max(breaths) > 0.98
    blinks = sum(a.lids > 0 and b.lids == 0 for a, b in itertools.pairwise(poses))
    assert 5 <= blinks <= 25
    assert poses[-1].lids <= 1.0


def test_blinks_come_twice_in_a_row_now_and_then() -> None:
    poses = run(new(3), 0.0, 300.0)
    shut = [i * STEP_S for i, (a, b) in enumerate(itertools.pairwise(poses)) if a.lids > 0 == b.lids]
    apart = [b - a for a, b in itertools.pairwise(shut)]
    assert any(gap < 0.4 for gap in apart)
    assert all(gap > 0.25 for gap in apart)


def test_she_leaves_blinking_to_motions_that_blink() -> None:
    her = Performance(Random(2).random, idle_motions=3, motions=MOTIONS, motions_blink=True)
    assert all(pose.lids == 1.0 for pose in run(her, 0.0, 30.0, Around()))
    resting = [her.step(30.0 + i * STEP_S, FAR, None) for i in range(3000)]
    assert any(pose.lids == 0.0 for pose in resting)


def test_nothing_jumps() -> None:
    her = new(5)
    poses = run(her, 0.0, 5.0)
    for n, phase in enumerate(("listening", "thinking", "speaking", "idle")):
        her.perform(Perform(phase, "happy"), 5.0 + 5 * n)
        poses += run(her, 5.0 + 5 * n, 5.0, mouth=OPEN if phase == "speaking" else None)
    for one, other in itertools.pairwise(poses):
        for angle in ("head_x", "head_y", "head_z", "body_x", "body_z"):
            assert abs(getattr(one, angle) - getattr(other, angle)) < 2.0, angle
        assert abs(one.speech - other.speech) < 0.4


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
    run(her, 0.1, 1.0, Around(cursor_x=-9.0, cursor_y=0.0, motion_over=True))
    later = run(her, 1.1, 60.0, Around(cursor_x=-9.0, cursor_y=0.0, motion_over=True))
    assert later[30].gaze_x < -0.9
    assert sum(pose.gaze_x < -0.9 for pose in later[600:]) == 0


def test_listening_she_looks_at_the_user_with_ears_up_and_nods() -> None:
    her = new()
    her.perform(Perform("listening", "idle"), 0.0)
    moving_cursor = [Around(cursor_x=0.5 + i % 2, motion_over=True) for i in range(600)]
    poses = [her.step(i * STEP_S, around, None) for i, around in enumerate(moving_cursor)]
    assert all(abs(pose.gaze_x) < 0.1 and abs(pose.gaze_y) < 0.12 for pose in poses)
    assert poses[-1].ears > 0.5
    assert abs(poses[-1].head_z) > 4.0
    nods = [pose.head_y for pose in poses]
    assert min(nods) < -4.0


def test_she_tilts_her_head_either_way() -> None:
    tilts = set()
    for seed in range(12):
        her = new(seed)
        her.perform(Perform("listening", "idle"), 0.0)
        tilts.add(run(her, 0.0, 2.0)[-1].head_z > 0)
    assert tilts == {True, False}


def test_thinking_she_looks_up() -> None:
    her = new()
    her.perform(Perform("thinking", "thinking"), 0.0)
    assert all(pose.gaze_y > 0.3 for pose in run(her, 0.0, 20.0)[60:])


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
    her.perform(Perform("idle", "laughing"), 0.7)
    assert run(her, 0.7, 0.5)[-1].speech == 0.0


def test_loud_sound_moves_her_head() -> None:
    quiet, loud = new(), new()
    for her in (quiet, loud):
        her.perform(Perform("speaking", "idle"), 0.0)
    low = run(quiet, 0.0, 1.0, mouth=Mouth())[-1]
    high = run(loud, 0.0, 1.0, mouth=OPEN)[-1]
    assert high.head_y < low.head_y - 3.0
    assert high.ears > low.ears + 0.1


@pytest.mark.parametrize("area", REACTIONS)
def test_a_touch_is_answered_with_the_best_motion_there_is(area: str) -> None:
    her = new()
    run(her, 0.0, 1.0)
    her.touch(area, 1.0)
    pose = her.step(1.0, FAR, None)
    assert pose.motion == REACTIONS[area][0]
    assert pose.touched
    poorer = Performance(Random(1).random, motions=frozenset({"Tap"}))
    poorer.touch(area, 0.0)
    assert poorer.step(0.0, FAR, None).motion == "Tap"


def test_a_touch_beside_every_area_starts_nothing() -> None:
    her = new()
    her.touch("", 0.0)
    assert her.step(0.0, FAR, None).motion == ""


def test_too_many_touches_are_too_many_and_then_she_forgives() -> None:
    her = new()
    answers = []
    for n in range(ENOUGH + 1):
        her.touch("Head", n * 0.2)
        answers.append(her.step(n * 0.2, Around(), None).motion)
    assert answers == ["TapHead"] * (ENOUGH - 1) + ["Shake", "TapHead"]


def test_slow_touches_are_never_too_many() -> None:
    her = new()
    for n in range(10):
        her.touch("Head", n * 2.0)
        assert her.step(n * 2.0, Around(), None).motion == "TapHead"


def test_an_idle_motion_follows_a_one_shot_at_once_and_a_rest_follows_an_idle_motion() -> None:
    her = new()
    assert her.step(0.0, FAR, None).idle_motion >= 0
    assert her.step(0.1, Around(), None).idle_motion == -1
    her.perform(Perform("idle", "idle", "Wave"), 0.2)
    assert her.step(0.2, Around(), None).motion == "Wave"
    playing = her.step(0.3, Around(), None)
    assert playing.motion == ""
    assert playing.touched
    assert her.step(3.0, FAR, None).idle_motion >= 0
    assert her.step(3.1, Around(), None).moving
    assert her.step(12.0, FAR, None).idle_motion == -1
    rest = [her.step(12.0 + i / 10, FAR, None).idle_motion for i in range(1, 200)]
    started = rest.index(next(n for n in rest if n >= 0))
    assert 4.5 < started / 10 < 15.0


def test_the_next_idle_motion_is_another_one() -> None:
    her = new()
    chosen: list[int] = []
    for i in range(6000):
        pose = her.step(i / 10, FAR, None)
        if pose.idle_motion >= 0:
            chosen.append(pose.idle_motion)
    assert set(chosen) == {0, 1, 2}
    assert all(a != b for a, b in itertools.pairwise(chosen))


@pytest.mark.parametrize("idle_motions", [0, 1])
def test_models_with_few_motions(idle_motions: int) -> None:
    her = Performance(Random(1).random, idle_motions=idle_motions)
    chosen = {her.step(i / 10, FAR, None).idle_motion for i in range(600)}
    assert chosen == {-1, 0} if idle_motions else chosen == {-1}


def test_a_motion_the_model_lacks_is_not_asked_of_it() -> None:
    her = new()
    her.perform(Perform("idle", "idle", "Backflip"), 0.0)
    assert her.step(0.0, FAR, None).motion == ""


def test_left_alone_for_long_she_fidgets_in_keeping_with_her_face() -> None:
    for expression, fidget in (("sleepy", "Yawn"), ("happy", "Hop"), ("angry", "")):
        her = new()
        her.perform(Perform("idle", expression), 0.0)
        motions = {her.step(i / 10, FAR, None).motion for i in range(3000)}
        assert motions == {"", fidget}, expression


def test_rest_is_still_and_everything_else_is_not() -> None:
    her = new()
    her.step(0.0, FAR, None)
    resting = [pose for pose in (her.step(i / 10, FAR, None) for i in range(1, 1200)) if not pose.moving]
    assert len(resting) > 300
    assert all(pose.lids == 1.0 and not pose.touched for pose in resting)
    her.perform(Perform("idle", "sad"), 120.0)
    assert her.step(120.05, FAR, None).moving  # the face changes


def test_held_she_swings_behind_the_hand_and_counts_as_touched() -> None:
    her = new()
    run(her, 0.0, 0.5)
    pose = run(her, 0.5, 0.4, Around(held=True, drag_x=2.0, motion_over=True))[-1]
    assert pose.touched
    assert pose.body_z < -2.0
    assert pose.head_z < -5.0
    after = run(her, 0.9, 1.0)
    assert after[0].touched
    assert abs(after[-1].body_z) < 2.0


def test_an_unknown_phase_is_idle() -> None:
    one, other = new(4), new(4)
    one.perform(Perform("juggling", "idle"), 0.0)
    assert run(one, 0.0, 1.0) == run(other, 0.0, 1.0)


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
        her.perform(Perform(phases[n % len(phases)], chance.choice(["idle", "sad"])), now_s)
        around = Around(chance.uniform(-99, 99), chance.uniform(-99, 99), chance.random() < 0.3, 50.0, -50.0)
        pose = her.step(now_s, around, OPEN if chance.random() < 0.5 else None)
        assert -1.0 <= pose.gaze_x <= 1.0
        assert -1.0 <= pose.gaze_y <= 1.0
        assert 0.0 <= pose.lids <= 1.0
        assert 0.0 <= pose.breath <= 1.0
        assert 0.0 <= pose.speech <= 1.0
        assert max(abs(pose.head_x), abs(pose.head_y), abs(pose.head_z)) < 45.0
