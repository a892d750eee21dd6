"""How each feeling moves her when nothing happens: a table by expression.

Every face has its own small motions (`models.performance.small`), blinks, breath and motions of the model. Names a
model or a table lacks are passed over, so the table may name what only some models have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Habits:
    """What she does by herself while she wears a face.

    `idle` is the model's motion group that she mixes with the plain idle motions, `fidgets` are one-shot groups for
    when she has been left alone for long. `small` weighs her small motions. The rest are factors: how long between
    blinks and how slow each is, how long a breath takes and how deep it goes (a share of the most), how long she
    rests between motions.
    """

    idle: str = ""
    fidgets: tuple[str, ...] = ()
    small: Mapping[str, float] = field(default_factory=dict)
    blink_apart: float = 1.0
    blink_length: float = 1.0
    breath_length: float = 1.0
    breath_depth: float = 0.85
    rest: float = 1.0


PLAIN = Habits(
    fidgets=("Yawn", "Hop"),
    small={
        "weight_shift": 3, "glance": 3, "ear_flick": 3, "tail_flick": 2, "head_tilt": 2, "ears_up": 1.5,
        "sigh": 1, "stretch": 1, "look_up": 1, "slow_blink": 0.5,
    },
)  # fmt: skip

HABITS: Mapping[str, Habits] = {
    "idle": PLAIN,
    "happy": Habits(
        "IdleHappy", ("Hop", "Wave"),
        {"sway": 4, "tail_swish": 3, "ears_up": 2, "ear_flick": 1, "bounce": 1, "head_tilt": 2, "weight_shift": 1},
        rest=0.85,
    ),
    "excited": Habits(
        "IdleExcited", ("Hop", "Wave"),
        {"bounce": 4, "ears_up": 3, "tail_swish": 3, "glance": 2, "head_tilt": 1, "sway": 1, "ear_flick": 1},
        blink_apart=0.6, blink_length=0.85, breath_length=0.8, rest=0.6,
    ),
    "snarky": Habits(
        "IdleSnarky", ("Shake",),
        {"look_away": 4, "glance": 3, "ear_flick": 2, "tail_flick": 2, "head_tilt": 1, "sigh": 1.5, "weight_shift": 2},
    ),
    "thinking": Habits(
        small={"look_up": 3, "head_tilt": 3, "ear_flick": 2, "tail_flick": 2, "sigh": 1, "glance": 2},
        blink_apart=1.2,
    ),
    "surprised": Habits(
        small={"ears_up": 3, "glance": 3, "ear_flick": 2, "tail_flick": 2, "head_tilt": 1},
        blink_apart=1.3, breath_length=0.8,
    ),
    "sad": Habits(
        "IdleSad", (),
        {"sigh": 4, "look_down": 4, "peek": 2, "ears_back": 2, "slow_blink": 1, "weight_shift": 1},
        blink_apart=0.9, blink_length=1.25, breath_length=1.15, rest=1.2,
    ),
    "angry": Habits(
        "", ("Shake",),
        {"tail_lash": 4, "ears_back": 3, "huff": 3, "look_away": 2, "glance": 1},
        blink_apart=1.4, breath_length=0.75, breath_depth=1.0,
    ),
    "sleepy": Habits(
        "IdleSleepy", ("Yawn",),
        {"nod_off": 4, "sigh": 2, "slow_blink": 2, "ear_flick": 1, "weight_shift": 1},
        blink_apart=1.3, blink_length=2.2, breath_length=1.45, breath_depth=1.0, rest=1.3,
    ),
    "love": Habits(
        "IdleLove", ("Wave",),
        {"slow_blink": 4, "sway": 3, "head_tilt": 3, "tail_swish": 2, "sigh": 1, "peek": 1},
        blink_length=1.6, breath_length=1.1,
    ),
    "laughing": Habits(
        "IdleHappy", ("Hop",),
        {"chuckle": 5, "bounce": 1, "sway": 2, "ears_up": 1, "tail_swish": 2},
        breath_length=0.8, rest=0.8,
    ),
    "cat_face": Habits(
        "IdleHappy", ("Hop",),
        {"tail_swish": 4, "ear_flick": 3, "glance": 3, "head_tilt": 2, "slow_blink": 2, "stretch": 2, "sway": 1},
    ),
}  # fmt: skip


def habits_of(expression: str) -> Habits:
    """The habits that go with a face; an unknown face has those of a plain one."""
    return HABITS.get(expression, PLAIN)
