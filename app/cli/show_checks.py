"""The doctor's look at what a show needs: stream backend, OBS, local API. What is switched off is well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import cast

import httpx

from app.cli.findings import Finding, State, works
from app.on_air import BACKEND, STUDIO
from app.settings_store import SettingsStore
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
    fix = f"start the backend, or correct stream.backend_url ({chosen.backend_url})"
    note = "it does not answer"
    try:
        source = provider(BACKEND).build(store.provider_settings(BACKEND))
        events = cast("AsyncGenerator[object, None]", source.follow(Follow(chosen.backend_url)))
        async with asyncio.timeout(_PATIENCE_S), aclosing(events):
            async for event in events:
                if isinstance(event, Linked):
                    note = event.note or note
                    if event.state is LinkState.CONNECTED:
                        return works(name, chosen.backend_url)
                    if event.state is LinkState.REFUSED:
                        break
    except TimeoutError:
        pass
    except EngineError as error:
        note = error.message
    return Finding(name, State.WEAK, note, fix)


async def _obs(store: SettingsStore) -> Finding:
    name = "OBS"
    if not store.settings.obs.enabled:
        return works(name, _OFF)
    fix = "start OBS and switch on Tools → WebSocket Server Settings; its password belongs under Stream… → Connections"
    note = "it does not answer"
    try:
        studio = provider(STUDIO).build(store.provider_settings(STUDIO))
        states = cast("AsyncGenerator[Studio, None]", studio.watch(Empty()))
        async with asyncio.timeout(_PATIENCE_S), aclosing(states):
            async for state in states:
                if state.connected:
                    return works(name, f"{len(state.scenes)} scenes, on air: {state.scene}")
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
