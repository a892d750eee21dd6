from __future__ import annotations

import tomllib

import pytest

from app.paths import asset
from models.safety import Gate, SafetyError, parse_care

TABLE = tomllib.loads(asset("safety", "care.toml").read_text("utf-8"))


def test_every_line_points_to_people_and_may_be_said(gate: Gate, family_gate: Gate) -> None:
    care = parse_care(TABLE)
    assert len(care.lines) >= 5
    for line in care.lines:
        assert any(word in line for word in ("crisis line", "emergency"))
        assert any(word in line for word in ("someone", "somebody", "person", "friend", "where someone is"))
        for gate_ in (gate, family_gate):
            assert gate_.say(line).text == line
        assert len(line) < 260


def test_a_seed_chooses_and_the_last_line_is_not_repeated() -> None:
    care = parse_care(TABLE)
    assert {care.line(seed) for seed in range(len(care.lines))} == set(care.lines)
    for seed in range(50):
        assert care.line(seed, care.lines[2]) != care.lines[2]


@pytest.mark.parametrize(
    "table", [{}, {"lines": ["one"] * 4}, {"lines": "one"}, {"lines": ["x"] * 9, "more": 1}]
)
def test_a_damaged_file_is_named(table: dict[str, object]) -> None:
    with pytest.raises(SafetyError, match="care"):
        parse_care(table)
