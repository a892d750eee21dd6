"""The organ of the local API: takes every event and command of the Director, and answers tools of the user's.

Its loop runs the HTTP server as well, so that everything of it is in one thread. The server's libraries are imported
when the first client comes, not before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.errors import EngineError
from models.events import Health, Tick, WorkerChanged
from workers.api.audience import Audience
from workers.api.bucket import Bucket
from workers.api.desk import Desk
from workers.api.guard import Doors, Guard
from workers.api.levels import Levels
from workers.api.listening import Listener, bound
from workers.api.service import Service
from workers.api.setup import ApiSetup, Limits, Outside
from workers.api.telling import Teller
from workers.runtime.organ import Organ, Warm

__all__ = ["Api", "ApiSetup", "Limits", "Listen", "Outside"]


@dataclass(frozen=True, slots=True)
class Listen:
    """Item: listen at this port from now on; None: nowhere."""

    port: int | None


class Api(Organ):
    """Listens on a port of this machine. READY while it does; a port that cannot be had is a `Failed` (SETTINGS)."""

    name = "api"

    def __init__(self, setup: ApiSetup, outside: Outside) -> None:
        super().__init__()
        self._setup, self._outside = setup, outside
        limits = setup.limits
        self._desk = Desk(setup.persona, setup.off, limits.waiting)
        self._audience = Audience()
        self._teller = Teller(outside.unix)
        self._levels = Levels(outside, self._audience, self._teller, limits)
        self._listener: Listener | None = None

    @property
    def port(self) -> int:
        """The port it is reached at; 0 while there is none."""
        return self._listener.port if self._listener else 0

    async def begin(self) -> None:
        """Listen."""
        self.start(self._levels.tell_pose())
        self.start(self._levels.tell_status())
        await self._open()

    async def take(self, item: object) -> None:
        """Take note of what passes, and tell it to who listens."""
        if isinstance(item, Tick):
            self._desk.notice(item)
            return
        if isinstance(item, Listen):
            await self._close()
            self._setup = replace(self._setup, port=item.port)
            await self._open()
            return
        if isinstance(item, Warm):
            await self._open()
            return
        self._desk.notice(item)
        self._levels.notice(item)
        self._teller.remember(item)
        if wanted := self._audience.wanted:
            for kind, frame in self._teller.frames(item, wanted):
                self._audience.tell(kind, frame)

    async def end(self) -> None:
        """Let everyone go, and the port."""
        await self._close()

    async def _close(self) -> None:
        self._desk.close()
        self._audience.close()
        if self._listener:
            await self._listener.close()
            self._listener = None

    async def _open(self) -> None:
        if self._listener:
            return
        if self._setup.port is None:
            self.emit(WorkerChanged(self.name, Health.OFF))
            return
        try:
            socket = bound(self._setup.host, self._setup.port)
        except EngineError as error:
            self.emit(WorkerChanged(self.name, Health.GONE, note=error.message))
            raise
        port = int(socket.getsockname()[1])
        now, limits = self._outside.now, self._setup.limits
        doors = Doors(self._setup.token.encode(), Bucket(limits.wrong_hz, limits.wrong_burst, now))
        service = Service(
            self._setup,
            self._outside,
            self.emit,
            self._desk,
            doors,
            self._audience,
            self._teller,
            self._levels,
        )

        def answering() -> Guard:
            from workers.api.application import application

            return Guard(application(service), self._setup, port, doors, now)

        listener = Listener(answering, socket, limits)
        await listener.open()
        self._listener = listener
        self.emit(WorkerChanged(self.name, Health.READY, note=f"http://{self._setup.host}:{port}"))
