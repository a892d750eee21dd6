"""The microphones and loudspeakers of this machine, looked for beside the running sound card.

In a process apart: sound libraries may crash, and the list of the one that runs is as old as its stream.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app import logs
from app.config.store import SettingsStore
from app.desks.looking import Looking
from models.errors import EngineError
from models.events import Health
from models.sound import Device
from models.speech import Empty
from workers.engines.registry import provider
from workers.runtime.child import Observer
from workers.runtime.remote import connect

_CARD = "portaudio"
_PATIENCE_S = 15.0


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `problem` says why nothing could be."""

    microphones: tuple[str, ...] = ()
    loudspeakers: tuple[str, ...] = ()
    problem: str = ""


class SoundDevices(Looking):
    """`found` carries a `Found` after each `look`."""

    found = Signal(object)

    def __init__(self, store: SettingsStore) -> None:
        super().__init__("sound-devices")
        self._store = store

    def _look(self) -> None:
        try:
            devices = asyncio.run(devices_of(self._store))
        except (EngineError, TimeoutError) as error:
            self.found.emit(Found(problem=str(error)))
            return
        microphones = dict.fromkeys(device.name for device in devices if device.input_channels)
        loudspeakers = dict.fromkeys(device.name for device in devices if device.output_channels)
        self.found.emit(Found(tuple(microphones), tuple(loudspeakers)))


async def devices_of(store: SettingsStore) -> list[Device]:
    """All sound devices, listed by a process of its own, whose list is fresh. Raises `EngineError`, TimeoutError."""
    card = connect(provider(_CARD), store.provider_settings(_CARD), Observer(_unwatched, logs.child_stderr))
    try:
        async with asyncio.timeout(_PATIENCE_S):
            return [device async for device in card.devices(Empty())]
    finally:
        await card.close()


def _unwatched(_health: Health, _note: str) -> None:
    """A failing request tells."""
