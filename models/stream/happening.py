"""What can happen on a stream, as a value: one viewer's line, one follow, one donation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class StreamKind(StrEnum):
    """What can happen on a stream. ALERT: a test of the backend's; CUSTOM: an event of the user's own making."""

    CHAT = "chat"
    FOLLOW = "follow"
    SUB = "sub"
    RAID = "raid"
    DONATION = "donation"
    ALERT = "alert"
    CUSTOM = "custom"


PAID = frozenset({StreamKind.DONATION, StreamKind.SUB, StreamKind.RAID})
"""What is written down before it is answered, and answered once, whatever happens."""


class Standing(StrEnum):
    """What a viewer is on the channel."""

    VIEWER = "viewer"
    MODERATOR = "moderator"
    STREAMER = "streamer"


class Origin(StrEnum):
    """Where a happening comes from.

    HISTORY: told by the backend on connecting, for the feed alone. OWED: paid in an earlier run and not answered then.
    INJECTED: by the local API. RECORDED: from a recording.
    """

    LIVE = "live"
    HISTORY = "history"
    OWED = "owed"
    INJECTED = "injected"
    RECORDED = "recorded"


class Rank(IntEnum):
    """What comes first when several wait."""

    CHAT = 1
    MODERATOR = 2
    FOLLOW = 3
    RAID = 4
    SUB = 5
    DONATION = 6


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. Every text is a stranger's: cleaned of control characters and cut, not judged.

    `id` is the same whenever the same thing is told again. `tier` 1 to 3, `months` and `gifts` (given to others)
    belong to a sub, `viewers` to a raid, `amount` with its `unit` ("dollars", "bits") to a donation. `name` is the
    event as the backend calls it, `data` the plain fields of a custom one. `sent_s` is when the backend says it
    happened, in seconds since 1970; 0.0 where it does not say.
    """

    id: str
    kind: StreamKind
    who: str = ""
    text: str = ""
    standing: Standing = Standing.VIEWER
    tier: int = 1
    months: int = 0
    gifts: int = 0
    viewers: int = 0
    amount: float = 0.0
    unit: str = ""
    name: str = ""
    data: tuple[tuple[str, str], ...] = ()
    sent_s: float = 0.0
    origin: Origin = Origin.LIVE

    @property
    def paid(self) -> bool:
        """Whether it must never be lost."""
        return self.kind in PAID
