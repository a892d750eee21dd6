from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.hotkeys.chord import Chord, ChordError, chord
from app.hotkeys.hotkeys import Hotkeys
from app.hotkeys.windows import virtual_key
from app.hotkeys.x11 import X11Hotkeys, keysym
from app.hotkeys.xcb import KEY_RELEASE, Connection, GrabbedElsewhereError
from tests.stage import Screen, program, wait_until

CONTROL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)  # fmt: skip


class Heard:
    """What was pressed, by name."""

    def __init__(self, hotkeys: Hotkeys) -> None:
        self.names: list[str] = []
        self.released: list[str] = []
        self.lost: list[tuple[str, str]] = []
        hotkeys.pressed.connect(self.names.append)
        hotkeys.released.connect(self.released.append)
        hotkeys.lost.connect(lambda name, why: self.lost.append((name, why)))


@pytest.fixture
def hotkeys(qapp: QGuiApplication) -> Iterator[Hotkeys]:
    hotkeys = Hotkeys()
    yield hotkeys
    hotkeys.stop()


@pytest.fixture
def heard(hotkeys: Hotkeys) -> Heard:
    return Heard(hotkeys)


@contextmanager
def other_program(screen: Screen, folder: Path) -> Iterator[Path]:
    """Another program's window that has the keyboard; the file it writes what reaches it to."""
    log = folder / "xev.log"
    with program("stdbuf", "-oL", "xev", "-name", "other", env=screen.env, log=log):
        screen.xdotool("search", "--sync", "--name", "^other$", "windowactivate", "--sync")
        window = screen.xdotool("search", "--name", "^other$")
        wait_until(lambda: screen.xdotool("getwindowfocus") == window, "the other window's focus")
        yield log


@contextmanager
def layout(screen: Screen, name: str) -> Iterator[None]:
    env = screen.env
    with program("setxkbmap", name, env=env, log=Path("/dev/null")) as process:
        process.wait(20)
    try:
        yield
    finally:
        with program("setxkbmap", "us", env=env, log=Path("/dev/null")) as process:
            process.wait(20)


# --- understanding -------------------------------------------------------------------------------------------


