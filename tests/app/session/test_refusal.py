"""A refused start is told where it is read: on the terminal, or in a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.session import refusal

WORDS = "Vesper is busy with a replay; end that first."


def test_without_a_terminal_a_window_says_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    monkeypatch.setattr(refusal, "_has_display", lambda: True)
    seen: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.accept()

    timer = QTimer(interval=20)
    timer.timeout.connect(read)
    timer.start()
    refusal.refuse(WORDS)
    timer.stop()
    assert seen == [WORDS]
    assert WORDS in capsys.readouterr().err


def test_on_a_terminal_there_is_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(refusal, "_reads_along", lambda: True)
    monkeypatch.setattr(QMessageBox, "open", lambda _box: pytest.fail("a window was opened"))
    refusal.refuse(WORDS)
    assert WORDS in capsys.readouterr().err
