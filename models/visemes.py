"""Phonemes to visemes to a mouth: the timeline a mouth follows while a clip plays.

Visemes are the fifteen of the Oculus Lipsync reference (sil PP FF TH DD kk CH SS nn RR aa E I O U). `track` lays them
out for a clip, `mouth_at` reads the mouth at any moment of it.

Neighbouring sounds shape each other: every viseme pulls the mouth towards its own shape with its own strength, for
jaw and lips apart, and what is seen is the weighted mean over a short window (dominance blending, after Cohen and
Massaro, "Modeling Coarticulation in Synthetic Visual Speech", 1993). The jaw is slow; the lips are quick and ahead of
the sound. Lips that must touch (p b m, f v) do so whatever stands beside them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from models.speech import PhonemeSpan


class Viseme(StrEnum):
    """The Oculus Lipsync reference set."""

    SIL = "sil"
    PP = "PP"
    FF = "FF"
    TH = "TH"
    DD = "DD"
    KK = "kk"
    CH = "CH"
    SS = "SS"
    NN = "nn"
    RR = "RR"
    AA = "aa"
    E = "E"
    I = "I"  # noqa: E741  # the set's own name
    O = "O"  # noqa: E741  # the set's own name
    U = "U"


@dataclass(frozen=True, slots=True)
class VisemeSpan:
    """A viseme and when it is held, in seconds from the start of its clip; `strength` 0..1 is how fully."""

    viseme: Viseme
    start_s: float
    end_s: float
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth: `open` 0..1, `form` -1 (pursed, down) .. 1 (smile), and five vowel shapes 0..1."""

    open: float = 0.0
    form: float = 0.0
    a: float = 0.0
    i: float = 0.0
    u: float = 0.0
    e: float = 0.0
    o: float = 0.0


@dataclass(frozen=True, slots=True)
class MouthTrack:
    """The mouth over one clip: visemes, or loudness (`rms`, one value per `step_s`) where there are no phonemes."""

    length_s: float
    spans: tuple[VisemeSpan, ...] = ()
    rms: tuple[float, ...] = ()
    step_s: float = 0.01


# --- phonemes to visemes -------------------------------------------------------------------------------------

# IPA as misaki and Kokoro write it: A I O Q W Y are diphthongs. (viseme, share of the time, strength) each.
_V = Viseme
_SHAPES: dict[str, tuple[tuple[Viseme, float, float], ...]] = {
    **dict.fromkeys("pbm", ((_V.PP, 1.0, 1.0),)),
    **dict.fromkeys("fvɸβ", ((_V.FF, 1.0, 1.0),)),
    **dict.fromkeys("θð", ((_V.TH, 1.0, 1.0),)),
    **dict.fromkeys("tdTɾʔɖʈ", ((_V.DD, 1.0, 1.0),)),
    **dict.fromkeys("kɡgŋxqcɣχɟ", ((_V.KK, 1.0, 1.0),)),
    **dict.fromkeys("ʧʤʃʒʂɕʨʥ", ((_V.CH, 1.0, 1.0),)),
    **dict.fromkeys("szʦʣç", ((_V.SS, 1.0, 1.0),)),
    **dict.fromkeys("nlɲɳɴʎ", ((_V.NN, 1.0, 1.0),)),
    **dict.fromkeys("ɹrɻʁɽ", ((_V.RR, 1.0, 1.0),)),
    **dict.fromkeys("wʋɥ", ((_V.U, 1.0, 0.9),)),
    **dict.fromkeys("jʝ", ((_V.I, 1.0, 0.7),)),
    **dict.fromkeys("ɑæa", ((_V.AA, 1.0, 1.0),)),
    **dict.fromkeys("ʌɐ", ((_V.AA, 1.0, 0.75),)),
    **dict.fromkeys("ɛeœø", ((_V.E, 1.0, 1.0),)),
    **dict.fromkeys("ɜɚ", ((_V.E, 0.5, 0.7), (_V.RR, 0.5, 1.0))),
    **dict.fromkeys("əᵊ", ((_V.E, 1.0, 0.55),)),
    **dict.fromkeys("iy", ((_V.I, 1.0, 1.0),)),
    **dict.fromkeys("ɪᵻɨ", ((_V.I, 1.0, 0.85),)),
    **dict.fromkeys("ɔɒoɤ", ((_V.O, 1.0, 1.0),)),
    **dict.fromkeys("uɯ", ((_V.U, 1.0, 1.0),)),
    "ʊ": ((_V.U, 1.0, 0.9),),
    "A": ((_V.E, 0.55, 1.0), (_V.I, 0.45, 0.9)),
    "I": ((_V.AA, 0.6, 1.0), (_V.I, 0.4, 0.9)),
    "O": ((_V.O, 0.6, 1.0), (_V.U, 0.4, 0.9)),
    "Q": ((_V.E, 0.45, 0.8), (_V.U, 0.55, 0.95)),
    "W": ((_V.AA, 0.6, 1.0), (_V.U, 0.4, 0.9)),
    "Y": ((_V.O, 0.6, 1.0), (_V.I, 0.4, 0.9)),
}
_VOWELS = frozenset({_V.AA, _V.E, _V.I, _V.O, _V.U})
_PRIMARY, _SECONDARY, _UNSTRESSED = 1.0, 0.9, 0.8
_STRESSES = {"ˈ": _PRIMARY, "ˌ": _SECONDARY}
_FULL_S, _BRIEF = 0.11, 0.7
_BREATHED = 0.55


