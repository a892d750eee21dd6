"""A stream backend for tests, as a process of its own: the contract on python-socketio, or on Node's own Socket.IO.

    python -m tests.fakes.stream_server PORT [TOKEN] [TRANSPORTS]

Both take orders as JSON lines on standard input: `emit` [[name, payload]…], `raw` and `binary` (in base 64) messages of
Engine.IO as they are, `drop` (close every connection), `kick` (close every socket). Both tell on standard output what
becomes of them: `port`, `joined`, `left`, `got`, and `done` for each order. STREAM_HISTORY is what they begin with.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import socketio
from aiohttp import web

from tests.fakes.node import packages

ALERTS = {"follow": {"enabled": True, "sound": True, "duration": 5000}}
BUFFERS = {
    "chat-message": ("chatMessages", 100),
    "new-subscriber": ("subscribers", 50),
    "raid": ("raids", 20),
}
KINDS = ("python", "node")
_NOTHING = object()


class FakeBackend:
    """The contract on python-socketio."""

    def __init__(self, token: str = "", transports: str = "") -> None:
        self.token = token
        self.history: dict[str, list[Any]] = {
            key: [] for key in ("followers", "subscribers", "donations", "chatMessages", "raids")
        } | json.loads(os.environ.get("STREAM_HISTORY", "{}"))
        self.sio = socketio.AsyncServer(
            async_mode="aiohttp",
            transports=transports.split(",") if transports else None,
            max_http_buffer_size=5_000_000,
        )
        self.sio.on("connect", self._joined)
        self.sio.on("disconnect", self._left)
        self.sio.on("test-alert", self._test_alert)
        self.sio.on("*", self._got)

    def app(self) -> web.Application:
        """The HTTP application."""
        app = web.Application()
        self.sio.attach(app)
        app.add_routes([web.get("/api/health", self._health), web.post("/api/test-event", self._test_event)])
        return app

    async def obey(self, order: dict[str, Any]) -> None:
        """Do what a line of standard input says."""
        for name, *payload in order.get("emit", ()):
            await self.emit(name, payload[0] if payload else _NOTHING)
        messages = [*order.get("raw", ()), *(base64.b64decode(data) for data in order.get("binary", ()))]
        for eio_sid in list(self.sio.eio.sockets):
            for message in messages:
                await self.sio.eio.send(eio_sid, message)
            if order.get("drop"):
                await self.sio.eio.disconnect(eio_sid)
        if order.get("kick"):
            for sid, _ in list(self.sio.manager.get_participants("/", None)):
                await self.sio.disconnect(sid)
        _say(done=order.get("n"))

    async def emit(self, name: str, payload: Any) -> None:
        """To everyone, and into the history."""
        if name in BUFFERS and payload is not _NOTHING:
            key, most = BUFFERS[name]
            self.history[key] = [*self.history[key], payload][-most:]
        await self.sio.emit(name, *(() if payload is _NOTHING else (payload,)))

    async def _joined(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        if self.token and (not isinstance(auth, dict) or auth.get("token") != self.token):
            raise socketio.exceptions.ConnectionRefusedError("wrong token")
        self.sio.start_background_task(self._welcome, sid, environ.get("HTTP_AUTHORIZATION"))

    async def _welcome(self, sid: str, authorization: str | None) -> None:
        """What a newcomer is told; it is only sent once the newcomer has been let in."""
        await self.sio.emit("recent-events", self.history, to=sid)
        await self.sio.emit("alert-settings", ALERTS, to=sid)
        _say(joined=sid, transport=self.sio.transport(sid), authorization=authorization)

    async def _left(self, sid: str, reason: str) -> None:
        _say(left=sid, reason=reason)

    async def _got(self, name: str, _sid: str, *payload: Any) -> None:
        _say(got=name, payload=payload[0] if payload else None)

    async def _test_alert(self, _sid: str, data: dict[str, Any]) -> None:
        now = datetime.now(UTC)
        _say(got="test-alert", payload=data)
        await self.emit(
            "alert", {"id": str(int(now.timestamp() * 1000)), "timestamp": now.isoformat(), **data}
        )

    async def _health(self, _request: web.Request) -> web.Response:
        return web.json_response({"healthy": True})

    async def _test_event(self, request: web.Request) -> web.Response:
        asked = await request.json()
        await self.emit(asked["eventName"], asked.get("data"))
        return web.json_response({"success": True})


def _say(**line: Any) -> None:
    print(json.dumps(line), flush=True)


async def _main(port: str = "0", token: str = "", transports: str = "") -> None:
    backend = FakeBackend(token, transports)
    runner = web.AppRunner(backend.app(), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", int(port), reuse_address=True)
    await site.start()
    _say(port=runner.addresses[0][1])
    orders = asyncio.StreamReader(limit=64_000_000)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), sys.stdin
    )
    while line := await orders.readline():
        await backend.obey(json.loads(line))


class Backend:
    """A running server of either kind; `told` is all it said so far."""

    def __init__(self, kind: str, token: str = "", transports: str = "") -> None:
        self.kind = kind
        self.port = 0
        self.told: list[dict[str, Any]] = []
        self._arguments = (token, transports)
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._more = asyncio.Condition()
        self._orders = 0
        self._dead = False

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, history: dict[str, list[Any]] | None = None) -> None:
        """Start it, on the port it had before if it had one, with a history to tell newcomers."""
        script = Path(__file__).parent / "node" / "server.js"
        command = (
            [str(packages.NODE), str(script)] if self.kind == "node" else [sys.executable, "-m", __name__]
        )
        node_path = {"NODE_PATH": str(packages.folder())} if self.kind == "node" else {}
        self.told.clear()
        self._dead = False
        self._process = await asyncio.create_subprocess_exec(
            *command,
            str(self.port),
            *self._arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            env={**os.environ, **node_path, "STREAM_HISTORY": json.dumps(history or {})},
            limit=64_000_000,
        )
        self._reading = asyncio.create_task(self._read(self._process))
        self.port = (await self.says("port"))["port"]

    async def says(self, key: str, count: int = 1) -> dict[str, Any]:
        """The `count`-th line with this key since it started, waiting for it."""
        async with asyncio.timeout(20), self._more:
            await self._more.wait_for(lambda: self._dead or len(self._of(key)) >= count)
            assert not self._dead, "the server is gone"
        return self._of(key)[count - 1]

    async def order(self, **order: Any) -> None:
        """Have it do something, and wait until it has."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._orders += 1
        n = self._orders
        self._process.stdin.write(json.dumps({"n": n, **order}).encode() + b"\n")
        await self._process.stdin.drain()
        async with asyncio.timeout(60), self._more:
            await self._more.wait_for(lambda: self._dead or any(line.get("done") == n for line in self.told))
            assert not self._dead, "the server is gone"

    async def emit(self, name: str, *payload: Any) -> None:
        """Have it tell everyone an event."""
        await self.order(emit=[[name, *payload]])

    def freeze(self) -> None:
        """Stop it in its tracks: its connections stay open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    async def kill(self) -> None:
        """End it at once, frozen or not, and wait until it is gone."""
        if self._process is not None and self._reading is not None:
            self._signal(signal.SIGKILL)
            await self._process.wait()
            await self._reading
            self._process = None

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)

    def _of(self, key: str) -> list[dict[str, Any]]:
        return [line for line in self.told if key in line]

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            async with self._more:
                self.told.append(json.loads(line))
                self._more.notify_all()
        async with self._more:
            self._dead = True
            self._more.notify_all()


@asynccontextmanager
async def running(kind: str, token: str = "", transports: str = "") -> AsyncIterator[Backend]:
    """A server for the length of the block."""
    backend = Backend(kind, token, transports)
    await backend.start()
    try:
        yield backend
    finally:
        await backend.kill()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
