"""The menu's desk: what is chosen holds, and the words and the icon follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Signal
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.menu import MenuDesk
from app.director import Director
from app.look.theme import LIGHT
from app.menu import Intent, Menu
from app.persona.casting import Casting
from app.tray import Mien, Tray, words
from models.commands import Perform
from models.companion import Companion
from models.events import CharacterChosen, Event, Health, Hushed, WorkerChanged
from models.expression import Phase
from models.requests import Panicked, QuietChosen
from models.status import Status
from tests.models.characters import CHARACTER
from workers.runtime.lane import Lane


class Her(QObject):
    """A window of hers that only asks for the menu."""

    menu_requested = Signal(QPoint)


@dataclass
class Desk:
    desk: MenuDesk
    menu: Menu
    tray: Tray
    director: Director
    tuning: Tuning
    happened: list[Event]
    wanted: list[Intent]

    @property
    def mien(self) -> str:
        return self.tray.tip.partition(" · ")[2]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
    menu, happened, wanted = Menu(LIGHT), list[Event](), list[Intent]()
    tray = Tray(menu, "Vesper")
    made = MenuDesk(menu, tray, Her(), Casting(tuning, director.take), director, tuning)  # type: ignore[arg-type]  # a stand-in
    director.happened.connect(happened.append)
    made.wanted.connect(wanted.append)
    yield Desk(made, menu, tray, director, tuning, happened, wanted)
    director.shut_down()


def test_switches_are_settings(desk: Desk) -> None:
    for intent, section, field in (
        (Intent.TOGGLE_WINDOW, "window", "visible"),
        (Intent.MUTE, "hearing", "muted"),
        (Intent.CLICK_THROUGH, "window", "click_through"),
        (Intent.LOCK, "window", "locked"),
    ):
        before = getattr(getattr(desk.tuning.settings, section), field)
        desk.menu.action(intent).trigger()
        assert getattr(getattr(desk.tuning.settings, section), field) is not before, intent
    assert desk.menu.action(Intent.CLICK_THROUGH).isChecked()
    assert desk.menu.action(Intent.LOCK).isChecked()
    assert desk.menu.action(Intent.TOGGLE_WINDOW).text() == "Sh&ow Vesper Astra"


def test_quiet_is_wished_and_shown_when_it_holds(desk: Desk) -> None:
    wished: list[bool] = []
    desk.desk.quiet_wished.connect(wished.append)
    desk.menu.action(Intent.QUIET).trigger()
    assert wished == [True]
    desk.director.take(QuietChosen(on=True))
    assert desk.menu.action(Intent.QUIET).isChecked()
    desk.menu.action(Intent.QUIET).trigger()
    assert wished == [True, False]


def test_panic_and_silence_are_told(desk: Desk) -> None:
    desk.menu.action(Intent.PANIC).trigger()
    desk.menu.action(Intent.PANIC).trigger()
    assert [event.on for event in desk.happened if isinstance(event, Panicked)] == [True, False]
    desk.director.commanded.emit(Perform(Phase.SPEAKING.value, "idle"))
    desk.menu.action(Intent.HUSH).trigger()
    assert any(isinstance(event, Hushed) for event in desk.happened)


def test_what_opens_something_is_passed_on(desk: Desk) -> None:
    for intent in (Intent.CHAT, Intent.SETTINGS, Intent.GUIDE, Intent.PANEL, Intent.STREAM, Intent.QUIT):
        desk.menu.action(intent).trigger()
    assert desk.wanted == [
        Intent.CHAT,
        Intent.SETTINGS,
        Intent.GUIDE,
        Intent.PANEL,
        Intent.STREAM,
        Intent.QUIT,
    ]


def test_a_personality_is_chosen(desk: Desk) -> None:
    desk.menu.choice("preset", "chill").trigger()
    assert desk.tuning.settings.character.preset == "chill"
    assert any(isinstance(event, CharacterChosen) for event in desk.happened)


def test_the_icon_says_how_she_is(desk: Desk) -> None:
    assert desk.mien == words(Mien.OFFLINE)
    desk.director.take(WorkerChanged("mind", Health.READY, "llama"))
    assert desk.mien == words(Mien.IDLE)
    desk.director.take(WorkerChanged("voice", Health.ASLEEP))
    assert desk.mien == words(Mien.ASLEEP)
    desk.director.take(WorkerChanged("voice", Health.READY))
    desk.tuning.set("hearing", muted=True)
    desk.director.take(QuietChosen(on=True))
    desk.director.commanded.emit(Perform(Phase.THINKING.value, "idle"))
    assert desk.mien == words(Mien.THINKING)
    desk.director.take(WorkerChanged("mind", Health.GONE))
    assert desk.mien == words(Mien.OFFLINE)
    desk.director.take(Panicked(on=True))
    assert desk.mien == words(Mien.PANIC)