def viseme_spans(phonemes: Iterable[PhonemeSpan]) -> tuple[VisemeSpan, ...]:
    """The visemes of `phonemes`, in order; diphthongs give two, marks are silence, h takes the next vowel's shape.

    A stress mark may stand before its vowel in the same symbol; stressed and longer vowels open the mouth wider.
    """
    items = [span for span in phonemes if span.end_s > span.start_s]
    spans: list[VisemeSpan] = []
    for at, item in enumerate(items):
        symbol = item.symbol.lstrip("ˈˌ")[:1]
        shapes = _SHAPES.get(symbol)
        strength = _STRESSES.get(item.symbol[:1], _UNSTRESSED)
        if symbol == "h":
            following = _SHAPES.get(items[at + 1].symbol.lstrip("ˈˌ")[:1]) if at + 1 < len(items) else None
            shapes = ((following[0][0] if following else _V.E, 1.0, _BREATHED),)
        if shapes is None:
            if symbol == "ː" and spans:
                spans[-1] = VisemeSpan(spans[-1].viseme, spans[-1].start_s, item.end_s, spans[-1].strength)
            else:
                spans.append(VisemeSpan(_V.SIL, item.start_s, item.end_s))
            continue
        start, length = item.start_s, item.end_s - item.start_s
        fullness = strength * min(1.0, _BRIEF + (1.0 - _BRIEF) * length / _FULL_S)
        for viseme, share, weight in shapes:
            end = start + share * length
            spans.append(VisemeSpan(viseme, start, end, weight * fullness if viseme in _VOWELS else 1.0))
            start = end
    return tuple(spans)


def track(phonemes: Iterable[PhonemeSpan], length_s: float) -> MouthTrack:
    """The mouth over a clip of `length_s` seconds that says `phonemes`; silence fills what they leave."""
    filled: list[VisemeSpan] = []
    at_s = 0.0
    for span in viseme_spans(phonemes):
        start, end = max(at_s, span.start_s), min(length_s, span.end_s)
        if start > at_s:
            filled.append(VisemeSpan(_V.SIL, at_s, start))
        if end > start:
            filled.append(VisemeSpan(span.viseme, start, end, span.strength))
            at_s = end
        else:
            at_s = max(at_s, start if start <= length_s else at_s)
    if at_s < length_s:
        filled.append(VisemeSpan(_V.SIL, at_s, length_s))
    return MouthTrack(length_s, tuple(filled))


def track_from_rms(rms: Iterable[float], step_s: float) -> MouthTrack:
    """The mouth over a clip known by its loudness only: one RMS (0..1) per `step_s` seconds."""
    values = tuple(rms)
    return MouthTrack(len(values) * step_s, (), values, step_s)


# --- a track to a mouth --------------------------------------------------------------------------------------

