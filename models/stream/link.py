"""What goes between a stream backend and the stream organ, before it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Follow:
    """Connect to the backend at `url` and stay."""

    url: str


class LinkState(StrEnum):
    """How the link to a backend is. REFUSED: it answers, but not to us (wrong address or credentials)."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"
    REFUSED = "refused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Linked:
    """The link changed; `note` says why, in words."""

    state: LinkState
    note: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A raw event as it came; `payload` is whatever JSON holds, and trusted in nothing."""

    name: str
    payload: object


@dataclass(frozen=True, slots=True)
class Told:
    """An event to send to the backend."""

    name: str
    payload: object


SourceEvent = Linked | Received
