"""A body's mind to test, and ways to let time pass for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

from app.avatar.frame_rate import wanted_hz
from models.performance import Around, Performance, Pose
from models.visemes import Mouth

MOTIONS = frozenset(
    {
        "TapHead", "TapBody", "Startle", "Shake", "Yawn", "Hop", "Wave", "Nod", "Pat", "Giggle", "Swing", "Land",
    }
)  # fmt: skip
IDLE = {"Idle": 3, "IdleHappy": 2, "IdleSleepy": 1}
OPEN = Mouth(open=0.9, a=1.0)
FAR = Around(cursor_x=9.0, cursor_y=9.0, motion_over=True)
STEP_S = 1 / 60

STEPS = {
    "head_x": 5.0, "head_y": 5.0, "head_z": 4.0, "body_x": 2.0, "body_y": 2.5, "body_z": 2.5, "hop": 0.2,
    "gaze_x": 0.9, "gaze_y": 0.9, "lids": 0.85, "ear_l": 0.8, "ear_r": 0.8, "tail": 0.65, "breath": 0.25,
    "speech": 0.55,
}  # fmt: skip
"""The furthest a channel goes from one frame to the next, at whatever rate frames come."""


def new(seed: int = 1) -> Performance:
    return Performance(Random(seed).random, idle=IDLE, motions=MOTIONS)


def run(
    her: Performance, start_s: float, length_s: float, around: Around = FAR, mouth: Mouth | None = None
) -> list[Pose]:
    """Poses at 60 Hz."""
    return [her.step(start_s + i * STEP_S, around, mouth) for i in range(round(length_s / STEP_S))]


def paced(
    her: Performance,
    start_s: float,
    length_s: float,
    around: Callable[[float], Around] = lambda _: FAR,
    mouth: Callable[[float], Mouth | None] = lambda _: None,
) -> list[tuple[float, Pose]]:
    """Times and poses at the rates the window would draw them."""
    frames = []
    at_s = start_s
    while at_s < start_s + length_s:
        pose = her.step(at_s, around(at_s), mouth(at_s))
        frames.append((at_s, pose))
        at_s += 1.0 / wanted_hz(pose, visible=True)
    return frames


def furthest(poses: list[Pose]) -> dict[str, float]:
    """The furthest every channel went from one pose to the next."""
    return {
        channel: max(abs(getattr(a, channel) - getattr(b, channel)) for a, b in pairwise(poses))
        for channel in STEPS
    }


def jumps(poses: list[Pose]) -> dict[str, float]:
    """The channels that went further than they may, and how far."""
    return {channel: far for channel, far in furthest(poses).items() if far > STEPS[channel]}
