from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.session import instance
from app.session.doorbell import Doorbell
from app.session.instance import AlreadyHereError, claim

ROOT = Path(__file__).resolve().parents[3]
_HOLD = """
import sys
from pathlib import Path
from app.session.instance import claim
held = claim(Path(sys.argv[1]), sys.argv[2])
print("here", flush=True)
for line in sys.stdin:
    if line == "answer\\n":
        while not held.bell.answer():
            pass
        print("answered", flush=True)
held.close()
"""


@contextmanager
def another(folder: Path, what: str = "window") -> Iterator[subprocess.Popen[str]]:
    """A process that has claimed `folder`."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder), what],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line)
    process.stdin.flush()


def test_the_first_has_it_and_the_second_rings(tmp_path: Path) -> None:
    with another(tmp_path) as first:
        tell(first, "answer\n")
        with pytest.raises(AlreadyHereError, match="comes forward") as told:
            claim(tmp_path, "window")
        assert told.value.raised
        assert first.stdout is not None
        assert first.stdout.readline() == "answered\n"


def test_one_who_hangs_is_told_of(tmp_path: Path) -> None:
    with another(tmp_path), pytest.raises(AlreadyHereError, match="end her process") as told:
        claim(tmp_path, "window", 0.2)
    assert not told.value.raised


def test_one_who_was_killed_never_stands_in_the_way(tmp_path: Path) -> None:
    with another(tmp_path) as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert (tmp_path / "vesper.bell").exists(), "it left its bell behind"
        mine = claim(tmp_path, "window", 0)
    assert mine.bell is not None
    with pytest.raises(AlreadyHereError, match="process"):
        claim(tmp_path, "window", 0)
    mine.close()
    assert not (tmp_path / "vesper.bell").exists()
    claim(tmp_path, "window", 0).close()


def test_one_who_is_just_ending_is_waited_for(tmp_path: Path) -> None:
    with another(tmp_path) as first:
        ending = threading.Timer(0.2, first.kill)
        ending.start()
        mine = claim(tmp_path, "window")
        mine.close()
        ending.join()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("chat", "window", "a conversation in a terminal"),
        ("replay", "window", "a replay"),
        ("window", "chat", "quit her first"),
        ("window", "replay", "quit her first"),
        ("chat", "chat", "overwrite each other's memory"),
    ],
)
def test_two_that_would_write_the_same_memory_do_not_meet(
    tmp_path: Path, first: str, second: str, words: str
) -> None:
    with another(tmp_path, first), pytest.raises(AlreadyHereError, match=words) as told:
        claim(tmp_path, second)
    assert not told.value.raised


def test_another_state_folder_is_another_vesper(tmp_path: Path) -> None:
    with another(tmp_path / "one"):
        claim(tmp_path / "two", "window", 0).close()


def test_what_the_last_one_wrote_is_not_taken_for_the_next_ones(tmp_path: Path) -> None:
    (tmp_path / "vesper.lock").write_text("chat 12\n")
    lock = instance._lock(tmp_path / "vesper.lock")  # a window that has not written its name yet
    writing = threading.Timer(0.01, instance._write, (lock, "window"))
    writing.start()
    with pytest.raises(AlreadyHereError, match="running already"):
        claim(tmp_path, "window", 0.3)
    writing.join()
    lock.close()


def test_a_folder_with_a_long_name_has_a_bell_too(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 120)
    mine = claim(deep, "window")
    assert mine.bell is not None
    with pytest.raises(AlreadyHereError, match="running already"):
        claim(deep, "window", 0)
    mine.close()


def test_where_nothing_can_be_locked_she_starts_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    mine = claim(tmp_path / "file" / "state", "window")
    assert mine.bell is None
    mine.close()
    assert "no telling" in caplog.text


def test_the_window_hears_who_rings(tmp_path: Path, qapp: QGuiApplication, qtbot: QtBot) -> None:
    mine = claim(tmp_path, "window")
    early = _start_second(tmp_path)  # rings before there is anybody to hear it
    bell = Doorbell(mine)
    rung = list[bool]()
    bell.raised.connect(lambda: rung.append(True))
    qtbot.waitUntil(lambda: early.poll() is not None, timeout=10_000)
    qtbot.waitUntil(lambda: len(rung) == 1)
    late = _start_second(tmp_path)
    qtbot.waitUntil(lambda: late.poll() is not None, timeout=10_000)
    qtbot.waitUntil(lambda: len(rung) == 2)
    assert [early.communicate()[0], late.communicate()[0]] == ["True\n", "True\n"]
    bell.stop()
    mine.close()


def _start_second(folder: Path) -> subprocess.Popen[str]:
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.session.instance import claim, AlreadyHereError\n"
        "try: claim(Path(sys.argv[1]), 'window')\nexcept AlreadyHereError as e: print(e.raised)\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, text=True, stdout=subprocess.PIPE
    )


def test_a_claim_without_a_bell_is_quiet(tmp_path: Path, qapp: QGuiApplication) -> None:
    mine = claim(tmp_path, "chat")
    bell = Doorbell(mine)
    bell.look()
    bell.stop()
    mine.close()
