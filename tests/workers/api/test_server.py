"""The organ: its port, its thread, its end."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from models.errors import Blame
from models.events import Event, Failed, Health, ReplyDelta, WorkerChanged
from models.requests import SayAsked
from tests.workers.api.serving import AUTH, TOKEN, Directed, Served, World, serving
from tests.workers.living import watching
from workers.api.server import Api, ApiSetup, Limits, Listen
from workers.runtime.organ import Warm


def health(served: Served) -> list[Health]:
    return [event.health for event in served.organ.of(WorkerChanged)]


async def test_a_port_in_use_is_a_notice_and_may_be_tried_again() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        async with serving(port=port) as served:
            failed = await served.organ.see(Failed)
            assert (failed.worker, failed.blame) == ("api", Blame.SETTINGS)
            assert failed.message.startswith(f"Port {port} is taken by another program; choose another")
            assert served.api.port == 0
            served.put(ReplyDelta(1, "nobody listens"), Warm(again=True))
            await served.organ.see(Failed, 2)
            assert health(served) == [Health.GONE, Health.GONE]

            other.close()
            served.put(Warm(again=True))
            await served.organ.see(WorkerChanged, 3)
            assert health(served)[-1] is Health.READY
            assert served.api.port == port
            async with httpx.AsyncClient(trust_env=False) as http:
                assert (await http.get(f"http://{served.host}/health")).status_code == 200
            served.put(Warm(again=True))
            async with served.reader():
                assert len(health(served)) == 3  # it listens already


async def test_the_port_is_free_again_at_once() -> None:
    async with serving() as served:
        port = served.api.port
        async with served.reader():
            pass
    async with serving(port=port) as served:
        assert health(served) == [Health.READY]


async def test_a_port_the_system_keeps_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: socket.socket, address: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    async with serving(port=80) as served:
        message = (await served.organ.see(Failed)).message
    assert message.startswith("The system does not give out port 80; choose another in the settings")


async def test_it_lets_everyone_go_at_its_end() -> None:
    closed: list[tuple[int, str]] = []
    async with serving() as served:
        waiting = asyncio.create_task(served.post("/speak", {"text": "hi"}))
        await served.organ.see(SayAsked)
        async with served.stream(additional_headers=AUTH) as reader:
            await reader.recv()
            _, idle = await served.raw()
            served.put(None)
            answer = await waiting
            await reader.wait_closed()
            closed.append((reader.close_code or 0, ""))
        idle.close()
    assert (answer.status_code, answer.json()["error"]) == (503, "Vesper is closing.")
    assert closed[0][0] in {1001, 1012}


async def test_it_ends_though_a_reader_stands_still() -> None:
    async with serving(limits=Limits(grace_s=0.1, queue_bytes=10_000_000)) as served:
        reader, writer = await served.raw()
        writer.write(
            f"GET /stream HTTP/1.1\r\nHost: {served.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            f"Authorization: Bearer {TOKEN}\r\n\r\n".encode()
        )
        assert b"101" in await reader.readline()
        for _ in range(150):
            served.put(ReplyDelta(1, "x" * 60_000))
    writer.close()


def test_it_lives_in_a_thread_of_its_own_and_leaves_none() -> None:
    said: list[Event] = []
    ready = threading.Event()
    api = Api(ApiSetup(0, TOKEN, Path("/nowhere")), World().outside())

    def emit(event: Event) -> None:
        said.append(event)
        ready.set()

    before = set(threading.enumerate())
    thread = threading.Thread(target=lambda: asyncio.run(api.live(emit)), daemon=True)
    thread.start()
    assert ready.wait(10)
    here = f"127.0.0.1:{api.port}"
    assert httpx.get(f"http://{here}/health", trust_env=False).json()["name"] == "Vesper Astra"
    with connect(f"ws://{here}/stream", additional_headers=AUTH, proxy=None, ping_interval=None) as reader:
        assert json.loads(reader.recv(10))["type"] == "hello"
        for n in range(100):
            api.inbox.put(ReplyDelta(n, "x"))
        seen = 0
        while seen < 100:
            seen += json.loads(reader.recv(10))["type"] == "token"
        assert set(threading.enumerate()) - before - {thread} == {reader.recv_events_thread}
    api.inbox.put(None)
    thread.join(10)
    assert not thread.is_alive()
    assert set(threading.enumerate()) == before
    assert [type(event) for event in said] == [WorkerChanged]


def test_nothing_heavy_is_imported_before_it_begins() -> None:
    code = "import sys, workers.api.server; print([m for m in ('fastapi', 'uvicorn', 'starlette') if m in sys.modules])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.strip() == "[]"


async def test_no_address_and_no_token_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with serving() as served:
            await served.http.get("/status?secret=1", headers={"Authorization": "Bearer wrong-token"})
            await served.post("/hush")
            async with served.reader():
                pass
            for headers in ({"Authorization": "Bearer wrong-token"}, {"Origin": "http://evil.example"}):
                with pytest.raises(InvalidStatus):
                    await served.stream(additional_headers=headers)
            async with served.stream() as reader:
                await reader.send('{"type": "auth", "token": "wrong-token"}')
                await reader.wait_closed()
    clients = ("httpx", "httpcore", "websockets.client")
    ours = [record for record in caplog.records if not record.name.startswith(clients)]
    assert [record.getMessage() for record in ours if record.levelno >= logging.INFO] == []
    assert not [record for record in ours if TOKEN in record.getMessage() or "secret" in record.getMessage()]


async def test_a_bad_item_does_not_end_it() -> None:
    api = Api(ApiSetup(0, TOKEN, Path("/nowhere")), World().outside())
    async with watching(Directed(api, None)) as organ:
        await organ.see(WorkerChanged)
        organ.put(object())
        organ.put(ReplyDelta(1, "x"))
    assert organ.of(Failed) == []


async def test_it_moves_to_another_port_and_closes_when_it_is_told_to() -> None:
    api = Api(ApiSetup(None, TOKEN, Path("/nowhere")), World().outside())
    async with watching(Directed(api, None)) as organ, httpx.AsyncClient() as client:
        assert (await organ.see(WorkerChanged)).health is Health.OFF
        organ.put(Listen(0))
        assert (await organ.see(WorkerChanged, 2)).health is Health.READY
        first = api.port
        assert (await client.get(f"http://127.0.0.1:{first}/health")).status_code == 200
        with socket.create_server(("127.0.0.1", 0)) as other:
            taken = other.getsockname()[1]
            organ.put(Listen(taken))
            assert (await organ.see(WorkerChanged, 3)).health is Health.GONE
        organ.put(Listen(taken))
        assert (await organ.see(WorkerChanged, 4)).health is Health.READY
        assert (await client.get(f"http://127.0.0.1:{taken}/health")).status_code == 200
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:{first}/health")
        organ.put(Listen(None))
        assert (await organ.see(WorkerChanged, 5)).health is Health.OFF
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:{taken}/health")
