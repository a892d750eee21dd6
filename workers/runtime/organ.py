"""What a worker runs: one asyncio program with a thread-safe inbox. Qt-free, so the terminal can run it too."""

from __future__ import annotations

import asyncio
import logging
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from models.errors import Blame, EngineError
from models.events import Event, Failed

_log = logging.getLogger(__name__)

Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Warm:
    """Item for every organ: its engine's process is new; get it ready. `again` forgets that it was given up."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class Sleep:
    """Item for organs with engines: nobody needs them now; let them give their memory back."""


@dataclass(frozen=True, slots=True)
class Wake:
    """Item for organs with engines: they will be needed at once; have them warm."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Item for every organ: what it was to work with from now on can't be had; it goes on with what it has."""

    error: EngineError


class Inbox:
    """A queue filled from any thread and emptied by one event loop. `None` means: finish."""

    def __init__(self) -> None:
        self._items: deque[object] = deque()
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._filled = asyncio.Event()

    def put(self, item: object) -> None:
        """Add an item; before the loop runs it waits for it, after the loop it is dropped."""
        with self._lock:
            self._items.append(item)
            loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._filled.set)

    async def items(self) -> AsyncIterator[object]:
        """Everything put, in order, until `None`."""
        with self._lock:
            self._loop = asyncio.get_running_loop()
        while True:
            while True:
                with self._lock:
                    if not self._items:
                        self._filled.clear()
                        break
                    item = self._items.popleft()
                if item is None:
                    return
                yield item
            await self._filled.wait()


class Organ(ABC):
    """A part of her: takes commands by `inbox`, gives events by `emit`."""

    name: str

    def __init__(self) -> None:
        self.inbox = Inbox()
        self.emit: Emit = _nowhere
        self._tasks: set[asyncio.Task[None]] = set()

    @abstractmethod
    async def take(self, item: object) -> None:
        """Act on one item of the inbox. Must return soon: longer work goes to `start`."""

    @abstractmethod
    async def begin(self) -> None:
        """Called once before the first item."""

    @abstractmethod
    async def end(self) -> None:
        """Called once after the last item, with all tasks cancelled."""

    async def live(self, emit: Emit) -> None:
        """The whole life of the organ."""
        self.emit = emit
        async with self._guard():
            await self.begin()
        async for item in self.inbox.items():
            async with self._guard():
                if isinstance(item, Refused):
                    raise item.error
                await self.take(item)
        while self._tasks:
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        async with self._guard():
            await self.end()

    def start(self, work: Coroutine[Any, Any, None], turn: int | None = None) -> asyncio.Task[None]:
        """Run `work` beside the inbox under the organ's guard."""

        async def guarded() -> None:
            async with self._guard(turn):
                await work

        task = asyncio.get_running_loop().create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: work.close())  # cancelled before its first step
        return task

    @asynccontextmanager
    async def _guard(self, turn: int | None = None) -> AsyncIterator[None]:
        """The one place where an exception of an organ becomes an event."""
        try:
            yield
        except EngineError as error:
            self.emit(Failed(self.name, error.blame, error.message, turn))
        except Exception as error:  # noqa: BLE001  # the organ's single guard
            _log.exception("%s failed", self.name)
            self.emit(Failed(self.name, Blame.BUG, repr(error), turn))


def _nowhere(event: Event) -> None:
    _log.warning("event before life: %s", event)
