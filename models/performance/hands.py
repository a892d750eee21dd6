"""What her user's hands do to her: taps are answered, strokes are enjoyed, too much is too much."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from models.performance.carried import Carried
from models.performance.cursor import Cursor, kind_of
from models.performance.easing import draw, share
from models.performance.motions import Motions
from models.performance.pose import Around

REACTIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    "Head": (("TapHead", "Pat"), ("Tap@Head",), ("Tap",), ("FlickHead",)),
    "Body": (("TapBody", "Giggle"), ("Tap@Body",), ("Tap",)),
    "Tail": (("Startle",), ("TapTail",), ("TapBody",), ("Tap",)),
}
"""Motion groups that answer a touch, the best first; those in one bracket take turns by chance. The names Cubism's
own samples use are among them."""

PET = ("Pat", "TapHead", "Tap@Head")
ENOUGH, ENOUGH_WINDOW_S = 4, 3.0
"""That many touches within that time are too many, and get a shake of the head."""

_TOUCH_ECHO_S = 1.5
_BLISS_S = 0.4


class Hands:
    """Feels hands. `bliss` 0..1 is how much she melts under a stroking hand, `petted` that she has just felt it."""

    def __init__(self, chance: Callable[[], float], motions: Motions, has: frozenset[str]) -> None:
        self._chance = chance
        self._motions = motions
        self._has = has
        self._touches: tuple[float, ...] = ()
        self._answers: tuple[str, ...] = ()
        self._touched_s = -inf
        self.cursor = Cursor()
        self.carried = Carried()
        self.bliss = 0.0
        self.petted = False

    def tap(self, area: str, at_s: float) -> None:
        """A tap on a hit area of the model: she answers with a motion; too many in a row and she has had enough."""
        self._touched_s = at_s
        self._touches = (*(s for s in self._touches if at_s - s < ENOUGH_WINDOW_S), at_s)
        if len(self._touches) >= ENOUGH:
            self._touches = ()
            if self._motions.ask("Shake"):
                return
        for names in REACTIONS.get(kind_of(area), ()):
            answer = draw({name: 1.0 for name in names if name in self._has}, self._answers, self._chance)
            if answer is not None:
                self._answers = (answer,)
                self._motions.ask(answer)
                return

    def step(self, at_s: float, dt_s: float, around: Around) -> None:
        """Feel what they do in this frame, `dt_s` after the last."""
        cursor, carried = self.cursor, self.carried
        cursor.watch(at_s, around)
        carried.step(at_s, dt_s, around, circling=cursor.circling)
        if carried.grabbed:
            self._motions.keep_up("Swing")
        if carried.dropped:
            self._motions.let_be()
            self._motions.ask("Land")
        self.petted = cursor.petted
        if self.petted and not self._motions.one_shot:
            self._motions.ask(*PET)
        if around.held or cursor.stroking:
            self._touched_s = at_s
        self.bliss += (float(cursor.stroking) - self.bliss) * share(dt_s, _BLISS_S)

    def near(self, at_s: float) -> bool:
        """Whether they are, or just were, on her."""
        return at_s - self._touched_s < _TOUCH_ECHO_S
