"""A broadcasting program behind the port, for tests that need none: it does what it is told, comes and goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace

from models.errors import Blame, EngineError
from models.speech import Empty
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted


class FakeStudio:
    """A `BroadcastStudio` as a value: scenes, texts, visible sources by scene, muted inputs.

    `calls` is everything it was asked, in order. `failures` are raised by the next calls of `watch`.
    """

    def __init__(
        self,
        scenes: dict[str, dict[str, bool]],
        texts: dict[str, str],
        muted: dict[str, bool],
        *,
        connected: bool = True,
    ) -> None:
        self.sources = scenes
        self.texts = texts
        self.muted = muted
        self.now = Studio(connected=connected, scene=next(iter(scenes)), scenes=tuple(scenes))
        self.calls: list[object] = []
        self.failures: list[EngineError] = []
        self.watches = 0
        self.closed = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self._changed = asyncio.Condition()

    async def change(self, now: Studio) -> None:
        """What the user does in it, or what becomes of it."""
        async with self._changed:
            self.now = now
            self._changed.notify_all()

    async def leave(self) -> None:
        """It is gone."""
        await self.change(replace(self.now, connected=False))

    async def come(self, scene: str = "") -> None:
        """It is back, on the scene it had or another."""
        await self.change(replace(self.now, connected=True, scene=scene or self.now.scene))

    async def watch(self, request: Empty) -> AsyncGenerator[Studio, None]:
        del request
        self.watches += 1
        if self.failures:
            raise self.failures.pop(0)
        told: Studio | None = None
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda told=told: self._seen() != told)  # type: ignore[misc]  # bound now
                told = self._seen()
            yield told

    async def scene(self, request: SceneWanted) -> AsyncGenerator[Empty, None]:
        await self._asked(request)
        if request.scene not in self.sources:
            raise unknown(request.scene, self.sources)
        await self.change(replace(self.now, scene=request.scene))
        yield Empty()

    async def text(self, request: TextWanted) -> AsyncGenerator[Empty, None]:
        await self._asked(request)
        if request.source not in self.texts:
            raise unknown(request.source, self.texts)
        self.texts[request.source] = request.text
        yield Empty()

    async def source(self, request: SourceWanted) -> AsyncGenerator[Empty, None]:
        await self._asked(request)
        scene = request.scene or self.now.scene
        if scene not in self.sources:
            raise unknown(scene, self.sources)
        if request.source not in self.sources[scene]:
            raise unknown(request.source, self.sources[scene])
        self.sources[scene][request.source] = request.visible
        yield Empty()

    async def mute(self, request: InputWanted) -> AsyncGenerator[bool, None]:
        await self._asked(request)
        if request.name not in self.muted:
            raise unknown(request.name, self.muted)
        before, self.muted[request.name] = self.muted[request.name], request.muted
        yield before

    async def close(self) -> None:
        self.closed += 1

    def _seen(self) -> Studio:
        return self.now if self.now.connected else Studio()

    async def _asked(self, request: object) -> None:
        self.calls.append(request)
        await self.gate.wait()
        if not self.now.connected:
            raise EngineError(Blame.NETWORK, "it is not connected")


def unknown(name: str, known: dict[str, object] | dict[str, bool] | dict[str, str]) -> EngineError:
    """There is nothing of this name."""
    return EngineError(Blame.SETTINGS, f"there is no {name!r}; it has: {', '.join(known)}")
