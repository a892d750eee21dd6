from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.stream.happening import Happening, Origin, Standing, StreamKind
from workers.ledger import _PURGE_EVERY_S, KEPT_S, MIGRATIONS, SAME_S, Ledger
from workers.sqlite_file import SqliteFile, aside

ROOT = Path(__file__).parents[3]
MARK = "tangerine-portcullis"


@dataclass
class Clock:
    now_s: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "stream.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock()


def gift(id_: str, text: str = "", who: str = "Ann") -> Happening:
    return Happening(id_, StreamKind.DONATION, who, text, amount=5.0, unit="dollars")


def sub(id_: str, who: str = "Ann", gifts: int = 0) -> Happening:
    return Happening(id_, StreamKind.SUB, who, gifts=gifts)


def ids(ledger: Ledger) -> list[str]:
    return [happening.id for happening in ledger.owed()]


def everything_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# --- owing and settling


def test_what_is_owed_comes_back_after_a_restart_as_it_was(path: Path, clock: Clock) -> None:
    full = Happening(
        "d1", StreamKind.DONATION, "Zoë 🦊", "for 'you'\x1f;", Standing.MODERATOR, 3, 12, 5, 40, 2.5, "bits", "tip",
        (("boss", "Moth"), ("level", "3")), 1234.5, Origin.LIVE,
    )  # fmt: skip
    ledger = Ledger(path, clock)
    assert ledger.owe(full)
    ledger.close()
    again = Ledger(path, clock)
    assert again.owed() == (replace(full, origin=Origin.OWED),)
    assert again.notice == ""
    again.close()


