"""The values that cross the ports: sound, text and timing. Frozen, plain, safe between threads and processes.

PCM is always mono signed 16-bit little-endian. Microphone sound is 16 kHz (`MIC_RATE_HZ`); what she says
carries its own rate. Every value holds at most one `bytes` field, named `pcm`, which travels as the body of a
frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MIC_RATE_HZ = 16_000


@dataclass(frozen=True, slots=True)
class Empty:
    """A request without arguments."""


# --- hearing
# -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sound to transcribe: `pcm` at `MIC_RATE_HZ`, pre-roll included. `final` is False for a partial."""

    pcm: bytes
    final: bool = True
    language: str = "auto"


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said; `text` is empty when it was silence or noise."""

    text: str
    language: str = ""
    avg_logprob: float = 0.0


# --- thinking
# ------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """Who said a message, in the terms of the chat-completion APIs."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


STREAM_TAG = "[stream] "
"""What a message begins with that tells of the stream, in the user's place."""


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a conversation."""

    role: Role
    content: str

    @property
    def of_stream(self) -> bool:
        """Whether it tells what happened on the stream, and is no word of the user's own."""
        return self.role is Role.USER and self.content.startswith(STREAM_TAG)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A request to a language model. `max_tokens` bounds the reply."""

    messages: tuple[Message, ...]
    max_tokens: int = 150
    temperature: float = 0.8
    top_p: float = 0.9
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of reply text, as it comes. `expression` is the face that goes with it, if the writer knew."""

    text: str
    expression: str = ""


# --- speaking
# ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VoiceStyle:
    """How a line is delivered. `voice` is a voice name of the engine or a blend; `speed` 1.0 is natural pace.

    `pauses` stretches the silences between phrases; `pitch` is in semitones and `level` in decibels, both against
    the voice's own; `softness` 0..1 takes away brightness; `intonation` widens or flattens the melody.
    """

    voice: str = ""
    speed: float = 1.0
    pauses: float = 1.0
    pitch: float = 0.0
    level: float = 0.0
    softness: float = 0.0
    intonation: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A clause to say. `first` marks the first clause of a turn, whose leading silence is trimmed hardest."""

    text: str
    style: VoiceStyle = VoiceStyle()
    first: bool = False


@dataclass(frozen=True, slots=True)
class PhonemeSpan:
    """One phoneme (IPA as the engine writes it) and when it sounds, in seconds from the start of its clip."""

    symbol: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class WordSpan:
    """One spoken word and when it sounds, in seconds from the start of its clip."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Speech:
    """Synthesised sound. `phonemes` is empty for engines that give none; then the mouth follows loudness."""

    pcm: bytes
    rate_hz: int
    phonemes: tuple[PhonemeSpan, ...] = ()
    words: tuple[WordSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice an engine offers. `language` is a BCP 47 tag."""

    name: str
    language: str
    gender: str = ""
