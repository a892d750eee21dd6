"""The doctor's look at what a show needs: stream backend, OBS, local API. What is switched off is well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

import httpx

from app.cli.findings import Finding, State, works
from app.config.store import SettingsStore
from app.on_air import BACKEND, STUDIO
from models.errors import EngineError
from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState
from models.studio import Studio
from workers.engines.registry import provider

_PATIENCE_S = 8.0
_OFF = "off; Menu → Stream… switches it on"


async def show(store: SettingsStore) -> list[Finding]:
    """Backend, OBS, API, each tried if it is switched on."""
    return [await _backend(store), await _obs(store), await _api(store)]


async def _backend(store: SettingsStore) -> Finding:
    name, chosen = "Stream backend", store.settings.stream
    if not chosen.enabled:
        return works(name, _OFF)

    def seen(event: object) -> str:
        return chosen.backend_url if isinstance(event, Linked) and event.state is LinkState.CONNECTED else ""

    fix = f"start the backend, or correct stream.backend_url ({chosen.backend_url})"
    return await _tried(name, fix, lambda: _built(store, BACKEND).follow(Follow(chosen.backend_url)), seen)


async def _obs(store: SettingsStore) -> Finding:
    name = "OBS"
    if not store.settings.obs.enabled:
        return works(name, _OFF)

    def seen(studio: object) -> str:
        if not isinstance(studio, Studio) or not studio.connected:
            return ""
        return f"{len(studio.scenes)} scenes, on air: {studio.scene}"

    fix = "start OBS and switch on Tools → WebSocket Server Settings; its password belongs under Stream… → Connections"
    return await _tried(name, fix, lambda: _built(store, STUDIO).watch(Empty()), seen)


def _built(store: SettingsStore, provider_id: str) -> Any:  # noqa: ANN401  # a port, by role
    return provider(provider_id).build(store.provider_settings(provider_id))


async def _tried(
    name: str, fix: str, begin: Callable[[], AsyncGenerator[object, None]], seen: Callable[[object], str]
) -> Finding:
    """Connect, until `seen` makes words of what comes, or its time is up."""
    note = "it does not answer"
    try:
        async with asyncio.timeout(_PATIENCE_S), aclosing(begin()) as events:
            async for event in events:
                if words := seen(event):
                    return works(name, words)
                note = getattr(event, "note", "") or note
    except TimeoutError:
        pass
    except EngineError as error:
        note = error.message
    return Finding(name, State.WEAK, note, fix)


async def _api(store: SettingsStore) -> Finding:
    name, api = "Local API", store.settings.api
    if not api.enabled:
        return works(name, _OFF)
    address = f"127.0.0.1:{api.port}"
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE_S) as client:
            told = (await client.get(f"http://{address}/health")).json()
    except httpx.ConnectError:
        return works(name, f"{address}, free until she starts")
    except (httpx.HTTPError, ValueError):
        told = None
    if isinstance(told, dict) and "personality_enabled" in told:
        return works(name, f"{address}, where {told.get('name')} answers")
    return Finding(name, State.WEAK, f"{address} is taken by another program", "choose another api.port")
