"""The listening thread: microphone blocks in, voice events out.

Device rate → 16 kHz → 10 ms frames through the echo canceller → 32 ms windows through voice activity →
`Endpoint`. It wakes when a window is complete, not per block. On a barge-in it stops the player itself, so
that nothing stands between the decision and the silence. Smart Turn runs beside it on a thread of its own.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from models.sound import AudioEvent, AudioSetup, Hold, Levels, VoiceEnd, VoiceMore, VoiceOnset, VoicePause
from workers.engines.audio.cleaning import Cleaner
from workers.engines.audio.decisions import (
    WINDOW,
    AskTurn,
    Care,
    Decision,
    End,
    More,
    Onset,
    Pause,
    Suspect,
    Window,
)
from workers.engines.audio.echo import FRAME
from workers.engines.audio.endpoint import Endpoint
from workers.engines.audio.pairing import Pairing
from workers.engines.audio.playback import Player
from workers.engines.audio.resample import RATE_HZ, ToSpeechRate
from workers.engines.audio.rules import Rules
from workers.engines.audio.sample_clock import SampleClock
from workers.engines.audio.smart_turn import SmartTurn
from workers.engines.audio.streams import Closed, FarBlocks, Near, NearBlocks, Opened
from workers.engines.audio.voice_activity import VoiceActivity

_T = TypeVar("_T")
_FADE_MS = 15
_LEVELS_OF = 3
_PUT_AWAY_WINDOWS = 1_875
"""A minute."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the listening thread works with.

    `models` are the folders of Silero VAD and Smart Turn (None: by silence).
    """

    setup: AudioSetup
    models: tuple[Path, Path | None]
    player: Player
    near: NearBlocks
    far: FarBlocks
    emit: Callable[[AudioEvent], None]
    fail: Callable[[Exception], None]
    suppress_noise: bool = True


class Ears:
    """Runs from `start` to `close`."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._wake = threading.Event()
        self._closing = False
        self._pending = 0
        self._needed = 1
        self._hearing = False
        self._verdicts: deque[tuple[int, float]] = deque()
        self._orders: deque[AudioSetup | Hold] = deque()
        self._thread = threading.Thread(target=self._run, name="ears", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop listening; an open utterance is ended first."""
        self._closing = True
        self._wake.set()
        self._thread.join()

    @property
    def hearing(self) -> bool:
        """Whether an utterance is under way."""
        return self._hearing

    def tune(self, setup: AudioSetup) -> None:
        """Listen as this setup says."""
        self._orders.append(setup)
        self._wake.set()

    def hold(self, *, down: bool) -> None:
        """The talk key was pressed or let go."""
        self._orders.append(Hold(down))
        self._wake.set()

    def heard(self, frames: int) -> None:
        """Called by the microphone for each block: wakes the thread when a window is complete."""
        self._pending += frames
        if self._pending >= self._needed:
            self._wake.set()

    def _run(self) -> None:
        with ThreadPoolExecutor(1, "smart-turn") as judge:
            try:
                listener = Listener(self._wiring, partial(self._ask, judge))
                while not self._closing:
                    self._wake.wait(0.5)
                    self._wake.clear()
                    self._pending = 0
                    while self._verdicts:
                        listener.verdict(*self._verdicts.popleft())
                    self._needed = listener.drain()
                    while self._orders:
                        listener.order(self._orders.popleft())
                    self._hearing = listener.hearing
                listener.abandon()
            except Exception as error:  # noqa: BLE001  # handed to the one who listens
                self._wiring.fail(error)

    def _ask(self, judge: ThreadPoolExecutor, turn: SmartTurn, ask: AskTurn) -> None:
        judge.submit(turn.finished, ask.pcm).add_done_callback(partial(self._answer, ask.ticket))

    def _answer(self, ticket: int, future: Future[float]) -> None:
        error = future.exception()
        if isinstance(error, Exception):
            self._wiring.fail(error)
        elif error is None:
            self._verdicts.append((ticket, future.result()))
            self._wake.set()


class Listener:
    """The chain itself, without a thread: `drain` works off whatever blocks are waiting."""

    def __init__(self, wiring: Wiring, ask: Callable[[SmartTurn, AskTurn], None]) -> None:
        setup = wiring.setup
        self._wiring = wiring
        self._setup = setup
        self._ask = ask
        self._flowing = False
        self._activity = VoiceActivity(wiring.models[0])
        self._turn = SmartTurn(wiring.models[1]) if wiring.models[1] else None
        self._rules = _rules(setup)
        self._endpoint = Endpoint(self._rules, push=setup.push)
        self._rate_hz = RATE_HZ
        self._clock = SampleClock(RATE_HZ)
        self._to_far = ToSpeechRate(RATE_HZ)
        self._raw = np.zeros(0, np.int16)
        self._clean = np.zeros(0, np.int16)
        self._start(RATE_HZ)

    @property
    def hearing(self) -> bool:
        """Whether an utterance is under way."""
        return self._endpoint.open

    def drain(self) -> int:
        """Process what is waiting. Returns how many more microphone frames complete a window."""
        near = _taken(self._wiring.near)
        self._take_far()
        for block in near:
            match block:
                case Opened():
                    self._flowing = True
                    self._start(block.rate_hz)
                case Near():
                    self._take_near(block)
                case Closed():
                    self._flowing = False
                    self._process()
                    self.abandon()
        self._process()
        missing = WINDOW - len(self._raw) - len(self._clean)
        return missing * self._rate_hz // RATE_HZ

    def _take_near(self, block: Near) -> None:
        waiting = len(self._raw) + len(self._clean)
        self._clock.observe(self._endpoint.now + waiting, block.at_s)
        self._raw = np.concatenate([self._raw, self._to_near.feed(block.samples)])

    def _take_far(self) -> None:
        for block in _taken(self._wiring.far):
            if isinstance(block, Opened):
                self._to_far = ToSpeechRate(block.rate_hz)
                self._pairing = Pairing()
            elif block.samples is None:
                self._pairing.put(self._to_far.feed_silence(block.frames))
            else:
                self._pairing.put(self._to_far.feed(block.samples))

    def verdict(self, ticket: int, finished: float) -> None:
        """Take Smart Turn's answer."""
        self._tell(self._endpoint.verdict(ticket, finished))

    def order(self, order: AudioSetup | Hold) -> None:
        """Take another setup, or the talk key, which is of no use while there is no microphone."""
        match order:
            case AudioSetup():
                self._tune(order)
            case Hold(down=down) if self._flowing or not down:
                if self._endpoint.deaf:
                    self._activity.reset()
                self._tell(self._endpoint.hold(down=down))

    def _tune(self, setup: AudioSetup) -> None:
        before, self._setup = self._setup, setup
        self._rules = _rules(setup)
        self._tell(self._endpoint.follow(self._rules, push=setup.push))
        if setup.echo_cancelling != before.echo_cancelling:
            self._cleaner = self._new_cleaner()
        if before.barge_in and not setup.barge_in:
            self._wiring.player.duck(on=False)

    def abandon(self) -> None:
        """No more sound comes: end what is open."""
        self._tell(self._endpoint.abandon())
        self._wiring.emit(Levels())

    def _start(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._to_near = ToSpeechRate(rate_hz)
        self._clock.reset(RATE_HZ)
        self._pairing = Pairing()
        self._cleaner = self._new_cleaner()
        self._activity.reset()
        self._raw = self._clean = np.zeros(0, np.int16)
        self._count = 0

    def _new_cleaner(self) -> Cleaner:
        return Cleaner(cancel=self._setup.echo_cancelling, suppress_noise=self._wiring.suppress_noise)

    def _process(self) -> None:
        while len(self._raw) >= FRAME:
            frame, self._raw = self._raw[:FRAME], self._raw[FRAME:]
            cleaned = self._cleaner.clean(frame, self._pairing.draw(FRAME))
            self._clean = np.concatenate([self._clean, cleaned])
        while len(self._clean) >= WINDOW:
            window, self._clean = self._clean[:WINDOW], self._clean[WINDOW:]
            self._judge(window)

    def _judge(self, window: NDArray[np.int16]) -> None:
        samples = window.astype(np.float32) / np.float32(32768)
        level = float(np.sqrt(samples @ samples / WINDOW))
        voice = 0.0 if self._endpoint.deaf else self._activity.score(samples, level)
        care, likeness = Care.NONE, 0.0
        if self._cleaner.doubtful:
            care = Care.STRICT if self._cleaner.trusted else Care.WARY
            likeness = self._cleaner.likeness() if voice >= self._rules.voiced else 0.0
        self._tell(self._endpoint.step(Window(window.tobytes(), voice, care, likeness)))
        self._count += 1
        if self._turn is not None and self._count % _PUT_AWAY_WINDOWS == 0 and not self._endpoint.open:
            self._turn.put_away()
        if self._count % _LEVELS_OF:
            self._wiring.emit(Levels(level, voice))

    def _tell(self, decisions: list[Decision]) -> None:
        emit, clock = self._wiring.emit, self._clock
        for decision in decisions:
            match decision:
                case Onset(utterance, at, pcm, _):
                    emit(VoiceOnset(utterance, clock.time_of(at), pcm, self._interrupt()))
                case More(utterance, pcm):
                    emit(VoiceMore(utterance, pcm))
                case Pause(utterance, at):
                    emit(VoicePause(utterance, clock.time_of(at)))
                case End(utterance, at, spoken):
                    emit(VoiceEnd(utterance, clock.time_of(at) or time.monotonic(), spoken))
                case AskTurn() if self._turn is not None:
                    self._ask(self._turn, decision)
                case Suspect(on) if self._setup.barge_in:
                    self._wiring.player.duck(on=on)

    def _interrupt(self) -> bool:
        if not (self._setup.barge_in or self._setup.push) or not self._wiring.player.busy:
            return False
        self._wiring.player.stop(None, _FADE_MS)
        return True


def _rules(setup: AudioSetup) -> Rules:
    return Rules(
        pre_roll_ms=setup.pre_roll_ms,
        eager_silence_ms=setup.eager_silence_ms,
        silence_ms=setup.silence_ms,
    )


def _taken(blocks: deque[_T]) -> list[_T]:
    return [blocks.popleft() for _ in range(len(blocks))]
