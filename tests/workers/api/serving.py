"""The API as its clients meet it: the real server on a free port, and whoever answers for her."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from models.basic_mode import BasicMode
from models.character import Character
from models.events import Event, WorkerChanged
from models.persona import Persona
from models.speech import Voice
from models.status import Status
from models.tongue import Tongue
from models.visemes import Mouth
from tests.workers.living import Watched, watching
from workers.api.server import Api, ApiSetup, Limits, Outside
from workers.runtime.organ import Organ

TOKEN = "the-token-of-these-tests"  # noqa: S105  # opens nothing
AUTH = {"Authorization": f"Bearer {TOKEN}"}
PERSONA = Persona("snarky", "ride_or_die", "Vesper Astra", "friend", "You are {companion}.")
CHARACTER = Character(PERSONA, cast("BasicMode", None), cast("Tongue", None))
"""The API looks at her persona alone."""
UNIX = 1_800_000_000.0

Her = Callable[[Event], tuple[object, ...]]


@dataclass
class World:
    """What is outside of the API, as a test wants it."""

    status: Status = field(default_factory=lambda: Status(100.0, name="Vesper Astra"))
    mouth: Mouth = field(default_factory=Mouth)
    injected: list[tuple[str, Any]] = field(default_factory=list)
    inject: Callable[[str, Any], None] | None = None
    voices: tuple[Voice, ...] = (Voice("af_heart", "en-US", "female"),)
    voices_error: Exception | None = None

    def outside(self) -> Outside:
        return Outside(
            status=lambda: self.status,
            mouth=lambda: self.mouth,
            inject=self._inject,
            voices=self._voices,
            now=lambda: 160.0 + asyncio.get_running_loop().time(),
            unix=lambda: UNIX,
        )

    def _inject(self, name: str, payload: object) -> None:
        self.injected.append((name, payload))
        if self.inject:
            self.inject(name, payload)

    async def _voices(self) -> AsyncIterator[Voice]:
        if self.voices_error:
            raise self.voices_error
        for voice in self.voices:
            yield voice


class Directed(Watched):
    """Gives the organ back what it emitted, and the commands that follow from it."""

    def __init__(self, organ: Organ, her: Her | None) -> None:
        super().__init__(organ)
        self._her = her

    def emit(self, event: Event) -> None:
        super().emit(event)
        for item in (event, *(self._her(event) if self._her else ())):
            self.put(item)


class Served:
    """A server that runs, what it emitted, and clients for it."""

    def __init__(self, api: Api, organ: Watched, world: World, http: httpx.AsyncClient) -> None:
        self.api, self.organ, self.world, self.http = api, organ, world, http

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.api.port}"

    def put(self, *items: object) -> None:
        """What the Director hands on."""
        for item in items:
            self.organ.put(item)

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.http.get(path, headers={**AUTH, **headers})

    async def post(self, path: str, told: object = None, **headers: str) -> httpx.Response:
        if told is None:
            return await self.http.post(path, headers={**AUTH, **headers})
        kind = {"Content-Type": "application/json"}
        return await self.http.post(path, content=json.dumps(told), headers={**AUTH, **kind, **headers})

    def stream(self, **options: Any) -> connect:
        return connect(f"ws://{self.host}/stream", proxy=None, **options)

    @asynccontextmanager
    async def reader(self, *kinds: str) -> AsyncIterator[Reader]:
        """A reader who has shown the token, subscribed and been greeted."""
        async with self.stream(additional_headers=AUTH) as socket:
            reader = Reader(socket)
            await reader.see("hello")
            if kinds:
                await reader.subscribe(*kinds)
            yield reader

    async def raw(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.api.port)


class Reader:
    """A client of the WebSocket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def send(self, **frame: object) -> None:
        await self.socket.send(json.dumps(frame))

    async def subscribe(self, *kinds: str) -> None:
        """Subscribe, and know that it has been taken: an unknown frame after it is answered."""
        await self.send(type="subscribe", to=[*kinds, "error"])
        await self.send(type="are you there")
        await self.see("error")

    async def next(self) -> dict[str, Any]:
        async with asyncio.timeout(10):
            told: dict[str, Any] = json.loads(await self.socket.recv())
        return told

    async def see(self, kind: str) -> dict[str, Any]:
        """The next frame of a type; others are passed over."""
        while (frame := await self.next())["type"] != kind:
            pass
        return frame

    async def closed(self) -> tuple[int, str]:
        """How the server closed it; frames until then are passed over."""
        try:
            while True:
                await self.next()
        except ConnectionClosed as closed:
            return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (0, "cut")


@asynccontextmanager
async def serving(
    world: World | None = None, her: Her | None = None, limits: Limits | None = None, **setup: Any
) -> AsyncIterator[Served]:
    """A server for the length of a test. `her` gives the commands of an event, as the Director would carry them out.

    Leaves no task and no thread behind.
    """
    world = world or World()
    limits = limits or Limits(grace_s=0.2)
    options: dict[str, Any] = {
        "token": TOKEN,
        "pages": Path("/nowhere"),
        "persona": PERSONA,
        "version": "1.2.3",
    }
    api = Api(ApiSetup(**{"port": 0, **options, **setup}, limits=limits), world.outside())
    threads, tasks = set(threading.enumerate()), asyncio.all_tasks()
    async with watching(Directed(api, her)) as organ:
        await organ.see(WorkerChanged)
        base = f"http://127.0.0.1:{api.port}"
        async with httpx.AsyncClient(base_url=base, trust_env=False, timeout=10) as http:
            yield Served(api, organ, world, http)
    assert set(threading.enumerate()) == threads
    assert {task for task in asyncio.all_tasks() - tasks if not task.done()} == set()
