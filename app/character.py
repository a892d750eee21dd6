"""Who she is: the parts the settings name, tuned as they say, and the authored lines that fit them."""

from __future__ import annotations

import tomllib
from typing import Any

from app.paths import asset
from app.personas import Library
from models.basic_mode import parse_basic_mode
from models.character import Character
from models.persona_making import Traits, make
from models.persona_parts import Preset
from models.settings import Character as Chosen
from models.settings import Settings

_DEFAULT = Chosen()


def load(settings: Settings, library: Library | None = None) -> Character:
    """The character the settings name; what does not exist gives way to its default.

    Raises:
        PersonaFileError, PersonaError, OSError: our own files are damaged.
    """
    shelf = library or Library()
    chosen = settings.character
    preset = shelf.preset(chosen.preset) or shelf.preset(_DEFAULT.preset)
    dynamic = shelf.dynamic(chosen.dynamic) or shelf.dynamic(_DEFAULT.dynamic)
    if preset is None or dynamic is None:
        message = "assets/persona is incomplete; install Vesper again"
        raise FileNotFoundError(message)
    traits = Traits(
        chosen.name,
        chosen.pronouns,
        chosen.energy,
        chosen.family_mode,
        chosen.catchphrases,
        chosen.forbidden_topics,
    )
    persona = make(shelf.core(), preset, dynamic, shelf.style(chosen.style), traits)
    return Character(persona, parse_basic_mode(_basic("intents"), _lines(preset)), chosen.streamer_name)


def _lines(preset: Preset) -> dict[str, Any]:
    """The authored lines a preset asks for; where there are none, those of the default preset."""
    there = asset("persona", "basic", f"{preset.lines}.toml").is_file()
    return _basic(preset.lines if there else _DEFAULT.preset)


def _basic(name: str) -> dict[str, Any]:
    return tomllib.loads(asset("persona", "basic", f"{name}.toml").read_text(encoding="utf-8"))
