"""Every secret there can be: the SecretStr fields of the engines' settings, by what people call them."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import SecretStr

from models.errors import EngineError
from workers.engines import registry


@dataclass(frozen=True, slots=True)
class Known:
    """A secret. `name` is what it is kept under ("openai.api_key"), `engine` and `title` are for people."""

    name: str
    engine: str
    title: str
    description: str = ""


def known_secrets() -> tuple[Known, ...]:
    """All of them, engine by engine. Imports the engines' settings; one that is not installed is left out."""
    found = []
    for entry in registry.PROVIDERS:
        try:
            fields = entry.settings_class().model_fields
        except EngineError:
            continue
        found += [
            Known(f"{entry.id}.{name}", entry.label, field.title or name, field.description or "")
            for name, field in fields.items()
            if field.annotation is SecretStr
        ]
    return tuple(found)
