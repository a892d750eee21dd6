"""The JSON beside the model: names exist, nobody fights, the parser's quirks are met."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest

from assets.avatar.build import MODEL_DIR
from assets.avatar.source.rig import assemble
from assets.avatar.source.sidecars import documents, motions

EXPRESSIONS = {
    "idle", "happy", "excited", "snarky", "thinking", "surprised", "sad", "angry", "sleepy", "love", "laughing",
    "cat_face",
}  # fmt: skip
IDLE = {"Idle", "IdleHappy", "IdleSnarky", "IdleSleepy", "IdleSad", "IdleExcited", "IdleLove"}
ONE_SHOTS = {
    "TapHead", "TapBody", "Pat", "Giggle", "Swing", "Land", "Wave", "Nod", "Shake", "Hop", "Yawn", "Startle", "Bow",
    "Peek",
}  # fmt: skip
VOWELS = {f"Param{vowel}" for vowel in "AIUEO"}


@pytest.fixture(scope="module")
def built(rig: assemble.Rig) -> dict[str, Any]:
    return documents.documents(rig)


def written(built: dict[str, Any], suffix: str, rows: str) -> set[str]:
    return {row["Id"] for path, each in built.items() if path.endswith(suffix) for row in each[rows]}


def values(segments: list[float]) -> set[float]:
    """The key values of a curve of bezier segments."""
    return {segments[1], *segments[8::7]}


def outputs(built: dict[str, Any]) -> set[str]:
    chains = built["vesper.physics3.json"]["PhysicsSettings"]
    return {row["Destination"]["Id"] for chain in chains for row in chain["Output"]}


def test_the_index_names_what_is_there(built: dict[str, Any]) -> None:
    index = built["vesper.model3.json"]
    files = index["FileReferences"]
    named = [files["Moc"], *files["Textures"], files["Physics"], files["DisplayInfo"]]
    named += [row["File"] for row in files["Expressions"]]
    named += [row["File"] for rows in files["Motions"].values() for row in rows]
    assert [name for name in named if not (MODEL_DIR / name).is_file()] == []
    assert {row["Name"] for row in files["Expressions"]} == EXPRESSIONS
    assert set(files["Motions"]) == IDLE | ONE_SHOTS
    assert len(files["Motions"]["Idle"]) >= 6
    assert sum(len(files["Motions"][group]) for group in IDLE) >= 10
    assert {row["Name"] for row in index["Groups"]} == {"EyeBlink", "LipSync"}
    assert {row["Name"] for row in index["HitAreas"]} == {"Head", "Body", "Tail"}


def test_every_parameter_exists(built: dict[str, Any], rig: assemble.Rig) -> None:
    known = {f"Param{each.name}" for each in rig.model.parameters}
    used = (
        written(built, "exp3.json", "Parameters") | written(built, "motion3.json", "Curves") | outputs(built)
    )
    used |= {name for row in built["vesper.model3.json"]["Groups"] for name in row["Ids"]}
    assert used <= known


def test_physics_owns_its_outputs(built: dict[str, Any]) -> None:
    """Physics overwrites its outputs, so nothing else may write them."""
    others = written(built, "exp3.json", "Parameters") | written(built, "motion3.json", "Curves")
    assert outputs(built) & others == set()


def test_the_wagging_belongs_to_motions(built: dict[str, Any]) -> None:
    assert "ParamTailWag" in written(built, "motion3.json", "Curves")
    assert "ParamTailWag" not in written(built, "exp3.json", "Parameters")


def test_vowels_belong_to_speech(built: dict[str, Any]) -> None:
    assert VOWELS & written(built, "exp3.json", "Parameters") == set()
    assert VOWELS & written(built, "motion3.json", "Curves") == set()


def test_expressions_differ(built: dict[str, Any]) -> None:
    faces = [json.dumps(each["Parameters"]) for path, each in built.items() if path.endswith("exp3.json")]
    assert len(set(faces)) == len(faces) == 12


def test_written_json_suits_the_parser() -> None:
    for path in MODEL_DIR.rglob("*.json"):
        text = path.read_text()
        assert "\n " in text, path
        assert not re.search(r"\d[eE][+-]?\d", text), path


def test_curves_run_forward_and_motions_begin_and_end_at_rest(built: dict[str, Any]) -> None:
    for path, each in built.items():
        if not path.endswith("motion3.json"):
            continue
        assert 1.5 <= each["Meta"]["Duration"] <= 8, path
        for curve in each["Curves"]:
            segments = curve["Segments"]
            ends = [segments[0], *segments[7::7]]
            assert all(before < after for before, after in pairwise(ends)), (path, curve["Id"])
            assert ends[-1] == pytest.approx(each["Meta"]["Duration"]), (path, curve["Id"])
            rest = segments[1] if each["Meta"]["Loop"] else motions.rest(curve["Id"].removeprefix("Param"))
            assert segments[1] == pytest.approx(rest, abs=1e-6), (path, curve["Id"])
            assert segments[-1] == pytest.approx(rest, abs=1e-6), (path, curve["Id"])


def test_every_motion_takes_back_what_another_left(built: dict[str, Any]) -> None:
    used = {
        path: {curve["Id"] for curve in each["Curves"]}
        for path, each in built.items()
        if path.endswith("motion3.json")
    }
    everything = set().union(*used.values())
    assert {path for path, names in used.items() if names != everything} == set()


def test_idle_motions_leave_the_open_mouth_alone(built: dict[str, Any]) -> None:
    index = built["vesper.model3.json"]["FileReferences"]["Motions"]
    for group in (*sorted(IDLE), "Pat", "Swing", "Land", "Bow", "Nod", "Shake"):
        for row in index[group]:
            curves = {each["Id"]: each["Segments"] for each in built[row["File"]]["Curves"]}
            assert values(curves["ParamMouthOpenY"]) == {0}, row["File"]


def test_curves_do_not_overshoot() -> None:
    flat = motions.segments([(0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.0)], loop=False)
    heights = flat[1:2] + [value for k in range(2, len(flat), 7) for value in flat[k + 2 : k + 7 : 2]]
    assert min(heights) >= 0
    assert max(heights) <= 1
