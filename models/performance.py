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
from enum import StrEnum
from math import exp, pi, sin

from models.commands import Perform
from models.visemes import Mouth

CLOSED = Mouth()


class Phase(StrEnum):
    """Her part in the conversation."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"


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

_FIDGETS = {"sleepy": "Yawn", "excited": "Hop", "happy": "Hop", "idle": "Yawn"}
_TOO_MUCH, _TOO_MUCH_WINDOW_S = 4, 3.0
_TOUCH_ECHO_S = 1.5
_CURSOR_NEAR, _CURSOR_NEAR_S, _CURSOR_FAR_S = 1.1, 14.0, 3.5
_CURSOR_STEP = 0.004
_SHUT_S, _HELD_S, _OPEN_S = 0.07, 0.035, 0.14
_SETTLED = 0.02
_LONGEST_STEP_S = 0.25
_EASE_FACE_S = 0.6


class Performance:
    """Her body's mind. `idle_motions` is how many idle motions the model has, `motions` its one-shot groups."""

    __slots__ = (
        "_at_s", "_blink_s", "_body_x", "_chance", "_cursor_moved_s", "_cursor_x", "_cursor_y", "_drag_x", "_drag_y",
        "_ears", "_energy", "_eye_x", "_eye_y", "_face_s", "_fidget_s", "_first", "_head_x", "_head_y", "_idle",
        "_idle_motions", "_lean_x", "_lean_y", "_lean_z", "_motion", "_motions", "_next_blink_s", "_next_look_s",
        "_next_nod_s", "_nod_s", "_one_shot", "_perform", "_phase", "_pokes", "_rest_until_s", "_resting", "_speech",
        "_tilt", "_touched_s", "_want_x", "_want_y", "_want_z",
    )  # fmt: skip

    def __init__(
        self, chance: Callable[[], float], *, idle_motions: int = 0, motions: frozenset[str] = frozenset()
    ) -> None:
        self._chance = chance
        self._idle_motions = idle_motions
        self._motions = motions
        self._perform = Perform(Phase.IDLE.value, "idle")
        self._phase = Phase.IDLE
        self._first = True
        self._at_s = self._next_blink_s = self._next_look_s = self._next_nod_s = 0.0
        self._blink_s = self._nod_s = self._touched_s = self._cursor_moved_s = self._face_s = -1e9
        self._fidget_s = self._rest_until_s = 0.0
        self._resting = self._one_shot = False
        self._idle = -1
        self._motion = ""
        self._pokes: tuple[float, ...] = ()
        self._eye_x = self._eye_y = self._head_x = self._head_y = self._body_x = self._tilt = 0.0
        self._want_x = self._want_y = self._want_z = self._lean_x = self._lean_y = self._lean_z = 0.0
        self._drag_x = self._drag_y = self._speech = self._energy = self._ears = 0.0
        self._cursor_x = self._cursor_y = 0.0

    @property
    def phase(self) -> Phase:
        """Her part in the conversation."""
        return self._phase

    def perform(self, order: Perform, at_s: float) -> None:
        """Take a new part, face and perhaps a one-shot motion. An unknown phase counts as idle."""
        phase = Phase(order.phase) if order.phase in list(Phase) else Phase.IDLE
        if order.expression != self._perform.expression:
            self._face_s = at_s
            self._blink_s = at_s  # a change of face hides in a blink
        if phase is not self._phase:
            self._next_look_s = at_s
            self._next_nod_s = at_s + 1.0 + self._chance()
            self._fidget_s = at_s + self._between(40.0, 110.0)
        if order.motion:
            self._motion = order.motion
        self._phase = phase
        self._perform = order

    def touch(self, area: str, at_s: float) -> None:
        """A tap on `area`: she answers with a motion; too many in a row and she has had enough."""
        self._touched_s = at_s
        self._pokes = (*(poke for poke in self._pokes if at_s - poke < _TOO_MUCH_WINDOW_S), at_s)
        names = REACTIONS.get(area, ())
        if len(self._pokes) >= _TOO_MUCH and "Shake" in self._motions:
            self._pokes = ()
            names = ("Shake",)
        for name in names:
            if name in self._motions:
                self._motion = name
                return

    def step(self, at_s: float, around: Around, mouth: Mouth | None) -> Pose:
        """The pose at `at_s`. `mouth` is the mouth of the sound being heard now, None in silence."""
        if self._first:
            self._begin(at_s, around)
        dt_s = min(max(at_s - self._at_s, 0.0), _LONGEST_STEP_S)
        self._at_s = at_s
        if around.held:
            self._touched_s = at_s
        self._speak(dt_s, mouth)
        self._look(at_s, around)
        eyes_move = self._follow(dt_s, around)
        motion, idle_motion = self._choose_motion(at_s, around.motion_over)
        lids = self._blink(at_s)
        nod = self._nod(at_s)
        face_moves = at_s - self._face_s < _EASE_FACE_S
        drag = self._drag_x
        return Pose(
            expression=self._perform.expression,
            mouth=CLOSED if mouth is None else mouth,
            speech=self._speech,
            gaze_x=self._eye_x,
            gaze_y=self._eye_y,
            head_x=16.0 * self._head_x + self._lean_x + 1.3 * _wave(at_s, 9.1),
            head_y=12.0 * self._head_y + self._lean_y - nod - 5.0 * self._energy + 0.8 * _wave(at_s, 6.3),
            head_z=self._tilt + self._lean_z - 14.0 * drag + 1.5 * _wave(at_s, 7.7),
            body_x=3.0 * self._body_x + 0.25 * self._lean_x + 5.0 * drag,
            body_y=-3.0 * self._drag_y + 0.6 * self._energy,
            body_z=0.3 * self._lean_z - 7.0 * drag + 0.7 * _wave(at_s, 11.3),
            breath=0.5 - 0.5 * _wave(at_s + 0.95, 3.8),
            lids=lids,
            ears=self._ears + 0.25 * self._energy,
            motion=motion,
            idle_motion=idle_motion,
            moving=eyes_move or lids < 1.0 or face_moves or nod > 0.0 or not self._resting,
            touched=around.held or self._one_shot or at_s - self._touched_s < _TOUCH_ECHO_S,
        )

    def _between(self, low: float, high: float) -> float:
        return low + (high - low) * self._chance()

    def _begin(self, at_s: float, around: Around) -> None:
        self._first = False
        self._at_s = self._next_look_s = at_s
        self._next_blink_s = at_s + self._between(0.8, 2.0)
        self._fidget_s = at_s + self._between(40.0, 110.0)
        self._cursor_x, self._cursor_y = around.cursor_x, around.cursor_y

    def _speak(self, dt_s: float, mouth: Mouth | None) -> None:
        """The mouth is speech's while she sounds and in her pauses, and the expression's again afterwards."""
        if mouth is not None or (self._phase is Phase.SPEAKING and self._speech > 0.0):
            self._speech = min(1.0, self._speech + dt_s / 0.05)
        else:
            self._speech = max(0.0, self._speech - dt_s / 0.2)
        loud = 0.0 if mouth is None else mouth.open
        self._energy += (loud - self._energy) * _share(dt_s, 0.09 if loud > self._energy else 0.22)

    def _look(self, at_s: float, around: Around) -> None:
        """Choose what to look at, and the lean that goes with talking, listening and thinking."""
        step = abs(around.cursor_x - self._cursor_x) + abs(around.cursor_y - self._cursor_y)
        if step > _CURSOR_STEP:
            self._cursor_moved_s = at_s
            self._cursor_x, self._cursor_y = around.cursor_x, around.cursor_y
        if self._phase is Phase.IDLE and (around.held or self._minds_cursor(at_s)):
            self._want_x, self._want_y = _towards(around.cursor_x), _towards(around.cursor_y)
            self._want_z = -4.0 * self._want_x
            self._next_look_s = at_s + self._between(0.6, 1.6)
            return
        if at_s < self._next_look_s:
            return
        chance, between = self._chance(), self._between
        match self._phase:
            case Phase.LISTENING:
                self._want_x, self._want_y = between(-0.06, 0.06), between(-0.02, 0.08)
                self._want_z = 7.0 if chance < 0.5 else -7.0  # noqa: PLR2004  # a fair coin
                self._next_look_s = at_s + between(2.5, 5.0)
            case Phase.THINKING:
                self._want_x, self._want_y = (0.55 if chance < 0.6 else -0.5), between(0.35, 0.7)  # noqa: PLR2004
                self._want_z = 5.0 * self._want_x
                self._next_look_s = at_s + between(1.2, 2.6)
            case Phase.SPEAKING:
                away = chance < 0.25  # noqa: PLR2004  # speakers look away now and then
                self._want_x = between(-0.55, 0.55) if away else between(-0.12, 0.12)
                self._want_y = between(-0.15, 0.35) if away else between(-0.04, 0.08)
                self._want_z = between(-6.0, 6.0)
                self._next_look_s = at_s + (between(0.5, 0.9) if away else between(0.8, 2.2))
            case Phase.IDLE:
                home = chance < 0.4  # noqa: PLR2004
                self._want_x, self._want_y = (
                    (0.0, 0.0) if home else (between(-0.75, 0.75), between(-0.35, 0.4))
                )
                self._want_z = between(-3.0, 3.0)
                self._next_look_s = at_s + between(1.8, 5.5)

    def _minds_cursor(self, at_s: float) -> bool:
        near = abs(self._cursor_x) + abs(self._cursor_y) < _CURSOR_NEAR
        return at_s - self._cursor_moved_s < (_CURSOR_NEAR_S if near else _CURSOR_FAR_S)

    def _follow(self, dt_s: float, around: Around) -> bool:
        """Eyes dart, the head follows, the body last; carried, she swings behind the hand. True while it shows."""
        self._eye_x += (self._want_x - self._eye_x) * _share(dt_s, 0.055)
        self._eye_y += (self._want_y - self._eye_y) * _share(dt_s, 0.055)
        head, body = _share(dt_s, 0.26), _share(dt_s, 0.6)
        self._head_x += (self._want_x - self._head_x) * head
        self._head_y += (self._want_y - self._head_y) * head
        self._tilt += (self._want_z - self._tilt) * _share(dt_s, 0.45)
        self._body_x += (self._want_x - self._body_x) * body
        speaking = self._speech if self._phase is Phase.SPEAKING else 0.0
        sway = _share(dt_s, 0.3)
        self._lean_x += (4.0 * speaking * _wave(self._at_s, 2.9) - self._lean_x) * sway
        self._lean_y += (2.0 * speaking * _wave(self._at_s, 1.9) - self._lean_y) * sway
        self._lean_z += (5.0 * speaking * _wave(self._at_s, 3.7) - self._lean_z) * sway
        swing = _share(dt_s, 0.12)
        self._drag_x += (_limit(around.drag_x) - self._drag_x) * swing
        self._drag_y += (_limit(around.drag_y) - self._drag_y) * swing
        perked = 0.55 if self._phase is Phase.LISTENING else 0.0
        self._ears += (perked - self._ears) * _share(dt_s, 0.16)
        left = abs(self._want_x - self._head_x) + abs(self._want_y - self._head_y)
        left += 0.05 * abs(self._want_z - self._tilt) + abs(perked - self._ears)
        return left + abs(self._drag_x) + abs(self._drag_y) > _SETTLED

    def _nod(self, at_s: float) -> float:
        """Small nods while listening, in degrees."""
        if self._phase is Phase.LISTENING and at_s >= self._next_nod_s:
            self._nod_s = at_s
            self._next_nod_s = at_s + self._between(2.4, 5.2)
        since_s = at_s - self._nod_s
        return 5.0 * sin(pi * since_s / 0.55) ** 2 if since_s < 0.55 else 0.0  # noqa: PLR2004  # one nod's length

    def _blink(self, at_s: float) -> float:
        """How open the lids are."""
        if at_s >= self._next_blink_s:
            self._blink_s = at_s
            twice = self._chance() < 0.14  # noqa: PLR2004  # about one blink in seven is double
            rare = 1.5 if self._phase is Phase.LISTENING else 1.0
            self._next_blink_s = at_s + (0.33 if twice else rare * self._between(1.9, 5.6))
        since_s = at_s - self._blink_s
        if since_s < _SHUT_S:
            return 1.0 - _smooth(since_s / _SHUT_S)
        since_s -= _SHUT_S + _HELD_S
        return 0.0 if since_s < 0.0 else _smooth(min(since_s / _OPEN_S, 1.0))

    def _choose_motion(self, at_s: float, motion_over: bool) -> tuple[str, int]:  # noqa: FBT001  # a frame's fact
        """A one-shot when one is due; else an idle motion after a rest, and at once after a one-shot.

        The model keeps the last values of a finished motion; an idle motion takes them back to rest.
        """
        if self._phase is Phase.IDLE and at_s >= self._fidget_s:
            self._fidget_s = at_s + self._between(45.0, 120.0)
            fidget = _FIDGETS.get(self._perform.expression, "")
            self._motion = self._motion or (fidget if fidget in self._motions else "")
        if self._motion:
            motion, self._motion = self._motion, ""
            self._one_shot, self._resting = motion in self._motions, False
            return (motion, -1) if self._one_shot else ("", -1)
        if not motion_over:
            self._resting = False
            return "", -1
        if not self._resting:
            rest_s = 0.0 if self._one_shot or self._idle < 0 else self._between(5.0, 14.0)
            self._resting, self._one_shot = True, False
            self._rest_until_s = at_s + rest_s
        if at_s < self._rest_until_s or self._idle_motions == 0:
            return "", -1
        self._resting = False
        fresh = int(self._between(0.0, max(self._idle_motions - 1, 1)))
        fresh = min(fresh, max(self._idle_motions - 2, 0))
        self._idle = (self._idle + 1 + fresh) % self._idle_motions
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
