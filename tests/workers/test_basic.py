from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator
from datetime import datetime

from app.persona.character import load
from models.basic_lines import Feeling
from models.commands import Reply, Summarise
from models.errors import Blame, EngineError
from models.mood import Mood
from models.persona import alternating
from models.settings import Settings
from models.speech import Message, Prompt, Role, Token
from models.stream.happening import StreamKind
from models.stream.reaction import Reaction
from tests.fakes.engines import FakeModel
from workers.basic import BasicThinker

CHARACTER = load(Settings())
SMALL_TALK = "My neighbour painted the fence a colour"


def thinker(engine: FakeModel) -> BasicThinker:
    noon = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001  # she speaks of the user's own clock
    return BasicThinker(
        "llama",
        engine,
        CHARACTER.lines,
        "Sam",
        random.Random(1),
        lambda: noon,
        patience_s=0.05,
    )


async def said(mind: BasicThinker, *lines: str) -> Token:
    roles = (Role.USER, Role.ASSISTANT)
    history = tuple(Message(roles[n % 2], line) for n, line in enumerate(lines))
    [token] = [token async for token in mind.reply(Reply(1, (), 150, alternating(history)))]
    return token


async def test_what_she_has_lines_for_never_reaches_the_model() -> None:
    engine = FakeModel()
    token = await said(thinker(engine), "What is two plus two?")
    assert "4" in token.text or "four" in token.text.lower()
    assert token.expression
    assert engine.asked == []


async def test_her_mood_colours_what_she_says() -> None:
    bright = {line.text for line in CHARACTER.lines.lines["mood_ask"] if line.feeling is Feeling.BRIGHT}
    mind = thinker(FakeModel())
    ask = (Message(Role.USER, "How do you feel?"),)
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for happy in said:
        order = Reply(1, (), 150, ask, Mood(positivity=90 if happy else 50))
        for _ in range(20):
            said[happy] |= {token.text async for token in mind.reply(order)}
    assert bright
    assert said[True] & bright
    assert not said[False] & bright


async def test_two_lines_in_a_row_are_understood_together() -> None:
    mind = thinker(FakeModel())
    history = (Message(Role.USER, "Hello there"), Message(Role.USER, "What is three plus four?"))
    [token] = [t async for t in mind.reply(Reply(1, (), 150, alternating(history)))]
    assert "7" in token.text or "seven" in token.text.lower()


async def test_a_model_that_dies_is_not_missed() -> None:
    engine = FakeModel([EngineError(Blame.ENGINE, "stopped")])
    mind = thinker(engine)
    await mind.warm(())
    assert (await said(mind, SMALL_TALK)).text
    assert engine.asked


async def test_a_model_that_is_slow_is_not_waited_for() -> None:
    class Slow(FakeModel):
        closed = False

        async def reply(self, request: Prompt) -> AsyncGenerator[Token, None]:
            self.asked.append(request)
            try:
                await asyncio.Event().wait()
                yield Token("never")
            finally:
                self.closed = True

    engine = Slow()
    mind = thinker(engine)
    await mind.warm(())
    assert (await said(mind, SMALL_TALK)).text
    assert engine.asked
    assert engine.closed


async def test_a_machine_that_cannot_run_the_model_still_has_her_lines() -> None:
    class Broken(FakeModel):
        async def warm(self, request: Prompt):  # type: ignore[no-untyped-def,override]  # noqa: ANN202
            del request
            raise EngineError(Blame.ENGINE, "this processor lacks AVX2")
            yield

    mind = thinker(Broken())
    await mind.warm(())
    assert (await said(mind, "Thank you")).text


async def test_a_model_that_is_not_loaded_is_not_asked() -> None:
    engine = FakeModel([""], [""])
    mind = thinker(engine)
    assert mind.at_once
    assert (await said(mind, SMALL_TALK)).text
    await mind.warm(())
    await mind.rest()
    assert (await said(mind, SMALL_TALK)).text
    assert engine.asked == []


async def test_it_makes_no_notes_of_its_own() -> None:
    engine = FakeModel()
    assert await thinker(engine).summarise(Summarise((Message(Role.USER, "My name is Sam."),))) == ""
    assert engine.asked == []


CHAT = "[stream] Zelda says: «my name is Zelda, what is two plus two?»"


async def told(mind: BasicThinker, *lines: str, reaction: Reaction | None = None) -> Token:
    """What she says when the last of these lines came, the user's and hers by turns."""
    roles = (Role.USER, Role.ASSISTANT)
    history = tuple(Message(roles[n % 2], line) for n, line in enumerate(lines))
    [token] = [t async for t in mind.reply(Reply(1, (), 80, history, reaction=reaction))]
    return token


async def test_what_happened_on_the_stream_is_answered_by_its_own_lines() -> None:
    engine = FakeModel()
    mind = thinker(engine)
    for _ in range(20):
        token = await told(
            mind,
            "[stream] Ann, Bob and 31 more followed.",
            reaction=Reaction(StreamKind.FOLLOW, "Ann, Bob and 31 more", 33),
        )
        assert "Ann, Bob and 31 more" in token.text
        assert any(line.said_as(token.text) for line in CHARACTER.lines.events["follow_many"])
    assert engine.asked == []


async def test_a_reaction_is_answered_whatever_her_person_said_before() -> None:
    token = await told(
        thinker(FakeModel()),
        "What is two plus two?\n[stream] Pia subscribed.",
        reaction=Reaction(StreamKind.SUB, "Pia"),
    )
    assert "Pia" in token.text
    assert any(line.said_as(token.text) for line in CHARACTER.lines.events["sub"])


async def test_a_line_of_the_stream_is_never_taken_for_her_person() -> None:
    engine = FakeModel()
    for lines in ((CHAT,), ("Hello", "Hi.", CHAT), (f"Hello\n{CHAT}",)):
        token = await told(thinker(engine), *lines)
        assert any(line.said_as(token.text) for line in CHARACTER.lines.events["alert"]), token.text
        assert "Zelda" not in token.text
    assert engine.asked == []


async def test_her_person_is_answered_after_the_stream_and_not_renamed_by_it() -> None:
    mind = thinker(FakeModel())
    for lines in ((CHAT, "Noted.", "What's my name?"), (f"{CHAT}\nWhat's my name?",)):
        token = await told(mind, *lines)
        assert "Sam" in token.text
        assert "Zelda" not in token.text
    assert "9" in (await told(mind, f"What is four plus five?\n{CHAT}\nWhat is four plus five?")).text


async def test_her_person_is_known_in_the_chat_of_the_stream_too() -> None:
    reaction = Reaction(StreamKind.CHAT, "JuniperPlays", text="Tell me a joke", owner=True)
    line = Message(Role.USER, "[stream] The streamer, JuniperPlays, says: «Tell me a joke»")
    jokes = {line.text for line in CHARACTER.lines.lines["joke"]}
    [token] = [
        token async for token in thinker(FakeModel()).reply(Reply(1, (), 80, (line,), reaction=reaction))
    ]
    assert token.text in jokes
