"""What every `BroadcastStudio` owes, asked of a real OBS and of the fake that stands in for it in other tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from models.errors import Blame, EngineError
from models.ports import BroadcastStudio
from models.speech import Empty
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted
from tests import obs as stage
from tests.fakes.studio import FakeStudio
from tests.stage import Screen
from workers.engines.registry import of_role
from workers.runtime.retry import finish, first

NAMES = ["fake", *(entry.id for entry in of_role("obs"))]


def fake() -> FakeStudio:
    scenes = {name: {stage.BACKDROP: True} for name in stage.SCENES}
    return FakeStudio(scenes, {stage.CAPTION: ""}, {stage.MICROPHONE: False, stage.MUSIC: False})


@pytest.fixture(scope="module")
def running(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[stage.Obs]:
    with stage.obs(screen, tmp_path_factory.mktemp("obs") / "studio") as running:
        yield running


@pytest.fixture(params=NAMES)
async def studio(request: pytest.FixtureRequest) -> AsyncIterator[BroadcastStudio]:
    """A studio of three scenes, with a text source and two audio inputs, nothing muted."""
    built: Any
    if request.param == "fake":
        built = fake()
    else:
        running: stage.Obs = request.getfixturevalue("running")
        running.reset()
        [entry] = (entry for entry in of_role("obs") if entry.id == request.param)
        built = entry.build(entry.settings_class()(url=running.url, password=SecretStr(stage.PASSWORD)))
    yield built
    await built.close()


@asynccontextmanager
async def watched(studio: BroadcastStudio) -> AsyncIterator[asyncio.Queue[Studio]]:
    """Watch meanwhile: how it stands, in order."""
    states: asyncio.Queue[Studio] = asyncio.Queue()

    async def run() -> None:
        async for state in studio.watch(Empty()):
            states.put_nowait(state)

    task = asyncio.ensure_future(run())
    try:
        yield states
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def on_air(states: asyncio.Queue[Studio], scene: str) -> Studio:
    async with asyncio.timeout(10):
        while (state := await states.get()).scene != scene:
            pass
    return state


async def failure_of(stream: AsyncIterator[object]) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await finish(stream)
    return caught.value


async def test_it_says_what_there_is_and_what_changes(studio: BroadcastStudio) -> None:
    async with watched(studio) as states:
        assert await on_air(states, stage.LIVE) == Studio(True, stage.LIVE, stage.SCENES)  # noqa: FBT003  # connected
        await finish(studio.scene(SceneWanted(stage.TALKING)))
        assert await on_air(states, stage.TALKING) == Studio(True, stage.TALKING, stage.SCENES)  # noqa: FBT003
        await finish(studio.scene(SceneWanted(stage.TALKING)))
        await finish(studio.scene(SceneWanted(stage.LIVE)))
        assert (await on_air(states, stage.LIVE)).connected


async def test_every_call_gives_one_value(studio: BroadcastStudio) -> None:
    async with watched(studio) as states:
        await on_air(states, stage.LIVE)
        for stream in (
            studio.scene(SceneWanted(stage.BRB)),
            studio.text(TextWanted(stage.CAPTION, "x")),
            studio.text(TextWanted(stage.CAPTION, "")),
            studio.source(SourceWanted(stage.LIVE, stage.BACKDROP, visible=False)),
            studio.source(SourceWanted(stage.LIVE, stage.BACKDROP, visible=True)),
        ):
            assert [value async for value in stream] == [Empty()]


async def test_muting_tells_how_it_was(studio: BroadcastStudio) -> None:
    async with watched(studio) as states:
        await on_air(states, stage.LIVE)
        wanted = (True, True, False, False)
        was = [await first(studio.mute(InputWanted(stage.MUSIC, muted))) for muted in wanted]
        assert was == [False, True, True, False]


async def test_what_it_does_not_have_is_a_matter_of_settings_and_named(studio: BroadcastStudio) -> None:
    async with watched(studio) as states:
        await on_air(states, stage.LIVE)
        for stream, has in (
            (studio.scene(SceneWanted("Lime")), stage.TALKING),
            (studio.text(TextWanted("Lime", "x")), stage.CAPTION),
            (studio.source(SourceWanted("Lime", stage.BACKDROP, visible=True)), stage.TALKING),
            (studio.source(SourceWanted("", "Lime", visible=True)), stage.BACKDROP),
            (studio.mute(InputWanted("Lime", muted=True)), stage.MUSIC),
        ):
            error = await failure_of(stream)
            assert error.blame is Blame.SETTINGS
            assert "Lime" in error.message
            assert "it has: " in error.message
            assert has in error.message


@pytest.mark.parametrize("name", NAMES)
async def test_without_a_connection_every_call_is_the_network(name: str) -> None:
    studio: Any = fake()
    if name == "fake":
        await studio.leave()
    else:
        [entry] = (entry for entry in of_role("obs") if entry.id == name)
        studio = entry.build(entry.settings_class()(url="ws://127.0.0.1:9"))
    async with watched(studio) as states:
        async with asyncio.timeout(10):
            assert await states.get() == Studio()
        for stream in (
            studio.scene(SceneWanted(stage.LIVE)),
            studio.text(TextWanted(stage.CAPTION, "x")),
            studio.source(SourceWanted("", stage.BACKDROP, visible=True)),
            studio.mute(InputWanted(stage.MUSIC, muted=True)),
        ):
            assert (await failure_of(stream)).blame is Blame.NETWORK
    await studio.close()
