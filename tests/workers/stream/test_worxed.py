"""The engine against real servers: python-socketio and Node's Socket.IO 4, each as a process of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web

from models.stream.link import LinkState, Told
from tests.fakes.stream_server import KINDS, Backend, running
from tests.workers.stream.linked import QUICK, Followed, following
from workers.engines.stream.worxed import Pace, WorxedBackend, WorxedSettings

S = LinkState
KEY = "open-sesame-77"


@pytest.fixture(params=KINDS)
async def backend(request: pytest.FixtureRequest) -> AsyncIterator[Backend]:
    async with running(request.param) as running_:
        yield running_


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def tell(followed: Followed, name: str, payload: object) -> None:
    async for _ in followed.engine.tell(Told(name, payload)):
        pass


# --- what comes, comes


async def test_it_connects_and_hears_everything(backend: Backend) -> None:
    async with following(backend.url) as followed:
        await followed.hears("alert-settings")
        payload = {"id": "1", "text": "grüße \u0000 \u2028 🦊", "deep": [[{}]], "n": 1e300, "none": None}
        await backend.order(emit=[["chat-message", payload], ["any name / at all", 5], ["bare"]])
        await backend.order(
            emit=[[name, 1] for name in ("connect", "disconnect", "*", "__disconnect_final", "event")]
        )
        await backend.emit("last", None)
        await followed.hears("last")
        assert followed.received("chat-message") == [payload]
        assert (followed.received("any name / at all"), followed.received("bare")) == ([5], [None])
        for name in ("connect", "disconnect", "*", "__disconnect_final", "event"):
            assert followed.received(name) == [1]
    assert [link.state for link in followed.links()] == [S.CONNECTING, S.CONNECTED]
    await backend.says("left")


async def test_it_tells_while_it_is_linked_and_drops_it_otherwise(backend: Backend) -> None:
    async with following(backend.url) as followed:
        await tell(followed, "too-early", {})
        await followed.hears("alert-settings")
        await tell(followed, "companion-state", {"mood": {"energy": 50.0}})
        assert await backend.says("got") == {"got": "companion-state", "payload": {"mood": {"energy": 50.0}}}
    await tell(followed, "too-late", {})


async def test_history_comes_on_every_connect_and_it_is_back_after_a_kill(backend: Backend) -> None:
    async with following(backend.url) as followed:
        await followed.hears("recent-events")
        await backend.emit("raid", {"id": "1", "username": "Cleo", "viewers": 3})
        await followed.hears("raid")
        await backend.kill()
        lost = await followed.link(S.LOST)
        await backend.start()
        await followed.link(S.CONNECTED, 2)
        await followed.hears("recent-events", 2)
        await backend.emit("raid", {"id": "2"})
        await followed.hears("raid", 2)
    assert "broke" in lost.note
    assert all("start the stream backend" in link.note for link in followed.links(S.LOST)[1:])


async def test_a_frozen_link_is_noticed_and_comes_back(backend: Backend) -> None:
    async with following(backend.url, pace=replace(QUICK, answer_s=60)) as followed:
        await followed.hears("alert-settings")
        backend.freeze()
        lost = await followed.link(S.LOST)
        backend.thaw()
        await followed.link(S.CONNECTED, 2)
        await followed.hears("recent-events", 2)
    assert "does not answer any more" in lost.note


async def test_a_connection_that_is_closed_comes_back(backend: Backend) -> None:
    async with following(backend.url) as followed:
        for n, how in enumerate(("kick", "drop"), 2):
            await followed.hears("alert-settings", n - 1)
            await backend.order(**{how: True})
            await followed.link(S.CONNECTED, n)


async def test_where_there_is_no_websocket_it_polls(kind: str) -> None:
    async with (
        running(kind, transports="polling") as backend,
        following(backend.url, pace=replace(QUICK, answer_s=60)) as followed,
    ):
        await followed.hears("alert-settings")
        assert (await backend.says("joined"))["transport"] == "polling"
        await backend.order(emit=[["chat-message", {"id": n}] for n in range(300)])
        await followed.hears("chat-message", 300)
        await tell(followed, "companion-state", 1)
        await backend.says("got")
        backend.freeze()
        await followed.link(S.LOST)
        backend.thaw()
        await followed.link(S.CONNECTED, 2)
    assert followed.received("chat-message") == [{"id": n} for n in range(300)]


async def test_a_token_is_shown_and_never_logged(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with running(kind, KEY) as backend, following(backend.url, KEY) as followed:
        await followed.hears("recent-events")
        assert (await backend.says("joined"))["authorization"] == f"Bearer {KEY}"
    assert KEY not in caplog.text
    assert KEY not in repr(WorxedSettings(token=KEY))  # type: ignore[arg-type]  # as the settings file gives it


@pytest.mark.parametrize("token", ["", "wrong"])
async def test_a_wrong_token_is_refused_with_advice(kind: str, token: str) -> None:
    async with running(kind, KEY) as backend, following(backend.url, token) as followed:
        refused = await followed.link(S.REFUSED)
    assert "wrong token" in refused.note
    assert "check the token in the settings" in refused.note
    assert followed.links(S.CONNECTED) == []


async def test_a_message_too_long_is_dropped_and_the_link_holds(backend: Backend) -> None:
    async with following(backend.url) as followed:
        await followed.hears("alert-settings")
        await backend.emit("long", {"text": "x" * 1_100_000})
        await backend.emit("longest", {"text": "x" * 990_000})
        await followed.hears("longest")
        assert followed.received("long") == []
        assert len(followed.links()) == 2
        await backend.emit("flood", {"text": "x" * 4_500_000})
        await followed.link(S.LOST)
        await followed.link(S.CONNECTED, 2)


# --- what is no backend


@asynccontextmanager
async def answering(status: int, body: str) -> AsyncIterator[str]:
    """An HTTP server that answers everything alike."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body, content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "body", "state", "note"),
    [
        (200, "<!doctype html><h1>My router</h1>", S.REFUSED, "something else than a stream backend answers"),
        (404, "<!doctype html>", S.REFUSED, "check the address in the settings"),
        (200, '0{"sid":5}', S.REFUSED, "something else"),
        (200, "0[]", S.REFUSED, "something else"),
        (200, "[" * 5000, S.REFUSED, "something else"),
        (200, "0" + "[" * 5000, S.REFUSED, "something else"),
        (200, "x" * 5_000_000, S.REFUSED, "something else"),
        (401, "", S.REFUSED, "asks for a token; enter a valid one in the settings"),
        (403, "{}", S.REFUSED, "asks for a token"),
        (502, "Bad Gateway", S.LOST, "has trouble (502)"),
    ],
)
async def test_another_server_is_told_apart(status: int, body: str, state: LinkState, note: str) -> None:
    async with answering(status, body) as url, following(url) as followed:
        end = await followed.link(state)
    assert note in end.note


