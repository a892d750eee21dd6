"""Whether a run that broke off is noticed at the next start, with real processes that really break off."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.care.crash import LAST_FAULT, MARKER, Cause, Crash, Watch, running

ROOT = Path(__file__).resolve().parents[3]
_CHILD = """
import sys, time
from pathlib import Path
from app.care.crash import Watch
folder = Path(sys.argv[1])
with Watch(folder, folder / "logs", "9.9") as watch:
    watch.begin()
    print("up", flush=True)
    {what}
"""


@pytest.fixture(autouse=True)
def _same_fault_handler_after() -> Iterator[None]:
    before = faulthandler.is_enabled()
    yield
    if before and not faulthandler.is_enabled():
        faulthandler.enable()


def _run(folder: Path, what: str) -> int:
    argv = [sys.executable, "-c", _CHILD.format(what=what), str(folder)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.stdout.startswith(b"up"), done.stderr.decode()
    return done.returncode


def _next(folder: Path) -> Crash | None:
    """What the next start is told."""
    watch = Watch(folder, folder / "logs", "10.0")
    crash = watch.begin()
    watch.end()
    return crash


def test_a_run_that_ends_as_it_should_leaves_nothing(tmp_path: Path) -> None:
    assert _run(tmp_path, "pass") == 0
    assert _next(tmp_path) is None
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == []


def test_a_segmentation_fault_is_told_with_its_place(tmp_path: Path) -> None:
    assert _run(tmp_path, "import ctypes; ctypes.string_at(0)") == -signal.SIGSEGV
    crash = _next(tmp_path)
    assert crash is not None
    assert (crash.cause, crash.version, crash.in_row) == (Cause.FAULT, "9.9", 1)
    assert "Segmentation fault" in crash.trace
    assert "string_at" in crash.trace
    assert crash.ended_s >= crash.began_s > 0
    assert _next(tmp_path) is None, "it is told once"
    assert "Segmentation fault" in (tmp_path / "logs" / LAST_FAULT).read_text(), "and kept for a report"


def test_an_exception_that_ends_the_program_is_told_without_secrets(tmp_path: Path) -> None:
    assert _run(tmp_path, "raise ValueError('odd, api_key=supersecret1')") == 1
    crash = _next(tmp_path)
    assert crash is not None
    assert crash.cause is Cause.ERROR
    assert crash.trace.startswith("ValueError: odd")
    assert "supersecret1" not in crash.trace


def test_a_kill_is_no_crash_of_hers_but_noticed(tmp_path: Path) -> None:
    assert _run(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)") == -signal.SIGKILL
    crash = _next(tmp_path)
    assert crash is not None
    assert (crash.cause, crash.trace, crash.too_often) == (Cause.KILLED, "", False)


def test_two_crashes_soon_after_the_start_are_too_often_and_a_longer_run_begins_anew(tmp_path: Path) -> None:
    for count in (1, 2):
        _run(tmp_path, "import os; os.abort()")
        if count == 1:
            continue
    watch = Watch(tmp_path, tmp_path / "logs", "10.0")
    crash = watch.begin()
    assert crash is not None
    assert (crash.in_row, crash.too_often) == (2, True)
    watch.end()
    marker = {"pid": 0, "born_s": 0.0, "began_s": 1000.0, "version": "9", "in_row": 5, "error": "ValueError"}
    (tmp_path / MARKER).write_text(json.dumps(marker))
    log = tmp_path / "logs" / "vesper.jsonl"
    log.write_text("{}")
    os.utime(log, (5000.0, 5000.0))
    late = _next(tmp_path)
    assert late is not None
    assert (late.ended_s, late.in_row) == (5000.0, 0)


def test_a_run_from_before_the_machine_started_lost_its_power(tmp_path: Path) -> None:
    marker = {"pid": 0, "born_s": 0.0, "began_s": psutil.boot_time() - 500, "version": "9"}
    (tmp_path / MARKER).write_text(json.dumps(marker))
    crash = _next(tmp_path)
    assert crash is not None
    assert crash.cause is Cause.POWER


def test_another_run_that_is_alive_is_left_alone(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", _CHILD.format(what="sys.stdin.read()"), str(tmp_path)]
    with subprocess.Popen(argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"up\n"
        marked = (tmp_path / MARKER).read_text()
        assert running(tmp_path)
        assert _next(tmp_path) is None
        assert (tmp_path / MARKER).read_text() == marked, "its marker stays its own"
        other.communicate()
    assert not running(tmp_path)


def test_a_process_that_took_the_number_of_a_dead_run_is_not_that_run(tmp_path: Path) -> None:
    marker = {"pid": os.getppid(), "born_s": 12.0, "began_s": 1000.0, "version": "9"}
    (tmp_path / MARKER).write_text(json.dumps(marker))
    assert not running(tmp_path)
    assert _next(tmp_path) is not None


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"pid": "x"}', '{"other": 1}'])
def test_a_damaged_marker_counts_as_a_broken_run(tmp_path: Path, text: str) -> None:
    (tmp_path / MARKER).write_text(text)
    crash = _next(tmp_path)
    assert crash is not None
    assert crash.version == "?"


def test_a_folder_that_cannot_be_written_does_not_keep_her_from_starting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("in the way")
    watch = Watch(tmp_path / "state", tmp_path / "state" / "logs", "1")
    assert watch.begin() is None
    watch.end()
    assert "cannot be marked" in caplog.text
    caplog.clear()
