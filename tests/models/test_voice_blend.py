from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.voice_blend import VoiceBlendError, checked_voice, format_blend, parse_blend, with_share


@pytest.mark.parametrize(
    ("text", "blend"),
    [
        ("af_heart", {"af_heart": 1.0}),
        ("  alloy ", {"alloy": 1.0}),
        ("en_US-joe.medium", {"en_US-joe.medium": 1.0}),
        ("70% af_heart + 30% af_sky", {"af_heart": 0.7, "af_sky": 0.3}),
        ("70%af_heart+30%af_sky", {"af_heart": 0.7, "af_sky": 0.3}),
        ("7 af_heart + 3 af_sky", {"af_heart": 0.7, "af_sky": 0.3}),
        ("0.7*af_heart, 0.3 * af_sky", {"af_heart": 0.7, "af_sky": 0.3}),
        ("af_heart (70%) + af_sky (30)", {"af_heart": 0.7, "af_sky": 0.3}),
        ("af_heart 70%, af_sky 30%", {"af_heart": 0.7, "af_sky": 0.3}),
        ("a, b", {"a": 0.5, "b": 0.5}),
        ("60% a + b + c", {"a": 0.6, "b": 0.2, "c": 0.2}),
        ("50% a + 30% b + 20% a", {"a": 0.7, "b": 0.3}),
        ("70% a + 0% b", {"a": 1.0}),
    ],
)
def test_texts_and_their_voices(text: str, blend: dict[str, float]) -> None:
    assert dict(parse_blend(text)) == pytest.approx(blend)
    assert checked_voice(text) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "write a name such as af_heart"),
        ("nova?", "70% af_heart + 30% af_sky"),
        ("a & b", "is no voice"),
        ("a + ", "is no voice"),
        ("30% 40% a", "is no voice"),
        ("0% a", "adds up to nothing"),
        ("100% a + b", "leave nothing for b"),
        ("9999999999% a", "is no voice"),
    ],
)
def test_what_is_no_voice_says_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(VoiceBlendError, match=hint.replace("+", r"\+")):
        parse_blend(text)


def test_no_text_is_the_default_voice() -> None:
    assert checked_voice("") == ""
    with pytest.raises(VoiceBlendError):
        checked_voice("two words")


def test_a_share_of_another_voice_shrinks_the_others() -> None:
    mixed = with_share("70% af_heart + 30% af_sky", "af_nicole", 0.2)
    assert mixed == "56% af_heart + 24% af_sky + 20% af_nicole"
    assert with_share("af_heart", "af_heart", 0.2) == "af_heart"
    assert with_share("af_heart", "af_nicole", 0.0) == "af_heart"
    assert parse_blend(with_share("50% a + 50% b", "a", 0.5)) == pytest.approx({"a": 0.75, "b": 0.25})


_blends = st.dictionaries(
    st.from_regex(r"\A[a-z]{2}_[a-z]{1,8}\Z"), st.integers(5, 100), min_size=1, max_size=5
)


@given(_blends, st.floats(0.0, 1.0))
def test_weights_always_add_up_to_one_and_survive_writing(shares: dict[str, int], share: float) -> None:
    text = " + ".join(f"{weight} {name}" for name, weight in shares.items())
    mixed = parse_blend(with_share(text, "zz_other", share))
    assert sum(mixed.values()) == pytest.approx(1.0)
    assert dict(parse_blend(format_blend(mixed))) == pytest.approx(dict(mixed), abs=0.01)
    for name, weight in parse_blend(text).items():
        assert mixed.get(name, 0.0) == pytest.approx(weight * (1.0 - share), abs=0.01)
