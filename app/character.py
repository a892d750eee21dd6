"""Who she is, from the data files under assets/persona and the settings."""

from __future__ import annotations

import tomllib
from typing import Any

from app.paths import asset
from models.basic_mode import parse_basic_mode
from models.character import Character
from models.persona import parse_persona
from models.settings import Settings


def load(settings: Settings) -> Character:
    """The character the settings name. Raises `PersonaError` or `OSError` when our own files are damaged."""
    chosen = settings.character
    persona = parse_persona(_data(chosen.preset), _data(chosen.dynamic)).named(chosen.name)
    lines = parse_basic_mode(_data("basic", "intents"), _data("basic", chosen.preset))
    return Character(persona, lines, chosen.streamer_name)


def _data(*name: str) -> dict[str, Any]:
    path = asset("persona", *name[:-1], f"{name[-1]}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
