"""Which phrases may match what was said, without trying them all: each is filed under its rarest needed word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.basic_words import Phrase, alike, stem


@dataclass(frozen=True, slots=True)
class Index:
    """Phrases with their intents, in the order in which they were written.

    `filed` holds by stem the places of the phrases that need it or a word beside it; `anywhere` the places of
    those that need no word.
    """

    phrases: tuple[tuple[str, Phrase], ...]
    filed: Mapping[str, tuple[int, ...]]
    anywhere: tuple[int, ...]

    def candidates(self, said: tuple[str, ...]) -> list[tuple[str, Phrase]]:
        """Every phrase that could match these words, and some that cannot, in order."""
        places = set(self.anywhere)
        for word in {stem(one) for one in said}:
            places.update(self.filed.get(word, ()))
            for near in alike(word, self.filed.keys()):
                places.update(self.filed[near])
        return [self.phrases[place] for place in sorted(places)]


def index(phrases: Mapping[str, tuple[Phrase, ...]]) -> Index:
    """The index of phrases by intent."""
    flat = tuple((intent, phrase) for intent, ways in phrases.items() for phrase in ways)
    common = Counter(word for _, phrase in flat for piece in phrase.pieces for word in piece.stems)
    filed: dict[str, list[int]] = {}
    anywhere: list[int] = []
    for place, (_, phrase) in enumerate(flat):
        needed = [piece.stems for piece in phrase.pieces if piece.stems and not piece.optional]
        if not needed:
            anywhere.append(place)
            continue
        for word in min(needed, key=lambda stems: sum(common[one] for one in stems)):
            filed.setdefault(word, []).append(place)
    return Index(flat, {word: tuple(places) for word, places in filed.items()}, tuple(anywhere))
