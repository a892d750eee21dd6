"""Rest: the organ that lets the engines sleep when nobody has needed her for a while, and wakes them at the first sign.

What is a sign is said by whoever sees it (`Stir`): a voice that begins, a line that was typed, a word of hers. The
engines wake all at once, so that they are warm when what was said is over.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from workers.runtime.organ import Organ, Sleep, Wake

Wait = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Stir:
    """Item: she is needed, or will be at once."""


@dataclass(frozen=True, slots=True)
class RestAfter:
    """Item: from now on, let engines sleep after so many minutes; 0: never."""

    minutes: float


class Rest(Organ):
    """Takes `Stir` and `RestAfter`; gives `Sleep` and `Wake` to `sleepers`, and no events.

    A part that is at work does not sleep; it is told again after as long a time. `wait` lets seconds pass.
    """

    name = "rest"

    def __init__(
        self, minutes: float, sleepers: tuple[Callable[[object], None], ...], wait: Wait = asyncio.sleep
    ) -> None:
        super().__init__()
        self._minutes = minutes
        self._sleepers = sleepers
        self._wait = wait
        self._asleep = False
        self._dozing: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Begin to wait."""
        self._doze()

    async def end(self) -> None:
        """Nothing is held."""

    async def take(self, item: object) -> None:
        """Somebody stirred, or the time until sleep was changed."""
        match item:
            case RestAfter(minutes=minutes):
                self._minutes = minutes
            case Stir():
                pass
            case _:
                return
        if self._asleep:
            self._asleep = False
            self._tell(Wake())
        self._doze()

    def _doze(self) -> None:
        if self._dozing is not None:
            self._dozing.cancel()
        self._dozing = self.start(self._fall_asleep()) if self._minutes else None

    async def _fall_asleep(self) -> None:
        while True:
            await self._wait(self._minutes * 60)
            self._asleep = True
            self._tell(Sleep())

    def _tell(self, item: object) -> None:
        for put in self._sleepers:
            put(item)
