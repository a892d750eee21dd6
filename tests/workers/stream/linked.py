"""Follows a backend with the real engine, at a pace for tests, and keeps what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from engineio import base_client
from pydantic import SecretStr

from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent
from workers.engines.stream.worxed import Pace, WorxedBackend, WorxedSettings

QUICK = Pace(first_s=0.02, most_s=0.1, steady_s=0.2, heartbeat_s=0.4, answer_s=5.0)


class Followed:
    """An engine that follows, and everything it yielded."""

    def __init__(self, token: str = "", pace: Pace = QUICK) -> None:
        self.engine = WorxedBackend(WorxedSettings(token=SecretStr(token)), pace=pace, chance=lambda: 0.5)
        self.events: list[SourceEvent] = []
        self._more = asyncio.Condition()

    async def run(self, url: str) -> None:
        """Follow until cancelled."""
        async for event in self.engine.follow(Follow(url)):
            async with self._more:
                self.events.append(event)
                self._more.notify_all()

    def links(self, state: LinkState | None = None) -> list[Linked]:
        """How the link was, so far."""
        return [event for event in self.events if isinstance(event, Linked) and state in {None, event.state}]

    def received(self, name: str) -> list[object]:
        """The payloads that came under a name."""
        return [event.payload for event in self.events if isinstance(event, Received) and event.name == name]

    async def link(self, state: LinkState, count: int = 1) -> Linked:
        """The `count`-th time the link is so, waiting for it."""
        async with asyncio.timeout(20), self._more:
            await self._more.wait_for(lambda: len(self.links(state)) >= count)
        return self.links(state)[count - 1]

    async def hears(self, name: str, count: int = 1) -> object:
        """The `count`-th payload under a name, waiting for it."""
        async with asyncio.timeout(20), self._more:
            await self._more.wait_for(lambda: len(self.received(name)) >= count)
        return self.received(name)[count - 1]


@asynccontextmanager
async def following(url: str, token: str = "", pace: Pace = QUICK) -> AsyncIterator[Followed]:
    """Follow for the length of the block, and see to it that nothing is left behind."""
    before = asyncio.all_tasks()
    followed = Followed(token, pace)
    task = asyncio.ensure_future(followed.run(url))
    try:
        yield followed
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(1):
        while left := {other for other in asyncio.all_tasks() - before if not _is_subprocess(other)}:
            await asyncio.wait(left)
    assert base_client.connected_clients == []


def _is_subprocess(task: asyncio.Task[object]) -> bool:
    return "Backend._read" in repr(task.get_coro())
