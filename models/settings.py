"""Everything the user can choose, as frozen values with titles, help and bounds.

A file, the environment and the settings dialog all meet here; what a wrong value means is the store's
business (`app.config.store`). Provider settings stay plain tables: their classes live with their engines.
Fields that name an engine carry its role in `json_schema_extra["role"]`. Lengths in milliseconds or seconds
as their names say, positions in logical pixels of the named screen.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from models.settings_desktop import Capture, Coordinate, Desktop, Hotkeys, Quiet, Rest, Window
from models.settings_section import Section
from models.settings_stream import Api, Obs, Stream
from models.voice_blend import checked_voice

VERSION = 1
"""The version this page describes; older files are migrated to it."""

Energy = Literal["low", "normal", "high"]
LogLevel = Literal["debug", "info", "warning", "error"]

_Name = Annotated[str, Field(max_length=60)]
_Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
_OptionalId = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]*)?$", max_length=60)]
_Phrases = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=120)], ...], Field(strict=False, max_length=200)
]


class Character(Section):
    """Who she is."""

    name: _Name = Field(
        default="Vesper Astra", min_length=1, title="Her name", description="What she calls herself."
    )
    streamer_name: _Name = Field(
        default="", title="Your name", description="What she calls you; empty: no name."
    )
    pronouns: _Name = Field(
        default="she/her", title="Her pronouns", description="How she is spoken of, such as they/them."
    )
    preset: _Id = Field(default="snarky", title="Personality", description="The temper of what she says.")
    dynamic: _Id = Field(default="ride_or_die", title="Relationship", description="How she stands to you.")
    style: _OptionalId = Field(default="", title="Style", description="A colour on top of it; empty: none.")
    energy: Energy = Field(default="normal", title="Energy", description="How lively she is.")
    family_mode: bool = Field(
        default=False, title="Family mode", description="Nothing she says or hears is unfit for children."
    )
    catchphrases: _Phrases = Field(
        default=(), title="Catchphrases", description="Phrases she uses now and then."
    )
    forbidden_topics: _Phrases = Field(
        default=(), title="Forbidden topics", description="Words and topics she will not talk about."
    )


class Hearing(Section):
    """How she hears."""

    provider: str = Field(
        default="faster-whisper",
        title="Speech recogniser",
        description="The engine that turns your voice into text.",
        json_schema_extra={"role": "asr"},
    )
    microphone: str = Field(
        default="",
        title="Microphone",
        description="A device name from `devices`; empty: the system's default.",
    )
    muted: bool = Field(
        default=False, title="Start muted", description="Leave the microphone closed at start."
    )
    mode: Literal["open", "push"] = Field(
        default="open",
        title="When she listens",
        description="`open`: whenever you speak; `push`: while the push-to-talk key is held.",
    )
    language: str = Field(
        default="auto",
        pattern=r"^(auto|[a-z]{2,3})$",
        title="Language",
        description="`auto` or a language code such as `en`.",
    )
    barge_in: bool = Field(default=True, title="Interrupt her", description="She stops when you speak.")
    silence_ms: int = Field(
        default=900,
        ge=200,
        le=5000,
        title="Pause",
        description="Silence that always ends your turn, in milliseconds.",
    )
    eager_silence_ms: int = Field(
        default=180,
        ge=100,
        le=2000,
        title="Short pause",
        description="Silence that ends your turn when you sound finished, in milliseconds.",
    )
    echo_cancelling: bool = Field(
        default=True, title="Echo cancelling", description="Keeps her from hearing herself on loudspeakers."
    )


class Mind(Section):
    """How she thinks."""

    provider: str = Field(
        default="auto",
        title="Language model",
        description="`auto`: Ollama when it answers, else the fallback.",
        json_schema_extra={"role": "llm", "also": ["auto"]},
    )
    fallback: str = Field(
        default="llama",
        title="Fallback",
        description="The engine that thinks when the chosen one cannot; empty: none.",
        json_schema_extra={"role": "llm", "also": [""]},
    )


class VoiceOut(Section):
    """How she speaks."""

    provider: str = Field(
        default="kokoro",
        title="Voice engine",
        description="The engine that speaks.",
        json_schema_extra={"role": "tts"},
    )
    enabled: bool = Field(default=True, title="Speak aloud", description="Off: she answers in text only.")
    voice: Annotated[str, AfterValidator(checked_voice)] = Field(
        default="",
        max_length=200,
        title="Voice",
        description="A voice, or a blend: 70% af_heart + 30% af_sky; empty: the personality's own.",
    )
    remarks: bool = Field(
        default=True, title="Unasked words", description="She says a word when she is touched or set down."
    )
    moods: bool = Field(
        default=True, title="Mood in her voice", description="Her mood changes pace, pitch and softness."
    )
    speed: float = Field(default=1.0, ge=0.5, le=2.0, title="Speed", description="1.0 is her natural pace.")
    volume: float = Field(default=1.0, ge=0.0, le=1.0, title="Volume", description="0 is silent, 1 is full.")
    output_device: str = Field(
        default="",
        title="Loudspeaker",
        description="A device name from `devices`; empty: the system's default.",
    )


class ChatGeometry(Section):
    """Where the chat window is."""

    x: Coordinate | None = Field(
        default=None, title="Left edge", description="Empty: the window manager's choice."
    )
    y: Coordinate | None = Field(
        default=None, title="Top edge", description="Empty: the window manager's choice."
    )
    width: int = Field(default=440, ge=320, le=8192, title="Width", description="In logical pixels.")
    height: int = Field(default=640, ge=360, le=8192, title="Height", description="In logical pixels.")
    visible: bool = Field(default=False, title="Shown", description="Whether the chat is open at start.")


class Safety(Section):
    """What may not be said, to her or by her, beyond what never may."""

    blocked_words: _Phrases = Field(
        default=(), title="Blocked words", description="Words and phrases that are never said."
    )
    allowed_words: _Phrases = Field(
        default=(), title="Allowed words", description="Words the built-in lists must let pass."
    )


class Memory(Section):
    """What she remembers."""

    enabled: bool = Field(
        default=True,
        title="Remember",
        description="Keep the conversation on this machine, to take it up again within two hours.",
    )


class Settings(Section):
    """All of it. `providers` maps a provider's id to its own table."""

    version: int = Field(
        default=VERSION, ge=1, title="Version", description="Of this file's layout; leave it alone."
    )
    character: Character = Field(default=Character(), title="Character")
    hearing: Hearing = Field(default=Hearing(), title="Hearing")
    mind: Mind = Field(default=Mind(), title="Mind")
    voice: VoiceOut = Field(default=VoiceOut(), title="Voice")
    memory: Memory = Field(default=Memory(), title="Memory")
    safety: Safety = Field(default=Safety(), title="Safety")
    rest: Rest = Field(default=Rest(), title="Rest")
    window: Window = Field(default=Window(), title="Window")
    capture: Capture = Field(default=Capture(), title="Capture")
    quiet: Quiet = Field(default=Quiet(), title="Quiet")
    hotkeys: Hotkeys = Field(default=Hotkeys(), title="Hotkeys")
    desktop: Desktop = Field(default=Desktop(), title="Desktop")
    chat: ChatGeometry = Field(default=ChatGeometry(), title="Chat window")
    stream: Stream = Field(default=Stream(), title="Stream")
    obs: Obs = Field(default=Obs(), title="OBS")
    api: Api = Field(default=Api(), title="Local API")
    providers: dict[str, dict[str, Any]] = Field(default_factory=dict, title="Engines")


ENVIRONMENT: dict[str, tuple[str, ...]] = {
    "BACKEND_URL": ("stream", "backend_url"),
    "OLLAMA_URL": ("providers", "ollama", "url"),
    "LLM_MODEL": ("providers", "ollama", "model"),
    "COMPANION_PORT": ("api", "port"),
    "COMPANION_NAME": ("character", "name"),
    "STREAMER_NAME": ("character", "streamer_name"),
    "PERSONALITY_PRESET": ("character", "preset"),
    "RELATIONSHIP_DYNAMIC": ("character", "dynamic"),
    "REACTION_COOLDOWN_SECONDS": ("stream", "reaction_cooldown_s"),
    "CHAT_RESPONSE_COOLDOWN_SECONDS": ("stream", "chat_cooldown_s"),
}
"""Environment variable to the setting it overrides while it is set; never written to the file."""
