"""What tools ask of the desktop is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.requests import Requests
from app.director import Director
from app.persona.casting import Casting
from models.companion import Companion
from models.events import CharacterChosen, Event, Failed
from models.requests import Part, PartSwitched, TraitAsked
from models.status import Status
from tests.models.characters import CHARACTER
from workers.runtime.lane import Lane


class Asked:
    """A Director with requests, and what came of them."""

    def __init__(self, path: Path) -> None:
        self.store = SettingsStore(path, {})
        self.director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
        self.happened: list[Event] = []
        self.director.happened.connect(self.happened.append)
        tuning = Tuning(self.store)
        self.requests = Requests(self.director, Casting(tuning, self.director.take), tuning)

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.happened if isinstance(event, kind)]


@pytest.fixture
def asked(qtbot: QtBot, tmp_path: Path) -> Iterator[Asked]:
    made = Asked(tmp_path / "settings.toml")
    yield made
    made.director.shut_down()


def test_a_trait_is_chosen_and_saved(asked: Asked) -> None:
    asked.director.take(TraitAsked("preset", "hype", "r1"))
    [chosen] = asked.of(CharacterChosen)
    assert isinstance(chosen, CharacterChosen)
    assert chosen.character.persona.preset == "hype"
    assert asked.store.settings.character.preset == "hype"


def test_a_trait_that_does_not_exist_is_refused(asked: Asked) -> None:
    asked.director.take(TraitAsked("preset", "nobody", "r1"))
    assert asked.of(CharacterChosen) == []
    assert asked.of(Failed)
    assert asked.store.settings.character.preset == "snarky"


def test_window_and_microphone_are_switched(asked: Asked) -> None:
    asked.director.take(PartSwitched(Part.WINDOW, on=False))
    asked.director.take(PartSwitched(Part.MICROPHONE, on=False))
    asked.director.take(PartSwitched(Part.VOICE, on=False))
    assert not asked.store.settings.window.visible
    assert asked.store.settings.hearing.muted
    assert asked.store.settings.voice.enabled
