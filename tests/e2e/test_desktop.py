"""A good citizen of the desktop: the real program among other windows, keys, trays, and starts gone wrong."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.e2e.companion import ROOT, Companion, companion
from tests.stage import Screen, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]

SETTINGS = """
[desktop]
theme = "dark"
[hotkeys]
hush = "Ctrl+Alt+H"
quiet = "Ctrl+Alt+B"
"""


def windows(screen: Screen, name: str) -> list[str]:
    try:
        return screen.xdotool("search", "--onlyvisible", "--name", name).split()
    except subprocess.CalledProcessError:
        return []


def wait_for_window(screen: Screen, name: str) -> str:
    wait_until(lambda: bool(windows(screen, name)), name)
    return windows(screen, name)[0]


def gone(screen: Screen, name: str) -> None:
    wait_until(lambda: not windows(screen, name), f"{name} to close")


@contextmanager
def typist(screen: Screen) -> Iterator[tuple[str, Path]]:
    """Another program's window with the keyboard, and the file what is typed into it goes to."""
    typed = screen.folder / "typed.txt"
    typed.write_text("")
    argv = [sys.executable, "-m", "tests.e2e.typist", str(typed)]
    program = subprocess.Popen(argv, cwd=ROOT, env=screen.env)
    try:
        yield wait_for_window(screen, "^Typist$"), typed
    finally:
        program.kill()
        program.wait()


