"""One `listen`: the parts put together, and the bridge from their threads to the event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor

from models.sound import AudioEvent, AudioSetup, Clip, DeviceChanged, DeviceState, Fade, Playhead
from workers.advice import fetching
from workers.engines.audio import library
from workers.engines.audio.ears import Ears, Wiring
from workers.engines.audio.keeper import Keeper, Line
from workers.engines.audio.library import Choice
from workers.engines.audio.playback import Player
from workers.engines.audio.sound import sound_of
from workers.engines.audio.streams import Loudspeaker, Microphone, Phantom, far_blocks, near_blocks
from workers.weights.cache import path_of

_TICK_S = 0.016
_PHANTOM_RATE_HZ = 48_000


class Session:
    """The sound card while someone listens. Every method is for the event loop's thread."""

    def __init__(self, setup: AudioSetup, *, latency_ms: float, suppress_noise: bool, muted: bool) -> None:
        self._loop = asyncio.get_running_loop()
        self._events: asyncio.Queue[AudioEvent | Exception] = asyncio.Queue()
        self._playing = asyncio.Event()
        self._latency_s = library.latency_s(latency_ms)
        self._player = Player(_PHANTOM_RATE_HZ, setup.volume)
        self._near = near_blocks()
        self._far = far_blocks()
        self._decoder = ThreadPoolExecutor(1, "clip-decoder")
        vad, turn = path_of("silero-vad"), path_of("smart-turn-v3")
        self._ears: Ears | None = None
        if any(vad.glob("*.onnx")):
            models = (vad, turn if any(turn.glob("*.onnx")) else None)
            self._ears = Ears(
                Wiring(
                    setup, models, self._player, self._near, self._far, self._emit, self._emit, suppress_noise
                )
            )
        speaker = Line("output", setup.output_device, self._open_loudspeaker, lambda: Phantom(self._player))
        microphone = Line("input", setup.input_device, self._open_microphone)
        self._keeper = Keeper(
            ((speaker, setup.loudspeaker), (microphone, setup.microphone and not muted))
            if self._ears
            else ((speaker, setup.loudspeaker),),
            self._emit,
            self._emit,
            self._quiet,
        )

    async def events(self) -> AsyncGenerator[AudioEvent]:
        """Everything that happens, until cancelled."""
        if self._ears is None:
            message = f"the voice activity model is missing; fetch it with: {fetching()}"
            yield DeviceChanged("input", DeviceState.ABSENT, message=message)
        else:
            self._ears.start()
        self._keeper.start()
        follow = self._loop.create_task(self._follow())
        try:
            while True:
                event = await self._events.get()
                if isinstance(event, Exception):
                    raise event
                yield event
        finally:
            follow.cancel()
            await asyncio.shield(self._loop.run_in_executor(None, self._close))

    async def play(self, clip: Clip) -> None:
        """Queue a clip; clips play in the order of these calls."""
        sound = await self._loop.run_in_executor(self._decoder, sound_of, clip, self._player.rate_hz)
        self._player.add(sound)
        self._playing.set()

    def silence(self, fade: Fade) -> None:
        """Stop playing turns up to `fade.turn`."""
        self._player.stop(fade.turn, fade.fade_ms)

    async def mute(self, *, muted: bool) -> None:
        """Release or reopen the microphone; returns when it is done."""
        if self._ears is not None:
            done = self._keeper.want("input", wanted=not muted)
            await self._loop.run_in_executor(None, done.wait, 5.0)

    def tune(self, setup: AudioSetup) -> None:
        """Go on with another setup; a device is only opened anew if it is another one."""
        self._player.set_volume(setup.volume)
        self._keeper.use("output", setup.output_device)
        self._keeper.want("output", wanted=setup.loudspeaker)
        if self._ears is not None:
            self._keeper.use("input", setup.input_device)
            self._ears.tune(setup)

    def hold(self, *, down: bool) -> None:
        """The talk key was pressed or let go."""
        if self._ears is not None:
            self._ears.hold(down=down)

    async def _follow(self) -> None:
        """Tell of clips and the playhead while there is something to tell."""
        while True:
            await self._playing.wait()
            self._playing.clear()
            while self._player.unheard:
                now_s = time.monotonic()
                for event in self._player.due(now_s):
                    self._events.put_nowait(event)
                playhead = self._player.playhead(now_s)
                if playhead.n >= 0:
                    self._events.put_nowait(playhead)
                await asyncio.sleep(_TICK_S)
            self._events.put_nowait(Playhead(at_s=time.monotonic()))

    def _emit(self, event: AudioEvent | Exception) -> None:
        self._loop.call_soon_threadsafe(self._events.put_nowait, event)

    def _quiet(self) -> bool:
        return not self._player.unheard and (self._ears is None or not self._ears.hearing)

    def _open_microphone(self, choice: Choice, rate_hz: int) -> Microphone:
        assert self._ears is not None  # noqa: S101  # the line exists only with ears
        return Microphone(choice, rate_hz, self._latency_s, self._near, self._ears.heard)

    def _open_loudspeaker(self, choice: Choice, rate_hz: int) -> Loudspeaker:
        return Loudspeaker(choice, rate_hz, self._latency_s, self._player, self._far)

    def _close(self) -> None:
        self._keeper.close()
        if self._ears is not None:
            self._ears.close()
        self._decoder.shutdown()
