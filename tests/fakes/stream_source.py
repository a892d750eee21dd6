"""A stream backend behind the port, driven by a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told

CONNECTED = Linked(LinkState.CONNECTED)
LOST = Linked(LinkState.LOST, "the connection broke")


class FakeStream:
    """A `StreamSource` that yields what it is given; `links` are those open now, `followed` all addresses so far."""

    def __init__(self) -> None:
        self.followed: list[str] = []
        self.told: list[Told] = []
        self.links = 0
        self.most_links = 0
        self.closed = 0
        self._coming: asyncio.Queue[SourceEvent | Exception] = asyncio.Queue()

    def send(self, *events: SourceEvent | Exception) -> None:
        """Let these come next; an exception ends the link."""
        for event in events:
            self._coming.put_nowait(event)

    def event(self, name: str, payload: object) -> None:
        """Let the backend tell this."""
        self.send(Received(name, payload))

    async def follow(self, request: Follow) -> AsyncIterator[SourceEvent]:
        """What the test sends, until cancelled."""
        self.followed.append(request.url)
        self.links += 1
        self.most_links = max(self.most_links, self.links)
        try:
            yield Linked(LinkState.CONNECTING)
            while True:
                event = await self._coming.get()
                if isinstance(event, Exception):
                    raise event
                yield event
        finally:
            await asyncio.sleep(0)
            self.links -= 1

    async def tell(self, request: Told) -> AsyncIterator[Empty]:
        """Keep it."""
        if self.links:
            self.told.append(request)
        yield Empty()

    async def close(self) -> None:
        """Count it."""
        self.closed += 1