async def test_a_token_that_is_not_accepted_is_named() -> None:
    async with answering(401, "") as url, following(url, KEY) as followed:
        refused = await followed.link(S.REFUSED)
    assert "does not accept the token" in refused.note
    assert KEY not in refused.note


@pytest.mark.parametrize(
    ("url", "state", "note"),
    [
        ("http://127.0.0.1:9", S.LOST, "nothing answers at 127.0.0.1:9; start the stream backend"),
        ("http://nobody.invalid:4001", S.LOST, "nobody.invalid:4001 cannot be found"),
        ("http://", S.REFUSED, "enter one like http://localhost:4001"),
        ("http://[::1", S.REFUSED, "stream backend"),
        ("http://127.0.0.1:99999", S.REFUSED, "stream backend"),
        ("nonsense", S.REFUSED, "enter one like http://localhost:4001"),
        ("http://user:hunter2@127.0.0.1:9", S.LOST, "nothing answers at 127.0.0.1:9"),
    ],
)
async def test_an_address_that_leads_nowhere_says_so(url: str, state: LinkState, note: str) -> None:
    async with following(url) as followed:
        end = await followed.link(state)
    assert note in end.note
    assert "hunter2" not in end.note


async def test_https_to_a_plain_server_says_what_to_check() -> None:
    async with answering(200, "hello") as url, following(url.replace("http:", "https:")) as followed:
        end = await followed.link(S.REFUSED)
    assert "begins with http or https" in end.note


async def test_a_server_that_says_nothing_is_let_go_also_while_connecting() -> None:
    called = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await reader.read()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(hold, "127.0.0.1", 0) as silent:
        host = f"127.0.0.1:{silent.sockets[0].getsockname()[1]}"
        async with following(f"http://{host}", pace=replace(QUICK, answer_s=0.1)) as followed:
            lost = await followed.link(S.LOST)
        called.clear()
        async with following(f"http://{host}", pace=replace(QUICK, answer_s=60)) as followed:
            await called.wait()
    assert lost.note == f"{host} does not answer"
    assert [link.state for link in followed.links()] == [S.CONNECTING]


async def test_it_may_be_let_go_at_any_moment(backend: Backend) -> None:
    for moment in range(12):
        async with following(backend.url):
            for _ in range(moment * 3):
                await asyncio.sleep(0.001)


# --- how often it tries


def test_pauses_grow_to_half_a_minute_and_chance_takes_up_to_half_of_each() -> None:
    pace = Pace()
    assert [pace.pause(n, 1.0) for n in (1, 2, 3, 4, 5, 6, 7, 8, 500)] == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert [pace.pause(n, 0.0) for n in (1, 7)] == [0.25, 15]


async def test_it_asks_for_chance_and_tries_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    failures: list[int] = []
    enough = asyncio.Event()

    def pause(_: Pace, count: int, chance: float) -> float:
        assert chance == 0.5
        failures.append(count)
        if count == 30:
            enough.set()
        return 0.0

    monkeypatch.setattr(Pace, "pause", pause)
    async with following("http://127.0.0.1:9"):
        async with asyncio.timeout(10):
            await enough.wait()
    assert failures[:30] == list(range(1, 31))


async def test_a_good_link_forgets_the_failures_before_it(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []

    def pause(_: Pace, count: int, __: float) -> float:
        failures.append(count)
        return 0.0

    monkeypatch.setattr(Pace, "pause", pause)
    async with following(backend.url, pace=replace(QUICK, steady_s=0.0)) as followed:
        for n in (1, 2, 3):
            await followed.hears("alert-settings", n)
            await backend.order(drop=True)
        await followed.link(S.CONNECTED, 4)
    assert failures[:3] == [1, 1, 1]
    failures.clear()
    async with following(backend.url, pace=replace(QUICK, steady_s=60.0)) as followed:
        for n in (1, 2, 3):
            await followed.hears("alert-settings", n)
            await backend.order(drop=True)
        await followed.link(S.CONNECTED, 4)
    assert failures[:3] == [1, 2, 3]


def test_the_watchdog_of_the_program_takes_less_than_15_s() -> None:
    pace = Pace()
    assert 1.5 * pace.heartbeat_s + 2 <= 15  # the library rounds each of the two waits up to a whole second
    assert isinstance(WorxedBackend(WorxedSettings()), WorxedBackend)
