"""Who she is, from the data files under assets/persona and the settings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from models.basic_mode import Lines, parse_lines

from app.paths import asset
from models.persona import Persona, parse_persona
from models.settings import Settings


@dataclass(frozen=True, slots=True)
class Character:
    """Her persona, and the lines she has without a language model worth the name."""

    persona: Persona
    lines: Lines


def load(settings: Settings) -> Character:
    """The character the settings name. Raises `PersonaError` or `OSError` when our own files are damaged."""
    chosen = settings.character
    preset = tomllib.loads(asset("persona", f"{chosen.preset}.toml").read_text(encoding="utf-8"))
    dynamic = tomllib.loads(asset("persona", f"{chosen.dynamic}.toml").read_text(encoding="utf-8"))
    basic = tomllib.loads(asset("persona", "basic", f"{chosen.preset}.toml").read_text(encoding="utf-8"))
    return Character(parse_persona(preset, dynamic).named(chosen.name), parse_lines(basic))
