"""The Live2D model drawn with OpenGL. Needs a current context from birth to `close`.

One frame is `puppet.act` then `draw`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from app.avatar.cubism import live2d
from app.avatar.puppet import Puppet
from app.avatar.shaders import shaders_for
from models.performance import Pose

_QUIET = False


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
        self.puppet = Puppet(model, model_file.parent, description)
        """What moves it, and what it can do."""
        self._areas = [area["Name"] for area in description.get("HitAreas", ()) if "Name" in area]

    def act(self, pose: Pose, dt_s: float) -> None:
        """Move on by `dt_s` and take `pose`."""
        self.puppet.act(pose, dt_s)

    def resize(self, width: int, height: int) -> None:
        """Fit the model into a picture of this many physical pixels."""
        self._model.Resize(width, height)

    def frame(self, scale: float, x: float, y: float) -> None:
        """Draw `scale` times as big as fits the canvas, moved by `x`, `y` half windows to the right and up."""
        self._model.SetScale(scale)
        self._model.SetOffset(x, y)

    def draw(self) -> None:
        """Draw onto a cleared, transparent picture; the result is premultiplied."""
        live2d.clearBuffer(0.0, 0.0, 0.0, 0.0)
        self._model.Draw()

    def hit(self, x: float, y: float) -> str:
        """The hit area under a point in physical pixels from the top left; empty when there is none."""
        return next((area for area in self._areas if self._model.IsAreaHit(area, x, y)), "")

    def close(self) -> None:
        """Give the model and its OpenGL objects back."""
        del self.puppet, self._model
        live2d.glRelease()


@cache
def _start(shaders: Path) -> None:
    """Start the framework: once in a process, for it cannot be stopped and started again."""
    if _start.cache_info().currsize:
        raise ValueError("This avatar's blend modes need Vesper to be started anew.")
    live2d.enableLog(_QUIET)
    live2d.init_internal(str(shaders))
