"""The pure deformations, without a renderer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from assets.avatar.source.deform import body, eye, head, mouth, tail
from assets.avatar.source.deform.basics import Points, rotated, scaled, smooth
from assets.avatar.source.rig import assemble

GRID: Points = np.array(
    [(x, y) for x in range(100, 1400, 130) for y in range(100, 1900, 120)], dtype=np.float64
)
FACE: Points = np.array(
    [(x, y) for x in range(380, 1080, 50) for y in range(500, 1080, 50)], dtype=np.float64
)


def test_rotation_turns_clockwise_on_screen() -> None:
    assert rotated(np.array([[10.0, 0.0]]), (0, 0), 90) == pytest.approx(np.array([[0.0, 10.0]]))
    assert scaled(np.array([[3.0, 4.0]]), (1, 2), 2) == pytest.approx(np.array([[5.0, 6.0]]))
    assert smooth(np.array([0.0, 5.0, 10.0]), 10, 0) == pytest.approx(np.array([1.0, 0.5, 0.0]))


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        (body.hop, {"Hop": 0}),
        (body.lean, {"BodyAngleX": 0, "BodyAngleY": 0, "BodyAngleZ": 0}),
        (body.breathe, {"Breath": 0}),
        (head.face_turn, {"AngleX": 0, "AngleY": 0}),
        (tail.swish, {"Tail1": 0, "Tail2": 0, "Tail3": 0}),
        (tail.carry, {"TailUp": 0, "TailPuff": 0}),
        (mouth.twist, {"MouthSkew": 0, "CatMouth": 0, "MouthSize": 0}),
        (body.legs, {"Legs": 0, "LegKick": 0}),
        (head.puff, {"CheekPuff": 0}),
    ],
)
def test_rest_changes_nothing(shape: Callable[..., Points], values: dict[str, float]) -> None:
    points = tail.SPINE if shape in (tail.swish, tail.carry) else GRID
    assert shape(points.copy(), values) == pytest.approx(points)


def test_feet_stay_planted_under_a_lean() -> None:
    soles = np.array([[600.0, 1930.0], [840.0, 1930.0]])
    leaned = body.lean(soles, {"BodyAngleX": 10, "BodyAngleY": 10, "BodyAngleZ": 10})
    assert np.abs(leaned - soles).max() < 3


def test_a_jump_lifts_and_a_crouch_keeps_the_ground() -> None:
    sole = np.array([[720.0, body.GROUND_Y]])
    assert body.hop(sole, {"Hop": 1})[0, 1] < body.GROUND_Y - 100
    assert body.hop(sole, {"Hop": -1})[0, 1] == pytest.approx(body.GROUND_Y)


def test_turning_mirrors() -> None:
    flipped = np.stack([1440 - FACE[:, 0], FACE[:, 1]], axis=1)
    right = head.face_turn(FACE, {"AngleX": 30, "AngleY": 10})
    left = head.face_turn(flipped, {"AngleX": -30, "AngleY": 10})
    assert np.stack([1440 - left[:, 0], left[:, 1]], axis=1) == pytest.approx(right)


def test_features_move_further_than_the_silhouette_and_the_chin_leads() -> None:
    turn = {"AngleX": 30.0, "AngleY": 0.0}
    nose = head.shell_turn(np.array([[720.0, 918.0]]), turn, depth=188, keep_x=0, keep_y=0)
    chin, edge = head.face_turn(np.array([[720.0, 1085.0], [1068.0, 800.0]]), turn)
    assert nose[0, 0] - 720 > chin[0] - 720 > 30
    assert edge[0] < 1068


def test_swinging_grows_downward() -> None:
    hair = np.array([[720.0, 640.0], [720.0, 900.0], [720.0, 1110.0]])
    swung = body.sway(hair, {"HairSide": 1}, param="HairSide", reach=50, top=640, bottom=1110) - hair
    assert swung[0, 0] == pytest.approx(0)
    assert 0 < swung[1, 0] < swung[2, 0] == pytest.approx(50)


def test_the_tail_keeps_its_root_and_its_width() -> None:
    curled = tail.bend(tail.SPINE, 6, 11, 18)
    assert np.abs(curled[0] - tail.SPINE[0]).max() < 8
    lengths = [np.hypot(*np.diff(spine, axis=0).T).sum() for spine in (tail.SPINE, curled)]
    assert lengths[1] == pytest.approx(lengths[0], rel=0.02)


@pytest.mark.parametrize("tilt", [-1.0, 0.0, 1.0])
@pytest.mark.parametrize("smile", [0.0, 1.0])
def test_lids_never_cross_and_meet_when_shut(smile: float, tilt: float) -> None:
    lines = assemble.eye_lines()
    x = np.linspace(*lines.ends, 40)
    gaps = []
    for openness in (0.0, 0.5, 1.0, 1.3):
        upper, lower = eye.lids(x, (openness, smile, tilt), lines)
        assert (upper <= lower + 1e-9).all()
        gaps.append(float((lower - upper).max()))
    assert gaps[0] == pytest.approx(0)
    assert gaps[0] < gaps[1] < gaps[2] < gaps[3]


def test_an_angry_lid_falls_inside_and_a_sad_one_outside() -> None:
    lines = assemble.eye_lines()
    inner_outer = np.array([-50.0, 60.0])
    rest, _ = eye.lids(inner_outer, (1.0, 0.0, 0.0), lines)
    angry, _ = eye.lids(inner_outer, (1.0, 0.0, -1.0), lines)
    sad, _ = eye.lids(inner_outer, (1.0, 0.0, 1.0), lines)
    assert angry[0] - rest[0] > 20 > angry[1] - rest[1]
    assert sad[1] - rest[1] > 20 > sad[0] - rest[0]


def mouths() -> mouth.Mouths:
    found: mouth.Mouths = assemble.context()["mouths"]
    return found


@pytest.mark.parametrize("form", [-1.0, 0.0, 0.5, 1.0])
def test_a_mouth_without_opening_or_vowel_is_shut(form: float) -> None:
    assert mouths().at({"MouthOpenY": 0, "MouthForm": form}).depth == pytest.approx(0)


def test_vowels_have_their_own_shapes_and_mix() -> None:
    a, i, u, o = (mouths().at({vowel: 1.0}) for vowel in "AIUO")
    assert a.depth * a.width > o.depth * o.width > u.depth * u.width
    assert o.depth > i.depth
    assert u.width < o.width < a.width
    both = mouths().at({"A": 1.0, "U": 1.0})
    assert both.width == pytest.approx((a.width + u.width) / 2)


def test_a_brow_drives_its_inner_end_down_in_anger() -> None:
    ends = np.array([[500.0, 658.0], [590.0, 658.0]])
    names = {"height": "Y", "angle": "A", "form": "F"}
    angry = head.brow(ends, {"Y": 0, "A": -1, "F": 0}, side=-1, centre=(545, 658), **names)
    assert angry[1, 1] > angry[0, 1] + 20


def test_an_emblem_starts_small_and_lands_at_its_size() -> None:
    corner = np.array([[110.0, 100.0]])
    sizes = [
        body.pop(corner, {"Heart": key}, param="Heart", centre=(100, 100))[0, 0] - 100
        for key in (0, 0.15, 0.6, 1)
    ]
    assert sizes[0] < sizes[1] < sizes[3] < sizes[2]
    assert sizes[3] == pytest.approx(10)
