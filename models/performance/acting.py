"""Her body's mind: `Performance` puts the parts beside it together, one pose a frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import inf

from models.commands import Perform
from models.expression import Phase
from models.performance.breath import Breath
from models.performance.easing import share, wave
from models.performance.habits import PLAIN, habits_of
from models.performance.hands import Hands
from models.performance.lids import Lids
from models.performance.look import Look
from models.performance.motions import Motions
from models.performance.pose import CLOSED, Around, Pose
from models.performance.small import SmallMotions
from models.performance.speaking import Speaking
from models.visemes import Mouth

_LONGEST_STEP_S, _FIRST_STEP_S = 0.25, 1.0 / 30.0
"""A frame moves her on by no more than the one; the first after a stillness by no more than the other."""

_EASE_FACE_S = 0.7
_LIVELY_TAU_S = 1.5
_CALM_SWAY, _LIVELY_SWAY = 0.6, 1.4
_BLISSFUL_LIDS, _DIZZY_LIDS = 0.8, 0.3
_SHOWS = 0.02


class Performance:
    """What she does by herself and in answer to hands.

    `idle` counts the model's idle motions by group, `motions` names its one-shot groups, `blinking` the groups whose
    motions shut the eyes themselves, so that she blinks of her own only between them.
    """

    def __init__(
        self,
        chance: Callable[[], float],
        *,
        idle: Mapping[str, int] | None = None,
        motions: frozenset[str] = frozenset(),
        blinking: frozenset[str] = frozenset(),
    ) -> None:
        self._blinking = blinking
        self._look = Look(chance)
        self._lids = Lids(chance)
        self._breath = Breath()
        self._small = SmallMotions(chance)
        self._speaking = Speaking(chance)
        self._motions = Motions(chance, idle or {}, motions)
        self._hands = Hands(chance, self._motions, motions)
        self._phase = Phase.IDLE
        self._expression, self._habits = "idle", PLAIN
        self._energy = self._lively = 0.5
        self._at_s: float | None = None
        self._face_s = -inf
        self._moving = False
        self.calm = False
        """Whether she does nothing of her own accord but breathe, blink, look and speak."""

    def perform(self, order: Perform, at_s: float) -> None:
        """Take a new part, face, energy and perhaps a one-shot motion. An unknown phase counts as idle."""
        phase = next((phase for phase in Phase if phase.value == order.phase), Phase.IDLE)
        self._energy = min(max(order.energy, 0.0), 1.0)
        if order.expression != self._expression:
            self._expression, self._habits = order.expression, habits_of(order.expression)
            self._face_s = at_s
            self._lids.blink()  # a change of face hides in a blink
            self._small.let_go(at_s)
            self._motions.feel(at_s, self._habits)
        if phase is not self._phase:
            self._phase = phase
            self._look.turn_to(phase, at_s)
            self._small.let_go(at_s)
            self._motions.stay(at_s, self._habits)
        if order.motion:
            self._motions.ask(order.motion)

    def touch(self, area: str, at_s: float) -> None:
        """A tap on a hit area of the model."""
        self._small.let_go(at_s)
        self._hands.tap(area, at_s)

    def step(self, at_s: float, around: Around, mouth: Mouth | None) -> Pose:
        """The pose at `at_s`, which never goes back. `mouth` is that of the sound heard now, None in silence."""
        if self._at_s is None:
            self._at_s = at_s
            self._look.turn_to(self._phase, at_s)
            self._motions.stay(at_s, self._habits)
        at_s = max(at_s, self._at_s)
        dt_s = min(at_s - self._at_s, _LONGEST_STEP_S if self._moving else _FIRST_STEP_S)
        breath_s = min(at_s - self._at_s, _LONGEST_STEP_S)
        self._at_s = at_s
        self._lively += (self._energy - self._lively) * share(breath_s, _LIVELY_TAU_S)
        habits, energy, phase = self._habits, self._lively, self._phase
        hands, look, speaking, motions = self._hands, self._look, self._speaking, self._motions
        hands.step(at_s, dt_s, around)
        speaking.step(at_s, dt_s, phase, mouth, energy)
        look.choose(at_s, around, hands.cursor, phase, energy)
        look_moves = look.follow(at_s, dt_s, speaking.share if phase is Phase.SPEAKING else 0.0)
        motion, idle = motions.choose(at_s, phase, habits, energy, over=around.motion_over, calm=self.calm)
        touched = hands.near(at_s)
        free = phase is Phase.IDLE and motions.resting and not touched and not self.calm
        small = self._small.step(at_s, habits, energy, free=free)
        rarer = 1.5 if phase is Phase.LISTENING else 1.0
        own = motions.resting or motions.playing not in self._blinking
        lids = self._lids.openness(at_s, dt_s, habits, energy, rarer=rarer, free=own)
        easing = at_s - self._face_s < _EASE_FACE_S
        shows = look_moves or self._lids.blinking or easing or not motions.resting or self._small.playing
        self._moving = shows or hands.carried.moving or hands.bliss > _SHOWS
        breath = self._breath.step(breath_s, habits, energy, talking=speaking.share > 0.0)
        return replace(
            self._body(at_s, breath, lids, small.get),
            expression=self._expression,
            mouth=CLOSED if mouth is None else mouth,
            speech=speaking.share,
            motion=motion,
            idle_group=idle[0] if idle else "",
            idle_motion=idle[1] if idle else -1,
            moving=self._moving,
            easing=easing,
            touched=touched,
            petted=hands.petted,
        )

    def _body(self, at_s: float, breath: float, lids: float, add: Callable[[str, float], float]) -> Pose:
        """Everything that moves, added up; `add` is what the small motions add to a channel."""
        look, speaking, carried, bliss = self._look, self._speaking, self._hands.carried, self._hands.bliss
        roll_x, roll_y = carried.roll(at_s)
        sway = _CALM_SWAY + (_LIVELY_SWAY - _CALM_SWAY) * self._lively
        ears = look.ears + 0.25 * speaking.loud - 0.4 * bliss
        lids *= 1.0 - add("lids", 0.0)
        lids *= (1.0 - _BLISSFUL_LIDS * bliss) * (1.0 - _DIZZY_LIDS * carried.dizzy)
        nod = look.nod + 4.0 * speaking.nod + 5.0 * speaking.loud + 4.0 * bliss
        return Pose(
            gaze_x=_within(look.eye_x + 0.55 * roll_x + add("gaze_x", 0.0)),
            gaze_y=_within(look.eye_y + 0.55 * roll_y + add("gaze_y", 0.0)),
            head_x=16.0 * look.head_x + look.lean_x + 1.3 * sway * wave(at_s, 9.1) + 15.0 * carried.shake
            + 5.0 * roll_y + add("head_x", 0.0),
            head_y=12.0 * look.head_y + look.lean_y - nod + 0.8 * sway * wave(at_s, 6.3)
            + 4.0 * roll_x + add("head_y", 0.0),
            head_z=look.tilt + look.lean_z - 14.0 * carried.swing_x + 1.5 * sway * wave(at_s, 7.7)
            + 11.0 * roll_x + 6.0 * bliss * look.head_x + add("head_z", 0.0),
            body_x=3.0 * look.body_x + 0.25 * look.lean_x + 5.0 * carried.swing_x + add("body_x", 0.0),
            body_y=-3.0 * carried.swing_y + 0.6 * speaking.loud + add("body_y", 0.0),
            body_z=0.3 * look.lean_z - 7.0 * carried.swing_x + 0.7 * sway * wave(at_s, 11.3)
            + 2.5 * roll_y + add("body_z", 0.0),
            hop=add("hop", 0.0),
            breath=min(max(breath + add("breath", 0.0), 0.0), 1.0),
            lids=max(lids, 0.0),
            ear_l=ears + 0.4 * carried.shake + add("ear_l", 0.0),
            ear_r=ears - 0.4 * carried.shake + add("ear_r", 0.0),
            tail=_within(0.5 * carried.swing_x + add("tail", 0.0)),
        )  # fmt: skip


def _within(value: float) -> float:
    return min(max(value, -1.0), 1.0)
