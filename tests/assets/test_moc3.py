"""The writer: what it refuses, and what it writes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from moc3 import Moc3

from assets.avatar.source.deform.basics import Turn
from assets.avatar.source.moc3.model import Mesh, Model, Parameter, Rotation, combinations
from assets.avatar.source.moc3.schema import problems
from assets.avatar.source.moc3.writer import encode
from assets.avatar.source.rig import assemble

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])


def small() -> Model:
    mesh = Mesh(
        "M",
        "P",
        "R",
        100,
        SQUARE,
        [(0, 1, 2), (0, 2, 3)],
        (("A", (-1.0, 1.0)),),
        (SQUARE * 9, SQUARE * 10),
        (1.0, 0.5),
    )
    hinge = Rotation("R", "P", None, (5.0, 5.0), (("A", (-1.0, 0.0, 1.0)),), (Turn(-9), Turn(), Turn(9)))
    return Model(100, 100, (0, 0), (Parameter("A", -1, 1, 0),), ("P",), (hinge,), (mesh,))


def test_first_key_varies_fastest() -> None:
    rows = combinations((("A", (0.0, 1.0)), ("B", (0.0, 1.0))))
    assert rows == [{"A": 0, "B": 0}, {"A": 1, "B": 0}, {"A": 0, "B": 1}, {"A": 1, "B": 1}]
    assert combinations(()) == [{}]


def test_a_small_model_survives_writing() -> None:
    read = Moc3.from_bytes(encode(small()))
    assert read.art_mesh_ids == ["M"]
    assert read.parameter_ids == ["ParamA"]
    assert read["art_mesh_keyform.opacities"] == [1.0, 0.5]
    assert read["rotation_deformer_keyform.angles"] == [-9.0, 0.0, 9.0]
    assert read["position_index.indices"] == [0, 1, 2, 0, 2, 3]
    first, second = read["art_mesh_keyform.keyform_position_begin_indices"]
    local = np.array(read["keyform_position.xys"][second : second + 8]).reshape(4, 2)
    assert first % 16 == second % 16 == 0
    assert local == pytest.approx((SQUARE * 10 - 5) / 100)


def test_the_real_model_has_nothing_to_complain_about(rig: assemble.Rig) -> None:
    assert problems(rig.model) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"parent": "X"}, "parent X"),
        ({"part": "X"}, "no part X"),
        ({"masks": ("X",)}, "no mesh X"),
        ({"forms": (SQUARE,)}, "1 keyforms for 2"),
        ({"forms": (SQUARE, SQUARE * np.nan)}, "finite"),
        ({"triangles": [(0, 1, 9)]}, "not there"),
        ({"uv": SQUARE * 2}, "leave the atlas"),
        ({"keys": (("B", (-1.0, 1.0)),)}, "no parameter B"),
        ({"keys": (("A", (1.0, -1.0)),)}, "do not ascend"),
        ({"keys": (("A", (-2.0, 1.0)),)}, "leave its range"),
    ],
)
def test_what_would_crash_the_core_is_refused(change: dict[str, object], complaint: str) -> None:
    model = small()
    broken = replace(model, meshes=(replace(model.meshes[0], **change),))  # type: ignore[arg-type] # fields by name
    with pytest.raises(ValueError, match=complaint):
        encode(broken)


def test_the_same_name_twice_is_refused() -> None:
    model = small()
    assert problems(replace(model, meshes=model.meshes * 2)) == ["mesh M is declared twice"]
