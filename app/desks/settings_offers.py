"""What there is to choose from in the settings: personas, engines, languages, and what devices and engines tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale

from app.persona.choices import choices_of
from app.persona.library import Library
from app.settings.values import Choice
from app.words import translate
from models.settings import Settings
from models.sound import Device
from models.speech import Voice
from workers.engines import registry

_LANGUAGES = (
    "en", "de", "es", "fr", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "hu", "ro", "el", "tr", "uk", "ru",
    "ar", "he", "hi", "id", "vi", "th", "zh", "ja", "ko",
)  # fmt: skip
_WHISPERS = {"nb": "no"}
"""Languages that Whisper calls otherwise than Qt."""
_PLAIN = {"en": "English", "es": "Español", "zh": "中文"}
"""Languages that Qt names after one of their lands."""


def fixed(settings: Settings, library: Library) -> Mapping[str, tuple[Choice, ...]]:
    """Choices that need nobody to be asked, by their names in `SettingsState.offers`."""
    chosen = choices_of(library, settings.character)
    return {
        "presets": tuple(Choice(one.value, one.title, one.description) for one in chosen.presets),
        "dynamics": tuple(Choice(one.value, one.title, one.description) for one in chosen.dynamics),
        "styles": tuple(Choice(one.value, one.title, one.description) for one in chosen.styles),
        "asr": _engines("asr"),
        "tts": _engines("tts"),
        "llm": _engines("llm"),
        "minds": (Choice("auto", translate("settings", "Automatic")), *_engines("llm")),
        "fallbacks": (Choice("", translate("settings", "None")), *_engines("llm")),
        "languages": languages(),
    }


def languages() -> tuple[Choice, ...]:
    """The languages people speak to her, each in its own words."""
    named = [Choice(_WHISPERS.get(code, code), _own_name(code)) for code in _LANGUAGES]
    return (Choice("auto", translate("settings", "Automatic")), *named)


def microphones(devices: Iterable[Device]) -> tuple[Choice, ...]:
    """The microphones there are."""
    return _devices(device.name for device in devices if device.input_channels)


def loudspeakers(devices: Iterable[Device]) -> tuple[Choice, ...]:
    """The loudspeakers there are."""
    return _devices(device.name for device in devices if device.output_channels)


def voices(found: Iterable[Voice]) -> tuple[Choice, ...]:
    """The voices of an engine in words: whose name it is, which language, which gender."""
    return tuple(Choice(voice.name, _voice(voice)) for voice in found)


def _engines(role: str) -> tuple[Choice, ...]:
    return tuple(Choice(entry.id, translate("engines", entry.label)) for entry in registry.of_role(role))


def _devices(names: Iterable[str]) -> tuple[Choice, ...]:
    usual = Choice("", translate("settings", "The system's own"))
    return (usual, *(Choice(name, name) for name in dict.fromkeys(names)))


def _voice(voice: Voice) -> str:
    name = voice.name.rpartition("_")[2].capitalize() or voice.name
    language = QLocale(voice.language)
    spoken = language.nativeLanguageName()
    plain = "-" not in voice.language or voice.language.startswith("en")
    land = "" if plain else QLocale.territoryToCode(language.territory())
    genders = {"female": translate("settings", "female"), "male": translate("settings", "male")}
    told = [f"{spoken} ({land})" if land and spoken else spoken, genders.get(voice.gender, "")]
    return " · ".join([name, ", ".join(word for word in told if word), voice.name])


def _own_name(code: str) -> str:
    name = _PLAIN.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
