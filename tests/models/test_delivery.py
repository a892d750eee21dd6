from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.delivery import (
    INTONATION_MAX,
    INTONATION_MIN,
    LEVEL_MAX,
    LEVEL_MIN,
    MANNERS,
    PAUSES_MAX,
    PAUSES_MIN,
    PITCH_MAX,
    SPEED_MAX,
    SPEED_MIN,
    VoiceMood,
    delivery,
    voice_mood_for,
)
from models.expression import Expression
from models.mood import Mood
from models.speech import VoiceStyle
from models.voice_blend import parse_blend

HERS = VoiceStyle("af_heart", 1.0)
M, E = VoiceMood, Expression

PRODUCT = {
    M.NEUTRAL: 0.5, M.WARM: 0.6, M.AMUSED: 0.65, M.SNARKY: 0.4, M.EXCITED: 0.8, M.SAD: 0.55, M.ANGRY: 0.7,
    M.FLIRTY: 0.65,
}  # fmt: skip


def test_there_are_eleven_with_the_intensities_of_the_product() -> None:
    assert set(MANNERS) == set(VoiceMood)
    assert len(VoiceMood) == 11
    assert {mood: mood.manner.intensity for mood in PRODUCT} == PRODUCT
    assert all(0.0 < mood.manner.intensity <= 1.0 for mood in VoiceMood)


def test_neutral_is_her_own_voice() -> None:
    own = VoiceStyle("70% af_heart + 30% af_sky", 1.15, 1.2, -0.5, -1.0, 0.1, 0.9)
    assert delivery(M.NEUTRAL, own) == own


@pytest.mark.parametrize(
    ("mood", "signs"),
    [
        # pace, pauses, pitch, melody, level, softness against neutral
        (M.WARM, (-1, 1, -1, 1, -1, 1)),
        (M.AMUSED, (1, -1, 1, 1, 0, 0)),
        (M.SNARKY, (-1, 1, -1, -1, -1, 0)),
        (M.EXCITED, (1, -1, 1, 1, 1, 0)),
        (M.SAD, (-1, 1, -1, -1, -1, 1)),
        (M.ANGRY, (1, -1, -1, 1, 1, 0)),
        (M.FLIRTY, (-1, 1, -1, 1, -1, 1)),
        (M.THINKING, (-1, 1, -1, -1, -1, 1)),
        (M.TENDER, (-1, 1, 1, 1, -1, 1)),
        (M.CHAOTIC, (1, -1, 1, 1, 1, 0)),
    ],
)
def test_each_mood_goes_its_way_and_not_too_far(mood: VoiceMood, signs: tuple[int, ...]) -> None:
    style = delivery(mood, HERS)
    moved = (
        style.speed - 1, style.pauses - 1, style.pitch, style.intonation - 1, style.level, style.softness,
    )  # fmt: skip
    assert tuple((value > 0) - (value < 0) for value in moved) == signs
    limits = (0.2, 0.5, 1.5, 0.5, 3.0, 0.5)
    assert all(abs(value) <= limit for value, limit in zip(moved, limits, strict=True))
    assert any(abs(value) >= 0.3 * limit for value, limit in zip(moved, limits, strict=True))


def test_no_two_moods_sound_alike() -> None:
    styles = [delivery(mood, HERS) for mood in VoiceMood]
    assert len(set(styles)) == len(styles)


def test_a_mood_moves_the_voice_that_is_there() -> None:
    slow = VoiceStyle("bf_emma", 0.8, 1.5, -1.0, -2.0, 0.2)
    style = delivery(M.EXCITED, slow)
    plain = delivery(M.EXCITED, HERS)
    assert style.speed == pytest.approx(0.8 * plain.speed, abs=0.01)
    assert style.pauses == pytest.approx(1.5 * plain.pauses, abs=0.02)
    assert style.pitch == pytest.approx(plain.pitch - 1.0)
    assert style.level == pytest.approx(plain.level - 2.0)
    assert style.softness == pytest.approx(0.2)


def test_a_whisper_is_blended_into_female_voices_alone() -> None:
    flirty = parse_blend(delivery(M.FLIRTY, VoiceStyle("70% af_heart + 30% af_sky")).voice)
    assert flirty["af_nicole"] == pytest.approx(0.195, abs=0.001)
    assert flirty["af_heart"] / flirty["af_sky"] == pytest.approx(7 / 3, abs=0.02)
    for voice in ("", "am_adam", "50% af_heart + 50% am_adam", "alloy", "not a voice"):
        assert delivery(M.FLIRTY, VoiceStyle(voice)).voice == voice
    assert delivery(M.SAD, HERS).voice == "af_heart"


