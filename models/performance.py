"""What she does right now: phase, face, cursor and time in, a `Pose` out.

`Performance` decides everything a body does by itself: where she looks, how her head and body sway, when she blinks
and breathes, which idle motion plays and for how long she rests between two. It knows no clock and no dice: time
comes with every call, chance is a function returning 0..1 given at birth, so the same calls give the same poses.
Called once per frame, up to 60 times a second; one small value is made per call.

Directions are hers as seen on the screen: x to the right, y up, angles in degrees, gaze -1..1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, pi, sin

from models.commands import Perform
from models.expression import Phase
from models.visemes import Mouth

CLOSED = Mouth()


@dataclass(frozen=True, slots=True)
class Around:
    """What is round her in this frame.

    The cursor is given from between her eyes, in window heights. `drag_x`, `drag_y` is how fast she is being
    carried, in window heights per second. `motion_over`: no motion of the model is playing.
    """

    cursor_x: float = 0.0
    cursor_y: float = 0.0
    held: bool = False
    drag_x: float = 0.0
    drag_y: float = 0.0
    motion_over: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """A body in one frame.

    Angles and `ears` come on top of what motion and expression do. `lids` scales the open eyes (0 shuts them).
    `speech` is how much of the mouth belongs to `mouth` (1) and how much to the expression (0). `motion` is a
    one-shot motion group to start now, `idle_motion` an idle motion to start now, -1 for none. `moving` says that
    something more than breath moves, `touched` that hands are or just were on her.
    """

    expression: str = "idle"
    mouth: Mouth = CLOSED
    speech: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    head_x: float = 0.0
    head_y: float = 0.0
    head_z: float = 0.0
    body_x: float = 0.0
    body_y: float = 0.0
    body_z: float = 0.0
    breath: float = 0.0
    lids: float = 1.0
    ears: float = 0.0
    motion: str = ""
    idle_motion: int = -1
    moving: bool = False
    touched: bool = False


REACTIONS: dict[str, tuple[str, ...]] = {
    "Head": ("TapHead", "Tap@Head", "Tap", "FlickHead"),
    "Body": ("TapBody", "Tap@Body", "Tap"),
    "Tail": ("Startle", "TapTail", "TapBody", "Tap"),
}
"""Motion groups that answer a touch, best first; the names Cubism's own samples use are among them."""

ENOUGH, ENOUGH_WINDOW_S = 4, 3.0
"""That many touches within that time are too many, and get a shake of the head."""

_FIDGETS = {"sleepy": "Yawn", "excited": "Hop", "happy": "Hop", "idle": "Yawn"}
_LONG_AGO_S = -1e9
_LONGEST_STEP_S = 0.25
_TOUCH_ECHO_S = 1.5
_EASE_FACE_S = 0.6

_CURSOR_STEP = 0.004
_NEAR, _MIND_NEAR_S, _MIND_FAR_S = 1.1, 14.0, 3.5
"""A cursor this near (window heights) holds her interest this long after it moved, a far one that long."""

_SHUT_S, _HOLD_S, _OPEN_S = 0.07, 0.035, 0.14
_BLINK_TWICE, _TWICE_S = 0.14, 0.33
_NOD_S, _NOD_DEG = 0.55, 5.0
_SETTLED = 0.02


