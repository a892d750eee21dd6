"""The language of the windows: Vesper's own words and Qt's, in the one that is chosen or the system's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from app.paths import asset

LANGUAGES = ("en", "de")
"""Those there are words for, in the settings' spelling; the first stands in for all others."""


class Language(QObject):
    """`changed` carries the code of the new language; windows get a QEvent.LanguageChange besides.

    `folder` holds the words as `vesper_<code>.qm`; a language without a file is English.
    """

    changed = Signal(str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or asset("i18n")
        self._translators: list[QTranslator] = []
        self._code = LANGUAGES[0]

    @property
    def code(self) -> str:
        """The language now."""
        return self._code

    def follow(self, choice: str) -> None:
        """Speak this language, or that of the "system"."""
        code = choice if choice in LANGUAGES else of_system()
        if code == self._code:
            return
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        self._code = code
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._translators = []
        for file in (qt / f"qtbase_{code}.qm", self._folder / f"vesper_{code}.qm"):
            translator = QTranslator()
            if file.is_file() and translator.load(str(file)):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
        QLocale.setDefault(QLocale(code) if choice in LANGUAGES else QLocale.system())
        self.changed.emit(code)


def of_system() -> str:
    """The first of the user's languages there are words for."""
    wanted = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), LANGUAGES[0])
