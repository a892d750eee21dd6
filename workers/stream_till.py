"""The ledger, seen from an event loop: one thread does the writing, and what goes wrong is said once."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from models.stream.happening import Happening

_log = logging.getLogger(__name__)
_R = TypeVar("_R")


class Ledger(Protocol):
    """What is owed, on disk: `workers.ledger.Ledger`. Blocking; everything is called in one thread."""

    @property
    def notice(self) -> str:
        """What the user should know about the file now; empty when all is well."""
        ...

    def owe_all(self, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        """Write all down; gives the new ones."""
        ...

    def settle(self, ids: Iterable[str]) -> None:
        """These have been answered."""
        ...

    def owed(self) -> tuple[Happening, ...]:
        """What has not been, oldest first."""
        ...

    def close(self) -> None:
        """Done with it."""
        ...


class Till:
    """`ledger` opens it, in the thread that then owns it; `say` is told what the user should know, once."""

    def __init__(self, ledger: Callable[[], Ledger], say: Callable[[str], None]) -> None:
        self._opening = ledger
        self._say = say
        self._said = ""
        self._ledger: Ledger | None = None
        self._thread = ThreadPoolExecutor(1, "ledger")

    async def open(self) -> tuple[Happening, ...]:
        """What is owed from before, oldest first."""
        try:
            self._ledger = await self._run(self._opening)
            owed = await self._run(self._ledger.owed)
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return ()
        self._heed(self._ledger)
        return owed

    async def owe(self, paid: tuple[Happening, ...]) -> tuple[Happening, ...]:
        """Write it down; gives what of it is new, which is all where there is no ledger to say."""
        if self._ledger is None:
            return paid
        try:
            new = await self._run(self._ledger.owe_all, paid)
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return paid
        self._heed(self._ledger)
        return new

    async def settle(self, ids: tuple[str, ...]) -> None:
        """These have been answered for good."""
        if self._ledger is not None:
            try:
                await self._run(self._ledger.settle, ids)
            except (sqlite3.Error, OSError) as error:
                self._failed(error)
            else:
                self._heed(self._ledger)

    async def close(self) -> None:
        """Done with it; what is being written is written."""
        if self._ledger is not None:
            await self._run(self._ledger.close)
        self._thread.shutdown()

    def _heed(self, ledger: Ledger) -> None:
        self._tell(ledger.notice)

    def _failed(self, error: Exception) -> None:
        _log.warning("ledger: %s", error)
        self._tell(
            f"Donations, subs and raids can't be written down ({error}). She answers them all the same, but those "
            "that wait for an answer are lost if Vesper is closed. Make room on the disk and start her again."
        )

    def _tell(self, notice: str) -> None:
        if notice != self._said:
            self._said = notice
            if notice:
                self._say(notice)

    async def _run(self, work: Callable[..., _R], *arguments: object) -> _R:
        """Do it in the ledger's thread, also when nobody waits for it any more: it may be money."""
        working = asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)
        return await asyncio.shield(working)
