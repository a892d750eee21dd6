"""Who she is: the parts the settings name, tuned as they say, and the authored lines that fit them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from app.paths import asset
from app.persona import safety
from app.persona.library import Library
from models.basic_mode import BasicMode, parse_basic_mode
from models.character import Character
from models.persona import Persona
from models.persona_making import Traits, make
from models.settings import Character as Chosen
from models.settings import Settings
from models.tongue import Tongue

_DEFAULT = Chosen()


def load(settings: Settings, library: Library | None = None) -> Character:
    """The character the settings name; what does not exist gives way to its default.

    Raises:
        PersonaFileError, PersonaError, SafetyError, OSError: our own files are damaged.
    """
    shelf = library or Library()
    persona = persona_of(settings, shelf)
    preset = shelf.preset(persona.preset)
    lines = _authored(preset.lines if preset else _DEFAULT.preset, persona.dynamic)
    tongue = Tongue(safety.load(settings, persona), safety.care(), persona.refusals, persona.swallowed)
    return Character(persona, lines, tongue, settings.character.streamer_name)


def persona_of(settings: Settings, library: Library | None = None) -> Persona:
    """Her persona alone; raises as `load` does."""
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
    return make(shelf.core(), preset, dynamic, shelf.style(chosen.style), traits)


@lru_cache(maxsize=2)
def _authored(name: str, dynamic: str) -> BasicMode:
    """The authored lines of that name, or of the default preset where there are none, and of a dynamic.

    They are ours, and do not change while she runs; of two that are switched between neither is read again.
    """
    lines = _basic(f"{name}.toml") or _basic(f"{_DEFAULT.preset}.toml")
    return parse_basic_mode(_basic("intents.toml"), lines, _basic("dynamics", f"{dynamic}.toml"))


def _basic(*name: str) -> dict[str, Any]:
    """A table of basic mode; empty where there is no such file."""
    try:
        text = asset("persona", "basic", *name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    return tomllib.loads(text)
