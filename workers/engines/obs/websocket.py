"""OBS Studio through its own WebSocket server (obs-websocket 5, part of OBS since 28).

A request every few seconds is the pulse: an OBS that died, froze or lost its network is noticed within `Times.pulse_s`
plus `Times.patience_s`. Afterwards, and from the start, it is looked for again for ever. A request that is not answered
in time costs the connection, so nothing waits longer than that.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, JsonValue, SecretStr

from models.errors import Blame, EngineError
from models.speech import Empty
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted
from workers.engines.obs.answers import Input, Inputs, Item, Items, Muted, Nothing, Scenes
from workers.engines.obs.link import A, Code, Link, LostError, RefusedError, UnwelcomeError, open_link

Sleep = Callable[[float], Awaitable[None]]

_TEXT_KINDS = ("text_ft2_source", "text_gdiplus", "text_pango_source")
_NO_SUCH = frozenset({Code.NOT_FOUND, Code.WRONG_TYPE, Code.WRONG_STATE})
_WHERE = "Tools → WebSocket Server Settings"


class ObsSettings(BaseModel):
    """Which OBS. The password comes from the credential store, never from the settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(
        default="ws://127.0.0.1:4455",
        pattern=r"^wss?://[^\s/]+\S*$",
        title="Address",
        description=f"Of the WebSocket server of OBS: {_WHERE}.",
    )
    password: SecretStr = Field(
        default=SecretStr(""), title="Password", description="As shown in OBS; empty when it asks for none."
    )


@dataclass(frozen=True, slots=True)
class Times:
    """How long it waits, in seconds: before new tries (doubling, less a chance half), the pulse, an answer.

    `refused_s` is the pause after OBS has refused the password.
    """

    first_s: float = 0.5
    last_s: float = 15.0
    refused_s: float = 30.0
    pulse_s: float = 5.0
    patience_s: float = 5.0


