from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager

import pytest

from models.commands import Cancel, Reply, Summarise
from models.errors import Blame, EngineError
from models.events import Failed, Health, ReplyDelta, ReplyDone, Summarised, WorkerChanged
from models.speech import Message, Prompt, Role, Token
from tests.fakes.engines import FakeModel, died
from tests.workers.living import Watched, living, until
from workers.mind import Mind
from workers.questions import Ask
from workers.thinkers import Model


class Endless(FakeModel):
    """A model whose answers never end, until told otherwise."""

    endless = True
    stopped = 0

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        async for token in super().reply(request):
            yield token
        if self.endless:
            try:
                await asyncio.Event().wait()
            finally:
                self.stopped += 1


PREFIX = (Message(Role.SYSTEM, "You are Vesper."),)
ASK = (*PREFIX, Message(Role.USER, "hello"))


def mind(*models: Model) -> AbstractAsyncContextManager[Watched]:
    return living(Mind(models, PREFIX))


async def text_of(organ: Watched) -> str:
    await organ.see(ReplyDone)
    return "".join(delta.text for delta in organ.of(ReplyDelta))


async def test_a_reply_streams() -> None:
    engine = FakeModel(["One ", "two."])
    async with mind(Model("fake", engine)) as organ:
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "One two."
    assert engine.asked[0].messages == ASK
    assert engine.warmed == 1


async def test_a_crash_before_the_first_word_is_invisible() -> None:
    async with mind(Model("fake", FakeModel([died()], [died()], ["Here."]))) as organ:
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "Here."
        assert organ.of(Failed) == []


async def test_a_crash_in_mid_reply_ends_it_with_what_came() -> None:
    async with mind(Model("fake", FakeModel(["One. ", died()]))) as organ:
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "One. "
        assert [failed.turn for failed in organ.of(Failed)] == [None]


async def test_cancel_stops_the_stream() -> None:
    async with mind(Model("fake", Endless(["One "], ["Two "]))) as organ:
        organ.put(Reply(1, ASK, 150))
        await organ.see(ReplyDelta)
        organ.put(Cancel(1))
        organ.put(Reply(2, ASK, 150))
        await organ.see(ReplyDelta, 2)
    assert [delta.turn for delta in organ.of(ReplyDelta)] == [1, 2]
    assert organ.of(ReplyDone) == []


async def test_an_absent_server_is_replaced_without_a_fuss() -> None:
    async def away() -> bool:
        return False

    async with mind(Model("ollama", FakeModel(), away), Model("llama", FakeModel(["Hi."]))) as organ:
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "Hi."
        assert organ.of(Failed) == []
        assert organ.of(WorkerChanged) == [WorkerChanged("mind", Health.READY, "llama")]


async def test_a_server_that_goes_away_is_one_notice_and_the_answer_still_comes() -> None:
    gone = EngineError(Blame.NETWORK, "Ollama does not answer")
    async with mind(Model("ollama", FakeModel([gone])), Model("llama", FakeModel(["Hi."], ["Ho."]))) as organ:
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "Hi."
        organ.put(Reply(2, ASK, 150))
        await organ.see(ReplyDone, 2)
        assert [failed.message for failed in organ.of(Failed)] == ["Ollama does not answer"]


async def test_without_a_fallback_the_reply_is_lost_aloud() -> None:
    gone = EngineError(Blame.SETTINGS, "no such model")
    async with mind(Model("ollama", FakeModel([gone]))) as organ:
        organ.put(Reply(3, ASK, 150))
        failed = await organ.see(Failed)
        assert (failed.turn, failed.blame) == (3, Blame.SETTINGS)
        await until(lambda: True)
        assert organ.of(ReplyDone) == []


# --- notes

TOLD = Summarise(
    (Message(Role.USER, "My name is Sam. I work at a bakery."), Message(Role.ASSISTANT, "Bread!"))
)
NOTES = "They are called Sam and work at a bakery."
EXTRACT = "They said: My name is Sam; I work at a bakery."


def note_taking(*models: Model) -> AbstractAsyncContextManager[Watched]:
    return living(Mind(models, PREFIX, calm_s=0.0))


async def test_notes_are_made_by_the_model_and_it_is_made_ready_again() -> None:
    engine = FakeModel([NOTES[:9], NOTES[9:]])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        assert await organ.see(Summarised) == Summarised(NOTES, 2)
        await until(lambda: engine.warmed == 2)
    assert "I work at a bakery" in engine.asked[0].messages[-1].content
    assert engine.asked[0].max_tokens == 120


@pytest.mark.parametrize(
    "answer",
    [
        ["I cannot do that."],
        ["The dragons conquered seventeen distant galaxies."],
        [],
        [EngineError(Blame.NETWORK, "gone")],
        [NOTES, died()],
    ],
)
async def test_notes_that_fail_are_made_without_the_model_and_without_a_fuss(
    answer: list[str | EngineError],
) -> None:
    engine = FakeModel(answer, ["Hi."])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        assert await organ.see(Summarised) == Summarised(EXTRACT, 2)
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "Hi."
        assert organ.of(Failed) == []
    assert engine.warmed == 1


