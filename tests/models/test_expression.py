from __future__ import annotations

from pathlib import Path

from models.expression import Expression

AVATAR = Path(__file__).parents[2] / "assets" / "avatar" / "vesper" / "expressions"


def test_the_twelve_are_the_avatar_s_expression_files() -> None:
    assert {face.value for face in Expression} == {
        path.name.split(".")[0] for path in AVATAR.glob("*.exp3.json")
    }
