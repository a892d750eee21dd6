"""Vesper on the desktop: the avatar's public face, put together from the parts beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from random import Random
from time import monotonic

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from app.avatar.gestures import Gestures
from app.avatar.lips import Lips
from app.avatar.live import Live, Sources
from app.avatar.placement import Placement, at_home, brought_back, zoomed
from app.avatar.probe import ModelError
from app.avatar.silhouette import touchable
from app.avatar.stage import Stage, StageError
from app.avatar.still import StillWindow
from app.avatar.x11 import x11
from models.commands import Perform
from models.expression import Phase
from models.sound import Playhead
from models.visemes import Mouth, MouthTrack

__all__ = ["AvatarWindow", "Sources"]

log = logging.getLogger(__name__)

WM_CLASS = "vesper"
_LOOK_ROUND_MS = 1000


class AvatarWindow(QObject):
    """Her window. All methods belong to the GUI thread; none blocks once she is shown.

    `playhead` is read before every frame. Without a `placement` she starts at the bottom right of the main screen.
    What cannot be drawn becomes a still picture and one `notice` in plain words, sent from `show`.
    """

    moved_or_scaled = Signal(object)
    """The new `Placement`, when a drag has ended or a scaling step is done."""
    poked = Signal(str)
    """A tap: the model's hit area there, or empty."""
    grabbed = Signal()
    """A hand has begun to carry her."""
    dropped = Signal()
    """She was set down again."""
    petted = Signal()
    """A hand strokes her head: when it begins, and every few seconds while it goes on."""
    chat_requested = Signal()
    menu_requested = Signal(QPoint)
    notice = Signal(str)
    first_frame = Signal()

    def __init__(
        self,
        sources: Sources,
        playhead: Callable[[], Playhead],
        placement: Placement | None = None,
        chance: Callable[[], float] | None = None,
    ) -> None:
        super().__init__()
        self._sources = sources
        self._lips = Lips(playhead)
        self._chance = chance or Random().random  # noqa: S311  # blinks are no secret
        self._order = Perform(Phase.IDLE.value, "idle")
        self._desktop = x11()
        self._composited = self._desktop is None or self._desktop.composited()
        self._live: Live | None = None
        self._problem = ""
        self._window: Stage | StillWindow | None = None
        self._placement = at_home(QGuiApplication.primaryScreen().availableGeometry())
        if placement is not None:
            self._placement = _reachable(placement)
        self._look_round = QTimer(self, interval=_LOOK_ROUND_MS, timerType=Qt.TimerType.CoarseTimer)
        self._look_round.timeout.connect(self._on_look_round)

    # --- what she is told ------------------------------------------------------------------------------------

    def perform(self, order: Perform) -> None:
        """Take a part, a face and perhaps a one-shot motion."""
        self._order = replace(order, motion="")
        if self._live is not None:
            self._live.perform(order)

    def set_track(self, turn: int, n: int, track: MouthTrack) -> None:
        """Clause `n` of `turn` is queued; `track` moves the mouth while the playhead is in it."""
        self._lips.set_track(turn, n, track, monotonic())
        if self._live is not None:
            self._live.wake()

    def cut(self, turn: int) -> None:
        """Turns up to `turn` will not be heard any more: the mouth closes with the next frame."""
        self._lips.cut(turn)
        if self._live is not None:
            self._live.wake()

    # --- her window ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Put her on the desktop, for the first time or again."""
        if self._window is None:
            self._make()
        if self._window is not None:
            self._window.show()
            if self._desktop is not None:
                self._desktop.keep_out_of_lists(int(self._window.winId()))
        self._look_round.start()

    def hide(self) -> None:
        """Take her off the desktop; no frames are drawn."""
        self._look_round.stop()
        if self._window is not None:
            self._window.hide()

    def close(self) -> None:
        """Take her down for good; the object is of no use afterwards."""
        self.hide()
        if self._live is not None:
            self._live.close()
        elif self._window is not None:
            self._window.destroy()
        self._live = self._window = None
        if self._desktop is not None:
            self._desktop.close()
            self._desktop = None

    @property
    def problem(self) -> str:
        """Why she is a still picture, in plain words; empty while she lives."""
        return self._problem

    @property
    def visible(self) -> bool:
        """Whether she is on the desktop, covered or not."""
        return self._window is not None and self._window.isVisible()

    @property
    def frames(self) -> int:
        """How many frames have been drawn."""
        return 0 if self._live is None else self._live.frames

    @property
    def mouth(self) -> Mouth:
        """The mouth drawn last; closed while she is not drawn. May be asked from any thread."""
        return Mouth() if self._live is None else self._live.mouth

    @property
    def motions(self) -> tuple[str, ...]:
        """The one-shot motions she has, by name; none while she cannot be drawn."""
        return () if self._live is None else self._live.motions

    @property
    def placement(self) -> Placement:
        """Where she is and how big."""
        return self._placement

    def place(self, placement: Placement) -> None:
        """Move and scale her; a place that no screen shows becomes the nearest one that does."""
        self._put(_reachable(placement))

    # --- making the window -----------------------------------------------------------------------------------

    def _make(self) -> None:
        place = self._placement.rect
        try:
            self._live = live = Live(self._sources, place, self._lips, self._chance)
        except (ModelError, StageError, OSError, ValueError, KeyError) as problem:
            self._show_still(str(problem))
            return
        live.perform(self._order)
        live.first_frame.connect(self.first_frame)
        live.outlined.connect(self._on_outlined)
        live.lost.connect(self._on_lost)
        live.petted.connect(self.petted)
        self._adopt(live.stage)

    def _show_still(self, why: str) -> None:
        log.warning("the avatar is shown as a still picture: %s", why)
        still = StillWindow(self._placement.rect, self._sources.still)
        still.create()
        self._adopt(still)
        self._problem = f"{why} She is shown as a still picture."
        self.notice.emit(self._problem)
        QTimer.singleShot(0, self, self.first_frame.emit)

    def _adopt(self, window: Stage | StillWindow) -> None:
        self._window = window
        self._cut_out()
        if self._desktop is not None:
            self._desktop.name_class(int(window.winId()), WM_CLASS)
        hands = Gestures(window)
        hands.grabbed.connect(self._on_grabbed)
        hands.dragged.connect(self._on_dragged)
        hands.dropped.connect(self._on_dropped)
        hands.tapped.connect(self._on_tapped)
        hands.zoomed.connect(self._on_zoomed)
        hands.double_clicked.connect(self.chat_requested)
        hands.right_clicked.connect(self.menu_requested)

    def _cut_out(self) -> None:
        """Where nothing can be see-through, show no more than her outline."""
        if self._live is not None:
            self._live.cut_out(wanted=not self._composited)
        elif isinstance(self._window, StillWindow):
            self._window.cut_out(wanted=not self._composited)

    def _put(self, placement: Placement) -> None:
        self._placement = placement
        if self._window is not None:
            self._window.setGeometry(placement.rect)
        if self._live is not None:
            self._live.wake()

    # --- what happens to her ---------------------------------------------------------------------------------

    @Slot()
    def _on_grabbed(self) -> None:
        if self._live is not None:
            self._live.held = True
        self.grabbed.emit()

    @Slot(QPoint)
    def _on_dragged(self, step: QPoint) -> None:
        here = self._placement
        self._put(replace(here, x=here.x + step.x(), y=here.y + step.y()))
        if self._live is not None:
            self._live.carry(step)

    @Slot()
    def _on_dropped(self) -> None:
        if self._live is not None:
            self._live.held = False
        self._put(_reachable(self._placement))
        self.moved_or_scaled.emit(self._placement)
        self.dropped.emit()

    @Slot(QPointF)
    def _on_tapped(self, point: QPointF) -> None:
        self.poked.emit("" if self._live is None else self._live.touch(point))

    @Slot(float, QPoint)
    def _on_zoomed(self, factor: float, around: QPoint) -> None:
        self._put(_reachable(zoomed(self._placement, factor, around)))
        self.moved_or_scaled.emit(self._placement)

    @Slot(QImage)
    def _on_outlined(self, frame: QImage) -> None:
        if self._desktop is not None and self._window is not None:
            self._desktop.catch_clicks(int(self._window.winId()), touchable(frame))

    @Slot(str)
    def _on_lost(self, why: str) -> None:
        lost, self._live = self._live, None
        if lost is not None:
            lost.stage.hide()
            self._show_still(f"The avatar's picture was lost: {why}.")
            self.show()

    @Slot()
    def _on_look_round(self) -> None:
        """Once a second: is she on a screen, can she be seen, can anything be see-through?"""
        placement = _reachable(self._placement)
        if placement != self._placement:
            self._put(placement)
            self.moved_or_scaled.emit(placement)
        if self._desktop is None or self._window is None:
            return
        composited = self._desktop.composited()
        if composited != self._composited:
            self._composited = composited
            self._cut_out()
        if self._live is not None:
            covered = self._desktop.covered(int(self._window.winId()))
            if covered != self._live.covered:
                self._live.covered = covered


def _reachable(placement: Placement) -> Placement:
    return brought_back(placement, [screen.availableGeometry() for screen in QGuiApplication.screens()])
