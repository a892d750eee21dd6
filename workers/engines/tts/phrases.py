"""Spoken words to strings of phonemes the network can take in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workers.engines.tts.english.phonemise import Spoken
from workers.engines.tts.timing import Placed

_LONGEST = 400
_SENTENCE_ENDS = ".!?…"
_CLAUSE_ENDS = ",;:—"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Symbols to say at once, and where in them each written word lies."""

    symbols: str
    words: tuple[Placed, ...]

    @property
    def ending(self) -> str:
        """The mark the phrase ends with, or nothing."""
        last = self.symbols.rstrip('”)"')[-1:]
        return last if last and last in _SENTENCE_ENDS + _CLAUSE_ENDS else ""


def phrases_of(spoken: Iterable[Spoken], known: frozenset[str]) -> tuple[Phrase, ...]:
    """Join words and marks; text too long for the network is cut at its best marks. Unknown symbols are dropped."""
    items = [Spoken(item.text, "".join(s for s in item.phonemes if s in known)) for item in spoken]
    items = [item for item in items if item.phonemes]
    return tuple(_joined(part) for part in _parts(items) if any(item.text for item in part))


def _parts(items: list[Spoken]) -> Iterator[list[Spoken]]:
    while sum(len(item.phonemes) + 1 for item in items) > _LONGEST:
        cut = _best_cut(items)
        yield items[:cut]
        items = items[cut:]
    yield items


def _best_cut(items: list[Spoken]) -> int:
    best, best_worth, length = 1, -1.0, 0
    for at, item in enumerate(items):
        length += len(item.phonemes) + 1
        if length > _LONGEST:
            break
        worth = length / _LONGEST
        if not item.text:
            worth += 2.0 if item.phonemes in _SENTENCE_ENDS else 1.0 if item.phonemes in _CLAUSE_ENDS else 0.0
        if worth >= best_worth:
            best, best_worth = at + 1, worth
    return best


def _joined(items: list[Spoken]) -> Phrase:
    symbols = ""
    words: list[Placed] = []
    opened = False
    for item in items:
        opening = not item.text and item.phonemes in "(“"
        if symbols and not opened and (item.text or opening):
            symbols += " "
        if item.text:
            words.append(Placed(item.text, len(symbols), len(symbols) + len(item.phonemes)))
        symbols += item.phonemes
        opened = opening
    return Phrase(symbols, tuple(words))
