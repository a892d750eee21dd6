"""The stream desk: what the user wants in the stream window reaches settings, organs and the Director, and shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app import on_air
from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.links import Links, Means
from app.desks.stream import StreamDesk
from app.director import Director
from app.look.theme import Theme
from app.stream.window import StreamWindow
from models.commands import Panic
from models.companion import Companion
from models.errors import Blame, EngineError
from models.events import Event, Failed, Health, StreamHappened, StudioChanged, WorkerChanged
from models.expression import Expression
from models.requests import Panicked, RulesChosen, RuleTried
from models.settings_stream import Reaction
from models.status import Status
from models.stream.happening import Happening, StreamKind
from models.stream.link import LinkState
from models.studio import Studio
from tests.models.characters import CHARACTER
from workers.api.server import Listen
from workers.obs import Configure
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.stream import Connect, Record

ON, OFF = True, False


class Idle(Organ):
    """An organ that only gathers what it is told."""

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...

    @property
    def told(self) -> list[object]:
        return list(self.inbox._items)


class Keys(QObject):
    """Global keys of nobody's."""

    pressed = Signal(str)
    lost = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, str] = {}
        self.stopped = False

    def set(self, name: str, sequence: str) -> str:
        self.held[name] = sequence
        return "Ctrl+T is taken by another program." if sequence == "Ctrl+T" else ""

    def stop(self) -> None:
        self.stopped = True


