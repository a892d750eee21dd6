"""When each phoneme and word sounds, from the durations the network used.

The durations are exact in sum, but the vocoder lets every sound begin a little before its frames; the last symbols
also hold the silence after the last word.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.speech import PhonemeSpan, WordSpan
from workers.engines.tts.acoustic import FRAME_SAMPLES, RATE_HZ, Utterance

LABELS_LATE_S = 0.06
TAIL_MAX_S = 0.12
_FRAME_S = FRAME_SAMPLES / RATE_HZ
_STRESS = "ˈˌ"


@dataclass(frozen=True, slots=True)
class Placed:
    """A written word and which symbols are its own: `symbols[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timing:
    """Spans in seconds from the start of the network's sound; speech lies within `start_s` and `end_s`."""

    phonemes: tuple[PhonemeSpan, ...]
    words: tuple[WordSpan, ...]
    start_s: float
    end_s: float


def time_of(spoken: Utterance, words: tuple[Placed, ...]) -> Timing:
    """Place phonemes and words in time. Stress marks join the vowel that follows, spaces the symbol before."""
    edges = [0.0]
    for count in spoken.frames:
        edges.append(edges[-1] + float(count) * _FRAME_S)
    length_s = edges[-1]
    starts = [max(0.0, edge - LABELS_LATE_S) for edge in edges[1:]]
    last_sound = max((at for at, symbol in enumerate(spoken.symbols) if symbol.isalpha()), default=-1)
    phonemes: list[PhonemeSpan] = []
    pending: float | None = None
    for at, symbol in enumerate(spoken.symbols):
        start = starts[at] if pending is None else pending
        if symbol in _STRESS:
            pending = start
            continue
        pending = None
        end = starts[at + 1]
        if at == last_sound:
            end = min(end, start + TAIL_MAX_S + (_FRAME_S * 3 if spoken.symbols[at - 1] in _STRESS else 0.0))
        if symbol == " " and phonemes:
            phonemes[-1] = PhonemeSpan(phonemes[-1].symbol, phonemes[-1].start_s, end)
        elif symbol != " ":
            phonemes.append(PhonemeSpan(symbol, start, end))
    sounding = [span for span in phonemes if span.symbol.isalpha()]
    first_s = sounding[0].start_s if sounding else 0.0
    last_s = sounding[-1].end_s if sounding else length_s
    spans = tuple(
        WordSpan(
            word.text, starts[word.start], min(starts[word.end], last_s) if word.end < len(starts) else last_s
        )
        for word in words
    )
    return Timing(tuple(phonemes), spans, first_s, last_s)


def shifted(
    timing: Timing, by_s: float, length_s: float
) -> tuple[tuple[PhonemeSpan, ...], tuple[WordSpan, ...]]:
    """The spans of a clip that starts `by_s` into the sound and is `length_s` long."""

    def within(time_s: float) -> float:
        return min(max(time_s - by_s, 0.0), length_s)

    phonemes = tuple(
        PhonemeSpan(span.symbol, within(span.start_s), within(span.end_s)) for span in timing.phonemes
    )
    words = tuple(WordSpan(span.text, within(span.start_s), within(span.end_s)) for span in timing.words)
    return phonemes, words
