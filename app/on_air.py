"""The organs of a live show: the stream with its ledger, OBS, and the local API for the streamer's own tools."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app import paths
from app.cli.arguments import version
from app.config.store import SettingsStore
from models.character import Character
from models.requests import Part
from models.settings import Settings
from models.speech import Voice
from models.status import Status
from models.stream.rules import names_of
from models.visemes import Mouth
from workers.api.server import Api, ApiSetup, Listen, Outside
from workers.api.token import load_or_create
from workers.engines.registry import provider
from workers.engines.stream.recording import RecordedStream
from workers.ledger import Ledger
from workers.obs import Configure, ObsSetup, ObsStudio
from workers.recorder import Recorder
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.stream import Connect, Injected, Record, Stream, StreamSetup
from workers.voice import WhichVoices

BACKEND, STUDIO = "worxed", "obs-websocket"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording to play in place of a live stream, `speed` times as fast as it was."""

    path: Path
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class OnAir:
    """What a show needs of the rest of her: how she is, the mouth drawn last; `replay` in place of a backend."""

    status: Lane[Status]
    mouth: Callable[[], Mouth] = Mouth
    replay: Recorded | None = None


def organs(
    settings: Settings,
    character: Character,
    on_air: OnAir,
    voice: Organ,
) -> dict[str, Organ]:
    """The organs by name, nothing of them begun; `voice` knows the voices.

    Raises:
        OSError: the API's token can't be kept.
    """

    async def voices() -> AsyncIterator[Voice]:
        answer: Future[tuple[Voice, ...]] = Future()
        voice.inbox.put(WhichVoices(answer))
        for one in await asyncio.wrap_future(answer):
            yield one

    stream = _stream(on_air)
    outside = Outside(
        on_air.status.get,
        on_air.mouth,
        lambda name, payload: stream.inbox.put(Injected(name, payload)),
        voices,
    )
    api = Api(_api_setup(settings, character), outside)
    return {"stream": stream, "obs": ObsStudio(None, ObsSetup()), "api": api}


def _stream(on_air: OnAir) -> Stream:
    """The stream, not connected yet, or a recording, whose money is kept apart from the real."""

    def state() -> dict[str, Any]:
        return on_air.status.get().state(time.monotonic())

    if replay := on_air.replay:
        source, setup = (
            RecordedStream(replay.path, replay.speed),
            StreamSetup("recording", str(replay.path), enabled=True),
        )
        return Stream(source, setup, partial(Ledger, None, time.time), None, time.time)
    setup = StreamSetup(BACKEND, "", enabled=False)
    return Stream(None, setup, partial(Ledger, paths.ledger_file(), time.time), state, time.time)


def stream_link(store: SettingsStore) -> Connect:
    """The link to the stream backend as the settings want it; may wait for the keyring. Raises `EngineError`."""
    chosen = store.settings.stream
    if not chosen.enabled or not chosen.backend_url:
        return Connect(None)
    return Connect(chosen.backend_url, provider(BACKEND).build(store.provider_settings(BACKEND)))


def recording(settings: Settings) -> Record:
    """The recording as the settings want it: one begun now, or none."""
    chosen, keep = settings.stream, names_of(settings.character.name)
    if not (chosen.enabled and chosen.record):
        return Record(None)
    return Record(
        partial(Recorder, paths.recordings_folder(), time.time, pseudonyms=chosen.pseudonyms, keep=keep)
    )


def obs_setup(settings: Settings) -> ObsSetup:
    """What OBS is to do, as the settings want it."""
    obs = settings.obs
    return ObsSetup(obs.enabled, obs.brb_scene, obs.caption_source, obs.panic_inputs)


def obs_link(store: SettingsStore) -> Configure:
    """The link to OBS as the settings want it; may wait for the keyring. Raises `EngineError`."""
    setup = obs_setup(store.settings)
    return Configure(
        setup, provider(STUDIO).build(store.provider_settings(STUDIO)) if setup.enabled else None
    )


def api_port(settings: Settings) -> Listen:
    """Where the API listens, as the settings want it."""
    return Listen(settings.api.port if settings.api.enabled else None)


def _api_setup(settings: Settings, character: Character) -> ApiSetup:
    wanted = {
        Part.MICROPHONE: not settings.hearing.muted,
        Part.VOICE: settings.voice.enabled,
        Part.REACTIONS: settings.stream.reactions_enabled,
        Part.CHAT: settings.stream.chat_enabled,
        Part.WINDOW: settings.window.visible,
    }
    return ApiSetup(
        api_port(settings).port,
        load_or_create(paths.token_file()),
        paths.asset("pages"),
        version=version(),
        persona=character.persona,
        off=frozenset(part for part, on in wanted.items() if not on),
    )