class Secrets:
    """A keyring of this test's own."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


@dataclass
class Desk:
    desk: StreamDesk
    links: Links
    window: StreamWindow
    director: Director
    store: SettingsStore
    keys: Keys
    secrets: Secrets
    stream: Idle
    obs: Idle
    api: Idle
    happened: list[Event]

    def happen(self, event: Event) -> None:
        self.director.take(event)

    @property
    def state(self) -> object:
        return self.desk._state


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("VESPER_STATE", str(tmp_path / "state"))
    secrets = Secrets()
    store = SettingsStore(tmp_path / "settings.toml", {}, secrets=secrets.get)
    organs: dict[str, Organ] = {"stream": Idle(), "obs": Idle(), "api": Idle()}
    body = Body(organs)
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
    keys = Keys()
    means = Means(director, body, Tuning(store), secrets)  # type: ignore[arg-type]  # stand-ins
    links = Links(means)
    made = StreamDesk(Theme(), keys, links, means, ("wave",))  # type: ignore[arg-type]  # stand-ins
    window = made.window
    qtbot.addWidget(window)
    happened: list[Event] = []
    director.happened.connect(happened.append)
    yield Desk(
        made,
        links,
        window,
        director,
        store,
        keys,
        secrets,
        organs["stream"],
        organs["obs"],
        organs["api"],
        happened,
    )  # type: ignore[arg-type]  # Idle
    links.stop()
    director.shut_down()


def test_at_the_start_it_takes_no_key_and_connects_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.desk.start()
    desk.links.start()
    qtbot.waitUntil(lambda: len(desk.obs.told) == 1 and len(desk.stream.told) == 2)
    assert desk.keys.held == {"panic": ""}
    assert Connect(None) in desk.stream.told
    assert Record(None) in desk.stream.told
    [configured] = desk.obs.told
    assert isinstance(configured, Configure)
    assert not configured.setup.enabled
    assert configured.studio is None


def test_following_is_switched_on_and_off_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.window.setting_changed.emit("stream", "enabled", ON)
    qtbot.waitUntil(lambda: any(isinstance(item, Connect) for item in desk.stream.told))
    [connect] = [item for item in desk.stream.told if isinstance(item, Connect)]
    assert connect.url == "http://localhost:4001"
    assert connect.source is not None
    assert desk.store.settings.stream.enabled
    desk.window.setting_changed.emit("stream", "enabled", OFF)
    qtbot.waitUntil(lambda: desk.stream.told[-1] == Connect(None) or Connect(None) in desk.stream.told)


def test_pauses_reach_her_at_once(desk: Desk) -> None:
    desk.window.setting_changed.emit("stream", "reaction_cooldown_s", 9.0)
    [chosen] = [event for event in desk.happened if isinstance(event, RulesChosen)]
    assert chosen.rules.reaction_cooldown_s == 9.0
    assert desk.director.companion.floor.rules.reaction_cooldown_s == 9.0


def test_a_wrong_value_changes_nothing_and_is_told(desk: Desk) -> None:
    desk.window.setting_changed.emit("stream", "reaction_cooldown_s", -3.0)
    assert desk.store.settings.stream.reaction_cooldown_s == 5.0
    assert "reaction_cooldown_s" in desk.desk._state.problem
    assert not any(isinstance(event, RulesChosen) for event in desk.happened)


def test_reactions_are_saved_and_at_work(desk: Desk) -> None:
    mine = Reaction(event="boss-*", expression="laughing", line="Boss down!", priority="raid")
    desk.window.reactions_changed.emit((mine,))
    assert desk.store.settings.stream.reactions == (mine,)
    assert desk.director.companion.floor.rules.own == (mine.rule(),)
    again = SettingsStore(desk.store.path, {})
    assert again.problems == ()
    assert again.settings.stream.reactions == (mine,)
    desk.happen(StreamHappened((Happening("1", StreamKind.CUSTOM, "Ann", name="boss-defeated"),)))
    assert desk.director.companion.conversation.answer.text == "Boss down!"


def test_a_reaction_is_tried_as_it_stands(desk: Desk) -> None:
    desk.window.reaction_tried.emit(Reaction(event="x", enabled=False, expression="love", line="Look!"))
    [tried] = [event for event in desk.happened if isinstance(event, RuleTried)]
    assert tried.rule.expression is Expression.LOVE
    assert desk.director.companion.conversation.answer.text == "Look!"


def test_panic_by_window_and_key(desk: Desk) -> None:
    desk.window.panic_toggled.emit(ON)
    assert desk.desk._state.panicked
    desk.keys.pressed.emit("panic")
    assert not desk.desk._state.panicked
    desk.keys.pressed.emit("panic")
    assert desk.desk._state.panicked
    desk.keys.pressed.emit("other")
    assert [event.on for event in desk.happened if isinstance(event, Panicked)] == [True, False, True]


def test_the_key_is_held_while_there_is_a_show(desk: Desk) -> None:
    desk.window.setting_changed.emit("obs", "enabled", ON)
    assert desk.keys.held == {"panic": "Ctrl+Alt+P"}
    desk.window.setting_changed.emit("obs", "enabled", OFF)
    assert desk.keys.held == {"panic": ""}


def test_the_key_can_be_changed_and_says_why_not(desk: Desk) -> None:
    desk.window.setting_changed.emit("stream", "enabled", ON)
    desk.window.setting_changed.emit("stream", "panic_hotkey", "Ctrl+T")
    assert desk.keys.held["panic"] == "Ctrl+T"
    assert "taken" in desk.desk._state.hotkey_note
    desk.keys.lost.emit("panic", "no such key")
    assert desk.desk._state.hotkey_note == "no such key"


def test_a_password_goes_to_the_keyring_and_obs_is_linked_with_it(desk: Desk, qtbot: QtBot) -> None:
    desk.window.setting_changed.emit("obs", "enabled", ON)
    desk.window.secret_set.emit("obs-websocket.password", "hush")
    qtbot.waitUntil(lambda: desk.desk._state.obs_password)
    assert desk.secrets.kept == {"obs-websocket.password": "hush"}
    qtbot.waitUntil(lambda: len(desk.obs.told) >= 2)
    last = desk.obs.told[-1]
    assert isinstance(last, Configure)
    assert last.studio is not None
    desk.window.secret_set.emit("obs-websocket.password", "")
    qtbot.waitUntil(lambda: not desk.desk._state.obs_password)
    assert desk.secrets.kept == {}
    assert "hush" not in desk.store.path.read_text(encoding="utf-8")


def test_a_scene_chosen_for_panic_needs_no_new_link(desk: Desk) -> None:
    desk.window.setting_changed.emit("obs", "brb_scene", "Back soon")
    [configured] = desk.obs.told
    assert isinstance(configured, Configure)
    assert (configured.setup.brb_scene, configured.studio) == ("Back soon", None)


def test_the_api_moves_and_closes_at_once(desk: Desk) -> None:
    desk.window.setting_changed.emit("api", "port", 5003)
    desk.window.setting_changed.emit("api", "enabled", OFF)
    assert desk.api.told == [Listen(5003), Listen(None)]


def test_a_link_that_cannot_be_made_is_told(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_store: SettingsStore) -> Configure:
        raise EngineError(Blame.SETTINGS, "websockets is not installed")

    monkeypatch.setattr(on_air, "obs_link", broken)
    desk.window.setting_changed.emit("obs", "enabled", ON)
    qtbot.waitUntil(lambda: any(isinstance(event, Failed) for event in desk.happened))
    [failed] = [event for event in desk.happened if isinstance(event, Failed)]
    assert (failed.worker, failed.message) == ("obs", "websockets is not installed")


def test_how_the_links_are_is_shown(desk: Desk) -> None:
    desk.happen(WorkerChanged("stream", Health.RESTARTING, note="the backend does not answer"))
    assert (desk.desk._state.link, desk.desk._state.link_note) == (
        LinkState.LOST,
        "the backend does not answer",
    )
    desk.happen(WorkerChanged("api", Health.READY))
    assert desk.desk._state.api_address == "http://127.0.0.1:4003"
    desk.happen(WorkerChanged("api", Health.GONE, note="taken"))
    assert (desk.desk._state.api_address, desk.desk._state.api_note) == ("", "taken")
    studio = Studio(connected=True, scene="Game", scenes=("Game",))
    desk.happen(StudioChanged(studio))
    assert desk.desk._state.studio == studio


def test_the_overlay_link_is_copied_with_its_token(desk: Desk) -> None:
    desk.happen(WorkerChanged("api", Health.READY))
    desk.window.copy_requested.emit("token")
    token = QGuiApplication.clipboard().text()
    assert len(token) > 20
    desk.window.copy_requested.emit("overlay")
    assert QGuiApplication.clipboard().text() == f"http://127.0.0.1:4003/overlay#token={token}"


def test_panic_of_hers_is_shown(desk: Desk) -> None:
    desk.desk.on_command(Panic(on=True))
    assert desk.desk._state.panicked
