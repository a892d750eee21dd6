from __future__ import annotations

from models.mood import Mood
from models.mood_history import HOUR_S, RECENT_S, MoodHistory, Span


def _after(seconds: int, step_s: float = 1.0) -> MoodHistory:
    history = MoodHistory()
    for n in range(seconds):
        history = history.after(Mood(energy=float(n % 100)), n * step_s)
    return history


def test_the_last_minutes_are_kept_second_by_second() -> None:
    points = _after(1000).points(Span.RECENT)
    assert points[-1].at_s == 999.0
    assert points[0].at_s == 999.0 - RECENT_S
    assert [point.energy for point in points[-3:]] == [97.0, 98.0, 99.0]


def test_all_of_it_stays_small() -> None:
    history = _after(20_000)
    for span in Span:
        assert len(history.points(span)) <= 363
    hour = history.points(Span.HOUR)
    assert abs(hour[0].at_s - (19_999.0 - HOUR_S)) < 15.0


def test_the_session_begins_with_its_first_point_and_ends_with_now() -> None:
    for seconds in (5, 359, 361, 5_000):
        session = _after(seconds).points(Span.SESSION)
        assert session[0].at_s == 0.0
        assert session[-1].at_s == seconds - 1.0


def test_events_between_two_seconds_add_nothing() -> None:
    history = MoodHistory().after(Mood(), 10.0)
    assert history.after(Mood(energy=90.0), 10.2) is history
    assert history.after(Mood(energy=90.0), 9.0) is history
    assert len(history.after(Mood(), 11.0).recent) == 2
