"""What the API is given: where to listen, whom to ask, and how much it puts up with."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from models.persona import Persona
from models.requests import Part
from models.speech import Voice
from models.status import Status
from models.visemes import Mouth


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and counts a client is held to."""

    head_s: float = 10.0
    body_s: float = 10.0
    auth_s: float = 5.0
    stall_s: float = 15.0
    close_s: float = 2.0
    grace_s: float = 1.0
    say_s: float = 180.0
    answer_s: float = 60.0
    settings_s: float = 10.0
    studio_s: float = 5.0
    voices_s: float = 30.0
    body_bytes: int = 64 * 1024
    drain_bytes: int = 1024 * 1024
    head_bytes: int = 16 * 1024
    frame_bytes: int = 64 * 1024
    connections: int = 64
    waiting: int = 16
    rate_hz: float = 20.0
    burst: float = 40.0
    wrong_hz: float = 0.5
    wrong_burst: float = 10.0
    queue_frames: int = 1000
    queue_bytes: int = 1024 * 1024
    pose_s: float = 1 / 15
    status_s: float = 0.5


@dataclass(frozen=True, slots=True)
class ApiSetup:
    """How the API is set up. `host` must be of this machine alone; port 0 takes any free port, None listens nowhere.

    `persona` is who she is at the start, `off` the parts that are switched off then.
    """

    port: int | None
    token: str
    pages: Path
    host: str = "127.0.0.1"
    version: str = ""
    persona: Persona | None = None
    off: frozenset[Part] = frozenset()
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Outside:
    """Whom the API asks. Every call but `voices` returns at once and may come from another thread.

    `mouth` is the mouth drawn last, `inject` hands a raw event to the stream, `now` is `time.monotonic`, `unix` the
    seconds since 1970.
    """

    status: Callable[[], Status]
    mouth: Callable[[], Mouth]
    inject: Callable[[str, object], None]
    voices: Callable[[], AsyncIterator[Voice]]
    now: Callable[[], float] = time.monotonic
    unix: Callable[[], float] = time.time
