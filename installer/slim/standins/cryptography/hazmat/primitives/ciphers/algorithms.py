"""AES."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AES:
    """The key: 16, 24 or 32 bytes."""

    key: bytes
