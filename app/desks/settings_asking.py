"""What the settings ask of her parts: devices and voices. In a thread: an audio process takes a second to start."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from app.body import Body
from app.config.store import SettingsStore
from app.desks import settings_offers
from app.desks.sound_devices import devices_of
from models.errors import EngineError
from models.speech import Voice
from workers.voice import WhichVoices

_log = logging.getLogger(__name__)

_VOICES_LIMIT_S = 20.0


class Asking(QObject):
    """`found` carries choices by their names in `SettingsState.offers`."""

    found = Signal(object)

    def __init__(self, store: SettingsStore, body: Body) -> None:
        super().__init__()
        self._store, self._body = store, body
        self._later = ThreadPoolExecutor(1, "settings")

    def look_for_devices(self) -> None:
        """Look for microphones and loudspeakers, in a process of their own, whose list is fresh."""
        self._later.submit(self._ask_devices)

    def look_for_voices(self) -> None:
        """Ask the voice for the voices she has."""
        self._later.submit(self._ask_voices)

    def stop(self) -> None:
        """Ask nothing more."""
        self._later.shutdown(wait=False, cancel_futures=True)

    def _ask_devices(self) -> None:
        try:
            devices = asyncio.run(devices_of(self._store))
        except (EngineError, TimeoutError) as error:
            _log.info("devices: %s", error)
            return
        found = {
            "microphones": settings_offers.microphones(devices),
            "loudspeakers": settings_offers.loudspeakers(devices),
        }
        self.found.emit(found)

    def _ask_voices(self) -> None:
        answer: Future[tuple[Voice, ...]] = Future()
        self._body.organs["voice"].inbox.put(WhichVoices(answer))
        try:
            found = answer.result(_VOICES_LIMIT_S)
        except (EngineError, TimeoutError) as error:
            _log.info("voices: %s", error)
            return
        self.found.emit({"voices": settings_offers.voices(found)})