class Performance:
    """Her body's mind.

    `idle_motions` is how many idle motions the model has, `motions` its one-shot groups. `motions_blink`: its
    motions shut the eyes themselves, so that she blinks of her own only between them.
    """

    def __init__(
        self,
        chance: Callable[[], float],
        *,
        idle_motions: int = 0,
        motions: frozenset[str] = frozenset(),
        motions_blink: bool = False,
    ) -> None:
        self._motions_blink = motions_blink
        self._look = _Look(chance)
        self._lids = _Lids(chance)
        self._motions = _Motions(chance, idle_motions, motions)
        self._phase = Phase.IDLE
        self._expression = "idle"
        self._at_s: float | None = None
        self._face_s = self._touched_s = _LONG_AGO_S
        self._touches: tuple[float, ...] = ()
        self._speech = self._energy = 0.0

    def perform(self, order: Perform, at_s: float) -> None:
        """Take a new part, face and perhaps a one-shot motion. An unknown phase counts as idle."""
        phase = next((phase for phase in Phase if phase.value == order.phase), Phase.IDLE)
        if order.expression != self._expression:
            self._expression = order.expression
            self._face_s = at_s
            self._lids.blink(at_s)  # a change of face hides in a blink
        if phase is not self._phase:
            self._phase = phase
            self._look.turn_to(phase, at_s)
            self._motions.stay(at_s)
        if order.motion:
            self._motions.ask(order.motion)

    def touch(self, area: str, at_s: float) -> None:
        """A tap on `area`: she answers with a motion; too many in a row and she has had enough."""
        self._touched_s = at_s
        self._touches = (*(s for s in self._touches if at_s - s < ENOUGH_WINDOW_S), at_s)
        names = REACTIONS.get(area, ())
        if len(self._touches) >= ENOUGH:
            self._touches = ()
            names = ("Shake", *names)
        self._motions.ask(*names)

    def step(self, at_s: float, around: Around, mouth: Mouth | None) -> Pose:
        """The pose at `at_s`, which never goes back. `mouth` is that of the sound heard now, None in silence."""
        if self._at_s is None:
            self._at_s = at_s
            self._look.turn_to(self._phase, at_s)
            self._motions.stay(at_s)
        at_s = max(at_s, self._at_s)
        dt_s = min(at_s - self._at_s, _LONGEST_STEP_S)
        self._at_s = at_s
        if around.held:
            self._touched_s = at_s
        self._speak(dt_s, mouth)
        look = self._look
        look.choose(at_s, around, self._phase)
        look_moves = look.follow(at_s, dt_s, around, self._speech if self._phase is Phase.SPEAKING else 0.0)
        motion, idle_motion = self._motions.choose(at_s, self._phase, self._expression, around)
        rarer = 1.5 if self._phase is Phase.LISTENING else 1.0
        lids = self._lids.openness(at_s, rarer, free=self._motions.resting or not self._motions_blink)
        easing = at_s - self._face_s < _EASE_FACE_S
        return Pose(
            expression=self._expression,
            mouth=CLOSED if mouth is None else mouth,
            speech=self._speech,
            gaze_x=look.eye_x,
            gaze_y=look.eye_y,
            head_x=16.0 * look.head_x + look.lean_x + 1.3 * _wave(at_s, 9.1),
            head_y=12.0 * look.head_y + look.lean_y - look.nod - 5.0 * self._energy + 0.8 * _wave(at_s, 6.3),
            head_z=look.tilt + look.lean_z - 14.0 * look.swing_x + 1.5 * _wave(at_s, 7.7),
            body_x=3.0 * look.body_x + 0.25 * look.lean_x + 5.0 * look.swing_x,
            body_y=-3.0 * look.swing_y + 0.6 * self._energy,
            body_z=0.3 * look.lean_z - 7.0 * look.swing_x + 0.7 * _wave(at_s, 11.3),
            breath=0.5 - 0.5 * _wave(at_s + 0.95, 3.8),
            lids=lids,
            ears=look.ears + 0.25 * self._energy,
            motion=motion,
            idle_motion=idle_motion,
            moving=look_moves or lids < 1.0 or easing or not self._motions.resting,
            touched=around.held or self._motions.one_shot or at_s - self._touched_s < _TOUCH_ECHO_S,
        )

    def _speak(self, dt_s: float, mouth: Mouth | None) -> None:
        """The mouth is speech's while she sounds and in her pauses, and the expression's again afterwards."""
        if mouth is not None or (self._phase is Phase.SPEAKING and self._speech > 0.0):
            self._speech = min(1.0, self._speech + dt_s / 0.05)
        else:
            self._speech = max(0.0, self._speech - dt_s / 0.2)
        loud = 0.0 if mouth is None else mouth.open
        self._energy += (loud - self._energy) * _share(dt_s, 0.09 if loud > self._energy else 0.22)


