"""Small pictures: her head in a few bold shapes, and a badge for every state of the tray icon. 64 × 64 units."""

from __future__ import annotations

from shapely.geometry import LineString, Polygon, box
from shapely.geometry import Point as Dot
from shapely.ops import unary_union

from assets.avatar.source.art.geometry import Geometry, ellipse, star
from assets.avatar.source.art.paint import Layer, fill, linear
from assets.avatar.source.art.spline import Spline, mirrored, nodes

SIDE = 64.0
STATES = ("idle", "listening", "thinking", "speaking", "muted", "offline", "panic")

_CENTRE = 32.0
_HALF_HEAD = "32,17 22,18 13,25 9,36 9,45 5,53! 16,53 24,57 32,58"
_COLOURS = {
    "listening": "#23b26d",
    "thinking": "#f2a51f",
    "speaking": "#ef4f93",
    "muted": "#e23b4e",
    "offline": "#6c6f80",
    "panic": "#d11f35",
}
_BADGE_AT, _BADGE_RADIUS = (48.5, 48.5), 13.5


def _sides(text: str) -> list[Spline]:
    left = nodes(text)
    return [Spline(left), Spline(mirrored(left, _CENTRE))]


def _head(*, awake: bool) -> Layer:
    half = nodes(_HALF_HEAD)
    hair = Spline((*half, *reversed(mirrored(half[1:-1], _CENTRE)))).polygon
    ears = [ear.polygon for ear in _sides("8,36! 5,20 8,6 12,4 22,10 31,20! 20,30")]
    inner = [ear.polygon for ear in _sides("12,26! 10,18 12,11 17,13 23,19! 17,24")]
    whole = unary_union([hair, *ears])
    lilac, dusk, pink = ("#c3b3ff", "#5a45c2", "#f58ab8") if awake else ("#b9bac6", "#7d7f90", "#a4a5b3")
    layer = fill(whole.buffer(3.6), "#ffffff", 0.92) + fill(
        whole.buffer(2.2), "#2a1d5e" if awake else "#44465a"
    )
    layer += fill(unary_union(ears), dusk) + fill(unary_union(inner), pink)
    layer += fill(
        hair, linear((32, 17), (32, 58), (0, lilac), (0.6, lilac), (1, "#f0a0dc" if awake else lilac))
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
    layer += fill(face.difference(fringe), "#ffe9de" if awake else "#e6e6ec")
    eyes = [ellipse(x, 43, 4.6, 6.4) for x in (23.5, 40.5)]
    if not awake:
        shut = [LineString([(x - 5, 43), (x, 46), (x + 5, 43)]).buffer(1.3) for x in (23.5, 40.5)]
        return layer + fill(unary_union(shut), "#44465a")
    iris = linear((32, 37), (32, 50), (0, "#231463"), (0.45, "#7a3fc0"), (0.75, "#ff9a5f"), (1, "#ffe68a"))
    layer += fill(unary_union([eye.buffer(1.1) for eye in eyes]), "#1d1147") + fill(unary_union(eyes), iris)
    layer += fill(unary_union([ellipse(x - 1.7, 40.3, 1.9, 2.3) for x in (23.5, 40.5)]), "#ffffff")
    clip = star(47, 25, 7.4, inner=0.55, rotate=-78)
    return layer + fill(clip.buffer(1.5), "#2a1d5e") + fill(clip, "#ffd24d")


def _symbol(state: str) -> Geometry:
    x, y = _BADGE_AT
    if state == "listening":
        body = LineString([(x, y - 5), (x, y)]).buffer(3.2)
        cup = (
            Dot(x, y).buffer(6.6).difference(Dot(x, y).buffer(4.6)).intersection(box(x - 9, y, x + 9, y + 9))
        )
        return unary_union([body, cup, box(x - 1, y + 5.5, x + 1, y + 9)])
    if state == "thinking":
        return unary_union([Dot(x + step, y).buffer(2.4) for step in (-6.4, 0, 6.4)])
    if state == "speaking":
        bars = ((-7, 3), (-2.4, 7), (2.4, 5), (7, 2.6))
        return unary_union(
            [LineString([(x + step, y - tall), (x + step, y + tall)]).buffer(1.5) for step, tall in bars]
        )
    if state == "muted":
        return LineString([(x - 6, y + 6), (x + 6, y - 6)]).buffer(2.3)
    if state == "panic":
        return unary_union([LineString([(x, y - 6.5), (x, y + 1)]).buffer(2.3), Dot(x, y + 6.6).buffer(2.5)])
    cross = [LineString([(x - 5, y - 5), (x + 5, y + 5)]), LineString([(x - 5, y + 5), (x + 5, y - 5)])]
    return unary_union(cross).buffer(2)


def tray(state: str) -> Layer:
    """Her head with the badge of a state; "idle" has none."""
    layer = _head(awake=state not in {"offline", "panic"})
    if state == "idle":
        return layer
    badge = Dot(_BADGE_AT).buffer(_BADGE_RADIUS, 32)
    layer += fill(badge.buffer(1.8), "#ffffff") + fill(badge, _COLOURS[state])
    return layer + fill(_symbol(state), "#ffffff")
