"""What hands do to her window: drag, wheel, tap, double click, right click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent, QWindow

_STEP = 1.1
"""How much bigger one notch of the wheel makes her."""
_NOTCH = 120.0
_TAP_PX = 5


class Gestures(QObject):
    """Watches a window's mouse events and tells what they mean. Points are desktop points, logical pixels."""

    grabbed = Signal()
    dragged = Signal(QPoint)
    """How far the window must move now."""
    dropped = Signal()
    tapped = Signal(QPointF)
    """A click that was no drag; the point is the window's own."""
    double_clicked = Signal()
    right_clicked = Signal(QPoint)
    zoomed = Signal(float, QPoint)
    """The factor, and the point that should stay where it is."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._dragging = False
        self.locked = False
        """Whether she stays where she is; taps and clicks are told all the same."""
        self.sized = False
        """Whether the wheel is nothing to her."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Take the mouse events; leave the rest."""
        if isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        if isinstance(event, QMouseEvent):
            self._mouse(event)
            return True
        return False

    def _wheel(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        if notches and not self.sized:
            self.zoomed.emit(_STEP**notches, event.globalPosition().toPoint())

    def _mouse(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        where = event.globalPosition().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if left:
                self._pressed = self._last = where
                self._dragging = False
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.RightButton:
                self.right_clicked.emit(where)
            case QEvent.Type.MouseButtonDblClick if left:
                self.double_clicked.emit()
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._move(where)
            case QEvent.Type.MouseButtonRelease if left and self._pressed is not None:
                far = (where - self._pressed).manhattanLength() >= _TAP_PX
                self._pressed = None
                if self._dragging:
                    self._dragging = False
                    self.dropped.emit()
                elif not far:
                    self.tapped.emit(event.position())
            case _:
                pass

    def _move(self, where: QPoint) -> None:
        if self._pressed is None:
            return
        if not self._dragging:
            if self.locked or (where - self._pressed).manhattanLength() < _TAP_PX:
                return
            self._dragging = True
            self.grabbed.emit()
        step, self._last = where - self._last, where
        if not step.isNull():
            self.dragged.emit(step)
