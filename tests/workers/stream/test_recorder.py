from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.stream.recording import Recorded, read
from workers.recorder import Recorder

ROOT = Path(__file__).parents[3]
BEGAN_S = 1_777_662_000.0  # 2026-05-01T19:00:00Z


@dataclass
class Clock:
    now_s: float = BEGAN_S

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recordings"


def recorder(folder: Path, clock: Clock | None = None, *, pseudonyms: bool = False) -> Recorder:
    return Recorder(folder, clock or Clock(), pseudonyms=pseudonyms, keep=("Vesper",))


def test_what_came_is_written_as_it_came_and_when(folder: Path) -> None:
    clock = Clock()
    recording = recorder(folder, clock)
    clock.now_s += 1.5
    recording.note("chat-message", {"username": "Zoë 🦊"})
    clock.now_s -= 900.0  # the clock is set back meanwhile
    recording.note("raid", [1])
    clock.now_s += 902.0
    recording.note("hydrate", None)
    recording.close()
    recording.note("after the end", None)
    assert recording.notice == ""
    assert recording.path == folder / "2026-05-01.jsonl"
    data = recording.path.read_bytes()
    assert json.loads(data.split(b"\n")[0])["began"] == "2026-05-01T19:00:00.000Z"
    assert read(data) == (
        Recorded(1.5, "chat-message", {"username": "Zoë 🦊"}),
        Recorded(1.5, "raid", [1]),
        Recorded(3.5, "hydrate", None),
    )


def test_every_session_has_a_file_of_its_own_that_nobody_else_may_read(folder: Path) -> None:
    os.umask(before := os.umask(0))
    assert before != 0
    paths = []
    for _ in range(3):
        recording = recorder(folder)
        recording.note("raid", None)
        recording.close()
        paths.append(recording.path)
    assert [path.name for path in paths] == ["2026-05-01.jsonl", "2026-05-01-2.jsonl", "2026-05-01-3.jsonl"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_people_get_other_names_in_every_recording_and_she_keeps_hers(folder: Path) -> None:
    texts = []
    for _ in range(2):
        recording = recorder(folder, pseudonyms=True)
        recording.note("chat-message", {"username": "AnnK", "message": "@Vesper hi"})
        recording.note("chat-message", {"username": "Bob", "message": "annk is here"})
        recording.close()
        texts.append(recording.path.read_text())
    for text in texts:
        assert "@Vesper hi" in text
        assert "annk" not in text.casefold()
    names = {read(text.encode())[0].payload["username"] for text in texts}  # type: ignore[index]  # as noted above
    assert len(names) == 2


def test_what_json_cannot_hold_is_noted_without_its_payload(folder: Path) -> None:
    recording = recorder(folder)
    deep: object = 1
    for _ in range(200_000):
        deep = [deep]
    recording.note("odd", deep)
    recording.note("odder", {(1, 2): 3})
    recording.note("fine", 1)
    recording.close()
    assert read(recording.path.read_bytes()) == (
        Recorded(0.0, "odd", None),
        Recorded(0.0, "odder", None),
        Recorded(0.0, "fine", 1),
    )
    while isinstance(deep, list):  # taken apart by hand: the interpreter's own way recurses
        deep = deep.pop()


def test_a_full_disk_ends_the_recording_with_one_notice_and_leaves_it_whole(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    recording = recorder(folder)
    recording.note("first", None)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (recording.path.stat().st_size + 30, limits[1]))
    try:
        with caplog.at_level("ERROR"):
            for _ in range(3):
                recording.note("too long for what is left of the disk", "x" * 500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert "not recorded any more" in recording.notice
    assert recording.path.read_bytes().endswith(b"\n")
    assert [event.name for event in read(recording.path.read_bytes())] == ["first"]
    recording.close()


def test_where_there_is_no_folder_there_is_no_recording(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    with caplog.at_level("ERROR"):
        recording = recorder(tmp_path / "file" / "recordings")
    recording.note("raid", None)
    assert "not recorded" in recording.notice
    recording.close()


_WRITER = """
import sys, time
from pathlib import Path
from workers.recorder import Recorder
recording = Recorder(Path(sys.argv[1]), time.time, pseudonyms=False)
for n in range(1_000_000):
    recording.note("chat-message", {"n": n, "message": "x" * (n % 500)})
    print(n, flush=True)
"""


def test_a_killed_process_leaves_all_it_noted(folder: Path) -> None:
    argv = [sys.executable, "-c", _WRITER, str(folder)]
    with subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(200)]
        process.send_signal(signal.SIGKILL)
        told += process.stdout.read().split("\n")[:-1]
    [path] = folder.iterdir()
    assert len(read(path.read_bytes())) in {len(told), len(told) + 1}
