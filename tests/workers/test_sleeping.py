"""Organs whose engines sleep, wake and are exchanged while they work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future

import pytest

from models.commands import HoldTalk, MuteMicrophone, Reply, Speak
from models.errors import Blame, EngineError
from models.events import (
    Failed,
    Health,
    Heard,
    ReplyDone,
    SpeechStarted,
    Spoken,
    Voiced,
    WorkerChanged,
)
from models.sound import AudioSetup, Clip, Levels, Playhead, VoiceOnset
from models.speech import Message, Role
from tests.fakes.engines import FakeDevice
from tests.fakes.sleeper import Sleeper
from tests.workers.living import Watched, living, until
from workers.ears import Ears, Expect
from workers.mind import Consult, Mind
from workers.questions import Ask
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ, Refused, Sleep, Wake
from workers.runtime.seat import Exchange
from workers.sound import Lanes, Snapshot, Sound
from workers.thinkers import Model
from workers.voice import Voice

PREFIX = (Message(Role.SYSTEM, "You are Vesper."),)
ORDER = Reply(1, (*PREFIX, Message(Role.USER, "hello")), 50)
WRONG = EngineError(Blame.SETTINGS, "no such model")


def of_ears(engine: Sleeper) -> Organ:
    return Ears(Exchange(engine, "one", "one"))


def of_voice(engine: Sleeper) -> Organ:
    return Voice(Exchange(engine, "one", "one"), lambda _clip: None)


def of_mind(engine: Sleeper) -> Organ:
    return Mind((Model("one", engine, recipe="one"),), PREFIX, calm_s=0.0)


def other_for(organ: Organ, engine: Sleeper, recipe: object = "two") -> object:
    """The item that has an organ work with another engine."""
    if isinstance(organ, Mind):
        return Consult((Model("two", engine, recipe=recipe),))
    return Exchange(engine, "two", recipe)


def work_for(organ: Organ, n: int = 0) -> object:
    match organ:
        case Ears():
            return Snapshot(n, b"hello", ended=True)
        case Voice():
            return Speak(1, n, f"hello {n}")
        case _:
            return Reply(1 + n, ORDER.messages, 50)


DONE = {"ears": Heard, "voice": Voiced, "mind": ReplyDone}
MADE = pytest.mark.parametrize("made", [of_ears, of_voice, of_mind])
Made = Callable[[Sleeper], Organ]


async def a_while() -> None:
    """Let everything happen that can happen now."""
    for _ in range(50):
        await asyncio.sleep(0)


async def health(organ: Watched, count: int) -> list[Health]:
    await organ.see(WorkerChanged, count)
    return [change.health for change in organ.of(WorkerChanged)]


@MADE
async def test_it_sleeps_when_told_and_wakes_when_told(made: Made) -> None:
    engine = Sleeper("hi")
    async with living(made(engine)) as organ:
        assert await health(organ, 1) == [Health.READY]
        organ.put(Sleep())
        assert await health(organ, 2) == [Health.READY, Health.ASLEEP]
        assert not engine.awake
        organ.put(Sleep())
        organ.put(Wake())
        assert await health(organ, 3) == [Health.READY, Health.ASLEEP, Health.READY]
        organ.put(Wake())
        organ.put(work_for(organ.organ))
        await organ.see(DONE[organ.organ.name])
    assert engine.warmed == 2
    assert organ.of(Failed) == []


@MADE
async def test_work_wakes_it_and_nothing_of_it_is_lost(made: Made) -> None:
    engine = Sleeper("hi")
    async with living(made(engine)) as organ:
        await organ.see(WorkerChanged)
        organ.put(Sleep())
        await organ.see(WorkerChanged, 2)
        engine.gate.clear()
        organ.put(work_for(organ.organ))
        await a_while()
        assert organ.of(DONE[organ.organ.name]) == []
        engine.gate.set()
        await organ.see(DONE[organ.organ.name])
        await organ.see(WorkerChanged, 3)
    assert organ.of(Failed) == []


@MADE
async def test_it_does_not_sleep_at_work(made: Made) -> None:
    engine = Sleeper("hi")
    async with living(made(engine)) as organ:
        await organ.see(WorkerChanged)
        engine.working.clear()
        organ.put(work_for(organ.organ))
        await until(lambda: engine.asked)
        organ.put(Sleep())
        await a_while()
        assert engine.awake
        engine.working.set()
        await organ.see(DONE[organ.organ.name])
    assert await health(organ, 1) == [Health.READY]


async def test_an_utterance_that_begins_in_sleep_is_heard_with_its_first_word() -> None:
    engine = Sleeper()
    async with living(of_ears(engine)) as ears:
        await ears.see(WorkerChanged)
        ears.put(Sleep())
        await ears.see(WorkerChanged, 2)
        engine.gate.clear()
        ears.put(Wake())
        ears.put(Snapshot(7, b"good"))
        ears.put(Snapshot(7, b"good evening", paused=True))
        ears.put(Snapshot(7, b"good evening ves", paused=True))
        ears.put(Snapshot(7, b"good evening vesper", ended=True))
        await a_while()
        engine.gate.set()
        assert (await ears.see(Heard)).text == "good evening vesper"
    assert ears.of(Failed) == []


@MADE
async def test_an_engine_without_memory_of_its_own_stays_as_it_is(made: Made) -> None:
    engine = Sleeper("hi")
    async with living(made(engine)) as organ:
        await organ.see(WorkerChanged)
        engine.awake = False  # nothing to give back
        organ.put(Sleep())
        await a_while()
        engine.awake = True
        organ.put(work_for(organ.organ))
        await organ.see(DONE[organ.organ.name])
    assert await health(organ, 1) == [Health.READY]


@MADE
async def test_another_engine_takes_over_and_the_old_one_ends_its_work(made: Made) -> None:
    old, new = Sleeper("old"), Sleeper("new")
    async with living(made(old)) as organ:
        await organ.see(WorkerChanged)
        old.working.clear()
        organ.put(work_for(organ.organ))
        await until(lambda: old.asked)
        organ.put(other_for(organ.organ, new))
        assert (await organ.see(WorkerChanged, 2)).engine == "two"
        assert not old.closed
        old.working.set()
        await organ.see(DONE[organ.organ.name])
        await until(lambda: old.closed)
        organ.put(work_for(organ.organ, 1))
        await organ.see(DONE[organ.organ.name], 2)
        assert len(old.asked) == len(new.asked) == 1
    assert new.closed
    assert organ.of(Failed) == []


@MADE
async def test_an_engine_that_cannot_be_made_ready_leaves_the_old_one_in_its_seat(made: Made) -> None:
    old, new = Sleeper("old"), Sleeper("new", WRONG)
    async with living(made(old)) as organ:
        await organ.see(WorkerChanged)
        organ.put(other_for(organ.organ, new))
        failed = await organ.see(Failed)
        assert (failed.blame, failed.message) == (Blame.SETTINGS, "no such model")
        await until(lambda: new.closed)
        organ.put(work_for(organ.organ))
        await organ.see(DONE[organ.organ.name])
        assert old.asked
        assert not old.closed
    assert [change.engine for change in organ.of(WorkerChanged)] == ["one", "one"]


@MADE
async def test_the_newest_wish_holds_and_the_same_recipe_is_not_made_twice(made: Made) -> None:
    old, second, third, same = Sleeper("1"), Sleeper("2"), Sleeper("3"), Sleeper("4")
    async with living(made(old)) as organ:
        await organ.see(WorkerChanged)
        second.gate.clear()
        organ.put(other_for(organ.organ, second, "second"))
        await a_while()
        organ.put(other_for(organ.organ, third, "third"))
        await until(lambda: second.closed and old.closed)
        organ.put(other_for(organ.organ, same, "third"))
        organ.put(work_for(organ.organ))
        await organ.see(DONE[organ.organ.name])
        assert len(third.asked) == 1
    assert same.warmed == 0
    assert third.closed
    assert organ.of(Failed) == []


@MADE
async def test_what_cannot_be_had_is_told(made: Made) -> None:
    async with living(made(Sleeper("hi"))) as organ:
        organ.put(Refused(WRONG))
        assert (await organ.see(Failed)).message == "no such model"


async def test_her_voice_is_switched_on_and_off() -> None:
    engine, played = Sleeper("hi"), list[Clip]()
    async with living(Voice(Exchange(None, "silent", "silent"), played.append)) as voice:
        voice.put(Speak(1, 0, "unheard"))
        await voice.see(Spoken)
        voice.put(Exchange(engine, "one", "one"))
        await voice.see(WorkerChanged)
        voice.put(Speak(1, 1, "heard"))
        await voice.see(Voiced)
        voice.put(Exchange(None, "silent", "silent"))
        await until(lambda: engine.closed)
        voice.put(Speak(1, 2, "unheard"))
        await voice.see(Spoken, 2)
    assert [clip.n for clip in played] == [1]
    assert [change.health for change in voice.of(WorkerChanged)] == [Health.READY, Health.OFF]


async def test_another_voice_does_not_speak_with_the_old_ones_sound() -> None:
    played = list[Clip]()
    async with living(Voice(Exchange(Sleeper("old!"), "one"), played.append)) as voice:
        voice.put(Speak(1, 0, "hello"))
        await voice.see(Voiced)
        voice.put(Exchange(Sleeper("new!"), "two"))
        await voice.see(WorkerChanged, 2)
        voice.put(Speak(1, 1, "hello"))
        await voice.see(Voiced, 2)
    assert [clip.pcm for clip in played] == [b"old!", b"new!"]


async def test_another_language_is_expected_from_the_next_utterance_on() -> None:
    engine = Sleeper("hi")
    async with living(of_ears(engine)) as ears:
        await ears.see(WorkerChanged)
        ears.put(Expect("de"))
        ears.put(Snapshot(1, b"hallo", ended=True))
        await ears.see(Heard)
    assert [request.language for request in engine.asked] == ["de"]  # type: ignore[attr-defined]  # utterances


async def test_a_question_wakes_the_mind() -> None:
    engine = Sleeper("yes")
    async with living(of_mind(engine)) as mind:
        await mind.see(WorkerChanged)
        mind.put(Sleep())
        await mind.see(WorkerChanged, 2)
        answer: Future[str] = Future()
        mind.put(Ask("There?", answer))
        assert await asyncio.wrap_future(answer) == "yes"


# --- the sound card


class Rig:
    def __init__(self) -> None:
        self.device = FakeDevice()
        self.stirred = 0
        self.heard: list[Snapshot] = []

    def stir(self) -> None:
        self.stirred += 1

    def sound(self, setup: AudioSetup = AudioSetup()) -> Sound:
        lanes = Lanes(Lane(Playhead()), Lane(Levels()))
        return Sound(self.device, setup, self.heard.append, lanes, self.stir)


async def test_another_setup_is_followed_without_opening_anew_and_mute_stays_as_it_is() -> None:
    rig = Rig()
    async with living(rig.sound()) as sound:
        await until(lambda: rig.device.setups)
        sound.put(MuteMicrophone(muted=True))
        sound.put(AudioSetup(volume=0.3, push=True, microphone=False))
        await until(lambda: rig.device.tuned)
        sound.put(HoldTalk(down=True))
        sound.put(HoldTalk(down=False))
        await until(lambda: len(rig.device.holds) == 2)
    assert rig.device.tuned == [AudioSetup(volume=0.3, push=True)]
    assert rig.device.holds == [True, False]
    assert len(rig.device.setups) == 1


async def test_another_sound_card_plays_what_was_not_heard_and_keeps_what_was_said() -> None:
    rig, new = Rig(), FakeDevice()
    async with living(rig.sound()) as sound:
        await until(lambda: rig.device.setups)
        clip = Clip(1, 0, b"ab", 24_000)
        sound.put(clip)
        await until(lambda: rig.device.played)
        rig.device.events.put_nowait(VoiceOnset(1, 1.0, b"\1\0" * 20_000))
        await sound.see(SpeechStarted)
        sound.put(Exchange(new, "portaudio"))
        await until(lambda: new.played == [clip])
        assert rig.device.closed
        assert [snapshot.ended for snapshot in rig.heard] == [True]
        new.events.put_nowait(VoiceOnset(1, 2.0, b""))
        assert (await sound.see(SpeechStarted, 2)).utterance != (await sound.see(SpeechStarted)).utterance
    assert rig.stirred >= 2
