"""A storm of chat with money in it, and her in the middle of it killed: is anything lost, said twice, or slow?

The real program follows a real Socket.IO server. After a rest that shows how even her frames are, 1,000 messages of
chat a second and 200 paid events come in a minute, some of them by two paths; after a third of it she is killed
(SIGKILL) and started again. In the end everything must have been answered, and once. `queue_p99_ms`: from the server's
telling to her core's taking it. At rest she draws seldom, so frames are also compared where she speaks, with and
without the storm. The frames of her start are not counted, nor is what comes while she is away: the
backend keeps nothing for her and acknowledges nothing, so no paid event is told then, nor in the last tenth of a second
before.

The rival is a plain client with a queue, at six times the pace, its pause between answers as much shorter.
"""

from __future__ import annotations

import argparse
import json
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from queue import Queue
from statistics import linear_regression
from threading import Thread
from typing import Any

import psutil

from models.stream.parsing import happening
from tests.bench.show import ORGANS, percentile, report
from tests.bench.stream_load import schedule
from tests.bench.stream_rival import last_wait_s
from tests.e2e.companion import ROOT, Companion, companion
from tests.stage import on_stage, wait_until

SETTLE_S, IDLE_S = 20.0, 20.0
KILLED_AT = 1 / 3
QUIET_S = 0.1
WARM_S = 10.0
ANSWERED_WITHIN_S = 900.0
COOLDOWN_S, FASTER = 5.0, 6.0
MONOLOGUE = "Good evening, everyone. The kettle is on and the tail is brushed. " * 5
_MB = 1 << 20


class Server:
    """The storm's process."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log
        self._told: Queue[dict[str, Any]] = Queue()
        Thread(target=self._read, daemon=True).start()

    def order(self, *words: object) -> None:
        """Have it do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()

    def until(self, key: str, timeout_s: float = 180.0) -> dict[str, Any]:
        """The next line with this key, waiting for it."""
        finish = time.monotonic() + timeout_s
        while True:
            line = self._told.get(timeout=max(0.0, finish - time.monotonic()))
            if key in line:
                return line

    def paid(self) -> list[dict[str, Any]]:
        """The paid events it told so far."""
        return [json.loads(line) for line in self._log.read_text().splitlines()]

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._told.put(json.loads(line))


