"""The Director gives events their time, lets time pass, and hands commands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.body import Body
from app.director import Director
from models.commands import Command, Show
from models.companion import Companion
from models.events import Event, Tick, Typed
from tests.models.characters import CHARACTER


@pytest.fixture
def seen() -> list[object]:
    return []


@pytest.fixture
def director(qtbot: QtBot, seen: list[object]) -> Iterator[Director]:
    directs = Director(Companion.of(CHARACTER), Body({}), seen.append)
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


def test_time_passes_once_it_has_started(director: Director, qtbot: QtBot, seen: list[object]) -> None:
    happened: list[Event] = []
    director.happened.connect(happened.append)
    director.start()
    qtbot.waitUntil(lambda: any(isinstance(event, Tick) for event in happened))
    assert director.companion.mood.decayed_s is not None
