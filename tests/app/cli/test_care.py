"""`bundle`, `backup` and `restore` as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    text = 'version = 1\n[providers.openai]\napi_key = "sk-written-into-it-1"\n'
    (tmp_path / "config" / "settings.toml").write_text(text, encoding="utf-8")
    return tmp_path


def _vesper(home: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    places = {"VESPER_CONFIG": str(home / "config"), "VESPER_STATE": str(home / "state"), "LANG": "C.UTF-8"}
    env = {**os.environ, **places}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    command = [sys.executable, "-m", "app", *argv]
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=110, check=False
    )


def test_back_up_and_bring_back(home: Path) -> None:
    settings = home / "config" / "settings.toml"
    made = _vesper(home, "backup", str(home / "b.zip"))
    assert (made.returncode, made.stderr) == (0, "")
    assert "Left out of the settings: openai.api_key." in made.stdout
    again = _vesper(home, "backup", str(home / "b.zip"))
    assert again.returncode == 1
    assert "--replace" in again.stderr
    settings.write_text("version = 1\n[voice]\nspeed = 1.5\n", encoding="utf-8")
    asked = _vesper(home, "restore", str(home / "b.zip"))
    assert asked.returncode == 1
    assert "--yes" in asked.stderr
    assert "speed" in settings.read_text(encoding="utf-8"), "nothing happens unasked"
    done = _vesper(home, "restore", str(home / "b.zip"), "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "replaces yours" in done.stdout
    assert "speed" not in settings.read_text(encoding="utf-8")
    [kept] = (home / "state").glob("before-restore-*")
    assert "speed = 1.5" in (kept / "settings.toml").read_text(encoding="utf-8")


def test_what_cannot_be_brought_back_is_told_in_a_line(home: Path) -> None:
    (home / "x.zip").write_text("no zip")
    done = _vesper(home, "restore", str(home / "x.zip"), "--yes")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["vesper: x.zip is no backup of Vesper"]


def test_a_bundle_holds_what_the_doctor_said_and_no_secret(home: Path) -> None:
    done = _vesper(home, "bundle", "-o", str(home / "report.zip"))
    assert done.returncode == 0, done.stderr
    assert "sent to nobody" in done.stdout
    with zipfile.ZipFile(home / "report.zip") as report:
        texts = {name: report.read(name).decode() for name in report.namelist()}
    assert '"parts"' in texts["doctor.json"]
    assert "openai" in texts["settings.toml"]
    assert "sk-written-into-it-1" not in "".join(texts.values())
