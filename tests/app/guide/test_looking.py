"""What the guide looks for outside: Ollama, and the sound devices of the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.config.store import SettingsStore
from app.desks.guide_mind import OllamaLook, OllamaSeen
from app.desks.sound_devices import Found, SoundDevices
from tests.stage import Sound


@contextmanager
def ollama(model: str) -> Iterator[str]:
    """A server that speaks Ollama's HTTP; its address."""
    command = [sys.executable, "-u", "-m", "tests.fakes.ollama_server", "--port", "0", "--model", model]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        found = re.search(r"http://[\w.:]+", server.stdout.readline())
        assert found
        yield found.group()
        server.terminate()


def seen(store: SettingsStore, qtbot: QtBot) -> OllamaSeen:
    look = OllamaLook(store)
    with qtbot.waitSignal(look.seen, timeout=10_000) as answer:
        look.look()
    look.stop()
    [what] = answer.args
    assert isinstance(what, OllamaSeen)
    return what


def test_ollama_and_its_models_are_seen(tmp_path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(tmp_path / "settings.toml", {})
    with ollama("tiny") as url:
        store.change("providers.ollama", url=url, model="tiny")
        what = seen(store, qtbot)
    assert (what.there, what.url, what.model) == (True, url, "tiny")
    assert [name.partition(":")[0] for name in what.models] == ["tiny"]


def test_no_ollama_is_seen_as_none(tmp_path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(tmp_path / "settings.toml", {})
    store.change("providers.ollama", url="http://127.0.0.1:9")
    assert seen(store, qtbot) == OllamaSeen("http://127.0.0.1:9", "mistral", there=False)


def test_the_devices_of_this_machine_are_found(sound: Sound, tmp_path: Path, qtbot: QtBot) -> None:
    assert sound
    devices = SoundDevices(SettingsStore(tmp_path / "settings.toml", {}))
    with qtbot.waitSignal(devices.found, timeout=20_000) as answer:
        devices.look()
        devices.look()  # one look at a time
    devices.stop()
    [found] = answer.args
    assert isinstance(found, Found)
    assert found.problem == ""
    assert found.microphones
    assert found.loudspeakers
