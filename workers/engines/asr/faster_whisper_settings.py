"""The settings of Whisper on this machine; read where Whisper itself is not wanted."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class FasterWhisperSettings(BaseModel):
    """How Whisper listens."""

    model: str = Field(
        default="whisper-base", title="Model", description="A model of the catalogue, or a folder."
    )
    language: str = Field(
        default="en",
        title="Language",
        description="A language code such as en, or auto.",
        pattern=r"^(auto|[a-z]{2,3})$",
    )
    threads: int = Field(default=2, title="Processor threads", ge=1, le=32)
    compute_type: str = Field(default="int8", title="Number format")
    device: Literal["auto", "cpu", "cuda"] = Field(default="cpu", title="Runs on")
    beam: int = Field(
        default=1, title="Beam width", description="More hears a little better, slower.", ge=1, le=10
    )
    margin_s: float = Field(default=6.0, title="Silence added after speech (s)", ge=0.5, le=30.0)