class _Look:
    """Where she looks and how head and body go along: eyes dart, the head follows, the body comes last."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._want_x = self._want_y = self._want_tilt = self._want_ears = 0.0
        self._next_s = self._next_nod_s = 0.0
        self._nod_s = self._cursor_s = _LONG_AGO_S
        self._cursor: tuple[float, float] | None = None
        self.eye_x = self.eye_y = self.head_x = self.head_y = self.body_x = self.tilt = self.ears = 0.0
        self.lean_x = self.lean_y = self.lean_z = self.swing_x = self.swing_y = self.nod = 0.0

    def turn_to(self, phase: Phase, at_s: float) -> None:
        """A new phase: look anew, perk the ears to listen."""
        self._next_s = at_s
        self._next_nod_s = at_s + self._between(1.0, 2.0) if phase is Phase.LISTENING else inf
        self._want_ears = 0.55 if phase is Phase.LISTENING else 0.0

    def choose(self, at_s: float, around: Around, phase: Phase) -> None:
        """Choose what to look at: the cursor when it is interesting and she is free, else as the phase has it."""
        cursor = (around.cursor_x, around.cursor_y)
        if self._cursor is None:
            self._cursor = cursor
        if abs(cursor[0] - self._cursor[0]) + abs(cursor[1] - self._cursor[1]) > _CURSOR_STEP:
            self._cursor, self._cursor_s = cursor, at_s
        mind_s = _MIND_NEAR_S if abs(cursor[0]) + abs(cursor[1]) < _NEAR else _MIND_FAR_S
        if phase is Phase.IDLE and (around.held or at_s - self._cursor_s < mind_s):
            self._want_x, self._want_y = _towards(cursor[0]), _towards(cursor[1])
            self._want_tilt = -4.0 * self._want_x
            self._next_s = at_s + 1.0
        elif at_s >= self._next_s:
            self._next_s = at_s + self._look_anew(phase)

    def _look_anew(self, phase: Phase) -> float:
        """Choose a direction for a phase; the answer is for how long, in seconds."""
        between, chance = self._between, self._chance()
        match phase:
            case Phase.LISTENING:  # at the user, head on one side
                self._want_x, self._want_y = between(-0.06, 0.06), between(-0.02, 0.08)
                self._want_tilt = 7.0 if chance < 0.5 else -7.0  # noqa: PLR2004  # odds are clearest in place
                return between(2.5, 5.0)
            case Phase.THINKING:  # up and away
                self._want_x, self._want_y = (0.55 if chance < 0.6 else -0.5), between(0.35, 0.7)  # noqa: PLR2004
                self._want_tilt = 5.0 * self._want_x
                return between(1.2, 2.6)
            case Phase.SPEAKING:  # at the user, with a glance aside now and then
                away = chance < 0.25  # noqa: PLR2004
                self._want_x = between(-0.55, 0.55) if away else between(-0.12, 0.12)
                self._want_y = between(-0.15, 0.35) if away else between(-0.04, 0.08)
                self._want_tilt = between(-6.0, 6.0)
                return between(0.5, 0.9) if away else between(0.8, 2.2)
            case _:  # idle: about the desktop, and back to the user
                home = chance < 0.4  # noqa: PLR2004
                self._want_x = 0.0 if home else between(-0.75, 0.75)
                self._want_y = 0.0 if home else between(-0.35, 0.4)
                self._want_tilt = between(-3.0, 3.0)
                return between(1.8, 5.5)

    def follow(self, at_s: float, dt_s: float, around: Around, speaking: float) -> bool:
        """Move on by `dt_s`; true while it shows. `speaking` 0..1 is how much she sways with her own words."""
        eyes, head, body = _share(dt_s, 0.055), _share(dt_s, 0.26), _share(dt_s, 0.6)
        self.eye_x += (self._want_x - self.eye_x) * eyes
        self.eye_y += (self._want_y - self.eye_y) * eyes
        self.head_x += (self._want_x - self.head_x) * head
        self.head_y += (self._want_y - self.head_y) * head
        self.body_x += (self._want_x - self.body_x) * body
        self.tilt += (self._want_tilt - self.tilt) * _share(dt_s, 0.45)
        self.ears += (self._want_ears - self.ears) * _share(dt_s, 0.16)
        sway = _share(dt_s, 0.3)
        self.lean_x += (4.0 * speaking * _wave(at_s, 2.9) - self.lean_x) * sway
        self.lean_y += (2.0 * speaking * _wave(at_s, 1.9) - self.lean_y) * sway
        self.lean_z += (5.0 * speaking * _wave(at_s, 3.7) - self.lean_z) * sway
        swing = _share(dt_s, 0.12)
        self.swing_x += (_limit(around.drag_x) - self.swing_x) * swing
        self.swing_y += (_limit(around.drag_y) - self.swing_y) * swing
        self._nod(at_s)
        left = abs(self._want_x - self.head_x) + abs(self._want_y - self.head_y)
        left += 0.05 * abs(self._want_tilt - self.tilt) + abs(self._want_ears - self.ears)
        return left + abs(self.swing_x) + abs(self.swing_y) + self.nod > _SETTLED

    def _nod(self, at_s: float) -> None:
        if at_s >= self._next_nod_s:
            self._nod_s = at_s
            self._next_nod_s = at_s + self._between(2.4, 5.2)
        since_s = at_s - self._nod_s
        self.nod = _NOD_DEG * sin(pi * since_s / _NOD_S) ** 2 if since_s < _NOD_S else 0.0

    def _between(self, low: float, high: float) -> float:
        return low + (high - low) * self._chance()


class _Lids:
    """Blinks: at irregular times, now and then two in a row."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._blink_s = _LONG_AGO_S
        self._next_s: float | None = None

    def blink(self, at_s: float) -> None:
        """Blink now."""
        self._blink_s = at_s

    def openness(self, at_s: float, rarer: float, *, free: bool) -> float:
        """How open the lids are, 0..1; `rarer` stretches the time between blinks, `free` lets them begin."""
        if self._next_s is None:
            self._next_s = at_s + 0.8 + self._chance()
        if at_s >= self._next_s and not free:
            self._next_s = at_s + 0.5 + self._chance()
        elif at_s >= self._next_s:
            self._blink_s = at_s
            twice = self._chance() < _BLINK_TWICE
            self._next_s = at_s + (_TWICE_S if twice else rarer * (1.9 + 3.7 * self._chance()))
        since_s = max(at_s - self._blink_s, 0.0)
        if since_s < _SHUT_S:
            return 1.0 - _smooth(since_s / _SHUT_S)
        return _smooth(min(max(since_s - _SHUT_S - _HOLD_S, 0.0) / _OPEN_S, 1.0))


