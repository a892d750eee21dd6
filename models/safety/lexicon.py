"""Listed words, stems and phrases, met in every reading of a text.

A word is met as a whole word, however disguised; a stem anywhere inside one; a phrase over a row of words. Whatever
an innocent phrase covers ("maine coon") is left alone. Every lookup is a dictionary access or a bounded match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.safety.common_words import COMMON
from models.safety.folding import reaches, squeezed
from models.safety.phrases import KEY, pattern_of
from models.safety.reading import Reading, Text
from models.safety.values import Category, Ear

NEVER_ALLOWED = frozenset({Category.MINORS, Category.SELF_HARM})
"""Categories whose lists the user cannot soften."""

_TORN_MIN = 5
_TORN_PIECES = 3
_STARRED_MIN = 4
_WILD = frozenset("*#%_•")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one list is for. `family`: only in family mode."""

    category: Category
    words: str
    ears: frozenset[Ear]
    family: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a listed word; `listed` is the word as the list has it."""

    form: str
    lengths: tuple[int, ...]
    listed: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """What was met: by which rule, in which words, from which listed word (empty for phrases)."""

    rule: Rule
    met: str
    listed: str = ""


@dataclass(frozen=True, slots=True)
class StemList:
    """The stems of one rule as one pattern, and each as listed by its squeezed form."""

    rule: Rule
    pattern: re.Pattern[str]
    listed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PhraseList:
    """The phrases of one rule by their beginnings, and those that excuse them anywhere in the text."""

    rule: Rule
    phrases: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists together: `words` by squeezed form, `starred` by length and first letter.

    `allowed` are the user's words that may contain a stem.
    """

    words: Mapping[str, tuple[Entry, ...]]
    starred: Mapping[tuple[int, str], tuple[Entry, ...]]
    stems: tuple[StemList, ...]
    lists: tuple[PhraseList, ...]
    keys: Mapping[str, tuple[int, ...]]
    innocent_words: frozenset[str]
    allowed: frozenset[str]
    innocent: Mapping[str, tuple[str, ...]]

    def meet(self, reading: Reading) -> Iterator[Hit]:
        """Everything met whose last word is new, in no particular order."""
        for text in reading.texts:
            for entry in self._listed(text):
                yield Hit(entry.rule, entry.form, entry.listed)
            yield from self._inside(" ".join(text.raw[text.new :]))
            yield from self._phrased(text)
        for word in reading.joined:
            for entry in self._entries(squeezed(word), word):
                yield Hit(entry.rule, entry.form, entry.listed)
        if reading.joined:
            yield from self._inside(" ".join(reading.joined))
        for word in reading.starred:
            for entry in self._unstarred(word):
                yield Hit(entry.rule, entry.form, entry.listed)

    def _listed(self, text: Text) -> Iterator[Entry]:
        for place in range(text.new, len(text.words)):
            for first in range(place, max(-1, place - _TORN_PIECES), -1):
                raw = "".join(text.raw[first : place + 1])
                over_border = text.seam and first < text.new <= place
                if first < place and not over_border and not self._torn(text.raw[first : place + 1], raw):
                    continue
                key = text.words[place] if first == place else squeezed(raw)
                for entry in self._entries(key, raw):
                    if entry.rule.category is Category.OWN_LIST or not self._excused(text, first, place):
                        yield entry

    def _torn(self, pieces: tuple[str, ...], whole: str) -> bool:
        """Whether these words are rather one torn apart: not all are everyday words, and it is long enough."""
        if len(whole) < _TORN_MIN:
            return False
        strange = sum(piece not in COMMON for piece in pieces)
        return strange >= len(pieces) - 1 and strange > 0

    def _entries(self, key: str, raw: str) -> Iterator[Entry]:
        for entry in self.words.get(key, ()):
            innocent = raw in self.innocent_words and entry.rule.category is not Category.OWN_LIST
            if not innocent and reaches(raw, entry.lengths):
                yield entry

    def _excused(self, text: Text, first: int, last: int) -> bool:
        begin = sum(len(word) + 1 for word in text.words[:first])
        end = begin + sum(len(word) + 1 for word in text.words[first : last + 1])
        for start in range(max(0, first - 4), first + 1):
            at = sum(len(word) + 1 for word in text.words[:start])
            for pattern in self.innocent.get(text.words[start][:KEY], ()):
                if (
                    (found := pattern_of(pattern).match(text.line, at))
                    and found.start() <= begin
                    and found.end() >= end
                ):
                    return True
        return False

    def _inside(self, line: str) -> Iterator[Hit]:
        for stems in self.stems:
            rule = stems.rule
            for found in stems.pattern.finditer(line):
                start, end = line.rfind(" ", 0, found.start()) + 1, line.find(" ", found.end())
                word = line[start : end if end >= 0 else len(line)]
                allowed = word in self.allowed and rule.category not in NEVER_ALLOWED
                if word not in self.innocent_words and not allowed:
                    yield Hit(rule, found.group(), stems.listed[squeezed(found.group())])

    def _phrased(self, text: Text) -> Iterator[Hit]:
        at = 0
        excused: dict[int, bool] = {}
        for word in text.words:
            for number in self.keys.get(word[:KEY], ()):
                found = _first(self.lists[number].phrases, word[:KEY], text, at)
                if found and number not in excused:
                    excused[number] = _anywhere(self.lists[number].unless, text)
                if found and not excused[number]:
                    yield Hit(self.lists[number].rule, found)
            at += len(word) + 1

    def _unstarred(self, word: str) -> Iterator[Entry]:
        known = sum(symbol not in _WILD for symbol in word)
        if len(word) < _STARRED_MIN - 1 or known < 2 or known * 2 < len(word):  # noqa: PLR2004  # half of it, two at least
            return
        for entry in self.starred.get((len(word), word[0]), ()):
            if all(have in (*_WILD, need) for have, need in zip(word, entry.form, strict=True)):
                yield entry


def _first(phrases: Mapping[str, tuple[str, ...]], key: str, text: Text, at: int) -> str | None:
    for pattern in phrases.get(key, ()):
        if (found := pattern_of(pattern).match(text.line, at)) and found.end() > text.line_new:
            return found.group().strip()
    return None


def _anywhere(phrases: Mapping[str, tuple[str, ...]], text: Text) -> bool:
    at = 0
    for word in text.words:
        if any(pattern_of(pattern).match(text.line, at) for pattern in phrases.get(word[:KEY], ())):
            return True
        at += len(word) + 1
    return False
