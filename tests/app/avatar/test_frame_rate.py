from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.avatar.frame_rate import GENTLE_HZ, LIVELY_HZ, QUIET_HZ, next_due, sooner_due, wanted_hz
from models.commands import Perform
from models.performance import Around, Performance, Pose

STILL = Pose()


def test_the_more_happens_the_more_frames() -> None:
    assert wanted_hz(STILL, visible=True) == QUIET_HZ == 10
    assert wanted_hz(replace(STILL, moving=True), visible=True) == GENTLE_HZ == 24
    assert wanted_hz(replace(STILL, touched=True), visible=True) == LIVELY_HZ == 60
    assert wanted_hz(replace(STILL, easing=True), visible=True) == LIVELY_HZ
    assert wanted_hz(replace(STILL, speech=0.1), visible=True) == LIVELY_HZ
    assert wanted_hz(STILL, visible=True, expecting=True) == LIVELY_HZ


def test_unseen_nothing_is_drawn() -> None:
    assert wanted_hz(Pose(speech=1.0, moving=True, touched=True), visible=False, expecting=True) == 0


def test_the_schedule_does_not_drift() -> None:
    due_s, now_s = 0.0, 0.0
    for _ in range(600):
        now_s = due_s + 0.004  # every frame is four milliseconds late and takes its time
        due_s = next_due(due_s, now_s, 60)
    assert abs(due_s - 10.0) < 1e-6


def test_missed_frames_are_dropped() -> None:
    assert next_due(1.0, 1.5, 60) == 1.5
    assert next_due(next_due(1.0, 1.5, 60), 1.501, 60) == 1.5 + 1 / 60


@given(
    lateness=st.lists(st.floats(0.0, 0.3), min_size=1, max_size=200),
    hz=st.sampled_from([QUIET_HZ, GENTLE_HZ, LIVELY_HZ]),
)
def test_the_cap_holds_however_late_frames_are(lateness: list[float], hz: int) -> None:
    due_s = 0.0
    for n, late_s in enumerate(lateness):
        now_s = due_s + late_s
        assert n <= hz * now_s + 1e-6
        due_s = next_due(due_s, now_s, hz)


def test_a_faster_rate_pulls_the_next_frame_nearer_but_never_before_its_period() -> None:
    assert sooner_due(10.1, 10.0, 60) == 10.0 + 1 / 60
    assert sooner_due(10.01, 10.0, 60) == 10.01


@pytest.mark.parametrize(("energy", "most"), [(0.0, 17.0), (0.5, 18.5), (1.0, 22.0)])
@pytest.mark.parametrize("expression", ["idle", "happy", "sleepy"])
def test_left_alone_she_is_worth_few_frames_over_the_minutes(
    expression: str, energy: float, most: float
) -> None:
    """Twenty minutes at the rates she would be drawn at, her idle motions and fidgets as long as hers really are."""
    idle = {"Idle": 12, "IdleHappy": 2, "IdleSleepy": 2}
    her = Performance(Random(3).random, idle=idle, motions=frozenset({"Yawn", "Hop", "Wave"}))
    her.perform(Perform("idle", expression, energy=energy), 0.0)
    frames, at_s, over_s = 0, 0.0, 0.0
    while at_s < 1200.0:
        pose = her.step(at_s, Around(9.0, 9.0, motion_over=at_s >= over_s), None)
        if pose.motion or pose.idle_motion >= 0:
            over_s = at_s + (3.0 if pose.motion else 6.0)
        frames += 1
        at_s += 1.0 / wanted_hz(pose, visible=True)
    assert frames / at_s < most
