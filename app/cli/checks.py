"""The doctor's look at the machine: Python, libraries, desktop, models, keyring, settings."""

from __future__ import annotations

import asyncio
import ctypes
import importlib.util
import json
import os
import platform
import shutil
import sys
from typing import Any

from app.avatar.wayland import platform_advice
from app.cli.findings import Finding, State, works
from app.config.store import SettingsStore
from app.credentials.store import LOCKED, KeyringSecrets
from app.paths import ROOT, asset, cache_folder, log_folder
from workers.advice import fetching, own, repairing
from workers.weights.cache import edition_in, path_of
from workers.weights.catalogue import load_catalogue
from workers.weights.errors import WeightsError
from workers.weights.part import is_whole

_LEAST_PYTHON = (3, 11)
_PICTURE_PATIENCE_S = 60.0
_LEAST_FREE_BYTES = 500_000_000
_PACKAGES = {
    "PySide6": "window",
    "pydantic": "settings",
    "numpy": "sound",
    "sounddevice": "microphone and loudspeaker",
    "pywebrtc_audio": "echo cancelling",
    "soxr": "sound",
    "onnxruntime": "voice",
    "faster_whisper": "hearing",
    "misaki": "pronunciation",
    "ollama": "mind",
    "xllamacpp": "embedded mind",
    "live2d": "avatar",
    "keyring": "passwords",
    "tomlkit": "settings",
    "socketio": "stream",
    "fastapi": "local API",
    "uvicorn": "local API",
    "websockets": "OBS and local API",
}
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libportaudio.so.2": "libportaudio2",
    "libgomp.so.1": "libgomp1",
}
"""Library to the Debian package that brings it."""


def python() -> Finding:
    """The interpreter and the packages."""
    name = "Python"
    seen = f"{platform.python_version()} in {sys.prefix}"
    if sys.version_info < _LEAST_PYTHON:
        return Finding(name, State.BROKEN, seen, "install Python 3.11 or newer", essential=True)
    missing = [f"{package} ({use})" for package, use in _PACKAGES.items() if not _importable(package)]
    if missing:
        return Finding(
            name, State.BROKEN, f"{seen}; missing: {', '.join(missing)}", repairing(), essential=True
        )
    return works(name, seen)


def libraries() -> Finding:
    """The system's libraries (Linux)."""
    name = "System libraries"
    if not sys.platform.startswith("linux"):
        return works(name, "part of the system")
    missing = [package for library, package in _LIBRARIES.items() if not _loadable(library)]
    if not missing:
        return works(name, f"all {len(_LIBRARIES)} found")
    fix = f"sudo apt install {' '.join(missing)}   (or what your distribution calls them)"
    return Finding(name, State.BROKEN, f"missing: {', '.join(missing)}", fix)


def folders() -> Finding:
    """Whether what must be written can be written, and the room for it."""
    name = "Folders"
    for folder in (cache_folder(), log_folder()):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fix = "change its permissions, or set VESPER_CACHE and VESPER_STATE to folders of yours"
            return Finding(name, State.WEAK, f"{folder}: {error.strerror or error}", fix)
        if not os.access(folder, os.W_OK):
            return Finding(name, State.WEAK, f"{folder} is read-only", "change its permissions")
    free = shutil.disk_usage(cache_folder()).free
    if free < _LEAST_FREE_BYTES:
        return Finding(name, State.WEAK, f"only {free // 1_000_000} MB free", "make room on the disk")
    return works(name, f"{cache_folder()}, {free / 1e9:.0f} GB free")


def settings(store: SettingsStore) -> Finding:
    """The settings file."""
    name = "Settings"
    if store.problems:
        seen = "; ".join(map(str, store.problems))
        return Finding(name, State.WEAK, seen, f"edit {store.path}; defaults are used meanwhile")
    kind = str(store.path) if store.path.exists() else f"defaults ({store.path} is not there yet)"
    return works(name, kind)


