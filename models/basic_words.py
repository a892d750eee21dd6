"""Everyday English made comparable: opened contractions, rough stems, weights, and phrases that match with slack.

For basic mode, where what was heard is matched against authored phrases. Nothing here is learned; every
score is a sum of word weights and can be recomputed by hand. Rough on purpose: both sides of a comparison
are treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENED = """
i'm i am; im i am; i've i have; ive i have; i'll i will; i'd i would; you're you are; youre you are; ur you
are; you've you have; you'll you will; you'd you would; we're we are; we've we have; we'll we will; they're
they are; theyre they are; don't do not; dont do not; doesn't does not; doesnt does not; didn't did not;
didnt did not; can't cannot; cant cannot; couldn't could not; won't will not; wont will not; wouldn't would
not; shouldn't should not; isn't is not; isnt is not; aren't are not; wasn't was not; weren't were not;
haven't have not; hasn't has not; ain't is not; aint is not; let's let us; lets let us; wanna want to; gonna
going to; gotta got to; gimme give me; lemme let me; dunno do not know; kinda kind of; sorta sort of;
whatcha what are you; watcha what are you; wassup what is up; whassup what is up; u you; ya you; r are; thx
thanks; whats what is; thats that is; hows how is; wheres where is; whos who is; theres there is; gn good
night; goodnight good night; gm good morning; tbh honestly; vespa vesper; mum mom; favourite favorite;
colour color; cos because; cuz because; idk i do not know
"""
_CONTRACTIONS = {
    short: opened for short, _, opened in (entry.strip().partition(" ") for entry in _OPENED.split(";"))
}
_IS_AFTER = _set("what that it he she who where how when why there here this everything name")

FILLERS = _set(
    "um uh er erm ah oh aw aww mm mmm oops ooh whoa wow gosh yikes eh so well just really very actually basically "
    "literally please now today tonight anyway then too also even quite honestly hmm hm dude bro man right some kind "
    "sort of totally absolutely completely super pretty such already lately recently again exactly supposed meant "
    "maybe probably though bit little over any more else only these days ago bloody damn utterly always ever far all "
    "together finally suddenly here there alright"
)
_OPENERS = _set("hi hello hey yeah yes yep ok okay thanks thank lol haha sure no nope sorry wow")
_SMALL = _set(
    "i you he she it we they me us him her them my your his our their is am are was were be been being do does did "
    "done a an the to in on at for with and or but that this these those there here what who how when where why "
    "which can could would will shall should may might must have has had if as from about up out off because than"
)
_LIGHT = _set("get got go going want tell give say know think make like let need feel thing still much")
NEGATIONS = _set("not never no cannot nobody nothing without")
_NAME = "vesper"
_KEPT = _set(
    "made this is was yes his has does news always us as less bless miss kiss boss class guess press pass"
)
_FUZZY_LENGTH = 6
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its most common endings; never shorter than three letters."""
    if len(word) <= 3 or word in _KEPT:  # noqa: PLR2004  # short words carry no ending
        return word
    for ending, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):  # noqa: PLR2004
            return _DOUBLED.sub(r"\1", word.removesuffix(ending) + instead).removesuffix("e")
    return word.removesuffix("e")


def words(text: str) -> tuple[str, ...]:
    """Plain lower-case words, contractions opened, without her name unless that is all there is."""
    found: list[str] = []
    for word in _WORD.findall(text.lower().replace("’", "'")):
        whole = _CONTRACTIONS.get(word)
        if whole is None and word.endswith("'s"):
            base = word.removesuffix("'s")
            whole = f"{base} is" if base in _IS_AFTER else base
        found += (whole or word.replace("'", "")).split()
    named = [word for word in found if word != _NAME]
    return tuple(named or found)


def weight(word: str) -> float:
    """How much a word says: fillers next to nothing, grammar little, the rest all."""
    if word in FILLERS:
        return 0.05
    if word in _SMALL:
        return 0.25
    return 0.5 if word in _OPENERS or word in _LIGHT else 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a phrase: any of these stems; `optional` may be missing; no stems: any words, at most four."""

    stems: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to say something. `telling`: enough inside a longer sentence if nothing fits better; `strong`: always."""

    pieces: tuple[Piece, ...]
    at_start: bool = False
    at_end: bool = False
    strong: bool = False
    telling: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """How a phrase met what was said: `literal` and `loose` word weight, and the places of the literal words."""

    literal: float
    loose: float
    places: frozenset[int]


