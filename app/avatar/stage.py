"""The window she is drawn into with OpenGL, and the picture in it.

A plain QWindow with a context of its own: a frame is drawn exactly when it is asked for and shown at once. (The
update machinery of QOpenGLWindow and QOpenGLWidget adds up to 5 ms of its own timer to every frame and composes the
widget's picture a second time.) The surface asks for eight bits of alpha and nothing else: with a version or a
profile the Cubism renderer draws nothing, and says nothing.

Mesa's software renderer, if that is what there is, may use a quarter of the cores: with a thread on each of two busy
cores a frame waits for the slower of them (p99 at 60 Hz 46 ms, without threads 26 ms). And it may take the nearest
mipmap instead of mixing two, which saves a quarter of a frame and cannot be seen. It reads its environment once.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QExposeEvent,
    QImage,
    QOpenGLContext,
    QResizeEvent,
    QSurface,
    QSurfaceFormat,
    QWindow,
)

from app.avatar.touch import PLAIN, Touch

if TYPE_CHECKING:
    from app.avatar.finish import Finish

TITLE = "Vesper"
FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.Tool
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)
_SOFTWARE_RENDERER = {"LP_NUM_THREADS": str((os.cpu_count() or 1) // 4), "LP_PERF": "no_mip_linear"}
_RGBA, _UNSIGNED_BYTE = 0x1908, 0x1401


class Drawing(Protocol):
    """Something that can draw itself into the current OpenGL context; sizes are physical pixels."""

    def resize(self, width: int, height: int) -> None:
        """Draw this big from now on."""

    def draw(self) -> None:
        """Clear and draw."""


class StageError(Exception):
    """OpenGL cannot show her; the message says why."""


class Stage(QWindow):
    """A frameless, translucent window above the others that never takes the focus.

    `seen` is emitted with what became of it whenever it is exposed, resized, covered or hidden.
    """

    seen = Signal(bool)

    def __init__(self, place: QRect, samples: int = 0) -> None:
        super().__init__()
        surface = QSurfaceFormat()
        surface.setAlphaBufferSize(8)
        surface.setDepthBufferSize(0)
        surface.setStencilBufferSize(0)
        surface.setSwapInterval(0)
        surface.setSamples(samples)
        self.setSurfaceType(QSurface.SurfaceType.OpenGLSurface)
        self.setFormat(surface)
        self.setFlags(FLAGS)
        self.setTitle(TITLE)
        self.setGeometry(place)
        self._context = QOpenGLContext(self)
        self._context.setFormat(surface)
        self._drawing: Drawing | None = None
        self._size = (0, 0)
        self._touch = PLAIN
        self._finish: Finish | None = None

    def start(self) -> None:
        """Create window and context and make the context current. Raises StageError."""
        for name, value in _SOFTWARE_RENDERER.items():
            os.environ.setdefault(name, value)
        self.create()
        if not self._context.create():
            raise StageError("no OpenGL context can be made")
        self._current()
        if self._context.format().alphaBufferSize() < 8:  # noqa: PLR2004  # the eight bits asked for
            raise StageError("the OpenGL surface has no alpha channel")

    def put_on(self, drawing: Drawing) -> None:
        """Show `drawing` from the next frame on."""
        self._drawing = drawing
        self._size = (0, 0)

    def touch_up(self, touch: Touch) -> None:
        """Mirror her, or set her on a ground, from the next frame on. Raises StageError."""
        self._touch = touch
        if touch.plain or self._finish is not None:
            return
        from app.avatar.finish import Finish

        self._current()
        try:
            self._finish = Finish()
        except ValueError as problem:
            raise StageError(str(problem)) from problem

    def show_frame(self, *, keep: bool = False) -> QImage | None:
        """Draw and show one frame; with `keep`, also return it as premultiplied RGBA. Raises StageError."""
        picture = self.draw(keep=keep)
        self.swap()
        return picture

    def draw(self, *, keep: bool = False) -> QImage | None:
        """The first half of `show_frame`, so that the window can be cut to the frame before it is seen."""
        return self._draw(keep=keep)

    def swap(self) -> None:
        """The other half: show what was drawn."""
        self._context.swapBuffers(self)

    def picture(self) -> QImage:
        """Draw without showing: her on nothing as the window shows her, premultiplied RGBA. Raises StageError."""
        return self._draw(keep=True) or QImage()

    def take_down(self) -> None:
        """Give back what OpenGL holds; the window goes with it. Raises StageError."""
        if self._finish is not None:
            self._current()
            self._finish.close()
            self._finish = None
        self.destroy()

    def current(self) -> None:
        """Make the context current, to load or free what lives in it. Raises StageError."""
        self._current()

    @property
    def pixels(self) -> tuple[int, int]:
        """The size in physical pixels."""
        ratio = self.devicePixelRatio()
        return round(self.width() * ratio), round(self.height() * ratio)

    def exposeEvent(self, _event: QExposeEvent) -> None:  # noqa: N802  # Qt's name
        """Tell when the window comes into sight or leaves it."""
        self.seen.emit(self.isExposed())

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802
        """A frame of the new size is wanted."""
        self.seen.emit(self.isExposed())

    def event(self, event: QEvent) -> bool:
        """Closing by the window manager hides; the program decides when to end."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
            self.hide()
            return True
        return super().event(event)

    def _current(self) -> None:
        if not self._context.makeCurrent(self):
            raise StageError("the OpenGL context was lost")

    def _draw(self, *, keep: bool) -> QImage | None:
        if self._drawing is None:
            return None
        self._current()
        size = self.pixels
        if size != self._size:
            self._size = size
            self._context.functions().glViewport(0, 0, *size)
            self._drawing.resize(*size)
        if self._touch.plain or self._finish is None:
            self._drawing.draw()
            return self._read() if keep else None
        self._finish.begin(*size)
        self._drawing.draw()
        picture = self._read() if keep else None
        self._finish.end(self._touch)
        if picture is not None and self._touch.mirrored:
            picture = picture.flipped(Qt.Orientation.Horizontal)
        return picture

    def _read(self) -> QImage:
        width, height = self._size
        pixels = bytearray(width * height * 4)
        functions = cast("Any", self._context.functions())  # PySide's stub has the buffer as an int
        functions.glReadPixels(0, 0, width, height, _RGBA, _UNSIGNED_BYTE, pixels)
        upside_down = QImage(pixels, width, height, QImage.Format.Format_RGBA8888_Premultiplied)
        return upside_down.flipped(Qt.Orientation.Vertical)
