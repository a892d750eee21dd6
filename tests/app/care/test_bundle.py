"""The diagnostic bundle: what helps is in it, what is nobody's business is not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app import logs, paths
from app.care.backup import Homes
from app.care.bundle import MEMORY, BundleError, Item, gather, pack
from app.care.facts import Doctor
from app.care.scrub import for_strangers, without_secrets

_KEPT = "in-the-keyring-only-77"


def _ask(name: str) -> str | None:
    return _KEPT if name == "openai.api_key" else None


def _gathered(homes: Homes, *, conversation: bool = False) -> dict[str, str]:
    def doctor(_settings: Path) -> str:
        return json.dumps({"ok": True, "parts": [], "said": _KEPT})

    items = gather(homes.settings, _ask, conversation=conversation, doctor=doctor)
    return {item.name: item.content.decode("utf-8", "replace") for item in items}


def _log(name: str, text: str) -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_what_helps_is_in_it(homes: Homes) -> None:
    _log("vesper.jsonl", '{"message": "all is well"}\n')
    _log("vesper-doctor.jsonl", '{"message": "looked"}\n')
    _log("vesper.last-fault.txt", "Fatal Python error: Aborted\n")
    found = _gathered(homes)
    assert list(found)[:5] == [
        "about.json",
        "doctor.json",
        "models.json",
        "settings.toml",
        "logs/vesper.jsonl",
    ]
    assert {"logs/vesper-doctor.jsonl", "logs/vesper.last-fault.txt"} <= set(found)
    about = json.loads(found["about.json"])
    assert about["vesper"]
    assert about["packages"]["PySide6-Essentials"].startswith("6.")
    assert json.loads(found["doctor.json"])["ok"] is True
    assert {model["id"] for model in json.loads(found["models.json"])} >= {"kokoro-82m", "whisper-base"}


def test_no_secret_survives_the_packing(homes: Homes) -> None:
    home = str(Path.home())
    _log(
        "vesper.jsonl",
        f'{{"message": "key {_KEPT}, the-token-of-the-api, at {home}/x, password=hunter22"}}\n',
    )
    everything = "".join(_gathered(homes, conversation=True).values())
    for secret in (_KEPT, "the-token-of-the-api", "hunter22", "sk-written-into-it-1", "Sam", f"{home}/x"):
        assert secret not in everything, secret
    assert "~/x" in everything
    assert logs.MASK in everything


def test_what_was_said_is_in_it_only_when_asked_for(homes: Homes) -> None:
    assert MEMORY not in _gathered(homes)
    assert "hello" in _gathered(homes, conversation=True)[MEMORY]


def test_long_logs_are_cut_to_their_whole_last_lines(homes: Homes) -> None:
    _log("vesper.jsonl", "".join(f'{{"n": {n}, "pad": "{"x" * 200}"}}\n' for n in range(5000)))
    text = _gathered(homes)["logs/vesper.jsonl"]
    lines = text.splitlines()
    assert len(text) <= 512 * 1024
    assert json.loads(lines[0])["n"] > 0
    assert json.loads(lines[-1])["n"] == 4999


def test_settings_that_are_no_toml_lose_what_looks_like_a_secret() -> None:
    assert "hunter22" not in for_strangers("broken = = \npassword = hunter22\n")
    with pytest.raises(ValueError, match="no valid TOML"):
        without_secrets("broken = = ")


def test_it_is_written_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    items = (Item("a.json", b"{}"), Item("logs/b.jsonl", b"x"))
    path = pack(items, tmp_path / "new" / "report.zip")
    with zipfile.ZipFile(path) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == {
            "a.json": b"{}",
            "logs/b.jsonl": b"x",
        }
    assert path.stat().st_mode & 0o077 == 0, "for its owner's eyes"
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BundleError):
        pack(items, tmp_path / "file" / "report.zip")


def test_a_doctor_that_is_stopped_comes_back_at_once(homes: Homes) -> None:
    doctor = Doctor()
    doctor.stop()
    assert "it ended with code" in doctor.report(homes.settings)
