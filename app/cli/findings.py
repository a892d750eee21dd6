"""What the doctor finds: one value a part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a part is. WEAK works with something missing; OFF is not there and need not be."""

    WORKS = "works"
    WEAK = "weak"
    OFF = "off"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """A part: how it is, what was seen, how to fix it. Without an `essential` part Vesper is of no use."""

    part: str
    state: State
    seen: str
    fix: str = ""
    essential: bool = False

    @property
    def fatal(self) -> bool:
        """Whether Vesper is of no use because of it."""
        return self.essential and self.state is State.BROKEN


def works(part: str, seen: str) -> Finding:
    """All is well."""
    return Finding(part, State.WORKS, seen)
