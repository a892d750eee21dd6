"""Finds the phrases of the emotion lexicon in a text, with what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from models.emotion_words import (
    ALONE,
    DIMINISHERS,
    DRY,
    GREAT,
    IDIOMS,
    INTENSIFIERS,
    LEXICON,
    NEGATORS,
    QUIET_CAPITALS,
    SIGN_WEIGHT,
    SIGNS,
    STATING,
)
from models.expression import Expression

_GAP = "~"
_LONGEST_GAP = 2
_REACH = 3
_NEGATORS = frozenset(NEGATORS.split())
_INTENSIFIERS = frozenset(INTENSIFIERS.split())
_DIMINISHERS = frozenset(DIMINISHERS.split())
_ALONE = frozenset(ALONE.split())
_STATING = frozenset(STATING.split())
_GREAT = frozenset(GREAT.split())
_DRY = frozenset(DRY.split())
_QUIET_CAPITALS = frozenset(QUIET_CAPITALS.split())
_SHOUT_LETTERS = 2

_SIGN_FACES = {sign: face for face, signs in SIGNS.items() for sign in signs.split()}
_SIGN = "|".join(
    rf"(?<!\w){re.escape(sign)}(?!\w)" if sign[0].isascii() else re.escape(sign)
    for sign in sorted(_SIGN_FACES, key=len, reverse=True)
)
_TOKEN = re.compile(
    rf"(?P<sign>{_SIGN})|(?P<word>[^\W_]+(?:['-][^\W_]+)*)|(?P<end>[.!?…]+)|(?P<pause>[,;:—–()\"“”])|\n"
)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and as looked up; `part` counts the pauses before it in its sentence."""

    written: str
    plain: str
    part: int
    stretched: bool = False

    @property
    def loud(self) -> bool:
        """Whether it stands in capitals that mean something."""
        return (
            len(self.written) >= _SHOUT_LETTERS
            and self.written.isupper()
            and self.written not in _QUIET_CAPITALS
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words up to a full stop, and the emoticons among them."""

    words: tuple[Word, ...] = ()
    signs: tuple[str, ...] = ()
    mark: str = ""

    @property
    def exclaims(self) -> int:
        """How many exclamation marks end it."""
        return self.mark.count("!")

    @property
    def asks(self) -> int:
        """How many question marks end it."""
        return self.mark.count("?")

    @property
    def trails(self) -> bool:
        """Whether it is left open."""
        return self.mark.startswith(("..", "…"))

    @property
    def alone(self) -> str:
        """Its only word, if that is one of those that ask in disbelief."""
        return self.words[0].written if len(self.words) == 1 and self.words[0].plain in _ALONE else ""

    @property
    def doubts(self) -> bool:
        """Whether it is a statement with a question mark: "You ate the whole thing?"."""
        first = self.words[0].plain if self.words else ""
        return bool(self.asks) and first in _STATING and len(self.words) > _REACH

    @property
    def confides(self) -> bool:
        """Whether it tells how she who asks feels herself: "Do you know how tired I am?"."""
        plain = [word.plain for word in self.words]
        return "im" in plain or any(pair in {("i", "am"), ("i", "feel")} for pair in pairwise(plain))

    @property
    def deadpan(self) -> str:
        """Its words, if they are great praise and nothing else, ended by a full stop."""
        words = [word.plain for word in self.words]
        praised = len(words) in {1, 2} and words[-1] in _GREAT and set(words[:-1]) <= _DRY
        return " ".join(words) if praised and self.mark == "." else ""

    @property
    def shouts(self) -> str:
        """Its words in capitals, if they are most of it."""
        loud = [word.written for word in self.words if word.loud]
        return " ".join(loud) if len(loud) * 2 > len(self.words) and len("".join(loud)) > _REACH else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase or sign (`sign`) in a sentence: what it speaks for, and what stands before it."""

    expression: Expression
    weight: float
    words: str
    sign: bool = False
    negated: bool = False
    stronger: int = 0
    weaker: bool = False
    before_but: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    tokens: tuple[str, ...]
    meanings: tuple[tuple[Expression, float], ...]


@dataclass(slots=True)
class _Draft:
    words: list[Word] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    part: int = 0


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; one without words or signs is left out."""
    done: list[Sentence] = []
    draft = _Draft()
    for match in _TOKEN.finditer(text.replace("’", "'").replace("‘", "'").replace("\ufe0f", "")):
        token = match.group()
        if match["sign"]:
            draft.signs.append(token)
        elif match["word"]:
            draft.words.append(_word(token, draft.part))
        elif match["pause"]:
            draft.part += 1
        else:
            done.append(Sentence(tuple(draft.words), tuple(draft.signs), token))
            draft = _Draft()
    done.append(Sentence(tuple(draft.words), tuple(draft.signs)))
    return tuple(_marked(done))


def _marked(found: list[Sentence]) -> Iterator[Sentence]:
    """Marks on their own ("no! !") belong to nothing."""
    for sentence in found:
        if sentence.words or sentence.signs:
            yield sentence


def _word(written: str, part: int) -> Word:
    plain = written.lower().replace("'", "")
    if not _STRETCHED.search(plain):
        return Word(written, plain, part)
    twice, once = _STRETCHED.sub(r"\1\1", plain), _STRETCHED.sub(r"\1", plain)
    known = _single_words()
    plain = next((form for form in (plain, twice, once) if form in known), once)
    return Word(written, plain, part, stretched=True)


def find(sentence: Sentence) -> Iterator[Found]:
    """The longest phrases of the lexicon, from left to right, each word in one of them, and the signs."""
    taken: set[int] = set()
    words = sentence.words
    last_but = max((n for n, word in enumerate(words) if word.plain == "but"), default=0)
    for start in range(len(words)):
        if start in taken:
            continue
        phrase, places = _longest(words, start, taken)
        if phrase is None:
            continue
        taken.update(places)
        before = _before(words, start, taken)
        inside = [words[place] for place in places]
        stronger = sum(word.plain in _INTENSIFIERS for word in before)
        stronger += any(word.stretched for word in inside) + any(word.loud for word in inside)
        for expression, weight in phrase.meanings:
            yield Found(
                expression,
                weight,
                " ".join(word.written.lower() for word in inside),
                negated=any(word.plain in _NEGATORS for word in before),
                stronger=stronger,
                weaker=any(word.plain in _DIMINISHERS for word in before),
                before_but=start < last_but,
            )
    for sign in sentence.signs:
        yield Found(_SIGN_FACES[sign], SIGN_WEIGHT, sign, sign=True)


def _before(words: tuple[Word, ...], start: int, taken: set[int]) -> list[Word]:
    """The free words that bear on the one at `start`: up to three, without a pause between."""
    near = range(max(0, start - _REACH), start)
    return [words[n] for n in near if n not in taken and words[n].part == words[start].part]


def _longest(words: tuple[Word, ...], start: int, taken: set[int]) -> tuple[_Phrase | None, tuple[int, ...]]:
    best: _Phrase | None = None
    best_places: tuple[int, ...] = ()
    for phrase in _candidates(words[start].plain):
        places = _places(phrase.tokens, words, start, taken)
        if len(places) > len(best_places):
            best, best_places = phrase, places
    return best, best_places


def _places(tokens: tuple[str, ...], words: tuple[Word, ...], start: int, taken: set[int]) -> tuple[int, ...]:
    """Where the tokens stand from `start` on; empty when they do not."""
    places: list[int] = []
    at, gap = start, 0
    for token in tokens:
        if token == _GAP:
            gap = _LONGEST_GAP
            continue
        place = next(
            (n for n in range(at, min(at + gap + 1, len(words))) if _is(words[n].plain, token)), None
        )
        if place is None or place in taken:
            return ()
        places.append(place)
        at, gap = place + 1, 0
    return tuple(places)


def _is(word: str, token: str) -> bool:
    return word.startswith(token[:-1]) if token.endswith("*") else word in token.split("|")


_INDEX_LETTERS = 2


def _candidates(word: str) -> Iterator[_Phrase]:
    """The phrases that may begin with a word, exact ones first."""
    exact, open_ended = _index()
    yield from exact.get(word, ())
    for phrase in open_ended.get(word[:_INDEX_LETTERS], ()):
        if _is(word, phrase.tokens[0]):
            yield phrase


@cache
def _single_words() -> frozenset[str]:
    exact, _ = _index()
    return frozenset({*exact, *_NEGATORS, *_INTENSIFIERS, *_DIMINISHERS})


@cache
def _index() -> tuple[dict[str, tuple[_Phrase, ...]], dict[str, tuple[_Phrase, ...]]]:
    """The lexicon by first word, and by the first letters of an open-ended first word."""
    meanings: dict[tuple[str, ...], dict[Expression, float]] = {tokens: {} for tokens in _phrases(IDIOMS)}
    for expression, table in LEXICON.items():
        for weight, text in table.items():
            for tokens in _phrases(text):
                known = meanings.setdefault(tokens, {})
                known[expression] = max(weight, known.get(expression, 0.0))
    exact: dict[str, tuple[_Phrase, ...]] = {}
    open_ended: dict[str, tuple[_Phrase, ...]] = {}
    for tokens, faces in meanings.items():
        phrase = _Phrase(tokens, tuple(faces.items()))
        first = tokens[0]
        if first.endswith("*"):
            key = first[:_INDEX_LETTERS]
            open_ended[key] = (*open_ended.get(key, ()), phrase)
        else:
            for word in first.split("|"):
                exact[word] = (*exact.get(word, ()), phrase)
    return exact, open_ended


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    for phrase in text.replace("'", "").split(";"):
        yield tuple(phrase.split())
