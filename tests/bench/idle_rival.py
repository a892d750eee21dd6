"""The same model in a bare window that draws at a steady rate: `python -m tests.bench.idle_rival HZ`. Until killed."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QApplication

from app.avatar.cubism import live2d
from tests.bench.render import MODEL


class Bare(QOpenGLWidget):
    """The model, its idle motion, and nothing else."""

    model: Any

    def initializeGL(self) -> None:  # noqa: N802  # Qt's names
        """Load her."""
        live2d.glInit()
        self.model = live2d.Model()
        self.model.LoadModelJson(str(MODEL))

    def resizeGL(self, width: int, height: int) -> None:  # noqa: N802
        """Fit her in."""
        self.model.Resize(width, height)

    def paintGL(self) -> None:  # noqa: N802
        """Draw a frame."""
        if self.model.IsMotionFinished():
            self.model.StartMotion("Idle", 0, 1)
        self.model.Update()
        live2d.clearBuffer(0.0, 0.0, 0.0, 0.0)
        self.model.Draw()


def main() -> None:
    """Draw at the rate that is asked for."""
    surface = QSurfaceFormat()
    surface.setAlphaBufferSize(8)
    QSurfaceFormat.setDefaultFormat(surface)
    app = QApplication(["rival"])
    live2d.init()
    widget = Bare()
    widget.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.Tool)
    widget.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    widget.resize(400, 500)
    widget.show()
    timer = QTimer(interval=round(1000 / float(sys.argv[1])), timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(widget.update)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
