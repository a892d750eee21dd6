from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.look.theme import Theme
from app.settings.window import SettingsWindow
from tests.settings_pictures import fill, usual


@pytest.fixture
def settings(qtbot: QtBot) -> Iterator[SettingsWindow]:
    """The settings window, on the screen, with settings in use for a while."""
    window = SettingsWindow(Theme())
    qtbot.addWidget(window)
    window.show_state(usual())
    fill(window)
    window.resize(900, 720)
    with qtbot.waitExposed(window):
        window.open()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.hide()
