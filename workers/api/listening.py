"""The socket, and uvicorn's protocols on it: without its own loop, which would wake ten times a second for nothing.

What a client could use to hold a connection for ever is bounded here: heads and bodies that never end, readers that
never read, and the number of connections.
"""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import os
import socket
from typing import TYPE_CHECKING, Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from models.errors import Blame, EngineError
from workers.api.refusal import Refusal
from workers.api.setup import Limits

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent

    from workers.api.guard import Asgi

_BACKLOG = 64


def bound(host: str, port: int) -> socket.socket:
    """A socket of our own at the address. Raises `EngineError` (SETTINGS) when it cannot be had."""
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        message = (
            f"The local API cannot listen on {host}: only addresses of this machine alone, as 127.0.0.1."
        )
        raise EngineError(Blame.SETTINGS, message)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port in its time of rest may be taken again; one that is in use may not, which Windows has to be told.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", 0), 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.settimeout(0)
    except OSError as error:
        listener.close()
        raise EngineError(Blame.SETTINGS, _why(port, error)) from error
    return listener


def _why(port: int, error: OSError) -> str:
    choose = "choose another in the settings under Local API"
    if error.errno in {errno.EADDRINUSE, 10048}:  # 10048: WSAEADDRINUSE
        return f"Port {port} is taken by another program; {choose}, or end that program and try again."
    if error.errno in {errno.EACCES, 10013}:  # 10013: WSAEACCES
        return f"The system does not give out port {port}; {choose}, such as 4003."
    return f"The local API cannot listen on port {port} ({error}); {choose}."


class _Http(H11Protocol):
    """Closes a connection whose head or body is not there in time, or goes on and on after its refusal."""

    limits: Limits
    _watch: asyncio.TimerHandle | None = None
    _stage: object = None
    _read = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            transport.write(_alone(503, "Service Unavailable", "Too many connections."))
            transport.close()
            return
        self._wait_for(h11.IDLE)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.get_protocol() is not self or self.transport.is_closing():
            self._wait_for(None)
            return
        stage = self.conn.their_state
        self._read = self._read + len(data) if stage is h11.SEND_BODY else 0
        if self._read > self.limits.drain_bytes:
            self.transport.abort()
            return
        self._wait_for(stage if stage in {h11.IDLE, h11.SEND_BODY} else None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_for(None)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, where an answer can still be given; uvicorn would raise where it cannot."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.write(_alone(400, "Bad Request", msg))
        self.transport.close()

    def _wait_for(self, stage: object) -> None:
        """Give the client its time for a stage of a request; bytes of the same stage give it no more."""
        if stage is self._stage and stage is not None:
            return
        self._stage = stage
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        if stage is not None:
            wait_s = self.limits.head_s if stage is h11.IDLE else self.limits.body_s
            self._watch = self.loop.call_later(wait_s, self._too_slow)

    def _too_slow(self) -> None:
        self._watch = None
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE} and not self.transport.is_closing():
            self.transport.write(_alone(408, "Request Timeout", "The request took too long."))
        self.transport.close()


class _WebSocket(WebSocketsSansIOProtocol):
    """Cuts a connection that has taken nothing for so long."""

    limits: Limits
    _stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.close_timeout = self.limits.close_s

    async def send(self, message: ASGISendEvent) -> None:
        """As uvicorn; to a connection that is ending, and of which it has not heard yet, nothing is sent."""
        if self.transport.is_closing():
            self.handshake_complete = True
            raise ClientDisconnected
        await super().send(message)
        if message["type"] == "websocket.http.response.body":
            self.handshake_complete = True  # refused: uvicorn would log it as an error of ours

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self.limits.stall_s, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._let_be()

    def connection_lost(self, exc: Exception | None) -> None:
        self._let_be()
        super().connection_lost(exc)

    def _let_be(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None


def _alone(status: int, phrase: str, error: str) -> bytes:
    """An answer outside of any request."""
    body = Refusal(status, error).body()
    kind = "content-type: application/json\r\nconnection: close"
    return f"HTTP/1.1 {status} {phrase}\r\n{kind}\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


class Listener:
    """Serves `app` on `listener` until closed. Use from one event loop only."""

    def __init__(self, app: Asgi, listener: socket.socket, limits: Limits) -> None:
        self._socket = listener
        self._limits = limits
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self._config = Config(
            app,
            http=type("Http", (_Http,), {"limits": limits}),
            ws=type("WebSocket", (_WebSocket,), {"limits": limits}),
            ws_max_size=limits.frame_bytes,
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            timeout_keep_alive=5,
            h11_max_incomplete_event_size=limits.head_bytes,
        )

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._socket.getsockname()[1])

    async def open(self) -> None:
        """Begin to answer."""
        self._config.load()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, sock=self._socket, backlog=_BACKLOG)

    def _protocol(self) -> asyncio.Protocol:
        kind: Any = self._config.http_protocol_class
        protocol: asyncio.Protocol = kind(config=self._config, server_state=self._state, app_state={})
        return protocol

    async def close(self) -> None:
        """Stop: nobody new, a moment for what runs, then the end of all connections and their tasks."""
        if self._server is None:
            self._socket.close()
            return
        self._server.close()
        for connection in tuple(self._state.connections):
            connection.shutdown()
        if tasks := tuple(self._state.tasks):
            await asyncio.wait(tasks, timeout=self._limits.grace_s)
        for connection in tuple(self._state.connections):
            connection.transport.abort()
        left = tuple(self._state.tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._server.wait_closed()
