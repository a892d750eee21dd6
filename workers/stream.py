"""Stream: the organ that follows the show. It parses what a backend sends, tells each thing once, and loses no money.

Chat comes in batches. What is paid is written into the ledger first, and told at once when it is there; what a former
run left unanswered is told at the start. A ledger that can't be written costs one notice.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Protocol, cast

from models.commands import Settle
from models.errors import Blame, EngineError
from models.events import Failed, Health, StreamHappened, StreamRecalled, WorkerChanged
from models.ports import StreamSource
from models.stream.happening import Happening, Origin
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told
from models.stream.parsing import happening, recalled
from workers.runtime.organ import Organ, Warm
from workers.runtime.retry import finish
from workers.stream_batch import Batch
from workers.stream_sieve import Sieve
from workers.stream_till import Ledger, Till

_HISTORY = "recent-events"
_STATE = "companion-state"
_HEALTH = {
    LinkState.CONNECTED: Health.READY,
    LinkState.LOST: Health.RESTARTING,
    LinkState.REFUSED: Health.GONE,
    LinkState.OVER: Health.OFF,
}


class Recorder(Protocol):
    """Writes a show down as it comes: `workers.recorder.Recorder`. Never raises."""

    @property
    def notice(self) -> str:
        """Why it writes no more, for the user; empty while all is well."""
        ...

    def note(self, name: str, payload: object) -> None:
        """An event came."""
        ...

    def close(self) -> None:
        """Done."""
        ...


@dataclass(frozen=True, slots=True)
class StreamSetup:
    """Whom to follow: the provider's id, its address, and whether at all. Chat is told every `batch_s` at most.

    How she is, is told to the backend every `state_s` at most.
    """

    provider: str
    url: str
    enabled: bool
    batch_s: float = 0.1
    state_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Injected:
    """Item: treat this as if the backend had sent it."""

    name: str
    payload: object


@dataclass(frozen=True, slots=True)
class Connect:
    """Item: follow the backend at this address from now on; None follows none. `source` takes the engine's place."""

    url: str | None
    source: StreamSource | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Item: write the show down from now on, with what `begin` makes; None ends that."""

    begin: Callable[[], Recorder] | None


class Stream(Organ):
    """Takes `Settle`, `Injected`, `Connect`, `Record` and `Warm`.

    Gives `StreamHappened`, `StreamRecalled` and `WorkerChanged`. `ledger` opens the ledger in the thread that owns it;
    `status` is how she is, for the backend, None to tell it nothing; `now` gives the wall clock in seconds since 1970.
    """

    name = "stream"

    def __init__(
        self,
        source: StreamSource | None,
        setup: StreamSetup,
        ledger: Callable[[], Ledger],
        status: Callable[[], dict[str, Any]] | None,
        now: Callable[[], float],
    ) -> None:
        super().__init__()
        self._source = self._wanted = source
        self._one_at_a_time = asyncio.Lock()
        self._setup = setup
        self._till = Till(ledger, lambda notice: self.emit(Failed(self.name, Blame.DEVICE, notice)))
        self._recorder: Recorder | None = None
        self._status = status
        self._sieve = Sieve(now)
        self._batch = Batch()
        self._flushed_s = float("-inf")
        self._flushing: asyncio.TimerHandle | None = None
        self._paid: list[Happening] = []
        self._pay_day = asyncio.Event()
        self._url = setup.url if setup.enabled else ""
        self._following: asyncio.Task[None] | None = None
        self._linked = False
        self._how: tuple[Health, str] | None = None

    async def begin(self) -> None:
        """Tell what is still owed, and begin to follow."""
        owed = await self._till.open()
        self._follow_now()
        if owed:
            self._sieve.note(owed)
            self.emit(StreamHappened(owed))
        self.start(self._take_money())
        if self._status is not None:
            self.start(self._tell_state(self._status))

    async def end(self) -> None:
        """Write down what was paid and not told yet, and let go of everything."""
        if self._flushing is not None:
            self._flushing.cancel()
        await self._till.owe(tuple(self._paid))
        await self._till.close()
        self._record(None)
        if self._source is not None:
            await self._source.close()

    async def take(self, item: object) -> None:
        """Settle, inject, connect."""
        match item:
            case Settle(ids=ids):
                await self._till.settle(ids)
            case Injected(name=name, payload=payload):
                self._happened(happening(name, payload, origin=Origin.INJECTED))
            case Connect(url=url, source=source):
                self._url = url or ""
                self._wanted = source or self._wanted
                self._follow_now()
            case Record(begin=begin):
                self._record(begin)
            case Warm(again=again):
                if again or not self._linked:
                    self._follow_now()

    # --- the link

    def _follow_now(self) -> None:
        """Follow `self._url`, whatever was followed before."""
        if self._following is not None:
            self._following.cancel()
        self._linked = False
        wanted = bool(self._url) and self._wanted is not None
        self._change(Health.STARTING if wanted else Health.OFF)
        self._following = self.start(self._follow(self._url))

    async def _follow(self, url: str) -> None:
        async with self._one_at_a_time:
            if self._source is not self._wanted:
                old, self._source = self._source, self._wanted
                if old is not None:
                    await old.close()
            if not url or self._source is None:
                return
            try:
                async with aclosing(_generator(self._source.follow(Follow(url)))) as events:
                    async for event in events:
                        self._came(event)
            except EngineError as error:
                self._change(Health.GONE, error.message)
                raise
            finally:
                self._linked = False

    def _came(self, event: SourceEvent) -> None:
        match event:
            case Linked(state=state, note=note):
                self._linked = state is LinkState.CONNECTED
                if state is not LinkState.CONNECTING:
                    self._change(_HEALTH[state], note)
            case Received(name=name, payload=payload):
                if self._recorder is not None:
                    self._recorder.note(name, payload)
                    self._heed()
                if name == _HISTORY:
                    history = self._sieve.recalled(recalled(payload))
                    if history:
                        self.emit(StreamRecalled(history))
                else:
                    self._happened(happening(name, payload))

    def _change(self, health: Health, note: str = "") -> None:
        """Tell how the link is: once a change, but a refusal again when its reason is another."""
        how = health, note if health is Health.GONE else ""
        if how != self._how:
            self._how = how
            self.emit(WorkerChanged(self.name, health, self._setup.provider, note))

    def _record(self, begin: Callable[[], Recorder] | None) -> None:
        """End the recording that is being made, and begin another."""
        if self._recorder is not None:
            self._recorder.close()
        self._recorder = begin() if begin else None
        self._heed()

    def _heed(self) -> None:
        """Tell, once, that the recording can't go on."""
        if self._recorder is not None and self._recorder.notice:
            self.emit(Failed(self.name, Blame.DEVICE, self._recorder.notice))
            self._recorder = None

    async def _tell_state(self, status: Callable[[], dict[str, Any]]) -> None:
        told: dict[str, Any] | None = None
        while True:
            await asyncio.sleep(self._setup.state_s)
            state = status()
            lasting = {key: value for key, value in state.items() if key != "uptime"}
            if not self._linked or self._source is None:
                told = None
            elif lasting != told:
                told = lasting
                await finish(self._source.tell(Told(_STATE, state)))

    # --- what happened

    def _happened(self, one: Happening | None) -> None:
        fresh = self._sieve.fresh(one) if one is not None else None
        if fresh is None:
            return
        if fresh.paid:
            self._paid.append(fresh)
            self._pay_day.set()
        else:
            self._batch.add(fresh)
            self._flush_soon()

    def _flush_soon(self) -> None:
        if self._flushing is None:
            loop = asyncio.get_running_loop()
            due_s = self._flushed_s + self._setup.batch_s
            if loop.time() >= due_s:
                self._flush()
            else:
                self._flushing = loop.call_at(due_s, self._flush)

    def _flush(self) -> None:
        self._flushing = None
        self._flushed_s = asyncio.get_running_loop().time()
        self.emit(self._batch.take())
        if self._batch:
            self._flush_soon()

    async def _take_money(self) -> None:
        """Write down what is paid, then tell it."""
        while True:
            await self._pay_day.wait()
            self._pay_day.clear()
            paid, self._paid = tuple(self._paid), []
            new = await self._till.owe(paid)
            if new:
                self.emit(StreamHappened(new))


def _generator(events: AsyncIterator[SourceEvent]) -> AsyncGenerator[SourceEvent, None]:
    """What engines stream is a generator, to be closed at once when it is not wanted any more."""
    return cast("AsyncGenerator[SourceEvent, None]", events)
