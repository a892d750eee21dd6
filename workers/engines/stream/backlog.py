"""What came from a backend and was not fetched yet: bounded, and what is dropped is chat before anything else."""

from __future__ import annotations

import asyncio
from collections import deque
from enum import IntEnum

from models.stream.link import Linked, Received, SourceEvent
from models.stream.parsing import may_be_paid

MOST_EVENTS = 5000
MOST_CHARACTERS = 16_000_000
"""What may wait, in events and in characters of JSON."""


class Worth(IntEnum):
    """What is dropped first when there is too much. KEPT never is."""

    CHAT = 0
    PLAIN = 1
    KEPT = 2


class Backlog:
    """A queue of one reader. Where it is full the oldest chat makes room, then the oldest that can't be money."""

    def __init__(self, most_events: int = MOST_EVENTS, most_characters: int = MOST_CHARACTERS) -> None:
        self._waiting: deque[tuple[SourceEvent, Worth, int]] = deque()
        self._room = most_events, most_characters
        self._characters = 0
        self._filled = asyncio.Event()
        self._link: Linked | None = None
        self._over = False
        self.dropped = 0

    def put(self, event: SourceEvent, size: int = 0) -> None:
        """Add an event; `size` is its length in characters."""
        self._waiting.append((event, _worth(event), size))
        self._characters += size
        while len(self._waiting) > self._room[0] or self._characters > self._room[1]:
            if not (self._shed(Worth.CHAT) or self._shed(Worth.PLAIN)):
                break
        self._filled.set()

    def link(self, change: Linked) -> None:
        """Add how the link is now, where that is news."""
        if change != self._link:
            self._link = change
            self.put(change)

    def end(self, *_: object) -> None:
        """Nothing more comes."""
        self._over = True
        self._filled.set()

    async def get(self) -> SourceEvent | None:
        """The oldest event, waiting for one; None when nothing more comes."""
        while not self._waiting:
            if self._over:
                return None
            self._filled.clear()
            await self._filled.wait()
        event, _, size = self._waiting.popleft()
        self._characters -= size
        return event

    def _shed(self, worth: Worth) -> bool:
        for place, (_, its_worth, size) in enumerate(self._waiting):
            if its_worth is worth:
                del self._waiting[place]
                self._characters -= size
                self.dropped += 1
                return True
        return False


def _worth(event: SourceEvent) -> Worth:
    match event:
        case Linked():
            return Worth.KEPT
        case Received(name="chat-message"):
            return Worth.CHAT
        case Received(name=name):
            return Worth.KEPT if may_be_paid(name) else Worth.PLAIN
