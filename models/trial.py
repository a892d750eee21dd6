"""What came of trying a part for real: she says a line, listens, thinks, connects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TrialState(StrEnum):
    """How far a trial is."""

    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial as it stands.

    `kind` names what is tried ("voice", "hearing", "mind", "stream", "obs"), `text` says in words for the user what
    happens, what came of it or what to do; `level` is how loud the microphone is from 0 to 1, for "hearing" only.
    """

    kind: str
    state: TrialState
    text: str = ""
    level: float = 0.0
