from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable

from models.stream.happening import Happening, StreamKind
from workers.stream_till import Till

ANN, BOB = (Happening(who, StreamKind.DONATION, who) for who in ("Ann", "Bob"))


class Busy:
    """A ledger whose disk takes its time."""

    notice = ""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.may = threading.Event()
        self.kept: list[Happening] = []

    def owe_all(self, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        self.asked.set()
        assert self.may.wait(10)
        self.kept += (new := tuple(happenings))
        return new

    def settle(self, ids: Iterable[str]) -> None:
        """Nothing to do."""

    def owed(self) -> tuple[Happening, ...]:
        return ()

    def close(self) -> None:
        """Nothing to do."""


async def test_money_that_waits_to_be_written_is_written_though_nobody_waits_for_it() -> None:
    ledger, said = Busy(), list[str]()
    till = Till(lambda: ledger, said.append)
    await till.open()
    writing = [asyncio.ensure_future(till.owe((one,))) for one in (ANN, BOB)]
    await asyncio.to_thread(ledger.asked.wait)
    for task in writing:
        task.cancel()
    await asyncio.wait(writing)
    ledger.may.set()
    await till.close()
    assert ledger.kept == [ANN, BOB]
    assert said == []


async def test_what_the_ledger_has_to_say_is_said_once_each_time() -> None:
    ledger, said = Busy(), list[str]()
    ledger.may.set()
    till = Till(lambda: ledger, said.append)
    await till.open()
    for notice in ("full", "full", "", "full", "damaged"):
        ledger.notice = notice
        await till.settle(("x",))
    await till.close()
    assert said == ["full", "full", "damaged"]
