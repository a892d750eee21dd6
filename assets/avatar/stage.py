"""A bare stage for the built model: the real Cubism Core on an offscreen surface. Needs an X display.

For sheets and tests; the app has its own view.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import live2d
import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from assets.avatar.source.rig.assemble import CANVAS
from models.visemes import Mouth, MouthTrack, Viseme, VisemeSpan, mouth_at

MODEL = Path(__file__).parent / "vesper" / "vesper.model3.json"
Picture = NDArray[np.uint8]
_STEP_S = 1 / 30
_SILENT = 3
_OFF = False


@dataclass(frozen=True)
class Film:
    """One motion of a model: number `number` of its `group`, `seconds` long."""

    group: str
    number: int
    file: str
    seconds: float

    @property
    def feeling(self) -> str:
        """The expression it belongs to."""
        return self.group.removeprefix("Idle").lower() if self.group.startswith("Idle") else ""


class Stage:
    """One model, drawn `height` px high into RGBA pictures with straight alpha. One per process."""

    def __init__(self, model_json: Path, height: int = 440) -> None:
        surface_format = QSurfaceFormat()
        surface_format.setAlphaBufferSize(8)
        QSurfaceFormat.setDefaultFormat(surface_format)
        self._app = QGuiApplication.instance() or QGuiApplication([])
        self._surface = QOffscreenSurface()
        self._surface.create()
        self._context = QOpenGLContext()
        self._context.create()
        self._context.makeCurrent(self._surface)
        live2d.init()
        live2d.setLogLevel(_SILENT)
        live2d.glInit()
        self.model: Any = live2d.Model()
        self.model.LoadModelJson(str(model_json))
        for habit in (self.model.SetAutoBlink, self.model.SetAutoBreath):
            habit(_OFF)
        self.names = [str(name) for name in self.model.GetDrawableIds()]
        self.resize(height)

    def resize(self, height: int) -> None:
        """Change the picture's height; the width follows the canvas."""
        self.height, self.width = height, round(height * CANVAS[0] / CANVAS[1])
        target = QOpenGLFramebufferObjectFormat()
        target.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
        self._buffer = QOpenGLFramebufferObject(QSize(self.width, self.height), target)
        self.model.Resize(self.width, self.height)

    def draw(self) -> Picture:
        """The model as it stands."""
        self._buffer.bind()
        GL.glViewport(0, 0, self.width, self.height)
        live2d.clearBuffer(0, 0, 0, 0)
        self.model.Draw()
        GL.glFinish()
        image = self._buffer.toImage().convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
        row = image.bytesPerLine() // 4
        pixels = (
            np.frombuffer(image.constBits(), np.uint8)
            .reshape(image.height(), row, 4)[:, : self.width]
            .astype(np.float64)
        )
        alpha = pixels[..., 3:]
        pixels[..., :3] = np.where(alpha > 0, pixels[..., :3] * 255 / np.maximum(alpha, 1), 0)
        return pixels.clip(0, 255).astype(np.uint8)

    def pose(self, values: Mapping[str, float]) -> None:
        """Defaults, then values by parameter name without "Param"."""
        self.model.ResetAllParameters()
        for name, value in values.items():
            self.model.SetParamById(f"Param{name}", value)

    def posed(self, values: Mapping[str, float]) -> Picture:
        """A picture of a pose."""
        self.pose(values)
        return self.draw()

    def still(self) -> None:
        """Back to rest: no motion, no expression, physics settled."""
        self.model.StopAllMotions()
        self.model.ResetExpressions()
        self.model.ResetAllParameters()
        self.run(1.4)

    def run(self, seconds: float) -> None:
        """Let time pass."""
        for _ in range(round(seconds / _STEP_S)):
            self.model.Update(_STEP_S)

    def wear(self, expression: str) -> None:
        """Settle into an expression."""
        self.still()
        self.model.SetExpression(expression)
        self.run(2.0)

    def expressed(self, expression: str, speech: Mapping[str, float] | None = None) -> Picture:
        """A picture of a settled expression; `speech` is written over it as lip-sync would."""
        self.wear(expression)
        for name, value in (speech or {}).items():
            self.model.SetParamById(f"Param{name}", value)
        return self.draw()

    def spoken(self, mouth: Mouth) -> Picture:
        """A picture of her as she stands, saying something: the mouth goes over the expression as in the app."""
        self.run(_STEP_S)
        smile = 0.6 * self.model.GetParamValueById("ParamMouthForm") + 0.7 * mouth.form
        vowels = {name.upper(): getattr(mouth, name) for name in "aiueo"}
        said = {"MouthForm": min(max(smile, -1.0), 1.0), "MouthOpenY": mouth.open, "CatMouth": 0.0, **vowels}
        for name, value in said.items():
            self.model.SetParamById(f"Param{name}", value)
        return self.draw()

    def filmed(self, film: Film, count: int) -> list[Picture]:
        """`count` pictures of a motion, until it comes to rest; those of a feeling with its expression."""
        self.still()
        if film.feeling:
            self.model.SetExpression(film.feeling)
            self.run(1.0)
        self.model.StartMotion(film.group, film.number, 3)
        pictures, now = [], 0.0
        for k in range(count):
            time = film.seconds * 0.86 * (k + 0.6) / count
            self.run(time - now)
            now = time
            pictures.append(self.draw())
        return pictures

    def vertices(self, name: str) -> NDArray[np.float64]:
        """A drawable's vertices in canvas pixels from the top-left corner, after `draw`."""
        flat = np.array(self.model.GetDrawableVertices(self.names.index(name)), dtype=np.float64).reshape(
            -1, 2
        )
        width, height = CANVAS
        return np.stack([flat[:, 0] * height + width / 2, height / 2 - flat[:, 1] * height], axis=1)


def expressions(model_json: Path) -> list[str]:
    """The expression names of a model, in its order."""
    index = json.loads(model_json.read_text())
    return [row["Name"] for row in index["FileReferences"]["Expressions"]]


def films(model_json: Path = MODEL) -> list[Film]:
    """The motions of a model, in its order."""
    rows = json.loads(model_json.read_text())["FileReferences"]["Motions"]
    return [
        Film(group, number, Path(row["File"]).name.split(".")[0], _seconds(model_json.parent / row["File"]))
        for group, motions in rows.items()
        for number, row in enumerate(motions)
    ]


def _seconds(motion: Path) -> float:
    return float(json.loads(motion.read_text())["Meta"]["Duration"])


def viseme_mouth(viseme: Viseme) -> Mouth:
    """The mouth of a viseme that is held."""
    return mouth_at(MouthTrack(1.0, (VisemeSpan(viseme, 0.0, 1.0),)), 0.5)


def over(picture: Picture, colour: str) -> Image.Image:
    """A picture on a background."""
    ground = Image.new("RGBA", (picture.shape[1], picture.shape[0]), colour)
    ground.alpha_composite(Image.fromarray(picture))
    return ground.convert("RGB")
