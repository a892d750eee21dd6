"""Sound: the organ that owns the sound card, microphone and loudspeaker alike.

One device, one process, because echo cancelling needs both directions on one clock. It collects what the user
says and hands it to the ears, takes clips from the voice and reports them back as *heard*. Sound travels
between organs directly and never through the GUI thread.

When the audio process dies it comes back: clips that had not been heard are played again from the start of
the clause, and an utterance that was open is closed with what had arrived of it, so nothing said is lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from models.commands import HoldTalk, MuteMicrophone, PlaySound, Silence
from models.errors import Blame, EngineError, EngineGoneError
from models.events import Failed, Health, Heard, Speaking, SpeechEnded, SpeechStarted, Spoken, WorkerChanged
from models.ports import AudioDevice
from models.sound import (
    OUTSIDE,
    AudioEvent,
    AudioSetup,
    Clip,
    ClipEnded,
    ClipStarted,
    DeviceChanged,
    DeviceState,
    Fade,
    Hold,
    Levels,
    Mute,
    Playhead,
    VoiceEnd,
    VoiceMore,
    VoiceOnset,
    VoicePause,
)
from models.speech import MIC_RATE_HZ
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ, Warm
from workers.runtime.remote import rest, revive
from workers.runtime.retry import finish
from workers.runtime.seat import Exchange

_PARTIAL_BYTES = MIC_RATE_HZ * 2 * 9 // 10
"""A partial transcript is asked for each time this much new sound has arrived."""

_FILE_N = 1_000_000
"""The clause number of a sound file: no clause of hers, so nobody is told that it is heard."""
_FILE_RATE_HZ = 24_000

_WORTH_BYTES = MIC_RATE_HZ * 2 // 2
"""An utterance cut off by a crash is transcribed if at least this much of it arrived."""


_Order = Clip | Fade | Mute | Hold | AudioSetup


def _unmoved() -> None:
    """Nobody minds."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An utterance so far, for the ears. `paused`: it may be complete; `ended`: it is."""

    utterance: int
    pcm: bytes
    paused: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PlaySample:
    """Item: play this outside the conversation (mono s16le); `Silence`, panic and an interruption cut it."""

    pcm: bytes
    rate_hz: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The latest levels, for views."""

    playhead: Lane[Playhead]
    levels: Lane[Levels]


class Sound(Organ):
    """Takes `Clip`, `PlaySound`, `PlaySample`, `Silence`, `MuteMicrophone`, `HoldTalk`; gives speech and playback.

    It takes another `AudioSetup` while it is at work, of which the microphone's state alone does not count: that is
    `MuteMicrophone`'s. What is said goes to `hear` as snapshots; `stir` is called at every sound of either's voice.
    """

    name = "sound"

    def __init__(
        self,
        device: AudioDevice,
        setup: AudioSetup,
        hear: Callable[[Snapshot], None],
        lanes: Lanes,
        stir: Callable[[], None] = _unmoved,
    ) -> None:
        super().__init__()
        self._device = device
        self._listening: asyncio.Task[None] | None = None
        self._stir = stir
        self._setup = setup
        self._hear = hear
        self._lanes = lanes
        self._muted = not setup.microphone
        self._unheard: dict[tuple[int, int], Clip] = {}
        self._silenced = -1
        self._given_up = False
        self._outbox: asyncio.Queue[_Order] = asyncio.Queue()
        self._utterance: int | None = None
        self._generation = 0
        self._pcm = bytearray()
        self._partial_at = 0

    async def begin(self) -> None:
        """Open the device and listen for as long as the organ lives."""
        self._listening = self.start(self._listen())

    async def end(self) -> None:
        """Release the device."""
        await self._device.close()

    async def take(self, item: object) -> None:
        """Act on a clip or a command."""
        match item:
            case Clip() if self._given_up:
                self.emit(Speaking(item.turn, item.n))
                self.emit(Spoken(item.turn, item.n))
            case Clip() if item.turn > self._silenced:
                self._unheard[item.turn, item.n] = item
                self._outbox.put_nowait(item)
            case Clip():
                self.emit(Spoken(item.turn, item.n, 0.0))
            case Silence(turn=turn):
                self._silenced = max(self._silenced, turn)
                for key in [key for key in self._unheard if key[0] <= turn]:
                    del self._unheard[key]
                self._outbox.put_nowait(Fade(turn))
            case PlaySound(turn=turn, path=path) if turn > self._silenced and not self._given_up:
                self.start(self._play_file(turn, Path(path)))
            case PlaySample(pcm=pcm, rate_hz=rate_hz):
                self._outbox.put_nowait(Clip(OUTSIDE, 0, pcm, rate_hz))
            case MuteMicrophone(muted=muted):
                self._muted = muted
                self._outbox.put_nowait(Mute(muted))
            case HoldTalk(down=down):
                self._outbox.put_nowait(Hold(down))
            case _:
                self._refit(item)

    def _refit(self, item: object) -> None:
        """Act on what concerns the device itself."""
        match item:
            case AudioSetup():
                self._setup = replace(item, microphone=self._setup.microphone)
                self._outbox.put_nowait(self._setup)
            case Exchange(engine=device) if device is not None:
                self.start(self._move(device))
            case Warm(again=True) if self._given_up:
                revive(self._device)
                self._given_up = False
                self._listening = self.start(self._listen())
            case Warm(again=True):
                self.start(self._anew())

    async def _anew(self) -> None:
        """End the device's process; `_listen` finds it gone and begins anew, with what is there by then."""
        await rest(self._device)

    async def _move(self, device: AudioDevice) -> None:
        """Give the sound card to another engine; what was not heard is played again."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.wait([self._listening])
            self._lost()
        before, self._device, self._given_up = self._device, device, False
        await before.close()
        self._listening = self.start(self._listen())

    async def _play_file(self, turn: int, path: Path) -> None:
        """Play a file of the user's; she speaks when it is over. What reads it is imported by those who have one."""
        from workers.wav import read_sound

        pcm = await asyncio.to_thread(read_sound, path, _FILE_RATE_HZ)
        if turn > self._silenced:
            self._outbox.put_nowait(Clip(turn, _FILE_N, pcm, _FILE_RATE_HZ))

    async def _listen(self) -> None:
        """Stream the device's events; start over when its process dies."""
        while True:
            sender = self.start(self._send(self._fresh_outbox()))
            try:
                async for event in self._device.listen(self._setup):
                    self._on(event)
            except EngineError as error:
                self._lost()
                if error.blame is not Blame.ENGINE or isinstance(error, EngineGoneError):
                    self._give_up()
                    raise
            finally:
                sender.cancel()

    def _fresh_outbox(self) -> asyncio.Queue[_Order]:
        """What a newly started device must be told: the state of mute, and to play again what was not heard."""
        self._outbox = asyncio.Queue()
        if self._muted is self._setup.microphone:
            self._outbox.put_nowait(Mute(self._muted))
        for clip in self._unheard.values():
            self._outbox.put_nowait(clip)
        return self._outbox

    async def _send(self, outbox: asyncio.Queue[_Order]) -> None:
        """Tell the device, in order. If its process dies, `_listen` begins anew with all that still counts."""
        while True:
            match await outbox.get():
                case Clip() as clip:
                    call = self._device.play(clip)
                case Fade() as fade:
                    call = self._device.silence(fade)
                case Mute() as mute:
                    call = self._device.mute(mute)
                case Hold() as hold:
                    call = self._device.hold(hold)
                case AudioSetup() as setup:
                    call = self._device.tune(setup)
            try:
                await finish(call)
            except EngineError as error:
                if error.blame is Blame.ENGINE:
                    return
                raise

    def _lost(self) -> None:
        """The engine died: close what was open with what there is."""
        self._generation += 1
        self._lanes.playhead.put(Playhead())
        if self._utterance is not None:
            self._close(spoken=len(self._pcm) >= _WORTH_BYTES, at_s=0.0)

    def _give_up(self) -> None:
        """No sound any more: let the text go on as if heard."""
        self._given_up = True
        for turn, n in self._unheard:
            self.emit(Spoken(turn, n, 1.0))
        self._unheard.clear()

    def _on(self, event: AudioEvent) -> None:  # noqa: C901  # one case per kind of event
        match event:
            case Playhead():
                self._lanes.playhead.put(event)
            case Levels():
                self._lanes.levels.put(event)
            case VoiceOnset():
                self._open(event)
            case VoiceMore(pcm=pcm):
                self._pcm += pcm
                if len(self._pcm) - self._partial_at >= _PARTIAL_BYTES:
                    self._snapshot()
            case VoicePause():
                self._snapshot(paused=True)
            case VoiceEnd(at_s=at_s, spoken=spoken):
                self._stir()
                self._close(spoken=spoken, at_s=at_s)
            case ClipStarted(turn=turn, n=n) | ClipEnded(turn=turn, n=n) if n == _FILE_N or turn == OUTSIDE:
                return
            case ClipStarted(turn=turn, n=n, at_s=at_s):
                self.emit(Speaking(turn, n, at_s=at_s))
            case ClipEnded():
                self._stir()
                self._unheard.pop((event.turn, event.n), None)
                heard = 1.0 if event.complete else min(1.0, event.heard_s / max(event.length_s, 1e-3))
                self.emit(Spoken(event.turn, event.n, heard, at_s=event.at_s))
            case DeviceChanged():
                self._device_changed(event)

    def _open(self, onset: VoiceOnset) -> None:
        self._utterance = self._number(onset.utterance)
        self._pcm = bytearray(onset.pcm)
        self._partial_at = 0
        self._stir()
        self.emit(SpeechStarted(self._utterance, onset.interrupted, at_s=onset.at_s))

    def _number(self, utterance: int) -> int:
        """Utterance numbers start over with each engine process; these never repeat."""
        return self._generation * 1_000_000 + utterance

    def _snapshot(self, *, paused: bool = False) -> None:
        if self._utterance is not None:
            self._partial_at = len(self._pcm)
            self._hear(Snapshot(self._utterance, bytes(self._pcm), paused=paused))

    def _close(self, *, spoken: bool, at_s: float) -> None:
        utterance, self._utterance = self._utterance, None
        if utterance is None:
            return
        if spoken:
            self.emit(SpeechEnded(utterance, at_s=at_s))
            self._hear(Snapshot(utterance, bytes(self._pcm), ended=True))
        else:
            self.emit(Heard(utterance, "", at_s=at_s))
        self._pcm.clear()

    def _device_changed(self, change: DeviceChanged) -> None:
        part = "microphone" if change.direction == "input" else "loudspeaker"
        match change.state:
            case DeviceState.OPEN:
                self.emit(WorkerChanged(part, Health.READY, note=change.name))
            case DeviceState.MUTED:
                self.emit(WorkerChanged(part, Health.OFF, note="muted"))
            case DeviceState.LOST | DeviceState.ABSENT:
                self.emit(Failed(part, Blame.DEVICE, change.message))
