"""Sans-I/O frame codec between Vesper and an engine process: bytes in, frames out.

A frame is `u32 head length, u32 body length` (little-endian), a JSON object, and raw bytes; after the JSON-
line plus payload of the Wyoming protocol, with lengths first so that a reader never scans. The whole frame is
capped.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

_LENGTHS = struct.Struct("<II")
FRAME_LIMIT = 64 << 20


class BrokenFrameError(ValueError):
    """The peer sent something that is not a frame: too large, or a head that is not a JSON object."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: a small JSON head and an optional raw body."""

    head: dict[str, Any]
    body: bytes = b""

    def encode(self) -> bytes:
        """The frame as bytes for the pipe."""
        head = json.dumps(self.head, separators=(",", ":")).encode()
        if len(head) + len(self.body) > FRAME_LIMIT:
            message = f"frame of {len(head) + len(self.body)} bytes exceeds {FRAME_LIMIT}"
            raise BrokenFrameError(message)
        return b"".join((_LENGTHS.pack(len(head), len(self.body)), head, self.body))


class Decoder:
    """Collects bytes and cuts them into frames; keeps what is incomplete for the next feed."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """Every frame completed by `data`. Raises `BrokenFrameError`, after which the stream is lost."""
        self._buffer += data
        frames: list[Frame] = []
        while len(self._buffer) >= _LENGTHS.size:
            head_length, body_length = _LENGTHS.unpack_from(self._buffer)
            if head_length + body_length > FRAME_LIMIT:
                message = f"frame of {head_length + body_length} bytes exceeds {FRAME_LIMIT}"
                raise BrokenFrameError(message)
            body_at = _LENGTHS.size + head_length
            end = body_at + body_length
            if len(self._buffer) < end:
                break
            frames.append(
                Frame(_head(bytes(self._buffer[_LENGTHS.size : body_at])), bytes(self._buffer[body_at:end]))
            )
            del self._buffer[:end]
        return frames


def _head(raw: bytes) -> dict[str, Any]:
    try:
        head = json.loads(raw)
    except ValueError as error:
        message = "frame head is not JSON"
        raise BrokenFrameError(message) from error
    if not isinstance(head, dict):
        message = "frame head is not an object"
        raise BrokenFrameError(message)
    return head
