"""The living figure: each frame, what is round her and what she says become a pose, and the pose a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal, Slot
from PySide6.QtGui import QCursor, QImage, QRegion

from app.avatar.figure import Figure
from app.avatar.frame_clock import FrameClock
from app.avatar.frame_rate import wanted_hz
from app.avatar.framing import extent_of
from app.avatar.lips import Lips
from app.avatar.probe import check
from app.avatar.silhouette import solid
from app.avatar.stage import Stage, StageError
from app.avatar.touch import PLAIN, Touch
from app.avatar.trace import open_trace
from models.commands import Perform
from models.performance import Around, Performance
from models.visemes import Mouth

_OUTLINE_S = 0.5
_LONGEST_STEP_S = 0.2


@dataclass(frozen=True, slots=True)
class Sources:
    """Where she comes from: a model's description, a still picture, a folder for what can be made again.

    Not `alive`: only the picture is wanted.
    """

    model: Path
    still: Path
    cache: Path
    alive: bool = True


class Live(QObject):
    """Stage, figure and performance, one frame at a time.

    Being born may raise ModelError, StageError, OSError, ValueError or KeyError: she cannot be drawn.

    Draws nothing while its window is out of sight or `covered`.
    """

    first_frame = Signal()
    lost = Signal(str)
    """OpenGL went away; nothing more will be drawn."""
    petted = Signal()
    """A hand strokes her head: when it begins, and every few seconds while it goes on."""
    outlined = Signal(QImage)
    """Twice a second: the frame, premultiplied RGBA, to take her outline from."""

    def __init__(self, sources: Sources, place: QRect, lips: Lips, chance: Callable[[], float]) -> None:
        super().__init__()
        fingerprint = check(sources.model, sources.cache)
        self.stage = Stage(place)
        self.stage.start()
        self.mouth = Mouth()
        self._figure = Figure(sources.model, sources.cache)
        self._performance = Performance(
            chance,
            idle=self._figure.puppet.idle_motions,
            motions=self._figure.puppet.motions,
            blinking=self._figure.puppet.blinking,
        )
        self.stage.put_on(self._figure)
        extent = extent_of(self._figure, self.stage.picture, sources.cache, fingerprint)
        self._figure.frame(*extent.framing())
        self._eyes = extent.eyes()
        self.stage.seen.connect(self._on_seen)
        self._lips = lips
        self._clock = FrameClock(self._frame, self)
        self._trace = open_trace()
        self._last_s = monotonic()
        self._outlined_s = 0.0
        self._carried = QPoint()
        self._cursor, self._over = QPoint(), ""
        self.held = False
        self._cut_out = False
        self._touch = PLAIN
        self._felt = True
        self._covered = False
        self.frames = 0

    @property
    def covered(self) -> bool:
        """Whether another window hides her completely."""
        return self._covered

    @covered.setter
    def covered(self, covered: bool) -> None:
        self._covered = covered
        self.wake()

    def perform(self, order: Perform) -> None:
        """Take a part, a face and perhaps a one-shot motion."""
        self._performance.perform(order, monotonic())
        self.wake()

    def touch(self, point: QPointF) -> str:
        """A tap at a point of the window; the answer is the hit area there, empty for none."""
        area = self._area(point)
        self._performance.touch(area, monotonic())
        self.wake()
        return area

    def carry(self, step: QPoint) -> None:
        """She has been moved by `step` since the last call."""
        self._carried += step
        self.wake()

    def wear(self, touch: Touch, *, cut_out: bool, felt: bool, calm: bool) -> None:
        """Be seen so from the next frame on.

        `cut_out`: show only her outline, for desktops without a compositor. `felt`: she feels a cursor that is over
        her. `calm`: no idle motions and no small ones. An outline follows at once.
        """
        self._touch, self._cut_out, self._felt, self._over = touch, cut_out, felt, ""
        self._performance.calm = calm
        self.stage.touch_up(touch)
        if not cut_out:
            self.stage.setMask(QRegion())
        self.outline()

    def outline(self) -> None:
        """Tell her outline with the next frame."""
        self._outlined_s = 0.0
        self.wake()

    def wake(self) -> None:
        """Something changed: draw soon, if she can be seen."""
        if self.stage.isExposed() and not self._covered:
            self._clock.soon()

    def close(self) -> None:
        """Give everything back."""
        self._clock.stop()
        self.stage.hide()
        self.stage.current()
        self._figure.close()
        self.stage.take_down()
        if self._trace is not None:
            self._trace.close()
            self._trace = None

    @Slot(bool)
    def _on_seen(self, seen: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._outlined_s = 0.0
        if seen:
            self.wake()
        else:
            self._clock.stop()

    @property
    def eyes(self) -> float:
        """About how far down the window her eyes are, 0..1."""
        return self._eyes

    @property
    def motions(self) -> tuple[str, ...]:
        """The one-shot motions she has, by name."""
        return tuple(sorted(self._figure.puppet.motions))

    def _frame(self, at_s: float) -> int:
        """Draw one frame; the answer is the rate wanted from now on."""
        if self._covered or not self.stage.isExposed():
            return 0
        dt_s, self._last_s = min(at_s - self._last_s, _LONGEST_STEP_S), at_s
        pose = self._performance.step(at_s, self._around(dt_s), self._lips.mouth(at_s))
        self._figure.act(pose, dt_s)
        self.mouth = pose.mouth
        outline_due = at_s - self._outlined_s >= _OUTLINE_S
        try:
            picture = self.stage.draw(keep=self._cut_out or outline_due)
            if picture is not None and self._cut_out:
                self.stage.setMask(solid(picture))
            self.stage.swap()
        except StageError as problem:
            self.lost.emit(str(problem))
            return 0
        if self._trace is not None:
            self._trace.frame(at_s, pose)
        if picture is not None and outline_due:
            self._outlined_s = at_s
            self.outlined.emit(picture)
        if pose.petted:
            self.petted.emit()
        self.frames += 1
        if self.frames == 1:
            self.first_frame.emit()
        return wanted_hz(pose, expecting=self._lips.expecting(at_s), visible=True)

    def _around(self, dt_s: float) -> Around:
        place, cursor = self.stage.geometry(), QCursor.pos()
        height = max(1, place.height())
        if cursor != self._cursor:
            self._cursor = cursor
            felt = self._felt and place.contains(cursor)
            self._over = self._area(QPointF(cursor - place.topLeft())) if felt else ""
        carried, self._carried = self._carried, QPoint()
        per_s = 1.0 / (height * max(dt_s, 1e-3))
        way = -1.0 if self._touch.mirrored else 1.0
        return Around(
            cursor_x=way * (cursor.x() - place.center().x()) / height,
            cursor_y=(place.y() + self._eyes * height - cursor.y()) / height,
            held=self.held,
            drag_x=way * carried.x() * per_s,
            drag_y=-carried.y() * per_s,
            motion_over=self._figure.puppet.motion_over,
            over=self._over,
        )

    def _area(self, point: QPointF) -> str:
        ratio = self.stage.devicePixelRatio()
        if self._touch.mirrored:
            point = QPointF(self.stage.width() - point.x(), point.y())
        return self._figure.hit(point.x() * ratio, point.y() * ratio)
