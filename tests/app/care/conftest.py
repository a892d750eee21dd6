from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.care.backup import Homes

SETTINGS = """# my settings
version = 1
[character]
streamer_name = "Sam"
[providers.openai]
url = "http://localhost:9" # mine
api_key = "sk-written-into-it-1"
"""


def database(path: Path, *lines: str) -> None:
    """A small database in which things are written; the newest are in its log still."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("CREATE TABLE IF NOT EXISTS said (line TEXT)")
        opened.executemany("INSERT INTO said VALUES (?)", [(line,) for line in lines])


def said(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return [line for (line,) in opened.execute("SELECT line FROM said")]


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Homes:
    """A user's files: settings with a secret in them, a persona, memory, ledger, recording, a token."""
    monkeypatch.setenv("VESPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("VESPER_STATE", str(tmp_path / "state"))
    made = Homes.of(tmp_path / "config" / "settings.toml")
    preset = made.personas / "presets" / "mine.toml"
    preset.parent.mkdir(parents=True)
    preset.write_text('id = "mine"\n', encoding="utf-8")
    made.settings.write_text(SETTINGS, encoding="utf-8")
    database(made.state / "memory.sqlite3", "hello", "you")
    database(made.state / "ledger.sqlite3", "five")
    (made.state / "recordings").mkdir()
    (made.state / "recordings" / "2026-11-21.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    (made.state / "api.token").write_text("the-token-of-the-api\n", encoding="ascii")
    return made
