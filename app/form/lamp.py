"""How something outside is, at a glance: a tone and few words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a link is: switched off, on its way, well, or in need of the user."""

    OFF = "off"
    BUSY = "busy"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Lamp:
    """A link in words: `words` in short, `note` what is to be known besides, or nothing."""

    tone: Tone
    words: str
    note: str = ""
