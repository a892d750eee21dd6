"""What every streaming language model needs: retries before the first word, and no thinking aloud.

Sans-I/O but for the `sleep` it is given.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from models.errors import EngineError

Sleep = Callable[[float], Awaitable[None]]
Attempt = Callable[[], AsyncGenerator[str, None]]

FIRST_DELAY_S = 1.0
_OPEN, _CLOSE = "<think>", "</think>"


async def patiently(attempt: Attempt, retries: int, sleep: Sleep) -> AsyncGenerator[str, None]:
    """Stream one attempt; a retryable failure before its first text is tried again after 1, 2, 4, … s.

    Raises:
        EngineError: the last attempt's, or any failure after text has been given.
    """
    delay_s = FIRST_DELAY_S
    for left in range(retries, -1, -1):
        begun = False
        try:
            async with aclosing(attempt()) as pieces:
                async for piece in pieces:
                    begun = True
                    yield piece
        except EngineError as error:
            if begun or left == 0 or not error.blame.retryable:
                raise
        else:
            return
        await sleep(delay_s)
        delay_s *= 2


class Spoken:
    """Keeps what a reasoning model thinks aloud, `<think>…</think>` at the start, out of the reply."""

    def __init__(self) -> None:
        self._held = ""
        self._state = "start"

    def feed(self, text: str) -> str:
        """The part of the reply that is meant to be heard, as far as it is known."""
        if self._state == "reply":
            return text
        self._held += text
        if self._state == "start":
            head = self._held.lstrip()
            if len(head) < len(_OPEN) and _OPEN.startswith(head):
                return ""
            if not head.startswith(_OPEN):
                return self._release(self._held)
            self._state = "thoughts"
        _, closed, after = self._held.partition(_CLOSE)
        return self._release(after.lstrip()) if closed and after.strip() else ""

    def end(self) -> str:
        """What was still held back when the reply ended; thoughts are dropped."""
        held, self._held = self._held, ""
        return held if self._state == "start" else ""

    def _release(self, text: str) -> str:
        self._state, self._held = "reply", ""
        return text


async def spoken(pieces: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    """`pieces` without thoughts, empty pieces and blanks before the first word."""
    filtered, begun = Spoken(), False
    async with aclosing(pieces):
        async for piece in pieces:
            text = filtered.feed(piece)
            text = text if begun else text.lstrip()
            if text:
                begun = True
                yield text
    rest = filtered.end().lstrip()
    if rest:
        yield rest
