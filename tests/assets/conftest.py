"""What the avatar's tests share: one build."""

from __future__ import annotations

import pytest

pytest.importorskip("resvg_py", reason="the avatar is built with the `avatar` extra")

from assets.avatar.source.art.drawing import draw
from assets.avatar.source.art.paint import Layer
from assets.avatar.source.layers import atlas
from assets.avatar.source.rig import assemble


@pytest.fixture(scope="session")
def drawn() -> dict[str, Layer]:
    return draw()


@pytest.fixture(scope="session")
def packed(drawn: dict[str, Layer]) -> atlas.Atlas:
    return atlas.build(drawn)


@pytest.fixture(scope="session")
def rig(packed: atlas.Atlas) -> assemble.Rig:
    return assemble.build(packed)
