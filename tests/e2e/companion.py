"""The real program as a process on the stage, and what it did, read from its journal."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.stage import Screen, wait_until

ROOT = Path(__file__).resolve().parents[2]
Entry = dict[str, Any]

CHAT_OPEN = "[chat]\nvisible = true\n"
"""Settings with the chat window open."""

READY_S = 60.0
REPLY_S = 60.0


@dataclass
class Companion:
    """A running Vesper."""

    process: subprocess.Popen[bytes]
    folder: Path
    port: int = 0
    read: int = 0
    entries: list[Entry] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        """Its journal file."""
        return self.folder / "journal.jsonl"

    @property
    def state(self) -> Path:
        """Where it keeps what outlives it."""
        return self.folder / "state"

    def api(self) -> httpx.Client:
        """A client of its local API, with the token."""
        token = (self.state / "api.token").read_text().strip()
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}", headers={"Authorization": f"Bearer {token}"}, timeout=60
        )

    @property
    def trace(self) -> Path:
        """One line per drawn frame."""
        return self.folder / "frames.jsonl"

    @property
    def log(self) -> str:
        """What it printed."""
        return (self.folder / "out.log").read_text(errors="replace")

    def history(self) -> list[Entry]:
        """Everything journaled so far."""
        if self.journal.exists():
            with self.journal.open(encoding="utf-8") as lines:
                lines.seek(self.read)
                for line in iter(lines.readline, ""):
                    if line.endswith("\n"):
                        self.entries.append(json.loads(line))
                        self.read += len(line.encode())
        return self.entries

    def frames(self) -> list[Entry]:
        """Every frame drawn so far."""
        return [json.loads(line) for line in self.trace.read_text().splitlines() if line.endswith("}")]

    def of(self, kind: str, since: int = 0, **fields: Any) -> list[Entry]:
        """The entries of one kind, from index `since` on, whose fields are as given."""
        return [
            entry
            for entry in self.history()[since:]
            if entry["is"] == kind and all(entry.get(key) == value for key, value in fields.items())
        ]

    def wait_for(self, kind: str, since: int = 0, timeout_s: float = REPLY_S, **fields: Any) -> Entry:
        """The first such entry from index `since` on, waiting for it. Fails when the program ends."""

        def there() -> bool:
            assert self.process.poll() is None, (
                f"Vesper ended with {self.process.returncode}\n{self.log[-3000:]}"
            )
            return bool(self.of(kind, since, **fields))

        try:
            wait_until(there, f"{kind} {fields}", timeout_s)
        except TimeoutError as error:
            tail = "\n".join(map(str, self.history()[-15:]))
            raise AssertionError(
                f"no {kind} {fields}; the journal ends\n{tail}\n{self.log[-3000:]}"
            ) from error
        return self.of(kind, since, **fields)[0]

    def ready(self, *organs: str) -> Companion:
        """Wait until these organs are ready."""
        for organ in organs:
            self.wait_for("WorkerChanged", timeout_s=READY_S, worker=organ, health="ready")
        return self

    def mark(self) -> int:
        """The index from which on later entries are news."""
        return len(self.history())

    def answer(self, since: int, timeout_s: float = REPLY_S) -> str:
        """Wait for her next complete answer after `since`, and return its text."""
        shown = self.wait_for("Show", since, timeout_s, who="her", final=True)
        return str(shown["text"])

    def write(self, screen: Screen, text: str) -> int:
        """Type a line into the chat window as a person would; returns the mark before it."""
        since = self.mark()
        window = screen.xdotool("search", "--sync", "--onlyvisible", "--name", "Chat").split()[-1]
        screen.xdotool("windowactivate", "--sync", window)
        screen.xdotool("type", "--delay", "3", text)
        screen.xdotool("key", "Return")
        self.wait_for("Typed", since, text=text)
        return since

    def child(self, host: str) -> psutil.Process:
        """The engine process `host`."""
        for process in psutil.Process(self.process.pid).children(recursive=True):
            if process.cmdline()[-1:] == [host]:
                return process
        raise LookupError(host)


def open_stretches(
    frames: list[Entry], start_s: float, end_s: float, threshold: float = 0.08
) -> list[tuple[float, float]]:
    """Stretches of time in which the drawn mouth was open; closures shorter than 120 ms do not part them."""
    stretches: list[tuple[float, float]] = []
    for frame in frames:
        at_s = frame["at_s"]
        if start_s <= at_s <= end_s and frame["open"] > threshold:
            if stretches and at_s - stretches[-1][1] <= 0.12:
                stretches[-1] = (stretches[-1][0], at_s)
            else:
                stretches.append((at_s, at_s))
    return stretches


@contextmanager
def companion(
    env: dict[str, str], folder: Path, *argv: str, settings: str = "", root: Path = ROOT
) -> Iterator[Companion]:
    """Start Vesper with `argv` and a settings file of its own; stopped politely at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    settings_file = folder / "settings.toml"
    if settings:
        settings_file.write_text(settings, encoding="utf-8")
    port = free_port()
    env = dict(env) | {
        "COMPANION_PORT": str(port),
        "VESPER_JOURNAL": str(folder / "journal.jsonl"),
        "VESPER_TRACE": str(folder / "frames.jsonl"),
        "VESPER_STATE": str(folder / "state"),
        "OLLAMA_URL": env.get("OLLAMA_URL", "http://127.0.0.1:9"),
        "VESPER_NO_GUIDE": "1",
        "PYTHONFAULTHANDLER": "1",
    }
    with (folder / "out.log").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "--settings", str(settings_file), *argv],
            cwd=root,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    running = Companion(process, folder, port)
    try:
        yield running
    finally:
        stop(process)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def stop(process: subprocess.Popen[bytes]) -> None:
    """End Vesper as a session manager would, and insist."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise AssertionError("Vesper did not stop within 10 s of SIGTERM") from None
