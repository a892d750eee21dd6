"""The values that cross the port of the sound card: how it is opened, what it hears, what it plays.

PCM is mono signed 16-bit little-endian; microphone sound is 16 kHz (`models.speech.MIC_RATE_HZ`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class AudioSetup:
    """How to open the sound device. Device names are as `list_devices` gives them; empty means the default.

    `silence_ms` closes a turn by silence alone; `eager_silence_ms` closes it when the words sound finished.
    `push`: nothing is listened to but while the talk key is held (`Hold`), whatever the silence.
    """

    input_device: str = ""
    output_device: str = ""
    microphone: bool = True
    loudspeaker: bool = True
    echo_cancelling: bool = True
    volume: float = 1.0
    eager_silence_ms: int = 180
    silence_ms: int = 900
    pre_roll_ms: int = 400
    barge_in: bool = True
    push: bool = False


OUTSIDE = -1
"""The turn of a clip that belongs to no turn: it is never refused, and cut by every `Fade`."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound to play: clause `n` of `turn`, or `OUTSIDE`. Clips play in the order given, without a gap."""

    turn: int
    n: int
    pcm: bytes
    rate_hz: int


@dataclass(frozen=True, slots=True)
class Fade:
    """Stop playing: fade out over `fade_ms`, drop every queued clip and refuse clips of turns up to `turn`."""

    turn: int
    fade_ms: int = 15


@dataclass(frozen=True, slots=True)
class Mute:
    """Hard mute: when `muted`, the microphone is released, not just ignored."""

    muted: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """The talk key went down, or up again."""

    down: bool


@dataclass(frozen=True, slots=True)
class VoiceOnset:
    """A human voice began, or the talk key was pressed.

    `pcm` is the pre-roll and what was needed to be sure; `utterance` numbers it.
    `interrupted` says she was speaking and her sound has been faded already. `at_s` is `time.monotonic()` of
    the onset itself, as are all `at_s` here (one clock for every process of the machine).
    """

    utterance: int
    at_s: float
    pcm: bytes
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class VoiceMore:
    """The utterance goes on: the next `pcm`."""

    utterance: int
    pcm: bytes


@dataclass(frozen=True, slots=True)
class VoicePause:
    """The speaker fell silent; the turn may be over. A later `VoiceMore` of the same utterance takes it back."""

    utterance: int
    at_s: float


@dataclass(frozen=True, slots=True)
class VoiceEnd:
    """End of turn. `at_s` is when the last voiced sound ended; `spoken` False: it was too short to be speech."""

    utterance: int
    at_s: float
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class ClipStarted:
    """The first sample of a clip is at the loudspeaker at `at_s`."""

    turn: int
    n: int
    at_s: float


@dataclass(frozen=True, slots=True)
class ClipEnded:
    """A clip has been heard (`complete`) or was cut after `heard_s` of its `length_s` seconds."""

    turn: int
    n: int
    at_s: float
    heard_s: float
    length_s: float
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Playhead:
    """Latest-value lane: at `at_s`, second `position_s` of the clip was at the loudspeaker. `n` is -1 in silence."""

    turn: int = 0
    n: int = -1
    position_s: float = 0.0
    at_s: float = 0.0
    rms: float = 0.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Latest-value lane: microphone loudness after echo cancelling (RMS, 0..1) and voice probability (0..1)."""

    microphone: float = 0.0
    voice: float = 0.0


class DeviceState(StrEnum):
    """What became of a sound device."""

    OPEN = "open"
    LOST = "lost"
    MUTED = "muted"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """The microphone (`direction` "input") or loudspeaker ("output") changed; `name` is what is used now."""

    direction: str
    state: DeviceState
    name: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device of this machine."""

    name: str
    input_channels: int
    output_channels: int
    default_input: bool = False
    default_output: bool = False
    rate_hz: int = 0
    host_api: str = ""


AudioEvent = (
    VoiceOnset
    | VoiceMore
    | VoicePause
    | VoiceEnd
    | ClipStarted
    | ClipEnded
    | Playhead
    | Levels
    | DeviceChanged
)
