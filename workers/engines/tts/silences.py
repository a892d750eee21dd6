"""Longer and shorter silences inside a phrase, where a mark asks for them; voiced sound is never touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.speech import PhonemeSpan, WordSpan
from workers.engines.tts.acoustic import RATE_HZ

Samples = NDArray[np.float32]
Gap = tuple[float, float]

_SHORTEST_S, _LEAST_S, _MOST_S = 0.06, 0.05, 0.6
_FADE = RATE_HZ // 250


@dataclass(frozen=True, slots=True)
class Change:
    """At `at_s` of the old sound, `by_s` of silence was put in, or taken out from there on when negative."""

    at_s: float
    by_s: float


def changes(
    gaps: Iterable[Gap], marks: Iterable[PhonemeSpan], length_s: float, factor: float
) -> list[Change]:
    """What makes the pauses of a phrase `factor` times as long.

    Args:
        gaps: the silences of the sound. Those at its ends are left to who joins the phrases.
        marks: punctuation with its times; a silence without one is part of a word.
        length_s: of the sound.
        factor: for every silence that is a pause. None gets shorter than 50 ms or grows by more than 0.6 s.
    """
    found = []
    spans = [(mark.start_s, mark.end_s) for mark in marks]
    for start, end in gaps:
        long_s = end - start
        if start <= 0.0 or end >= length_s or long_s < _SHORTEST_S:
            continue
        if not any(begin < end and start < finish for begin, finish in spans):
            continue
        by_s = min(max(long_s * (factor - 1.0), _LEAST_S - long_s), _MOST_S)
        if by_s:
            middle = (start + end) / 2
            found.append(Change(middle - max(0.0, -by_s) / 2, by_s))
    return found


def applied(sound: Samples, made: list[Change]) -> Samples:
    """The sound with its silences changed, faded in and out around every cut."""
    pieces: list[Samples] = []
    done = 0
    for change in made:
        at = int(change.at_s * RATE_HZ)
        piece = np.array(sound[done:at], np.float32)
        _fade(piece, start=bool(pieces), end=True)
        pieces += [piece, np.zeros(max(0, round(change.by_s * RATE_HZ)), np.float32)]
        done = at + max(0, -round(change.by_s * RATE_HZ))
    last = np.array(sound[done:], np.float32)
    _fade(last, start=bool(pieces), end=False)
    return np.concatenate([*pieces, last])


def moved(
    spans: tuple[PhonemeSpan, ...], words: tuple[WordSpan, ...], made: list[Change]
) -> tuple[tuple[PhonemeSpan, ...], tuple[WordSpan, ...]]:
    """The same spans in the changed sound."""

    def there(time_s: float) -> float:
        passed = [change for change in made if change.at_s < time_s]
        return time_s + sum(max(change.by_s, change.at_s - time_s) for change in passed)

    return (
        tuple(PhonemeSpan(span.symbol, there(span.start_s), there(span.end_s)) for span in spans),
        tuple(WordSpan(word.text, there(word.start_s), there(word.end_s)) for word in words),
    )


def _fade(piece: Samples, *, start: bool, end: bool) -> None:
    size = min(_FADE, len(piece))
    ramp = np.linspace(0.0, 1.0, size, dtype=np.float32)
    if start:
        piece[:size] *= ramp
    if end:
        piece[len(piece) - size :] *= ramp[::-1]
