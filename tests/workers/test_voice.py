from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import pytest

from models.commands import Cancel, MuteVoice, Speak
from models.errors import Blame, EngineError, EngineGoneError
from models.events import Failed, Speaking, Spoken, Voiced
from models.sound import Clip
from models.speech import Empty, Line, Speech, VoiceStyle
from models.speech import Voice as SpokenVoice
from tests.fakes.engines import FakeVoice, died
from tests.workers.living import Watched, living, until
from workers.runtime.organ import Warm
from workers.runtime.seat import Exchange
from workers.voice import Sample, Voice, WhichVoices

STYLE = VoiceStyle("af_heart", 1.1)


@dataclass
class Rig:
    engine: FakeVoice = field(default_factory=FakeVoice)
    played: list[Clip] = field(default_factory=list)
    failures: list[EngineError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.engine.before = self._fail

    def _fail(self, _line: Line) -> None:
        if self.failures:
            raise self.failures.pop(0)

    def live(self) -> AbstractAsyncContextManager[Watched]:
        return living(Voice(Exchange(self.engine, "fake"), self.played.append))


@pytest.fixture
async def rig() -> Rig:
    return Rig()


async def test_a_clause_becomes_a_clip_and_a_mouth(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "Hello **there** 😀", STYLE))
        voiced = await voice.see(Voiced)
        await until(lambda: rig.played)
    assert rig.engine.said == [Line("Hello there", STYLE, first=True)]
    assert (rig.played[0].turn, rig.played[0].n) == (voiced.turn, voiced.n) == (1, 0)
    assert voiced.track.spans


async def test_clauses_keep_their_order(rig: Rig) -> None:
    async with rig.live() as voice:
        for n in range(4):
            voice.put(Speak(1, n, f"Clause {n}", STYLE))
        await voice.see(Voiced, 4)
        await until(lambda: len(rig.played) == 4)
    assert [clip.n for clip in rig.played] == [0, 1, 2, 3]
    assert [line.first for line in rig.engine.said] == [True, False, False, False]


async def test_shut_down_in_mid_clause_it_ends(rig: Rig) -> None:
    voice = Voice(Exchange(rig.engine, "fake"), rig.played.append)
    life = asyncio.create_task(voice.live(lambda _: None))
    rig.engine.gate.clear()
    for n in range(3):
        voice.inbox.put(Speak(1, n, f"Clause {n}", STYLE))
    await until(lambda: rig.engine.said)
    voice.inbox.put(None)
    done, _ = await asyncio.wait([life], timeout=5)
    assert done
    assert [line.text for line in rig.engine.said] == ["Clause 0"]


async def test_nothing_of_a_cancelled_turn_is_played(rig: Rig) -> None:
    async with rig.live() as voice:
        rig.engine.gate.clear()
        for n in range(3):
            voice.put(Speak(1, n, f"Old {n}", STYLE))
        await until(lambda: rig.engine.said)
        voice.put(Cancel(1))
        voice.put(Speak(2, 0, "New", STYLE))
        rig.engine.gate.set()
        await voice.see(Voiced)
        await until(lambda: rig.played)
    assert [clip.turn for clip in rig.played] == [2]
    assert [line.text for line in rig.engine.said] == ["Old 0", "New"]


async def test_a_crash_in_mid_clause_is_made_good(rig: Rig) -> None:
    rig.failures = [died(), died()]
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "Hello", STYLE))
        await voice.see(Voiced)
        assert voice.of(Failed) == []
    assert len(rig.played) == 1


async def test_what_has_no_words_counts_as_heard(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "🎉 [laughing]", STYLE))
        assert await voice.see(Spoken) == Spoken(1, 0)
    assert rig.played == []


async def test_without_a_voice_the_text_goes_on() -> None:
    async with living(Voice(Exchange(None, "silent"), lambda _clip: None)) as voice:
        voice.put(Speak(1, 0, "Hello", STYLE))
        assert await voice.see(Speaking) == Speaking(1, 0)
        assert await voice.see(Spoken) == Spoken(1, 0)


async def test_a_wrong_voice_is_told_and_the_text_goes_on(rig: Rig) -> None:
    rig.failures = [EngineError(Blame.SETTINGS, "no such voice")]
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "Hello", STYLE))
        assert (await voice.see(Failed)).blame is Blame.SETTINGS
        await voice.see(Spoken)


async def test_given_up_it_is_silent_until_asked_again(rig: Rig) -> None:
    rig.failures = [EngineGoneError("keeps stopping")]
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "One", STYLE))
        voice.put(Speak(1, 1, "Two", STYLE))
        await voice.see(Spoken, 2)
        assert rig.played == []
        voice.put(Warm(again=True))
        voice.put(Speak(1, 2, "Three", STYLE))
        await voice.see(Voiced)
        await until(lambda: rig.played)
    assert [clip.n for clip in rig.played] == [2]


