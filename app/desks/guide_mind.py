"""What there is to think with: whether Ollama answers where the settings say, and which models it has."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.config.store import SettingsError, SettingsStore
from app.desks.looking import Looking
from models.errors import EngineError
from workers.engines.llm import ollama

_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class OllamaSeen:
    """What was found at `url`; `model` is the one that is wanted."""

    url: str
    model: str
    there: bool
    models: tuple[str, ...] = ()


class OllamaLook(Looking):
    """`seen` carries an `OllamaSeen` after each `look`."""

    seen = Signal(object)

    def __init__(self, store: SettingsStore) -> None:
        super().__init__("ollama-look")
        self._store = store

    def _look(self) -> None:
        try:
            settings = self._store.provider_settings("ollama")
        except (SettingsError, EngineError):
            settings = ollama.OllamaSettings()
        if not isinstance(settings, ollama.OllamaSettings):
            raise TypeError(settings)
        self.seen.emit(asyncio.run(_seen(settings)))


async def _seen(settings: ollama.OllamaSettings) -> OllamaSeen:
    """What answers where the settings say; the client's library is imported by those who look."""
    import httpx

    if not await ollama.answers(settings):
        return OllamaSeen(settings.url, settings.model, there=False)
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=_PATIENCE_S) as client:
            told = (await client.get(f"{settings.url.rstrip('/')}/api/tags")).json()
        models = tuple(str(model["name"]) for model in told["models"])
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        models = ()
    return OllamaSeen(settings.url, settings.model, there=True, models=models)
