"""Where an organ's engine sits: it is warmed, used, put to rest, woken and exchanged there while the organ works on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from models.errors import EngineError
from models.events import Failed, Health, WorkerChanged
from models.speech import Empty
from workers.runtime.organ import Organ, Sleep, Wake, Warm
from workers.runtime.remote import rest, revive
from workers.runtime.retry import finish, persist


class Warmable(Protocol):
    """What every engine that is made ready without a question can do."""

    def warm(self, request: Empty) -> AsyncIterator[Empty]:
        """Load what it takes."""
        ...

    async def close(self) -> None:
        """End it."""
        ...


P = TypeVar("P", bound=Warmable)


@dataclass(frozen=True, slots=True)
class Exchange(Generic[P]):
    """Item: work with this engine from now on, None for none. One that can't be made ready is not taken.

    `recipe` is what it was made with; an engine of the same recipe as the one that sits there is not needed.
    """

    engine: P | None
    engine_id: str
    recipe: object = None


@dataclass(slots=True, eq=False)
class _Sitter(Generic[P]):
    engine: P | None
    id: str
    recipe: object
    users: int = 0
    unused: asyncio.Event = field(default_factory=asyncio.Event)


class Seat(Generic[P]):
    """The engine of `organ`, which gives it its items by `take`; `taken` is called when another engine has come."""

    def __init__(self, organ: Organ, first: Exchange[P], taken: Callable[[], None]) -> None:
        self._organ = organ
        self._sitter = _sitter(first)
        self._open = [self._sitter]
        self._taken = taken
        self._asleep = False
        self._warming: asyncio.Task[None] | None = None
        self._exchanging: asyncio.Task[None] | None = None

    @property
    def empty(self) -> bool:
        """Whether there is no engine at all."""
        return self._sitter.engine is None

    @property
    def warming(self) -> bool:
        """Whether the engine is being made ready."""
        return self._warming is not None and not self._warming.done()

    def take(self, item: object) -> None:
        """Act on an item that concerns the engine; others are none of its business."""
        match item:
            case Warm(again=again):
                if again:
                    revive(self._sitter.engine)
                self.warm()
            case Wake():
                self.rouse()
            case Sleep() if not (self._asleep or self._sitter.users or self.warming or self.empty):
                self._organ.start(self._rest(self._sitter))
            case Exchange(recipe=recipe):
                if self._exchanging is not None:
                    self._exchanging.cancel()
                if recipe is None or recipe != self._sitter.recipe:
                    self._exchanging = self._organ.start(self._exchange(_sitter(item)))

    def warm(self) -> None:
        """Begin to make the engine ready; announced when it is."""
        if not self.empty:
            self._asleep = False
            self._warming = self._organ.start(self._warm(self._sitter))

    def rouse(self) -> None:
        """Wake the engine if it sleeps."""
        if self._asleep:
            self.warm()

    async def warmed(self) -> None:
        """Wake the engine if need be, and wait while it is being made ready, whatever comes of it."""
        self.rouse()
        if self._warming is not None:
            await asyncio.wait([self._warming])

    @asynccontextmanager
    async def use(self) -> AsyncIterator[P | None]:
        """The engine to ask now. It stays open and awake until it is let go, whoever takes its seat."""
        self.rouse()
        sitter = self._sitter
        sitter.users += 1
        sitter.unused.clear()
        try:
            yield sitter.engine
        finally:
            sitter.users -= 1
            if not sitter.users:
                sitter.unused.set()

    async def close(self) -> None:
        """End every engine that is still open."""
        for sitter in tuple(self._open):
            await self._shut(sitter)

    async def _warm(self, sitter: _Sitter[P]) -> None:
        engine = sitter.engine
        if engine is None:
            return
        try:
            await persist(lambda: finish(engine.warm(Empty())))
        except EngineError:
            if sitter is self._sitter:
                raise
            return  # another engine sits here now
        if sitter is self._sitter:
            self._tell(Health.READY)

    async def _rest(self, sitter: _Sitter[P]) -> None:
        self._asleep = True
        given_back = await rest(sitter.engine)
        if self._asleep and given_back:
            self._tell(Health.ASLEEP)
        elif not given_back:
            self._asleep = False

    async def _exchange(self, newcomer: _Sitter[P]) -> None:
        """Make the new engine ready, seat it, and close the old one when nobody uses it any more."""
        leaving, engine = newcomer, newcomer.engine
        self._open.append(newcomer)
        try:
            if engine is not None:
                await persist(lambda: finish(engine.warm(Empty())))
            leaving, self._sitter = self._sitter, newcomer
            self._asleep = False
            self._taken()
            self._tell_state()
        except EngineError as error:
            self._tell_state()
            self._organ.emit(Failed(self._organ.name, error.blame, error.message))
        finally:
            self._organ.start(self._retire(leaving))

    def _tell_state(self) -> None:
        self._tell(Health.OFF if self.empty else Health.READY)

    def _tell(self, health: Health) -> None:
        self._organ.emit(WorkerChanged(self._organ.name, health, self._sitter.id))

    async def _retire(self, sitter: _Sitter[P]) -> None:
        """Close an engine that lost its seat, once what it was asked is done."""
        if sitter.users:
            await sitter.unused.wait()
        await self._shut(sitter)

    async def _shut(self, sitter: _Sitter[P]) -> None:
        if sitter.engine is not None:
            await sitter.engine.close()
        self._open.remove(sitter)


def _sitter(item: Exchange[P]) -> _Sitter[P]:
    return _Sitter(item.engine, item.engine_id, item.recipe)
