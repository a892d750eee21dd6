from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.speech import Message, Role
from workers.notebook import MIGRATIONS, MOST_WITHHELD, Notebook, Page
from workers.sqlite_file import NewerFileError, aside, is_damage, set_aside

ROOT = Path(__file__).parents[2]
MARK = "periwinkle-marmalade"


def user(text: str) -> Message:
    return Message(Role.USER, text)


def numbered(count: int) -> tuple[Message, ...]:
    return tuple(user(f"line {n}") for n in range(count))


def everything_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def times(path: Path) -> list[float]:
    file = sqlite3.connect(path)
    try:
        return [at for (at,) in file.execute("SELECT at FROM messages ORDER BY id")]
    finally:
        file.close()


def test_a_conversation_is_read_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "memory.sqlite"
    talk = (user("hi ☀"), Message(Role.ASSISTANT, "Hello; 'you'."))
    notebook = Notebook(path)
    assert notebook.page() is None
    notebook.keep(talk, "notes", 1000.0)
    notebook.close()
    again = Notebook(path)
    assert again.page() == Page(talk, "notes", 1000.0)
    again.close()


def test_the_log_is_written_ahead_and_deletes_are_secure(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "memory.sqlite")
    ask = notebook._file.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (1,)
    assert ask("PRAGMA secure_delete").fetchone() == (1,)
    notebook.close()


def test_a_message_keeps_its_time_while_others_come_and_go(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    notebook = Notebook(path)
    talk = numbered(5)
    notebook.keep(talk[:3], "", 1.0)
    notebook.keep(talk[:4], "", 2.0)
    notebook.keep((*talk[2:4], user("cut—")), "notes", 3.0)
    notebook.keep((*talk[2:4], user("cut short—")), "notes", 4.0)
    notebook.close()
    assert times(path) == [1.0, 2.0, 4.0]


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=6), max_size=6))
def test_what_is_kept_last_is_what_is_read(snapshots: list[list[str]]) -> None:
    notebook = Notebook(None)
    for n, letters in enumerate(snapshots):
        talk = tuple(user(letter) for letter in letters)
        notebook.keep(talk, "", float(n))
        page = notebook.page()
        assert (page.messages if page else ()) == talk
    notebook.close()


def test_a_snapshot_that_fails_changes_nothing() -> None:
    notebook = Notebook(None)
    notebook.keep(numbered(2), "notes", 1.0)
    with pytest.raises(sqlite3.IntegrityError):
        notebook.keep(numbered(5)[1:], "other notes", float("nan"))
    assert notebook.page() == Page(numbered(2), "notes", 1.0)
    notebook.close()


def test_a_summary_alone_is_a_conversation() -> None:
    notebook = Notebook(None)
    notebook.keep((), "notes", 7.0)
    assert notebook.page() == Page((), "notes", 7.0)
    notebook.close()


def test_the_newest_message_tells_the_age_also_when_the_clock_was_set_back() -> None:
    notebook = Notebook(None)
    notebook.keep(numbered(1), "", 9000.0)
    notebook.keep(numbered(2), "", 1000.0)
    page = notebook.page()
    assert page is not None
    assert page.newest_at == 1000.0
    notebook.close()


def test_what_was_withheld_is_kept_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    notebook = Notebook(path)
    for n in range(MOST_WITHHELD + 5):
        notebook.withhold((float(n), "in", "slur", "rule", "text"))
    rows = notebook._file.execute("SELECT count(*), min(at), max(at) FROM withheld").fetchone()
    assert rows == (MOST_WITHHELD, 5.0, MOST_WITHHELD + 4.0)
    notebook.close()


# --- forgetting


def test_forgetting_leaves_no_trace_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"no database: " + MARK.encode())
    set_aside(path)
    notebook = Notebook(path)
    notebook.keep(tuple(user(f"{MARK} {n} " * 300) for n in range(40)), MARK, 1.0)
    notebook.withhold((1.0, "in", "slur", "rule", MARK))
    notebook.keep((user("other"),), "other", 2.0)
    assert MARK.encode() in everything_under(tmp_path)
    written = len(everything_under(tmp_path))
    assert notebook.forget()
    assert len(everything_under(tmp_path)) < written / 5
    assert MARK.encode() not in everything_under(tmp_path)
    assert b"other" not in everything_under(tmp_path)
    assert notebook.page() is None
    assert aside(path) == []
    notebook.keep(numbered(1), "", 3.0)
    notebook.close()
    assert MARK.encode() not in everything_under(tmp_path)


def test_forgetting_in_ram_is_complete() -> None:
    notebook = Notebook(None)
    notebook.keep(numbered(2), "notes", 1.0)
    assert notebook.forget()
    assert notebook.page() is None
    notebook.close()


def test_a_reader_beside_keeps_the_log_and_forgetting_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.sqlite_file._BUSY_S", 0.01)
    notebook, other = Notebook(tmp_path / "memory.sqlite"), Notebook(tmp_path / "memory.sqlite")
    notebook.keep(numbered(2), "", 1.0)
    other._file.execute("BEGIN")
    other.page()
    assert not notebook.forget()
    other._file.execute("COMMIT")
    assert notebook.forget()
    other.close()
    notebook.close()


