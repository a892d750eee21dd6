"""Better models as a user sees them: what one is, what it wants, how far its download is, whether it is in use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OfferState(StrEnum):
    """How far it is. PAUSING: told to stop, and waiting for the network to let go."""

    OFFERED = "offered"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    HERE = "here"
    FAILED = "failed"


class OfferAct(StrEnum):
    """What the user may want of it. START goes on with a paused one; RETURN takes the model she came with again."""

    START = "start"
    PAUSE = "pause"
    DISCARD = "discard"
    USE = "use"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Offered:
    """One model. Sizes in bytes, `rate_bps` bytes a second, `left_s` None where it is not known.

    `memory_mb` is what it takes while it works, `machine_mb` what this machine has, 0 where that is not known.
    `note` says what it waits for or what went wrong. `role` is "asr", "llm" or "tts".
    """

    id: str
    role: str
    title: str
    licence: str
    origin: str
    better: str
    wants: str
    memory_mb: int
    tried: bool
    total: int
    state: OfferState = OfferState.OFFERED
    done: int = 0
    rate_bps: float = 0.0
    left_s: float | None = None
    note: str = ""
    used: bool = False
    machine_mb: int = 0
