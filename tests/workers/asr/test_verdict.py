from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.asr.pauses import cut_at_pauses
from workers.engines.asr.verdict import Hypothesis, Sound, heard_text, is_doubtful

LOUD = Sound(2.0, 0.1)


@pytest.mark.parametrize(
    ("text", "avg_logprob", "no_speech", "sound", "heard"),
    [
        ("Hello there.", -0.3, 0.1, LOUD, "Hello there."),
        ("Hello there.", -1.6, 0.1, LOUD, ""),
        ("Hello there.", -0.3, 0.95, LOUD, "Hello there."),
        ("you", -0.9, 0.1, LOUD, ""),
        ("You", -0.2, 0.1, Sound(0.6, 0.1), "You"),
        ("Thank you.", -0.2, 0.8, LOUD, ""),
        ("Thank you.", -0.2, 0.1, LOUD, "Thank you."),
        ("Thank you.", -0.2, 0.1, Sound(0.8, 0.002), ""),
        ("Thanks for watching!", -0.1, 0.0, LOUD, ""),
        (".", -0.1, 0.0, LOUD, ""),
        ("...", -0.1, 0.0, LOUD, ""),
        ("[Music]", -0.1, 0.0, LOUD, ""),
        ("♪ la la ♪", -0.1, 0.0, LOUD, "la la"),
        ("(coughs) Hi", -0.1, 0.0, LOUD, "Hi"),
        ("Hello", -0.1, 0.0, Sound(1.0, 0.0001), ""),
        ("", 0.0, 0.0, LOUD, ""),
    ],
)
def test_what_counts_as_heard(
    text: str, avg_logprob: float, no_speech: float, sound: Sound, heard: str
) -> None:
    assert heard_text(Hypothesis(text, avg_logprob, no_speech), sound) == heard


@pytest.mark.parametrize(
    ("text", "avg_logprob", "no_speech", "length_s", "doubtful"),
    [
        ("A quiet evening at home.", -0.3, 0.0, 3.0, False),
        ("A quiet evening at home.", -1.1, 0.0, 3.0, True),
        ("so so so so so so so so so so so so so so so so", -0.1, 0.0, 8.0, True),
        ("I can say this many words in one second, can I not do so now?", -0.1, 0.0, 1.0, True),
        ("you", -3.0, 0.8, 3.0, False),
        ("", 0.0, 0.0, 3.0, False),
    ],
)
def test_what_is_decoded_again(
    text: str, avg_logprob: float, no_speech: float, length_s: float, *, doubtful: bool
) -> None:
    assert is_doubtful(Hypothesis(text, avg_logprob, no_speech), Sound(length_s, 0.1)) is doubtful


def test_long_speech_is_cut_in_its_pause() -> None:
    sound = np.full(4000, 0.5, np.float32)
    sound[2300:2360] = 0.0
    first, second = cut_at_pauses(sound, 100, 30.0, 10.0)
    assert 2300 <= len(first) <= 2360
    assert len(second) == 4000 - len(first)


@settings(max_examples=30)
@given(st.integers(0, 2000))
def test_cutting_loses_nothing(count: int) -> None:
    sound = np.random.default_rng(count).standard_normal(count).astype(np.float32)
    pieces = cut_at_pauses(sound, 100, 5.0, 2.0)
    assert np.array_equal(np.concatenate(pieces), sound)
    assert all(len(piece) <= 500 for piece in pieces)
