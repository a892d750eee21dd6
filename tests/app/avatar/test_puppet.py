"""The model's parameters through the real Core: changes of face ease, speech keeps its mouth."""

from __future__ import annotations

from itertools import pairwise, permutations
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.avatar.live import Live
from app.avatar.puppet import Puppet
from models.commands import Perform
from models.expression import Expression
from models.performance import Around, Performance, Pose
from models.performance.small import MIRRORED, SMALL, at
from models.visemes import Mouth
from tests.app.avatar.conftest import Her

FRAME_S = 1 / 60
SAID = Mouth(open=0.5, a=0.6)
_BLINKED = 0.62
"""How far a lid may go in a frame, as a share of its range: a blink's own pace."""

_BEHIND_LIDS = 0.25
"""How far the shape of an eye may."""

_EASED = 0.16
"""How far all else may."""


class Body:
    """Her real model and her mind, one frame at a time, without pictures; nothing but a face moves it."""

    def __init__(self, live: Live) -> None:
        self.puppet: Puppet = live._figure.puppet
        self.model: Any = live._figure._model
        self.ids = [name.removeprefix("Param") for name in self.model.GetParamIds()]
        self.range = [
            self.model.GetParamMaxByIndex(i) - self.model.GetParamMinByIndex(i) for i in range(len(self.ids))
        ]
        self.stage = live.stage
        self.mind = Performance(Random(1).random)
        self.now_s = 0.0

    def picture(self) -> NDArray[np.int16]:
        picture = self.stage.picture()
        return np.frombuffer(picture.constBits(), np.uint8).astype(np.int16)

    def alpha(self) -> NDArray[np.uint8]:
        picture = self.stage.picture()
        pixels = np.frombuffer(picture.constBits(), np.uint8).copy()
        return pixels.reshape(picture.height(), -1, 4)[..., 3]

    def frame(self, mouth: Mouth | None, dt_s: float = FRAME_S) -> list[float]:
        self.now_s += dt_s
        self.puppet.act(self.mind.step(self.now_s, Around(9.0, 9.0), mouth), dt_s)
        return [self.model.GetParamValueByIndex(i) for i in range(len(self.ids))]

    def wear(self, face: str, seconds: float, mouth: Mouth | None = None) -> list[list[float]]:
        phase = "idle" if mouth is None else "speaking"
        self.mind.perform(Perform(phase, face), self.now_s)
        return [self.frame(mouth) for _ in range(round(seconds / FRAME_S))]

    def value(self, frame: list[float], name: str) -> float:
        return frame[self.ids.index(name)]

    def furthest(self, frames: list[list[float]]) -> dict[str, float]:
        """How far every parameter went at most from one frame to the next, as a share of its range."""
        return {
            name: max(abs(b[i] - a[i]) for a, b in pairwise(frames)) / self.range[i]
            for i, name in enumerate(self.ids)
        }


def allowed(name: str) -> float:
    if name in {"EyeLOpen", "EyeROpen"}:
        return _BLINKED
    return _BEHIND_LIDS if name.startswith("Eye") and "Ball" not in name else _EASED


@pytest.fixture
def body(her: Her) -> Body:
    her.show()
    assert her.window._live is not None
    her.window._live._clock.stop()
    her.window._live._figure._model.StopAllMotions()
    return Body(her.window._live)


@pytest.mark.parametrize("mouth", [None, SAID], ids=["silent", "speaking"])
def test_no_change_of_face_makes_anything_jump(body: Body, mouth: Mouth | None) -> None:
    seen: dict[str, tuple[float, str]] = {}
    for one, other in permutations(Expression, 2):
        start = body.wear(one, 0.7, mouth)[-1]
        for name, far in body.furthest([start, *body.wear(other, 0.7, mouth)]).items():
            seen[name] = max(seen.get(name, (0.0, "")), (far, f"{one} → {other}"))
    assert {name: worst for name, worst in seen.items() if worst[0] > allowed(name)} == {}


def test_eyes_change_their_shape_behind_shut_lids(body: Body) -> None:
    before = body.wear("idle", 1.0)[-1]
    for frame in body.wear("love", 1.0):
        if abs(body.value(frame, "EyeHeart") - body.value(before, "EyeHeart")) > _EASED:
            assert body.value(frame, "EyeLOpen") < 0.35
        before = frame
    assert body.value(before, "EyeHeart") > 0.95


