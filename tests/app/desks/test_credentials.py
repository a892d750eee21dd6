"""The credentials page as a user meets it: on a real screen, with a real keyring, a locked one, and none."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.credentials.file import SecretsFile
from app.credentials.store import KeyringSecrets, Place, Ring
from app.desks.credentials import CredentialsDesk
from app.form.controls import Switch
from app.look.theme import Theme
from app.settings.credentials_page import CredentialsPage
from app.settings.window import SettingsWindow
from tests.app.credentials.test_store import (
    _HERE,
    _START_LOCKED,
    _START_UNLOCKED,
    ROOT,
    _Ring,
    _same_keyring_after,
)
from tests.stage import Screen

__all__ = ["_same_keyring_after"]
_KEY = "OpenAI-compatible server: Key"


@pytest.fixture
def page(qtbot: QtBot) -> CredentialsPage:
    page = CredentialsPage()
    qtbot.addWidget(page)
    page.resize(560, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def made(page: CredentialsPage, tmp_path: Path) -> Iterator[tuple[CredentialsDesk, _Ring]]:
    ring = _Ring()
    keyring.set_keyring(ring)
    secrets = KeyringSecrets(
        limit_s=0.2, environment={"WORXED_TOKEN": "from-outside"}, file=SecretsFile(tmp_path / "secrets")
    )
    desk = CredentialsDesk(secrets)
    desk.serve(page)
    yield desk, ring
    if ring.gate is not None:
        ring.gate.set()
    desk.stop()


def _texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _part(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    [found] = [
        one
        for one in page.findChildren(kind)
        if one.isVisible() and name in {one.accessibleName(), getattr(one, "text", str)()}
    ]
    return found


def _look(qtbot: QtBot, page: CredentialsPage, words: str) -> None:
    page.begin()
    qtbot.waitUntil(lambda: words in _texts(page), timeout=10_000)


def test_every_secret_is_listed_with_its_place(qtbot: QtBot, page: CredentialsPage, made: object) -> None:
    _look(qtbot, page, "It works.")
    text = _texts(page)
    for name in (_KEY, "Worxed Stream Manager: Token", "OBS Studio: Password"):
        assert name in text
    assert "From the environment variable WORXED_TOKEN" in text
    assert text.count("None stored") == 2
    found = {finding.title for finding in page.findings()}
    assert _KEY in found
    assert not page._file.isVisible(), "who has a keyring is not asked to do without"


def test_store_and_forget(qtbot: QtBot, page: CredentialsPage, made: tuple[CredentialsDesk, _Ring]) -> None:
    desk, ring = made
    _look(qtbot, page, "It works.")
    line = _part(page, QLineEdit, _KEY)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "sk-typed-here-1")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(desk.secret_changed, timeout=10_000) as changed:
        qtbot.mouseClick(_part(page, QPushButton, f"Store: {_KEY}"), Qt.MouseButton.LeftButton)
    assert changed.args == ["openai.api_key"]
    assert ring.kept == {("vesper", "openai.api_key"): "sk-typed-here-1"}
    assert line.text() == "", "it is not shown again"
    assert "sk-typed" not in _texts(page) + repr(page._state)
    assert page._state.credentials[0].place is Place.KEYRING
    with qtbot.waitSignal(desk.secret_changed, timeout=10_000):
        qtbot.mouseClick(_part(page, QPushButton, f"Forget: {_KEY}"), Qt.MouseButton.LeftButton)
    assert ring.kept == {}


def test_a_locked_keyring_never_blocks_the_window_and_may_be_tried_again(
    qtbot: QtBot, page: CredentialsPage, made: tuple[CredentialsDesk, _Ring]
) -> None:
    _, ring = made
    ring.gate = threading.Event()
    page.begin()
    assert page._state.busy, "the answer is not waited for"
    qtbot.waitUntil(lambda: page._state.ring is Ring.LOCKED, timeout=10_000)
    assert "It is locked, or it does not answer." in _texts(page)
    ring.gate.set()
    qtbot.mouseClick(_part(page, QPushButton, "Try again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._state.ring is Ring.WORKS, timeout=10_000)


def test_without_a_keyring_a_file_can_be_chosen_and_left_again(
    qtbot: QtBot, page: CredentialsPage, made: tuple[CredentialsDesk, _Ring], tmp_path: Path
) -> None:
    from keyring.errors import NoKeyringError

    desk, ring = made
    ring.error = NoKeyringError()
    _look(qtbot, page, "There is none that Vesper can use")
    switch = _part(page, Switch, "Keep them in a file only you can read")
    page.secret_set.emit("openai.api_key", "sk-typed-here-2")
    qtbot.waitUntil(lambda: "For this session, until you quit" in _texts(page), timeout=10_000)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "In a file only you can read" in _texts(page), timeout=10_000)
    assert "sk-typed-here-2" in (tmp_path / "secrets" / "secrets.json").read_text()
    ring.error = None
    page.begin()
    qtbot.waitUntil(lambda: page._state.movable == 1, timeout=10_000)
    qtbot.mouseClick(_part(page, QPushButton, "Move them into the keyring"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._state.credentials[0].place is Place.KEYRING, timeout=10_000)
    assert ring.kept == {("vesper", "openai.api_key"): "sk-typed-here-2"}
    assert desk._secrets.get("openai.api_key") == "sk-typed-here-2"


def test_a_folder_that_others_can_open_is_refused_in_words(
    qtbot: QtBot, page: CredentialsPage, made: tuple[CredentialsDesk, _Ring], tmp_path: Path
) -> None:
    from keyring.errors import NoKeyringError

    made[1].error = NoKeyringError()
    (tmp_path / "secrets").mkdir(mode=0o755)
    (tmp_path / "secrets").chmod(0o755)
    _look(qtbot, page, "There is none that Vesper can use")
    qtbot.mouseClick(page._file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "chmod go=" in _texts(page), timeout=10_000)
    assert not page._file.isChecked()


def test_it_serves_the_settings_window(qtbot: QtBot, made: tuple[CredentialsDesk, _Ring]) -> None:
    window = SettingsWindow(Theme())
    qtbot.addWidget(window)
    made[0].on_window(window)
    window.visit("credentials")
    page = window.find_page("credentials")
    assert isinstance(page, CredentialsPage)
    qtbot.waitUntil(lambda: page._state.ring is Ring.WORKS, timeout=10_000)
    assert _KEY in {finding.title for finding in page.findings()}


_PAGE = """
import sys
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.credentials.store import KeyringSecrets, Ring
from app.desks.credentials import CredentialsDesk
from app.settings.credentials_page import CredentialsPage
app = QApplication(["vesper"])
page = CredentialsPage(); page.show()
desk = CredentialsDesk(KeyringSecrets(limit_s=float(sys.argv[1])))
desk.serve(page)
ticks, worst, clock = [0], [0], QElapsedTimer()
def tick():
    ticks[0] += 1; worst[0] = max(worst[0], clock.restart())
