"""A model's parameters, moved by poses. No window, no OpenGL: the Cubism Core alone.

The order inside `act` is the Cubism framework's own with three differences: faces are blended by `app.avatar.faces`,
the pose is added after motion and face but before physics, so that hair and tail feel it, and the mouth is set last,
so that speech wins over every face.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.avatar.cubism import CubismModel
from app.avatar.faces import read_faces
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
    ("hop", ("ParamHop",)),
    ("ear_l", ("ParamEarL",)),
    ("ear_r", ("ParamEarR",)),
    ("tail", ("ParamTailWag", "ParamTail")),
)
_BREATH = ("ParamBreath", "PARAM_BREATH")
_LIDS = (("ParamEyeLOpen", "PARAM_EYE_L_OPEN"), ("ParamEyeROpen", "PARAM_EYE_R_OPEN"))
_OPEN = ("ParamMouthOpenY", "PARAM_MOUTH_OPEN_Y")
_FORM = ("ParamMouthForm", "PARAM_MOUTH_FORM")
_VOWELS = (("a", "ParamA"), ("i", "ParamI"), ("u", "ParamU"), ("e", "ParamE"), ("o", "ParamO"))
_AWAY = (("ParamCatMouth", 0.0), ("ParamMouthSkew", 0.4), ("ParamMouthSize", 0.5))
"""What a face does to a mouth besides: how much of it is left while she talks."""

_SMILE, _SPREAD = 0.6, 0.7
"""How much of a face's smile is left while she talks, and how far a sound spreads the lips."""

_IDLE = "idle"
_OFF = False
_PRIORITY_IDLE, _PRIORITY_FORCE = 1, 3


class Puppet:
    """A loaded live2d `model`, whose `description` is its model3.json and lies in `folder`.

    Raises OSError, ValueError or KeyError when a file it names cannot be read.
    """

    def __init__(self, model: CubismModel, folder: Path, description: Mapping[str, Any]) -> None:
        self._model = model
        model.SetAutoBlink(_OFF)
        model.SetAutoBreath(_OFF)
        ids = {name: index for index, name in enumerate(model.GetParamIds())}
        self._added = [(field, i) for field, names in _ADDED for i in _indexes(ids, names)[:1]]
        self._breath = _indexes(ids, _BREATH)
        self._lids = [i for names in _LIDS for i in _indexes(ids, names)]
        self._open = _indexes(ids, tuple(_lip_sync(description)) or _OPEN) or _indexes(ids, _OPEN)
        self._form = _indexes(ids, _FORM)
        self._vowels = [(vowel, ids[name]) for vowel, name in _VOWELS if name in ids]
        self._away = [(ids[name], left) for name, left in _AWAY if name in ids]
        self._faces = read_faces(folder, description, ids)
        groups: dict[str, int] = model.GetMotionGroups()
        self.idle_motions = {name: count for name, count in groups.items() if name.lower().startswith(_IDLE)}
        """How many idle motions it has, by group."""
        self.motions = frozenset(groups) - frozenset(self.idle_motions)
        """Its one-shot motion groups."""
        self.blinking = _blinking(folder, description)
        """The groups whose motions shut the eyes themselves."""

    @property
    def expressions(self) -> tuple[str, ...]:
        """The names of its expressions, in lower case."""
        return self._faces.names

    @property
    def motion_over(self) -> bool:
        """Whether no motion is playing. Looping motions, too, end after one pass."""
        return bool(self._model.IsMotionFinished())

    def act(self, pose: Pose, dt_s: float) -> None:
        """Move on by `dt_s` and take `pose`."""
        model = self._model
        if pose.motion:
            model.StartMotion(pose.motion, 0, _PRIORITY_FORCE)
        elif pose.idle_motion >= 0:
            model.StartMotion(pose.idle_group, pose.idle_motion, _PRIORITY_IDLE)
        model.LoadParameters()
        model.UpdateMotion(dt_s)
        model.SaveParameters()
        self._faces.step(pose.expression, dt_s, pose.lids)
        self._faces.apply(model.GetParamValueByIndex, model.SetParamByIndex)
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

    def _speak(self, pose: Pose) -> None:
        model, mouth, share = self._model, pose.mouth, pose.speech
        for index in self._form:
            smile = _SMILE * model.GetParamValueByIndex(index) + _SPREAD * mouth.form
            model.SetParamByIndex(index, min(max(smile, -1.0), 1.0), share)
        for index in self._open:
            model.SetParamByIndex(index, mouth.open, share)
        for vowel, index in self._vowels:
            model.SetParamByIndex(index, getattr(mouth, vowel), share)
        for index, left in self._away:
            model.SetParamByIndex(index, left * model.GetParamValueByIndex(index), share)


def _blinking(folder: Path, description: Mapping[str, Any]) -> frozenset[str]:
    groups = description["FileReferences"].get("Motions", {})
    return frozenset(
        name
        for name, motions in groups.items()
        if any(_LIDS[0][0] in (folder / motion["File"]).read_text(encoding="utf-8") for motion in motions)
    )


def _indexes(ids: Mapping[str, int], names: tuple[str, ...]) -> list[int]:
    return [ids[name] for name in names if name in ids]


def _lip_sync(description: Mapping[str, Any]) -> list[str]:
    groups = description.get("Groups")
    if not isinstance(groups, list):
        return []
    return [name for group in groups if group.get("Name") == "LipSync" for name in group.get("Ids", ())]