class ObsWebSocket:
    """A `BroadcastStudio`. Inline: all it does is wait for the network."""

    def __init__(
        self,
        settings: ObsSettings,
        *,
        times: Times | None = None,
        sleep: Sleep = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._settings = settings
        self._times = times or Times()
        self._sleep = sleep
        self._chance = chance
        self._link: Link | None = None
        self._refused = False
        self._told = False
        self._unsure: dict[str, bool] = {}

    async def watch(self, request: Empty) -> AsyncGenerator[Studio, None]:
        """How OBS stands, whenever that changes; also that it is not there.

        Raises `EngineError` (SETTINGS) when OBS will not have us, once: called again, it goes on trying slowly and is
        silent about it until there was a connection or a `close`.
        """
        del request
        told: Studio | None = None
        backoff_s = self._times.first_s
        if self._refused:
            await self._sleep(self._times.refused_s)
        while True:
            link = await self._open()
            if link is not None:
                backoff_s = self._times.first_s
                try:
                    while (studio := await self._next(link, told)) is not None:
                        told = studio
                        yield studio
                finally:
                    self._link = None
                    await link.close()
            if told != Studio():
                told = Studio()
                yield told
            if self._refused:
                await self._sleep(self._times.refused_s)
            else:
                await self._sleep(backoff_s * (1.0 - self._chance() / 2.0))
                backoff_s = min(2.0 * backoff_s, self._times.last_s)

    async def scene(self, request: SceneWanted) -> AsyncGenerator[Empty, None]:
        """Put a scene on air."""
        try:
            await self._ask("SetCurrentProgramScene", Nothing, sceneName=request.scene)
        except RefusedError as error:
            raise await self._no_scene(request.scene, error) from error
        yield Empty()

    async def text(self, request: TextWanted) -> AsyncGenerator[Empty, None]:
        """Write into a text source; its other settings stay."""
        name = request.source
        try:
            kind = (await self._ask("GetInputSettings", Input, inputName=name)).kind
            if not kind.startswith(_TEXT_KINDS):
                raise await self._no_input("text source", name, RefusedError(Code.WRONG_TYPE, kind))
            await self._ask("SetInputSettings", Nothing, inputName=name, inputSettings={"text": request.text})
        except RefusedError as error:
            raise await self._no_input("text source", name, error) from error
        yield Empty()

    async def source(self, request: SourceWanted) -> AsyncGenerator[Empty, None]:
        """Show or hide a source of a scene wherever it stands in it, in groups as well."""
        scene = request.scene
        try:
            scene = scene or (await self._ask("GetSceneList", Scenes)).on_air or ""
            placed = await self._placed(scene)
            meant = [(place, item) for place, item in placed if item.source == request.source]
            for place, item in meant:
                where: dict[str, JsonValue] = {"sceneName": place, "sceneItemId": item.number}
                await self._ask("SetSceneItemEnabled", Nothing, **where, sceneItemEnabled=request.visible)
        except RefusedError as error:
            raise await self._no_scene(scene, error) from error
        if not meant:
            what = f"the scene {scene!r} of OBS has no source called {request.source!r}"
            raise _unknown(what, [item.source for _, item in placed])
        yield Empty()

    async def mute(self, request: InputWanted) -> AsyncGenerator[bool, None]:
        """Mute or unmute an audio input; gives whether it was muted before.

        A try whose outcome got lost with the connection does not count: the next gives how it was before that.
        """
        name = request.name
        try:
            found = await self._ask("GetInputMute", Muted, inputName=name)
            before = self._unsure.setdefault(name, found.muted)
            await self._ask("SetInputMute", Nothing, inputName=name, inputMuted=request.muted)
        except RefusedError as error:
            self._unsure.pop(name, None)
            raise await self._no_input("audio input", name, error) from error
        del self._unsure[name]
        yield before

    async def close(self) -> None:
        """Let go of the connection, and forget that OBS would not have us."""
        self._refused = self._told = False
        link, self._link = self._link, None
        if link is not None:
            await link.close()

    async def _open(self) -> Link | None:
        url, password = self._settings.url, self._settings.password.get_secret_value()
        try:
            self._link = await open_link(url, password, self._times.patience_s)
        except LostError:
            self._refused = False
        except UnwelcomeError as error:
            self._refused = True
            if not self._told:
                self._told = True
                raise EngineError(Blame.SETTINGS, self._unwelcome(error)) from error
        else:
            self._refused = self._told = False
        return self._link

    def _unwelcome(self, error: UnwelcomeError) -> str:
        if not error.password:
            return f"what answers at {self._settings.url} is no OBS 28 or later; look at OBS: {_WHERE}"
        if self._settings.password.get_secret_value():
            return f"OBS does not take this password; enter the one it shows under {_WHERE}"
        return f"OBS asks for a password; enter the one it shows under {_WHERE}"

    async def _next(self, link: Link, told: Studio | None) -> Studio | None:
        """How OBS stands once that differs from `told`; None when the connection is lost."""
        while True:
            try:
                scenes = await link.ask("GetSceneList", Scenes)
                studio = Studio(connected=True, scene=scenes.on_air or "", scenes=scenes.names())
                if studio != told:
                    return studio
                while not await _news(link, self._times.pulse_s):
                    await link.ask("GetStudioModeEnabled", Nothing)
            except RefusedError:  # it is loading its scenes
                await self._sleep(self._times.first_s)
            except LostError:
                return None

    async def _ask(self, request: str, answer: type[A], **data: JsonValue) -> A:
        if self._link is None:
            raise EngineError(Blame.NETWORK, "OBS is not connected; start it, it is found by itself")
        try:
            return await self._link.ask(request, answer, **data)
        except LostError as error:
            raise EngineError(Blame.NETWORK, "OBS does not answer; it is reconnected by itself") from error

    async def _placed(self, scene: str) -> list[tuple[str, Item]]:
        """Every item of a scene, with the scene or group it stands in."""
        items = (await self._ask("GetSceneItemList", Items, sceneName=scene)).items
        placed = [(scene, item) for item in items]
        for group in dict.fromkeys(item.source for item in items if item.group):
            inside = await self._ask("GetGroupSceneItemList", Items, sceneName=group)
            placed += [(group, item) for item in inside.items]
        return placed

    async def _no_scene(self, name: str, error: RefusedError) -> EngineError:
        if error.code not in _NO_SUCH:
            return _refusal(error)
        scenes = await self._ask("GetSceneList", Scenes)
        return _unknown(f"OBS has no scene called {name!r}", scenes.names())

    async def _no_input(self, what: str, name: str, error: RefusedError) -> EngineError:
        if error.code not in _NO_SUCH:
            return _refusal(error)
        inputs = (await self._ask("GetInputList", Inputs)).inputs
        if what == "text source":
            names = [entry.name for entry in inputs if entry.kind.startswith(_TEXT_KINDS)]
        else:
            names = [entry.name for entry in inputs if await self._sounds(entry.name)]
        return _unknown(f"OBS has no {what} called {name!r}", names)

    async def _sounds(self, name: str) -> bool:
        try:
            await self._ask("GetInputMute", Muted, inputName=name)
        except RefusedError:
            return False
        return True


async def _news(link: Link, pulse_s: float) -> bool:
    """Whether anything happened until the next pulse is due."""
    try:
        async with asyncio.timeout(pulse_s):
            await link.news.wait()
    except TimeoutError:
        return False
    link.news.clear()
    return True


def _unknown(what: str, names: Sequence[str]) -> EngineError:
    has = ", ".join(dict.fromkeys(names)) or "none"
    return EngineError(Blame.SETTINGS, f"{what}; it has: {has}")


def _refusal(error: RefusedError) -> EngineError:
    if error.code == Code.NOT_READY:
        return EngineError(Blame.PROVIDER, "OBS is busy with its scenes; try again in a moment")
    return EngineError(Blame.PROVIDER, f"OBS refused: {error.comment}")
