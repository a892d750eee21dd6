"""What requests may hold and what they are answered with, as OpenAPI tells it."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from models.delivery import VoiceMood
from models.expression import Expression

_DEPTH = 12

Line = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\S")]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"\S")]
Id = Annotated[str, Field(max_length=60, pattern=r"^([a-z][a-z0-9_]*)?$")]


class Body(BaseModel):
    """A request's body; unknown fields are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SpeakBody(Body):
    """Something to say word for word."""

    text: Line
    mood: VoiceMood | None = Field(None, description="Taken, but how she says it follows from how she feels.")
    wait: bool = Field(default=True, description="Answer when it has been heard; else at once.")


class ChatBody(Body):
    """A line to answer."""

    message: Line
    username: Annotated[str, Field(max_length=60)] = Field(
        "", description="The viewer who wrote it; empty: you did."
    )


class PersonaBody(Body):
    """What is to change of who she is; what is not given stays."""

    preset: Id | None = None
    dynamic: Id | None = None
    style: Id | None = None
    energy: Literal["low", "normal", "high"] | None = None
    family_mode: bool | None = None


class ExpressionBody(Body):
    """A face, and for how long."""

    expression: Expression
    seconds: Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)] = 5.0


class ToggleBody(Body):
    """On, off, or the other way round."""

    on: bool | None = None


class PanicBody(Body):
    """Panic, or the end of it."""

    on: bool = True


class SceneBody(Body):
    """A scene of OBS."""

    scene: Name


class SourceBody(Body):
    """A source in a scene of OBS."""

    scene: Annotated[str, Field(max_length=120)] = Field("", description="Empty: the scene on air.")
    source: Name
    visible: bool


class EventBody(Body):
    """An event of the stream, as the backend would send it."""

    event: Name
    data: JsonValue = Field(default_factory=dict)

    @field_validator("data")
    @classmethod
    def _plain(cls, data: JsonValue) -> JsonValue:
        _check(data, _DEPTH)
        return data


def _check(value: object, depth: int) -> None:
    """Raise `ValueError` for what is no plain JSON."""
    if depth == 0:
        msg = f"nested deeper than {_DEPTH} levels"
        raise ValueError(msg)
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a number")
    elif isinstance(value, list):
        for item in value:
            _check(item, depth - 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            key.encode()
            _check(item, depth - 1)


class Error(BaseModel):
    """Why a request was not carried out, and what to do."""

    error: str
    hint: str = ""


class Health(BaseModel):
    """Whether she is up, and with what."""

    status: str
    connected: bool
    name: str
    voice_available: bool
    personality_enabled: bool


class MoodTold(BaseModel):
    """How she feels, 0 to 100, and the face she wears."""

    energy: float
    positivity: float
    engagement: float
    current_expression: str


class StatusTold(BaseModel):
    """How she is. Without the token `last_event` is null and `current_response` empty."""

    mood: MoodTold
    last_event: dict[str, Any] | None
    is_speaking: bool
    current_response: str
    uptime: float


class VoiceTold(BaseModel):
    """A voice she can speak with; `language` is a BCP 47 tag."""

    name: str
    language: str
    gender: str


class Said(BaseModel):
    """What she said; `spoken` is false when she was cut short or has no voice. `duration` in seconds."""

    text: str
    spoken: bool
    duration: float


class Replied(BaseModel):
    """Her answer and the face she made."""

    text: str
    expression: str


class PersonaTold(BaseModel):
    """Who she is."""

    name: str
    preset: str
    dynamic: str
    style: str
    energy: str
    family_mode: bool


class StudioTold(BaseModel):
    """OBS, as she knows it."""

    connected: bool
    scene: str
    scenes: list[str]
    panicked: bool


class Face(BaseModel):
    """A face, for so many seconds."""

    expression: Expression
    seconds: float


class Toggled(BaseModel):
    """A part, and whether it is on now."""

    part: str
    on: bool


class Panicking(BaseModel):
    """Whether it is panic."""

    on: bool


class SceneTold(BaseModel):
    """The scene on air."""

    scene: str


class SourceTold(BaseModel):
    """A source, and whether it is to be seen."""

    scene: str
    source: str
    visible: bool


class Injected(BaseModel):
    """An event that was handed to her."""

    event: str


class Hushed(BaseModel):
    """She stops talking."""

    hushed: bool = True
