"""The about box leads to the licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.desks.checkup import about


def test_the_licences_are_a_click_away(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    parent = QWidget()
    qtbot.addWidget(parent)
    about(parent, "Vesper")
    (box,) = parent.findChildren(QMessageBox)
    next(one for one in box.buttons() if "Licences" in one.text()).click()
    assert [Path(url.toLocalFile()) for url in opened] == [paths.licences_file()]


def test_the_frozen_bundle_has_a_page_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    assert paths.licences_file() == tmp_path / "LICENSES.md"
    (tmp_path / "THIRD_PARTY.txt").write_text("everyone")
    assert paths.licences_file() == tmp_path / "THIRD_PARTY.txt"
