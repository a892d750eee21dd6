"""The thread that keeps microphone and loudspeaker open: opens, watches, loses, falls back, returns.

It alone opens and closes streams. A lost device is tried again every second or so, at once with the default
device when a named one is gone; when the hardware changes while a fallback is in use, everything is reopened
at a moment when nobody speaks, because PortAudio renews its list only with all streams closed.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from models.sound import AudioEvent, DeviceChanged, DeviceState
from workers.engines.audio import library
from workers.engines.audio.library import Choice
from workers.engines.audio.streams import STALLED, Stream

_TICK_S = 0.25
_SETTLING_TICK_S = 0.02
_RETRY_S = 1.5
_GRACE_S = 1.0
"""A stream that stalls (an underrun on a busy machine) and flows again within this is not worth a word."""
_LOOK_S = 10.0


@dataclass(frozen=True, slots=True)
class Line:
    """One direction.

    `open` raises when the device refuses; `stand_in` plays instead of a missing loudspeaker.
    """

    direction: str
    device: str
    open: Callable[[Choice, int], Stream]
    stand_in: Callable[[], Stream] | None = None


@dataclass(frozen=True, slots=True)
class _Order:
    """What a direction is to be from now on; None leaves it as it is. `done` is set when that has been tried."""

    direction: str
    wanted: bool | None
    device: str | None
    done: threading.Event


class _State:
    def __init__(self, line: Line, *, wanted: bool) -> None:
        self.line = line
        self.device = line.device
        self.wanted = wanted
        self.stream: Stream | None = None
        self.substitute: Stream | None = None
        self.fallback = False
        self.name = ""
        self.note = ""
        self.retry_s = 0.0
        self.told: DeviceState | None = None
        self.missing_s = 0.0


class Keeper:
    """Runs from `start` to `close`. `quiet` says whether a gap of half a second would go unnoticed."""

    def __init__(
        self,
        lines: tuple[tuple[Line, bool], ...],
        emit: Callable[[AudioEvent], None],
        fail: Callable[[Exception], None],
        quiet: Callable[[], bool],
    ) -> None:
        self._states = {line.direction: _State(line, wanted=wanted) for line, wanted in lines}
        self._emit = emit
        self._fail = fail
        self._quiet = quiet
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._hardware = library.hardware()
        self._looked_s = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="device-keeper", daemon=True)

    def start(self) -> None:
        """Open what is wanted and keep it open."""
        self._thread.start()

    def want(self, direction: str, *, wanted: bool) -> threading.Event:
        """Open or release a direction. The event is set once that has been done or tried."""
        done = threading.Event()
        self._orders.put(_Order(direction, wanted, None, done))
        return done

    def use(self, direction: str, device: str) -> threading.Event:
        """Go over to another device, if it is another one. The event is set once that has been done or tried."""
        done = threading.Event()
        self._orders.put(_Order(direction, None, device, done))
        return done

    def close(self) -> None:
        """Release every device."""
        self._orders.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._tick()
            while (order := self._next()) is not None:
                if order:
                    self._take(self._states[order.direction], order)
                self._tick()
                if order:
                    order.done.set()
        except Exception as error:  # noqa: BLE001  # handed to the one who listens
            self._fail(error)
        finally:
            for state in self._states.values():
                self._release(state)

    def _take(self, state: _State, order: _Order) -> None:
        if order.wanted is not None:
            state.wanted = order.wanted
            state.retry_s = 0.0
        if order.device is not None and order.device != state.device:
            state.device = order.device
            self._release(state)
            state.told = None
            state.missing_s = state.retry_s = 0.0

    def _next(self) -> _Order | tuple[()] | None:
        try:
            settling = any(
                state.stream and state.told is not DeviceState.OPEN for state in self._states.values()
            )
            return self._orders.get(timeout=_SETTLING_TICK_S if settling else _TICK_S)
        except queue.Empty:
            return ()

    def _tick(self) -> None:
        now_s = time.monotonic()
        self._look_for_hardware(now_s)
        for state in self._states.values():
            if not state.wanted:
                state.missing_s = 0.0
                self._release(state)
                self._tell(state, DeviceState.MUTED)
            elif state.stream is not None:
                self._check(state, state.stream, now_s)
            elif now_s >= state.retry_s:
                self._try(state)
                state.retry_s = time.monotonic() + _RETRY_S
            hopeful = not state.missing_s or now_s - state.missing_s < _GRACE_S
            if state.wanted and not hopeful and state.told is DeviceState.OPEN:
                self._tell(state, DeviceState.LOST, state.name, STALLED)
            if state.stream is None and state.substitute is None and state.line.stand_in is not None:
                state.substitute = state.line.stand_in()

    def _check(self, state: _State, stream: Stream, now_s: float) -> None:
        complaint = stream.complaint(now_s)
        if complaint:
            self._release(state)
            state.retry_s = now_s + _TICK_S
            state.missing_s = state.missing_s or now_s
            if complaint != STALLED:
                self._tell(state, DeviceState.LOST, state.name, complaint)
        elif stream.flowing:
            state.missing_s = 0.0
            self._tell(state, DeviceState.OPEN, state.name, state.note)

    def _try(self, state: _State) -> None:
        if all(other.stream is None for other in self._states.values()):
            library.refresh()
        line = state.line
        choice = library.choose(library.devices(), line.direction, state.device)
        if choice is None:
            self._tell(state, DeviceState.ABSENT, message=f"no {line.direction} device was found")
            return
        self._drop_substitute(state)
        error: Exception | None = None
        for rate_hz in choice.rates_hz:
            try:
                state.stream = line.open(choice, rate_hz)
                break
            except library.sounddevice().PortAudioError as refused:
                error = refused
        if state.stream is None:
            self._tell(state, DeviceState.ABSENT, choice.name, f"{choice.name} cannot be opened: {error}")
            return
        state.fallback = choice.fallback
        state.name = choice.name
        state.note = f"{state.device} is not there; using {choice.name}" if choice.fallback else ""

    def _look_for_hardware(self, now_s: float) -> None:
        """Reopen everything when a device that is missed may have come back."""
        states = self._states.values()
        missed = any(state.wanted and (state.fallback or not state.stream) for state in states)
        if not missed or all(state.stream is None for state in states) or not self._quiet():
            return
        hardware = library.hardware()
        changed = hardware != self._hardware
        if changed or (hardware is None and now_s - self._looked_s > _LOOK_S):
            self._hardware = hardware
            self._looked_s = now_s
            for state in states:
                self._release(state)
                state.retry_s = 0.0

    def _release(self, state: _State) -> None:
        self._drop_substitute(state)
        if state.stream is not None:
            state.stream.close()
            state.stream = None

    def _drop_substitute(self, state: _State) -> None:
        if state.substitute is not None:
            state.substitute.close()
            state.substitute = None

    def _tell(self, state: _State, became: DeviceState, name: str = "", message: str = "") -> None:
        if state.told != became:
            state.told = became
            self._emit(DeviceChanged(state.line.direction, became, name, message))
