"""An arm is drawn once per pose: there is always one of them, and one at a time where it rests."""

from __future__ import annotations

from itertools import product

import pytest

from assets.avatar.source.rig import assemble
from tests.assets.opacities import opacity

POSES = ("", "Up", "Chin", "Hip")
STEPS = [k / 20 for k in range(21)]


@pytest.mark.parametrize("side", ["L", "R"])
def test_an_arm_never_vanishes_and_never_doubles_at_rest(rig: assemble.Rig, side: str) -> None:
    meshes = {mesh.name: mesh for mesh in rig.model.meshes}
    arms = [meshes[f"Arm{side}{pose}"] for pose in POSES]
    rest = {parameter.name: parameter.default for parameter in rig.model.parameters}
    for up, think, hip in product(STEPS, repeat=3):
        at = {**rest, f"Arm{side}Up": up, f"Arm{side}Think": think, f"Arm{side}Hip": hip}
        seen = [opacity(arm, at) for arm in arms]
        assert max(seen) > 0.75, at
        if {up, think, hip} <= {0.0, 1.0}:
            assert sorted(seen) == [0, 0, 0, 1], at
