from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.avatar.faces import Faces, read_faces

IDS = {
    "ParamBrow": 0,
    "ParamMouth": 1,
    "ParamEyeLOpen": 2,
    "ParamEyeBallX": 3,
    "PARAM_EYE_BALL_X": 4,
    "ParamSpare": 5,
}
BROW, MOUTH, EYE, GAZE, OLD_GAZE, SPARE = range(6)
FRAME_S = 1 / 60


class Body:
    """Parameters at rest before every frame, as a model's are."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.rest = [0.0, 0.0, 1.0, 0.0, 0.0, 0.5]
        self.values = list(self.rest)

    def step(self, name: str, dt_s: float = FRAME_S, lids: float = 1.0) -> list[float]:
        self.values = list(self.rest)
        self.faces.step(name, dt_s, lids)
        self.faces.apply(self.values.__getitem__, self.values.__setitem__)
        return self.values

    def wear(self, name: str, seconds: float, lids: float = 1.0) -> list[list[float]]:
        return [list(self.step(name, lids=lids)) for _ in range(round(seconds / FRAME_S))]


def exp3(fade_s: float | None = 0.3, **changes: tuple[float, str]) -> dict[str, Any]:
    rows = [{"Id": name, "Value": value, "Blend": blend} for name, (value, blend) in changes.items()]
    fade = {} if fade_s is None else {"FadeInTime": fade_s}
    return {"Type": "Live2D Expression", **fade, "Parameters": rows}


FACES = {
    "glad": exp3(ParamBrow=(1.0, "Add"), ParamMouth=(1.0, "Add"), ParamEyeLOpen=(0.0, "Multiply")),
    "loud": exp3(ParamMouth=(1.0, "Add"), ParamEyeLOpen=(0.0, "Multiply"), ParamSpare=(2.0, "Overwrite")),
    "grim": exp3(ParamBrow=(-1.0, "Add"), ParamMouth=(-1.0, "Add"), ParamEyeBallX=(0.5, "Add")),
    "slow": exp3(5.0, ParamBrow=(1.0, "Add"), ParamUnknown=(1.0, "Add")),
}


@pytest.fixture
def body(tmp_path: Path) -> Body:
    return Body(read_faces(tmp_path, described(tmp_path, FACES), IDS))


def described(folder: Path, faces: dict[str, Any]) -> dict[str, Any]:
    rows = []
    for name, document in faces.items():
        (folder / f"{name}.exp3.json").write_text(json.dumps(document))
        rows.append({"Name": name.title(), "File": f"{name}.exp3.json"})
    return {"FileReferences": {"Expressions": rows}}


def test_a_face_comes_in_the_time_its_file_asks_for(body: Body) -> None:
    assert body.faces.names == ("glad", "loud", "grim", "slow")
    frames = body.wear("Glad", 0.3)
    assert frames[0][BROW] < 0.05
    assert 0.4 < frames[7][BROW] < 0.7
    assert frames[-1][BROW] == pytest.approx(0.95, abs=0.02)
    assert body.wear("glad", 1.0)[-1] == pytest.approx([1.0, 1.0, 0.0, 0.0, 0.0, 0.5], abs=1e-3)
    slow = body.wear("slow", 0.8)
    assert slow[-1][MOUTH] == pytest.approx(0.05, abs=0.02)


def test_add_multiply_and_overwrite(body: Body) -> None:
    body.rest = [0.2, 0.1, 0.8, 0.0, 0.0, 0.5]
    body.wear("loud", 2.0)
    assert body.values == pytest.approx([0.2, 1.1, 0.0, 0.0, 0.0, 2.0], abs=1e-3)


def test_nothing_jumps_when_a_change_interrupts_another(body: Body) -> None:
    frames = []
    for name in ("glad", "grim", "loud", "glad", "grim", "nobody", "glad"):
        frames += body.wear(name, 0.15)
    for one, other in pairwise(frames):
        assert abs(one[BROW] - other[BROW]) < 0.22
        assert abs(one[MOUTH] - other[MOUTH]) < 0.22
        assert abs(one[SPARE] - other[SPARE]) < 0.2
    assert all(-1.0 <= frame[BROW] <= 1.0 and -1.0 <= frame[MOUTH] <= 1.0 for frame in frames)


def test_what_two_faces_share_does_not_waver_between_them(body: Body) -> None:
    body.wear("glad", 2.0, lids=0.0)
    for name in ("loud", "glad", "loud", "glad", "loud"):
        for frame in body.wear(name, 0.2):
            assert frame[MOUTH] == pytest.approx(1.0, abs=1e-3)
            assert frame[EYE] == pytest.approx(0.0, abs=1e-3)


def test_the_newest_of_many_faces_wins_on_the_straight_way(body: Body) -> None:
    body.wear("grim", 2.0)
    for name in ("glad", "loud", "grim", "loud", "glad"):
        body.wear(name, 0.02)
    brows = [frame[BROW] for frame in body.wear("glad", 1.0)]
    assert all(a <= b + 1e-9 for a, b in pairwise(brows[3:]))
    assert brows[-1] == pytest.approx(1.0, abs=1e-2)


def test_a_face_the_model_lacks_eases_to_none(body: Body) -> None:
    body.wear("glad", 2.0)
    frames = body.wear("nobody", 1.0)
    assert frames[0][BROW] > 0.95
    assert frames[-1] == pytest.approx(body.rest, abs=1e-2)


def test_eyes_wait_for_shut_lids_but_not_for_ever(body: Body) -> None:
    body.wear("grim", 1.0)
    open_eyed = body.wear("glad", 0.15, lids=1.0)
    assert open_eyed[-1][EYE] == 1.0
    assert open_eyed[-1][BROW] > -0.5
    shut = body.wear("glad", 0.13, lids=0.0)
    assert shut[-1][EYE] < 0.1
    body.wear("grim", 1.0, lids=0.0)
    assert body.wear("glad", 0.6, lids=1.0)[-1][EYE] < 0.05


def test_a_gaze_is_no_lid(body: Body) -> None:
    assert body.wear("grim", 0.15, lids=1.0)[-1][GAZE] > 0.2


@pytest.mark.parametrize("hz", [10, 24, 30, 144])
def test_the_frame_rate_does_not_matter(body: Body, tmp_path: Path, hz: int) -> None:
    other = Body(read_faces(tmp_path, described(tmp_path, FACES), IDS))
    for each, rate in ((body, 60), (other, hz)):
        each.wear("glad", 0.1)
        for _ in range(rate // 2):
            each.step("glad", 1 / rate, lids=0.0)
    assert other.values == pytest.approx(body.values, abs=1e-9)


def test_a_change_after_a_long_still_frame_begins_from_there(body: Body) -> None:
    assert body.step("glad", 0.1)[BROW] < 0.05


@pytest.mark.parametrize("document", [[], {}, {"Parameters": [1]}, {"Parameters": [{"Id": "ParamBrow"}]}])
def test_a_file_that_is_no_expression_is_refused(tmp_path: Path, document: Any) -> None:  # any JSON
    with pytest.raises((ValueError, KeyError)):
        read_faces(tmp_path, described(tmp_path, {"odd": document}), IDS)


def test_a_model_without_expressions(tmp_path: Path) -> None:
    body = Body(read_faces(tmp_path, {"FileReferences": {}}, IDS))
    assert body.wear("happy", 0.1)[-1] == body.rest
