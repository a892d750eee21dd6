"""Small pictures: her head in a few bold shapes, and a badge for every state of the tray icon. 64 × 64 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shapely.affinity import scale
from shapely.geometry import LineString, Polygon, box
from shapely.geometry import Point as Dot
from shapely.ops import unary_union

from assets.avatar.source.art.geometry import Geometry, ellipse, star
from assets.avatar.source.art.paint import Layer, fill, linear
from assets.avatar.source.art.spline import Spline, mirrored, nodes

SIDE = 64.0
STATES = ("idle", "listening", "thinking", "speaking", "muted", "quiet", "asleep", "offline", "panic")

_ABSENT, _EYES_SHUT = ("offline", "panic"), ("asleep", "offline", "panic")
_CENTRE = 32.0
_HALF_HEAD = "32,17 22,18 13,25 9,36 9,45 5,53! 16,53 24,57 32,58"
_COLOURS = {
    "listening": "#23b26d",
    "thinking": "#f2a51f",
    "speaking": "#ef4f93",
    "muted": "#e23b4e",
    "quiet": "#5546c0",
    "asleep": "#2f6fb5",
    "offline": "#6c6f80",
    "panic": "#d11f35",
}
_BADGE_AT, _BADGE_RADIUS = (48.5, 48.5), 13.5
_BOLDER = 1.42
"""How much bigger the badge is in pictures of a few pixels."""


def _sides(text: str) -> list[Spline]:
    left = nodes(text)
    return [Spline(left), Spline(mirrored(left, _CENTRE))]


def _head(*, there: bool, awake: bool) -> Layer:
    half = nodes(_HALF_HEAD)
    hair = Spline((*half, *reversed(mirrored(half[1:-1], _CENTRE)))).polygon
    ears = [ear.polygon for ear in _sides("8,36! 5,20 8,6 12,4 22,10 31,20! 20,30")]
    inner = [ear.polygon for ear in _sides("12,26! 10,18 12,11 17,13 23,19! 17,24")]
    whole = unary_union([hair, *ears])
    lilac, dusk, pink = ("#c3b3ff", "#5a45c2", "#f58ab8") if there else ("#b9bac6", "#7d7f90", "#a4a5b3")
    layer = fill(whole.buffer(3.6), "#ffffff", 0.92) + fill(
        whole.buffer(2.2), "#2a1d5e" if there else "#44465a"
    )
    layer += fill(unary_union(ears), dusk) + fill(unary_union(inner), pink)
    layer += fill(
        hair, linear((32, 17), (32, 58), (0, lilac), (0.6, lilac), (1, "#f0a0dc" if there else lilac))
    )
    face = ellipse(32, 42, 17.5, 14)
    fringe = Polygon(
        [
            (8, 16),
            (56, 16),
            (56, 40),
            (50, 40),
            (45, 32),
            (38, 33),
            (33, 39),
            (28, 32),
            (20, 32),
            (14, 40),
            (8, 40),
        ]
    )
    layer += fill(face.difference(fringe), "#ffe9de" if there else "#e6e6ec")
    eyes = [ellipse(x, 43, 4.6, 6.4) for x in (23.5, 40.5)]
    if not awake:
        shut = [LineString([(x - 5, 43), (x, 46), (x + 5, 43)]).buffer(1.3) for x in (23.5, 40.5)]
        return layer + fill(unary_union(shut), "#1d1147" if there else "#44465a")
    iris = linear((32, 37), (32, 50), (0, "#231463"), (0.45, "#7a3fc0"), (0.75, "#ff9a5f"), (1, "#ffe68a"))
    layer += fill(unary_union([eye.buffer(1.1) for eye in eyes]), "#1d1147") + fill(unary_union(eyes), iris)
    layer += fill(unary_union([ellipse(x - 1.7, 40.3, 1.9, 2.3) for x in (23.5, 40.5)]), "#ffffff")
    clip = star(47, 25, 7.4, inner=0.55, rotate=-78)
    return layer + fill(clip.buffer(1.5), "#2a1d5e") + fill(clip, "#ffd24d")


def _microphone(x: float, y: float) -> Geometry:
    body = LineString([(x, y - 5), (x, y)]).buffer(3.2)
    cup = Dot(x, y).buffer(6.6).difference(Dot(x, y).buffer(4.6)).intersection(box(x - 9, y, x + 9, y + 9))
    return unary_union([body, cup, box(x - 1, y + 5.5, x + 1, y + 9)])


def _dots(x: float, y: float) -> Geometry:
    return unary_union([Dot(x + step, y).buffer(2.4) for step in (-6.4, 0, 6.4)])


def _waves(x: float, y: float) -> Geometry:
    bars = ((-7, 3), (-2.4, 7), (2.4, 5), (7, 2.6))
    return unary_union(
        [LineString([(x + step, y - tall), (x + step, y + tall)]).buffer(1.5) for step, tall in bars]
    )


def _slash(x: float, y: float) -> Geometry:
    return LineString([(x - 6, y + 6), (x + 6, y - 6)]).buffer(2.3)


def _bar(x: float, y: float) -> Geometry:
    return LineString([(x - 6.2, y), (x + 6.2, y)]).buffer(2.5)


def _moon(x: float, y: float) -> Geometry:
    return Dot(x - 0.6, y).buffer(8.2, 32).difference(Dot(x + 3.6, y - 3).buffer(7.2, 32))


def _alarm(x: float, y: float) -> Geometry:
    return unary_union([LineString([(x, y - 6.5), (x, y + 1)]).buffer(2.3), Dot(x, y + 6.6).buffer(2.5)])


def _cross(x: float, y: float) -> Geometry:
    lines = [LineString([(x - 5, y - 5), (x + 5, y + 5)]), LineString([(x - 5, y + 5), (x + 5, y - 5)])]
    return unary_union(lines).buffer(2)


_SYMBOLS: Mapping[str, Callable[[float, float], Geometry]] = {
    "listening": _microphone,
    "thinking": _dots,
    "speaking": _waves,
    "muted": _slash,
    "quiet": _bar,
    "asleep": _moon,
    "panic": _alarm,
    "offline": _cross,
}


def tray(state: str, *, bold: bool = False) -> Layer:
    """Her head with the badge of a state; "idle" has none. `bold`: for pictures of a few pixels."""
    layer = _head(there=state not in _ABSENT, awake=state not in _EYES_SHUT)
    if state == "idle":
        return layer
    x, y = _BADGE_AT
    badge, symbol = Dot(x, y).buffer(_BADGE_RADIUS, 32), _SYMBOLS[state](x, y)
    rim = 1.8
    if bold:
        far = (x + _BADGE_RADIUS, y + _BADGE_RADIUS)
        badge, symbol = (scale(part, _BOLDER, _BOLDER, origin=far) for part in (badge, symbol))
        symbol, rim = symbol.buffer(0.6), 2.6
    layer += fill(badge.buffer(rim), "#ffffff") + fill(badge, _COLOURS[state])
    return layer + fill(symbol, "#ffffff")
