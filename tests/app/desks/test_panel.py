"""The panel's desk: what the user wants of the panel reaches settings, organs and the Director, and shows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.panel import PanelDesk
from app.director import Director
from app.look.theme import DARK, Theme
from app.menu import Intent, Menu
from app.mood.panel import MoodPanel
from app.mood.values import Doing, PanelState
from app.tray import Tray
from models.commands import RestartEngine
from models.companion import Companion
from models.errors import Blame, EngineError
from models.events import Event, Failed, Health, StreamHappened, Tick, Typed, WorkerChanged
from models.requests import Panicked
from models.sound import Levels, Playhead
from models.speech import Voice
from models.status import Status
from models.stream.happening import Happening, StreamKind
from tests.models.characters import CHARACTER
from tests.stage import Screen
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.sound import Lanes
from workers.voice import WhichVoices

ON = True
CORNER = QRect(0, 0, 24, 24)


class Idle(Organ):
    """An organ that only gathers what it is told."""

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...

    @property
    def told(self) -> list[object]:
        return list(self.inbox._items)


@dataclass
class Desk:
    desk: PanelDesk
    tray: Tray
    director: Director
    tuning: Tuning
    voice: Idle
    lanes: Lanes
    happened: list[Event]
    ordered: list[object]

    @property
    def panel(self) -> MoodPanel:
        assert self.desk._panel is not None
        return self.desk._panel

    @property
    def shown(self) -> PanelState:
        return self.panel._state


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    voice = Idle()
    happened: list[Event] = []
    ordered: list[object] = []
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)), (ordered.append,))
    director.happened.connect(happened.append)
    menu = Menu(DARK)
    qtbot.addWidget(menu.widget)
    tray, lanes = Tray(menu), Lanes(Lane(Playhead()), Lane(Levels()))
    made = PanelDesk(Theme(), tray, director, Body({"voice": voice}), tuning, lanes)
    yield Desk(made, tray, director, tuning, voice, lanes, happened, ordered)
    made.stop()
    tray.stop()
    director.shut_down()
    if made._panel is not None:
        qtbot.addWidget(made._panel)


def _open(desk: Desk, qtbot: QtBot) -> MoodPanel:
    desk.desk.open(CORNER)
    qtbot.waitUntil(lambda: desk.desk.visible)
    return desk.panel


def test_before_it_is_opened_there_is_no_panel_and_nothing_is_measured(desk: Desk) -> None:
    desk.director.take(Tick(at_s=5.0))
    desk.director.take(Typed("Hello you", at_s=6.0))
    assert desk.desk._panel is None
    assert not desk.desk._footprint.looking
    assert not desk.desk._drawing.isActive()
    assert len(desk.desk._history.recent) == 2


def test_a_click_opens_it_and_a_second_one_closes_it(desk: Desk, qtbot: QtBot) -> None:
    desk.desk.on_chosen(Intent.CHAT)
    assert desk.desk._panel is None
    desk.desk.on_chosen(Intent.PANEL)
    qtbot.waitUntil(desk.panel.isActiveWindow)
    assert desk.desk._footprint.looking
    desk.desk.on_chosen(Intent.PANEL)
    assert not desk.desk.visible
    assert not desk.desk._footprint.looking


def test_it_shows_what_happens_to_her(desk: Desk, qtbot: QtBot) -> None:
    _open(desk, qtbot)
    desk.director.take(WorkerChanged("mind", Health.READY, "ollama"))
    desk.director.take(Failed("microphone", Blame.DEVICE, "Plug one in."))
    desk.director.take(Typed("I love you!", at_s=time.monotonic()))
    qtbot.waitUntil(lambda: desk.shown.doing is Doing.THINKING)
    parts = {part.state.name: part for part in desk.shown.parts}
    assert parts["mind"].engine == "Ollama"
    assert parts["microphone"].state.note == "Plug one in."
    assert parts["microphone"].restartable
    assert not parts["obs"].restartable
    assert desk.shown.expression == desk.director.companion.face.expression.value
    assert desk.shown.reason == desk.director.companion.face.reason
    assert any(line.about == "I love you!" for line in desk.shown.diary.lines)


def test_the_reasons_of_the_stream_are_in_it(desk: Desk, qtbot: QtBot) -> None:
    _open(desk, qtbot)
    desk.director.take(
        StreamHappened((Happening("1", StreamKind.CHAT, "Bob", text="hi all"),), at_s=time.monotonic())
    )
    qtbot.waitUntil(lambda: any(line.entry for line in desk.shown.diary.lines))
    [entry] = [line.entry for line in desk.shown.diary.lines if line.entry]
    assert entry.happening.who == "Bob"
    assert entry.reason


def test_what_is_switched_holds_at_once(desk: Desk, qtbot: QtBot) -> None:
    panel = _open(desk, qtbot)
    panel.muted.emit(ON)
    assert desk.tuning.settings.hearing.muted
    assert desk.shown.muted
    wished: list[bool] = []
    desk.desk.quiet_wished.connect(wished.append)
    panel.quieted.emit(ON)
    assert wished == [True]
    panel.clicks_let_through.emit(ON)
    assert desk.tuning.settings.window.click_through
    assert desk.shown.click_through
    panel.voice_picked.emit("af_sky")
    assert desk.tuning.settings.voice.voice == "af_sky"
    panel.persona_picked.emit("kawaii")
    chosen = desk.tuning.settings.character.preset
    panel.persona_picked.emit("no such thing!")
    assert desk.tuning.settings.character.preset == chosen
    assert desk.shown.problem
    panel.panicked.emit(ON)
    assert any(isinstance(event, Panicked) for event in desk.happened)
    qtbot.waitUntil(lambda: desk.shown.doing is Doing.PANIC and desk.shown.panicked)
    panel.restarted.emit("voice")
    assert RestartEngine("voice") in desk.ordered


def test_the_voices_are_asked_for_only_where_that_wakes_nobody(desk: Desk, qtbot: QtBot) -> None:
    _open(desk, qtbot)
    assert desk.voice.told == []
    desk.director.take(WorkerChanged("voice", Health.ASLEEP, "kokoro"))
    desk.panel.hide()
    _open(desk, qtbot)
    assert desk.voice.told == []
    desk.director.take(WorkerChanged("voice", Health.READY, "kokoro"))
    desk.panel.hide()
    _open(desk, qtbot)
    [asked] = desk.voice.told
    assert isinstance(asked, WhichVoices)
    asked.answer.set_result((Voice("af_sky", "en-US", "female"),))
    qtbot.waitUntil(lambda: desk.shown.voices == (("af_sky", "af_sky · en-US · female"),))


def test_a_voice_that_cannot_tell_leaves_the_picker_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.director.take(WorkerChanged("voice", Health.READY, "kokoro"))
    _open(desk, qtbot)
    [asked] = desk.voice.told
    assert isinstance(asked, WhichVoices)
    asked.answer.set_exception(EngineError(Blame.ENGINE, "No."))
    QTest.qWait(50)
    assert desk.shown.voices == ()


def test_the_meters_follow_the_lanes(desk: Desk) -> None:
    desk.lanes.levels.put(Levels(0.2, 0.8))
    desk.lanes.playhead.put(Playhead(1, 0, 0.5, time.monotonic(), 0.3))
    sounding = desk.desk._sounding()
    assert (sounding.microphone, sounding.voice, sounding.loudspeaker) == (0.2, 0.8, 0.3)
    desk.lanes.playhead.put(Playhead(1, 0, 0.5, time.monotonic() - 5.0, 0.3))
    assert desk.desk._sounding().loudspeaker == 0.0
    desk.tuning.set("hearing", muted=True)
    assert desk.desk._sounding().microphone == 0.0


def test_what_she_takes_of_the_machine_is_shown(desk: Desk, qtbot: QtBot) -> None:
    _open(desk, qtbot)
    qtbot.waitUntil(lambda: bool(desk.shown.programs), timeout=15_000)
    assert desk.shown.programs[0].name == "window"
    assert desk.shown.programs[0].memory_mb > 20.0


def test_in_another_language_it_is_made_anew(desk: Desk, qtbot: QtBot) -> None:
    before = _open(desk, qtbot)
    desk.desk.reword()
    assert not desk.desk.visible
    assert not desk.desk._footprint.looking
    assert _open(desk, qtbot) is not before


def test_she_sleeps_is_not_there_or_is_here(desk: Desk, qtbot: QtBot) -> None:
    _open(desk, qtbot)
    assert desk.shown.doing is Doing.OFFLINE
    for health, doing in (
        (Health.READY, Doing.IDLE),
        (Health.ASLEEP, Doing.ASLEEP),
        (Health.RESTARTING, Doing.IDLE),
        (Health.GONE, Doing.OFFLINE),
    ):
        desk.director.take(WorkerChanged("mind", health, "ollama"))
        desk.desk._show()
        assert desk.shown.doing is doing


def test_a_real_click_on_the_icon_opens_it_beside_the_icon(
    desk: Desk, screen: Screen, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.tray.chosen.connect(desk.desk.on_chosen)
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)  # the second click is one of its own
    with screen.tray_host():
        desk.tray.start()
        desk.tray.look()
        qtbot.waitUntil(lambda: desk.tray.place.width() > 0, timeout=20_000)
        QTest.qWait(200)
        middle = desk.tray.place.center()
        click = ("mousemove", str(middle.x()), str(middle.y()), "click", "1")
        screen.xdotool(*click)
        qtbot.waitUntil(lambda: desk.desk.visible, timeout=20_000)
        qtbot.waitUntil(desk.panel.isActiveWindow, timeout=20_000)
        assert not desk.panel.geometry().intersects(desk.tray.place)
        assert desk.panel.geometry().top() - desk.tray.place.bottom() < 30
        screen.xdotool(*click)
        qtbot.waitUntil(lambda: not desk.desk.visible and not desk.panel.just_left, timeout=20_000)
        screen.xdotool(*click)
        qtbot.waitUntil(
            lambda: desk.desk.visible, timeout=20_000
        )  # whether it has the keyboard is up to openbox
    qapp.setDoubleClickInterval(before)
    desk.desk.open()
    qtbot.waitUntil(lambda: desk.desk.visible)
    assert desk.panel.screen().availableGeometry().contains(desk.panel.geometry())
