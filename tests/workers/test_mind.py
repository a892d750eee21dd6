from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager

from models.commands import Cancel, Reply
from models.errors import Blame, EngineError
from models.events import Failed, Health, ReplyDelta, ReplyDone, WorkerChanged
from models.speech import Message, Role
from tests.fakes.engines import FakeModel, died
from tests.workers.living import Watched, living, until
from workers.mind import Mind, Model

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
    class Endless(FakeModel):
        async def reply(self, request):  # type: ignore[no-untyped-def,override]  # noqa: ANN001, ANN202
            async for token in super().reply(request):
                yield token
            await asyncio.Event().wait()

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