# --- migrations


def test_an_empty_file_is_taken_to_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    sqlite3.connect(path).close()
    notebook = Notebook(path)
    assert notebook._version() == len(MIGRATIONS)
    notebook.close()


def test_an_older_file_keeps_its_memories_through_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    older = Notebook(path)
    older.keep(numbered(3), "notes", 1.0)
    older.close()
    later = (
        *MIGRATIONS,
        "ALTER TABLE messages ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'; CREATE TABLE facts (a)",
    )
    newer = Notebook(path, later)
    assert newer._version() == len(MIGRATIONS) + 1
    assert newer.page() == Page(numbered(3), "notes", 1.0)
    assert newer._file.execute("SELECT DISTINCT mood FROM messages").fetchall() == [("calm",)]
    newer.close()


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    older = Notebook(path)
    older.keep(numbered(3), "notes", 1.0)
    older.close()
    with pytest.raises(sqlite3.OperationalError):
        Notebook(path, (*MIGRATIONS, "CREATE TABLE facts (a); DROP TABLE messages; no such words"))
    again = Notebook(path)
    assert again.page() == Page(numbered(3), "notes", 1.0)
    again.close()


def test_a_step_that_another_process_has_taken_is_not_taken_twice(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "memory.sqlite")
    notebook._migrate(0, MIGRATIONS[0])
    assert notebook._version() == 1
    notebook.close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()
    before = path.read_bytes()
    with pytest.raises(NewerFileError):
        Notebook(path)
    assert path.read_bytes()[:16] == before[:16]


# --- bad files


@pytest.mark.parametrize("rubbish", [b"this is no database at all, only words" * 50, os.urandom(5000)])
def test_a_file_that_is_none_is_damage(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(rubbish)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        Notebook(path)
    assert is_damage(caught.value)


def test_damaged_pages_are_noticed_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    notebook = Notebook(path)
    notebook.keep(tuple(user("x" * 3000) for _ in range(40)), "", 1.0)
    notebook.close()
    pages = bytearray(path.read_bytes())
    pages[4096:-4096] = b"\xa5" * (len(pages) - 8192)
    path.write_bytes(pages)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        Notebook(path)
    assert is_damage(caught.value)


def test_being_kept_out_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as caught:
        Notebook(tmp_path)
    assert not is_damage(caught.value)


def test_files_are_set_aside_under_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    for n in (1, 2):
        for side in ("", "-wal"):
            Path(f"{path}{side}").write_text(f"{n}{side}")
        assert set_aside(path).read_text() == str(n)
    assert sorted(old.name for old in aside(path)) == [
        "memory.sqlite.aside1",
        "memory.sqlite.aside1-wal",
        "memory.sqlite.aside2",
        "memory.sqlite.aside2-wal",
    ]
    assert not path.exists()


# --- processes

_WRITER = """
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from models.speech import Message, Role
from workers.notebook import Notebook
notebook = Notebook(Path(sys.argv[1]))
kept = ()
for n in range(int(sys.argv[2])):
    kept = (*kept, Message(Role.USER, f"line {n}"))[-40:]
    notebook.keep(kept, f"notes {n}", float(n))
    notebook.withhold((float(n), "in", sys.argv[3], "rule", "text"))
    print(n, flush=True)
notebook.close()
"""


def writer(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(path), str(count), name]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("after", [3, 57, 200])
def test_a_process_killed_while_writing_loses_at_most_its_last_message(tmp_path: Path, after: int) -> None:
    path = tmp_path / "memory.sqlite"
    with writer(path, 1_000_000, "one") as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(after)][-1]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().splitlines()
    told = max([told, *(int(line) for line in rest if line.isdigit())])
    notebook = Notebook(path)
    page = notebook.page()
    assert page is not None
    newest = int(page.messages[-1].content.removeprefix("line "))
    assert newest in {told, told + 1}
    assert page.summary == f"notes {newest}"

    notebook.close()


def test_two_processes_write_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with writer(path, 150, "one") as one, writer(path, 150, "two") as two:
        for process in (one, two):
            process.communicate(timeout=60)
            assert process.returncode == 0
    notebook = Notebook(path)
    rows = notebook._file.execute("SELECT category, count(*) FROM withheld GROUP BY category").fetchall()
    assert rows == [("one", 150), ("two", 150)]
    assert notebook.page() is not None
    notebook.close()


def test_two_that_begin_a_file_at_once_wait_for_each_other(tmp_path: Path) -> None:
    for n in range(20):
        gate, path = threading.Barrier(3), tmp_path / f"{n}.sqlite"

        def begin(gate: threading.Barrier = gate, path: Path = path) -> None:
            gate.wait()
            Notebook(path).close()

        with ThreadPoolExecutor(3) as pool:
            for done in [pool.submit(begin) for _ in range(3)]:
                done.result(30)
