"""Types and small formulas shared by all deformations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Line = NDArray[np.float64]
Values = Mapping[str, float]

CENTRE_X = 720.0


class Turn(NamedTuple):
    """One keyform of a rotation deformer: degrees clockwise, pivot shift in px, scale."""

    angle: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0


def smooth(t: Line, start: float, end: float) -> Line:
    """Smoothstep: 0 at `start`, 1 at `end` (either may be the larger)."""
    u = np.clip((t - start) / (end - start), 0.0, 1.0)
    return u * u * (3.0 - 2.0 * u)


def stack(x: Line, y: Line) -> Points:
    """Coordinates to (N, 2)."""
    return np.stack([x, y], axis=1)


def rotated(points: Points, pivot: Sequence[float], degrees: float | Line) -> Points:
    """Turned clockwise about a pivot; `degrees` may differ per point."""
    angle = np.radians(degrees)
    x, y = points[:, 0] - pivot[0], points[:, 1] - pivot[1]
    return stack(
        pivot[0] + x * np.cos(angle) - y * np.sin(angle), pivot[1] + x * np.sin(angle) + y * np.cos(angle)
    )


def scaled(points: Points, centre: Sequence[float], sx: float, sy: float | None = None) -> Points:
    """Scaled about a centre."""
    about = np.asarray(centre, dtype=np.float64)
    out: Points = (points - about) * np.array([sx, sx if sy is None else sy]) + about
    return out


def level(key: float, table: Sequence[tuple[float, float]]) -> float:
    """The value of a table at a key, linear between its rows and constant beyond them."""
    return float(np.interp(key, [row[0] for row in table], [row[1] for row in table]))
