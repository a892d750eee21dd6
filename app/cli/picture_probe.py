"""What the desktop offers, found out in a process that may die of it: `python -m app.cli.picture_probe MODEL CACHE`.

Prints one JSON line a step, so that a crash tells how far it came: "desktop", then "opengl", then "picture".
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

_WIDTH, _HEIGHT = 200, 300
_LEAST_SHARE = 0.05


def main(argv: list[str]) -> int:
    """Step by step; 0 when she can be drawn."""
    app = QApplication(argv[:1])
    from app.avatar.desktop import desktop_here

    known = QGuiApplication.platformName() == "xcb"
    screens = [f"{screen.size().width()}×{screen.size().height()}" for screen in app.screens()]
    _tell(
        "desktop",
        platform=QGuiApplication.platformName(),
        screens=screens,
        composited=desktop_here().composited() if known else None,
        tray=QSystemTrayIcon.isSystemTrayAvailable(),
    )
    surface_format = QSurfaceFormat()
    surface_format.setAlphaBufferSize(8)
    context, surface = QOpenGLContext(), QOffscreenSurface()
    context.setFormat(surface_format)
    surface.setFormat(surface_format)
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return 1
    _tell("opengl", version=".".join(map(str, context.format().version())))
    share = _drawn_share(Path(argv[1]), Path(argv[2]))
    _tell("picture", share=round(share, 3))
    return 0 if share >= _LEAST_SHARE else 1


def _drawn_share(model: Path, cache: Path) -> float:
    """The share of a picture that she fills."""
    from app.avatar.figure import Figure
    from models.performance import Pose

    target = QOpenGLFramebufferObject(QSize(_WIDTH, _HEIGHT))
    target.bind()
    QOpenGLContext.currentContext().functions().glViewport(0, 0, _WIDTH, _HEIGHT)
    figure = Figure(model, cache)
    figure.resize(_WIDTH, _HEIGHT)
    figure.act(Pose(), 1 / 30)
    figure.draw()
    picture = target.toImage()
    drawn = sum(
        picture.pixelColor(x, y).alpha() > 0 for y in range(0, _HEIGHT, 4) for x in range(0, _WIDTH, 4)
    )
    return drawn / (_WIDTH // 4 * _HEIGHT // 4)


def _tell(step: str, **found: object) -> None:
    sys.stdout.write(json.dumps({"step": step, **found}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    code = main(sys.argv)
    sys.stdout.flush()
    import os

    os._exit(code)
