"""Her window as a process, with settings, memory and ports of its own: nothing of the user's is touched.

She is heard by nobody: the loudspeaker is at volume 0 and the microphone is off, unless the settings given say more.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from app import paths

SILENT = """\
[hearing]
muted = true
[voice]
volume = 0.0
[rest]
after_min = 1
"""
ENGINES = ("audio", "asr", "tts", "llm")
_STOP_S = 20.0
_AGAIN_S = 0.2


class Refused(Exception):  # noqa: N818  # an answer of hers like others
    """The API said no: its status, or 0 when it could not be reached."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Program:
    """A running Vesper in `folder`. `env` is what the process gets besides."""

    def __init__(self, folder: Path, settings: str = SILENT, env: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.journal = folder / "journal.jsonl"
        self.log = folder / "out.log"
        self._port = _free_port()
        file = folder / "settings.toml"
        file.write_text(settings, encoding="utf-8")
        frozen = getattr(sys, "frozen", False)
        argv = [sys.executable] if frozen else [sys.executable, "-m", "app"]
        whole = dict(os.environ if env is None else env) | {
            "COMPANION_PORT": str(self._port),
            "VESPER_STATE": str(folder / "state"),
            "VESPER_CONFIG": str(folder / "config"),
            "VESPER_JOURNAL": str(self.journal),
            "PYTHONFAULTHANDLER": "1",
        }
        with self.log.open("wb") as out:
            self.process = psutil.Popen(
                [*argv, "--settings", str(file)],
                cwd=None if frozen else paths.ROOT,
                env=whole,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )

    @property
    def runs(self) -> bool:
        """Whether it is still there."""
        return self.process.poll() is None

    def wait(self, limit_s: float) -> bool:
        """Wait until the API answers; False when it does not, or she ends before."""
        finish_s = time.monotonic() + limit_s
        while self.runs and time.monotonic() < finish_s:
            with suppress(Refused):
                self.ask("/health", limit_s=2.0)
                return True
            time.sleep(_AGAIN_S)
        return False

    def ask(self, path: str, body: Mapping[str, Any] | None = None, limit_s: float = 10.0) -> Any:  # noqa: ANN401  # JSON
        """GET, or POST with a body, and the answer. Raises `Refused`."""
        token = self.folder / "state" / "api.token"
        headers = {"Content-Type": "application/json"}
        with suppress(OSError):  # she has not made it yet
            headers["Authorization"] = f"Bearer {token.read_text(encoding='utf-8').strip()}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data, headers)  # our own
        try:
            with urllib.request.urlopen(request, timeout=limit_s) as answer:  # noqa: S310  # our own
                return json.load(answer)
        except urllib.error.HTTPError as error:
            error.close()
            raise Refused(error.code) from error
        except (OSError, ValueError) as error:
            raise Refused(0) from error

    def engines(self) -> dict[str, psutil.Process]:
        """The engine processes that run now, by name."""
        found = dict[str, psutil.Process]()
        with suppress(psutil.Error):
            for child in self.process.children(recursive=True):
                with suppress(psutil.Error):
                    name = (child.cmdline() or [""])[-1]
                    if name in ENGINES:
                        found[name] = child
        return found

    def kill(self, engine: str) -> bool:
        """End an engine process at once, as a crash would; whether it was there."""
        child = self.engines().get(engine)
        if child is None:
            return False
        with suppress(psutil.Error):
            child.kill()
        return True

    def stop(self) -> bool:
        """End her politely, as a session does; whether she did end by herself, and well."""
        if self.runs:
            self.process.send_signal(signal.SIGTERM)
        with suppress(psutil.TimeoutExpired):
            return int(self.process.wait(_STOP_S)) == 0
        for one in (*self.process.children(recursive=True), self.process):
            with suppress(psutil.Error):
                one.kill()
        self.process.wait()
        return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
