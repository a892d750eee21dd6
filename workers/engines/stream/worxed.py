"""The Worxed Stream Manager, or any backend that speaks its Socket.IO events.

It connects by WebSocket, by polling where there is none, and comes back for ever: after half a second at first, then
after twice as long each time up to 30 s, a part of it left to chance so that a backend that comes up is not stormed.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told
from workers.engines.stream.backlog import Backlog

if TYPE_CHECKING:
    from workers.engines.stream.connection import Connection


class WorxedSettings(BaseModel):
    """How to get in. The token comes from the credential store, never from the settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: SecretStr = Field(
        default=SecretStr(""), title="Token", description="Empty for backends that ask for none."
    )


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. `first_s` to `most_s`: between two attempts; `steady_s`: a link that lasted so long was a good one.

    The rest is `workers.engines.stream.connection.Patience`.
    """

    first_s: float = 0.5
    most_s: float = 30.0
    steady_s: float = 5.0
    heartbeat_s: float = 8.0
    answer_s: float = 10.0

    def pause(self, failures: int, chance: float) -> float:
        """How long to wait after so many failures in a row; `chance` 0..1."""
        longest = min(self.most_s, self.first_s * 2.0 ** min(failures - 1, 16))
        return longest * (0.5 + 0.5 * chance)


class WorxedBackend:
    """A `StreamSource`. Inline: all it does is wait for the network."""

    def __init__(
        self,
        settings: WorxedSettings,
        *,
        pace: Pace = Pace(),  # frozen
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._settings = settings
        self._pace = pace
        self._chance = chance
        self._connection: Connection | None = None

    async def follow(self, request: Follow) -> AsyncIterator[SourceEvent]:
        """Stay connected and tell what comes, until cancelled."""
        backlog = Backlog()
        staying = asyncio.ensure_future(self._stay(request.url, backlog))
        staying.add_done_callback(backlog.end)
        try:
            while (event := await backlog.get()) is not None:
                yield event
            await staying
        finally:
            staying.cancel()
            await asyncio.gather(staying, return_exceptions=True)

    async def tell(self, request: Told) -> AsyncIterator[Empty]:
        """Send an event, if there is a link."""
        if self._connection is not None:
            await self._connection.tell(request.name, request.payload)
        yield Empty()

    async def close(self) -> None:
        """Nothing is held but by `follow`."""

    async def _stay(self, url: str, backlog: Backlog) -> None:
        from workers.engines.stream.connection import Connection, Hearer, Patience

        loop = asyncio.get_running_loop()
        patience = Patience(self._pace.heartbeat_s, self._pace.answer_s)
        token = self._settings.token.get_secret_value()
        failures = 0

        def linked() -> None:
            backlog.link(Linked(LinkState.CONNECTED))

        def heard(name: str, payload: object, size: int) -> None:
            if name:
                backlog.put(Received(name, payload), size)

        backlog.link(Linked(LinkState.CONNECTING))
        while True:
            connection = Connection(url, token, Hearer(linked, heard), patience)
            self._connection = connection
            backlog.link(await connection.run())
            since_s = connection.linked_s
            steady = since_s is not None and loop.time() - since_s >= self._pace.steady_s
            failures = 1 if steady else failures + 1
            await asyncio.sleep(self._pace.pause(failures, self._chance()))
