"""The real API organ with her state in the test's hands: what the pages are shown against."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from models.commands import Caption
from models.events import Health, Voiced, WorkerChanged
from models.mood import Mood
from models.persona import Persona
from models.speech import Voice, WordSpan
from models.status import Status
from models.visemes import Mouth, MouthTrack
from tests.workers.living import E, Watched, living
from workers.api.server import Api, ApiSetup, Outside

PAGES = Path(__file__).parents[2] / "assets" / "pages"
TOKEN = "opens the tests".replace(" ", "-")
JOINED = "document.documentElement.dataset.link === 'connected'"
"""Of a page: it hears her."""
Words = tuple[WordSpan, ...]
_PERSONA = Persona("snarky", "ride_or_die", "Vesper Astra", "you", "")
_STATUS = Status(0.0, "Vesper Astra", Mood(62.0, 74.5, 48.0), "happy", ready=frozenset({"mind", "voice"}))


@dataclass
class Air:
    """A living API: `put` is what the Director would tell it, `see` what it asks of her. `status` is how she is."""

    port: int
    status: Status = _STATUS
    organ: Api | None = None
    watched: Watched | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, *items: object) -> None:
        assert self.watched
        for item in items:
            self.watched.put(item)

    async def see(self, kind: type[E], count: int = 1) -> E:
        assert self.watched
        return await self.watched.see(kind, count)

    def of(self, kind: type[E]) -> list[E]:
        assert self.watched
        return self.watched.of(kind)

    def says(self, turn: int, n: int, text: str, length_s: float = 8.0, words: Words = ()) -> None:
        """A clause of hers begins to be heard; its words share its time where they are not told."""
        self.put(Voiced(turn, n, MouthTrack(length_s), words), Caption(turn, n, text))


@asynccontextmanager
async def on_air(port: int = 0) -> AsyncIterator[Air]:
    """The organ for the length of a test, listening."""
    air = Air(port)
    outside = Outside(status=lambda: air.status, mouth=Mouth, inject=lambda *_: None, voices=_no_voices)
    air.organ = Api(ApiSetup(port, TOKEN, PAGES, persona=_PERSONA), outside)
    async with living(air.organ) as air.watched:
        changed = await air.see(WorkerChanged)
        assert changed.health is Health.READY, changed.note
        air.port = air.organ.port
        yield air


async def _no_voices() -> AsyncIterator[Voice]:
    for voice in ():
        yield voice
