"""How many frames a second she is worth, and when the next one is due. Pure: no clock, no Qt.

The cap holds by construction: between a restart of the schedule and any later moment no more frames fall due than
the rate asks for, because a frame that is late moves nothing but itself and missed frames are dropped.
"""

from __future__ import annotations

from models.performance import Pose

LIVELY_HZ, GENTLE_HZ, QUIET_HZ = 60, 24, 10


def wanted_hz(pose: Pose, *, visible: bool, expecting: bool = False) -> int:
    """60 talking, about to (`expecting`), touched or changing face; 24 while something moves; 10 at rest; 0 unseen."""
    if not visible:
        return 0
    if pose.speech > 0.0 or expecting or pose.touched or pose.easing:
        return LIVELY_HZ
    return GENTLE_HZ if pose.moving else QUIET_HZ


def next_due(due_s: float, now_s: float, hz: int) -> float:
    """When the frame after the one due at `due_s` is due: a period later, or now if that has passed."""
    return max(due_s + 1.0 / hz, now_s)


def sooner_due(due_s: float, last_s: float, hz: int) -> float:
    """When the pending frame is due once the rate has become `hz`, the last frame having been at `last_s`."""
    return min(due_s, last_s + 1.0 / hz)
