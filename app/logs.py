"""Logs: a rotating file of JSON lines in the state folder and a readable console, both without secrets.

Secrets never reach a handler: values handed to `hide` and everything that looks like a credential become
`•••`; in the file the user's own folder is ~. Each program has its own file, so two processes never rotate the same
one; a file takes 2 MB and five older ones are kept, one record 20,000 characters.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections import Counter
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from app.paths import log_folder

FILE_BYTES = 2_000_000
KEPT_FILES = 5
MASK = "•••"
_SHORTEST_SECRET = 4
_LONGEST = 20_000

_WORDS = r"(?:api[_-]?key|token|secret|password|passwd|authorization|client[_-]?secret|stream[_-]?key|oauth)"
_PATTERNS = (
    re.compile(r"(?i)(\b(?:bearer|basic)\s+)[\w.~+/=-]{6,}"),
    re.compile(
        rf"""(?i)(["']?\b[\w-]*{_WORDS}["']?\s*[=:]\s*["']?)(?!(?:bearer|basic)\b)[^\s"',;&}}•]{{3,}}"""
    ),
    re.compile(r"(?i)(\boauth:)[a-z0-9]{6,}"),
    re.compile(r"(://[^\s:/@]*:)[^\s@/]+(?=@)"),
    re.compile(r"()\b(?:sk|pk|hf|ghp|gho|xox[abp])[-_][\w-]{10,}"),
    re.compile(r"()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"),
)
_hidden: set[str] = set()
_complaints: Counter[str] = Counter()


def hide(value: str) -> None:
    """Keep this value out of every log from now on. Values under four characters would blank too much."""
    if len(value) >= _SHORTEST_SECRET:
        _hidden.add(value)


def redact(text: str) -> str:
    """The text without hidden values and without what looks like a credential."""
    for value in sorted(_hidden, key=len, reverse=True):
        text = text.replace(value, MASK)
    for pattern in _PATTERNS:
        text = pattern.sub(rf"\g<1>{MASK}", text)
    return text


def anonymous(text: str) -> str:
    """The text without secrets, and with ~ for the user's own folder, whose name is often theirs."""
    return _HOME.sub("~", redact(text)) if _HOME else redact(text)


def _filed(text: str) -> str:
    """A text as it stands in the file. What is too long loses its middle: its beginning and end tell most."""
    text, half = anonymous(text), _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} […] {text[-half:]}"


def _home_pattern(home: str) -> re.Pattern[str] | None:
    """Where the user's own folder is named, with single and with doubled backslashes."""
    if len(home) < len("/x"):
        return None
    forms = "|".join(re.escape(form) for form in dict.fromkeys((home.replace("\\", "\\\\"), home)))
    return re.compile(rf"(?:{forms})(?![\w.-])")


_HOME = _home_pattern(str(Path.home()))


class JsonLines(logging.Formatter):
    """A record as one JSON line: at, level, from, thread, message, and the trace of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        """Render one record."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, object] = {
            "at": f"{at}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "from": record.name,
            "thread": record.threadName,
            "message": _filed(record.getMessage()),
        }
        if record.exc_info:
            line["trace"] = _filed(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class ConsoleLines(logging.Formatter):
    """A record as a person reads it; colours only on a terminal."""

    _COLOURS = ((logging.ERROR, "31"), (logging.WARNING, "33"), (logging.INFO, "36"), (0, "90"))

    def __init__(self, *, coloured: bool) -> None:
        super().__init__()
        self._coloured = coloured

    def format(self, record: logging.LogRecord) -> str:
        """Render one record."""
        at = time.strftime("%H:%M:%S", time.localtime(record.created))
        level = f"{record.levelname.lower():<7}"
        if self._coloured:
            code = next(code for least, code in self._COLOURS if record.levelno >= least)
            level = f"\x1b[{code}m{level}\x1b[0m"
        text = f"{at} {level} {record.name}: {record.getMessage()}"
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return redact(text)


class _QuietFile(RotatingFileHandler):
    """A full disk or a vanished folder must not fill the terminal: such records are lost."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """Drop the record."""


_handlers: list[logging.Handler] = []


def start(
    program: str, level: str = "info", *, folder: Path | None = None, console: TextIO | None = sys.stderr
) -> Path | None:
    """Begin logging and give the log file; None when it cannot be written (the console still works).

    Args:
        program: names the file; one a running program.
        level: least level on the console; the file takes info and above, or debug when that is asked for.
        folder: instead of the user's log folder.
        console: where readable lines go; None for nowhere.
    """
    stop()
    root = logging.getLogger()
    wanted = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(min(wanted, logging.INFO))
    if console is not None:
        shown = logging.StreamHandler(console)
        shown.setLevel(wanted)
        shown.setFormatter(ConsoleLines(coloured=console.isatty()))
        _add(root, shown)
    for chatty in ("httpx", "httpcore", "asyncio", "faster_whisper", "numba"):
        logging.getLogger(chatty).setLevel(max(wanted, logging.WARNING))
    path = (folder or log_folder()) / f"{program}.jsonl"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _QuietFile(path, maxBytes=FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    except OSError as error:
        logging.getLogger(__name__).warning("no log file: %s: %s", path, error.strerror or error)
        return None
    file.setFormatter(JsonLines())
    _add(root, file)
    return path


def stop() -> None:
    """End logging: close the file."""
    for handler in _handlers:
        logging.getLogger().removeHandler(handler)
        handler.close()
    _handlers.clear()
    _complaints.clear()


def child_stderr(name: str, line: str) -> None:
    """Log one line that an engine process wrote to its standard error.

    What the sound system complains of again and again is told the first, the tenth, the hundredth … time.
    """
    if not (line := line.rstrip()):
        return
    if line.startswith("ALSA lib "):
        _complaints[line] += 1
        times = str(_complaints[line])
        if times.strip("0") != "1":
            return
        line = line if times == "1" else f"{line} ({times} times by now)"
    logging.getLogger(f"engine.{name}").info("%s", line)


def _add(root: logging.Logger, handler: logging.Handler) -> None:
    root.addHandler(handler)
    _handlers.append(handler)
