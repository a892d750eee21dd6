"""Socket.IO as it is spoken by a server that is trusted in nothing.

The client library takes every message apart in a task of its own; one that it trips over would leave a trace-back or,
for binary ones, a link that is deaf from then on. So packets are checked here, before the library acts on them, and
what does not hold becomes an event without a name. Events travel as one event of our own with the real name inside:
names such as "disconnect" or "*" mean something to the library.

Protocol: https://socket.io/docs/v4/socket-io-protocol/ and https://socket.io/docs/v4/engine-io-protocol/.
"""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
from engineio.payload import Payload
from socketio import packet

EVENT = "event"
"""Under this name every event of the server reaches our handler: its own name, payload and length in characters."""
MOST_CHARACTERS = 1_000_000
"""An event that is longer is not read."""
MOST_BYTES = 4 * 1024 * 1024
"""A message that is longer ends the link."""
MOST_ATTACHMENTS = 8
QUIET = logging.getLogger(f"{__name__}.library")
"""Silent: the library logs what it sends, credentials included, and its failures come back as exceptions."""

QUIET.setLevel(logging.CRITICAL + 1)
Payload.max_decode_packets = (
    10_000  # by polling a server sends all that waits in one go; 16 are a second of busy chat
)

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_FIRST, _LAST = packet.CONNECT, packet.BINARY_ACK


class Packet(packet.Packet):  # type: ignore[misc]  # the library has no types
    """A packet that the library can act on, whatever was in it."""

    packet_type: Any
    namespace: Any
    id: Any
    data: Any

    def __init__(self, *args: Any, encoded_packet: Any = None, **kwargs: Any) -> None:  # noqa: ANN401  # the library's
        super().__init__(*args, encoded_packet=encoded_packet, **kwargs)
        if encoded_packet is not None and not encoded_packet:
            self._set_aside(0)

    def decode(self, encoded_packet: Any) -> int:  # noqa: ANN401  # whatever came
        """Take it apart. Gives how many binary attachments follow."""
        if not isinstance(encoded_packet, str):  # the layer below reads JSON where it should find text
            return self._set_aside(0)
        size = len(encoded_packet)
        if size > MOST_CHARACTERS:
            return self._set_aside(size)
        try:
            attachments = super().decode(encoded_packet)
            return self._checked(attachments, size)
        except _BROKEN:
            return self._set_aside(size)

    def add_attachment(self, _attachment: object) -> bool:
        """Count a binary attachment; nothing the backend sends needs what is in one. True with the last."""
        try:
            return bool(super().add_attachment(None))
        except _BROKEN:
            self._set_aside(0)
            return True

    def _checked(self, attachments: int, size: int) -> int:
        kind = self.packet_type
        if not _FIRST <= kind <= _LAST or self.namespace not in {None, "/"}:
            return self._set_aside(size)
        if kind in {packet.BINARY_EVENT, packet.BINARY_ACK} and not 0 < attachments <= MOST_ATTACHMENTS:
            return self._set_aside(size)
        if kind == packet.CONNECT and not isinstance(self.data, dict):
            self.data = None
        if kind in {packet.EVENT, packet.BINARY_EVENT}:
            name, *payload = self.data if isinstance(self.data, list) and self.data else (None,)
            if not isinstance(name, str):
                return self._set_aside(size)
            self.data = [EVENT, name, payload[0] if len(payload) == 1 else payload or None, size]
            self.id = None
        return int(attachments)

    def _set_aside(self, size: int) -> int:
        self.packet_type, self.namespace, self.id = packet.EVENT, None, None
        self.data = [EVENT, "", None, size]
        self.attachment_count = 0
        return 0


class Response(aiohttp.ClientResponse):
    """An HTTP answer that is not read beyond `MOST_BYTES`."""

    async def read(self) -> bytes:
        """The body. Raises `aiohttp.ClientPayloadError` where it is too long."""
        if self._body is None:
            body = bytearray()
            async for piece in self.content.iter_any():
                body += piece
                if len(body) > MOST_BYTES:
                    self.close()
                    raise aiohttp.ClientPayloadError("too long")
            self._body = bytes(body)
        return self._body