async def test_a_model_that_takes_for_ever_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workers.mind._NOTES_PATIENCE_S", 0.01)
    async with note_taking(Model("fake", Endless([""]))) as organ:
        organ.put(TOLD)
        assert await organ.see(Summarised) == Summarised(EXTRACT, 2)


async def test_a_reply_goes_first_and_the_notes_are_made_afterwards() -> None:
    engine = Endless(["They are"], ["One."], [NOTES])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        await until(lambda: len(engine.asked) == 1)
        engine.endless = False
        organ.put(Reply(1, ASK, 150))
        assert await text_of(organ) == "One."
        assert engine.stopped == 1
        assert await organ.see(Summarised) == Summarised(NOTES, 2)
        kinds = [type(event) for event in organ.events]
        assert kinds.index(ReplyDone) < kinds.index(Summarised)
        assert len(organ.of(Summarised)) == 1


async def test_notes_are_made_once() -> None:
    engine = FakeModel([NOTES], ["Hi."], ["Ho."])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        await organ.see(Summarised)
        for turn in (1, 2):
            organ.put(Reply(turn, ASK, 150))
            await organ.see(ReplyDone, turn)
        assert organ.organ._notes is None  # type: ignore[attr-defined]  # a mind's own
        assert (len(organ.of(Summarised)), len(engine.asked)) == (1, 3)


async def test_notes_wait_for_the_reply_that_is_being_made() -> None:
    engine = Endless(["One "], [NOTES])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(Reply(1, ASK, 150))
        await organ.see(ReplyDelta)
        organ.put(TOLD)
        await organ.organ._ready  # type: ignore[attr-defined]  # a mind's own
        assert len(engine.asked) == 1
        engine.endless = False
        organ.put(Cancel(1))
        assert await organ.see(Summarised) == Summarised(NOTES, 2)


async def test_a_later_order_takes_the_place_of_an_earlier() -> None:
    more = Summarise((*TOLD.messages, Message(Role.USER, "I like tea.")))
    engine = Endless(["They are"], [NOTES])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        await until(lambda: len(engine.asked) == 1)
        engine.endless = False
        organ.put(more)
        assert await organ.see(Summarised) == Summarised(NOTES, 3)
        assert engine.stopped == 1
        organ.put(Cancel(1))
        await until(lambda: engine.warmed == 2)
        assert len(organ.of(Summarised)) == 1


async def test_closing_her_drops_the_notes() -> None:
    engine = Endless(["They are"])
    async with note_taking(Model("fake", engine)) as organ:
        organ.put(TOLD)
        await until(lambda: len(engine.asked) == 1)
    assert organ.events[1:] == []


# --- questions


def asked(organ: Watched, text: str = "Are you there?") -> Future[str]:
    answer: Future[str] = Future()
    organ.put(Ask(text, answer))
    return answer


async def test_a_question_is_answered_outside_the_conversation() -> None:
    engine = FakeModel([" I ", "am. "])
    async with mind(Model("fake", engine)) as organ:
        assert await asyncio.wrap_future(asked(organ)) == "I am."
        await until(lambda: engine.warmed == 2)
    assert engine.asked[0].messages == (Message(Role.USER, "Are you there?"),)
    assert organ.of(ReplyDelta) == organ.of(ReplyDone) == []


async def test_a_question_waits_for_the_reply_under_way_and_gives_way_to_one_that_comes() -> None:
    engine = Endless(["One "], ["half "], ["Two "], ["whole"])
    async with mind(Model("fake", engine)) as organ:
        organ.put(Reply(1, ASK, 150))
        await organ.see(ReplyDelta)
        answer = asked(organ)
        await until(lambda: True)
        assert len(engine.asked) == 1
        organ.put(Cancel(1))
        await until(lambda: len(engine.asked) == 2)
        organ.put(Reply(2, ASK, 150))
        await organ.see(ReplyDelta, 2)
        assert engine.stopped == 2
        engine.endless = False
        organ.put(Cancel(2))
        assert await asyncio.wrap_future(answer) == "whole"


async def test_a_question_tells_why_it_has_no_answer() -> None:
    refused = EngineError(Blame.SETTINGS, "no such model")
    async with mind(Model("fake", FakeModel([refused], []))) as organ:
        answers = [asked(organ), asked(organ)]
        with pytest.raises(EngineError, match="no such model"):
            await asyncio.wrap_future(answers[0])
        with pytest.raises(EngineError, match="without a word"):
            await asyncio.wrap_future(answers[1])
        assert organ.of(Failed) == []


async def test_a_question_is_answered_when_she_is_shut_down() -> None:
    async with mind(Model("fake", Endless([""]))) as organ:
        answer, given_up = asked(organ), Future[str]()
        given_up.cancel()
        organ.put(Ask("Never", given_up))
    assert isinstance(answer.exception(0), EngineError)
    assert organ.of(Failed) == []