def parse_phrase(text: str) -> Phrase:
    """A phrase from its written form (see `assets/persona/basic/intents.toml`). Raises ValueError when empty."""
    marks = text.split()
    strong, telling = "!" in marks, "~" in marks
    marks = [mark for mark in marks if mark not in {"!", "~"}]
    pieces = tuple(
        Piece(frozenset()) if mark == "*" else _piece(mark) for mark in marks if mark not in {"^", "$"}
    )
    if not any(piece.stems for piece in pieces):
        message = f"phrase {text!r} has no words"
        raise ValueError(message)
    return Phrase(pieces, "^" in marks, "$" in marks, strong, telling)


@lru_cache(maxsize=4096)
def _piece(mark: str) -> Piece:
    optional = mark.endswith("?")
    options = mark.removesuffix("?").split("|")
    if any("?" in option for option in options):
        message = f"in {mark!r} the question mark belongs at the end"
        raise ValueError(message)
    return Piece(frozenset(stem(word) for option in options for word in words(option)), optional)


_ANY_WORDS = 4


def best_match(phrase: Phrase, said: tuple[str, ...]) -> Match | None:
    """The match of a phrase that covers most of what was said (`words`), or None."""
    stems, known = _stems(said)
    if not _possible(phrase, known):
        return None
    matcher = _Matcher(phrase, said, stems)
    starts = (0,) if phrase.at_start else range(len(said))
    return _best([matcher.at(0, start) for start in starts])


@lru_cache(maxsize=64)
def _stems(said: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    stems = tuple(stem(word) for word in said)
    return stems, frozenset(stems)


def _possible(phrase: Phrase, stems: frozenset[str]) -> bool:
    """Whether every word that the phrase needs is there in some spelling; spares most of the matching."""
    for piece in phrase.pieces:
        if piece.stems and not piece.optional and stems.isdisjoint(piece.stems):
            near = any(_same(word, piece.stems) for word in stems if len(word) >= _FUZZY_LENGTH)
            if not near:
                return False
    return True


def _best(matches: list[Match | None]) -> Match | None:
    found = [match for match in matches if match is not None]
    return max(found, key=lambda match: match.literal + match.loose / 2, default=None)


@dataclass(frozen=True, slots=True)
class _Matcher:
    phrase: Phrase
    said: tuple[str, ...]
    stems: tuple[str, ...]

    def at(self, n: int, place: int, gaps: int = 1) -> Match | None:
        """The best match of the pieces from the `n`th on, starting exactly at a place; `gaps` words may be odd."""
        if n == len(self.phrase.pieces):
            unfinished = self.phrase.at_end and place < len(self.said)
            return None if unfinished else Match(0.0, 0.0, frozenset())
        piece = self.phrase.pieces[n]
        if not piece.stems:
            return self._anything(n, place, gaps)
        options = [self._literal(piece, n, place, gaps)]
        if piece.optional:
            options.append(self.at(n + 1, place, gaps))
        return _best(options)

    def _anything(self, n: int, place: int, gaps: int) -> Match | None:
        options: list[Match | None] = []
        for end in range(place, min(place + _ANY_WORDS, len(self.said)) + 1):
            rest = self.at(n + 1, end, gaps)
            if rest is not None:
                loose = rest.loose + sum(weight(word) for word in self.said[place:end])
                options.append(Match(rest.literal, loose, rest.places))
        return _best(options)

    def _literal(self, piece: Piece, n: int, place: int, gaps: int) -> Match | None:
        if place == len(self.said):
            return None
        word = self.said[place]
        if _same(self.stems[place], piece.stems):
            rest = self.at(n + 1, place + 1, gaps)
            return rest and Match(rest.literal + weight(word), rest.loose, rest.places | {place})
        if n == 0 or word in NEGATIONS or (word not in FILLERS and not gaps):
            return None
        return self.at(n, place + 1, gaps if word in FILLERS else gaps - 1)


def alike(word: str, stems: Collection[str]) -> list[str]:
    """Those of the stems that a longer word may be a slip of."""
    return [other for other in stems if _close(word, other)] if len(word) >= _FUZZY_LENGTH else []


def _same(word: str, stems: frozenset[str]) -> bool:
    return word in stems or (len(word) >= _FUZZY_LENGTH and any(_close(word, other) for other in stems))


def _close(one: str, other: str) -> bool:
    """Whether two longer words differ by one letter: changed, added, lost or swapped with its neighbour."""
    far = len(other) < _FUZZY_LENGTH or one[0] != other[0] or abs(len(one) - len(other)) > 1
    return not far and _slip(one, other)


@lru_cache(maxsize=2048)
def _slip(one: str, other: str) -> bool:
    """`_close` for words of nearly one length and one first letter; few pairs are, so few are remembered."""
    if len(one) > len(other):
        one, other = other, one
    split = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[split:] == other[split + 1 :]
    swapped = (
        one[split : split + 2] == other[split : split + 2][::-1] and one[split + 2 :] == other[split + 2 :]
    )
    return one[split + 1 :] == other[split + 1 :] or swapped
