"""There is one backend: OpenSSL."""

from __future__ import annotations


def default_backend() -> None:
    """Give nothing: a cipher needs no choice of backend."""
