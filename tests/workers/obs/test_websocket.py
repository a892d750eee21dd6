"""The link to a real OBS: what it sees, what it does, and OBS lost, frozen and found again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager

import pytest
from pydantic import SecretStr, ValidationError

from models.errors import Blame, EngineError
from models.speech import Empty
from models.studio import InputWanted, SceneWanted, SourceWanted, Studio, TextWanted
from tests import obs as stage
from tests.obs import Obs
from workers.engines.obs.websocket import ObsSettings, ObsWebSocket, Times
from workers.runtime.retry import finish, first

SOON = Times(first_s=0.01, last_s=0.1, refused_s=0.05, pulse_s=0.2, patience_s=0.5)


class Watched:
    """What a link saw, in order."""

    def __init__(self, link: ObsWebSocket) -> None:
        self.link = link
        self.seen: list[Studio] = []
        self._more = asyncio.Event()

    async def run(self) -> None:
        async with aclosing(self.link.watch(Empty())) as states:
            async for state in states:
                self.seen.append(state)
                self._more.set()

    async def see(
        self, *, connected: bool = True, scene: str | None = None, **has: tuple[str, ...]
    ) -> Studio:
        """The newest state, once it is like this."""
        async with asyncio.timeout(20):
            while not (
                self.seen
                and self.seen[-1].connected is connected
                and scene in {None, self.seen[-1].scene}
                and has.get("scenes", self.seen[-1].scenes) == self.seen[-1].scenes
            ):
                self._more.clear()
                await self._more.wait()
        return self.seen[-1]


def link_to(studio: Obs, times: Times = SOON, secret: str = stage.PASSWORD) -> ObsWebSocket:
    return ObsWebSocket(ObsSettings(url=studio.url, password=SecretStr(secret)), times=times)


@asynccontextmanager
async def _watching(link: ObsWebSocket) -> AsyncIterator[Watched]:
    watched = Watched(link)
    task = asyncio.ensure_future(watched.run())
    try:
        yield watched
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await link.close()


def watching(studio: Obs, times: Times = SOON) -> AbstractAsyncContextManager[Watched]:
    """A link that watches `studio` meanwhile."""
    return _watching(link_to(studio, times))


async def failure_of(stream: AsyncIterator[object]) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await finish(stream)
    return caught.value


async def test_it_tells_scenes_from_top_to_bottom_and_follows_the_user(live_obs: Obs) -> None:
    async with watching(live_obs) as watched:
        state = await watched.see()
        assert state == Studio(connected=True, scene=stage.LIVE, scenes=stage.SCENES)
        live_obs.ask("SetCurrentProgramScene", sceneName=stage.TALKING)
        await watched.see(scene=stage.TALKING)
        live_obs.ask("CreateScene", sceneName="New")
        await watched.see(scenes=(*stage.SCENES, "New"))
        live_obs.ask("SetSceneName", sceneName="New", newSceneName="Newer")
        await watched.see(scenes=(*stage.SCENES, "Newer"))
        live_obs.ask("RemoveScene", sceneName="Newer")
        await watched.see(scenes=stage.SCENES)
        assert all(a != b for a, b in zip(watched.seen, watched.seen[1:], strict=False)), "told twice"


async def test_it_switches_scenes(live_obs: Obs) -> None:
    async with watching(live_obs) as watched:
        await watched.see()
        await finish(watched.link.scene(SceneWanted(stage.TALKING)))
        assert live_obs.on_air() == stage.TALKING
        await watched.see(scene=stage.TALKING)


async def test_it_writes_captions_that_are_seen_and_keeps_their_style(live_obs: Obs) -> None:
    live_obs.ask("SetInputSettings", inputName=stage.CAPTION, inputSettings={"outline": True})
    async with watching(live_obs) as watched:
        await watched.see()
        bare = live_obs.picture(stage.LIVE).tobytes()
        await finish(watched.link.text(TextWanted(stage.CAPTION, 'Good “evening”,\nstars ✦ {"x": 1}')))
        assert live_obs.caption() == 'Good “evening”,\nstars ✦ {"x": 1}'
        async with asyncio.timeout(10):
            while live_obs.picture(stage.LIVE).tobytes() == bare:  # drawn with one of OBS's next frames
                await asyncio.sleep(0.05)
        await finish(watched.link.text(TextWanted(stage.CAPTION, "")))
        assert live_obs.caption() == ""
        settings = live_obs.ask("GetInputSettings", inputName=stage.CAPTION)["inputSettings"]
        assert settings["outline"] is True


async def test_it_shows_and_hides_sources_in_groups_and_on_the_scene_on_air(live_obs: Obs) -> None:
    async with watching(live_obs) as watched:
        await watched.see()
        for scene, source, place in (
            (stage.TALKING, stage.BACKDROP, stage.TALKING),
            ("", stage.BACKDROP, stage.LIVE),
            (stage.LIVE, stage.BADGE, "Corner"),
        ):
            await finish(watched.link.source(SourceWanted(scene, source, visible=False)))
            assert not live_obs.shown(place, source)
            await finish(watched.link.source(SourceWanted(scene, source, visible=True)))
            assert live_obs.shown(place, source)


async def test_it_mutes_and_tells_how_it_was(live_obs: Obs) -> None:
    async with watching(live_obs) as watched:
        await watched.see()
        assert await first(watched.link.mute(InputWanted(stage.MUSIC, muted=True))) is False
        assert live_obs.muted(stage.MUSIC)
        assert await first(watched.link.mute(InputWanted(stage.MUSIC, muted=True))) is True
        assert await first(watched.link.mute(InputWanted(stage.MUSIC, muted=False))) is True
        assert not live_obs.muted(stage.MUSIC)


async def test_what_obs_does_not_have_is_a_matter_of_settings_and_names_what_it_has(live_obs: Obs) -> None:
    async with watching(live_obs) as watched:
        await watched.see()
        link = watched.link
        scenes = "it has: Live, Talking, Be right back"
        for stream, said in (
            (link.scene(SceneWanted("Lime")), f"no scene called 'Lime'; {scenes}"),
            (link.scene(SceneWanted("Corner")), f"no scene called 'Corner'; {scenes}"),
            (link.scene(SceneWanted(stage.BACKDROP)), f"no scene called 'Backdrop'; {scenes}"),
            (link.source(SourceWanted("Lime", "x", visible=True)), f"no scene called 'Lime'; {scenes}"),
            (link.source(SourceWanted("", "Bag", visible=True)), "'Live' of OBS has no source called 'Bag'"),
            (link.source(SourceWanted("", "Bag", visible=True)), "Corner, Caption, Microphone, Music, Badge"),
            (link.text(TextWanted("Lime", "x")), "no text source called 'Lime'; it has: Caption"),
            (link.text(TextWanted(stage.BACKDROP, "x")), "no text source called 'Backdrop'; it has: Caption"),
            (link.mute(InputWanted("Lime", muted=True)), "no audio input called 'Lime'; it has: "),
            (link.mute(InputWanted(stage.BACKDROP, muted=True)), "no audio input called 'Backdrop'"),
        ):
            error = await failure_of(stream)
            assert error.blame is Blame.SETTINGS
            assert said in error.message
        error = await failure_of(link.mute(InputWanted("Lime", muted=True)))
        assert set(error.message.rpartition(": ")[2].split(", ")) == {stage.MICROPHONE, stage.MUSIC}


async def test_a_wrong_password_is_told_once_and_tried_again_slowly(live_obs: Obs) -> None:
    slept: list[float] = []
    go_on = asyncio.Event()

    async def sleep(pause_s: float) -> None:
        slept.append(pause_s)
        if len(slept) > 3:
            await go_on.wait()

    for secret, said in (("wrong", "does not take this password"), ("", "asks for a password")):
        settings = ObsSettings(url=live_obs.url, password=SecretStr(secret))
        link = ObsWebSocket(settings, times=Times(refused_s=30), sleep=sleep)
        error = await failure_of(link.watch(Empty()))
        assert error.blame is Blame.SETTINGS
        assert said in error.message
        assert slept == []
        watched = Watched(link)
        task = asyncio.ensure_future(watched.run())
        async with asyncio.timeout(10):
            while len(slept) < 4:
                await asyncio.sleep(0.01)
        assert set(slept) == {30}
        assert watched.seen == [Studio()]
        assert not task.done(), "told twice"
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await link.close()
        assert (await failure_of(link.watch(Empty()))).message == error.message, "asked anew, it is told anew"
        slept.clear()


async def test_obs_missing_is_quiet_and_it_is_looked_for_with_backoff_and_jitter_for_ever(
    lost_obs: Obs,
) -> None:
    slept: list[float] = []
    enough = asyncio.Event()

    async def sleep(pause_s: float) -> None:
        slept.append(pause_s)
        if len(slept) == 1200:
            enough.set()
            await asyncio.Event().wait()
        await asyncio.sleep(0)

    settings = ObsSettings(url=lost_obs.url)
    chances = iter([0.0, 0.5, *[0.0] * 2000])
    link = ObsWebSocket(settings, sleep=sleep, chance=lambda: next(chances))
    async with _watching(link) as watched:
        async with asyncio.timeout(20):
            await enough.wait()
        assert watched.seen == [Studio()]
        assert slept[:8] == [0.5, 0.75, 2, 4, 8, 15, 15, 15]
        assert (await failure_of(link.scene(SceneWanted("x")))).blame is Blame.NETWORK


async def test_obs_started_later_killed_and_started_again_is_found(lost_obs: Obs) -> None:
    async with watching(lost_obs, Times(first_s=0.01, last_s=0.1)) as watched:
        await watched.see(connected=False)
        await asyncio.to_thread(lost_obs.start)
        await watched.see(scene=stage.LIVE)
        lost_obs.kill()
        assert await watched.see(connected=False) == Studio()
        assert (await failure_of(watched.link.scene(SceneWanted(stage.LIVE)))).blame is Blame.NETWORK
        await asyncio.to_thread(lost_obs.start)
        await watched.see(scene=stage.LIVE)
        await finish(watched.link.scene(SceneWanted(stage.BRB)))
        assert lost_obs.on_air() == stage.BRB


async def test_a_frozen_obs_is_noticed_and_comes_back(lost_obs: Obs) -> None:
    await asyncio.to_thread(lost_obs.start)
    async with watching(lost_obs) as watched:
        await watched.see()
        lost_obs.freeze()
        await watched.see(connected=False)
        lost_obs.thaw()
        await watched.see()
        lost_obs.freeze()
        error = await failure_of(watched.link.scene(SceneWanted(stage.BRB)))
        assert error.blame is Blame.NETWORK
        await watched.see(connected=False)
        lost_obs.thaw()
        await watched.see()


async def test_giving_up_in_the_middle_of_anything_leaves_no_connection_open(lost_obs: Obs) -> None:
    """A connection that is not closed is a warning, and a warning fails the test."""
    await asyncio.to_thread(lost_obs.start)
    for steps in range(0, 60, 3):
        link = link_to(lost_obs)
        task = asyncio.ensure_future(Watched(link).run())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await link.close()


async def test_by_default_a_frozen_obs_is_noticed_within_15_s() -> None:
    assert Times().pulse_s + Times().patience_s <= 15


def test_the_password_stays_hidden() -> None:
    assert "secret" not in repr(ObsSettings(password=SecretStr("secret")))
    with pytest.raises(ValidationError):
        ObsSettings(url="http://127.0.0.1:4455")
