"""The organ: captions, panic and orders, whatever OBS does meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from pydantic import SecretStr

from models.commands import Caption, Panic, ShowSource, SwitchScene
from models.errors import Blame, EngineError
from models.events import Event, Failed, Health, StudioChanged, WorkerChanged
from models.studio import InputWanted, SceneWanted, Studio, TextWanted
from tests import obs as stage
from tests.fakes.studio import FakeStudio
from tests.obs import Obs
from tests.workers.living import Watched, living, until
from workers.engines.obs.websocket import ObsSettings, ObsWebSocket, Times
from workers.obs import Configure, ObsSetup, ObsStudio
from workers.runtime.organ import Warm

SETUP = ObsSetup(
    enabled=True,
    brb_scene=stage.BRB,
    caption_source=stage.CAPTION,
    panic_inputs=(stage.MICROPHONE, stage.MUSIC),
)


def fake(*, connected: bool = True) -> FakeStudio:
    return FakeStudio(
        {stage.LIVE: {"Logo": True}, stage.TALKING: {}, stage.BRB: {}},
        {stage.CAPTION: "left over", "Other": "mine"},
        {stage.MICROPHONE: False, stage.MUSIC: True},
        connected=connected,
    )


def organ(studio: FakeStudio | None, setup: ObsSetup = SETUP) -> ObsStudio:
    return ObsStudio(studio, setup, again_s=0.0)


def hidden(studio: FakeStudio) -> bool:
    return studio.now.scene == stage.BRB and all(studio.muted.values())


def as_before(studio: FakeStudio) -> bool:
    return studio.now.scene == stage.LIVE and studio.muted == {stage.MICROPHONE: False, stage.MUSIC: True}


def healths(watched: Watched) -> list[Health]:
    return [event.health for event in watched.of(WorkerChanged)]


def last(watched: Watched) -> Studio:
    return [Studio(), *(event.studio for event in watched.of(StudioChanged))][-1]


async def settled(watched: Watched, studio: FakeStudio) -> None:
    """Everything put so far is done."""
    mark = f"mark {len(studio.calls)}"
    watched.put(ShowSource("", mark, visible=True))
    await until(lambda: any(getattr(call, "source", "") == mark for call in studio.calls))
    await until(lambda: any(mark in event.message for event in watched.of(Failed)))


async def test_off_it_is_silent_and_touches_nothing() -> None:
    studio = fake()
    async with living(organ(studio, ObsSetup())) as watched:
        for item in (
            Caption(1, 0, "x"),
            Panic(on=True),
            SwitchScene(stage.LIVE),
            ShowSource("", "x", visible=True),
        ):
            watched.put(item)
        watched.put(Warm(again=True))
        watched.put(Configure(ObsSetup(brb_scene=stage.BRB)))
        await until(lambda: not watched.organ.inbox._items)
    assert watched.events == []
    assert studio.calls == []
    assert studio.watches == 0


async def test_it_tells_how_obs_stands() -> None:
    studio = fake(connected=False)
    async with living(organ(studio)) as watched:
        await until(lambda: healths(watched) == [Health.STARTING, Health.STARTING])
        assert "found by itself" in watched.of(WorkerChanged)[-1].note
        await studio.come()
        await until(lambda: healths(watched)[-1] is Health.READY)
        assert last(watched) == Studio(connected=True, scene=stage.LIVE, scenes=tuple(studio.sources))
        await studio.come(stage.TALKING)
        await until(lambda: last(watched).scene == stage.TALKING)
        await studio.leave()
        await until(lambda: healths(watched)[-1] is Health.RESTARTING)
        assert last(watched) == Studio()
        await studio.come()
        await until(lambda: healths(watched)[-1] is Health.READY)
    assert not watched.of(Failed), "OBS away is no failure"
    assert {event.engine for event in watched.of(WorkerChanged)} == {"obs-websocket"}
    assert studio.closed == 1


async def test_orders_are_carried_out_and_failures_told_each_time() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        watched.put(SwitchScene(stage.TALKING))
        watched.put(ShowSource(stage.LIVE, "Logo", visible=False))
        await until(lambda: not studio.sources[stage.LIVE]["Logo"])
        assert studio.now.scene == stage.TALKING
        count = len(watched.of(StudioChanged))
        watched.put(SwitchScene(stage.TALKING))
        assert (await watched.see(StudioChanged, count + 1)).studio.scene == stage.TALKING
        for _ in range(2):
            watched.put(SwitchScene("Lime"))
        assert (await watched.see(Failed, 2)).blame is Blame.SETTINGS
        await studio.leave()
        await until(lambda: not last(watched).connected)
        watched.put(SwitchScene(stage.LIVE))
        assert (await watched.see(Failed, 3)).blame is Blame.NETWORK
        await studio.come()
        await until(lambda: last(watched).connected)
        await settled(watched, studio)
        assert studio.now.scene == stage.TALKING, "an old order came back"


async def test_captions_the_latest_wins_and_empty_clears() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await until(lambda: studio.texts[stage.CAPTION] == "")
        studio.gate.clear()
        for n in range(50):
            watched.put(Caption(1, n, f"clause {n}"))
        await until(lambda: studio.calls[-1] != TextWanted(stage.CAPTION, ""))
        studio.gate.set()
        await until(lambda: studio.texts[stage.CAPTION] == "clause 49")
        assert len(studio.calls) <= 3
        watched.put(Caption(1, 50, ""))
        await until(lambda: studio.texts[stage.CAPTION] == "")
        watched.put(Caption(2, 0, "again"))
        await until(lambda: studio.texts[stage.CAPTION] == "again")
    assert studio.texts == {stage.CAPTION: "", "Other": "mine"}, "a caption was left behind"


async def test_a_caption_is_written_when_obs_is_back_and_moves_with_its_source() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        await studio.leave()
        await until(lambda: not last(watched).connected)
        watched.put(Caption(1, 0, "old"))
        watched.put(Caption(1, 1, "new"))
        await studio.come()
        await until(lambda: studio.texts[stage.CAPTION] == "new")
        assert TextWanted(stage.CAPTION, "old") not in studio.calls
        watched.put(Configure(ObsSetup(enabled=True, caption_source="Other")))
        await until(lambda: studio.texts == {stage.CAPTION: "", "Other": "new"})
    assert not watched.of(Failed)


async def test_a_caption_source_that_is_missing_is_told_once() -> None:
    studio = fake()
    async with living(organ(studio, ObsSetup(enabled=True, caption_source="Nope"))) as watched:
        for n in range(5):
            watched.put(Caption(1, n, f"clause {n}"))
            await settled(watched, studio)
        assert [event.message for event in watched.of(Failed)].count(
            "there is no 'Nope'; it has: Caption, Other"
        ) == 1


async def test_panic_hides_mutes_and_brings_exactly_that_back() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        for _ in range(2):
            watched.put(Panic(on=True))
            await settled(watched, studio)
            assert hidden(studio)
            await until(lambda: last(watched).panicked)
        for _ in range(2):
            watched.put(Panic(on=False))
            await settled(watched, studio)
            assert as_before(studio)
            await until(lambda: not last(watched).panicked)
        await studio.come(stage.TALKING)
        await until(lambda: last(watched).scene == stage.TALKING)
        studio.muted[stage.MICROPHONE] = True
        watched.put(Panic(on=True))
        watched.put(Panic(on=False))
        await settled(watched, studio)
        assert studio.now.scene == stage.TALKING, "the scene of the first panic came back"
        assert studio.muted[stage.MICROPHONE]


async def test_what_was_ordered_before_panic_comes_before_it_and_captions_wait() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        await settled(watched, studio)
        studio.gate.clear()
        watched.put(ShowSource(stage.LIVE, "Logo", visible=False))
        watched.put(Caption(1, 0, "x"))
        watched.put(SwitchScene(stage.TALKING))
        watched.put(Panic(on=True))
        await until(lambda: not watched.organ.inbox._items)
        studio.gate.set()
        await until(lambda: studio.texts[stage.CAPTION] == "x")
        assert [type(call).__name__ for call in studio.calls[-6:]] == [
            *("SourceWanted", "SceneWanted", "InputWanted", "InputWanted", "SceneWanted", "TextWanted")
        ]
        assert hidden(studio)
        watched.put(Panic(on=False))
        await until(lambda: not last(watched).panicked)
        assert studio.now.scene == stage.TALKING


async def test_panic_while_obs_is_away_is_done_when_it_is_back() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        await studio.leave()
        await until(lambda: not last(watched).connected)
        watched.put(Panic(on=True))
        await studio.come()
        await until(lambda: hidden(studio))
        await until(lambda: last(watched).panicked)
        await studio.leave()
        await until(lambda: not last(watched).connected)
        watched.put(Panic(on=False))
        await studio.come()
        await until(lambda: as_before(studio))
        await until(lambda: not last(watched).panicked)
        await studio.leave()
        await until(lambda: not last(watched).connected)
        watched.put(Panic(on=True))
        watched.put(Panic(on=False))
        await until(lambda: not watched.organ.inbox._items)
        done = len(studio.calls)
        await studio.come()
        await until(lambda: last(watched).connected)
        await settled(watched, studio)
        assert not any(isinstance(call, InputWanted | SceneWanted) for call in studio.calls[done:])


async def test_an_obs_that_comes_back_in_panic_is_hidden_again_and_the_first_scene_remembered() -> None:
    studio = fake()
    async with living(organ(studio)) as watched:
        await watched.see(StudioChanged)
        watched.put(Panic(on=True))
        await until(lambda: hidden(studio))
        for scene in (stage.TALKING, stage.BRB):
            await until(lambda: last(watched).panicked)
            await studio.leave()
            await until(lambda: not last(watched).connected)
            assert last(watched).panicked
            studio.muted[stage.MICROPHONE] = False
            await studio.come(scene)
            await until(lambda: hidden(studio) and last(watched).connected)
        await settled(watched, studio)
        watched.put(Panic(on=False))
        await until(lambda: as_before(studio))


async def test_what_is_missing_does_not_stop_the_rest_of_panic() -> None:
    studio = fake()
    setup = replace(SETUP, panic_inputs=("Nope", stage.MICROPHONE))
    async with living(organ(studio, setup)) as watched:
        await watched.see(StudioChanged)
        watched.put(Panic(on=True))
        await until(lambda: studio.now.scene == stage.BRB and studio.muted[stage.MICROPHONE])
        await settled(watched, studio)
        assert "'Nope'" in watched.of(Failed)[0].message
        watched.put(Configure(replace(SETUP, brb_scene="No scene")))
        await until(lambda: any("No scene" in event.message for event in watched.of(Failed)))
        watched.put(Panic(on=False))
        await until(lambda: as_before(studio))


async def test_panic_without_a_scene_of_its_own_leaves_the_picture_to_the_user() -> None:
    studio = fake()
    async with living(organ(studio, replace(SETUP, brb_scene=""))) as watched:
        await watched.see(StudioChanged)
        watched.put(Panic(on=True))
        await until(lambda: studio.muted[stage.MICROPHONE])
        await studio.come(stage.TALKING)
        watched.put(Panic(on=False))
        await until(lambda: not studio.muted[stage.MICROPHONE])
        await settled(watched, studio)
        assert studio.now.scene == stage.TALKING


async def test_a_refused_password_is_told_and_tried_again_also_when_asked() -> None:
    studio = fake()
    studio.failures = [EngineError(Blame.SETTINGS, "enter the password")]
    async with living(organ(studio)) as watched:
        await until(lambda: healths(watched) == [Health.STARTING, Health.GONE, Health.READY])
        assert [event.message for event in watched.of(Failed)] == ["enter the password"]
        studio.failures = [EngineError(Blame.SETTINGS, "enter the password")]
        watched.put(Warm(again=True))
        await watched.see(Failed, 2)
        await until(lambda: healths(watched)[-1] is Health.READY)
        assert studio.closed == 1, "it was not asked anew"


async def test_it_is_switched_off_and_on_and_given_another_obs_while_it_runs() -> None:
    studio, other = fake(), fake()
    async with living(organ(studio, ObsSetup())) as watched:
        watched.put(Configure(SETUP))
        await until(lambda: healths(watched) == [Health.STARTING, Health.READY])
        watched.put(Caption(1, 0, "hello"))
        await until(lambda: studio.texts[stage.CAPTION] == "hello")
        watched.put(Configure(ObsSetup()))
        await until(lambda: healths(watched)[-1] is Health.OFF)
        await until(lambda: studio.closed == 1)
        assert studio.texts[stage.CAPTION] == ""
        assert last(watched) == Studio()
        quiet = len(watched.events)
        await studio.come(stage.TALKING)
        watched.put(Panic(on=True))
        watched.put(Panic(on=False))
        await until(lambda: not watched.organ.inbox._items)
        assert len(watched.events) == quiet
        watched.put(Configure(SETUP))
        await until(lambda: studio.texts[stage.CAPTION] == "hello")
        watched.put(Configure(SETUP, other))
        await until(lambda: other.texts[stage.CAPTION] == "hello")
        await until(lambda: studio.closed == 2)
        assert studio.texts[stage.CAPTION] == ""
        await studio.leave()
        watched.put(Configure(ObsSetup()))
        watched.put(Configure(SETUP))
        await until(lambda: other.watches == 2)
        assert healths(watched)[-1] is Health.READY
    assert not watched.of(Failed)


async def test_without_a_studio_it_is_off() -> None:
    async with living(organ(None)) as watched:
        watched.put(Panic(on=True))
        watched.put(SwitchScene(stage.LIVE))
        await until(lambda: not watched.organ.inbox._items)
    assert watched.events == list[Event]()


async def test_panic_in_a_real_obs_that_is_killed_in_it(lost_obs: Obs) -> None:
    """On, OBS dies, comes back and is hidden again; off while it is away, and all is as it was when it is back."""
    await asyncio.to_thread(lost_obs.start)
    lost_obs.ask("SetInputMute", inputName=stage.MUSIC, inputMuted=True)
    lost_obs.ask("SetCurrentProgramScene", sceneName=stage.TALKING)
    settings = ObsSettings(url=lost_obs.url, password=SecretStr(stage.PASSWORD))
    engine = ObsWebSocket(settings, times=Times(first_s=0.01, last_s=0.1))

    def hidden_there() -> bool:
        return lost_obs.on_air() == stage.BRB and lost_obs.muted(stage.MICROPHONE)

    async with living(ObsStudio(engine, SETUP)) as watched:
        await until(lambda: last(watched).connected)
        watched.put(Caption(1, 0, "One moment …"))
        watched.put(Panic(on=True))
        await until(lambda: last(watched).panicked)
        assert hidden_there()
        await until(lambda: lost_obs.caption() == "One moment …")
        lost_obs.kill()
        await until(lambda: not last(watched).connected)
        await asyncio.to_thread(lost_obs.start)
        await until(lambda: last(watched).connected)
        await until(hidden_there)
        lost_obs.kill()
        await until(lambda: not last(watched).connected)
        watched.put(Panic(on=False))
        await asyncio.to_thread(lost_obs.start)
        await until(lambda: last(watched).connected and not last(watched).panicked)
        assert lost_obs.on_air() == stage.TALKING
        assert not lost_obs.muted(stage.MICROPHONE)
        assert lost_obs.muted(stage.MUSIC)
    assert not watched.of(Failed)
    assert lost_obs.caption() == "", "a caption was left behind"
