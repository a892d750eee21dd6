"""A small language for phrases, compiled to patterns over a row of squeezed words, each with a space behind it.

`word`, `word*` (begins so), `a|b` (either), `(a b|c)` (either, of several words), `<name>` (any entry of a set), `.`
(any one word), `..` (up to two words), `...` (up to five); a `?` at the end makes a piece optional. Contractions are
written open ("do not"). Phrases are filed under their beginnings, so the first piece that is not optional starts with
three fixed letters or is a whole word. Patterns never nest repetition: matching costs a bounded number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.safety.folding import squeezed

KEY = 3
"""Letters of a beginning that phrases are filed under."""

_PIECE = re.compile(r"\([^()]*\)\??|\S+")
_GAPS = {".?": r"(?:[^ ]+ )?", "..": r"(?:[^ ]+ ){0,2}", "...": r"(?:[^ ]+ ){0,5}", ".": r"[^ ]+ "}


class PhraseError(ValueError):
    """A phrase, or a piece of one, that cannot be read, and why."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what!r} {why}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as a pattern and the beginnings it is filed under."""

    pattern: str
    keys: frozenset[str]


def compile_phrase(phrase: str, sets: Mapping[str, Sequence[str]]) -> Phrase:
    """Compile one phrase; raises `PhraseError`."""
    pieces = _PIECE.findall(phrase)
    keys: set[str] = set()
    for piece in pieces:
        if piece in _GAPS:
            raise PhraseError(phrase, "has no fixed beginning")
        keys |= {_key(way) for way in _ways(piece, sets)}
        if not piece.endswith("?"):
            return Phrase("".join(_part(part, sets) for part in pieces), frozenset(keys))
    raise PhraseError(phrase, "has no fixed beginning")


@lru_cache(maxsize=1024)
def pattern_of(pattern: str) -> re.Pattern[str]:
    """A phrase's pattern, compiled when it is first needed: all of them take a fifth of a second."""
    return re.compile(pattern)


def filed(phrases: Iterable[Phrase]) -> dict[str, tuple[str, ...]]:
    """Phrases by their beginnings."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        for key in phrase.keys:
            found.setdefault(key, []).append(phrase.pattern)
    return {key: tuple(patterns) for key, patterns in found.items()}


def _part(piece: str, sets: Mapping[str, Sequence[str]]) -> str:
    if piece in _GAPS:
        return _GAPS[piece]
    optional = piece.endswith("?")
    ways = "|".join(_way(way) for way in sorted(_ways(piece.removesuffix("?"), sets), key=len, reverse=True))
    return f"(?:(?:{ways}) )?" if optional else f"(?:{ways}) "


def _ways(piece: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    ways: list[str] = []
    for way in piece.removesuffix("?").removeprefix("(").removesuffix(")").split("|"):
        if way.startswith("<") and way.endswith(">"):
            if way[1:-1] not in sets:
                raise PhraseError(piece, "names a set there is not")
            ways += sets[way[1:-1]]
        else:
            ways.append(way)
    if not all(ways):
        raise PhraseError(piece, "has an empty way")
    return [squeezed(way.lower()) for way in ways]


def _way(way: str) -> str:
    return re.escape(way.removesuffix("*")) + ("[^ ]*" if way.endswith("*") else "")


def _key(way: str) -> str:
    if way.endswith("*") and len(way) <= KEY:
        raise PhraseError(way, "begins with too few fixed letters")
    return way.split(" ", maxsplit=1)[0].removesuffix("*")[:KEY]
