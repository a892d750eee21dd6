"""What she is asked to say and to answer, through her real core."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from models.commands import Command, Log, Reply, Speak
from models.errors import Blame
from models.events import (
    Event,
    Failed,
    Hushed,
    ReplyDelta,
    ReplyDone,
    Speaking,
    Spoken,
    StreamHappened,
    Tick,
    Typed,
    Voiced,
)
from models.requests import Panicked, SayAsked
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, StreamKind
from models.stream.parsing import happening
from models.visemes import MouthTrack
from tests.workers.api.core import CLAUSE_S, Core, talks
from tests.workers.api.serving import Served, World, serving
from workers.api.server import Limits


class Show:
    """Her core behind a server: events from elsewhere go through it as those of the API do."""

    def __init__(self, served: Served, core: Core) -> None:
        self.served, self.core = served, core

    def happen(self, *events: Event) -> None:
        for event in events:
            self.served.put(event, *self.core(event))


def mute(command: Command) -> tuple[Event, ...]:
    """No mind, no voice."""
    return ()


# --- word for word


async def test_a_text_is_said_and_answered_when_it_was_heard() -> None:
    async with serving(her=Core()) as served:
        answer = await served.post("/speak", {"text": "Hello chat!", "mood": "excited"})
        assert (answer.status_code, answer.json()) == (
            200,
            {"text": "Hello chat!", "spoken": True, "duration": CLAUSE_S},
        )
        [asked] = served.organ.of(SayAsked)
    assert asked.text == "Hello chat!"
    assert asked.id


async def test_nothing_is_said_while_panic_is_on() -> None:
    async with serving(her=Core()) as served:
        show = Show(served, Core())
        show.happen(Panicked(on=True))
        answer = await served.post("/speak", {"text": "Hello chat!"})
        assert answer.status_code == 409
        assert "panic" in answer.json()["error"]
        show.happen(Panicked(on=False))
        assert (await served.post("/speak", {"text": "Hello chat!"})).status_code == 200


async def test_several_clauses_are_one_text() -> None:
    text = "This is the first sentence of three. This is the second one, which follows it. And here is the third."
    async with serving(her=Core()) as served:
        told = (await served.post("/speak", {"text": text})).json()
    assert told["text"] == text
    assert told["spoken"] is True
    assert told["duration"] == pytest.approx(3 * CLAUSE_S)


async def test_a_text_waits_for_its_turn() -> None:
    core = Core(mute)
    async with serving(her=core) as served:
        show = Show(served, core)
        show.happen(Typed("hello"))
        turn = core.companion.conversation.turn
        waiting = asyncio.create_task(served.post("/speak", {"text": "And now the news."}))
        await served.organ.see(SayAsked)
        show.happen(ReplyDelta(turn, "Hi."), ReplyDone(turn))
        core.reaction = talks()
        show.happen(Speaking(turn, 0), Spoken(turn, 0))
        assert (await waiting).json() == {"text": "And now the news.", "spoken": True, "duration": CLAUSE_S}


async def test_texts_that_come_together_are_told_apart() -> None:
    core = Core()
    async with serving(her=core) as served:
        texts = [f"This is number {n}." for n in range(5)]
        answers = await asyncio.gather(*(served.post("/speak", {"text": text}) for text in texts))
    assert [answer.json()["text"] for answer in answers] == texts


async def test_a_text_that_is_cut_short_says_so() -> None:
    core = Core(mute)
    async with serving(her=core) as served:
        waiting = asyncio.create_task(
            served.post("/speak", {"text": "A first sentence for you. A second sentence for you."})
        )
        await served.organ.see(SayAsked)
        turn, show = core.companion.conversation.turn, Show(served, core)
        show.happen(Voiced(turn, 0, MouthTrack(2.0)), Voiced(turn, 1, MouthTrack(2.0)))
        show.happen(Speaking(turn, 0), Spoken(turn, 0), Speaking(turn, 1), Hushed())
        told = (await waiting).json()
    assert (told["spoken"], told["duration"]) == (False, 2.0)


async def test_without_a_voice_a_text_is_shown_and_not_spoken() -> None:
    def silent(command: Command) -> tuple[Event, ...]:
        match command:
            case Speak(turn=turn, n=n):
                return Speaking(turn, n), Spoken(turn, n)
        return ()

    async with serving(her=Core(silent)) as served:
        told = (await served.post("/speak", {"text": "Hello?"})).json()
    assert told == {"text": "Hello?", "spoken": False, "duration": 0.0}


async def test_what_cannot_be_said_is_refused() -> None:
    core = Core()
    async with serving(her=core) as served:
        waiting = asyncio.create_task(served.post("/speak", {"text": "\u200b\u200b"}))
        await served.organ.see(SayAsked)
        Show(served, core).happen(Tick())
        answer = await waiting
    assert (answer.status_code, answer.json()["error"]) == (422, "There is nothing in it that she could say.")


async def test_without_waiting_a_text_is_only_taken() -> None:
    async with serving() as served:
        answer = await served.post("/speak", {"text": "Hello chat!", "wait": False})
        assert answer.status_code == 202
        assert [asked.text for asked in served.organ.of(SayAsked)] == ["Hello chat!"]


async def test_nothing_coming_of_it_is_told() -> None:
    async with serving(limits=Limits(say_s=0.05)) as served:
        answer = await served.post("/speak", {"text": "Hello?"})
    assert (answer.status_code, answer.json()) == (
        504,
        {"error": "Nothing came of it within 0.05 s.", "hint": "GET /status tells how she is."},
    )


async def test_too_many_who_wait_are_refused() -> None:
    core = Core(mute)
    async with serving(her=core, limits=Limits(waiting=1)) as served:
        first = asyncio.create_task(served.post("/speak", {"text": "one"}))
        await served.organ.see(SayAsked)
        assert (await served.post("/speak", {"text": "two"})).status_code == 429
        Show(served, core).happen(Hushed())
        assert (await first).status_code == 200
        core.reaction = talks()
        assert (await served.post("/speak", {"text": "three"})).status_code == 200


# --- a line of the user's own


async def test_a_line_of_the_users_own_is_answered() -> None:
    async with serving(her=Core(talks("A ball of ice."))) as served:
        told = (await served.post("/chat/respond", {"message": "What is a comet?"})).json()
        [typed] = served.organ.of(Typed)
    assert told["text"] == "A ball of ice."
    assert told["expression"]
    assert typed.text == "What is a comet?"


async def test_her_own_words_for_what_is_unfit_are_the_answer() -> None:
    """Her tongue answers by itself, before any mind is asked."""
    asked: list[Command] = []

    def noted(command: Command) -> tuple[Event, ...]:
        asked.append(command)
        return talks("never said")(command)

    async with serving(her=Core(noted)) as served:
        told = (await served.post("/chat/respond", {"message": "i want to kill myself"})).json()
    assert told["text"] not in {"", "never said"}
    assert not [command for command in asked if isinstance(command, Reply)]


async def test_a_reply_that_fails_says_why() -> None:
    def lost(command: Command) -> tuple[Event, ...]:
        match command:
            case Reply(turn=turn):
                return (Failed("mind", Blame.NETWORK, "the server is away", turn), Tick())
        return ()

    async with serving(her=Core(lost)) as served:
        answer = await served.post("/chat/respond", {"message": "Hello?"})
    assert (answer.status_code, answer.json()["hint"]) == (503, "the server is away")


async def test_a_reply_without_words_says_so() -> None:
    def wordless(command: Command) -> tuple[Event, ...]:
        match command:
            case Reply(turn=turn):
                return ReplyDone(turn), Tick()
        return ()

    async with serving(her=Core(wordless)) as served:
        answer = await served.post("/chat/respond", {"message": "Hello?"})
    assert (answer.status_code, answer.json()["hint"]) == (409, "Her mind gave no words; ask again.")


async def test_a_reply_that_is_stopped_before_it_began_says_so() -> None:
    core = Core(mute)
    async with serving(her=core) as served:
        waiting = asyncio.create_task(served.post("/chat/respond", {"message": "Hello?"}))
        await served.organ.see(Typed)
        Show(served, core).happen(Hushed(), Tick())
        answer = await waiting
    assert (answer.status_code, answer.json()["hint"]) == (409, "She was interrupted.")


async def test_a_line_with_nothing_in_it_is_refused() -> None:
    core = Core()
    async with serving(her=core) as served:
        waiting = asyncio.create_task(served.post("/chat/respond", {"message": "\u200b\u200b"}))
        await served.organ.see(Typed)
        Show(served, core).happen(Tick())
        assert (await waiting).status_code == 422


# --- a viewer's line


def chat(name: str, payload: object) -> Happening:
    one = happening(name, payload, origin=Origin.INJECTED)
    assert one is not None
    return one


async def test_a_viewers_line_goes_the_way_of_chat() -> None:
    world, core = World(), Core(talks("Hi Ann!"))
    async with serving(world) as served:

        def chatted(name: str, payload: Any) -> None:
            one = chat(name, payload)
            assert (one.who, one.kind) == ("Ann", StreamKind.CHAT)
            Show(served, core).happen(Typed("something else"), StreamHappened((one,)), Tick(), Tick())

        world.inject = chatted
        answer = await served.post("/chat/respond", {"message": "how are you?", "username": "Ann"})
    assert (answer.status_code, answer.json()["text"]) == (200, "Hi Ann!")
    [(name, payload)] = world.injected
    assert (name, payload["message"]) == ("chat-message", "Vesper, how are you?")


async def test_a_line_that_names_her_is_left_as_it_is() -> None:
    world = World()
    async with serving(world, limits=Limits(answer_s=0.01)) as served:
        await served.post("/chat/respond", {"message": "hey vesper!", "username": "Ann"})
    assert world.injected[0][1]["message"] == "hey vesper!"


async def test_a_viewers_line_that_is_skipped_says_why() -> None:
    world = World()
    async with serving(world) as served:

        def chatted(name: str, payload: Any) -> None:
            one = chat(name, payload)
            other = Entry(Happening("chat:1", StreamKind.CHAT), Fate.SKIPPED, "not this one")
            served.put(StreamHappened((one,)), Log((other, Entry(one, Fate.SKIPPED, "chat is off"))))

        world.inject = chatted
        answer = await served.post("/chat/respond", {"message": "hi", "username": "Ann"})
    assert (answer.status_code, answer.json()["hint"]) == (409, "chat is off")
