"""What the cursor near her means: something to look at, a greeting, a dizzying game, a stroking hand.

Distances are window heights from between her eyes.
"""

from __future__ import annotations

from math import atan2, hypot, pi, remainder

from models.performance.pose import Around

_STEP = 0.004
_NEAR, _MIND_NEAR_S, _MIND_FAR_S = 1.1, 14.0, 3.5
"""A cursor this near holds her interest this long after it moved, a far one that long."""

_CLOSE, _COMING_S, _GREET_APART_S, _PERKED_S = 0.8, 1.5, 10.0, 1.3
"""A cursor that comes this close within this time perks her up, once in a while and for so long."""

_ROUNDS, _ROUNDS_S, _REACH = 2.0, 2.6, 1.6
"""That many rounds about her face in that time, within this reach, make her dizzy."""

STROKES, STROKES_S = 3, 2.4
"""That many turns back and forth on her head within that time are stroking."""

_STROKE, _STROKE_ENDS_S, _PETTED_AGAIN_S = 0.025, 0.9, 3.0
_LONG_AGO_S = -1e9


class Cursor:
    """Watches the cursor. All flags are those of the last `watch`."""

    def __init__(self) -> None:
        self._at: tuple[float, float] | None = None
        self._moved_s = self._far_s = self._greeted_s = _LONG_AGO_S
        self._circling: tuple[tuple[float, float], ...] = ()
        self._anchor = (0.0, 0.0)
        self._going = (0.0, 0.0)
        self._turns: tuple[float, ...] = ()
        self._stroked_s = self._petted_s = _LONG_AGO_S
        self.interesting = self.perked = self.circling = self.stroking = self.petted = False

    def watch(self, at_s: float, around: Around) -> None:
        """Take note of where it is.

        `interesting`: worth looking at; `perked`: it has just come close; `circling`: it runs rings round her;
        `stroking`: it strokes her head; `petted`: it has just begun to, or is still at it after a while.
        """
        here = (around.cursor_x, around.cursor_y)
        before = self._at or here
        moved = abs(here[0] - before[0]) + abs(here[1] - before[1]) > _STEP
        away = hypot(*here)
        if self._at is None:
            self._at, self._anchor = here, here
        if moved:
            self._moved_s, self._at = at_s, here
            self._circle(at_s, before, here)
        self.interesting = at_s - self._moved_s < (_MIND_NEAR_S if away < _NEAR else _MIND_FAR_S)
        self.circling = sum(turn for _, turn in self._kept(at_s)) ** 2 > (2.0 * pi * _ROUNDS) ** 2
        self._greet(at_s, away, moved=moved)
        self._stroke(at_s, here, on_head=kind_of(around.over) == "Head" and not around.held)

    def _greet(self, at_s: float, away: float, *, moved: bool) -> None:
        if away > _NEAR:
            self._far_s = at_s
        came = moved and away < _CLOSE and at_s - self._far_s < _COMING_S
        if came and at_s - self._greeted_s > _GREET_APART_S:
            self._greeted_s = at_s
        self.perked = at_s - self._greeted_s < _PERKED_S

    def _circle(self, at_s: float, before: tuple[float, float], here: tuple[float, float]) -> None:
        if max(hypot(*before), hypot(*here)) > _REACH:
            self._circling = ()
            return
        turn = remainder(atan2(here[1], here[0]) - atan2(before[1], before[0]), 2.0 * pi)
        self._circling = (*self._kept(at_s), (at_s, turn))

    def _kept(self, at_s: float) -> tuple[tuple[float, float], ...]:
        self._circling = tuple(entry for entry in self._circling if at_s - entry[0] < _ROUNDS_S)
        return self._circling

    def _stroke(self, at_s: float, here: tuple[float, float], *, on_head: bool) -> None:
        self.petted = False
        if not on_head:
            self._turns, self._anchor, self._going = (), here, (0.0, 0.0)
            self.stroking = self.stroking and at_s - self._stroked_s < _STROKE_ENDS_S
            return
        step = (here[0] - self._anchor[0], here[1] - self._anchor[1])
        if hypot(*step) >= _STROKE:
            turned = step[0] * self._going[0] + step[1] * self._going[1] < 0.0
            self._anchor, self._going = here, step
            recent = tuple(turn_s for turn_s in self._turns if at_s - turn_s < STROKES_S)
            self._turns = (*recent, at_s) if turned else recent
            if self.stroking or len(self._turns) >= STROKES:
                self._stroked_s = at_s
        self.stroking = at_s - self._stroked_s < _STROKE_ENDS_S
        if self.stroking and at_s - self._petted_s >= _PETTED_AGAIN_S:
            self._petted_s = at_s
            self.petted = True


def kind_of(area: str) -> str:
    """What a hit area of a model is: "Head", "Tail", or "Body" for all others; empty for none."""
    if not area:
        return ""
    return next((kind for kind in ("Head", "Tail") if kind.lower() in area.lower()), "Body")
