"""What the user wants of the way she speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of her voice: `voice` empty leaves her own; `moods`: mood shapes how she says things.

    `remarks`: she says a word unasked, when she is touched. `aloud`: she speaks, and does not only write.
    """

    voice: str = ""
    speed: float = 1.0
    moods: bool = True
    remarks: bool = True
    aloud: bool = True
