"""A bare stage for the built model: the real Cubism Core on an offscreen surface. Needs an X display.

For sheets and tests; the app has its own view.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
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

Picture = NDArray[np.uint8]
_STEP_S = 1 / 30
_SILENT = 3
_OFF = False


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

    def expressed(self, expression: str, speech: Mapping[str, float] | None = None) -> Picture:
        """A picture of a settled expression; `speech` is written over it as lip-sync would."""
        self.still()
        self.model.SetExpression(expression)
        self.run(2.0)
        for name, value in (speech or {}).items():
            self.model.SetParamById(f"Param{name}", value)
        return self.draw()

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


def over(picture: Picture, colour: str) -> Image.Image:
    """A picture on a background."""
    ground = Image.new("RGBA", (picture.shape[1], picture.shape[0]), colour)
    ground.alpha_composite(Image.fromarray(picture))
    return ground.convert("RGB")
