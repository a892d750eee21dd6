"""The doctor tells how backend, OBS and local API are."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.cli import show_checks
from app.cli.findings import State
from app.config.store import SettingsStore
from tests.e2e.companion import free_port
from tests.fakes.stream_server import running


def store(folder: Path, text: str) -> SettingsStore:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    made = SettingsStore(folder / "settings.toml", {})
    assert made.problems == ()
    return made


async def test_what_is_off_is_well(tmp_path: Path) -> None:
    findings = await show_checks.show(store(tmp_path, f"[api]\nport = {free_port()}\n"))
    assert [finding.state for finding in findings] == [State.WORKS] * 3
    assert "free" in findings[2].seen


async def test_a_backend_that_answers_works(tmp_path: Path) -> None:
    async with running("python") as backend:
        text = f'[stream]\nenabled = true\nbackend_url = "{backend.url}"\n[api]\nenabled = false\n'
        [stream, *_] = await show_checks.show(store(tmp_path, text))
    assert stream.state is State.WORKS


async def test_what_does_not_answer_is_told_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_checks, "_PATIENCE_S", 1.0)
    text = (
        f'[stream]\nenabled = true\nbackend_url = "http://127.0.0.1:{free_port()}"\n[obs]\nenabled = true\n'
        f'[providers.obs-websocket]\nurl = "ws://127.0.0.1:{free_port()}"\n[api]\nenabled = false\n'
    )
    stream, obs, _ = await show_checks.show(store(tmp_path, text))
    assert (stream.state, obs.state) == (State.WEAK, State.WEAK)
    assert "backend" in stream.fix
    assert "OBS" in obs.fix


@contextmanager
def somebody() -> Iterator[int]:
    """A program that listens and says nothing that could be understood."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


async def test_a_taken_port_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_checks, "_PATIENCE_S", 0.5)
    with somebody() as port:
        [*_, api] = await show_checks.show(store(tmp_path, f"[api]\nport = {port}\n"))
    assert api.state is State.WEAK
    assert "taken" in api.seen
