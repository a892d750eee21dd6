"""The gate and the care lines, from the data files under assets/safety and the settings."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from app.paths import asset
from models.persona import Persona
from models.safety import Care, Gate, Lexicon, gate_of, parse_care, parse_lists
from models.settings import Settings

LISTS = (
    "slurs", "hate", "sexual", "minors", "violence", "self_harm", "how_to", "privacy", "injection", "family",
    "innocent",
)  # fmt: skip


def load(settings: Settings, persona: Persona | None = None) -> Gate:
    """The gate the settings ask for; of `persona` no eight words in a row of its system text may be told.

    Raises `SafetyError` or `OSError` when our own files are damaged.
    """
    return gate_of(
        _lexicon(settings.safety.blocked_words, settings.safety.allowed_words),
        family=settings.character.family_mode,
        topics=settings.character.forbidden_topics,
        secret_text=persona.system if persona else "",
    )


@lru_cache(maxsize=1)
def _lexicon(blocked: tuple[str, ...], allowed: tuple[str, ...]) -> Lexicon:
    """The lists with the user's own words: the same for every personality, and the largest part of a gate."""
    return parse_lists(tables(), blocked=blocked, allowed=allowed)


def tables() -> dict[str, dict[str, Any]]:
    """The lists as their files hold them, by name."""
    return {name: _data(name) for name in LISTS}


@lru_cache(maxsize=1)
def care() -> Care:
    """What she says when someone speaks of harming themselves. Raises as `load`."""
    return parse_care(_data("care"))


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(asset("safety", f"{name}.toml").read_text(encoding="utf-8"))