timer = QTimer(interval=10); timer.timeout.connect(tick); clock.start(); timer.start()
page.begin()
def settled():
    for _ in range(4000):
        if page._state.ring is not None and not page._state.busy:
            return
        QTest.qWait(20)
    sys.exit("it never settled")
settled()
before = page._state.ring.value
page.secret_set.emit("openai.api_key", "sk-real-1234")
settled()
print(before, page._state.credentials[0].place.value, "blocked" if worst[0] > 900 else "alive")
if before == "works":
    page.secret_set.emit("openai.api_key", ""); settled()
desk.stop()
sys.stdout.flush()
import os; os._exit(0)
"""


def _on_a_bus(folder: Path, screen: Screen, start: str, limit_s: str) -> str:
    """The page on the screen, with a real keyring on a session bus of its own; without a start, with no bus at all."""
    places = {"HOME": folder, "XDG_DATA_HOME": folder / "data", "XDG_RUNTIME_DIR": folder / "run"}
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    env = {name: str(place) for name, place in places.items()}
    env |= {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DISPLAY": screen.env["DISPLAY"]}
    env |= {"QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "0", "QT_NO_DBUS": "1"}
    argv = [sys.executable, "-c", _PAGE, limit_s]
    if start:
        argv = ["dbus-run-session", "--", "bash", "-c", start, "_", *argv]
    done = subprocess.run(argv, env=env, cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.skipif(not _HERE, reason="needs dbus-run-session, gnome-keyring and gdbus")
def test_with_a_real_keyring(tmp_path: Path, screen: Screen) -> None:
    assert _on_a_bus(tmp_path, screen, _START_UNLOCKED, "60") == "works keyring alive"


@pytest.mark.skipif(not _HERE, reason="needs dbus-run-session, gnome-keyring and gdbus")
def test_with_a_real_locked_keyring(tmp_path: Path, screen: Screen) -> None:
    assert _on_a_bus(tmp_path, screen, _START_LOCKED, "1") == "locked session alive"


def test_with_no_keyring_at_all(tmp_path: Path, screen: Screen) -> None:
    assert _on_a_bus(tmp_path, screen, "", "30") == "absent session alive"
