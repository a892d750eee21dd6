from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import pytest

from tests.workers.living import Watched, living, until
from workers.rest import Rest, RestAfter, Stir
from workers.runtime.organ import Sleep, Wake


@dataclass
class Night:
    """Time that passes when the test says so: `waits` are the seconds waited for, newest last."""

    told: list[object] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    over: list[asyncio.Event] = field(default_factory=list)

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.over.append(asyncio.Event())
        await self.over[-1].wait()

    async def pass_by(self) -> None:
        """Let the wait under way end, and the next one begin."""
        count = len(self.waits)
        self.over[-1].set()
        await until(lambda: len(self.waits) > count)

    def live(self, minutes: float = 10) -> AbstractAsyncContextManager[Watched]:
        return living(Rest(minutes, (self.told.append,), self.wait))


@pytest.fixture
async def night() -> Night:
    return Night()


async def test_after_a_while_without_a_word_engines_sleep_and_wake_once_at_the_first_sign(
    night: Night,
) -> None:
    async with night.live() as rest:
        await until(lambda: night.waits)
        assert night.waits == [600]
        await night.pass_by()
        assert night.told == [Sleep()]
        for waits in (3, 4):
            rest.put(Stir())
            await until(lambda waits=waits: len(night.waits) == waits)
    assert night.told == [Sleep(), Wake()]


async def test_every_sign_begins_the_while_anew(night: Night) -> None:
    async with night.live() as rest:
        await until(lambda: night.waits)
        rest.put(Stir())
        await until(lambda: len(night.waits) == 2)
        night.over[0].set()
        await until(lambda: True)
        assert night.told == []
        await night.pass_by()
        assert night.told == [Sleep()]


async def test_who_was_at_work_is_told_again(night: Night) -> None:
    async with night.live():
        await until(lambda: night.waits)
        await night.pass_by()
        await night.pass_by()
    assert night.told == [Sleep(), Sleep()]


async def test_the_time_is_changed_while_she_lives_and_none_means_never(night: Night) -> None:
    async with night.live(0) as rest:
        rest.put(RestAfter(2))
        await until(lambda: night.waits)
        assert night.waits == [120]
        await night.pass_by()
        rest.put(RestAfter(0))
        await until(lambda: len(night.told) == 2)
        assert night.told == [Sleep(), Wake()]
        rest.put(Stir())
        await until(lambda: True)
        assert len(night.waits) == 2