@contextmanager
def server(log: Path) -> Iterator[tuple[Server, str]]:
    """A server of its own, and its address."""
    argv = [sys.executable, "-m", "tests.bench.stream_load", str(log)]
    with subprocess.Popen(
        argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            running = Server(process, log)
            yield running, f"http://127.0.0.1:{running.until('port')['port']}"
        finally:
            process.kill()


@dataclass
class Watch:
    """The memory of a process while it is watched: its own, and with its children's."""

    process: psutil.Process
    rows: list[tuple[float, float, float]] = field(default_factory=list)

    def look(self) -> None:
        """Measure now."""
        own = self.process.memory_info().rss / _MB
        rest = sum(child.memory_info().rss / _MB for child in self.process.children(recursive=True))
        self.rows.append((time.monotonic(), own, own + rest))

    def during(self, seconds: float) -> None:
        """Measure every second until the time is up."""
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            self.look()
            time.sleep(1.0)

    def slope(self) -> float:
        """Growth of its own memory in MB a minute."""
        times, own, _ = zip(*self.rows, strict=True)
        return linear_regression(times, own).slope * 60 if len(times) > 2 else 0.0


def main() -> None:
    """Once, at the size of the command line."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--chat", type=float, default=1000.0)
    asked.add_argument("--paid", type=int, default=200)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="vesper-stream-") as name:
        folder = Path(name)
        figures = ours(folder, wanted.seconds, wanted.chat, wanted.paid)
        figures |= rival(folder, wanted.seconds, wanted.chat, wanted.paid)
    report("stream", **figures)


def ours(folder: Path, seconds: float, chat: float, paid: int) -> dict[str, Any]:
    """Her, and what became of every paid event."""
    with on_stage() as (screen, sound), server(folder / "paid.jsonl") as (storm, url):
        env = {**sound.env, **screen.env, **{k: v for k, v in sound.env.items() if k.startswith("PULSE_")}}
        settings = f'[stream]\nenabled = true\nbackend_url = "{url}"\n'
        home = folder / "vesper"
        with companion(env, home, settings=settings) as first:
            up(first)
            storm.until("joined")
            time.sleep(SETTLE_S)
            idle_s = time.monotonic()
            time.sleep(IDLE_S)
            with first.api() as api:
                quiet_s = time.monotonic()
                api.post("/speak", json={"text": MONOLOGUE}).raise_for_status()
            began_s = time.monotonic()
            storm.order("go", seconds, chat, paid)
            before = Watch(psutil.Process(first.process.pid))
            before.during(seconds * KILLED_AT)
            storm.order("hold")
            storm.until("held")
            time.sleep(QUIET_S)
            killed_s = time.monotonic()
            first.process.send_signal(signal.SIGKILL)
            first.process.wait()
        owed_at_kill = len(open_rows(home))
        with companion(env, home) as second:
            second.read = first.read
            up(second, since_s=killed_s)
            up_s = time.monotonic()
            after = Watch(psutil.Process(second.process.pid))
            after.during(WARM_S)
            after.rows.clear()
            after.during(began_s + seconds - time.monotonic())
            after.look()
            over = storm.until("over")
            told = storm.paid()
            finish = time.monotonic() + ANSWERED_WITHIN_S
            while time.monotonic() < finish and open_rows(home):
                time.sleep(1.0)
            frames = [entry["at_s"] for entry in second.frames()]
        entries = Companion(first.process, home).history()
    idle = _intervals(frames, idle_s, quiet_s)
    quiet = _speaking(entries, frames, quiet_s, began_s)
    talking = _speaking(entries, frames, began_s, killed_s) + _speaking(
        entries, frames, up_s, began_s + seconds
    )
    busy = _intervals(frames, began_s, killed_s) + _intervals(frames, up_s, began_s + seconds)
    return {
        **became(entries, told),
        "owed_at_kill": owed_at_kill,
        "owed_at_end": len(open_rows(home)) if home.exists() else 0,
        "frame_p99_ratio": percentile(busy, 99) / percentile(idle, 99),
        "frame_p99_ms_idle": percentile(idle, 99) * 1000,
        "frame_p99_ms": percentile(busy, 99) * 1000,
        "frame_p99_ratio_speaking": percentile(talking, 99) / percentile(quiet, 99),
        "frame_p99_ms_speaking_quiet": percentile(quiet, 99) * 1000,
        "frame_p99_ms_speaking": percentile(talking, 99) * 1000,
        "rss_mb_start": after.rows[0][1],
        "rss_mb_end": after.rows[-1][1],
        "rss_mb_per_min": after.slope(),
        "rss_mb_before_kill": before.rows[-1][1],
        "chat_per_s": over["told"] / over["listened_s"],
        "away_s": up_s - killed_s,
    }


def up(vesper: Companion, since_s: float = 0.0) -> None:
    """Wait until she hears, thinks, speaks and follows, counting what was written after `since_s`."""
    for organ in (*ORGANS, "stream"):

        def there(organ: str = organ) -> bool:
            assert vesper.process.poll() is None, vesper.log[-3000:]
            ready = vesper.of("WorkerChanged", worker=organ, health="ready")
            return any(entry["written_s"] > since_s for entry in ready)

        wait_until(there, organ, 120.0)


def became(entries: list[dict[str, Any]], told: list[dict[str, Any]]) -> dict[str, Any]:
    """What the journal says became of the paid events that were told."""
    ids: dict[str, int] = {}
    sent_s: dict[str, float] = {}
    first_s: dict[int, float] = {}
    for event in told:
        one = happening(event["name"], event["payload"])
        assert one is not None
        ids[one.id], sent_s[one.id] = event["n"], event["at_s"]
        first_s.setdefault(event["n"], event["at_s"])
    taken_s: dict[str, float] = {}
    groups: list[list[int]] = []
    waits: list[float] = []
    for entry in entries:
        match entry["is"]:
            case "StreamHappened":
                for one in entry["happenings"]:
                    taken_s.setdefault(one["id"], entry["written_s"])
            case "Log":
                done = [line["happening"]["id"] for line in entry["entries"] if line["fate"] == "answered"]
                if group := [ids[id_] for id_ in done if id_ in ids]:
                    groups.append(group)
                    waits += [entry["written_s"] - first_s[n] for n in group]
    times = Counter(n for group in groups for n in group)
    queue = [taken_s[id_] - at_s for id_, at_s in sent_s.items() if id_ in taken_s]
    return {
        "paid": len(first_s),
        "paid_told_twice": len(told) - len(first_s),
        "paid_lost": sum(not times[n] for n in first_s),
        "paid_twice": sum(times[n] > 1 for n in first_s),
        "answers": len(groups),
        "merged": sum(len(group) for group in groups if len(group) > 1),
        "queue_p50_ms": percentile(queue, 50) * 1000,
        "queue_p99_ms": percentile(queue, 99) * 1000,
        "queue_max_ms": max(queue) * 1000,
        "last_wait_s": max(waits, default=0.0),
    }


def open_rows(home: Path) -> list[str]:
    """What the ledger on the disk still owes."""
    for path in (home / "state").glob("*.sqlite3"):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            if file.execute("SELECT 1 FROM sqlite_master WHERE name = 'owed'").fetchone():
                return [row[0] for row in file.execute("SELECT id FROM owed WHERE settled IS NULL")]
    raise AssertionError("no ledger")


def _intervals(frames: list[float], start_s: float, end_s: float) -> list[float]:
    shown = [at_s for at_s in frames if start_s <= at_s <= end_s]
    return [later - earlier for earlier, later in pairwise(shown)]


def _speaking(
    entries: list[dict[str, Any]], frames: list[float], start_s: float, end_s: float
) -> list[float]:
    """The frame intervals in which a clause of hers was heard; turns are counted anew after a kill."""
    intervals: list[float] = []
    begun: dict[tuple[int, int], float] = {}
    for entry in entries:
        match entry:
            case {"is": "Speaking", "turn": turn, "n": n, "at_s": at_s}:
                begun[turn, n] = at_s
            case {"is": "Spoken", "turn": turn, "n": n, "at_s": at_s} if (turn, n) in begun:
                heard_s = begun.pop((turn, n))
                intervals += _intervals(frames, max(start_s, heard_s), min(end_s, at_s))
    return intervals


def rival(folder: Path, seconds: float, chat: float, paid: int) -> dict[str, Any]:
    """The plain queue: what the same kill costs it, and how long its last donor waits."""
    log = folder / "rival.jsonl"
    with server(folder / "rival-paid.jsonl") as (storm, url):
        argv = [sys.executable, "-m", "tests.bench.stream_rival", url, str(log), str(COOLDOWN_S / FASTER)]
        with subprocess.Popen(argv, cwd=ROOT) as client:
            storm.until("joined")
            time.sleep(2.0)
            storm.order("go", seconds / FASTER, chat * FASTER, paid)
            time.sleep(seconds / FASTER * KILLED_AT)
            client.kill()
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    got, answered = (sum(key in line for line in lines) for key in ("got", "answered"))
    arrivals = [due.at_s for due in schedule(paid, seconds) if not due.again]
    return {"rival_paid_lost": got - answered, "rival_last_wait_s": last_wait_s(arrivals, COOLDOWN_S)}


if __name__ == "__main__":
    main()
