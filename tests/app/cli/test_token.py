"""`token` as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def _token(home: Path, *argv: str, settings: str = "") -> subprocess.CompletedProcess[str]:
    file = home / "settings.toml"
    file.write_text(f"version = 1\n{settings}", encoding="utf-8")
    env = {**os.environ, "VESPER_STATE": str(home / "state"), "LANG": "C.UTF-8"}
    env.pop("COMPANION_PORT", None)
    command = [sys.executable, "-m", "app", "token", "--settings", str(file), *argv]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_the_token_is_made_once_kept_and_printed_with_the_addresses(tmp_path: Path) -> None:
    first, second = _token(tmp_path), _token(tmp_path, settings="[api]\nport = 4999\n")
    assert (first.returncode, first.stderr) == (0, "")
    token = (tmp_path / "state" / "api.token").read_text(encoding="ascii").strip()
    assert first.stdout.splitlines()[0] == second.stdout.splitlines()[0] == token
    assert f"http://127.0.0.1:4003/overlay#token={token}" in first.stdout
    assert f"http://127.0.0.1:4999/chat#token={token}" in second.stdout
    assert "switched off" not in first.stdout


def test_another_one_is_made_on_request(tmp_path: Path) -> None:
    first, other = _token(tmp_path).stdout, _token(tmp_path, "--new").stdout
    assert first.splitlines()[0] != other.splitlines()[0]
    assert "started anew" in other
    assert _token(tmp_path).stdout.splitlines()[0] == other.splitlines()[0]


def test_it_says_when_the_api_is_off(tmp_path: Path) -> None:
    assert "switched off" in _token(tmp_path, settings="[api]\nenabled = false\n").stdout


def test_a_state_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in its place", encoding="ascii")
    told = _token(tmp_path)
    assert told.returncode == 1
    assert "the token cannot be kept in" in told.stderr
    assert "Traceback" not in told.stderr
