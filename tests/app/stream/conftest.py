from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.look.theme import Theme
from app.stream.window import StreamWindow

NOON_S = 1_795_291_200.0


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[StreamWindow]:
    """The stream window, on the screen."""
    window = StreamWindow(Theme(), clock=lambda: NOON_S)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.open()
    yield window
    window.hide()
