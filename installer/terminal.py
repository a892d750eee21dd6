"""Speaking with the person at the terminal, if there is one."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOGS = ROOT / ".run"


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)


def person_present() -> bool:
    """Tell whether a person can answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def confirm(question: str) -> bool:
    """Ask a yes-or-no question; Enter means yes."""
    try:
        answer = input(f"{question} [Y/n] ")
    except EOFError:
        return False
    return answer.strip().lower() in {"", "y", "yes"}


class Counter:
    """A line that counts: redrawn on a terminal, one line every tenth of the way elsewhere."""

    def __init__(self, label: str, total: int) -> None:
        """Count `label` up to about `total`."""
        self._label, self._total = label, max(1, total)
        self._count = 0
        self._live = sys.stdout.isatty()
        self._tenth = 0

    def step(self, name: str) -> None:
        """One more thing, by name."""
        self._count += 1
        count = min(self._count, self._total)
        tenth = 10 * count // self._total
        if self._live:
            print(f"\r  {self._label}: {count} of {self._total}  {name[:40]}\033[K", end="", flush=True)
        elif tenth > self._tenth:
            say(f"  {self._label}: {count} of {self._total}")
        self._tenth = tenth

    def done(self) -> None:
        """End the line."""
        if self._live and self._count:
            print("\r\033[K", end="", flush=True)


def logged(
    command: list[str],
    log: str,
    environment: dict[str, str],
    each_line: Callable[[str], None] | None = None,
) -> bool:
    """Run a command with its output in `.run/LOG` and no input; tell whether it succeeded.

    `each_line` is told every line of output as it comes.
    """
    LOGS.mkdir(exist_ok=True)
    with (LOGS / log).open("w", encoding="utf-8") as file:
        file.write(f"$ {' '.join(command)}\n")
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                file.write(line)
                if each_line is not None:
                    each_line(line.rstrip())
    return process.returncode == 0


def last_lines(log: str, count: int = 12) -> str:
    """Give the end of a log in `.run`, indented."""
    lines = (LOGS / log).read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(f"    {line}" for line in lines[-count:])


def duration(seconds: float) -> str:
    """Write a length of time for people."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{seconds:.1f} s"


def clock() -> float:
    """Give seconds that only ever grow."""
    return time.monotonic()
