"""Cipher block chaining."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CBC:
    """The initialisation vector: one block."""

    initialization_vector: bytes