class _Motions:
    """Which motion of the model to start: one-shots when asked for, idle motions with rests between them.

    The model keeps the last values of a finished motion, so an idle motion follows every one-shot at once and takes
    them back. `resting`: no motion plays; `one_shot`: the one that plays is not an idle one.
    """

    def __init__(self, chance: Callable[[], float], idle_motions: int, motions: frozenset[str]) -> None:
        self._chance = chance
        self._idle_motions, self._motions = idle_motions, motions
        self._asked = ""
        self._idle = -1
        self._rest_until_s = 0.0
        self._fidget_s = inf
        self.resting = self.one_shot = False

    def ask(self, *names: str) -> None:
        """Start the first of these groups that the model has with the next frame."""
        self._asked = next((name for name in names if name in self._motions), self._asked)

    def stay(self, at_s: float) -> None:
        """Something happened: no fidgeting for a while."""
        self._fidget_s = at_s + 40.0 + 70.0 * self._chance()

    def choose(self, at_s: float, phase: Phase, expression: str, around: Around) -> tuple[str, int]:
        """A one-shot group or "" and an idle motion or -1, to start now."""
        if phase is Phase.IDLE and at_s >= self._fidget_s:
            self.stay(at_s)
            self.ask(_FIDGETS.get(expression, ""))
        if self._asked:
            motion, self._asked = self._asked, ""
            self.resting, self.one_shot = False, True
            return motion, -1
        if not around.motion_over:
            self.resting = False
            return "", -1
        if not self.resting:
            at_once = self.one_shot or self._idle < 0
            self._rest_until_s = at_s if at_once else at_s + 5.0 + 9.0 * self._chance()
            self.resting, self.one_shot = True, False
        if at_s < self._rest_until_s or self._idle_motions == 0:
            return "", -1
        self.resting = False
        others = max(self._idle_motions - 1, 1)
        self._idle = (self._idle + 1 + int(others * self._chance() * 0.999)) % self._idle_motions
        return "", self._idle


def _wave(at_s: float, period_s: float) -> float:
    return sin(2.0 * pi * at_s / period_s)


def _share(dt_s: float, tau_s: float) -> float:
    """The share of the way an exponential approach goes in `dt_s`."""
    return 1.0 - exp(-dt_s / tau_s)


def _smooth(x: float) -> float:
    return x * x * (3.0 - 2.0 * x)


def _limit(speed: float) -> float:
    return speed / (1.0 + abs(speed))


def _towards(offset: float) -> float:
    """Where the eyes turn for something `offset` window heights aside: ever less the further it is."""
    return offset / (0.35 + abs(offset))
