"""Who listens on the WebSocket.

A slow reader costs a bounded memory: levels keep their latest value only, and one that falls behind with what must
not be lost is let go.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from workers.api.setup import Limits
from workers.api.telling import ALL

LEVELS = frozenset({"pose", "status"})
"""Frames of which only the latest counts."""

TOO_SLOW = 1013
GOING_AWAY = 1001


class Client:
    """One reader: the frames it wants, and those it has not taken yet."""

    def __init__(self, limits: Limits) -> None:
        self.wants = ALL
        self.closing = 0
        self._limits = limits
        self._queue: deque[str] = deque()
        self._levels: dict[str, str] = {}
        self._bytes = 0
        self._more = asyncio.Event()

    def push(self, kind: str, frame: str) -> None:
        """Have a frame sent; a client that has too many waiting is closed instead."""
        if self.closing:
            return
        if kind in LEVELS:
            self._levels[kind] = frame
        elif (
            len(self._queue) >= self._limits.queue_frames
            or self._bytes + len(frame) > self._limits.queue_bytes
        ):
            self.close(TOO_SLOW)
        else:
            self._queue.append(frame)
            self._bytes += len(frame)
        self._more.set()

    def close(self, code: int) -> None:
        """Send nothing more and close."""
        self.closing = code
        self._queue.clear()
        self._levels.clear()
        self._bytes = 0
        self._more.set()

    async def pump(self, send: Callable[[str], Awaitable[None]]) -> int:
        """Send what comes, until it is to be closed; the code to close with."""
        while True:
            await self._more.wait()
            self._more.clear()
            while self._queue or self._levels:
                if self._queue:
                    frame = self._queue.popleft()
                    self._bytes -= len(frame)
                else:
                    frame = self._levels.pop(next(iter(self._levels)))
                await send(frame)
            if self.closing:
                return self.closing


class Audience:
    """All readers."""

    def __init__(self) -> None:
        self._clients: set[Client] = set()
        self.wanted: frozenset[str] = frozenset()
        self.changed = asyncio.Event()

    def __len__(self) -> int:
        return len(self._clients)

    def join(self, client: Client) -> None:
        """Somebody listens."""
        self._clients.add(client)
        self.refresh()

    def leave(self, client: Client) -> None:
        """Somebody is gone."""
        self._clients.discard(client)
        self.refresh()

    def refresh(self) -> None:
        """What is wanted has changed."""
        self.wanted = frozenset[str]().union(*(client.wants for client in self._clients))
        self.changed.set()

    def tell(self, kind: str, frame: str) -> None:
        """A frame for everyone who wants it."""
        for client in self._clients:
            if kind in client.wants:
                client.push(kind, frame)

    def close(self) -> None:
        """Let everyone go."""
        for client in self._clients:
            client.close(GOING_AWAY)
