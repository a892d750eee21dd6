"""Answers to questions from other threads: a future that always gets its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import TypeVar

from models.errors import Blame, EngineError

T = TypeVar("T")


async def settle(answer: Future[T], work: Callable[[], Awaitable[T]]) -> None:
    """Give `answer` the result of `work`, or its `EngineError`; ENGINE where the organ ends meanwhile.

    Where nobody waits for it any more, nothing is done.
    """
    if not answer.set_running_or_notify_cancel():
        return
    try:
        answer.set_result(await work())
    except EngineError as error:
        answer.set_exception(error)
    except asyncio.CancelledError:
        answer.set_exception(EngineError(Blame.ENGINE, "it was shut down meanwhile"))
        raise
