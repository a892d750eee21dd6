"""A room in numpy: her loudspeaker, a microphone that hears it again, people and noise; faster than real time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from models.sound import AudioEvent, AudioSetup, Clip, Levels
from workers.engines.audio.decisions import AskTurn
from workers.engines.audio.ears import Listener, Wiring
from workers.engines.audio.playback import Player
from workers.engines.audio.smart_turn import SmartTurn
from workers.engines.audio.sound import sound_of
from workers.engines.audio.streams import Far, Near, Opened, far_blocks, near_blocks

_E = TypeVar("_E")
RATE_HZ = 16_000
BLOCK = 160


def reverb(seconds: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """An impulse response: the direct sound, then a decaying tail; unit energy."""
    taps = int(RATE_HZ * 0.2)
    tail = rng.standard_normal(taps) * 10 ** (-3 * np.arange(taps) / (seconds * RATE_HZ)) * 0.15
    tail[:40] = 0
    tail[0] = 1.0
    return np.asarray(tail / np.sqrt(np.sum(tail**2)), np.float32)


@dataclass
class Room:
    """Plays and listens block by block. `heard` is what left the loudspeaker, `events` (second, event)."""

    models: tuple[Path, Path | None]
    setup: AudioSetup = field(default_factory=AudioSetup)
    echo_gain: float = 0.5
    delay_s: float = 0.06
    response: NDArray[np.float32] = field(default_factory=lambda: np.ones(1, np.float32))

    def __post_init__(self) -> None:
        self.events: list[tuple[float, AudioEvent]] = []
        self.heard: list[NDArray[np.float32]] = []
        self.player = Player(RATE_HZ, self.setup.volume)
        self._near, self._far = near_blocks(), far_blocks()
        self._blocks = 0
        wiring = Wiring(self.setup, self.models, self.player, self._near, self._far, self._note, self._fail)
        self._asked: list[tuple[float, int, float]] = []
        self._listener = Listener(wiring, self._ask)
        self._near.append(Opened(RATE_HZ))
        self._far.append(Opened(RATE_HZ))
        self._echo = np.zeros(int((self.delay_s + 1) * RATE_HZ) + len(self.response), np.float32)

    @property
    def now_s(self) -> float:
        return self._blocks * BLOCK / RATE_HZ

    def say(self, turn: int, n: int, samples: NDArray[np.int16]) -> None:
        self.player.add(sound_of(Clip(turn, n, samples.tobytes(), RATE_HZ), RATE_HZ))

    def run(self, near: NDArray[np.int16]) -> None:
        """Let time pass while the microphone hears `near`, and what the loudspeaker plays."""
        for at in range(0, len(near) - BLOCK + 1, BLOCK):
            self._step(near[at : at + BLOCK].astype(np.float32) / np.float32(32768))

    def told(self, kind: type[_E]) -> list[_E]:
        return [event for _, event in self.events if isinstance(event, kind)]

    def _step(self, near: NDArray[np.float32]) -> None:
        out = self.player.render(BLOCK, self.now_s)
        self._far.append(Far(BLOCK, out))
        self.heard.append(np.zeros(BLOCK, np.float32) if out is None else out)
        if out is not None:
            wet = np.convolve(out, self.response) * np.float32(self.echo_gain)
            start = int(self.delay_s * RATE_HZ)
            self._echo[start : start + len(wet)] += wet
        microphone = np.clip(near + self._echo[:BLOCK], -1, 1)
        self._echo[:-BLOCK] = self._echo[BLOCK:]
        self._echo[-BLOCK:] = 0
        self._near.append(Near(microphone, self.now_s))
        self._blocks += 1
        for entry in [entry for entry in self._asked if entry[0] <= self.now_s]:
            self._asked.remove(entry)
            self._listener.verdict(*entry[1:])
        self._listener.drain()
        for event in self.player.due(self.now_s):
            self._note(event)

    def _ask(self, turn: SmartTurn, ask: AskTurn) -> None:
        self._asked.append((self.now_s + 0.09, ask.ticket, turn.finished(ask.pcm)))

    def _note(self, event: AudioEvent) -> None:
        if not isinstance(event, Levels):
            self.events.append((self.now_s, event))

    def _fail(self, error: Exception) -> None:
        raise error
