"""Her small motions: a flick of an ear, a sigh, a weight shift, each a few curves that begin and end at nothing.

They are added to the pose between the model's own motions, one at a time. Each is drawn by weight, never the same
twice in a row, and comes out of the drawing a little bigger or smaller, faster or slower, to the left or to the right,
so that no two look alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.performance.easing import between, draw, smooth
from models.performance.habits import Habits

Curve = tuple[tuple[float, float], ...]
"""Keys of time in seconds and value, eased through."""

MIRRORED = frozenset({"head_x", "head_z", "body_x", "body_z", "gaze_x", "tail"})
"""The channels that go the other way when a motion is done to the left."""

_EARS = {"ear_l": "ear_r", "ear_r": "ear_l"}
_LET_GO_S = 0.25
_EVEN = 0.5
_REMEMBERED = 3


@dataclass(frozen=True, slots=True)
class SmallMotion:
    """Curves by channel: the fields of a `Pose`; `lids` counts how far the lids are shut, 0..1."""

    curves: Mapping[str, Curve]

    @property
    def length_s(self) -> float:
        """When the last curve has ended."""
        return max(curve[-1][0] for curve in self.curves.values())


def _motion(**curves: str) -> SmallMotion:
    """Curves written as "seconds:value ..."."""
    return SmallMotion({channel: _curve(keys) for channel, keys in curves.items()})


def _curve(keys: str) -> Curve:
    return tuple((float(at), float(value)) for at, value in (key.split(":") for key in keys.split()))


SMALL: Mapping[str, SmallMotion] = {
    "ear_flick": _motion(ear_l="0:0 .08:-.75 .18:.25 .34:0"),
    "ears_up": _motion(
        ear_l="0:0 .12:.6 .9:.5 1.3:0", ear_r="0:0 .16:.6 .85:.5 1.25:0", head_y="0:0 .25:2 .9:2 1.4:0"
    ),
    "ears_back": _motion(
        ear_l="0:0 .25:-.6 1.6:-.55 2.1:0", ear_r="0:0 .25:-.6 1.6:-.55 2.1:0", head_y="0:0 .5:-3 1.5:-3 2:0"
    ),
    "weight_shift": _motion(
        body_z="0:0 1:5 4.2:4.6 5.4:0", body_x="0:0 1:3.5 4.2:3.2 5.4:0", head_z="0:0 1.2:-4 4:-3.5 5.2:0"
    ),
    "glance": _motion(
        gaze_x="0:0 .09:.65 1:.65 1.1:0", gaze_y="0:0 .09:.12 1:.12 1.1:0", head_x="0:0 .5:8 1.1:8 1.7:0"
    ),
    "look_away": _motion(
        gaze_x="0:0 .12:.7 2.5:.7 2.7:0", head_x="0:0 .6:18 2.5:17 3.3:0", head_y="0:0 .6:7 2.5:7 3.3:0",
        head_z="0:0 .7:4 2.5:4 3.3:0", body_x="0:0 .8:2.5 2.5:2.5 3.4:0", lids="0:0 .4:.4 2.3:.4 2.7:0",
    ),
    "look_down": _motion(
        gaze_y="0:0 .2:-.55 2.4:-.5 2.9:0", head_y="0:0 .8:-13 2.4:-12 3.4:0", head_x="0:0 .9:-3 2.4:-3 3.4:0",
        lids="0:0 .5:.25 2.3:.25 3:0",
    ),
    "look_up": _motion(
        gaze_y="0:0 .12:.6 1.6:.6 1.75:0", gaze_x="0:0 .12:.3 1.6:.3 1.75:0", head_y="0:0 .5:10 1.6:10 2.3:0"
    ),
    "peek": _motion(gaze_y="0:0 .15:.45 1.4:.45 1.6:0", head_y="0:0 .5:-4 1.3:-4 2:0", head_z="0:0 .6:3 1.4:3 2:0"),
    "head_tilt": _motion(
        head_z="0:0 .45:10 2.1:9.5 2.9:0", head_x="0:0 .5:2 2:2 2.8:0", ear_r="0:0 .3:.3 1.9:.3 2.6:0"
    ),
    "sigh": _motion(
        breath="0:0 .9:.5 1.3:.5 2.3:-.4 3.2:0", body_y="0:0 .9:3 2.1:-4 3.3:0", head_y="0:0 1:4 2.2:-9 3.4:0",
        ear_l="0:0 1.2:0 2.1:-.3 3.2:0", ear_r="0:0 1.2:0 2.1:-.3 3.2:0",
    ),
    "stretch": _motion(
        body_y="0:0 .9:6 1.9:7 2.8:0", head_y="0:0 .9:12 1.9:13 2.8:0", head_z="0:0 1:-3 1.8:4 2.8:0",
        lids="0:0 .6:.8 1.9:.85 2.5:0", ear_l="0:0 .9:-.4 1.9:-.4 2.6:0", ear_r="0:0 .9:-.4 1.9:-.4 2.6:0",
    ),
    "slow_blink": _motion(lids="0:0 .55:1 .85:1 1.5:0", head_y="0:0 .6:-2 1.6:0"),
    "tail_flick": _motion(tail="0:0 .22:.8 .5:-.5 .85:.15 1.1:0"),
    "tail_swish": _motion(tail="0:0 .45:.9 1:-.9 1.55:.8 2.1:-.6 2.7:0"),
    "tail_lash": _motion(tail="0:0 .2:1 .5:-1 .78:.9 1.1:-.4 1.5:0", ear_l="0:0 .2:-.3 .9:-.3 1.2:0"),
    "sway": _motion(
        body_z="0:0 .8:5 2:-5 3.2:4.4 4.2:-1.6 5:0", head_z="0:0 .9:-5 2.1:5 3.3:-4.4 4.3:1.4 5.1:0",
        tail="0:0 .9:.5 2.1:-.5 3.3:.4 4.6:0",
    ),
    "bounce": _motion(
        hop="0:0 .18:-.3 .42:.25 .64:-.25 .86:.2 1.05:-.1 1.3:0", ear_l="0:0 .42:.4 .64:-.2 .86:.4 1.3:0",
        ear_r="0:0 .45:.4 .67:-.2 .89:.4 1.3:0", head_y="0:0 .2:-3 .45:3.5 .67:-3 .89:3 1.3:0",
    ),
    "chuckle": _motion(
        body_y="0:0 .17:-3 .34:1 .51:-3 .68:1 .85:-2.4 1.2:0", head_y="0:0 .2:-5 .37:1 .54:-5 .71:1 .88:-4 1.25:0",
    ),
    "huff": _motion(
        breath="0:0 .4:.5 .85:-.4 1.4:0", body_y="0:0 .4:4 .8:-3 1.4:0", head_y="0:0 .4:7 .8:-6 1.4:0",
    ),
    "nod_off": _motion(
        head_y="0:0 2.6:-14 2.85:-15 3.2:5 3.6:2 4.3:0", head_z="0:0 2.6:4 3.15:0", lids="0:0 2.3:.95 2.9:1 3.05:0",
        ear_l="0:0 2.4:-.4 2.9:-.4 3.05:.6 4.2:0", ear_r="0:0 2.4:-.4 2.9:-.4 3.05:.6 4.2:0",
    ),
}  # fmt: skip


class SmallMotions:
    """Draws small motions and plays them."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._recent: tuple[str, ...] = ()
        self._playing: SmallMotion | None = None
        self._began_s = self._let_go_s = 0.0
        self._due_s: float | None = None
        self._size = self._tempo = 1.0
        self._left = False

    @property
    def playing(self) -> bool:
        """Whether one is being played."""
        return self._playing is not None

    @property
    def last(self) -> str:
        """The name of the one drawn last, empty before the first."""
        return self._recent[-1] if self._recent else ""

    def let_go(self, at_s: float) -> None:
        """Something happened: fade out what is being played, and begin no other for a while."""
        self._let_go_s = min(self._let_go_s, at_s)
        self._due_s = None

    def step(self, at_s: float, habits: Habits, energy: float, *, free: bool) -> Mapping[str, float]:
        """What to add to the pose at `at_s`, by channel. `free`: she may begin another."""
        if self._due_s is None:
            self._due_s = at_s + self._rest_s(habits, energy)
        if self._playing is not None and (self._over(at_s) or at_s >= self._let_go_s + _LET_GO_S):
            self._playing = None
        if self._playing is None and at_s >= self._due_s:
            lasts_s = self._begin(at_s, habits) if free else 0.0
            self._due_s = at_s + lasts_s + self._rest_s(habits, energy)
        return self._values(at_s)

    def _rest_s(self, habits: Habits, energy: float) -> float:
        return habits.rest * (1.5 - energy) * between(self._chance, 4.0, 15.0)

    def _begin(self, at_s: float, habits: Habits) -> float:
        """Begin one; the answer is for how long it plays, in seconds."""
        known = {name: weight for name, weight in habits.small.items() if name in SMALL}
        name = draw(known, self._recent, self._chance)
        if name is None:
            return 0.0
        self._recent = (*self._recent, name)[-_REMEMBERED:]
        self._playing = SMALL[name]
        self._began_s, self._let_go_s = at_s, float("inf")
        self._size = between(self._chance, 0.75, 1.1)
        self._tempo = between(self._chance, 0.85, 1.2)
        self._left = self._chance() < _EVEN
        return self._playing.length_s / self._tempo

    def _over(self, at_s: float) -> bool:
        return self._playing is not None and (at_s - self._began_s) * self._tempo >= self._playing.length_s

    def _values(self, at_s: float) -> Mapping[str, float]:
        if self._playing is None:
            return {}
        weight = self._size * (1.0 - smooth((at_s - self._let_go_s) / _LET_GO_S))
        since_s = (at_s - self._began_s) * self._tempo
        values = {}
        for channel, curve in self._playing.curves.items():
            value = weight * at(curve, since_s)
            if self._left:
                values[_EARS.get(channel, channel)] = -value if channel in MIRRORED else value
            else:
                values[channel] = value
        return values


def at(curve: Curve, time_s: float) -> float:
    """A curve's value: the last key's after it."""
    n = bisect_right(curve, time_s, key=lambda key: key[0])
    if n >= len(curve):
        return curve[-1][1]
    (from_s, before), (to_s, after) = curve[max(n - 1, 0)], curve[n]
    return before + (after - before) * smooth((time_s - from_s) / (to_s - from_s))
