"""A recording as a stream: tells what once happened, at its own pace or faster. For replays; not in the registry."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from models.errors import Blame, EngineError
from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told
from models.stream.recording import Recorded, UnreadableError, read

OVER = "the recording is over"


def load(path: Path) -> tuple[Recorded, ...]:
    """The events of a recording, in order of time. Raises `EngineError` (SETTINGS) naming the line that is wrong."""
    try:
        events = read(path.read_bytes())
    except OSError as error:
        raise EngineError(Blame.SETTINGS, f"{path} can't be read: {error.strerror or error}") from error
    except UnreadableError as error:
        raise EngineError(Blame.SETTINGS, f"{path.name}, {error}") from error
    if not events:
        raise EngineError(Blame.SETTINGS, f"{path.name} holds no events")
    return events


class RecordedStream:
    """A `StreamSource` that plays the recording at `path` once, `speed` times as fast as it was.

    `clock` gives seconds that only go forward, `rest` lets that many of them pass.
    """

    def __init__(
        self,
        path: Path,
        speed: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._path = path
        self._speed = speed
        self._clock = clock
        self._rest = rest

    async def follow(self, _request: Follow) -> AsyncIterator[SourceEvent]:
        """Everything in it, then OVER and no more. Raises `EngineError` (SETTINGS) before anything is told."""
        if not self._speed > 0:
            raise EngineError(Blame.SETTINGS, "the speed of a replay must be above 0")
        events = await asyncio.to_thread(load, self._path)
        yield Linked(LinkState.CONNECTED, self._path.name)
        began_s = self._clock()
        for event in events:
            wait_s = began_s + event.at_s / self._speed - self._clock()
            await self._rest(max(0.0, wait_s))
            yield Received(event.name, event.payload)
        yield Linked(LinkState.OVER, OVER)

    async def tell(self, request: Told) -> AsyncIterator[Empty]:
        """Nobody listens to a recording's viewers any more."""
        del request
        yield Empty()

    async def close(self) -> None:
        """Nothing is held."""
