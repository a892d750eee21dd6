"""What the user forbids: words and phrases as they are, topics by rough stems.

A blocked word is met like a word of the built-in lists, however disguised. A topic is met by its stems in order, with
up to two words between them: "politics" meets "political".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.safety.folding import fold, squeezed
from models.safety.reading import Text, read

_ENDINGS = (
    "ations", "ation", "ities", "ions", "ious", "ings", "ers", "ies", "ion", "ity", "ing", "ism", "ist", "ous", "er",
    "ed", "es", "al", "s", "y", "e",
)  # fmt: skip
_IC = re.compile(r"(\w{2,}ic)(?:s|al|als|ally|ian|ians)$")
_SHORTEST = 4
_MORE = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """A forbidden topic, as the user wrote it, and the pattern it is met by."""

    words: str
    pattern: re.Pattern[str]

    def met(self, text: Text) -> str:
        """Where a text is about it; empty where it is not."""
        for found in self.pattern.finditer(text.line):
            if found.end() > text.line_new:
                return found.group().strip()
        return ""


def stem(word: str) -> str:
    """A word without its last ending, if enough is left."""
    if found := _IC.match(word):
        return found.group(1)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of something the user listed, as they are met in texts; empty when it has none."""
    return read(fold(phrase)).texts[0].raw


def topics(listed: Iterable[str]) -> tuple[Topic, ...]:
    """The topics that have words."""
    found: list[Topic] = []
    for phrase in listed:
        if parts := [_part(word) for word in words_of(phrase)]:
            pattern = "(?<![^ ])" + r" (?:[^ ]+ ){0,2}".join(parts) + "(?= )"
            found.append(Topic(phrase, re.compile(pattern)))
    return tuple(found)


def _part(word: str) -> str:
    short = re.escape(squeezed(word))
    if not word.isascii():
        return f"[^ ]{{0,20}}{short}[^ ]*"
    root = stem(word)
    if len(root) < _SHORTEST:
        return f"{short}(?:s|es|z)?"
    return f"{re.escape(squeezed(root))}[^ ]{{0,{_MORE}}}"