@pytest.fixture(scope="module")
def home(stage: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    folder = tmp_path_factory.mktemp("home")
    with companion(stage, folder, settings=SETTINGS) as running:
        running.ready("mind", "voice")
        yield running


def test_a_second_start_brings_the_first_forward(
    home: Companion, stage: dict[str, str], screen: Screen
) -> None:
    with home.api() as api:
        assert api.post("/toggle/window", json={"on": False}).status_code == 200
    gone(screen, "^Vesper$")
    again = subprocess.run(
        [sys.executable, "-m", "app"], cwd=ROOT, env={**stage, "VESPER_STATE": str(home.state)},
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert again.returncode == 0
    assert "here already" in again.stderr
    wait_for_window(screen, "^Vesper$")


def test_the_tray_opens_the_panel_and_the_panel_closes(home: Companion, screen: Screen) -> None:
    with screen.tray_host():
        wait_until(lambda: bool(windows(screen, "panel")), "the tray")
        wait_until(lambda: _click_opens(screen), "the mood panel")
        screen.xdotool("key", "Escape")
        gone(screen, "Mood")


def _click_opens(screen: Screen) -> bool:
    screen.xdotool("mousemove", "12", "16", "click", "1")
    try:
        wait_until(lambda: bool(windows(screen, "Mood")), "the mood panel", 3.0)
    except TimeoutError:
        return False
    return True


def test_her_keys_are_heard_while_another_program_has_the_keyboard(home: Companion, screen: Screen) -> None:
    with typist(screen) as (window, typed):
        screen.xdotool("windowactivate", "--sync", window)
        since = home.mark()
        screen.xdotool("key", "ctrl+alt+b")
        home.wait_for("QuietChosen", since, on=True)
        screen.xdotool("key", "ctrl+alt+b")
        home.wait_for("QuietChosen", since, on=False)
        screen.xdotool("key", "ctrl+alt+h")
        home.wait_for("Hushed", since)
        screen.xdotool("type", "abc")
        wait_until(lambda: typed.read_text() == "abc", "typing goes on")


def test_she_never_takes_the_keyboard(home: Companion, screen: Screen) -> None:
    with typist(screen) as (window, typed), home.api() as api:
        screen.xdotool("windowactivate", "--sync", window)
        for on in (False, True):
            screen.xdotool("type", "--delay", "5", "one two ")
            assert api.post("/toggle/window", json={"on": on}).status_code == 200
            assert api.post("/speak", json={"text": "Here I am."}).status_code < 300
            screen.xdotool("type", "--delay", "5", "three four ")
        x, y = her_middle(screen)
        screen.xdotool("mousemove", str(x), str(y), "click", "1")
        screen.xdotool("type", "five")
        wait_until(lambda: typed.read_text() == "one two three four " * 2 + "five", "every letter")


def her_middle(screen: Screen) -> tuple[int, int]:
    window = wait_for_window(screen, "^Vesper$")
    lines = screen.xdotool("getwindowgeometry", "--shell", window).split()
    place = {key: int(value) for key, value in (line.split("=") for line in lines)}
    return place["X"] + place["WIDTH"] // 2, place["Y"] + place["HEIGHT"] * 2 // 3


def test_clicks_pass_where_she_is_not_and_reach_her_where_she_is(home: Companion, screen: Screen) -> None:
    window = wait_for_window(screen, "^Vesper$")
    lines = screen.xdotool("getwindowgeometry", "--shell", window).split()
    place = {key: int(value) for key, value in (line.split("=") for line in lines)}
    with typist(screen) as (below, typed):
        screen.xdotool("windowmove", "--sync", below, str(place["X"]), str(place["Y"]))
        screen.xdotool("windowsize", "--sync", below, str(place["WIDTH"]), str(place["HEIGHT"]))
        screen.xdotool("windowfocus", "--sync", below)
        screen.xdotool("mousemove", str(place["X"] + 8), str(place["Y"] + 60), "click", "1")
        wait_until(lambda: "<click>" in typed.read_text(), "the click reaches the window below")
        before, since = typed.read_text(), home.mark()
        x, y = her_middle(screen)
        screen.xdotool("mousemove", str(x), str(y), "click", "1")
        home.wait_for("Touched", since)
        assert typed.read_text() == before


def test_a_full_screen_program_has_the_screen_to_itself(home: Companion, screen: Screen) -> None:
    wait_for_window(screen, "^Vesper$")
    with typist(screen) as (window, _):
        screen.xdotool("windowactivate", "--sync", window)
        screen.xdotool("key", "F11")
        gone(screen, "^Vesper$")
        screen.xdotool("key", "F11")
        wait_for_window(screen, "^Vesper$")


def test_what_is_chosen_in_the_settings_holds_at_once(home: Companion, screen: Screen) -> None:
    x, y = her_middle(screen)
    screen.xdotool("mousemove", str(x), str(y), "click", "3")
    screen.xdotool("key", "--delay", "100", "i")
    window = wait_for_window(screen, "^Settings$")
    screen.xdotool("windowactivate", "--sync", window)
    settings = home.folder / "settings.toml"
    for word, written in (("mirror", "flipped = true"), ("bubble", "bubble = true")):
        screen.xdotool("key", "ctrl+f")
        screen.xdotool("type", "--delay", "20", word)
        wait_until(lambda word=word, written=written: _chosen(screen, settings, written), written)
    screen.xdotool("key", "Escape")
    gone(screen, "^Settings$")
    since = home.mark()
    with home.api() as api:
        assert api.post("/speak", json={"text": "Here is a speech bubble for you."}).status_code < 300
    home.wait_for("Caption", since, text="Here is a speech bubble for you.")
    wait_for_window(screen, "speech bubble")
    gone(screen, "speech bubble")


def _chosen(screen: Screen, settings: Path, written: str) -> bool:
    """Go to what was found and switch it; the window may still be looking."""
    screen.xdotool("key", "Return")
    screen.xdotool("sleep", "0.5", "key", "space", "sleep", "0.5")
    return written in settings.read_text()


def test_after_a_crash_the_next_start_tells_and_sends_nothing(
    stage: dict[str, str], screen: Screen, tmp_path: Path
) -> None:
    with companion(stage, tmp_path) as first:
        first.wait_for("WorkerChanged", worker="memory", health="ready")
        psutil.Process(first.process.pid).send_signal(signal.SIGKILL)
        first.process.wait()
    with companion(stage, tmp_path) as second:
        second.ready("memory")
        window = wait_for_window(screen, "did not end")
        screen.xdotool("windowactivate", "--sync", window)
        screen.xdotool("key", "Escape")
        gone(screen, "did not end")
