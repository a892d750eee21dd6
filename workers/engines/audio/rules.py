"""How the beginning and the end of a turn are told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Thresholds (probabilities) and durations.

    `strict_evidence` is a sum over windows, a sure one counting 1. `trail_ms` goes on after the talk key was let go,
    and `shortest_held_ms` is what counts as speech while it is held. The defaults were tuned on recorded speech
    and noise.
    """

    voiced: float = 0.5
    unvoiced: float = 0.35
    onset_ms: int = 96
    strict_span_ms: int = 192
    strict_evidence: float = 2.5
    wary_voiced: float = 0.75
    wary_onset_ms: int = 224
    pre_roll_ms: int = 400
    ask_ms: int = 128
    pause_ms: int = 160
    ask_again_ms: int = 480
    eager_silence_ms: int = 180
    silence_ms: int = 900
    shortest_ms: int = 192
    longest_ms: int = 28_000
    piece_ms: int = 96
    trail_ms: int = 160
    shortest_held_ms: int = 64
