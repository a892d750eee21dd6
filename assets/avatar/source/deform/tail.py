"""The tail as one curve: points keep their place across a spine that bends."""

from __future__ import annotations

import numpy as np

from assets.avatar.source.deform.basics import Line, Points, Values, smooth, stack

_FOCUS = np.array([950.0, 1000.0])
"""The tail winds round this point, so the angle about it runs along the tail and cross sections stay straight."""

_ANGLE = np.radians(np.array([104, 99, 85, 72, 58, 45, 34, 24, 12, 0, -16, -24], dtype=np.float64))
_RADIUS = np.array([585, 580, 620, 655, 650, 640, 605, 570, 535, 520, 560, 590], dtype=np.float64)


def _spine(count: int = 80) -> Points:
    angle = np.linspace(_ANGLE[0], _ANGLE[-1], count)
    radius = np.interp(-angle, -_ANGLE, _RADIUS)
    return stack(_FOCUS[0] + radius * np.cos(angle), _FOCUS[1] + radius * np.sin(angle))


SPINE = _spine()
_ALONG = np.linspace(0, 1, len(SPINE))


def along(points: Points) -> Line:
    """Where points lie along the tail: 0 root, 1 tip."""
    angle = np.arctan2(points[:, 1] - _FOCUS[1], points[:, 0] - _FOCUS[0])
    angle = np.where(angle < -np.pi * 0.6, angle + 2 * np.pi, angle)
    out: Line = np.clip((_ANGLE[0] - angle) / (_ANGLE[0] - _ANGLE[-1]), 0, 1)
    return out


def bend(points: Points, root: float, middle: float, tip: float, puff: float = 0.0) -> Points:
    """Curl by degrees at three places along the spine; `puff` widens the fur."""

    def angle(t: Line) -> Line:
        return np.radians(
            root * smooth(t, 0, 0.42) + middle * smooth(t, 0.26, 0.74) + tip * smooth(t, 0.55, 1.0)
        )

    steps = np.diff(SPINE, axis=0)
    turn = angle((_ALONG[1:] + _ALONG[:-1]) / 2)
    c, s = np.cos(turn), np.sin(turn)
    turned = stack(steps[:, 0] * c - steps[:, 1] * s, steps[:, 0] * s + steps[:, 1] * c)
    bent = np.vstack([SPINE[:1], SPINE[0] + np.cumsum(turned, axis=0)])
    t = along(points)
    offset = (points - _at(SPINE, t)) * (1 + puff * smooth(t, 0.05, 0.5))[:, None]
    c, s = np.cos(angle(t)), np.sin(angle(t))
    return _at(bent, t) + stack(offset[:, 0] * c - offset[:, 1] * s, offset[:, 0] * s + offset[:, 1] * c)


def _at(curve: Points, t: Line) -> Points:
    return stack(np.interp(t, _ALONG, curve[:, 0]), np.interp(t, _ALONG, curve[:, 1]))


def carry(points: Points, values: Values) -> Points:
    """How she carries it: `TailUp` curls the tip over or lets it hang, `TailPuff` bristles the fur."""
    k = values["TailUp"]
    curl = (-4 * k, 7 * k, 26 * k) if k > 0 else (-3 * k, -12 * k, -42 * k)
    return bend(points, *curl, puff=0.17 * values["TailPuff"])


def swish(points: Points, values: Values) -> Points:
    """The follow-through of physics, joint by joint."""
    return bend(points, 6 * values["Tail1"], 11 * values["Tail2"], 18 * values["Tail3"])
