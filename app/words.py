"""Words of the windows in the language of the user, found by Qt's tools; English where there are no others.

Loads no Qt: a program without windows speaks English.
"""

from __future__ import annotations

import sys


def translate(context: str, text: str, note: str = "") -> str:
    """A text in the language of the windows; `note` is for translators.

    Qt's `lupdate` finds literals only. What is asked for before a language is chosen stays English.
    """
    core = sys.modules.get("PySide6.QtCore")
    return str(core.QCoreApplication.translate(context, text, note)) if core else text


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # the name Qt's tools look for
    """The text itself, found by `lupdate`, to be translated where it is drawn."""
    return text
