from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from models.commands import Perform
from models.performance import Around, Performance, Pose
from tests.models.acting import FAR, IDLE, MOTIONS, STEP_S, new, run


def shut_at(poses: list[Pose]) -> list[float]:
    """When the eyes were shut, in seconds after the first pose."""
    return [i * STEP_S for i, (a, b) in enumerate(pairwise(poses)) if a.lids > 0 == b.lids]


def worn(expression: str, energy: float, seconds: float, seed: int = 5) -> list[Pose]:
    her = Performance(
        Random(seed).random
    )  # without motions of a model nothing but blinks moves the lids for long
    her.perform(Perform("speaking", expression, energy=energy), 0.0)
    return run(her, 0.0, seconds)[60:]


def test_she_blinks_when_nothing_happens_now_and_then_twice_in_a_row() -> None:
    shut = shut_at(run(new(3), 0.0, 300.0))
    assert 40 <= len(shut) <= 180
    apart = [b - a for a, b in pairwise(shut)]
    assert any(gap < 0.45 for gap in apart)
    assert all(gap > 0.2 for gap in apart)
    assert len({round(gap, 1) for gap in apart}) > 15


def test_she_leaves_blinking_to_motions_that_blink() -> None:
    her = Performance(Random(2).random, idle=IDLE, motions=MOTIONS, blinking=frozenset({"Idle"}))
    assert her.step(0.0, FAR, None).idle_group == "Idle"
    assert all(pose.lids == 1.0 for pose in run(her, 0.0, 30.0, Around()))
    resting = [her.step(30.0 + i * STEP_S, FAR, None) for i in range(3000)]
    assert any(pose.lids == 0.0 for pose in resting)


def test_she_blinks_through_motions_that_do_not() -> None:
    her = Performance(Random(2).random, idle=IDLE, motions=MOTIONS, blinking=frozenset({"Yawn"}))
    assert len(shut_at(run(her, 0.0, 30.0, Around()))) >= 4


def test_a_change_of_face_hides_in_a_blink() -> None:
    her = new()
    run(her, 0.0, 0.5)
    her.perform(Perform("idle", "sad"), 0.5)
    lids = [pose.lids for pose in run(her, 0.5, 0.5)]
    assert lids[0] == 1.0
    assert 0.0 in lids[:9]
    assert lids[-1] == 1.0


def test_changes_in_a_hurry_do_not_make_the_lids_flutter() -> None:
    her = new()
    run(her, 0.0, 0.5)
    lids = []
    for n in range(5):
        her.perform(Perform("idle", ("sad", "happy")[n % 2]), 0.5 + 0.1 * n)
        lids += [pose.lids for pose in run(her, 0.5 + 0.1 * n, 0.1)]
    assert max(abs(a - b) for a, b in pairwise(lids)) < 0.4
    openings = sum(b > a >= 0.0 and a == 0.0 for a, b in pairwise(lids))
    assert openings <= 1


@pytest.mark.parametrize(("slow", "quick"), [("sleepy", "excited"), ("love", "idle")])
def test_a_blink_is_as_slow_as_she_feels(slow: str, quick: str) -> None:
    def share_shut(expression: str) -> float:
        poses = worn(expression, 0.5, 120.0)
        return sum(pose.lids < 1.0 for pose in poses) / max(1, len(shut_at(poses)))

    assert share_shut(slow) > 1.35 * share_shut(quick)


def test_she_blinks_more_often_when_excited() -> None:
    excited, idle = (len(shut_at(worn(*feeling, 300.0))) for feeling in (("excited", 1.0), ("idle", 0.5)))
    assert excited > 1.4 * idle
