"""Runs an organ inside a test and watches what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from models.events import Event
from workers.runtime.organ import Organ

E = TypeVar("E", bound=Event)
W = TypeVar("W", bound="Watched")


class Watched:
    """An organ that lives, and everything it emitted."""

    def __init__(self, organ: Organ) -> None:
        self.organ = organ
        self.events: list[Event] = []
        self._more = asyncio.Event()

    def put(self, item: object) -> None:
        """Give the organ something to do."""
        self.organ.inbox.put(item)

    def emit(self, event: Event) -> None:
        """Note what it says."""
        self.events.append(event)
        self._more.set()

    def of(self, kind: type[E]) -> list[E]:
        """The events of one kind so far."""
        return [event for event in self.events if isinstance(event, kind)]

    async def see(self, kind: type[E], count: int = 1) -> E:
        """The `count`-th event of a kind, waiting for it."""
        async with asyncio.timeout(10):
            while len(self.of(kind)) < count:
                self._more.clear()
                await self._more.wait()
        return self.of(kind)[count - 1]


@asynccontextmanager
async def living(organ: Organ) -> AsyncIterator[Watched]:
    """Let an organ live for the length of a test."""
    async with watching(Watched(organ)) as watched:
        yield watched


@asynccontextmanager
async def watching(watched: W) -> AsyncIterator[W]:
    """Let the organ that is watched live for the length of a test."""
    life = asyncio.create_task(watched.organ.live(watched.emit))
    try:
        yield watched
    finally:
        watched.put(None)
        async with asyncio.timeout(10):
            await life


async def until(condition: object) -> None:
    """Let other tasks run until `condition()` holds."""
    async with asyncio.timeout(10):
        while not condition():  # type: ignore[operator]  # a callable
            await asyncio.sleep(0.005)
