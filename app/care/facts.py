"""What is to be known of the machine when something does not work on it: nothing that names its user."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import psutil

from app import paths
from app.care.own_command import own_command
from app.cli.arguments import version
from workers.weights.cache import edition_in, path_of
from workers.weights.catalogue import load_catalogue
from workers.weights.errors import WeightsError

_PACKAGES = (
    "PySide6-Essentials", "shiboken6", "live2d-py", "PyOpenGL", "pyqtgraph", "pydantic", "numpy", "onnxruntime",
    "faster-whisper", "ctranslate2", "xllamacpp", "ollama", "sounddevice", "pywebrtc-audio", "python-socketio",
    "keyring",
)  # fmt: skip
_VARIABLES = (
    "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "WAYLAND_DISPLAY", "DISPLAY", "LANG",
    "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_OPENGL", "LIBGL_ALWAYS_SOFTWARE", "PULSE_SERVER", "PIPEWIRE_REMOTE",
)  # fmt: skip
"""Variables of the environment that say how the desktop is set up. No other is looked at."""
_DOCTOR_LIMIT_S = 180


def about() -> dict[str, object]:
    """Versions, system, size of the machine, and how the desktop is set up."""
    memory = psutil.virtual_memory()
    return {
        "vesper": version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "system": platform.platform(),
        "distribution": _distribution(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "memory_mb": memory.total // 1_000_000,
        "memory_free_mb": memory.available // 1_000_000,
        "disk_free_mb": _free_mb(),
        "locale": locale.getlocale()[0],
        "environment": {name: os.environ[name] for name in _VARIABLES if name in os.environ},
        "packages": {name: _version_of(name) for name in _PACKAGES},
    }


def models() -> list[dict[str, object]] | str:
    """Every model of the catalogue: whether it is there, and its size."""
    try:
        catalogue = load_catalogue()
    except WeightsError as error:
        return str(error)
    listed = []
    for model in catalogue.models:
        edition = edition_in(path_of(model.id), model)
        listed.append({"id": model.id, "here": edition is not None, "bytes": edition.size if edition else 0})
    return listed


class Doctor:
    """`vesper doctor --json` in a process of its own, which `stop` may end from any thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def report(self, settings: Path) -> str:
        """What it says of a settings file and everything else, or why it says nothing. Takes a while."""
        command = own_command("doctor", "--json", "--settings", str(settings))
        try:
            self._process = subprocess.Popen(
                command,
                cwd=paths.ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            return f"it did not start: {error}"
        if self._stopped:
            self.stop()
        with self._process as process:
            try:
                said, trouble = process.communicate(timeout=_DOCTOR_LIMIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                return f"it did not come to an end within {_DOCTOR_LIMIT_S} s"
        return said or f"it ended with code {process.returncode}\n{trouble[-4000:]}"

    def stop(self) -> None:
        """End it: nobody waits for it any more."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        return ""


def _free_mb() -> dict[str, int]:
    free = {}
    for name, folder in (("state", paths.state_folder()), ("cache", paths.cache_folder())):
        there = next((place for place in (folder, *folder.parents) if place.exists()), None)
        if there is not None:
            free[name] = shutil.disk_usage(there).free // 1_000_000
    return free


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
