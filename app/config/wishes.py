"""What the settings say of the way she speaks, in the words of her core."""

from __future__ import annotations

from models.settings import Settings
from models.wishes import Wishes


def wishes_of(settings: Settings) -> Wishes:
    """The user's wishes."""
    voice = settings.voice
    return Wishes(voice.voice, voice.speed, voice.moods, voice.remarks, voice.enabled)
