"""The Director gives events their time, lets time pass, and hands commands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.body import Body
from app.director import Director
from models.commands import Command, Reply, Show
from models.companion import Companion
from models.events import Event, Grabbed, Tick, Touched, Typed
from models.expression import Phase
from models.mood import Mood
from models.status import Status
from tests.models.characters import CHARACTER
from workers.rest import Stir
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ


@pytest.fixture
def seen() -> list[object]:
    return []


@pytest.fixture
def director(qtbot: QtBot, seen: list[object]) -> Iterator[Director]:
    directs = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)), (seen.append,))
    yield directs
    directs.shut_down()


def test_what_does_not_say_when_happens_now(director: Director, seen: list[object]) -> None:
    director.take(Typed("hello"))
    director.take(Typed("again", at_s=5.0))
    first, second = (event for event in seen if isinstance(event, Typed))
    assert first.at_s > 0.0
    assert second.at_s == 5.0


def test_commands_nobody_carries_out_go_to_the_views(director: Director, qtbot: QtBot) -> None:
    shown: list[Command] = []
    director.commanded.connect(shown.append)
    director.take(Typed("hello"))
    assert Show("typed-1", "user", "hello", final=True) in shown
    assert director.companion.conversation.busy


def test_how_she_is_can_be_read_from_anywhere(qtbot: QtBot) -> None:
    status = Lane(Status(0.0))
    director = Director(Companion.of(CHARACTER), Body({}), status)
    director.take(Typed("hello"))
    now = status.get()
    assert now.name == CHARACTER.persona.companion
    assert now.phase is Phase.THINKING
    assert now.mood.engagement > Mood().engagement
    director.shut_down()


def test_everyone_who_listens_is_told_everything(qtbot: QtBot) -> None:
    first, second = list[object](), list[object]()
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)), (first.append, second.append))
    director.take(Typed("hello"))
    assert first == second
    assert {Typed, Show, Reply} <= {type(item) for item in first}
    director.shut_down()


def test_time_passes_once_it_has_started(director: Director, qtbot: QtBot, seen: list[object]) -> None:
    happened: list[Event] = []
    director.happened.connect(happened.append)
    director.start()
    qtbot.waitUntil(lambda: any(isinstance(event, Tick) for event in happened))
    assert director.companion.mood.decayed_s is not None


def test_who_writes_or_touches_her_wakes_what_sleeps(qtbot: QtBot) -> None:
    rest = Still()
    director = Director(Companion.of(CHARACTER), Body({"rest": rest}), Lane(Status(0.0)))
    director.take(Tick())
    assert not rest.inbox._items
    for sign in (Typed("hello"), Touched("Head"), Grabbed()):
        director.take(sign)
    assert [type(item) for item in rest.inbox._items].count(Stir) >= 3
    director.shut_down()


class Still(Organ):
    """An organ that only gathers what it is told."""

    name = "rest"

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...
