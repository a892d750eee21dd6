"""The open microphone, the open loudspeaker, and the stand-in for a loudspeaker that is missing.

Two one-way streams rather than a duplex one: either can be lost, muted or replaced without a gap in the
other, and input and output may be different devices. The callbacks run on PortAudio's threads and only copy:
the microphone's into a deque, the loudspeaker's out of the `Player`, whose sound goes into a deque as well,
for the echo canceller.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from workers.engines.audio.library import LOCK, Choice, sounddevice
from workers.engines.audio.playback import Player

_BLOCK_S = 0.01
_KEPT_BLOCKS = 500
_STALLED_S = 2.5
STALLED = "the device stopped responding"
"""The complaint of a stream whose blocks stopped coming; a fresh start often mends it."""
_SETTLING_S = 3.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream of `rate_hz` begins."""

    rate_hz: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The stream is over."""


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """A mono block from the microphone, whose first sample was heard at `at_s`."""

    samples: NDArray[np.float32]
    at_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Far:
    """A mono block of `frames` given to the loudspeaker; None is silence."""

    frames: int
    samples: NDArray[np.float32] | None


NearBlocks = deque[Opened | Near | Closed]
FarBlocks = deque[Opened | Far]


class Health:
    """Whether blocks keep coming at the device's pace. Fed by a callback, read by the keeper."""

    def __init__(self) -> None:
        self._opened_s = time.monotonic()
        self._last_s = 0.0
        self._ended = False

    def block(self) -> None:
        """A block came."""
        self._last_s = time.monotonic()

    @property
    def flowing(self) -> bool:
        """Whether any block has come."""
        return self._last_s > 0

    def end(self) -> None:
        """PortAudio stopped the stream."""
        self._ended = True

    def complaint(self, now_s: float) -> str:
        """Why the stream counts as lost, or ""."""
        if self._ended:
            return "the device stopped"
        if not self._last_s:
            return "the device gives no sound" if now_s - self._opened_s > _SETTLING_S else ""
        return STALLED if now_s - self._last_s > _STALLED_S else ""


class Stream(Protocol):
    """An open device."""

    @property
    def flowing(self) -> bool:
        """Whether sound has begun to pass."""

    def complaint(self, now_s: float) -> str:
        """Why the device counts as lost, or ""."""

    def close(self) -> None:
        """Release the device."""


class Microphone:
    """An open input stream: `blocks` receives what is heard, then `wake` its number of frames."""

    def __init__(
        self,
        choice: Choice,
        rate_hz: int,
        latency_s: float,
        blocks: NearBlocks,
        wake: Callable[[int], None],
    ) -> None:
        self._blocks = blocks
        self._wake = wake
        self._rate_hz = rate_hz
        self._health = Health()
        blocks.append(Opened(rate_hz))
        with LOCK:
            self._stream: Any = sounddevice().InputStream(
                device=choice.index,
                samplerate=rate_hz,
                channels=choice.channels,
                dtype="float32",
                blocksize=int(rate_hz * _BLOCK_S),
                latency=latency_s,
                callback=self._take,
                finished_callback=self._health.end,
                extra_settings=_extra(choice),
            )
            self._stream.start()

    @property
    def flowing(self) -> bool:
        """Whether sound has begun to pass."""
        return self._health.flowing

    def complaint(self, now_s: float) -> str:
        """Why the stream counts as lost, or ""."""
        return self._health.complaint(now_s)

    def close(self) -> None:
        """Release the device."""
        _close(self._stream)
        self._blocks.append(Closed())
        self._wake(self._rate_hz)

    def _take(self, data: NDArray[np.float32], frames: int, when: Any, _status: Any) -> None:  # noqa: ANN401
        self._health.block()
        delay_s = min(max(when.currentTime - when.inputBufferAdcTime, 0.0), 0.5)
        self._blocks.append(Near(data[:, 0].copy(), time.monotonic() - delay_s))
        self._wake(frames)


class Loudspeaker:
    """An open output stream playing a `Player`; `far` receives what was played."""

    def __init__(
        self, choice: Choice, rate_hz: int, latency_s: float, player: Player, far: FarBlocks
    ) -> None:
        self._player = player
        self._far = far
        self._health = Health()
        player.retune(rate_hz)
        far.append(Opened(rate_hz))
        with LOCK:
            self._stream: Any = sounddevice().OutputStream(
                device=choice.index,
                samplerate=rate_hz,
                channels=choice.channels,
                dtype="float32",
                blocksize=int(rate_hz * _BLOCK_S),
                latency=latency_s,
                callback=self._give,
                finished_callback=self._health.end,
                extra_settings=_extra(choice),
            )
            self._stream.start()

    @property
    def flowing(self) -> bool:
        """Whether sound has begun to pass."""
        return self._health.flowing

    def complaint(self, now_s: float) -> str:
        """Why the stream counts as lost, or ""."""
        return self._health.complaint(now_s)

    def close(self) -> None:
        """Release the device."""
        _close(self._stream)

    def _give(self, out: NDArray[np.float32], frames: int, when: Any, _status: Any) -> None:  # noqa: ANN401
        self._health.block()
        delay_s = min(max(when.outputBufferDacTime - when.currentTime, 0.0), 0.5)
        block = self._player.render(frames, time.monotonic() + delay_s)
        if block is None:
            out.fill(0)
        else:
            out[:] = block[:, None]
        self._far.append(Far(frames, block))


class Phantom:
    """Stands in for a loudspeaker that is not there: plays to nobody, in real time, so that text goes on."""

    def __init__(self, player: Player) -> None:
        player.retune(player.rate_hz)
        self._player = player
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="phantom-loudspeaker", daemon=True)
        self._thread.start()

    @property
    def flowing(self) -> bool:
        """Always."""
        return True

    def complaint(self, now_s: float) -> str:
        """Never lost."""
        del now_s
        return ""

    def close(self) -> None:
        """Stop playing."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        frames = self._player.rate_hz // 50
        start_s = time.monotonic()
        blocks = 0
        while not self._closing.wait(max(0.0, start_s + blocks * 0.02 - time.monotonic())):
            self._player.render(frames, start_s + blocks * 0.02)
            blocks += 1


def far_blocks() -> FarBlocks:
    """A bounded queue for what was played."""
    return deque(maxlen=_KEPT_BLOCKS)


def near_blocks() -> NearBlocks:
    """A bounded queue for what was heard."""
    return deque(maxlen=_KEPT_BLOCKS)


def _extra(choice: Choice) -> Any:  # noqa: ANN401
    return sounddevice().WasapiSettings(auto_convert=True) if "WASAPI" in choice.host_api else None


def _close(stream: Any) -> None:  # noqa: ANN401
    with LOCK:
        stream.close(ignore_errors=True)
