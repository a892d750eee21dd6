"""How her mood went: every second of the last minutes, less and less often of what is longer ago. Bounded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from models.mood import Mood

RECENT_S, HOUR_S = 300.0, 3600.0
_STEP_S, _HOUR_STEP_S = 1.0, 12.0
_EARLY_S = 0.25
_MOST = 360
"""Points of the session; one more, and every other one is given up."""


class Span(StrEnum):
    """How much of it is looked at."""

    RECENT = "recent"
    HOUR = "hour"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Point:
    """Her mood at a time, each number 0 to 100."""

    at_s: float
    energy: float
    positivity: float
    engagement: float


_Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class MoodHistory:
    """Three lines of points, oldest first, each bounded."""

    recent: _Points = ()
    hour: _Points = ()
    session: _Points = ()
    session_step_s: float = _STEP_S

    def after(self, mood: Mood, at_s: float) -> MoodHistory:
        """The history once her mood is `mood`; times that come too soon or go back add nothing."""
        point = Point(at_s, mood.energy, mood.positivity, mood.engagement)
        recent = _added(self.recent, point, _STEP_S, RECENT_S)
        if recent is self.recent:
            return self
        session, step_s = _added(self.session, point, self.session_step_s, None), self.session_step_s
        if len(session) > _MOST:
            session, step_s = session[::2], step_s * 2
        return replace(
            self,
            recent=recent,
            hour=_added(self.hour, point, _HOUR_STEP_S, HOUR_S),
            session=session,
            session_step_s=step_s,
        )

    def points(self, span: Span) -> _Points:
        """The points of a span, the newest of all among them."""
        chosen = {Span.RECENT: self.recent, Span.HOUR: self.hour, Span.SESSION: self.session}[span]
        newest = self.recent[-1:]
        return chosen if chosen[-1:] == newest else (*chosen, *newest)


def _added(points: _Points, point: Point, step_s: float, keep_s: float | None) -> _Points:
    """The line with a point at its end, if that is `step_s` (or a little less, for clocks) after the last one."""
    if points and point.at_s - points[-1].at_s < step_s - _EARLY_S:
        return points
    if keep_s is not None:
        first = next((n for n, old in enumerate(points) if old.at_s >= point.at_s - keep_s), len(points))
        points = points[first:]
    return (*points, point)
