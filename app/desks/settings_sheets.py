"""The engines as sheets of the settings window: fields and values of every entry of the registry."""

from __future__ import annotations

from app.config.problems import check
from app.settings.schema import specs
from app.settings.values import Sheet
from app.words import translate
from models.errors import EngineError
from models.settings import Settings
from workers.engines import registry

_ROLES = ("asr", "llm", "tts", "audio", "stream", "obs")


def sheets(settings: Settings) -> tuple[Sheet, ...]:
    """Every engine that is installed, by what it does; its values are the settings', secrets left out."""
    found = []
    for role in _ROLES:
        for entry in registry.of_role(role):
            try:
                kind = entry.settings_class()
            except EngineError:
                continue
            values = check(settings.providers.get(entry.id, {}), kind)[0]
            shown = {name: getattr(values, name) for name in kind.model_fields}
            found.append(
                Sheet(
                    id=entry.id,
                    role=role,
                    label=translate("engines", entry.label),
                    fields=specs(kind, f"providers.{entry.id}"),
                    values=shown,
                    used=entry.id in used(settings),
                    local="local" in entry.capabilities,
                )
            )
    return tuple(found)


def used(settings: Settings) -> frozenset[str]:
    """The ids of the engines that may be asked now."""
    mind = {settings.mind.provider, settings.mind.fallback} - {"", "auto"}
    if settings.mind.provider == "auto":
        mind.add("ollama")
    shown = {settings.hearing.provider, settings.voice.provider, "portaudio", *mind}
    return frozenset(
        shown
        | ({"worxed"} if settings.stream.enabled else set())
        | ({"obs-websocket"} if settings.obs.enabled else set())
    )
