"""The studio: the organ that has OBS do what the show needs.

Captions and panic are states, not orders: what they should be is compared with what OBS was told last, so whatever it
missed while it was away is made good as soon as it is back. Captions need no queue, the latest wins.

Panic mutes its inputs and puts its scene on air, and remembers how each of them was when it began: that is brought back
at its end, however often OBS went away in between. In panic the user may do in OBS what they like.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field, replace

from models.commands import Caption, Panic, ShowSource, SwitchScene
from models.errors import Blame, EngineError
from models.events import Failed, Health, StudioChanged, WorkerChanged
from models.ports import BroadcastStudio
from models.speech import Empty
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted
from workers.runtime.organ import Organ, Warm
from workers.runtime.retry import finish

_log = logging.getLogger(__name__)
_ENGINE = "obs-websocket"
_ABSENT = "OBS is not there; it is found by itself when it starts"
_AGAIN_S = 1.0
_PARTING_S = 1.0


@dataclass(frozen=True, slots=True)
class ObsSetup:
    """What the user chose: scene of panic and the inputs it mutes, text source of captions. Empty is none."""

    enabled: bool = False
    brb_scene: str = ""
    caption_source: str = ""
    panic_inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Configure:
    """Item for the organ: from now on it is like this. A `studio` takes the place of the one before."""

    setup: ObsSetup
    studio: BroadcastStudio | None = None


@dataclass(slots=True)
class _Before:
    """How it was when panic began: the scene it replaced, and of each of its inputs whether it was muted."""

    scene: str = ""
    muted: dict[str, bool] = field(default_factory=dict)


class ObsStudio(Organ):
    """Takes `Caption`, `Panic`, `SwitchScene`, `ShowSource`, `Configure`; gives `StudioChanged`. Off, it is silent."""

    name = "obs"

    def __init__(self, studio: BroadcastStudio | None, setup: ObsSetup, again_s: float = _AGAIN_S) -> None:
        super().__init__()
        self._studio = studio
        self._setup = setup
        self._again_s = again_s
        self._following: asyncio.Task[None] | None = None
        self._due = asyncio.Event()
        self._orders: deque[Panic | SwitchScene | ShowSource] = deque()
        self._caption = ""
        self._written: tuple[str, str] | None = None
        self._panic = False
        self._settled = False
        self._before: _Before | None = None
        self._now = Studio()
        self._told = Studio()
        self._health: tuple[Health, str] = (Health.OFF, "")
        self._complaints: set[str] = set()

    async def begin(self) -> None:
        """Connect, if it is wanted."""
        self.start(self._act())
        self._follow()

    async def end(self) -> None:
        """The connection has ended with its task."""

    async def take(self, item: object) -> None:
        """Note what is wanted; it is done in this order, captions last."""
        match item:
            case Caption(text=text):
                self._caption = text
            case Panic() | SwitchScene() | ShowSource():
                self._orders.append(item)
            case Configure(setup=setup, studio=studio):
                self._configure(setup, studio)
            case Warm(again=True):
                self._follow()
        self._due.set()

    def _configure(self, setup: ObsSetup, studio: BroadcastStudio | None) -> None:
        moved = setup.enabled != self._setup.enabled or studio is not None
        self._studio = studio or self._studio
        self._setup = setup
        self._settled = False
        self._complaints.clear()
        if moved:
            self._follow()

    def _follow(self) -> None:
        """Watch the studio from now on, or no more; whoever watched before ends first."""
        before = self._following
        if before is not None:
            before.cancel()
        self._now = Studio()
        self._tell()
        self._complaints.clear()
        if self._setup.enabled and self._studio is not None:
            self._say(Health.STARTING)
            self._following = self.start(self._stay(self._studio, before))
        else:
            self._following = None
            self._say(Health.OFF)

    async def _stay(self, studio: BroadcastStudio, before: asyncio.Task[None] | None) -> None:
        """Watch until cancelled; then take the caption away, which needs the connection, and let go of it."""
        if before is not None:
            await asyncio.wait([before])
        watching = asyncio.ensure_future(self._watch(studio, asyncio.current_task()))
        try:
            await asyncio.shield(watching)
        finally:
            await self._part(studio)
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            await studio.close()

    async def _watch(self, studio: BroadcastStudio, this: asyncio.Task[None] | None) -> None:
        while True:
            try:
                async for state in studio.watch(Empty()):
                    if self._following is this:
                        self._see(state)
            except EngineError as error:
                if self._following is this:
                    self._now = Studio()
                    self._tell()
                    self._say(Health.GONE, error.message)
                    self._complain(error)
            await asyncio.sleep(self._again_s)

    async def _part(self, studio: BroadcastStudio) -> None:
        written, self._written = self._written, None
        if written is not None and all(written):
            with suppress(EngineError, TimeoutError):
                async with asyncio.timeout(_PARTING_S):
                    await finish(studio.text(TextWanted(written[0], "")))

    def _see(self, state: Studio) -> None:
        """This is how the studio stands."""
        was, self._now = self._now, state
        if state.connected and not was.connected:
            self._settled = False
            self._written = None
            self._complaints.clear()
            self._say(Health.READY)
        elif was.connected and not state.connected:
            self._say(Health.RESTARTING, _ABSENT)
        elif not state.connected and self._health[0] is Health.STARTING:
            self._say(Health.STARTING, _ABSENT)
        self._tell()
        self._due.set()

    def _tell(self, *, again: bool = False) -> None:
        now = replace(self._now, panicked=self._before is not None)
        if again or now != self._told:
            self._told = now
            self.emit(StudioChanged(now))

    def _say(self, health: Health, note: str = "") -> None:
        if (health, note) != self._health:
            self._health = health, note
            self.emit(WorkerChanged(self.name, health, _ENGINE, note))

    def _complain(self, error: EngineError) -> None:
        """Say it once a connection."""
        if error.message not in self._complaints:
            self._complaints.add(error.message)
            self.emit(Failed(self.name, error.blame, error.message))

    async def _act(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            async with self._guard():
                await self._settle()

    async def _settle(self) -> None:
        """Make OBS what it should be."""
        await self._keep_panic()
        while self._orders:
            match self._orders.popleft():
                case Panic(on=on):
                    self._panic = on
                    self._settled = False
                    await self._keep_panic()
                case SwitchScene() | ShowSource() as order if self._setup.enabled:
                    await self._obey(order)
        await self._keep_caption()

    async def _keep_panic(self) -> None:
        if self._settled or self._studio is None or not self._now.connected:
            return
        self._settled = True
        with _until_it_is_back():
            if self._panic:
                await self._hide(self._studio)
            elif self._before is not None:
                await self._bring_back(self._studio, self._before)
        self._tell()

    async def _hide(self, studio: BroadcastStudio) -> None:
        """Panic. What was remembered stays: OBS may have gone away and come back in it."""
        before = self._before = self._before or _Before()
        for name in self._setup.panic_inputs:
            async with self._complaining():
                [was] = [was async for was in studio.mute(InputWanted(name, muted=True))]
                before.muted.setdefault(name, was)
        scene = self._setup.brb_scene
        if scene:
            before.scene = before.scene or self._now.scene
            async with self._complaining():
                await self._switch(studio, scene)

    async def _bring_back(self, studio: BroadcastStudio, before: _Before) -> None:
        """The end of panic: the picture first, then the sound."""
        if before.scene:
            async with self._complaining():
                await self._switch(studio, before.scene)
        for name, muted in before.muted.items():
            async with self._complaining():
                await finish(studio.mute(InputWanted(name, muted)))
        self._before = None

    async def _switch(self, studio: BroadcastStudio, scene: str) -> None:
        await finish(studio.scene(SceneWanted(scene)))
        if self._now.connected:
            self._now = replace(self._now, scene=scene)

    async def _obey(self, order: SwitchScene | ShowSource) -> None:
        if self._studio is None:
            return
        try:
            match order:
                case SwitchScene(scene=scene):
                    await self._switch(self._studio, scene)
                    self._tell(again=True)  # who asked waits for it, also when the scene was on air before
                case ShowSource(scene=scene, source=source, visible=visible):
                    await finish(self._studio.source(SourceWanted(scene, source, visible)))
        except EngineError as error:
            self.emit(Failed(self.name, error.blame, error.message))

    async def _keep_caption(self) -> None:
        with _until_it_is_back():
            while self._studio is not None and self._now.connected:
                wanted, written = (self._setup.caption_source, self._caption), self._written
                if wanted == written:
                    return
                if written is not None and written[0] not in {"", wanted[0]}:
                    with suppress(EngineError):
                        await finish(self._studio.text(TextWanted(written[0], "")))
                async with self._complaining():
                    if wanted[0]:
                        await finish(self._studio.text(TextWanted(*wanted)))
                self._written = wanted

    @asynccontextmanager
    async def _complaining(self) -> AsyncIterator[None]:
        """What OBS refuses is told and left; that it is away ends the work, to be taken up again."""
        try:
            yield
        except EngineError as error:
            if error.blame is Blame.NETWORK:
                raise
            self._complain(error)


@contextmanager
def _until_it_is_back() -> Iterator[None]:
    """Leave the work when OBS goes away in the middle of it; its return takes the work up again."""
    try:
        yield
    except EngineError as error:
        _log.debug("done once OBS is back: %s", error)
