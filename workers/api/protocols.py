"""uvicorn's protocols, with bounds on what a client could use to hold a connection for ever.

Heads and bodies that never end, readers that never read, and the number of connections. All that is heavy in the
local API hangs on this module and on `application`: both are imported when the first client knocks.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from workers.api.refusal import Refusal
from workers.api.setup import Limits

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent

    from workers.api.guard import Asgi


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


class Serving:
    """Makes a protocol for each connection to `app`; `state` knows the connections and tasks there are."""

    def __init__(self, app: Asgi, limits: Limits) -> None:
        self.state = ServerState()
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
        self._config.load()

    def protocol(self) -> asyncio.Protocol:
        """For a new connection."""
        kind: Any = self._config.http_protocol_class
        protocol: asyncio.Protocol = kind(config=self._config, server_state=self.state, app_state={})
        return protocol
