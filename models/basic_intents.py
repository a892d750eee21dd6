"""What was meant: the intent of something said, found by phrases, then by single words. Explainable, nothing learned.

A phrase that covers enough of what was said names the intent. Where no phrase fits, every word votes for
the intents whose phrases use it, and a clear winner is taken. Sentences, and clauses of a sentence that
fits nothing as a whole, are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from models.basic_index import Index, index
from models.basic_words import NEGATIONS, Phrase, best_match, stem, weight, words

_ENOUGH = 0.6
_MODEST = frozenset(
    {
        "greeting",
        "called",
        "thanks",
        "yes",
        "no",
        "laugh",
        "curse",
        "fine",
        "sorry",
        "welcome_back",
        "morning",
    }
)
_MERE_OPENERS = frozenset({"greeting", "called", "morning", "laugh", "curse"})
_A_WORD = 0.2
"""Less word weight than this is only a filler."""
_A_MATTER = 3
"""Words from which on a part that was not understood outweighs an opener."""
_TELLING_WEIGHT = 0.5
_A_CHOICE = 6
"""A place of a phrase that takes more words than this says little about each of them."""
_EVIDENCE = 0.5
_EVIDENCE_ASKED = 0.75
_LEAD = 0.25
_JOINTS = re.compile(r"[,;:–—]\s*|\s(?:and|but|because|so|then)\s", re.IGNORECASE)
HEAVY = re.compile(
    r"\b(?:die|died|dies|dying|dead|death|killed|funeral|hospital|cancer|surgery|accident|divorce\w*|abus\w+|assault\w*|"
    r"rape\w*|suicid\w*|miscarriage|overdose|addict\w*|hurt myself|grief|grieving|diagnos\w+|police|weapon)\b"
)
_QUESTION = re.compile(
    r"^(?:(?:and|but|so|hey|ok|okay|well|um|vesper|please|tell me|do you know|can you tell me|explain|i wonder)[,\s]+)*"
    r"(?:what|who|whose|whom|when|where|why|how|which|is|are|am|was|were|do|does|did|can|could|will|would|should|has|have)\b"
)


_ASKS = frozenset({"who", "what", "when", "where", "why", "how", "which", "whose"})
_SPEAKERS = frozenset({"i", "me", "my", "mine", "we", "us", "our", "you", "your", "yours"})
_TASTE = frozenset({"good", "nice", "fun", "interesting", "funny", "great"})


@dataclass(frozen=True, slots=True)
class Understood:
    """An intent found in what was said: `score` 0..1 is how much of it the phrase covers."""

    intent: str
    score: float
    literal: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """Phrases with their intents, and for every telling stem the intents whose phrases use it."""

    index: Index
    vocabulary: Mapping[str, frozenset[str]]

    def understand(self, said: str) -> Understood | None:
        """The intent of what was said, or None. Of several parts the one that asks for more decides."""
        found: list[Understood] = []
        missed = False
        heavy = HEAVY.search(said.lower())
        for sentence in re.split(r"(?<=[.!?…])\s+", said.strip()):
            whole = self._of_words(words(sentence))
            parts = [sentence] if whole else _JOINTS.split(sentence)
            for part in parts:
                one = whole or self._of_words(words(part)) or (None if heavy else self._by_evidence(part))
                if one is not None:
                    found.append(one)
                missed = missed or (one is None and len(words(part)) >= _A_MATTER)
        best = max(found, key=_importance, default=None)
        return None if best and best.intent in _MERE_OPENERS and missed else best

    def _of_words(self, said: tuple[str, ...]) -> Understood | None:
        total = sum(weight(word) for word in said)
        if total < _A_WORD:
            return self._exactly(said)
        factual = is_factual(said)
        negated = {place for place, word in enumerate(said) if word in NEGATIONS}
        best: Understood | None = None
        for intent, phrase in self.index.candidates(said):
            match = best_match(phrase, said)
            if match is None:
                continue
            score = (match.literal + match.loose / 2) / total
            if phrase.strong:
                score = max(score, 1.0 if intent == "crisis" else 0.9)
            elif negated - match.places:
                score /= 2
            elif phrase.telling and not factual:
                score = max(score, _ENOUGH)
            if score < _ENOUGH:
                continue
            if best is None or (round(score, 2), match.literal) > (round(best.score, 2), best.literal):
                best = Understood(intent, score, match.literal)
        return best

    def _exactly(self, said: tuple[str, ...]) -> Understood | None:
        """The intent that a phrase from start to end gives to mere fillers ("wow", "really")."""
        for intent, phrase in self.index.candidates(said):
            match = best_match(phrase, said) if phrase.at_start and phrase.at_end else None
            if match is not None:
                return Understood(intent, 1.0, match.literal)
        return None

    def _by_evidence(self, part: str) -> Understood | None:
        """The intent that the single words speak for, when no phrase fits.

        A word's weight is shared among the intents whose phrases know it; the leader needs most of the
        weight of what was said, and a clear lead; a question needs more, or every question about the moon
        would be about her.
        """
        said = words(part)
        if any(word in NEGATIONS for word in said):
            return None
        shares: dict[str, float] = {}
        total = 0.0
        for word in said:
            heavy = weight(word)
            if heavy < _TELLING_WEIGHT:
                continue
            total += heavy
            intents = self.vocabulary.get(stem(word), frozenset())
            for intent in intents:
                shares[intent] = shares.get(intent, 0.0) + heavy / len(intents)
        ranked = sorted(shares.items(), key=lambda share: -share[1])
        if not ranked or ranked[0][0] == "crisis":
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        leader, share = ranked[0]
        if (
            share < (_EVIDENCE_ASKED if is_question(part) else _EVIDENCE) * total
            or share - second < _LEAD * total
        ):
            return None
        return Understood(leader, share / total, share)


def understanding(phrases: Mapping[str, tuple[Phrase, ...]]) -> Understanding:
    """The understanding that these phrases give; the same one again for the same phrases."""
    return _understanding(tuple(phrases.items()))


@lru_cache(maxsize=1)
def _understanding(ways_of: tuple[tuple[str, tuple[Phrase, ...]], ...]) -> Understanding:
    """Personalities differ in what she says, not in what she understands."""
    phrases = dict(ways_of)
    vocabulary: dict[str, set[str]] = {}
    for intent, ways in phrases.items():
        pieces = (piece for way in ways for piece in way.pieces if len(piece.stems) <= _A_CHOICE)
        for known in (word for piece in pieces for word in piece.stems):
            vocabulary.setdefault(known, set()).add(intent)
    return Understanding(index(phrases), {word: frozenset(intents) for word, intents in vocabulary.items()})


def _importance(one: Understood) -> tuple[bool, bool, float]:
    return one.intent == "crisis", one.intent not in _MODEST, one.literal


def is_factual(said: tuple[str, ...]) -> bool:
    """Whether these words ask about the world: a question word, and neither speaker nor taste in it.

    One word that an intent is fond of is then not enough: who directed a film is no talk about the movies.
    """
    return bool(said) and said[0] in _ASKS and not (_SPEAKERS | _TASTE) & set(said)


def is_question(said: str) -> bool:
    """Whether an answer is expected: a question mark at the end, or the words of a question at the start."""
    return said.rstrip().endswith("?") or _QUESTION.match(said.lower().strip()) is not None