def test_the_oldest_is_first(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    for name in ("b", "c", "a"):
        ledger.owe(gift(name))
        clock.now_s -= 100.0  # the clock is set back meanwhile
    assert ids(ledger) == ["b", "c", "a"]
    ledger.close()


def test_an_id_is_owed_once_also_when_it_has_been_settled(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    assert ledger.owe(gift("d1"))
    assert not ledger.owe(gift("d1", "another text"))
    ledger.settle(["d1"])
    ledger.close()
    clock.now_s += KEPT_S / 2
    again = Ledger(path, clock)
    assert not again.owe(gift("d1"))
    assert again.owed() == ()
    again.close()


def test_settling_is_idempotent_and_takes_strangers(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    ledger.owe(gift("d1"))
    ledger.owe(gift("d2"))
    for _ in range(2):
        ledger.settle(["no such", "d1", "d1"])
    ledger.settle([])
    assert ids(ledger) == ["d2"]
    ledger.close()


def test_many_at_once_are_written_as_one_and_the_new_ones_given(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    ledger.owe(gift("a"))
    new = ledger.owe_all([gift("a"), gift("b"), sub("s1"), sub("s2", "ANN"), gift("b"), gift("c")])
    assert [happening.id for happening in new] == ["b", "s1", "c"]
    assert ids(ledger) == ["a", "b", "s1", "c"]
    ledger.close()


@pytest.mark.parametrize("kind", [StreamKind.SUB, StreamKind.RAID])
@pytest.mark.parametrize("apart_s", [SAME_S, -SAME_S])
def test_a_sub_or_raid_by_two_paths_is_one(
    path: Path, clock: Clock, kind: StreamKind, apart_s: float
) -> None:
    ledger = Ledger(path, clock)
    assert ledger.owe(Happening("irc", kind, "Straße"))
    ledger.settle(["irc"])  # she answers at once; the second telling comes after
    clock.now_s += apart_s
    assert not ledger.owe(Happening("eventsub", kind, "STRASSE"))
    clock.now_s += apart_s / 10
    assert ledger.owe(Happening("a year later", kind, "Strasse"))
    ledger.close()


def test_the_second_path_is_known_after_a_restart(path: Path, clock: Clock) -> None:
    first = Ledger(path, clock)
    first.owe(sub("irc"))
    first.close()
    second = Ledger(path, clock)
    assert not second.owe(sub("eventsub"))
    second.close()


def test_what_only_looks_alike_is_owed(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    alike = [
        sub("s1"), sub("s2", "Bob"), Happening("r1", StreamKind.RAID, "Ann"), gift("d1"), gift("d2"),
        sub("g1", gifts=1), sub("g2", gifts=1), sub("n1", ""), sub("n2", ""),
    ]  # fmt: skip
    assert ledger.owe_all(alike) == tuple(alike)
    ledger.close()


@given(st.lists(st.tuples(st.sampled_from("os"), st.sampled_from("abcd")), max_size=20))
def test_whatever_the_order_it_holds_what_was_owed_less_what_was_settled(acts: list[tuple[str, str]]) -> None:
    ledger, seen, waiting = Ledger(None, Clock()), set(), []
    for act, name in acts:
        if act == "o":
            assert ledger.owe(gift(name)) == (name not in seen)
            waiting += [name] if name not in seen else []
            seen.add(name)
        else:
            ledger.settle([name])
            waiting = [other for other in waiting if other != name]
        assert ids(ledger) == waiting
    ledger.close()


@given(st.text(), st.text(), st.text())
def test_any_text_is_taken(id_: str, who: str, text: str) -> None:
    ledger = Ledger(None, Clock())
    odd = Happening(id_ + "\ud800", StreamKind.SUB, who + "\udfff", text + "\x00", data=((who, text),))
    assert ledger.owe(odd)
    assert not ledger.owe(odd)
    assert ledger.owed() == (replace(odd, origin=Origin.OWED),)
    ledger.settle([odd.id])
    assert ledger.owed() == ()
    ledger.close()


# --- what stays in the file


def test_what_was_settled_leaves_neither_name_nor_text(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    for n in range(40):
        ledger.owe(gift(f"d{n}", f"{MARK} {n} " * 30, who=MARK))
    ledger.owe(sub("s1", MARK))
    assert MARK.encode() in everything_under(path.parent)
    ledger.settle([*(f"d{n}" for n in range(40)), "s1"])
    assert MARK.encode() not in everything_under(path.parent)
    ledger.close()


def test_what_was_settled_long_ago_is_dropped_and_what_is_owed_never(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    ledger.owe_all([gift("answered"), gift("waiting")])
    ledger.settle(["answered"])
    clock.now_s += KEPT_S / 2
    ledger.settle(["answered"])
    clock.now_s += KEPT_S / 2 + 1.0
    assert ledger.owe(gift("answered"))
    assert not ledger.owe(gift("waiting"))
    assert ids(ledger) == ["waiting", "answered"]
    ledger.close()


def test_old_rows_are_looked_for_once_in_a_while(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    ledger.owe_all([gift("early"), gift("late")])
    ledger.settle(["early"])
    clock.now_s += KEPT_S
    ledger.settle(["late"])
    clock.now_s += 1.0
    assert not ledger.owe(gift("early"))
    clock.now_s += _PURGE_EVERY_S
    assert ledger.owe(gift("early"))
    ledger.close()


def test_it_survives_a_power_cut(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    ask = ledger._rows._file.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (2,)
    ledger.close()


def test_ten_thousand_rows(path: Path, clock: Clock) -> None:
    ledger = Ledger(path, clock)
    many = [gift(f"d{n}", "thank you " * 20, who=f"viewer{n}") for n in range(10_000)]
    assert len(ledger.owe_all(many)) == 10_000
    assert ids(ledger) == [happening.id for happening in many]
    plan = ledger._rows._file.execute(
        "EXPLAIN QUERY PLAN SELECT 1 FROM owed WHERE id = 'a' OR ('b' <> '' AND same = 'b' AND at BETWEEN 1 AND 2)"
    ).fetchall()
    assert all("SCAN" not in line[3] for line in plan)
    ledger.settle([happening.id for happening in many])
    assert ledger.owed() == ()
    ledger.close()


# --- bad files and bad disks


@pytest.mark.parametrize("rubbish", [b"this is no database at all, only words" * 50, os.urandom(5000)])
def test_a_damaged_file_is_set_aside(path: Path, clock: Clock, rubbish: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(rubbish)
    ledger = Ledger(path, clock)
    assert "was damaged" in ledger.notice
    assert f"{path.name}.aside1" in ledger.notice
    assert ledger.owe(gift("d1"))
    ledger.close()
    assert [old.read_bytes() for old in aside(path)] == [rubbish]
    again = Ledger(path, clock)
    assert again.notice == ""
    assert ids(again) == ["d1"]
    again.close()


def test_a_file_of_a_newer_version_is_set_aside(path: Path, clock: Clock) -> None:
    SqliteFile(path, [*MIGRATIONS, "CREATE TABLE more (a)"]).close()
    ledger = Ledger(path, clock)
    assert "newer version" in ledger.notice
    assert ledger.owe(gift("d1"))
    ledger.close()
    assert len(aside(path)) == 1


def test_where_there_is_no_disk_it_lives_in_ram_and_says_so(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("in the way")
    ledger = Ledger(tmp_path / "file" / "stream.sqlite3", clock)
    assert "can't be written down" in ledger.notice
    assert ledger.owe(gift("d1"))
    assert ids(ledger) == ["d1"]
    assert "can't be written down" in ledger.notice
    ledger.close()


def test_a_file_that_cannot_be_opened_is_left_where_it_is(path: Path, clock: Clock) -> None:
    path.mkdir(parents=True)
    ledger = Ledger(path, clock)
    assert "can't be written down" in ledger.notice
    ledger.close()
    assert list(path.parent.iterdir()) == [path]


def stop_writing(ledger: Ledger, *, stop: bool) -> None:
    ledger._rows._file.execute(f"PRAGMA query_only = {'ON' if stop else 'OFF'}")


@pytest.mark.parametrize("close_early", [False, True])
def test_what_a_full_disk_does_not_take_is_written_once_it_does(
    path: Path, clock: Clock, caplog: pytest.LogCaptureFixture, *, close_early: bool
) -> None:
    ledger = Ledger(path, clock)
    ledger.owe_all([gift("a"), gift("b"), sub("known")])
    with caplog.at_level("ERROR"):
        stop_writing(ledger, stop=True)
        assert ledger.owe(gift("c"))
        assert not ledger.owe(gift("c"))
        assert not ledger.owe(gift("a"))
        assert not ledger.owe(sub("known too"))
        assert ledger.owe(sub("s", "Bob"))
        assert not ledger.owe(sub("s2", "bob"))
        assert "can't be written down" in ledger.notice
        ledger.settle(["a", "c", "known"])
        assert ids(ledger) == ["b", "s"]
        assert {happening.origin for happening in ledger.owed()} == {Origin.OWED}
        stop_writing(ledger, stop=False)
    if not close_early:
        assert ledger.owe(gift("d"))
        assert ledger.notice == ""
        assert ids(ledger) == ["b", "s", "d"]
    ledger.close()
    again = Ledger(path, clock)
    assert ids(again) == (["b", "s"] if close_early else ["b", "s", "d"])
    assert not again.owe(gift("c"))
    again.close()


def test_a_file_that_cannot_even_be_read_costs_nothing_new(
    path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    ledger = Ledger(path, clock)
    ledger.owe(gift("a"))
    ledger._rows._file.execute("ALTER TABLE owed RENAME TO elsewhere")
    with caplog.at_level("ERROR"):
        assert ledger.owe(gift("b"))
        ledger.settle(["nothing"])
        assert ids(ledger) == ["b"]
        assert "can't be written down" in ledger.notice
        ledger.close()


# --- processes

_PAYER = """
import sys, time
from pathlib import Path
from models.stream.happening import Happening, StreamKind
from workers.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]), time.time)
for n in range(int(sys.argv[2])):
    for owner in sys.argv[3].split(","):
        new = ledger.owe(Happening(f"{owner}{n}", StreamKind.DONATION, "Ann", "x" * (n % 900)))
        print(f"{owner}{n}" if new else "known", flush=True)
    if n % 7 == 6:
        print("settling", *(asked := [f"{owner}{n - 3}" for owner in sys.argv[3].split(",")]), flush=True)
        ledger.settle(asked)
        print("settled", flush=True)
ledger.close()
"""


def payer(path: Path, count: int, owners: str) -> subprocess.Popen[str]:
    argv = [sys.executable, "-c", _PAYER, str(path), str(count), owners]
    return subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("after", [1, 40, 333])
def test_a_process_killed_while_writing_loses_nothing_it_was_told_of(
    path: Path, clock: Clock, after: int
) -> None:
    with payer(path, 1_000_000, "a") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().split("\n")[:-1]
    told = [line for line in lines if line.startswith("a")]
    asked = [line.split()[1] for line in lines if line.startswith("settling")]
    done = asked[: lines.count("settled")]
    ledger = Ledger(path, clock)
    owed = ids(ledger)
    assert ledger.notice == ""
    assert set(told) - set(asked) <= set(owed)
    assert not set(done) & set(owed)
    assert set(owed) <= {*told, f"a{len(told)}"}
    assert owed == sorted(owed, key=lambda name: int(name[1:]))
    assert not any(ledger.owe(gift(name)) for name in told)
    ledger.close()


def test_two_processes_write_side_by_side_and_share_what_is_known(path: Path, clock: Clock) -> None:
    count = 150
    with payer(path, count, "a,both") as one, payer(path, count, "b,both") as two:
        printed: list[str] = []
        for process in (one, two):
            out, _ = process.communicate(timeout=60)
            assert process.returncode == 0
            printed += out.split("\n")
    for name in ("a", "b", "both"):
        told = [line for line in printed if line.rstrip("0123456789") == name]
        assert sorted(told) == sorted(f"{name}{n}" for n in range(count)), "each by exactly one"
    ledger = Ledger(path, clock)
    assert {name.rstrip("0123456789") for name in ids(ledger)} == {"a", "b", "both"}
    ledger.close()
