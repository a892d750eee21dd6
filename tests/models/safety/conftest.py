from __future__ import annotations

import tomllib
from typing import Any

import pytest

from app.paths import asset
from app.persona.safety import LISTS
from models.safety import Gate, parse_gate

SYSTEM = (
    "You are a lantern keeper who counts the ships at night and answers in one short sentence about the sea."
)


def tables() -> dict[str, dict[str, Any]]:
    """The real lists."""
    return {name: tomllib.loads(asset("safety", f"{name}.toml").read_text("utf-8")) for name in LISTS}


@pytest.fixture(scope="session")
def gate() -> Gate:
    """The real lists, no family mode, a secret text."""
    return parse_gate(tables(), secret_text=SYSTEM)


@pytest.fixture(scope="session")
def family_gate() -> Gate:
    """The same in family mode."""
    return parse_gate(tables(), family=True)
