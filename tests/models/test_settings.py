from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from models.settings import ENVIRONMENT, VERSION, Settings
from models.settings_section import Section


def _sections() -> list[type[BaseModel]]:
    kinds = [field.annotation for field in Settings.model_fields.values()]
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Section)]


def test_defaults_are_valid_and_of_this_version() -> None:
    settings = Settings()
    assert Settings.model_validate(settings.model_dump()) == settings
    assert settings.version == VERSION
    assert settings.character.name == "Vesper Astra"
    assert (settings.character.preset, settings.character.dynamic) == ("snarky", "ride_or_die")
    assert (settings.character.style, settings.character.energy) == ("", "normal")
    assert settings.mind.provider == "auto"
    assert (settings.api.port, settings.stream.reaction_cooldown_s) == (4003, 5.0)


def test_every_field_tells_the_user_what_it_is() -> None:
    for kind in _sections():
        for name, field in kind.model_fields.items():
            assert field.title, f"{kind.__name__}.{name} has no title"
            assert field.description, f"{kind.__name__}.{name} has no help"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings().voice.speed = 2.0


@pytest.mark.parametrize(
    ("section", "field", "value"),
    [
        ("voice", "speed", 0.49),
        ("voice", "speed", 2.01),
        ("voice", "speed", float("nan")),
        ("voice", "speed", "1.0"),
        ("voice", "volume", 1.01),
        ("voice", "voice", "v" * 201),
        ("hearing", "silence_ms", 199),
        ("hearing", "silence_ms", 900.5),
        ("hearing", "muted", 1),
        ("hearing", "language", "English"),
        ("window", "scale", 0.0),
        ("chat", "width", 10),
        ("character", "preset", "../evil"),
        ("character", "preset", ""),
        ("character", "dynamic", "Ride or die"),
        ("character", "style", "a/b"),
        ("character", "energy", "wild"),
        ("character", "family_mode", "yes"),
        ("character", "catchphrases", [""]),
        ("character", "forbidden_topics", "politics"),
        ("character", "name", ""),
        ("api", "port", 0),
        ("api", "port", 65_536),
        ("stream", "backend_url", "localhost:4001"),
        ("voice", "nonsense", 1),
    ],
)
def test_wrong_values_are_refused(section: str, field: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({section: {field: value}})
    assert [error["loc"][:2] for error in caught.value.errors()] == [(section, field)]


@pytest.mark.parametrize("path", ENVIRONMENT.values(), ids=ENVIRONMENT.keys())
def test_environment_names_real_settings(path: tuple[str, ...]) -> None:
    if path[0] == "providers":
        assert len(path) == 3
        return
    section, field = path
    assert field in type(getattr(Settings(), section)).model_fields
