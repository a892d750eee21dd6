from __future__ import annotations

import sqlite3
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from models.commands import Forget, Remember, Withhold
from models.errors import Blame
from models.events import Failed, Restored
from models.speech import Message, Role
from tests.workers.living import Watched, living, until
from workers.memory import FRESH_S, MOST_RESTORED, Keep, Memory
from workers.notebook import Notebook, Page
from workers.runtime.organ import Warm
from workers.sqlite_file import aside

NOON = 1_800_000_000.0
TALK = (Message(Role.USER, "hello"), Message(Role.ASSISTANT, "Look who it is."))


class Clock:
    """A wall clock that a test sets."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "memory.sqlite"


def memory(path: Path | None, clock: Clock) -> AbstractAsyncContextManager[Watched]:
    return living(Memory(path, clock))


async def keep(path: Path | None, clock: Clock, *items: object) -> list[Failed]:
    """Let it live for these items."""
    async with memory(path, clock) as organ:
        for item in items:
            organ.put(item)
    return organ.of(Failed)


async def restored(path: Path | None, clock: Clock) -> list[Restored]:
    async with memory(path, clock) as organ:
        pass
    assert organ.of(Failed) == []
    return organ.of(Restored)


async def test_a_conversation_is_taken_up_again(path: Path, clock: Clock) -> None:
    assert await keep(path, clock, Remember(TALK[:1], ""), Remember(TALK, "They are Sam.")) == []
    clock.at += FRESH_S - 1
    assert await restored(path, clock) == [Restored(TALK, "They are Sam.")]


async def test_after_two_hours_it_is_over(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK, "notes"))
    clock.at += FRESH_S
    assert await restored(path, clock) == []


async def test_two_hours_count_from_the_newest_message(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK[:1]))
    clock.at += FRESH_S - 1
    await keep(path, clock, Remember(TALK))
    clock.at += FRESH_S - 1
    assert await restored(path, clock) == [Restored(TALK)]


async def test_a_new_conversation_takes_the_place_of_the_old(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK, "old notes"))
    clock.at += 10 * FRESH_S
    await keep(path, clock, Remember((Message(Role.USER, "new"),)))
    assert await restored(path, clock) == [Restored((Message(Role.USER, "new"),))]
    assert b"Look who" not in everything_in(path.parent)


@pytest.mark.parametrize(
    ("back_s", "fresh"), [(60.0, True), (FRESH_S - 1, True), (FRESH_S, False), (3e8, False)]
)
async def test_a_clock_set_back_is_survived(path: Path, clock: Clock, back_s: float, fresh: bool) -> None:  # noqa: FBT001  # a case
    await keep(path, clock, Remember(TALK))
    clock.at -= back_s
    assert bool(await restored(path, clock)) is fresh
    assert await keep(path, clock, Remember(TALK[:1])) == []
    assert await restored(path, clock) == [Restored(TALK[:1])]


async def test_only_the_last_messages_come_back(path: Path, clock: Clock) -> None:
    talk = tuple(Message(Role.USER, str(n)) for n in range(MOST_RESTORED + 7))
    await keep(path, clock, Remember(talk))
    assert await restored(path, clock) == [Restored(talk[7:])]


async def test_a_new_conversation_that_begins_like_the_old_is_new(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK, "notes"))
    clock.at += 10 * FRESH_S
    await keep(path, clock, Remember(TALK[:1]), Remember(TALK))
    clock.at += FRESH_S - 1
    assert await restored(path, clock) == [Restored(TALK)]


async def test_taking_up_a_conversation_makes_it_no_younger(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK))
    clock.at += FRESH_S - 1
    await keep(path, clock, Remember(TALK, "notes"))
    clock.at += 1
    assert await restored(path, clock) == []


async def test_what_is_meant_for_others_is_passed_over(path: Path, clock: Clock) -> None:
    assert await keep(path, clock, Warm(), Remember(TALK)) == []
    assert await restored(path, clock) == [Restored(TALK)]


async def test_a_first_start_remembers_nothing(path: Path, clock: Clock) -> None:
    assert await restored(path, clock) == []
    assert page(path) is None


async def test_without_a_path_nothing_is_kept_anywhere(tmp_path: Path, clock: Clock) -> None:
    assert await keep(None, clock, Remember(TALK), Forget()) == []
    assert everything_in(tmp_path) == b""


async def test_where_nothing_is_to_be_kept_what_was_kept_is_erased(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK))
    async with living(Memory(path, clock, keeps=False)) as organ:
        organ.put(Remember(TALK))
    assert organ.of(Restored) == organ.of(Failed) == []
    assert list(path.parent.iterdir()) == []


async def test_keeping_is_switched_off_and_on_while_she_lives(path: Path, clock: Clock) -> None:
    async with living(Memory(path, clock)) as organ:
        organ.put(Remember(TALK))
        organ.put(Keep(on=False))
        organ.put(Remember(TALK, "not kept"))
        await until(lambda: path.parent.exists() and not list(path.parent.iterdir()))
        organ.put(Keep(on=True))
        organ.put(Keep(on=True))
        organ.put(Remember(TALK, "kept"))
    assert organ.of(Failed) == []
    assert await restored(path, clock) == [Restored(TALK, "kept")]


async def test_forgetting_erases_the_conversation_and_what_was_withheld(path: Path, clock: Clock) -> None:
    items = (Remember(TALK, "notes"), Withhold("in", "slur", "rule", "a foul word"), Forget())
    assert await keep(path, clock, *items) == []
    assert await restored(path, clock) == []
    left = everything_in(path.parent)
    assert not any(word in left for word in (b"Look who", b"notes", b"foul"))


async def test_what_was_withheld_is_written_down(path: Path, clock: Clock) -> None:
    await keep(path, clock, Withhold("in", "slur", "rule", "text"))
    file = sqlite3.connect(path)
    assert file.execute("SELECT at, direction, category, rule, text FROM withheld").fetchall() == [
        (NOON, "in", "slur", "rule", "text")
    ]
    file.close()


async def test_traces_that_another_program_keeps_are_told_of(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.sqlite_file._BUSY_S", 0.01)
    await keep(path, clock, Remember(TALK))
    other = Notebook(path)
    other._file.execute("BEGIN")
    other.page()
    [failed] = await keep(path, clock, Remember(TALK[:1]), Forget())
    other.close()
    assert "another Vesper" in failed.message


# --- files that will not do


async def test_a_damaged_file_is_set_aside_with_one_notice(path: Path, clock: Clock) -> None:
    spoil(path)
    [failed] = await keep(path, clock, Remember(TALK))
    assert (failed.worker, failed.blame) == ("memory", Blame.DEVICE)
    assert "damaged" in failed.message
    assert len(aside(path)) == 1
    assert b"not a database" in everything_in(path.parent)
    assert await restored(path, clock) == [Restored(TALK)]


async def test_a_foreign_database_is_set_aside_too(path: Path, clock: Clock) -> None:
    spoil(path)
    await keep(path, clock)
    file = sqlite3.connect(path)
    file.executescript("DROP TABLE messages; DROP TABLE summary; CREATE TABLE other (a)")
    file.close()
    [failed] = await keep(path, clock, Remember(TALK))
    assert "damaged" in failed.message
    assert await restored(path, clock) == [Restored(TALK)]


async def test_a_newer_file_is_set_aside_whole(path: Path, clock: Clock) -> None:
    await keep(path, clock, Remember(TALK))
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()
    [failed] = await keep(path, clock, Remember(TALK[:1]))
    assert "newer version" in failed.message
    [old] = aside(path)
    file = sqlite3.connect(old)
    assert file.execute("SELECT count(*) FROM messages").fetchone() == (2,)
    file.close()


async def test_where_nothing_can_be_written_she_remembers_until_closed(clock: Clock) -> None:
    for nowhere in (Path("/proc/vesper/memory.sqlite"), Path("/proc")):
        failed = await keep(nowhere, clock, Remember(TALK), Remember(TALK, "notes"), Forget())
        assert [failure.blame for failure in failed] == [Blame.DEVICE]
        assert "until she is closed" in failed[0].message


async def test_a_bad_file_that_cannot_be_moved_is_one_notice(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(path))

    spoil(path)
    monkeypatch.setattr("workers.sqlite_file.set_aside", refuse)
    [failed] = await keep(path, clock, Remember(TALK))
    assert "Permission denied" in failed.message
    assert everything_in(path.parent).startswith(b"not a")


async def test_a_disk_that_fails_later_costs_one_notice(path: Path, clock: Clock) -> None:
    organ = Memory(path, clock)
    async with living(organ) as watched:
        watched.put(Remember(TALK[:1]))
        await until(lambda: page(path))
        notebook = organ._notebook
        assert notebook is not None
        await organ._run(notebook._file.execute, "PRAGMA query_only = ON")
        watched.put(Remember(TALK))
        watched.put(Remember(TALK, "notes"))
        watched.put(Forget())
    [failed] = watched.of(Failed)
    assert "written down" in failed.message
    assert await restored(path, clock) == [Restored(TALK[:1])]


async def test_forgetting_that_fails_is_told(path: Path, clock: Clock) -> None:
    organ = Memory(path, clock)
    async with living(organ) as watched:
        watched.put(Remember(TALK))
        await until(lambda: page(path))
        notebook = organ._notebook
        assert notebook is not None
        await organ._run(notebook._file.execute, "PRAGMA query_only = ON")
        watched.put(Forget())
    [failed] = watched.of(Failed)
    assert "could not be erased" in failed.message


def everything_in(folder: Path) -> bytes:
    """The bytes of all files of a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def spoil(path: Path) -> None:
    """Put something there that is no database."""
    path.parent.mkdir()
    path.write_bytes(b"not a database " * 400)


def page(path: Path) -> Page | None:
    """What another process would read now."""
    try:
        notebook = Notebook(path)
    except sqlite3.Error:
        return None
    found = notebook.page()
    notebook.close()
    return found
