"""The guide's window, and a desk around it with organs that only gather what they are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from app import paths
from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.better_models import BetterModels
from app.desks.guide import GuideDesk, Means
from app.desks.guide_mind import OllamaLook, OllamaSeen
from app.desks.needed_models import NeededModels
from app.desks.sound_devices import Found, SoundDevices
from app.director import Director
from app.guide.window import GuideWindow
from app.look.theme import Theme
from app.persona.casting import Casting
from app.trials.trials import Trials
from models.commands import Command
from models.companion import Companion
from models.events import Event
from models.sound import Levels
from models.speech import Voice
from models.status import Status
from tests.models.characters import CHARACTER
from tests.workers.weights.conftest import hub, store
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.voice import WhichVoices

__all__ = ["hub", "store"]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[GuideWindow]:
    """The guide's window, on the screen."""
    window = GuideWindow(Theme(), QPixmap(str(paths.asset("avatar", "vesper", "still.png"))))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.open()
    yield window
    window.hide()


class Idle(Organ):
    """An organ that only gathers what it is told."""

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...

    @property
    def told(self) -> list[object]:
        return list(self.inbox._items)


@dataclass
class Desk(QObject):
    """The desk, with what it told everyone."""

    desk: GuideDesk
    director: Director
    tuning: Tuning
    trials: Trials
    voice: Idle
    happened: list[Event] = field(default_factory=list)
    commanded: list[Command] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.director.happened.connect(self._on_event)
        self.director.commanded.connect(self._on_command)

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        self.happened.append(event)

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        self.commanded.append(command)

    @property
    def window(self) -> GuideWindow:
        assert self.desk.window
        return self.desk.window


@pytest.fixture
def guide(qtbot: QtBot, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk on a machine with a webcam and headphones, without Ollama."""
    del store, qtbot  # the cache is a folder of the test's own, and there is a Qt application
    monkeypatch.delenv("VESPER_NO_GUIDE", raising=False)

    def look(devices: SoundDevices) -> None:
        devices.found.emit(Found(("Webcam",), ("Headphones",)))

    def seen(ollama: OllamaLook) -> None:
        ollama.seen.emit(OllamaSeen("http://localhost:11434", "mistral", there=False))

    monkeypatch.setattr(SoundDevices, "look", look)
    monkeypatch.setattr(OllamaLook, "look", seen)
    organs = {name: Idle() for name in ("voice", "sound", "ears", "mind")}
    body = Body({**organs})
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    casting = Casting(tuning, director.take)
    trials = Trials(director, body, tuning, Levels)
    models = BetterModels(tuning)
    needed = NeededModels(director, tuning)
    desk = GuideDesk(Theme(), Means(director, body, tuning, trials, models, needed, clock=lambda: 1.0))
    made = Desk(desk, director, tuning, trials, organs["voice"])
    yield made
    desk.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    director.shut_down()
    del casting


def answer_voices(guide: Desk) -> None:
    """The voice tells what it has."""
    for item in guide.voice.told:
        if isinstance(item, WhichVoices) and not item.answer.done():
            item.answer.set_result(
                (Voice("af_heart", "en-US", "female"), Voice("bm_george", "en-GB", "male"))
            )
