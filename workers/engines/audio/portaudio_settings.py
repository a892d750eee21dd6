"""The settings of the sound card; read where the card itself is not wanted."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class PortAudioSettings(BaseModel):
    """How the sound card is used."""

    model_config = ConfigDict(frozen=True)

    latency_ms: float = Field(
        default=20.0, title="Buffer (ms)", ge=5, le=200, description="Raise it if her voice crackles"
    )
    noise_suppression: bool = Field(default=True, title="Suppress background noise")
