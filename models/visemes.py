"""Phonemes to visemes to a mouth: the timeline a mouth follows while a clip plays.

Visemes are the fifteen of the Oculus Lipsync reference (sil PP FF TH DD kk CH SS nn RR aa E I O U).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Viseme(StrEnum):
    """The Oculus Lipsync reference set."""

    SIL = "sil"
    PP = "PP"
    FF = "FF"
    TH = "TH"
    DD = "DD"
    KK = "kk"
    CH = "CH"
    SS = "SS"
    NN = "nn"
    RR = "RR"
    AA = "aa"
    E = "E"
    I = "I"  # noqa: E741  # the set's own name
    O = "O"  # noqa: E741  # the set's own name
    U = "U"


@dataclass(frozen=True, slots=True)
class VisemeSpan:
    """A viseme and when it is held, in seconds from the start of its clip."""

    viseme: Viseme
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth: `open` 0..1, `form` -1 (pursed, down) .. 1 (smile), and five vowel shapes 0..1."""

    open: float = 0.0
    form: float = 0.0
    a: float = 0.0
    i: float = 0.0
    u: float = 0.0
    e: float = 0.0
    o: float = 0.0


@dataclass(frozen=True, slots=True)
class MouthTrack:
    """The mouth over one clip: visemes, or loudness (`rms`, one value per `step_s`) where there are no phonemes."""

    length_s: float
    spans: tuple[VisemeSpan, ...] = ()
    rms: tuple[float, ...] = ()
    step_s: float = 0.01
