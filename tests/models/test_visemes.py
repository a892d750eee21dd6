from __future__ import annotations

from dataclasses import astuple
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.head_tts import head_tts
from models.speech import PhonemeSpan, WordSpan
from models.visemes import (
    Mouth,
    MouthTrack,
    Viseme,
    mouth_at,
    track,
    track_from_rms,
    viseme_spans,
)

SYMBOLS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐᵊbdfhjklmnpstvwzðŋɡɹTʃʒʤʧθː.,!?;:—…"
MAX_RATE_PER_S = 45.0


def said(text: str, each_s: float = 0.08) -> tuple[PhonemeSpan, ...]:
    return tuple(PhonemeSpan(symbol, n * each_s, (n + 1) * each_s) for n, symbol in enumerate(text))


@pytest.mark.parametrize(
    ("phonemes", "visemes"),
    [
        ("pbm", "PP PP PP"),
        ("fv", "FF FF"),
        ("θð", "TH TH"),
        ("tdT", "DD DD DD"),
        ("kɡŋ", "kk kk kk"),
        ("ʧʤʃʒ", "CH CH CH CH"),
        ("sz", "SS SS"),
        ("nl", "nn nn"),
        ("ɹ", "RR"),
        ("æɑa", "aa aa aa"),
        ("ɛə", "E E"),
        ("iɪ", "I I"),
        ("ɔɒ", "O O"),
        ("uʊw", "U U U"),
        ("A", "E I"),
        ("I", "aa I"),
        ("O", "O U"),
        ("Q", "E U"),
        ("W", "aa U"),
        ("Y", "O I"),
        ("hɑ", "aa aa"),
        ("hi", "I I"),
        (".", "sil"),
        ("b,b", "PP sil PP"),
        ("uːt", "U DD"),
    ],
)
def test_phonemes_have_their_shapes(phonemes: str, visemes: str) -> None:
    assert " ".join(span.viseme for span in viseme_spans(said(phonemes))) == visemes


def test_every_symbol_of_the_voice_has_a_shape() -> None:
    for symbol in set(SYMBOLS) - set("ː.,!?;:—…"):
        assert viseme_spans(said(symbol))[0].viseme is not Viseme.SIL, symbol


def test_stress_opens_wider() -> None:
    weak = viseme_spans([PhonemeSpan("ɑ", 0, 0.1)])[0]
    strong = viseme_spans([PhonemeSpan("ˈɑ", 0, 0.1)])[0]
    assert strong.viseme is weak.viseme is Viseme.AA
    assert strong.strength > weak.strength


def test_a_track_covers_its_clip_without_holes() -> None:
    result = track(said("hˈɛlO".replace("ˈ", ""), 0.1)[1:], 1.0)
    assert result.spans[0].start_s == 0.0
    assert result.spans[-1].end_s == 1.0
    assert all(a.end_s == pytest.approx(b.start_s) for a, b in pairwise(result.spans))
    assert result.spans[0].viseme is result.spans[-1].viseme is Viseme.SIL


@pytest.mark.parametrize("symbol", "pbmfv")
def test_lips_meet_whatever_stands_beside_them(symbol: str) -> None:
    for neighbour in "ɑAOiu":
        clip = track(said(neighbour + symbol + neighbour, 0.07), 0.21)
        assert mouth_at(clip, 0.105).open == pytest.approx(0.0, abs=0.01)
        assert mouth_at(clip, 0.03).open > 0.1
        assert mouth_at(clip, 0.18).open > 0.1


def test_vowels_look_like_themselves() -> None:
    def middle(symbol: str) -> Mouth:
        return mouth_at(track(said(symbol, 0.3), 0.3), 0.15)

    assert middle("ɑ").a > 0.7
    assert middle("i").i > 0.6
    assert middle("u").u > 0.6
    assert middle("ɛ").e > 0.6
    assert middle("ɔ").o > 0.6
    assert middle("ɑ").open > middle("ɛ").open > middle("i").open > 0.1
    assert middle("i").form > 0.3 > -0.3 > middle("u").form


def test_lips_round_before_the_sound() -> None:
    clip = track(said("stu", 0.1), 0.3)
    plain = track(said("sti", 0.1), 0.3)
    assert mouth_at(clip, 0.18).u > 0.1
    assert mouth_at(clip, 0.18).form < mouth_at(plain, 0.18).form


