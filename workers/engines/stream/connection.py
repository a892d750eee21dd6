"""One connection to a Socket.IO server, from its first byte to its last, and why it ended, in words for the user."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import socketio
from engineio import base_client

from models.stream.cleaning import text
from models.stream.link import Linked, LinkState
from workers.engines.stream import wire
from workers.engines.stream.advice import advice, host_of, spoke

_TRANSPORTS = ("websocket", "polling")
_GOODBYE_S = 1.0
_AGAIN_S = 0.1
_SAID = 120
_STRANGE = (
    socketio.exceptions.SocketIOError,
    aiohttp.ClientError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What the library raises when a server does not answer, or answers something else than it should."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. `heartbeat`: of silence until the server is asked for a sign of life, and half of it for the answer.

    `answer`: for a connection to be made and accepted.
    """

    heartbeat_s: float = 8.0
    answer_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Hearer:
    """Whom the connection tells: that it stands, and of each event its name, payload and length."""

    linked: Callable[[], None]
    heard: Callable[[str, object, int], None]


class Connection:
    """Runs once. `linked_s` is when the server accepted it, on the loop's clock; None where it did not."""

    def __init__(self, url: str, token: str, hearer: Hearer, patience: Patience) -> None:
        self._url = url
        self._token = token
        self._hearer = hearer
        self._patience = patience
        self._host = host_of(url)
        self.linked_s: float | None = None
        self._answered = asyncio.Event()
        self._over = asyncio.Event()
        self._silent = False
        self._refusal: str | None = None
        self._client: socketio.AsyncClient | None = None

    async def run(self) -> Linked:
        """Connect and stay connected; gives why it is over."""
        making = aiohttp.ClientSession(response_class=wire.Response)
        async with making as session, self._connected(session) as client:
            failure = await self._open(client)
            if failure is not None:
                return failure
            reading = client.eio.read_loop_task
            async with _beside(self._answered.wait()) as answered:
                await _any(reading, answered, timeout_s=self._patience.answer_s)
            if self.linked_s is None:
                return self._refused_why()
            async with _beside(self._over.wait()) as over, _beside(self._pulse(client, session)) as pulse:
                await _any(reading, over, pulse)
            return Linked(LinkState.LOST, self._loss(client))

    async def tell(self, name: str, payload: object) -> None:
        """Send an event; dropped when there is no link."""
        if self._client is not None and self.linked_s is not None:
            with suppress(socketio.exceptions.SocketIOError):
                await self._client.emit(name, payload)

    @asynccontextmanager
    async def _connected(self, session: aiohttp.ClientSession) -> AsyncIterator[socketio.AsyncClient]:
        """A client that leaves neither task nor socket behind."""
        client = socketio.AsyncClient(
            reconnection=False,
            handle_sigint=False,
            logger=wire.QUIET,
            engineio_logger=wire.QUIET,
            serializer=wire.Packet,
            http_session=session,
            request_timeout=self._patience.answer_s,
            websocket_extra_options={
                "heartbeat": self._patience.heartbeat_s,
                "max_msg_size": wire.MOST_BYTES,
                "timeout": aiohttp.ClientWSTimeout(ws_close=_GOODBYE_S),
            },
        )
        client.on("connect", self._on_connect)
        client.on("connect_error", self._on_refusal)
        client.on("disconnect", self._on_over)
        client.on(wire.EVENT, self._hearer.heard)
        self._client = client
        try:
            yield client
        finally:
            self._client = None
            try:
                if not self._silent:
                    with suppress(*_STRANGE, TimeoutError):
                        async with asyncio.timeout(2 * _GOODBYE_S):
                            await client.disconnect()
            finally:
                await _ended(client.eio.read_loop_task, client.eio.write_loop_task)
                await session.close()
                with suppress(ValueError):
                    base_client.connected_clients.remove(client.eio)

    async def _open(self, client: socketio.AsyncClient) -> Linked | None:
        """Connect; None when the server has taken the connection. The first failure says most."""
        first: Linked | None = None
        for transport in _TRANSPORTS:
            try:
                async with asyncio.timeout(self._patience.answer_s):
                    await client.connect(
                        self._url,
                        headers={"Authorization": f"Bearer {self._token}"} if self._token else {},
                        auth={"token": self._token} if self._token else None,
                        transports=[transport],
                        namespaces=["/"],
                        socketio_path=f"{urlsplit(self._url).path.strip('/')}/socket.io".strip("/"),
                        wait=False,
                    )
            except (*_STRANGE, TimeoutError) as error:
                why = advice(error, self._host, token=bool(self._token))
                first = first or why
                if not spoke(error):
                    break
            else:
                return None
        return first

    def _on_connect(self) -> None:
        self.linked_s = asyncio.get_running_loop().time()
        self._answered.set()
        self._hearer.linked()

    def _on_refusal(self, *said: object) -> None:
        if self._client is None or self._client.eio.state != "connected":
            return
        match said:
            case ({"message": str(message)}, *_) | (str(message), *_):
                self._refusal = text(message, _SAID)
            case _:
                self._refusal = ""
        self._answered.set()
        self._over.set()

    def _on_over(self, *_: object) -> None:
        self._over.set()

    async def _pulse(self, client: socketio.AsyncClient, session: aiohttp.ClientSession) -> None:
        """Return when a server that is polled does not answer any more; WebSockets have a heartbeat of their own."""
        while True:
            await asyncio.sleep(self._patience.heartbeat_s)
            if client.transport() != "polling":
                continue
            timeout = aiohttp.ClientTimeout(total=self._patience.heartbeat_s / 2)
            try:
                async with session.get(f"{self._url.rstrip('/')}/api/health", timeout=timeout):
                    pass
            except (aiohttp.ClientError, TimeoutError, OSError):
                self._silent = True
                return

    def _loss(self, client: socketio.AsyncClient) -> str:
        socket = client.eio.ws
        timed_out = socket is not None and isinstance(socket.exception(), TimeoutError)
        if self._silent or timed_out:
            return f"{self._host} does not answer any more"
        return f"the connection to {self._host} broke"

    def _refused_why(self) -> Linked:
        if self._refusal is None:
            return Linked(LinkState.LOST, f"{self._host} does not take the connection")
        said = f" ({self._refusal})" if self._refusal else ""
        note = f"{self._host} refuses the connection{said}; check the token in the settings"
        return Linked(LinkState.REFUSED, note)


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, object]) -> AsyncIterator[asyncio.Task[object]]:
    """Run `work` for the length of the block."""
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        await _ended(task)


async def _any(*tasks: asyncio.Future[object], timeout_s: float | None = None) -> None:
    await asyncio.wait(tasks, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)


async def _ended(*tasks: asyncio.Future[object] | None) -> None:
    """Cancel them until they are over: one that waits for a queue may swallow the first time."""
    running = {task for task in tasks if task is not None}
    while running:
        for task in running:
            task.cancel()
        over, running = await asyncio.wait(running, timeout=_AGAIN_S)
        await asyncio.gather(*over, return_exceptions=True)
