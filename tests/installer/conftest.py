"""Fake programs on the PATH, and a scratch checkout whose environment is a recording stand-in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.environment import Environment
from installer.terminal import ROOT


@dataclass(frozen=True)
class Programs:
    """A folder of shell scripts that is the whole PATH; every call is noted."""

    folder: Path

    def add(self, name: str, script: str = "") -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.folder}/calls"\n{script}\n')
        path.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        notes = self.folder / "calls"
        return notes.read_text().splitlines() if notes.exists() else []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return Programs(folder)


@dataclass
class Checkout:
    """A copy of the installer whose `.venv` counts as ready and whose Python only notes what it is told."""

    root: Path

    def build(self, kind: str) -> None:
        shutil.copytree(
            ROOT / "installer", self.root / "installer", ignore=shutil.ignore_patterns("__pycache__")
        )
        environment = Environment(kind, self.root / ".venv", self.root / "installer" / "lock")
        environment.python.parent.mkdir(parents=True)
        self.script("")
        environment.seal()

    def script(self, body: str) -> None:
        """Set what the stand-in Python does after noting its arguments."""
        for name in ("python", "lint-imports"):
            path = self.root / ".venv" / "bin" / name
            path.write_text(f'#!/bin/sh\necho "$*" >> "{self.root}/calls"\n{body}\n')
            path.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        notes = self.root / "calls"
        return notes.read_text().splitlines() if notes.exists() else []

    def call(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the installer there, without a display unless given."""
        hidden = {"DISPLAY", "WAYLAND_DISPLAY"}
        surroundings = {key: value for key, value in os.environ.items() if key not in hidden}
        return subprocess.run(
            [sys.executable, str(self.root / "installer" / script), *arguments],
            env={**surroundings, **environment},
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "checkout")
    made.build("test")
    return made
