from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import logs


@pytest.fixture(autouse=True)
def _same_logging_after() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    logs.stop()
    logging.getLogger().setLevel(level)


def _entries(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_record_is_one_json_line(tmp_path: Path) -> None:
    path = logs.start("test", folder=tmp_path, console=None)
    assert path == tmp_path / "test.jsonl"
    try:
        raise ValueError("odd\nthing")  # noqa: TRY301  # to have a trace
    except ValueError:
        logging.getLogger("part").exception("it %s", "failed")
    logs.child_stderr("tts", "a line of the engine\n")
    logs.child_stderr("tts", "\n")
    first, second = _entries(path)
    assert (first["level"], first["from"], first["message"]) == ("error", "part", "it failed")
    assert "ValueError: odd" in first["trace"]
    assert first["at"].endswith("Z")
    assert (second["from"], second["message"]) == ("engine.tts", "a line of the engine")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Authorization: Bearer abcdef123456", "abcdef123456"),
        ('{"api_key": "sk-1234567890abcdef"}', "1234567890abcdef"),
        ("api_key='topsecretvalue'", "topsecretvalue"),
        ("password=hunter2!", "hunter2"),
        ("client_secret: zzz999", "zzz999"),
        ("http://user:pa55word@host/path", "pa55word"),
        ("PASS oauth:abcdefgh12345", "abcdefgh12345"),
        ("using sk-proj-ABCDEFGHIJKLMNOP", "ABCDEFGHIJKLMNOP"),
        ("jwt eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJSM", "eyJzdWIiOiIxMjM0"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(text: str, hidden: str) -> None:
    clean = logs.redact(text)
    assert hidden not in clean
    assert logs.MASK in clean


def test_ordinary_words_stay() -> None:
    text = "12 tokens in 3 s, model mistral at http://localhost:11434/api, the basic mode is on"
    assert logs.redact(text) == text


def test_secrets_reach_neither_file_nor_console(tmp_path: Path) -> None:
    console = io.StringIO()
    path = logs.start("test", "debug", folder=tmp_path, console=console)
    assert path is not None
    logs.hide('tricky "quoted" value')
    logs.hide("abc")
    try:
        raise RuntimeError('tricky "quoted" value')  # noqa: TRY301  # to have a trace
    except RuntimeError:
        logging.getLogger("part").exception("with %s and abc", 'tricky "quoted" value')
    for text in (path.read_text(encoding="utf-8"), console.getvalue()):
        assert "tricky" not in text
        assert f"with {logs.MASK} and abc" in text


def test_the_console_takes_its_level_and_the_file_what_matters(tmp_path: Path) -> None:
    console = io.StringIO()
    path = logs.start("test", "warning", folder=tmp_path, console=console)
    assert path is not None
    for level in (logging.DEBUG, logging.INFO, logging.WARNING):
        logging.getLogger("part").log(level, "level %d", level)
    assert [entry["message"] for entry in _entries(path)] == ["level 20", "level 30"]
    assert "level 30" in console.getvalue()
    assert "level 20" not in console.getvalue()
    assert "\x1b" not in console.getvalue(), "no colours where nobody sees them"


def test_the_file_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "FILE_BYTES", 400)
    path = logs.start("test", folder=tmp_path, console=None)
    assert path is not None
    for number in range(60):
        logging.getLogger("part").info("line %d", number)
    files = sorted(tmp_path.iterdir())
    assert len(files) == logs.KEPT_FILES + 1
    assert all(file.stat().st_size <= 400 for file in files)


def test_a_folder_that_cannot_be_written_leaves_the_console(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    console = io.StringIO()
    assert logs.start("test", folder=tmp_path / "logs", console=console) is None
    assert "no log file" in console.getvalue()


def test_a_record_that_is_too_long_loses_its_middle(tmp_path: Path) -> None:
    path = logs.start("test", folder=tmp_path, console=None)
    assert path is not None
    logging.getLogger("part").info("begin %s end", "x" * 100_000)
    [entry] = _entries(path)
    assert len(entry["message"]) < 20_100
    assert entry["message"].startswith("begin xxx")
    assert entry["message"].endswith("xxx end")


def test_the_users_folder_is_a_tilde_in_the_file(tmp_path: Path) -> None:
    path = logs.start("test", folder=tmp_path, console=None)
    assert path is not None
    home = str(Path.home())
    logging.getLogger("part").info("%s and %s/a.txt and %sfs", home, home, home)
    assert _entries(path)[0]["message"] == f"~ and ~/a.txt and {home}fs"


def test_a_windows_folder_is_found_in_both_spellings() -> None:
    pattern = logs._home_pattern("C:\\Users\\Sam")
    assert pattern is not None
    assert pattern.sub("~", "C:\\Users\\Sam\\x C:\\\\Users\\\\Sam\\\\x C:\\Users\\Samantha") == (
        "~\\x ~\\\\x C:\\Users\\Samantha"
    )


def test_what_the_sound_system_repeats_is_told_with_a_count(tmp_path: Path) -> None:
    path = logs.start("vesper", folder=tmp_path, console=None)
    assert path is not None
    for _ in range(25):
        logs.child_stderr("audio", "ALSA lib pcm.c:1:(try) underrun occurred")
    logs.child_stderr("audio", "Traceback")
    logs.child_stderr("audio", "Traceback")
    told = [entry["message"] for entry in _entries(path)]
    first = "ALSA lib pcm.c:1:(try) underrun occurred"
    assert told == [first, f"{first} (10 times by now)", "Traceback", "Traceback"]
