from __future__ import annotations

import asyncio

from models.stream.link import Linked, LinkState, Received, SourceEvent
from workers.engines.stream.backlog import Backlog

LINKED = Linked(LinkState.CONNECTED)
LOST = Linked(LinkState.LOST)


def chat(n: int) -> Received:
    return Received("chat-message", n)


async def rest(backlog: Backlog) -> list[SourceEvent]:
    backlog.end()
    found = []
    while (event := await backlog.get()) is not None:
        found.append(event)
    return found


async def test_it_is_a_queue() -> None:
    backlog = Backlog()
    getting = asyncio.ensure_future(backlog.get())
    await asyncio.sleep(0)
    backlog.put(chat(1))
    backlog.put(chat(2))
    assert await getting == chat(1)
    assert await rest(backlog) == [chat(2)]


async def test_its_end_wakes_who_waits() -> None:
    backlog = Backlog()
    getting = asyncio.ensure_future(backlog.get())
    await asyncio.sleep(0)
    backlog.end()
    assert await getting is None


async def test_a_link_is_told_when_it_is_news() -> None:
    backlog = Backlog()
    for change in (LINKED, LINKED, LOST, LOST, LINKED):
        backlog.link(change)
    assert await rest(backlog) == [LINKED, LOST, LINKED]


async def test_where_it_is_full_the_oldest_chat_goes_first() -> None:
    backlog = Backlog(most_events=4)
    money = [Received(name, {}) for name in ("new-subscriber", "donation", "alert")]
    for event in (money[0], chat(1), chat(2), money[1], chat(3), Received("hydrate", {}), money[2]):
        backlog.put(event)
    assert await rest(backlog) == [money[0], money[1], Received("hydrate", {}), money[2]]
    assert backlog.dropped == 3


async def test_money_and_links_are_never_dropped() -> None:
    backlog = Backlog(most_events=3)
    kept: list[SourceEvent] = [Received("raid", n) for n in range(20)] + [LINKED]
    for event in kept:
        backlog.put(event)
        backlog.put(Received("hydrate", {}))
    assert await rest(backlog) == kept


async def test_long_events_fill_it_as_well() -> None:
    backlog = Backlog(most_characters=100)
    for n in range(10):
        backlog.put(chat(n), 30)
    assert await backlog.get() == chat(7)
    backlog.put(chat(10), 30)
    assert await rest(backlog) == [chat(8), chat(9), chat(10)]
