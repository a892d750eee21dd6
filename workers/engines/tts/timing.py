"""When each phoneme and word sounds, from the durations the network used and the sound it made.

The durations are exact in sum, but every sound begins a little before its frames, and the last sound before a pause
is lent the silence after it. So labels are moved by what was measured, and where the sound has a pause, the symbols
around it are laid at its edges. A mark she does not pause at has no time and no label: the mouth does not close on a
sounding vowel.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.speech import PhonemeSpan, WordSpan
from workers.engines.tts.acoustic import FRAME_SAMPLES, RATE_HZ, Utterance

LABELS_LATE_S = 0.053
_FRAME_S = FRAME_SAMPLES / RATE_HZ
_STEP_S = 0.005
_STEP = int(_STEP_S * RATE_HZ)
_AUDIBLE, _SOUNDING = 0.02, 0.05
_PAUSE_S = 0.05
_SHORTEST_S = 0.02
_REACH_S = 0.15
_STRESS = "ˈˌ"

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Placed:
    """A written word and which symbols are its own: `symbols[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Label:
    """One sound or mark and its symbols `first..last` (both included); `edges` are seconds, moved while fitting."""

    symbol: str
    first: int
    last: int
    start_s: float
    end_s: float

    @property
    def sounds(self) -> bool:
        return self.symbol[-1].isalpha()


def time_of(
    spoken: Utterance, words: tuple[Placed, ...]
) -> tuple[tuple[PhonemeSpan, ...], tuple[WordSpan, ...]]:
    """Place phonemes, marks and words, in seconds from the start of the network's sound.

    A stress mark stays in front of the sound it belongs to; the time of a space goes to the sound before it.
    """
    labels = _labels(spoken)
    _fit(labels, pauses(spoken.sound), len(spoken.sound) / RATE_HZ)
    _settle(labels, _loudness(spoken.sound))
    spans = tuple(
        PhonemeSpan(label.symbol, label.start_s, label.end_s)
        for label in labels
        if label.sounds or label.end_s > label.start_s
    )
    placed = []
    for word in words:
        own = [label for label in labels if label.sounds and word.start <= label.last < word.end]
        if own:
            placed.append(WordSpan(word.text, own[0].start_s, own[-1].end_s))
    return spans, tuple(placed)


def shifted(
    spans: tuple[PhonemeSpan, ...], words: tuple[WordSpan, ...], by_s: float, length_s: float
) -> tuple[tuple[PhonemeSpan, ...], tuple[WordSpan, ...]]:
    """The spans of a clip that starts `by_s` into the sound and is `length_s` long."""

    def within(time_s: float) -> float:
        return min(max(time_s - by_s, 0.0), length_s)

    return (
        tuple(PhonemeSpan(span.symbol, within(span.start_s), within(span.end_s)) for span in spans),
        tuple(WordSpan(word.text, within(word.start_s), within(word.end_s)) for word in words),
    )


def pauses(sound: Samples) -> list[tuple[float, float]]:
    """Stretches of silence in `sound`, in seconds; those at its start and end included."""
    loud = _loudness(sound)
    heard = np.flatnonzero(loud > _AUDIBLE * float(loud.max(initial=0.0)))
    if not heard.size:
        return [(0.0, len(sound) / RATE_HZ)]
    gaps = [(0.0, int(heard[0]) * _STEP_S)]
    gaps += [
        ((int(before) + 1) * _STEP_S, int(after) * _STEP_S)
        for before, after in pairwise(heard)
        if (after - before - 1) * _STEP_S >= _PAUSE_S
    ]
    return [*gaps, ((int(heard[-1]) + 1) * _STEP_S, len(sound) / RATE_HZ)]


def _loudness(sound: Samples) -> Samples:
    blocks = sound[: len(sound) // _STEP * _STEP].reshape(-1, _STEP)
    return np.asarray(np.sqrt(np.square(blocks).mean(axis=1)), np.float32)


def _labels(spoken: Utterance) -> list[_Label]:
    edges = np.cumsum(np.concatenate([[0], spoken.frames])) * _FRAME_S - LABELS_LATE_S
    labels: list[_Label] = []
    stress = ""
    for at, symbol in enumerate(spoken.symbols):
        end = max(0.0, float(edges[at + 2]))
        if symbol in _STRESS:
            stress = symbol
            continue
        if symbol in " ː":
            if labels:
                labels[-1].end_s = end
                labels[-1].last = at
            continue
        first = at - 1 if stress else at
        labels.append(_Label(stress + symbol, first, at, max(0.0, float(edges[first + 1])), end))
        stress = ""
    return labels


def _fit(labels: list[_Label], silent: list[tuple[float, float]], length_s: float) -> None:
    """Lay the labels around marks, and those at both ends, at the edges of the silence that is there."""
    groups = _sounding_groups(labels)
    for n, (first, last) in enumerate(groups):
        begin, end = labels[first], labels[last]
        before = [gap for gap in silent if abs(gap[1] - begin.start_s) < _REACH_S]
        if before:
            begin.start_s = min(before, key=lambda gap: abs(gap[1] - begin.start_s))[1]
        upper = labels[groups[n + 1][0]].end_s if n + 1 < len(groups) else length_s
        after = [gap for gap in silent if gap[0] > begin.start_s and end.start_s - _REACH_S < gap[0] < upper]
        if after:
            end.end_s = max(after, key=lambda gap: min(gap[1], upper) - gap[0])[0]
        _squeeze(labels[first : last + 1])
    for mark, label in enumerate(labels):
        if not label.sounds:
            earlier = [other.end_s for other in labels[:mark] if other.sounds]
            later = [other.start_s for other in labels[mark:] if other.sounds]
            label.start_s = earlier[-1] if earlier else 0.0
            label.end_s = max(label.start_s, later[0] if later else length_s)


def _settle(labels: list[_Label], loud: Samples) -> None:
    """Leave to the marks between two sounds the longest silence in their time; the sounds get the rest."""
    quiet = loud < _SOUNDING * float(loud.max(initial=0.0))
    sounding = [at for at, label in enumerate(labels) if label.sounds]
    for here, there in pairwise(sounding):
        if there == here + 1:
            continue
        before, after = labels[here], labels[there]
        first, last = int(np.ceil(before.end_s / _STEP_S)), int(after.start_s / _STEP_S)
        start, end = _longest_run(quiet[first:last])
        if (end - start) * _STEP_S >= _SHORTEST_S:
            before.end_s, after.start_s = (first + start) * _STEP_S, (first + end) * _STEP_S
        elif last > first:
            before.end_s = after.start_s = (first + int(np.argmin(loud[first:last]))) * _STEP_S
        for mark in labels[here + 1 : there]:
            mark.start_s = mark.end_s = after.start_s
        labels[here + 1].start_s = before.end_s


def _longest_run(quiet: NDArray[np.bool_]) -> tuple[int, int]:
    """Where the longest stretch of True begins and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], quiet, [False]]).astype(np.int8)))
    runs = [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))


def _sounding_groups(labels: list[_Label]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        if not label.sounds:
            continue
        if groups and groups[-1][1] == at - 1:
            groups[-1] = (groups[-1][0], at)
        else:
            groups.append((at, at))
    return groups


def _squeeze(labels: list[_Label]) -> None:
    """Keep sounds in order between the outer edges, none shorter than it can be seen."""
    start, end = labels[0].start_s, labels[-1].end_s
    room = min(_SHORTEST_S, max(0.0, end - start) / len(labels))
    for n, label in enumerate(labels[1:], 1):
        label.start_s = min(max(label.start_s, start + n * room), end - (len(labels) - n) * room)
    for label, following in pairwise(labels):
        label.end_s = following.start_s