def test_energy_makes_her_livelier_or_calmer() -> None:
    calm, usual, lively = [delivery(M.WARM, HERS, energy) for energy in (0.0, 0.5, 1.0)]
    assert calm.speed < usual.speed < lively.speed
    assert calm.pauses > usual.pauses > lively.pauses
    assert calm.intonation < usual.intonation < lively.intonation
    assert calm.level < usual.level < lively.level
    assert calm.pitch == usual.pitch == lively.pitch
    assert delivery(M.WARM, HERS, 7.0) == lively
    assert delivery(M.WARM, HERS, 0.51) == usual, "a hair's difference makes no other line of it"


_styles = st.builds(
    VoiceStyle,
    st.sampled_from(["", "af_heart", "40% af_sky + 60% bm_george"]),
    st.floats(0.1, 9),
    st.floats(0, 9),
    st.floats(-30, 30),
    st.floats(-90, 90),
    st.floats(-1, 9),
    st.floats(0, 9),
)


@given(st.sampled_from(VoiceMood), _styles, st.floats(-2, 3))
def test_nothing_leaves_its_limits(mood: VoiceMood, base: VoiceStyle, energy: float) -> None:
    style = delivery(mood, base, energy)
    assert SPEED_MIN <= style.speed <= SPEED_MAX
    assert PAUSES_MIN <= style.pauses <= PAUSES_MAX
    assert -PITCH_MAX <= style.pitch <= PITCH_MAX
    assert LEVEL_MIN <= style.level <= LEVEL_MAX
    assert 0.0 <= style.softness <= 1.0
    assert INTONATION_MIN <= style.intonation <= INTONATION_MAX


FINE = Mood(energy=50, positivity=60, engagement=40)
LIVELY = Mood(energy=80, positivity=70, engagement=60)


@pytest.mark.parametrize(
    ("face", "mood", "text", "dynamic", "expected"),
    [
        (E.IDLE, FINE, "", "", M.NEUTRAL),
        (E.IDLE, Mood(50, 90, 40), "", "", M.WARM),
        (E.IDLE, Mood(50, 20, 40), "", "", M.SAD),
        (E.IDLE, Mood(20, 60, 10), "", "tender", M.THINKING),
        (E.IDLE, FINE, "", "tender", M.WARM),
        (E.HAPPY, FINE, "How nice.", "ride_or_die", M.WARM),
        (E.HAPPY, LIVELY, "How nice.", "ride_or_die", M.AMUSED),
        (E.HAPPY, FINE, "Haha, how nice.", "", M.AMUSED),
        (E.HAPPY, FINE, "I won.", "competitive", M.AMUSED),
        (E.LAUGHING, FINE, "Hahaha!", "", M.AMUSED),
        (E.LAUGHING, LIVELY, "Hahaha!", "chaotic", M.CHAOTIC),
        (E.CAT_FACE, FINE, "Nobody saw that.", "", M.AMUSED),
        (E.LOVE, FINE, "I like you.", "", M.TENDER),
        (E.LOVE, FINE, "I like you.", "flirty", M.FLIRTY),
        (E.SAD, FINE, "That game is over.", "", M.SAD),
        (E.SAD, FINE, "I am here, take your time.", "chaotic", M.TENDER),
        (E.SLEEPY, FINE, "I could nap.", "", M.THINKING),
        (E.SLEEPY, FINE, "I could nap.", "tender", M.TENDER),
        (E.SLEEPY, FINE, "Good night.", "", M.TENDER),
        (E.SURPRISED, FINE, "Oh!", "", M.EXCITED),
        (E.EXCITED, FINE, "Yes!", "", M.EXCITED),
        (E.EXCITED, FINE, "Yes!", "chaotic", M.CHAOTIC),
        (E.ANGRY, FINE, "It is okay.", "tender", M.ANGRY),
        (E.SNARKY, FINE, "Sure you did.", "", M.SNARKY),
        (E.SNARKY, FINE, "Sure you did.", "flirty", M.SNARKY),
        (E.SNARKY, FINE, "Sure you did, handsome.", "flirty", M.FLIRTY),
        (E.THINKING, FINE, "Hm.", "", M.THINKING),
    ],
)
def test_the_voice_goes_with_the_moment(
    face: Expression, mood: Mood, text: str, dynamic: str, expected: VoiceMood
) -> None:
    assert voice_mood_for(face, mood, text, dynamic) is expected


@given(
    st.sampled_from(Expression),
    st.builds(Mood, *[st.floats(0, 100)] * 3),
    st.text(max_size=40),
    st.sampled_from(["", "ride_or_die", "flirty", "competitive", "protective", "chaotic", "tender", "own"]),
)
def test_there_is_a_voice_for_every_moment(face: Expression, mood: Mood, text: str, dynamic: str) -> None:
    assert voice_mood_for(face, mood, text, dynamic) in VoiceMood
