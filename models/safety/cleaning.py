"""Text made harmless as text: nothing invisible, one line, one normal form, a length that can be read at once.

Unicode text can carry what nobody sees (controls, direction marks, zero-width and tag characters) and marks piled up
without end; none of it belongs to what people say. Both functions are idempotent and linear in the text's length.
"""

from __future__ import annotations

import re
import unicodedata

HEARD = 2_000
"""Characters of one line to her; the rest is cut at a word."""
SAID = 4_000
"""Characters of one piece of hers."""
QUOTED, NAMED = 300, 40
"""Characters of a stranger's line and name in a prompt."""

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]+"
)
_MARK = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILED = re.compile(f"([{_MARK}]{{3}})[{_MARK}]+")
_SPACE = re.compile(r"\s+")
_ROOM = 4
"""Raw characters looked at for each one kept: normalising must not be fed without end."""


def clean(text: str, longest: int) -> str:
    """`text` on one line, visible characters only, in NFC, at most `longest` characters."""
    if text.isascii() and text.isprintable():
        plain = text
    else:
        plain = _PILED.sub(r"\1", _INVISIBLE.sub("", text))[: longest * _ROOM]
        plain = _PILED.sub(r"\1", unicodedata.normalize("NFC", plain))
        plain = _INVISIBLE.sub("", plain)
    return cut(_SPACE.sub(" ", plain).strip(), longest)


def cut(text: str, longest: int) -> str:
    """At most `longest` characters, ending with a word where one ends in the last fifth."""
    if len(text) <= longest:
        return text
    if text[longest] == " ":
        return text[:longest].rstrip()
    at = text.rfind(" ", longest - longest // 5, longest)
    return text[: at if at > 0 else longest].rstrip()
