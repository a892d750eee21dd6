"""Links, also spoken ("dot com") and disguised ("(dot)", "hxxp", a blank before the dot)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.safety.folding import fold

_SURE = (
    "com|net|org|gg|tv|io|ru|xyz|info|biz|ly|uk|de|eu|fr|es|br|pl|nl|ch|jp|cn|cc|gl|app|dev|edu|gov|mil|onion|tk|ws|su"
    "|ua|se|dk|fi|cz|ro|gr|tr|ir|kr|au|nz|za|mx|ar|cl|pt"
)
_WORDY = (
    "me|to|co|is|in|it|be|us|at|my|live|pro|top|one|fun|club|shop|store|online|site|website|link|click|vip|win|ai"
    "|gift|cash"
)
_KNOWN = r"t\.me|youtu\.be|amzn\.to|wa\.me|g\.co|fb\.me|is\.gd|kick\.com|onlyfans\.com"
_SPEAKABLE = (
    "com|net|org|gg|tv|io|ru|de|info|edu|gov|uk|xyz|me|ly|co|app|dev|ai|live|shop|store|online|site|club|win"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bh(?:tt|xx)ps?\s?:\s?/\s?/|\bh\s?t\s?t\s?p\s?s?\s?:\s?/\s?/|\b(?:ftp|magnet|file|steam)\s?:\s?/\s?/",
        r"\bw\s?w\s?w\s?(?:\.|dot\b)\s?\w",
        rf"(?<![\w@])[\w-]{{2,63}}(?:\.[\w-]{{2,63}}){{0,3}}\.(?:{_SURE})\b(?!\.?\w)",
        rf"(?<![\w@])[\w-]{{2,63}}(?:\.[\w-]{{2,63}}){{0,3}}\.(?:{_SURE}|{_WORDY})/\S",
        rf"(?<![\w@.])(?:{_KNOWN})\b",
        (
            r"\b[\w-]{2,63}\s?(?:\bd[o0]t\b|\(\.\)|\[\.\]|\(d[o0]t\)|\[d[o0]t\]|\{d[o0]t\}|,)\s?"
            rf"(?:{_SPEAKABLE})\b(?!')"
        ),
        r"\b[\w-]{3,63}\s{1,2}\.\s?(?:com|net|org|gg|tv|ru)\b|\b[\w-]{3,63}\.\s(?:com|net|gg)\b",
        (
            r"\b(?:twitch|youtube|discord|tiktok|instagram|patreon|kick|wiki\w*)\s(?:dot\s\w{2,5}\s)?"
            r"(?:slash|forward slash)\s\w"
        ),
    )
)
_COMMA = re.compile(r",\s\w|,(?:me|co|live|online|win|club|shop|store|site|ai|app|dev)\b", re.IGNORECASE)


def links(text: str, new: int = 0) -> Iterator[str]:
    """All links in a cleaned text that end behind place `new`."""
    yield from _written(text, new)
    if not text.isascii():
        yield from _written(fold(text[new:]), 0)


def _written(text: str, new: int) -> Iterator[str]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if found.end() > new and not _COMMA.search(found.group()):
                yield found.group()
