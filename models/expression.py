"""The twelve faces of the avatar, and what she can be doing."""

from __future__ import annotations

from enum import StrEnum


class Expression(StrEnum):
    """The twelve faces of the avatar; values are the names of its expression files."""

    IDLE = "idle"
    HAPPY = "happy"
    EXCITED = "excited"
    SNARKY = "snarky"
    THINKING = "thinking"
    SURPRISED = "surprised"
    SAD = "sad"
    ANGRY = "angry"
    SLEEPY = "sleepy"
    LOVE = "love"
    LAUGHING = "laughing"
    CAT_FACE = "cat_face"


class Phase(StrEnum):
    """What she is doing."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"
