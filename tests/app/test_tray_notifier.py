"""The tray icon in a StatusNotifier host, as Plasma and others have: over a real bus, in processes of their own."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Screen

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 20.0


class Talk:
    """A program that is told lines and answers in JSON lines."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._rest = b""

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def hear(self) -> Any:
        assert self._process.stdout is not None
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._process.stdout], [], [], LIMIT_S)
            assert ready, "nothing was said"
            piece = os.read(self._process.stdout.fileno(), 65536)
            assert piece, "it ended"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)

    def ask(self, line: str) -> Any:
        self.tell(line)
        return self.hear()


@contextmanager
def running(module: str, env: dict[str, str]) -> Iterator[Talk]:
    argv = [sys.executable, "-m", module]
    with subprocess.Popen(argv, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Talk(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture
def bus(screen: Screen) -> Iterator[dict[str, str]]:
    """The environment of a session with a bus of its own."""
    argv = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().decode().strip()
        yield {**os.environ, **screen.env, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(ROOT)}
        daemon.terminate()


@pytest.fixture
def tray(bus: dict[str, str]) -> Iterator[tuple[Talk, Talk]]:
    """Her icon, and the host it is in."""
    with ExitStack() as stack:
        host = stack.enter_context(running("tests.fakes.tray_host", bus))
        assert host.hear() == "ready"
        icon = stack.enter_context(running("tests.app.tray_child", bus))
        assert "item" in host.hear()
        assert icon.hear()["docked"] is True
        yield icon, host


def test_it_shows_every_state_with_its_words(tray: tuple[Talk, Talk]) -> None:
    icon, host = tray
    seen = {}
    for mien in ("idle", "muted", "quiet", "asleep", "panic"):
        assert icon.ask(mien) == {"shown": mien}
        look = host.ask("look")
        assert {22, 32} <= set(look["sizes"])
        seen[look["tip"]] = look["picture"]
    assert "Vesper Astra · asleep until you speak" in seen
    assert len(set(seen.values())) == len(seen) == 5


def test_clicks_and_the_menu_reach_her(tray: tuple[Talk, Talk]) -> None:
    icon, host = tray
    host.ask("click")
    assert icon.hear() == {"chosen": "panel"}
    host.ask("middle")
    assert icon.hear() == {"chosen": "mute"}
    labels = host.ask("menu")
    assert "_Quit" in labels
    host.ask("press _Quit")
    assert icon.hear() == {"chosen": "quit"}


def test_a_host_that_comes_later_takes_her_in(bus: dict[str, str]) -> None:
    with running("tests.app.tray_child", bus) as icon:
        assert icon.hear()["docked"] is False
        with running("tests.fakes.tray_host", bus) as host:
            assert host.hear() == "ready"
            assert icon.hear() == {"there": True}
            assert "item" in host.hear()
            host.ask("click")
            assert icon.hear() == {"chosen": "panel"}
        assert icon.hear() == {"there": False}
