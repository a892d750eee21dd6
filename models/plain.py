"""Short texts of the user's and of the stream's, made fit to stand inside a prompt."""

from __future__ import annotations

import unicodedata

_CUT = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def plain(text: str, longest: int) -> str:
    """One line without braces, control and direction characters, at most `longest` characters long.

    Line breaks become spaces; spaces are single.
    """
    shown = "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or _fit(sign))
    return " ".join(shown.split())[:longest].rstrip()


def _fit(sign: str) -> bool:
    return sign not in "{}" and unicodedata.category(sign) not in _CUT
