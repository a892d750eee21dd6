"""Small curves and drawing by chance that her movements are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, pi, sin
from typing import TypeVar

Name = TypeVar("Name")

_STALE = (0.0, 0.3, 0.65)
"""What a draw's weight is multiplied by if it was the last one, the one before, the one before that."""


def wave(at_s: float, period_s: float) -> float:
    """A sine, -1..1."""
    return sin(2.0 * pi * at_s / period_s)


def share(dt_s: float, tau_s: float) -> float:
    """The share of the way an exponential approach goes in `dt_s`."""
    return 1.0 - exp(-dt_s / tau_s)


def smooth(x: float) -> float:
    """0..1 → 0..1, level at both ends. What lies outside is clamped."""
    x = min(max(x, 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)


def limit(speed: float) -> float:
    """Any speed → -1..1."""
    return speed / (1.0 + abs(speed))


def between(chance: Callable[[], float], low: float, high: float) -> float:
    """A number between two others by chance."""
    return low + (high - low) * chance()


def draw(options: Mapping[Name, float], recent: Sequence[Name], chance: Callable[[], float]) -> Name | None:
    """One of `options` by weight, None where there are none.

    Never the last of `recent` (oldest first) if there is another, and seldom one of the two before.
    """
    if not options:
        return None
    stale: dict[Name, float] = {}
    for name, factor in zip(reversed(recent), _STALE, strict=False):
        stale.setdefault(name, factor)
    weights = {name: weight * stale.get(name, 1.0) for name, weight in options.items()}
    if sum(weights.values()) <= 0.0:
        weights = dict.fromkeys(options, 1.0)
    left = chance() * sum(weights.values())
    for name, weight in weights.items():
        left -= weight
        if weight > 0.0 and left < 0.0:
            return name
    return max(weights, key=lambda name: weights[name])