def test_a_consonant_leans_on_its_vowels() -> None:
    wide = mouth_at(track(said("ɑtɑ", 0.07), 0.21), 0.105)
    narrow = mouth_at(track(said("iti", 0.07), 0.21), 0.105)
    assert wide.open > narrow.open + 0.1


def test_the_mouth_is_shut_in_pauses_and_outside() -> None:
    clip = track((*said("ɑ", 0.2), PhonemeSpan(",", 0.2, 0.6), PhonemeSpan("ɑ", 0.6, 0.8)), 0.8)
    for at_s in (-1.0, 0.4, 2.0):
        assert astuple(mouth_at(clip, at_s)) == pytest.approx((0.0,) * 7, abs=1e-9)


spans = st.lists(
    st.tuples(st.sampled_from(SYMBOLS), st.sampled_from(["", "ˈ", "ˌ"]), st.floats(0.0, 0.4)), max_size=30
)


def laid(items: list[tuple[str, str, float]]) -> MouthTrack:
    at_s = 0.0
    phonemes = []
    for symbol, stress, length_s in items:
        phonemes.append(PhonemeSpan(stress + symbol, at_s, at_s + length_s))
        at_s += length_s
    return track(phonemes, at_s)


@given(spans, st.floats(-0.5, 13.0))
def test_the_mouth_stays_in_range_and_moves_smoothly(
    items: list[tuple[str, str, float]], at_s: float
) -> None:
    clip = laid(items)
    step_s = 0.001
    now, then = mouth_at(clip, at_s), mouth_at(clip, at_s + step_s)
    for name in Mouth.__slots__:
        low = -1.0 if name == "form" else 0.0
        assert low <= getattr(now, name) <= 1.0
        assert abs(getattr(then, name) - getattr(now, name)) <= MAX_RATE_PER_S * step_s


@given(spans)
def test_tracks_are_ordered_and_within_their_clip(items: list[tuple[str, str, float]]) -> None:
    clip = laid(items)
    assert all(0.0 <= span.start_s < span.end_s <= clip.length_s for span in clip.spans)
    assert all(a.end_s <= b.start_s for a, b in pairwise(clip.spans))


def test_tangled_phonemes_still_make_a_track() -> None:
    clip = track([PhonemeSpan("ɑ", 0.3, 0.5), PhonemeSpan("t", 0.2, 0.4), PhonemeSpan("i", 0.9, 0.7)], 0.6)
    assert [span.viseme for span in clip.spans] == [Viseme.SIL, Viseme.AA, Viseme.SIL]


def test_loudness_opens_the_mouth() -> None:
    clip = track_from_rms([0.0] * 20 + [0.15] * 20 + [0.0] * 20, 0.01)
    assert clip.length_s == pytest.approx(0.6)
    assert mouth_at(clip, 0.3).open > 0.4
    assert mouth_at(clip, 0.05).open == 0.0
    assert mouth_at(clip, 5.0).open == 0.0
    assert mouth_at(track_from_rms([], 0.01), 0.0) == Mouth()


@given(st.lists(st.floats(0, 1), max_size=50), st.floats(-1, 2))
def test_loudness_moves_smoothly(rms: list[float], at_s: float) -> None:
    clip = track_from_rms(rms, 0.01)
    now, then = mouth_at(clip, at_s), mouth_at(clip, at_s + 0.001)
    assert 0.0 <= now.open <= 1.0
    assert abs(now.open - then.open) <= MAX_RATE_PER_S * 0.005


def test_head_tts_lists_are_parallel_and_in_milliseconds() -> None:
    words = [WordSpan("Hi", 0.1, 0.25), WordSpan("you", 0.3, 0.5)]
    told = head_tts(words, track([PhonemeSpan("h", 0.1, 0.15), PhonemeSpan("I", 0.15, 0.25)], 0.6).spans)
    assert told["words"] == ["Hi ", "you"]
    assert told["wtimes"] == [100, 300]
    assert told["wdurations"] == [150, 200]
    assert told["visemes"] == ["aa", "aa", "I"]
    assert told["vtimes"] == [100, 150, 210]
    assert told["vdurations"] == [50, 60, 40]
