from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.chat.window import ChatWindow
from app.look.theme import Theme


@pytest.fixture
def chat(qtbot: QtBot) -> Iterator[ChatWindow]:
    """The chat window, on the screen."""
    window = ChatWindow(Theme())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.open()
    yield window
    window.hide()
