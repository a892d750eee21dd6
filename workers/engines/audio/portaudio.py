"""The sound card through PortAudio. Implements `models.ports.AudioDevice`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from models.errors import Blame, EngineError
from models.sound import AudioEvent, AudioSetup, Clip, Device, Fade, Hold, Mute
from models.speech import Empty
from workers.engines.audio import library
from workers.engines.audio.portaudio_settings import PortAudioSettings
from workers.engines.audio.session import Session


class PortAudioDevice:
    """One `listen` at a time; the other calls act on it."""

    def __init__(self, settings: PortAudioSettings) -> None:
        self._settings = settings
        self._session: Session | None = None
        self._muted = False

    async def listen(self, request: AudioSetup) -> AsyncGenerator[AudioEvent]:
        """Open the devices and stream what happens until cancelled.

        Raises `EngineError` when already listening.
        """
        if self._session is not None:
            raise EngineError(Blame.BUG, "the sound card is already in use by this engine")
        settings = self._settings
        self._session = Session(
            request,
            latency_ms=settings.latency_ms,
            suppress_noise=settings.noise_suppression,
            muted=self._muted,
        )
        try:
            async with aclosing(self._session.events()) as events:
                async for event in events:
                    yield event
        finally:
            self._session = None

    async def play(self, request: Clip) -> AsyncIterator[Empty]:
        """Queue a clip; done when it is accepted. Its `ClipStarted` and `ClipEnded` come from `listen`."""
        await self._running().play(request)
        yield Empty()

    async def silence(self, request: Fade) -> AsyncIterator[Empty]:
        """Stop playing; done at once, the fade follows within a block."""
        self._running().silence(request)
        yield Empty()

    async def mute(self, request: Mute) -> AsyncIterator[Empty]:
        """Release the microphone, or take it again; remembered when nobody listens yet."""
        self._muted = request.muted
        if self._session is not None:
            await self._session.mute(muted=request.muted)
        yield Empty()

    async def tune(self, request: AudioSetup) -> AsyncIterator[Empty]:
        """Go on with another setup."""
        if self._session is not None:
            self._session.tune(request)
        yield Empty()

    async def hold(self, request: Hold) -> AsyncIterator[Empty]:
        """On push-to-talk, listen from now on, or take what was said as complete."""
        if self._session is not None:
            self._session.hold(down=request.down)
        yield Empty()

    async def devices(self, request: Empty) -> AsyncIterator[Device]:
        """Every sound device there is. While listening, the list is as old as the last (re)opening."""
        del request
        listing = library.devices if self._session is not None else library.fresh_devices
        for device in await asyncio.get_running_loop().run_in_executor(None, listing):
            yield device

    async def close(self) -> None:
        """Nothing is held outside `listen`."""

    def _running(self) -> Session:
        if self._session is None:
            raise EngineError(Blame.BUG, "nothing can be played before the sound card is listened to")
        return self._session
