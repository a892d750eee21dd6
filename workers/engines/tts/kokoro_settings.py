"""The settings of Kokoro; read where Kokoro itself is not wanted."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from models.voice_blend import checked_voice

DEFAULT_VOICE = "af_heart"
MODEL = "kokoro-82m"
SPEED_MIN, SPEED_MAX = 0.5, 2.0


class KokoroSettings(BaseModel):
    """How she sounds."""

    voice: Annotated[str, AfterValidator(checked_voice)] = Field(
        default=DEFAULT_VOICE,
        min_length=1,
        title="Voice",
        description="A voice, or a blend: 70% af_heart + 30% af_sky.",
    )
    speed: float = Field(default=1.0, title="Speed", ge=SPEED_MIN, le=SPEED_MAX)
    threads: int = Field(default=2, title="Processor threads", ge=1, le=32)
    model: str = Field(
        default=MODEL, min_length=1, title="Model", description="A Kokoro model of the catalogue."
    )
