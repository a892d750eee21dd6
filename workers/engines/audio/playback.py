"""What the loudspeaker plays: a queue of clips, mixed block by block, with sample-exact bookkeeping.

No device in here: whoever owns the output calls `render` for each block, and only that thread touches the
queue; the other threads leave orders in a deque. What happened is kept as marks on the sample count and comes
out of `due` once those samples have reached the loudspeaker, so a clip "ends" when it has been heard, not
when it was handed over. Every clip given to `add` gets exactly one `ClipEnded`, also one that was refused.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from models.sound import OUTSIDE, ClipEnded, ClipStarted, Playhead
from workers.engines.audio.sample_clock import SampleClock
from workers.engines.audio.sound import Sound

_EDGE_S = 0.004
_DUCK_GAIN = 0.355
_DUCK_RAMP_S = 0.03
_REMEMBERED_S = 4.0


@dataclass(slots=True)
class _Stretch:
    """A run of samples of one clip as it was mixed: where in the output, where in the clip."""

    start: int
    length: int
    turn: int
    n: int
    position: int
    rms: float


@dataclass(frozen=True, slots=True)
class _Stop:
    turn: int | None
    fade_s: float


@dataclass(frozen=True, slots=True)
class _Duck:
    on: bool


@dataclass(frozen=True, slots=True)
class _Volume:
    volume: float


@dataclass(slots=True)
class _Deck:
    """The clip being played.

    `fade` counts down the samples that a running fade-out has left, -1 without one.
    """

    sound: Sound
    position: int = 0
    fade: int = -1
    fade_length: int = 1
    entry: int = 0
    dropped: list[Sound] = field(default_factory=list)


class Player:
    """Clip queue and mixer.

    `add`, `stop`, `duck`, `set_volume`, `due`, `playhead`: any thread; `render`: the output's thread.
    """

    def __init__(self, rate_hz: int, volume: float = 1.0) -> None:
        self.clock = SampleClock(rate_hz)
        self.rate_hz = rate_hz
        self._orders: deque[Sound | _Stop | _Duck | _Volume] = deque()
        self._queue: deque[Sound] = deque()
        self._deck: _Deck | None = None
        self._refused = -1
        self._rendered = 0
        self._volume = volume
        self._ducked = False
        self._gain = volume
        self._aim = volume
        self._last = 0.0
        self._marks: deque[tuple[int, ClipStarted | ClipEnded]] = deque()
        self._stretches: deque[_Stretch] = deque()

    @property
    def busy(self) -> bool:
        """Whether anything is playing or waiting to."""
        return (
            self._deck is not None
            or bool(self._queue)
            or any(isinstance(order, Sound) for order in tuple(self._orders))
        )

    @property
    def unheard(self) -> bool:
        """Whether something is still on its way to the ear or has not been told of."""
        return self.busy or bool(self._marks)

    def add(self, sound: Sound) -> None:
        """Play after everything given before, without a gap."""
        self._orders.append(sound)

    def stop(self, turn: int | None, fade_ms: float) -> None:
        """Fade out, drop clips of turns up to `turn` and refuse them later; None: all turns queued."""
        self._orders.append(_Stop(turn, fade_ms / 1000))

    def duck(self, *, on: bool) -> None:
        """Play 9 dB softer, or as before."""
        self._orders.append(_Duck(on))

    def set_volume(self, volume: float) -> None:
        """Play at this volume from now on, 0 to 1."""
        self._orders.append(_Volume(volume))

    def retune(self, rate_hz: int) -> None:
        """Go on at another device rate. Only while nobody renders."""
        if rate_hz != self.rate_hz:
            self._take_orders()
            scale = rate_hz / self.rate_hz
            self._queue = deque(sound.at_rate(rate_hz) for sound in self._queue)
            if self._deck is not None:
                self._deck.sound = self._deck.sound.at_rate(rate_hz)
                self._deck.position = min(int(self._deck.position * scale), len(self._deck.sound.samples))
            self._marks = deque((0, mark) for _, mark in self._marks)
            self._stretches.clear()
            self._rendered = 0
            self.rate_hz = rate_hz
        self.clock.reset(rate_hz)

    def render(self, frames: int, at_s: float) -> NDArray[np.float32] | None:
        """The next mono block, whose first sample will be at the loudspeaker at `at_s`; None is silence."""
        self.clock.observe(self._rendered, at_s)
        if self._orders:
            self._take_orders()
        if self._deck is None and not self._queue and not self._last:
            self._gain = self._aim
            self._rendered += frames
            return None
        out = np.zeros(frames, np.float32)
        filled = self._mix(out)
        if filled < frames:
            self._settle(out, filled)
        else:
            self._last = float(out[-1])
        self._rendered += frames
        return out

    def due(self, now_s: float) -> list[ClipStarted | ClipEnded]:
        """What has been heard by `now_s` and was not told of yet, in order."""
        events: list[ClipStarted | ClipEnded] = []
        while self._marks and self.clock.running:
            sample, event = self._marks[0]
            at_s = self.clock.time_of(sample)
            if at_s > now_s:
                break
            self._marks.popleft()
            if isinstance(event, ClipStarted):
                events.append(ClipStarted(event.turn, event.n, at_s))
            else:
                heard = (event.heard_s, event.length_s, event.complete)
                events.append(ClipEnded(event.turn, event.n, at_s, *heard))
        return events

    def playhead(self, now_s: float) -> Playhead:
        """What is at the loudspeaker at `now_s`."""
        sample = self.clock.sample_at(now_s)
        for stretch in reversed(tuple(self._stretches)):
            if stretch.start <= sample < stretch.start + stretch.length:
                position_s = (stretch.position + sample - stretch.start) / self.rate_hz
                return Playhead(stretch.turn, stretch.n, position_s, now_s, stretch.rms)
        return Playhead(at_s=now_s)

    def _take_orders(self) -> None:
        while self._orders:
            order = self._orders.popleft()
            match order:
                case Sound():
                    if OUTSIDE < order.turn <= self._refused:
                        self._mark_dropped(self._rendered, [order])
                    else:
                        self._queue.append(order.at_rate(self.rate_hz))
                case _Stop():
                    self._stop(order)
                case _Duck():
                    self._ducked = order.on
                case _Volume():
                    self._volume = order.volume
            self._aim = self._volume * (_DUCK_GAIN if self._ducked else 1.0)

    def _stop(self, order: _Stop) -> None:
        deck = self._deck
        seen = [sound.turn for sound in self._queue] + ([deck.sound.turn] if deck else [])
        self._refused = max(self._refused, *(seen if order.turn is None else [order.turn]), -1)
        dropped = [sound for sound in self._queue if sound.turn <= self._refused]
        self._queue = deque(sound for sound in self._queue if sound.turn > self._refused)
        if deck is not None and deck.sound.turn <= self._refused:
            deck.dropped += dropped
            if deck.fade < 0:
                deck.fade = deck.fade_length = max(1, int(order.fade_s * self.rate_hz))
        else:
            self._mark_dropped(self._rendered, dropped)

    def _mix(self, out: NDArray[np.float32]) -> int:
        filled = 0
        while filled < len(out):
            if self._deck is None:
                if not self._queue:
                    break
                sound = self._queue.popleft()
                entry = 0 if filled or self._last else int(_EDGE_S * self.rate_hz)
                self._deck = _Deck(sound, entry=entry)
                self._marks.append((self._rendered + filled, ClipStarted(sound.turn, sound.n, 0.0)))
            filled += self._mix_deck(self._deck, out, filled)
        return filled

    def _mix_deck(self, deck: _Deck, out: NDArray[np.float32], filled: int) -> int:
        samples = deck.sound.samples
        take = min(len(samples) - deck.position, len(out) - filled)
        if deck.fade >= 0:
            take = min(take, deck.fade)
        block = samples[deck.position : deck.position + take] * self._gains(take)
        if deck.position < deck.entry:
            block *= np.minimum(
                1.0, np.arange(deck.position, deck.position + take, dtype=np.float32) / deck.entry
            )
        if deck.fade >= 0:
            left = np.arange(deck.fade, deck.fade - take, -1, dtype=np.float32) / deck.fade_length
            block *= 0.5 - 0.5 * np.cos(np.pi * left)
            deck.fade -= take
        out[filled : filled + take] = block
        if take:
            self._remember(deck, filled, take, float(np.sqrt(np.mean(np.square(block)))))
            self._last = float(block[-1]) if deck.fade else 0.0
        deck.position += take
        if deck.position >= len(samples) or deck.fade == 0:
            whole = deck.position >= len(samples)
            self._mark_end(self._rendered + filled + take, deck.sound, deck.position, complete=whole)
            self._mark_dropped(self._rendered + filled + take, deck.dropped)
            self._deck = None
        return take

    def _gains(self, count: int) -> NDArray[np.float32] | np.float32:
        if self._gain == self._aim:
            return np.float32(self._gain)
        step = (1 - _DUCK_GAIN) / (_DUCK_RAMP_S * self.rate_hz)
        ramp = np.arange(1, count + 1, dtype=np.float32) * np.float32(step)
        if self._gain < self._aim:
            gains = np.minimum(self._gain + ramp, self._aim)
        else:
            gains = np.maximum(self._gain - ramp, self._aim)
        if count:
            self._gain = float(gains[-1])
        return np.asarray(gains, np.float32)

    def _settle(self, out: NDArray[np.float32], filled: int) -> None:
        """Let the last value die away over a few milliseconds instead of stepping to silence."""
        count = min(len(out) - filled, int(_EDGE_S * self.rate_hz))
        out[filled : filled + count] = self._last * np.linspace(1, 0, count, dtype=np.float32)
        self._last = 0.0

    def _mark_end(self, sample: int, sound: Sound, position: int, *, complete: bool) -> None:
        heard_s = sound.length_s if complete else min(position / sound.rate_hz, sound.length_s)
        self._marks.append((sample, ClipEnded(sound.turn, sound.n, 0.0, heard_s, sound.length_s, complete)))

    def _mark_dropped(self, sample: int, sounds: list[Sound]) -> None:
        for sound in sounds:
            self._mark_end(sample, sound, 0, complete=False)

    def _remember(self, deck: _Deck, filled: int, take: int, rms: float) -> None:
        start = self._rendered + filled
        self._stretches.append(_Stretch(start, take, deck.sound.turn, deck.sound.n, deck.position, rms))
        oldest = start - int(_REMEMBERED_S * self.rate_hz)
        while self._stretches[0].start < oldest:
            self._stretches.popleft()
