"""Fixtures every test may ask for: the stage (`tests.stage`) as real servers, started once a run on first use."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import stage as stages

if TYPE_CHECKING:
    from collections.abc import Iterator


settings.register_profile("vesper", deadline=None)
settings.load_profile("vesper")


@pytest.fixture(scope="session")
def screen() -> Iterator[stages.Screen]:
    """A real X server with openbox and picom; this process's DISPLAY points to it."""
    with stages.screen() as running:
        os.environ.update({key: running.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        yield running
        if (core := sys.modules.get("PySide6.QtCore")) is not None and (
            app := core.QCoreApplication.instance()
        ):
            app.shutdown()  # an X client that outlives its server ends the process, and with it the test report


@pytest.fixture(scope="session")
def sound() -> Iterator[stages.Sound]:
    """A real PulseAudio server; this process's PULSE_* point to it."""
    with stages.sound() as running:
        keys = [key for key in running.env if key.startswith("PULSE_")]
        os.environ.update({key: running.env[key] for key in keys})
        yield running


@pytest.fixture(scope="session")
def display(screen: stages.Screen) -> str:
    """The name of the X display of `screen`."""
    return screen.env["DISPLAY"]


@pytest.fixture(scope="session")
def stage(screen: stages.Screen, sound: stages.Sound) -> dict[str, str]:
    """Screen and sound together: the environment for a program that needs both."""
    pulse = {
        key: value for key, value in sound.env.items() if key.startswith("PULSE_") or key == "XDG_RUNTIME_DIR"
    }
    return {**screen.env, **pulse}


@pytest.fixture(scope="session")
def qapp_args(screen: stages.Screen) -> list[str]:
    """Qt starts on the real X server."""
    assert screen.env["DISPLAY"] == os.environ["DISPLAY"]
    return ["vesper"]
