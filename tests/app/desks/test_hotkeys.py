"""The hotkey desk with real keys on a real X server, real settings and her real state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.hotkeys import HotkeyDesk
from app.director import Director
from app.hotkeys.hotkeys import Hotkeys
from app.hotkeys.xcb import Connection
from models.companion import Companion
from models.events import Event, Hushed
from models.requests import TalkKey
from models.status import Status
from tests.models.characters import CHARACTER
from tests.stage import Screen
from workers.runtime.lane import Lane

TAKEN = "These keys are taken by another program."


@dataclass
class Set:
    """A desk and what stands around it."""

    desk: HotkeyDesk
    hotkeys: Hotkeys
    tuning: Tuning
    events: list[Event]
    told: list[object]

    def keys(self, **fields: str) -> None:
        assert self.tuning.set("hotkeys", **fields) == ""


@pytest.fixture
def around(qapp: QGuiApplication, screen: Screen, tmp_path: Path) -> Iterator[Set]:
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    assert tuning.set("hotkeys", click_through="") == ""
    director = Director(Companion.of(CHARACTER), Body({}), Lane(Status(0.0)))
    hotkeys = Hotkeys()
    desk = HotkeyDesk(hotkeys, director, tuning)
    made = Set(desk, hotkeys, tuning, [], [])
    director.happened.connect(made.events.append)
    desk.problems_changed.connect(made.told.append)
    desk.start()
    yield made
    desk.stop()
    hotkeys.stop()


@pytest.fixture
def other(screen: Screen) -> Iterator[Connection]:
    """Another program that has Ctrl+Alt+O, whatever NumLock says."""
    connection = Connection()
    code = next(code for code, symbols in connection.keys().items() if symbols[:1] == (ord("o"),))
    connection.grab(code, 4 | 8)
    yield connection
    connection.close()


def test_push_to_talk_is_held_while_the_key_is_down(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(talk="Ctrl+Alt+T")
    assert around.tuning.set("hearing", mode="push") == ""
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "t")
    try:
        qtbot.waitUntil(
            lambda: [event.down for event in around.events if isinstance(event, TalkKey)] == [True]
        )
    finally:
        screen.xdotool("keyup", "t", "keyup", "alt", "keyup", "ctrl")
    qtbot.waitUntil(lambda: [e.down for e in around.events if isinstance(e, TalkKey)] == [True, False])


def test_an_open_microphone_takes_nobody_the_talk_key(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(talk="Ctrl+Alt+T", hush="Ctrl+Alt+H")
    screen.xdotool("key", "ctrl+alt+t", "key", "ctrl+alt+h")
    qtbot.waitUntil(lambda: any(isinstance(event, Hushed) for event in around.events))
    assert not any(isinstance(event, TalkKey) for event in around.events)


def test_leaving_push_to_talk_while_it_is_down_ends_it(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(talk="Ctrl+Alt+T")
    around.tuning.set("hearing", mode="push")
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "t")
    try:
        qtbot.waitUntil(lambda: any(isinstance(event, TalkKey) for event in around.events))
        around.tuning.set("hearing", mode="open")
        assert [event.down for event in around.events if isinstance(event, TalkKey)] == [True, False]
    finally:
        screen.xdotool("keyup", "t", "keyup", "alt", "keyup", "ctrl")


def test_switches_are_switched_and_the_rest_is_asked_for(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(mute="Ctrl+Alt+M", show="Ctrl+Alt+W", quiet="Ctrl+Alt+Q", chat="Ctrl+Alt+C")
    asked = list[str]()
    around.desk.chat_requested.connect(lambda: asked.append("chat"))
    around.desk.quiet_toggled.connect(lambda: asked.append("quiet"))

    def switches() -> tuple[bool, ...]:
        now = around.tuning.settings
        return now.hearing.muted, now.window.visible

    assert switches() == (False, True)
    screen.xdotool("key", "ctrl+alt+m", "key", "ctrl+alt+w", "key", "ctrl+alt+q", "key", "ctrl+alt+c")
    qtbot.waitUntil(lambda: switches() == (True, False))
    qtbot.waitUntil(lambda: asked == ["quiet", "chat"])
    screen.xdotool("key", "ctrl+alt+m", "key", "ctrl+alt+w")
    qtbot.waitUntil(lambda: switches() == (False, True))


def test_the_way_back_from_click_through_is_held_while_clicks_go_through(
    around: Set, screen: Screen, qtbot: QtBot
) -> None:
    around.keys(click_through="Ctrl+Alt+V")
    assert around.hotkeys.problem("click_through") is None
    assert around.tuning.set("window", click_through=True) == ""
    assert around.hotkeys.problem("click_through") == ""
    screen.xdotool("key", "ctrl+alt+v")
    qtbot.waitUntil(lambda: not around.tuning.settings.window.click_through)
    assert around.hotkeys.problem("click_through") is None


def test_two_of_ours_with_the_same_keys_are_told_and_panic_goes_first(
    around: Set, screen: Screen, qtbot: QtBot
) -> None:
    around.keys(mute="Alt+Ctrl+P", hush="Ctrl+Alt+H", chat="ctrl+alt+h")
    assert around.desk.problems == {
        "mute": "The same keys are chosen for “Panic key”.",
        "chat": "The same keys are chosen for “Stop talking”.",
    }
    assert around.hotkeys.set("panic", "Ctrl+Alt+P") == ""
    asked = list[bool]()
    around.desk.chat_requested.connect(lambda: asked.append(True))
    screen.xdotool("key", "ctrl+alt+h")
    qtbot.waitUntil(lambda: any(isinstance(event, Hushed) for event in around.events))
    assert asked == []
    around.keys(mute="", chat="")
    assert around.desk.problems == {}
    assert around.told[-1] == {}


def test_panic_gets_what_another_key_of_ours_had(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(hush="Ctrl+Alt+H")
    news = list[tuple[str, str]]()
    around.hotkeys.lost.connect(lambda name, why: news.append((name, why)))
    assert around.hotkeys.set("panic", "Ctrl+Alt+H") != ""
    around.tuning.set("stream", panic_hotkey="Ctrl+Alt+H")
    assert around.hotkeys.problem("panic") == ""
    assert news == [("panic", "")]
    assert around.desk.problems == {"hush": "The same keys are chosen for “Panic key”."}


@pytest.mark.usefixtures("other")
def test_keys_of_another_program_are_told_when_they_are_chosen(around: Set) -> None:
    around.keys(hush="Ctrl+Alt+O", talk="Ctrl+F9")
    assert around.desk.problems == {"hush": TAKEN}
    around.keys(hush="", talk="Ctrl+Alt+O")
    assert around.desk.problems == {"talk": TAKEN}, "told though it is held only on push-to-talk"
    around.keys(talk="")
    around.tuning.set("stream", panic_hotkey="Ctrl+Alt+O")
    assert around.desk.problems == {"panic": TAKEN}
    around.hotkeys.set("panic", "Ctrl+Alt+O")
    around.tuning.set("stream", enabled=True)
    assert around.desk.problems == {"panic": TAKEN}
    assert around.told == [{"hush": TAKEN}, {"talk": TAKEN}, {}, {"panic": TAKEN}]


def test_keys_another_program_gives_up_are_had_later(
    around: Set, other: Connection, screen: Screen, qtbot: QtBot
) -> None:
    around.keys(hush="Ctrl+Alt+O")
    assert around.desk.problems == {"hush": TAKEN}
    assert around.desk._again.isActive()
    code = next(code for code, symbols in other.keys().items() if symbols[:1] == (ord("o"),))
    other.let_go(code, 4 | 8)
    other.keys()  # a round trip: the server has done it
    around.desk._again.timeout.emit()
    assert around.desk.problems == {}
    assert not around.desk._again.isActive()
    screen.xdotool("key", "ctrl+alt+o")
    qtbot.waitUntil(lambda: any(isinstance(event, Hushed) for event in around.events))


def test_nonsense_is_told(around: Set) -> None:
    around.keys(hush="Ctrl+Nonsense", mute="M")
    assert "no key" in around.desk.problems["hush"]
    assert "taken from every program" in around.desk.problems["mute"]


def test_a_layout_that_lacks_the_key_is_told_until_another_has_it(around: Set) -> None:
    around.keys(hush="Ctrl+Alt+H")
    around.hotkeys.lost.emit("hush", "There is no such key on this keyboard.")
    assert around.desk.problems == {"hush": "There is no such key on this keyboard."}
    around.hotkeys.lost.emit("hush", "")
    assert around.desk.problems == {}


def test_while_new_keys_are_pressed_none_is_held(around: Set, screen: Screen, qtbot: QtBot) -> None:
    around.keys(hush="Ctrl+Alt+H")
    around.desk.pause()
    assert around.hotkeys.problem("hush") is None
    around.keys(hush="Ctrl+Alt+J")
    assert around.hotkeys.problem("hush") is None
    around.desk.go_on()
    screen.xdotool("key", "ctrl+alt+j")
    qtbot.waitUntil(lambda: any(isinstance(event, Hushed) for event in around.events))


def test_what_does_not_concern_the_keys_leaves_them_alone(
    around: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    around.keys(hush="Ctrl+Alt+H")
    asked = list[str]()
    real = around.hotkeys.set

    def noted(name: str, sequence: str) -> str:
        asked.append(name)
        return real(name, sequence)

    monkeypatch.setattr(around.hotkeys, "set", noted)
    around.tuning.set("voice", volume=0.5)
    assert asked == []
    around.keys(mute="Ctrl+Alt+M")
    assert "hush" not in asked, "what holds is not taken anew"


def test_the_desktops_limits_are_passed_on(around: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert "XWayland" in around.desk.limit
