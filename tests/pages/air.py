"""The real API organ with her state in the test's hands: what the pages are shown against."""

from __future__ import annotations

import json
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
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, StreamKind
from models.visemes import Mouth, MouthTrack
from tests.chromium import Tab
from tests.workers.living import E, Watched, living
from workers.api.server import Api, ApiSetup, Outside

PAGES = Path(__file__).parents[2] / "assets" / "pages"
TOKEN = "opens the tests".replace(" ", "-")
JOINED = "document.documentElement.dataset.link === 'connected'"
"""Of a page: it hears her."""
SHOWN = "document.getElementById('captions').dataset.shown === 'true'"
"""Of the overlay: there is something to read."""

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

    async def joins(self, tab: Tab, page: str) -> None:
        """Open a page with the token and wait until it hears her."""
        await tab.go(f"{self.url}{page}#token={TOKEN}")
        await tab.until(JOINED)

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
    nobody: tuple[Voice, ...] = ()
    for voice in nobody:
        yield voice


async def captioned(tab: Tab, air: Air, text: str, length_s: float = 8.0, turn: int = 1, n: int = 0) -> None:
    """A clause begins and is on the page."""
    air.says(turn, n, text, length_s)
    await tab.until(
        f"document.querySelector('#roll').textContent.includes({json.dumps(text.split(maxsplit=1)[0])})"
    )


async def holds(tab: Tab, expression: str, value: object) -> None:
    """Wait until an expression has this value."""
    wanted = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    await tab.until(f"JSON.stringify({expression}) === {json.dumps(wanted)}")


def entry(key: str, kind: str, who: str, fate: Fate, reason: str, **more: object) -> Entry:
    """A line of the event log."""
    return Entry(Happening(key, StreamKind(kind), who, **more), fate, reason)  # type: ignore[arg-type]  # by name
