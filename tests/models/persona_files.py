"""The project's own persona files, parsed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from models.basic_mode import BasicMode, parse_basic_mode
from models.persona import Persona, parse_persona

FOLDER = Path(__file__).parents[2] / "assets" / "persona"


def table(*name: str) -> dict[str, Any]:
    path = FOLDER.joinpath(*name[:-1], f"{name[-1]}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def snarky() -> Persona:
    return parse_persona(table("snarky"), table("ride_or_die"))


@cache
def basic() -> BasicMode:
    return parse_basic_mode(table("basic", "intents"), table("basic", "snarky"))
