"""How she says it: the eleven voice moods, what each does to her voice, and which one goes with a moment.

Everything is relative to the voice she has: a mood multiplies pace, pauses and melody and moves pitch, level and
softness, so a slow or deep voice stays one. The manners below are written at full strength; a mood shows with its
intensity, which for eight of the eleven is the product's. The three it leaves open: `thinking` .45, because a
thoughtful voice that draws attention to itself is acting; `tender` .6, as warm as warm; `chaotic` .85, the liveliest
there is, and still understood. What was done is kept small: heard at once beside the neutral voice, and not tiring
after an hour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from models.expression import Expression
from models.mood import Mood, Rest
from models.speech import VoiceStyle
from models.voice_blend import VoiceBlendError, parse_blend, with_share


class VoiceMood(StrEnum):
    """The styles she can speak in."""

    NEUTRAL = "neutral"
    WARM = "warm"
    AMUSED = "amused"
    SNARKY = "snarky"
    EXCITED = "excited"
    SAD = "sad"
    ANGRY = "angry"
    FLIRTY = "flirty"
    THINKING = "thinking"
    TENDER = "tender"
    CHAOTIC = "chaotic"

    @property
    def manner(self) -> Manner:
        """What the mood does to the voice at full strength, and how strongly it shows."""
        return MANNERS[self]


@dataclass(frozen=True, slots=True)
class Manner:
    """A way of speaking at full strength; `intensity` 0..1 is how much of it is heard.

    `speed`, `pauses` and `intonation` are factors; `pitch` is in semitones, `level` in decibels; `softness` 0..1
    takes away brightness; `whisper` 0..1 is the share of a whispering voice blended in.
    """

    intensity: float
    speed: float = 1.0
    pauses: float = 1.0
    pitch: float = 0.0
    intonation: float = 1.0
    level: float = 0.0
    softness: float = 0.0
    whisper: float = 0.0


MANNERS: dict[VoiceMood, Manner] = {
    VoiceMood.NEUTRAL: Manner(0.5),
    # Softer, genuine.
    VoiceMood.WARM: Manner(
        0.6, speed=0.95, pauses=1.15, pitch=-0.3, intonation=1.15, level=-1.5, softness=0.4
    ),
    # Light, playful.
    VoiceMood.AMUSED: Manner(0.65, speed=1.08, pauses=0.85, pitch=0.8, intonation=1.3),
    # Controlled deadpan: the melody is what is missing.
    VoiceMood.SNARKY: Manner(0.4, speed=0.88, pauses=1.4, pitch=-1.2, intonation=0.4, level=-2.0),
    # Higher energy, faster.
    VoiceMood.EXCITED: Manner(0.8, speed=1.15, pauses=0.7, pitch=1.25, intonation=1.3, level=2.0),
    # Subdued, slower.
    VoiceMood.SAD: Manner(
        0.55, speed=0.78, pauses=1.75, pitch=-1.3, intonation=0.6, level=-4.5, softness=0.65
    ),
    # Sharp, clipped.
    VoiceMood.ANGRY: Manner(0.7, speed=1.1, pauses=0.5, pitch=-0.6, intonation=1.2, level=3.0),
    # Breathy, intimate.
    VoiceMood.FLIRTY: Manner(
        0.65, speed=0.88, pauses=1.35, pitch=-0.6, intonation=1.25, level=-3.0, softness=0.55, whisper=0.3
    ),
    # Slower, with room between the words.
    VoiceMood.THINKING: Manner(
        0.45, speed=0.83, pauses=2.1, pitch=-0.4, intonation=0.7, level=-2.0, softness=0.3
    ),
    # Close, quiet, unhurried.
    VoiceMood.TENDER: Manner(
        0.6, speed=0.88, pauses=1.3, pitch=0.9, intonation=1.15, level=-4.0, softness=0.65, whisper=0.2
    ),
    # Fast and all over the place.
    VoiceMood.CHAOTIC: Manner(0.85, speed=1.2, pauses=0.55, pitch=0.8, intonation=1.5, level=1.2),
}

SPEED_MIN, SPEED_MAX = 0.5, 2.0
PAUSES_MIN, PAUSES_MAX = 0.3, 3.0
PITCH_MAX = 3.0
INTONATION_MIN, INTONATION_MAX = 0.3, 2.0
LEVEL_MIN, LEVEL_MAX = -12.0, 6.0

# What the liveliest she can be (`energy` 1) adds to how she is half-way (0.5); 0 takes as much away.
_LIVELY_SPEED, _LIVELY_PAUSES, _LIVELY_INTONATION, _LIVELY_LEVEL = 1.06, 0.9, 1.12, 1.0

_WHISPERING = "af_nicole"
_FEMALE = re.compile(r"[a-z]f_\w+", re.IGNORECASE)


def delivery(voice_mood: VoiceMood, base: VoiceStyle, energy: float = 0.5) -> VoiceStyle:
    """Her own way of speaking, `base`, in a mood. `energy` 0..1 is how lively she is; 0.5 changes nothing.

    Everything stays within the limits above and is rounded to steps nobody hears, so that equal lines can be kept. A
    whisper is blended only into female voices that are named: into others it would be another person's.
    """
    manner = voice_mood.manner
    strength, lively = manner.intensity, round(2.0 * min(1.0, max(0.0, energy)) - 1.0, 1)
    speed = base.speed * manner.speed**strength * _LIVELY_SPEED**lively
    pauses = base.pauses * manner.pauses**strength * _LIVELY_PAUSES**lively
    intonation = base.intonation * manner.intonation**strength * _LIVELY_INTONATION**lively
    level = base.level + manner.level * strength + _LIVELY_LEVEL * lively
    return VoiceStyle(
        voice=_whispered(base.voice, manner.whisper * strength),
        speed=_within(speed, SPEED_MIN, SPEED_MAX),
        pauses=_within(pauses, PAUSES_MIN, PAUSES_MAX),
        pitch=_within(base.pitch + manner.pitch * strength, -PITCH_MAX, PITCH_MAX),
        level=_within(level, LEVEL_MIN, LEVEL_MAX),
        softness=_within(base.softness + manner.softness * strength, 0.0, 1.0),
        intonation=_within(intonation, INTONATION_MIN, INTONATION_MAX),
    )


def _within(value: float, least: float, most: float) -> float:
    return round(min(max(value, least), most), 2)


def _whispered(voice: str, share: float) -> str:
    try:
        female = all(_FEMALE.fullmatch(name) for name in parse_blend(voice))
    except VoiceBlendError:
        return voice
    return with_share(voice, _WHISPERING, share) if female else voice


# --- which mood goes with a moment
# -------------------------------------------------------------------------------------------------

_COMFORT = re.compile(
    r"\b(?:(?:i am|i'm) (?:\w+ )?(?:here|with you|on your side)|(?:you are|you're) (?:not alone|safe)|"
    r"it(?:'s| is| will be|'ll be) (?:all right|alright|okay|ok)|take your time|be gentle|rest now|breathe|hugs?|"
    r"(?:i am|i'm) (?:so |really )?sorry (?:you|to hear|that)|sweet dreams|good night|sleep (?:well|tight))\b",
    re.IGNORECASE,
)
_TEASING = re.compile(
    r"\b(?:cutie|gorgeous|handsome|charming|darling|sweetheart|blush(?:ing)?|wink|flirt\w*|tease|kiss(?:es)?)\b",
    re.IGNORECASE,
)
_LAUGHTER = re.compile(r"\b(?:(?:ba|a)?(?:ha){2,}h?|hehe\w*|lol|lmao|giggl\w+)\b", re.IGNORECASE)

_GLAD, _LOW, _LIVELY = 75.0, 30.0, 65.0
_CALM = frozenset({Expression.IDLE, Expression.HAPPY, Expression.LOVE, Expression.SAD, Expression.SLEEPY})
_USUAL: dict[Expression, VoiceMood] = {
    Expression.IDLE: VoiceMood.NEUTRAL,
    Expression.HAPPY: VoiceMood.WARM,
    Expression.EXCITED: VoiceMood.EXCITED,
    Expression.SNARKY: VoiceMood.SNARKY,
    Expression.THINKING: VoiceMood.THINKING,
    Expression.SURPRISED: VoiceMood.EXCITED,
    Expression.SAD: VoiceMood.SAD,
    Expression.ANGRY: VoiceMood.ANGRY,
    Expression.SLEEPY: VoiceMood.THINKING,
    Expression.LOVE: VoiceMood.TENDER,
    Expression.LAUGHING: VoiceMood.AMUSED,
    Expression.CAT_FACE: VoiceMood.AMUSED,
}
_BY_DYNAMIC: dict[tuple[str, Expression], VoiceMood] = {
    ("flirty", Expression.LOVE): VoiceMood.FLIRTY,
    ("tender", Expression.IDLE): VoiceMood.WARM,
    ("tender", Expression.SLEEPY): VoiceMood.TENDER,
    ("competitive", Expression.HAPPY): VoiceMood.AMUSED,
    ("chaotic", Expression.HAPPY): VoiceMood.AMUSED,
    ("chaotic", Expression.EXCITED): VoiceMood.CHAOTIC,
    ("chaotic", Expression.SURPRISED): VoiceMood.CHAOTIC,
}


def voice_mood_for(expression: Expression, mood: Mood, text: str = "", dynamic: str = "") -> VoiceMood:
    """The voice that goes with a face.

    `text` is what she is about to say and `dynamic` the id of how she stands to her person. Words of comfort are said
    tenderly whatever calm face she wears; how she feels decides where the face leaves it open.
    """
    if expression in _CALM and _COMFORT.search(text):
        return VoiceMood.TENDER
    usual = _BY_DYNAMIC.get((dynamic, expression), _USUAL[expression])
    match expression:
        case Expression.HAPPY if mood.energy >= _LIVELY or _LAUGHTER.search(text):
            return VoiceMood.AMUSED
        case Expression.LAUGHING | Expression.CAT_FACE if dynamic == "chaotic" and mood.energy >= _LIVELY:
            return VoiceMood.CHAOTIC
        case Expression.SNARKY if dynamic == "flirty" and _TEASING.search(text):
            return VoiceMood.FLIRTY
        case Expression.IDLE:
            return _resting(mood, usual)
    return usual


def _resting(mood: Mood, usual: VoiceMood) -> VoiceMood:
    """The voice of a face that shows nothing."""
    if mood.rest is Rest.SLEEPY:
        return VoiceMood.THINKING
    if mood.positivity < _LOW:
        return VoiceMood.SAD
    return VoiceMood.WARM if mood.positivity >= _GLAD else usual
