"""Words of the windows in the language of the user, found by Qt's tools; English where there are no others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str, note: str = "", n: int = -1) -> str:
    """A text in the language of the windows; `n` chooses the plural and stands for %n, `note` is for translators.

    Literals only, and at the time of drawing: what is asked for before a language is chosen stays English.
    """
    return QCoreApplication.translate(context, text, note, n)
