"""The Live2D model as a body that takes poses. Needs a current OpenGL context from birth to `close`.

One frame is `act` then `draw`. The order inside `act` is the Cubism framework's own with two differences: the pose is
added after motion and expression but before physics, so that hair and tail feel it, and the mouth is set last, so
that speech wins over every face.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.avatar.cubism import live2d
from app.avatar.shaders import shaders_for
from models.performance import Pose

_ADDED = (
    ("head_x", ("ParamAngleX", "PARAM_ANGLE_X")),
    ("head_y", ("ParamAngleY", "PARAM_ANGLE_Y")),
    ("head_z", ("ParamAngleZ", "PARAM_ANGLE_Z")),
    ("body_x", ("ParamBodyAngleX", "PARAM_BODY_ANGLE_X")),
    ("body_y", ("ParamBodyAngleY", "PARAM_BODY_ANGLE_Y")),
    ("body_z", ("ParamBodyAngleZ", "PARAM_BODY_ANGLE_Z")),
    ("gaze_x", ("ParamEyeBallX", "PARAM_EYE_BALL_X")),
    ("gaze_y", ("ParamEyeBallY", "PARAM_EYE_BALL_Y")),
    ("ears", ("ParamEarL",)),
    ("ears", ("ParamEarR",)),
)
_BREATH = ("ParamBreath", "PARAM_BREATH")
_LIDS = (("ParamEyeLOpen", "PARAM_EYE_L_OPEN"), ("ParamEyeROpen", "PARAM_EYE_R_OPEN"))
_OPEN = ("ParamMouthOpenY", "PARAM_MOUTH_OPEN_Y")
_FORM = ("ParamMouthForm", "PARAM_MOUTH_FORM")
_VOWELS = (("a", "ParamA"), ("i", "ParamI"), ("u", "ParamU"), ("e", "ParamE"), ("o", "ParamO"))
_INSTEAD = ("ParamCatMouth",)
"""Drawn mouths that stand in for the speaking one; they make room while she talks."""
_IDLE_GROUPS = ("Idle", "idle")
_PRIORITY_IDLE, _PRIORITY_FORCE = 1, 3


class Figure:
    """One loaded model. `cache` is a folder for files that can be made again.

    The model file is parsed by the Core in this process: check unknown ones first (`app.avatar.probe`). Raises
    OSError, ValueError or KeyError when the model's description cannot be read.
    """

    def __init__(self, model_file: Path, cache: Path) -> None:
        description = json.loads(model_file.read_text(encoding="utf-8"))
        moc = model_file.parent / description["FileReferences"]["Moc"]
        _start(shaders_for(moc, Path(live2d.__file__).parent, cache))
        live2d.glInit()
        self._model = model = live2d.Model()
        model.LoadModelJson(str(model_file))
        model.SetAutoBlink(False)  # noqa: FBT003  # live2d's signature
        model.SetAutoBreath(False)  # noqa: FBT003
        ids = {name: index for index, name in enumerate(model.GetParamIds())}
        self._added = [(field, i) for field, names in _ADDED for i in _indexes(ids, names)]
        self._breath = _indexes(ids, _BREATH)
        self._lids = [i for names in _LIDS for i in _indexes(ids, names)]
        self._open = _indexes(ids, tuple(_lip_sync(description)) or _OPEN) or _indexes(ids, _OPEN)
        self._form = _indexes(ids, _FORM)
        self._vowels = [(vowel, ids[name]) for vowel, name in _VOWELS if name in ids]
        self._instead = _indexes(ids, _INSTEAD)
        self._expressions = {name.lower(): name for name in model.GetExpressions()}
        groups: dict[str, int] = model.GetMotionGroups()
        self._idle_group = next((name for name in _IDLE_GROUPS if name in groups), "")
        self.idle_motions: int = groups.get(self._idle_group, 0)
        """How many idle motions it has."""
        self.motions = frozenset(groups) - {self._idle_group}
        """Its one-shot motion groups."""
        self.motions_blink = _motions_blink(model_file.parent, description)
        """Whether its idle motions shut the eyes themselves."""
        self._areas = [area["Name"] for area in description.get("HitAreas", ()) if "Name" in area]
        self._expression = ""

    @property
    def expressions(self) -> tuple[str, ...]:
        """The names of its expressions, in lower case."""
        return tuple(self._expressions)

    @property
    def motion_over(self) -> bool:
        """Whether no motion is playing. Looping motions, too, end after one pass."""
        return bool(self._model.IsMotionFinished())

    def resize(self, width: int, height: int) -> None:
        """Fit the model into a picture of this many physical pixels."""
        self._model.Resize(width, height)

    def frame(self, scale: float, x: float, y: float) -> None:
        """Draw `scale` times as big as fits the canvas, moved by `x`, `y` half windows to the right and up."""
        self._model.SetScale(scale)
        self._model.SetOffset(x, y)

    def act(self, pose: Pose, dt_s: float) -> None:
        """Move on by `dt_s` and take `pose`."""
        model = self._model
        if pose.expression != self._expression:
            self._wear(pose.expression)
        if pose.motion:
            model.StartMotion(pose.motion, 0, _PRIORITY_FORCE)
        elif pose.idle_motion >= 0:
            model.StartMotion(self._idle_group, pose.idle_motion, _PRIORITY_IDLE)
        model.LoadParameters()
        model.UpdateMotion(dt_s)
        model.SaveParameters()
        model.UpdateExpression(dt_s)
        for field, index in self._added:
            model.AddParamByIndex(index, getattr(pose, field))
        for index in self._breath:
            model.SetParamByIndex(index, pose.breath)
        if pose.lids < 1.0:
            for index in self._lids:
                model.SetParamByIndex(index, model.GetParamValueByIndex(index) * pose.lids)
        model.UpdatePhysics(dt_s)
        model.UpdatePose(dt_s)
        if pose.speech > 0.0:
            self._speak(pose)

    def draw(self) -> None:
        """Draw onto a cleared, transparent picture; the result is premultiplied."""
        live2d.clearBuffer(0.0, 0.0, 0.0, 0.0)
        self._model.Draw()

    def hit(self, x: float, y: float) -> str:
        """The hit area under a point in physical pixels from the top left; empty when there is none."""
        return next((area for area in self._areas if self._model.IsAreaHit(area, x, y)), "")

    def close(self) -> None:
        """Give the model and its OpenGL objects back."""
        del self._model
        live2d.glRelease()

    def _wear(self, expression: str) -> None:
        self._expression = expression
        name = self._expressions.get(expression.lower())
        if name is None:
            self._model.ResetExpression()
        else:
            self._model.SetExpression(name)

    def _speak(self, pose: Pose) -> None:
        model, mouth, share = self._model, pose.mouth, pose.speech
        for index in self._form:
            smile = 0.6 * model.GetParamValueByIndex(index) + 0.7 * mouth.form
            model.SetParamByIndex(index, min(max(smile, -1.0), 1.0), share)
        for index in self._open:
            model.SetParamByIndex(index, mouth.open, share)
        for vowel, index in self._vowels:
            model.SetParamByIndex(index, getattr(mouth, vowel), share)
        for index in self._instead:
            model.SetParamByIndex(index, 0.0, share)


@cache
def _start(shaders: Path) -> None:
    """Start the framework: once in a process, for it cannot be stopped and started again."""
    if _start.cache_info().currsize:
        raise ValueError("This avatar's blend modes need Vesper to be started anew.")
    live2d.enableLog(False)  # noqa: FBT003  # live2d's signature
    live2d.init_internal(str(shaders))


def _motions_blink(folder: Path, description: dict[str, Any]) -> bool:
    motions = description["FileReferences"].get("Motions", {})
    files = [motion["File"] for name in _IDLE_GROUPS for motion in motions.get(name, ())]
    return any(_LIDS[0][0] in (folder / name).read_text(encoding="utf-8") for name in files)


def _indexes(ids: dict[str, int], names: tuple[str, ...]) -> list[int]:
    return [ids[name] for name in names if name in ids]


def _lip_sync(description: dict[str, object]) -> list[str]:
    groups = description.get("Groups")
    if not isinstance(groups, list):
        return []
    return [name for group in groups if group.get("Name") == "LipSync" for name in group.get("Ids", ())]