def keyring() -> Finding:
    """The system's keyring."""
    name = "Keyring"
    trouble = KeyringSecrets().trouble()
    if not trouble:
        return works(name, "answers")
    if trouble == LOCKED:
        return Finding(name, State.WEAK, "locked, or it does not answer", "unlock it")
    fix = "install GNOME Keyring or KWallet, or set keys as environment variables"
    return Finding(name, State.OFF, "none that Vesper can use; keys are kept until you quit", fix)


def models() -> list[Finding]:
    """Every model's files, each byte of them."""
    findings = []
    try:
        catalogue = load_catalogue()
    except WeightsError as error:
        return [Finding("Models", State.BROKEN, str(error), repairing(), essential=True)]
    for model in catalogue.models:
        name, folder = f"Model {model.id}", path_of(model.id)
        edition = edition_in(folder, model)
        if edition is None:
            fix = f"run: {fetching(model.id)}"
            findings.append(Finding(name, State.BROKEN, "not fetched yet", fix, essential=True))
            continue
        wrong = [file.name for file in edition.files if not is_whole(folder / file.name, file)]
        if wrong:
            fix = f"delete the folder {folder}, then run: {fetching(model.id)}"
            seen = f"damaged: {', '.join(wrong)}"
            findings.append(Finding(name, State.BROKEN, seen, fix, essential=True))
        else:
            findings.append(works(name, f"verified, {edition.size / 1e6:.0f} MB"))
    return findings


async def desktop() -> list[Finding]:
    """Screen, OpenGL and the avatar, compositor and tray, tried in a process that may die of it."""
    steps, code, words = await _probe()
    screen = steps.get("desktop")
    if screen is None:
        fix = f"start Vesper on a desktop, or talk with her in the terminal: {own('chat')}"
        seen = "no screen to show her on" if not _has_display() else f"the screen cannot be used: {words}"
        return [Finding("Screen", State.OFF, seen, fix)]
    findings = [works("Screen", f"{screen['platform']}, {', '.join(screen['screens'])}")]
    if words := platform_advice(os.environ).words:
        findings.append(Finding("Wayland", State.WEAK, words))
    if "picture" in steps and code == 0:
        version = steps["opengl"]["version"]
        findings.append(works("OpenGL and Live2D", f"OpenGL {version}; she was drawn"))
    else:
        seen = "she could not be drawn" if "opengl" in steps else "no OpenGL"
        fix = "update the graphics driver or install libgl1-mesa-dri; until then she is a still picture"
        findings.append(Finding("OpenGL and Live2D", State.BROKEN, f"{seen}: {words or code}", fix))
    if screen["composited"] is False:
        fix = "turn compositing on in your desktop, or run picom; until then she is cut out along her edge"
        findings.append(Finding("Transparency", State.WEAK, "no compositor runs", fix))
    else:
        findings.append(works("Transparency", "the desktop blends windows"))
    if screen["tray"]:
        findings.append(works("Tray", "there is one"))
    else:
        fix = "right-click her for the menu; on GNOME the AppIndicator extension brings a tray"
        findings.append(Finding("Tray", State.OFF, "this desktop has none", fix))
    return findings


def _has_display() -> bool:
    linux = sys.platform.startswith("linux")
    return not linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def _probe() -> tuple[dict[str, Any], int, str]:
    """The steps the probe came through, its exit code, and its last words."""
    if not _has_display():
        return {}, 1, ""
    model = asset("avatar", "vesper", "vesper.model3.json")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app.cli.picture_probe", str(model), str(cache_folder() / "avatar")),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), _PICTURE_PATIENCE_S)
    except TimeoutError:
        process.kill()
        await process.wait()
        return {}, -1, "it hung"
    steps = {}
    for line in out.decode(errors="replace").splitlines():
        if line.startswith('{"step"'):
            entry = json.loads(line)
            steps[entry["step"]] = entry
    words = [line for line in err.decode(errors="replace").splitlines() if line.strip()]
    return steps, process.returncode or 0, words[-1] if words else ""


def _importable(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def _loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