async def test_a_line_said_again_is_not_made_again(rig: Rig) -> None:
    async with rig.live() as voice:
        for turn in (1, 2):
            voice.put(Speak(turn, 0, "Hello there", STYLE))
        voice.put(Speak(2, 1, "Hello there", STYLE))
        voice.put(Speak(3, 0, "Hello there", VoiceStyle("af_heart", 0.9)))
        await voice.see(Voiced, 4)
        first, again = voice.of(Voiced)[:2]
        await until(lambda: len(rig.played) == 4)
    assert rig.engine.said == [
        Line("Hello there", STYLE, first=True),
        Line("Hello there", STYLE, first=False),
        Line("Hello there", VoiceStyle("af_heart", 0.9), first=True),
    ]
    assert rig.played[0].pcm == rig.played[1].pcm
    assert first.track == again.track
    assert [(clip.turn, clip.n) for clip in rig.played] == [(1, 0), (2, 0), (2, 1), (3, 0)]


async def test_a_line_cut_short_is_made_anew(rig: Rig) -> None:
    async with rig.live() as voice:
        rig.engine.gate.clear()
        voice.put(Speak(1, 0, "Hello", STYLE))
        await until(lambda: rig.engine.said)
        voice.put(Cancel(1))
        voice.put(Speak(2, 0, "Hello", STYLE))
        await until(lambda: len(rig.engine.said) == 2)
        rig.engine.gate.set()
        await voice.see(Voiced)
        await until(lambda: rig.played)
    assert [clip.turn for clip in rig.played] == [2]


async def test_known_lines_outlive_the_engine(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "Hello", STYLE))
        await voice.see(Voiced)
        rig.failures = [EngineGoneError("keeps stopping")]
        voice.put(Speak(2, 0, "New", STYLE))
        await voice.see(Spoken)
        voice.put(Speak(3, 0, "Hello", STYLE))
        await until(lambda: len(rig.played) == 2)
    assert [clip.turn for clip in rig.played] == [1, 3]


async def test_muted_she_answers_in_text_and_unmuted_aloud(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(MuteVoice(muted=True))
        voice.put(Speak(1, 0, "Hello", STYLE))
        await voice.see(Spoken)
        assert not rig.engine.said
        assert not rig.played
        voice.put(MuteVoice(muted=False))
        voice.put(Speak(2, 0, "Hello", STYLE))
        await voice.see(Voiced)


async def test_what_is_voiced_comes_with_its_words(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(Speak(1, 0, "Hello there", STYLE))
        voiced = await voice.see(Voiced)
    assert [word.text for word in voiced.words] == ["Hello", "there"]


async def test_the_voices_are_told_to_whoever_asks(rig: Rig) -> None:
    async with rig.live() as voice:
        answer: Future[tuple[SpokenVoice, ...]] = Future()
        voice.put(WhichVoices(answer))
        told = await asyncio.wrap_future(answer)
    assert told == tuple([one async for one in rig.engine.voices(Empty())])
    assert told


async def test_a_silent_voice_has_none_and_a_broken_one_says_so(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_request: Empty) -> AsyncIterator[SpokenVoice]:
        raise EngineError(Blame.ENGINE, "gone")
        yield  # pragma: no cover

    monkeypatch.setattr(rig.engine, "voices", broken)
    silent = Voice(Exchange(None, "silent"), lambda _clip: None)
    for made in (silent, Voice(Exchange(rig.engine, "fake"), rig.played.append)):
        async with living(made) as voice:
            answer: Future[tuple[SpokenVoice, ...]] = Future()
            voice.put(WhichVoices(answer))
            if made is silent:
                assert await asyncio.wrap_future(answer) == ()
            else:
                with pytest.raises(EngineError, match="gone"):
                    await asyncio.wrap_future(answer)


async def test_a_sample_is_made_beside_what_is_said_and_not_played(rig: Rig) -> None:
    async with rig.live() as voice:
        voice.put(MuteVoice(muted=True))
        answer: Future[Speech] = Future()
        voice.put(Sample("Hello there.", VoiceStyle(speed=1.2), answer))
        speech = await asyncio.wrap_future(answer)
    assert speech.pcm == b"Hello there."
    assert rig.engine.said == [Line("Hello there.", VoiceStyle(speed=1.2), first=True)]
    assert rig.played == []


async def test_a_sample_says_why_it_cannot_be(rig: Rig) -> None:
    silent: Future[Speech] = Future()
    async with living(Voice(Exchange(None, "silent"), lambda _clip: None)) as voice:
        voice.put(Sample("Hello.", VoiceStyle(), silent))
        with pytest.raises(EngineError, match="switch on Speak aloud"):
            await asyncio.wrap_future(silent)
    async with rig.live() as voice:
        empty: Future[Speech] = Future()
        voice.put(Sample("  ", VoiceStyle(), empty))
        with pytest.raises(EngineError, match="nothing in this text"):
            await asyncio.wrap_future(empty)


async def test_a_sample_nobody_waits_for_is_not_made_and_shutting_down_answers(rig: Rig) -> None:
    given_up: Future[Speech] = Future()
    given_up.cancel()
    late: Future[Speech] = Future()
    async with rig.live() as voice:
        rig.engine.gate.clear()
        voice.put(Sample("Never.", VoiceStyle(), given_up))
        voice.put(Sample("Late.", VoiceStyle(), late))
        await until(lambda: rig.engine.said)
    assert [line.text for line in rig.engine.said] == ["Late."]
    assert isinstance(late.exception(0), EngineError)
    assert voice.of(Failed) == []
