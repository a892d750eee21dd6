from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import __file__ as pyside
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.language import Language
from app.words import translate

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context><name>settings</name>
<message><source>Search</source><translation>Suchen</translation></message>
</context>
</TS>
"""


@pytest.fixture
def words(tmp_path: Path, qapp: QApplication) -> Iterator[Language]:
    """A language with one German word."""
    (tmp_path / "vesper_de.ts").write_text(TS)
    tool = shutil.which("pyside6-lrelease") or str(Path(pyside).parent / "lrelease")
    subprocess.run([tool, str(tmp_path / "vesper_de.ts")], check=True, capture_output=True)
    made = Language(tmp_path)
    before = QLocale()
    yield made
    made.follow("en")
    QLocale.setDefault(before)


class Ear(QObject):
    """Hears that the language has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.heard += event.type() == QEvent.Type.LanguageChange
        return False


def test_words_change_at_once_and_back(words: Language, qtbot: QtBot) -> None:
    window, ear = QWidget(), Ear()
    qtbot.addWidget(window)
    window.installEventFilter(ear)
    assert translate("settings", "Search") == "Search"
    with qtbot.waitSignal(words.changed) as told:
        words.follow("de")
    assert told.args == ["de"]
    assert words.code == "de"
    assert translate("settings", "Search") == "Suchen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "Qt's own words too"
    assert QLocale().language() == QLocale.Language.German
    qtbot.waitUntil(lambda: ear.heard > 0)
    words.follow("en")
    assert translate("settings", "Search") == "Search"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_without_a_file_is_english(tmp_path: Path, qtbot: QtBot) -> None:
    nothing = Language(tmp_path)
    nothing.follow("de")
    assert translate("settings", "Search") == "Search"
    nothing.follow("en")


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (["de-AT", "en"], "de"),
        (["fr-FR", "de_DE"], "de"),
        (["ja"], "en"),
        (["en-GB", "de"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_language_is_the_first_there_are_words_for(
    monkeypatch: pytest.MonkeyPatch, system: list[str], code: str
) -> None:
    class Locale:
        @staticmethod
        def system() -> Locale:
            return Locale()

        def uiLanguages(self) -> list[str]:  # noqa: N802  # Qt's name
            return system

    monkeypatch.setattr(language, "QLocale", Locale)
    assert language.of_system() == code
