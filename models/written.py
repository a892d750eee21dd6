"""Words as they are written, with the times at which they are spoken."""

from __future__ import annotations

from collections.abc import Iterable

from models.speech import WordSpan


def written(text: str, spoken: Iterable[WordSpan], length_s: float) -> tuple[WordSpan, ...]:
    """The words of `text` with their punctuation, timed by those an engine spoke.

    Where the two cannot be brought together, or no times are known, they are spread over the clip's `length_s`.
    """
    left = [word for word in spoken if _letters(word.text)]
    timed: list[WordSpan] = []
    for word in text.split():
        wanted, found, start_s, end_s = _letters(word), "", -1.0, 0.0
        if not wanted and timed:
            last = timed[-1]
            timed[-1] = WordSpan(f"{last.text} {word}", last.start_s, last.end_s)
            continue
        while left and len(found) < len(wanted):
            piece = left.pop(0)
            found += _letters(piece.text)
            start_s, end_s = piece.start_s if start_s < 0 else start_s, piece.end_s
        if not wanted or found != wanted:
            return spread(text, length_s)
        timed.append(WordSpan(word, start_s, end_s))
    return tuple(timed)


def spread(text: str, length_s: float) -> tuple[WordSpan, ...]:
    """The words of a text over so many seconds, each as long as it is written."""
    words, at = text.split(), 0
    total = sum(len(word) + 1 for word in words)
    spans: list[WordSpan] = []
    for word in words:
        end = at + len(word) + 1
        spans.append(WordSpan(word, length_s * at / total, length_s * end / total))
        at = end
    return tuple(spans)


def _letters(word: str) -> str:
    return "".join(symbol for symbol in word.casefold() if symbol.isalnum())