def test_words_keep_their_mouth_whatever_face_comes(body: Body) -> None:
    body.wear("idle", 1.0, SAID)
    for face in Expression:
        for frame in body.wear(face, 0.25, SAID):
            assert body.value(frame, "MouthOpenY") == pytest.approx(SAID.open, abs=0.01)
            assert body.value(frame, "A") == pytest.approx(SAID.a, abs=0.01)
            assert body.value(frame, "CatMouth") == pytest.approx(0.0, abs=0.01)


def test_an_open_laugh_gives_way_to_words_and_comes_back_without_a_jump(body: Body) -> None:
    quiet = body.wear("laughing", 2.0)[-1]
    assert body.value(quiet, "MouthOpenY") > 0.9
    frames = [quiet, *body.wear("laughing", 1.0, Mouth()), *body.wear("laughing", 1.0)]
    opened = [body.value(frame, "MouthOpenY") for frame in frames]
    assert min(opened) < 0.01
    assert opened[-1] > 0.9
    assert body.furthest(frames)["MouthOpenY"] < 0.27
    assert body.furthest(frames[62:])["MouthOpenY"] < 0.1


def test_many_faces_in_a_second_neither_jump_nor_flicker(body: Body) -> None:
    frames = [body.wear("idle", 1.0)[-1]]
    for face in ("happy", "angry", "love", "sad", "surprised"):
        frames += body.wear(face, 0.2)
    frames += body.wear("surprised", 1.5)
    assert {name: far for name, far in body.furthest(frames).items() if far > allowed(name)} == {}
    assert body.value(frames[-1], "Exclaim") > 0.95
    assert abs(body.value(frames[-1], "EyeHeart")) < 0.01
    lids = [body.value(frame, "EyeLOpen") for frame in frames]
    assert sum(a > 0.0 == b for a, b in pairwise(lids)) <= 5


def test_a_change_after_rest_at_ten_frames_a_second_does_not_jump(body: Body) -> None:
    before = body.wear("idle", 1.0)[-1]
    body.mind.perform(Perform("idle", "angry"), body.now_s)
    far = body.furthest([before, body.frame(None, 0.1)])
    assert {name: worst for name, worst in far.items() if worst > _EASED} == {}


@pytest.mark.parametrize("mouth", [None, SAID], ids=["silent", "speaking"])
def test_pictures_of_a_change_lead_over_in_small_steps(body: Body, mouth: Mouth | None) -> None:
    """No picture differs from the one before by more than a share of what the whole change makes."""
    steps = {}
    for one, other in (
        ("idle", "surprised"),
        ("love", "angry"),
        ("thinking", "laughing"),
        ("sleepy", "excited"),
    ):
        body.wear(one, 1.5, mouth)
        pictures = [body.picture()]
        body.mind.perform(Perform("idle" if mouth is None else "speaking", other), body.now_s)
        for _ in range(48):
            body.frame(mouth)
            pictures.append(body.picture())
        whole = np.abs(pictures[-1] - pictures[0]).mean()
        steps[one, other] = max(np.abs(b - a).mean() for a, b in pairwise(pictures)) / whole
    assert max(steps.values()) < 0.35, steps


def test_nothing_she_does_by_herself_or_in_hands_leaves_her_window(body: Body) -> None:
    """The outermost pixels stay empty through every small motion at its biggest, and while she is swung about."""

    def touches() -> bool:
        alpha = body.alpha()
        return bool(alpha[0].any() or alpha[:, 0].any() or alpha[:, -1].any())

    cut: list[str] = []
    for name, motion in SMALL.items():
        for mirrored in (1.0, -1.0):
            for share in (0.25, 0.5, 0.75):
                add = {
                    field: 1.1 * at(curve, share * motion.length_s) for field, curve in motion.curves.items()
                }
                signed = {f: v * (mirrored if f in MIRRORED else 1.0) for f, v in add.items() if f != "lids"}
                for _ in range(12):
                    body.puppet.act(Pose(**signed), 1 / 12)  # type: ignore[arg-type]  # floats by name
                cut += [name] if touches() else []
    for swing in (1.0, -1.0):
        held = Pose(head_z=-14.0 * swing, body_z=-7.0 * swing, body_x=5.0 * swing, tail=0.5 * swing)
        for _ in range(12):
            body.puppet.act(held, 1 / 12)
        cut += ["held"] if touches() else []
    assert cut == []


def test_it_knows_what_the_model_can_do(body: Body) -> None:
    assert set(body.puppet.expressions) == set(Expression)
    assert body.puppet.idle_motions["Idle"] >= 4
    assert {"TapHead", "TapBody", "Startle", "Shake", "Yawn", "Hop", "Wave"} <= body.puppet.motions
    assert not any(name.startswith("Idle") for name in body.puppet.motions)
    assert "Yawn" in body.puppet.blinking