def test_a_sequence_is_understood() -> None:
    assert chord("Ctrl+Alt+P") == Chord(Qt.Key.Key_P, CONTROL | ALT)
    assert chord("meta+shift+f9") == Chord(Qt.Key.Key_F9, META | SHIFT)
    assert chord("Pause") == Chord(Qt.Key.Key_Pause, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("wrong", ["Ctrl+Nonsense", "Ctrl+K, Ctrl+P", "P", "Shift+P", "Space"])
def test_what_is_no_hotkey_is_said_in_words(wrong: str) -> None:
    with pytest.raises(ChordError) as told:
        chord(wrong)
    assert "Ctrl" in str(told.value)


def test_keys_have_their_codes() -> None:
    assert [keysym(key) for key in (Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_F12, Qt.Key.Key_Pause)] == [
        ord("p"), ord("1"), 0xFFC9, 0xFF13,
    ]  # fmt: skip
    assert keysym(Qt.Key.Key_Launch0) == 0
    assert [virtual_key(key) for key in (Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_F12, Qt.Key.Key_Pause)] == [
        0x50, 0x31, 0x7B, 0x13,
    ]  # fmt: skip
    assert virtual_key(Qt.Key.Key_Launch0) == 0


# --- on a real X server --------------------------------------------------------------------------------------


def test_it_is_heard_while_another_program_has_the_keyboard(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    with other_program(screen, tmp_path) as log:
        screen.xdotool("key", "ctrl+alt+p")
        qtbot.waitUntil(lambda: heard.names == ["panic"])
        screen.xdotool("key", "ctrl+p", "alt+p", "p", "ctrl+alt+shift+p", "ctrl+alt+o", "z")
        qtbot.waitUntil(lambda: "keysym 0x7a, z" in log.read_text())
    reached = [line for line in log.read_text().splitlines() if ", p)" in line or ", P)" in line]
    assert len(reached) >= 8, "four chords near it reach the program, pressed and released"
    assert heard.names == ["panic"]


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_locks_do_not_matter(hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot, lock: str) -> None:
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    screen.xdotool("key", lock)
    try:
        screen.xdotool("key", "ctrl+alt+p")
        qtbot.waitUntil(lambda: heard.names == heard.released == ["panic"])
    finally:
        screen.xdotool("key", lock)


def test_holding_it_is_one_press(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[int]()
    real = X11Hotkeys._take
    monkeypatch.setattr(X11Hotkeys, "_take", lambda self, event: (seen.append(event.kind), real(self, event)))
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "p")
    try:
        qtbot.waitUntil(lambda: len(seen) >= 7)
        assert KEY_RELEASE in seen, "the server repeats it"
        assert heard.released == []
        screen.xdotool("keyup", "alt", "keyup", "ctrl")
    finally:
        screen.xdotool("keyup", "p", "keyup", "alt", "keyup", "ctrl")
    qtbot.waitUntil(lambda: heard.released == ["panic"])
    assert heard.names == ["panic"]
    screen.xdotool("key", "ctrl+alt+p")
    qtbot.waitUntil(lambda: heard.names == heard.released == ["panic", "panic"])


def test_what_is_cleared_while_it_is_down_comes_up(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    assert hotkeys.set("talk", "Ctrl+Alt+T") == ""
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "t")
    try:
        qtbot.waitUntil(lambda: heard.names == ["talk"])
        hotkeys.clear("talk")
        assert heard.released == ["talk"]
        assert hotkeys.set("talk", "Ctrl+Alt+T") == ""
    finally:
        screen.xdotool("keyup", "t", "keyup", "alt", "keyup", "ctrl")
    screen.xdotool("key", "ctrl+alt+t")
    qtbot.waitUntil(lambda: heard.names == heard.released == ["talk", "talk"])


def test_up_and_down_while_nobody_looked_is_told(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    assert hotkeys.set("talk", "Ctrl+Alt+T") == ""
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "t")
    qtbot.waitUntil(lambda: heard.names == ["talk"])
    screen.xdotool("keyup", "t", "sleep", "0.05", "keydown", "t")  # the event loop stands still meanwhile
    try:
        qtbot.waitUntil(lambda: heard.names == ["talk", "talk"])
        assert heard.released == ["talk"]
    finally:
        screen.xdotool("keyup", "t", "keyup", "alt", "keyup", "ctrl")
    qtbot.waitUntil(lambda: heard.released == ["talk", "talk"])


def test_another_layout_while_it_is_down_does_not_end_it(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    assert hotkeys.set("talk", "Ctrl+Alt+Z") == ""
    before = _places(hotkeys)
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "z")
    qtbot.waitUntil(lambda: heard.names == ["talk"])
    code = before["talk"][0]
    with layout(screen, "de"):
        qtbot.waitUntil(lambda: _places(hotkeys) != before)
        assert heard.released == []
        screen.xdotool("keyup", str(code), "keyup", "alt", "keyup", "ctrl")
        qtbot.waitUntil(lambda: heard.released == ["talk"])
    assert heard.names == ["talk"]


def test_stopping_lets_all_come_up(hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot) -> None:
    assert hotkeys.set("talk", "Ctrl+Alt+T") == ""
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "t")
    try:
        qtbot.waitUntil(lambda: heard.names == ["talk"])
        hotkeys.stop()
        assert heard.released == ["talk"]
    finally:
        screen.xdotool("keyup", "t", "keyup", "alt", "keyup", "ctrl")


def test_keys_of_another_program_are_not_taken(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    other = Connection()
    code = next(code for code, symbols in other.keys().items() if symbols[:1] == (ord("p"),))
    other.grab(code, 4 | 8 | 2)
    try:
        assert hotkeys.set("panic", "Ctrl+Alt+P") == "These keys are taken by another program."
        other.grab(code, 4 | 8)  # raises if what was not to be had were held in part
    finally:
        other.close()
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    again = Connection()
    with pytest.raises(GrabbedElsewhereError):
        again.grab(code, 4 | 8)
    hotkeys.clear("panic")
    qtbot.waitUntil(lambda: _free(again, code))
    again.close()


def _free(connection: Connection, code: int) -> bool:
    try:
        connection.grab(code, 4 | 8)
    except GrabbedElsewhereError:
        return False
    return True


def test_it_follows_the_layout(hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot) -> None:
    assert hotkeys.set("swap", "Ctrl+Alt+Z") == ""
    before = _places(hotkeys)
    with layout(screen, "de"):
        qtbot.waitUntil(lambda: _places(hotkeys) != before)
        screen.xdotool("key", "ctrl+alt+z")
        qtbot.waitUntil(lambda: heard.names == ["swap"])
    qtbot.waitUntil(lambda: _places(hotkeys) == before)
    screen.xdotool("key", "ctrl+alt+z")
    qtbot.waitUntil(lambda: heard.names == ["swap", "swap"])


def test_a_layout_without_the_key_is_told_and_the_next_one_has_it_again(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    with layout(screen, "gr"):
        qtbot.waitUntil(lambda: heard.lost != [])
        assert heard.lost[0] == ("panic", "There is no such key on this keyboard.")
    qtbot.waitUntil(lambda: heard.lost[-1] == ("panic", ""))
    assert _places(hotkeys) != {}
    screen.xdotool("key", "ctrl+alt+p")
    qtbot.waitUntil(lambda: heard.names == ["panic"])


def _places(hotkeys: Hotkeys) -> dict[str, tuple[int, int]]:
    desktop = hotkeys._desktop
    assert isinstance(desktop, X11Hotkeys)
    return dict(desktop._grabs)


def test_one_key_has_one_meaning_and_another_key_takes_its_place(
    hotkeys: Hotkeys, heard: Heard, screen: Screen, qtbot: QtBot
) -> None:
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    assert hotkeys.set("talk", "Ctrl+Alt+P") == "These keys are used for something else here."
    assert hotkeys.set("panic", "Ctrl+F9") == ""
    assert hotkeys.set("talk", "Ctrl+Alt+P") == ""
    screen.xdotool("key", "ctrl+F9", "key", "ctrl+alt+p")
    qtbot.waitUntil(lambda: heard.names == ["panic", "talk"])
    assert hotkeys.set("talk", "") == ""
    screen.xdotool("key", "ctrl+alt+p", "key", "ctrl+F9")
    qtbot.waitUntil(lambda: heard.names == ["panic", "talk", "panic"])


def test_nonsense_is_said_and_what_no_keyboard_has_too(hotkeys: Hotkeys) -> None:
    assert "no key" in hotkeys.set("panic", "Ctrl+Alt+Nonsense")
    assert hotkeys.set("panic", "Ctrl+F35") == "There is no such key on this keyboard."


def test_after_stop_nothing_is_held(hotkeys: Hotkeys, qtbot: QtBot) -> None:
    assert hotkeys.set("panic", "Ctrl+Alt+P") == ""
    hotkeys.stop()
    again = Hotkeys()
    qtbot.waitUntil(lambda: again.set("panic", "Ctrl+Alt+P") == "")
    again.stop()
    assert "no global keys" in again.set("panic", "Ctrl+Alt+P")


def test_a_desktop_without_global_keys_says_so(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    hotkeys = Hotkeys()
    assert "no global keys" in hotkeys.set("panic", "Ctrl+Alt+P")
    assert "no global keys" in hotkeys.limit
    assert hotkeys.set("panic", "") == ""
    hotkeys.clear("panic")
    hotkeys.stop()


def test_what_wayland_keeps_from_her_is_said(hotkeys: Hotkeys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_SESSION_TYPE", "x11")
    assert hotkeys.limit == ""
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert "XWayland" in hotkeys.limit