# open, form, a, i, u, e, o of each viseme when it has the mouth to itself.
_TARGETS: dict[Viseme, tuple[float, ...]] = {
    _V.SIL: (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    _V.PP: (0.0, -0.05, 0.0, 0.0, 0.0, 0.0, 0.0),
    _V.FF: (0.0, 0.12, 0.0, 0.0, 0.0, 0.1, 0.0),
    _V.TH: (0.24, 0.1, 0.0, 0.0, 0.0, 0.35, 0.0),
    _V.DD: (0.22, 0.1, 0.0, 0.15, 0.0, 0.25, 0.0),
    _V.KK: (0.26, 0.0, 0.15, 0.0, 0.0, 0.25, 0.0),
    _V.CH: (0.24, -0.4, 0.0, 0.0, 0.45, 0.0, 0.2),
    _V.SS: (0.18, 0.3, 0.0, 0.5, 0.0, 0.1, 0.0),
    _V.NN: (0.22, 0.1, 0.0, 0.1, 0.0, 0.3, 0.0),
    _V.RR: (0.26, -0.3, 0.0, 0.0, 0.35, 0.0, 0.25),
    _V.AA: (0.9, 0.1, 1.0, 0.0, 0.0, 0.0, 0.0),
    _V.E: (0.55, 0.3, 0.15, 0.0, 0.0, 0.9, 0.0),
    _V.I: (0.36, 0.6, 0.0, 1.0, 0.0, 0.1, 0.0),
    _V.O: (0.65, -0.45, 0.0, 0.0, 0.1, 0.0, 1.0),
    _V.U: (0.32, -0.75, 0.0, 0.0, 1.0, 0.0, 0.1),
}
# How strongly each viseme holds the jaw and the lips against its neighbours.
_DOMINANCE: dict[Viseme, tuple[float, float]] = {
    _V.SIL: (0.8, 0.5), _V.PP: (0.9, 0.8), _V.FF: (0.8, 0.8), _V.TH: (0.6, 0.5), _V.DD: (0.5, 0.3),
    _V.KK: (0.5, 0.25), _V.CH: (0.6, 0.9), _V.SS: (0.65, 0.5), _V.NN: (0.5, 0.3), _V.RR: (0.5, 0.7),
    _V.AA: (1.0, 0.9), _V.E: (1.0, 0.8), _V.I: (1.0, 0.9), _V.O: (1.0, 1.0), _V.U: (1.0, 1.1),
}  # fmt: skip
_JAW_S, _JAW_AHEAD_S = 0.06, 0.005
_LIPS_S, _LIPS_AHEAD_S = 0.06, 0.045
_TOUCHING = frozenset({_V.PP, _V.FF})
_TOUCH_MIN_S, _TOUCH_MAX_S = 0.05, 0.08
_REACH_S = max(_JAW_S + _JAW_AHEAD_S, _LIPS_S + _LIPS_AHEAD_S, _TOUCH_MAX_S)
_start, _end = attrgetter("start_s"), attrgetter("end_s")


def mouth_at(track: MouthTrack, t_s: float) -> Mouth:
    """The mouth at `t_s` seconds into the clip; outside of it, the mouth closes. Continuous in time."""
    if not track.spans:
        return _mouth_of_loudness(track, t_s)
    spans = track.spans
    first = bisect_left(spans, t_s - _REACH_S, key=_end)
    last = bisect_right(spans, t_s + _REACH_S, key=_start)
    near = spans[first:last]
    if not near:
        return _CLOSED
    jaw_t, lips_t = t_s + _JAW_AHEAD_S, t_s + _LIPS_AHEAD_S
    # Before and after the clip the mouth is at rest.
    jaw_sum = _DOMINANCE[_V.SIL][0] * (1.0 - _held(spans[0].start_s, spans[-1].end_s, jaw_t, _JAW_S))
    lips_sum = _DOMINANCE[_V.SIL][1] * (1.0 - _held(spans[0].start_s, spans[-1].end_s, lips_t, _LIPS_S))
    opened = form = a = i = u = e = o = 0.0
    apart = 1.0
    for span in near:
        jaw, lips = _DOMINANCE[span.viseme]
        target = _TARGETS[span.viseme]
        strength = span.strength
        if share := _held(span.start_s, span.end_s, jaw_t, _JAW_S):
            jaw_sum += jaw * share
            opened += jaw * share * strength * target[0]
        if share := _held(span.start_s, span.end_s, lips_t, _LIPS_S):
            weight = lips * share
            lips_sum += weight
            weight *= strength
            form += weight * target[1]
            a += weight * target[2]
            i += weight * target[3]
            u += weight * target[4]
            e += weight * target[5]
            o += weight * target[6]
        if span.viseme in _TOUCHING:
            apart *= _apart(span, t_s)
    return Mouth(
        apart * opened / jaw_sum, form / lips_sum, apart * a / lips_sum, i / lips_sum, u / lips_sum, e / lips_sum,
        apart * o / lips_sum,
    )  # fmt: skip


_CLOSED = Mouth()


def _held(start_s: float, end_s: float, t_s: float, half_s: float) -> float:
    """How much of a smooth window round `t_s` the span fills, 0..1 (integral of an Epanechnikov kernel)."""
    low, high = (start_s - t_s) / half_s, (end_s - t_s) / half_s
    low = -1.0 if low < -1.0 else min(low, 1.0)
    high = -1.0 if high < -1.0 else min(high, 1.0)
    return 0.75 * (high - low) - 0.25 * (high * high * high - low * low * low)


def _apart(span: VisemeSpan, t_s: float) -> float:
    """0 where the lips touch, 1 away from it."""
    half_s = min(max(0.75 * (span.end_s - span.start_s), _TOUCH_MIN_S), _TOUCH_MAX_S)
    off = (t_s - 0.5 * (span.start_s + span.end_s)) / half_s
    if off <= -1.0 or off >= 1.0:
        return 1.0
    near = 1.0 - off * off
    return 1.0 - near * near


# --- loudness to a mouth -------------------------------------------------------------------------------------

_QUIET, _LOUD = 0.01, 0.22
_WIDEST = 0.8
_WINDOW_S = 0.03


def _mouth_of_loudness(track: MouthTrack, t_s: float) -> Mouth:
    if not track.rms:
        return _CLOSED
    reach = max(1, round(_WINDOW_S / track.step_s))
    place = t_s / track.step_s - 0.5
    low = int(place) - reach
    total = weights = 0.0
    for at in range(low, low + 2 * reach + 2):
        off = abs(at - place) / (reach + 1)
        if off < 1.0:
            weights += 1.0 - off
            total += (1.0 - off) * (track.rms[at] if 0 <= at < len(track.rms) else 0.0)
    level = min(max((total / weights - _QUIET) / (_LOUD - _QUIET), 0.0), 1.0) if weights else 0.0
    opened = _WIDEST * level * (2.0 - level)
    return Mouth(open=opened, form=0.1 * opened, a=0.7 * opened, e=0.3 * opened)
