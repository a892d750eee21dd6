from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from time import monotonic

from models.errors import Blame, EngineError
from models.events import Failed, Health, Heard, PartlyHeard, WorkerChanged
from tests.fakes.engines import FakeTranscriber, died
from tests.workers.living import Watched, living, until
from workers.ears import Ears
from workers.runtime.seat import Exchange
from workers.sound import Snapshot


def ears(engine: FakeTranscriber) -> AbstractAsyncContextManager[Watched]:
    return living(Ears(Exchange(engine, "fake")))


async def test_it_says_when_it_is_ready() -> None:
    async with ears(FakeTranscriber()) as organ:
        assert await organ.see(WorkerChanged) == WorkerChanged("ears", Health.READY, "fake")


async def test_an_ended_utterance_becomes_text() -> None:
    async with ears(FakeTranscriber()) as organ:
        ended_s = monotonic()
        organ.put(Snapshot(7, b"hello", ended=True))
        heard = await organ.see(Heard)
        assert heard == Heard(7, "hello", at_s=heard.at_s)
        assert ended_s < heard.at_s < monotonic()


async def test_a_pause_is_transcribed_ahead_and_used() -> None:
    engine = FakeTranscriber()
    async with ears(engine) as organ:
        organ.put(Snapshot(7, b"hello", paused=True))
        assert await organ.see(PartlyHeard) == PartlyHeard(7, "hello")
        organ.put(Snapshot(7, b"hello", ended=True))
        assert (await organ.see(Heard)).text == "hello"
    assert len(engine.asked) == 1
    assert engine.asked[0].final


async def test_a_pause_that_was_none_is_transcribed_anew() -> None:
    engine = FakeTranscriber()
    async with ears(engine) as organ:
        engine.gate.clear()
        organ.put(Snapshot(7, b"hello", paused=True))
        await until(lambda: engine.asked)
        organ.put(Snapshot(7, b"hello world", ended=True))
        engine.gate.set()
        assert (await organ.see(Heard)).text == "hello world"


async def test_partials_are_skipped_while_it_is_busy() -> None:
    engine = FakeTranscriber()
    async with ears(engine) as organ:
        await organ.see(WorkerChanged)
        engine.gate.clear()
        organ.put(Snapshot(7, b"one"))
        await until(lambda: engine.asked)
        organ.put(Snapshot(7, b"one two"))
        organ.put(Snapshot(7, b"one two three", ended=True))
        await until(lambda: len(engine.asked) == 2)
        engine.gate.set()
        assert (await organ.see(Heard)).text == "one two three"
    assert [request.pcm for request in engine.asked] == [b"one", b"one two three"]


async def test_a_crash_in_mid_sentence_costs_no_words() -> None:
    async with ears(FakeTranscriber([died(), died()])) as organ:
        organ.put(Snapshot(7, b"hello", ended=True))
        assert (await organ.see(Heard)).text == "hello"
    assert organ.of(Failed) == []


async def test_a_failed_guess_is_made_good() -> None:
    async with ears(FakeTranscriber([died()])) as organ:
        organ.put(Snapshot(7, b"hello", paused=True))
        organ.put(Snapshot(7, b"hello", ended=True))
        assert (await organ.see(Heard)).text == "hello"


async def test_what_cannot_be_mended_is_told_and_the_utterance_closed() -> None:
    async with ears(FakeTranscriber([EngineError(Blame.SETTINGS, "no such model")])) as organ:
        organ.put(Snapshot(7, b"hello", ended=True))
        assert (await organ.see(Failed)).blame is Blame.SETTINGS
        assert (await organ.see(Heard)).text == ""
