"""The suite of the role "stream": the fake, a recording, and every engine of the registry."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from models.ports import StreamSource
from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told
from tests.fakes.stream_server import Backend, running
from tests.fakes.stream_source import CONNECTED, FakeStream
from workers.engines.registry import of_role
from workers.engines.stream.recording import RecordedStream

RAID = {"id": "1", "username": "Cleo", "viewers": 3}


@asynccontextmanager
async def _fake(_: Path) -> AsyncIterator[tuple[StreamSource, str]]:
    source = FakeStream()
    source.send(CONNECTED, Received("raid", RAID))
    yield source, "http://anywhere"


@asynccontextmanager
async def _recorded(folder: Path) -> AsyncIterator[tuple[StreamSource, str]]:
    path = folder / "show.jsonl"
    path.write_text(json.dumps({"name": "raid", "payload": RAID}) + "\n", "utf-8")
    yield RecordedStream(path), ""


@asynccontextmanager
async def _worxed(_: Path) -> AsyncIterator[tuple[StreamSource, str]]:
    [entry] = of_role("stream")
    source = entry.build(entry.settings_class()())
    async with running("python") as backend:
        telling = asyncio.ensure_future(_raid(backend))
        yield source, backend.url
        await telling


async def _raid(backend: Backend) -> None:
    await backend.says("joined")
    await backend.emit("raid", RAID)


MAKERS: dict[str, Any] = {"fake": _fake, "recording": _recorded, "worxed": _worxed}


@pytest.fixture(params=MAKERS)
async def source(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[StreamSource, str]]:
    async with MAKERS[request.param](tmp_path) as made:
        yield made
        await made[0].close()


def test_every_engine_of_the_role_is_here() -> None:
    assert {entry.id for entry in of_role("stream")} <= set(MAKERS)


async def _until_raid(events: AsyncGenerator[SourceEvent, None]) -> list[SourceEvent]:
    found = []
    async with asyncio.timeout(10):
        async for event in events:
            found.append(event)
            if isinstance(event, Received) and event.name == "raid":
                break
    return found


async def test_it_links_and_then_tells_what_comes_as_it_came(source: tuple[StreamSource, str]) -> None:
    stream, url = source
    events: Any = stream.follow(Follow(url))
    found = await _until_raid(events)
    await events.aclose()
    states = [event.state for event in found if isinstance(event, Linked)]
    assert states[-1] is LinkState.CONNECTED
    assert found[-1] == Received("raid", RAID)
    first = next(n for n, event in enumerate(found) if isinstance(event, Received))
    assert Linked(LinkState.CONNECTED) in [
        Linked(event.state) for event in found[:first] if isinstance(event, Linked)
    ]


async def test_telling_without_a_link_is_no_error(source: tuple[StreamSource, str]) -> None:
    stream, url = source
    assert [value async for value in stream.tell(Told("companion-state", {}))] == [Empty()]
    events: Any = stream.follow(Follow(url))
    await _until_raid(events)
    assert [value async for value in stream.tell(Told("companion-state", {}))] == [Empty()]
    await events.aclose()
    assert [value async for value in stream.tell(Told("companion-state", {}))] == [Empty()]


async def test_cancelling_ends_it_and_leaves_nothing(source: tuple[StreamSource, str]) -> None:
    stream, url = source
    before = asyncio.all_tasks()
    events: Any = stream.follow(Follow(url))
    following = asyncio.ensure_future(_until_raid(events))
    await asyncio.wait([following])
    waiting = asyncio.ensure_future(_everything(events))
    await asyncio.sleep(0)
    waiting.cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(waiting, return_exceptions=True)
        await events.aclose()
        while left := asyncio.all_tasks() - before - {asyncio.current_task()}:
            await asyncio.wait(left)


async def _everything(events: AsyncIterator[SourceEvent]) -> None:
    async for _ in events:
        pass


async def test_it_may_be_closed_twice(source: tuple[StreamSource, str]) -> None:
    stream, url = source
    events: Any = stream.follow(Follow(url))
    await _until_raid(events)
    await events.aclose()
    await stream.close()
