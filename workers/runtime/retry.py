"""Asking an engine again after its process died."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

from models.errors import Blame, EngineError, EngineGoneError

T = TypeVar("T")

ATTEMPTS = 6


async def persist(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work`, again whenever its engine died; the child's backoff paces the attempts.

    Raises what is not the engine's death at once, and the last `EngineError` after `ATTEMPTS`.
    """
    for attempt in range(ATTEMPTS):
        try:
            return await work()
        except EngineGoneError:
            raise
        except EngineError as error:
            if error.blame is not Blame.ENGINE or attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


async def finish(stream: AsyncIterator[object]) -> None:
    """Run a call whose values do not matter to its end."""
    async for _ in stream:
        pass


async def first(stream: AsyncIterator[T]) -> T:
    """The only value of a call. Raises `EngineError` (BUG) when it gives none."""
    async for value in stream:
        return value
    raise EngineError(Blame.BUG, "the engine gave no answer")
