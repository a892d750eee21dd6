"""Vesper on the desktop: the avatar's public face, put together from the parts beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from time import monotonic

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from app.avatar.desktop import Desktop, desktop_here
from app.avatar.gestures import Gestures
from app.avatar.lips import Lips
from app.avatar.live import Live, Sources
from app.avatar.manners import Manners
from app.avatar.placement import Placement
from app.avatar.probe import ModelError
from app.avatar.stage import Stage, StageError
from app.avatar.stand_down import StandDown
from app.avatar.standing import Standing
from app.avatar.still import StillWindow
from app.avatar.wardrobe import Wardrobe
from app.words import translate
from models.commands import Perform
from models.expression import Phase
from models.settings_desktop import Place
from models.sound import Playhead
from models.visemes import Mouth, MouthTrack

__all__ = ["AvatarWindow", "Manners", "Sources"]

log = logging.getLogger(__name__)

WM_CLASS = "vesper"
_LOOK_ROUND_MS = 1000


class AvatarWindow(QObject):
    """Her window. All methods belong to the GUI thread; none blocks once she is shown.

    `playhead` is read before every frame. Without a `placement` she starts at the bottom right of the main screen;
    `places` is where she stood on each monitor. What cannot be drawn becomes a still picture and one `notice` in
    plain words, sent from `show`.
    """

    moved_or_scaled = Signal(object)
    """The new `Placement`, when a drag has ended or a scaling step is done; `places` is up to date then."""
    went = Signal()
    """Her window is somewhere else now, or of another size: at every step of a drag and of a slide."""
    appeared = Signal(bool)
    """She has come onto the desktop, or left it: hidden, or standing down."""
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
        places: Mapping[str, Place] | None = None,
    ) -> None:
        super().__init__()
        self._sources = sources
        self._lips = Lips(playhead)
        self._chance = chance or Random().random  # noqa: S311  # blinks are no secret
        self._order = Perform(Phase.IDLE.value, "idle")
        self._desktop: Desktop = desktop_here()
        self._wardrobe = Wardrobe(self._desktop)
        self._live: Live | None = None
        self._problem = ""
        self._window: Stage | StillWindow | None = None
        self._standing = Standing(placement, places or {})
        self._standing.moved.connect(self._on_moved)
        self._standing.settled.connect(self.moved_or_scaled)
        self._stand_down = StandDown()
        self._shown = self._there = False
        self._look_round = QTimer(self, interval=_LOOK_ROUND_MS, timerType=Qt.TimerType.CoarseTimer)
        self._look_round.timeout.connect(self._on_look_round)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

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

    def wear(self, manners: Manners) -> None:
        """Behave like this from now on; before `show`, or at any time after.

        Full-screen programs do not send her away while she is captured: in the streaming look or on a key colour.
        """
        self._wardrobe.manners = worn = manners.as_worn()
        self._standing.wear(worn)
        self._tell(self._wardrobe.dress())
        if not worn.stand_down:
            self._stand_down.look(filled=False, wanted=False)
            self._appear()

    # --- her window ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Put her on the desktop, for the first time or again; at once, whatever program fills it."""
        if self._window is None:
            self._make()
        self._shown = True
        self._stand_down = StandDown()
        self._look_round.start()
        self._appear()

    def hide(self) -> None:
        """Take her off the desktop; no frames are drawn."""
        self._shown = False
        self._look_round.stop()
        self._appear()

    def close(self) -> None:
        """Take her down for good; the object is of no use afterwards."""
        self.hide()
        self._wardrobe.put_away()
        if self._live is not None:
            self._live.close()
        elif self._window is not None:
            self._window.destroy()
        self._live = self._window = None
        self._desktop.close()
        self._desktop = Desktop()

    @property
    def problem(self) -> str:
        """Why she is a still picture, in plain words; empty while she lives."""
        return self._problem

    @property
    def visible(self) -> bool:
        """Whether she is meant to be on the desktop, covered, standing down or not."""
        return self._shown and self._window is not None

    @property
    def there(self) -> bool:
        """Whether she is on the desktop at this moment, covered or not."""
        return self._there

    @property
    def composited(self) -> bool:
        """Whether windows can be see-through here."""
        return self._wardrobe.composited

    @property
    def calm(self) -> bool:
        """Whether less motion is wished for."""
        return self._wardrobe.manners.reduced_motion

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
        return self._standing.placement

    @property
    def places(self) -> dict[str, Place]:
        """Where she stood on each monitor, by its name."""
        return dict(self._standing.places)

    @property
    def head(self) -> QRect:
        """About where her head is on the desktop."""
        return self._wardrobe.head(self._standing.window_place)

    def place(self, placement: Placement) -> None:
        """Move and scale her; a place that no screen shows becomes the nearest one that does."""
        self._standing.place(placement)

    # --- making the window -----------------------------------------------------------------------------------

    def _make(self) -> None:
        place = self._standing.window_place
        if not self._sources.alive:
            self._show_still(translate("window", "She was started safely."))
            return
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
        still = StillWindow(self._standing.window_place, self._sources.still)
        still.create()
        still.outlined.connect(self._on_outlined)
        self._adopt(still)
        self._problem = f"{why} " + translate("window", "She is shown as a still picture.")
        self.notice.emit(self._problem)
        QTimer.singleShot(0, self, self.first_frame.emit)

    def _adopt(self, window: Stage | StillWindow) -> None:
        self._window = window
        self._desktop.introduce(window, WM_CLASS)
        hands = Gestures(window)
        hands.grabbed.connect(self._on_grabbed)
        hands.dragged.connect(self._on_dragged)
        hands.dropped.connect(self._on_dropped)
        hands.tapped.connect(self._on_tapped)
        hands.zoomed.connect(self._on_zoomed)
        hands.double_clicked.connect(self.chat_requested)
        hands.right_clicked.connect(self.menu_requested)
        self._tell(self._wardrobe.adopt(window, self._live, hands))

    def _tell(self, problem: str) -> None:
        if problem:
            self.notice.emit(problem)

    def _appear(self) -> None:
        """Be on the desktop, or not, as things stand now."""
        window, there = self._window, self._shown and not self._stand_down.away
        if window is None or there is self._there:
            return
        self._there = there
        if there:
            self._desktop.stay(window, everywhere=self._wardrobe.manners.every_workspace)
            window.show()
            self._desktop.keep_out_of_lists(window)
        else:
            window.hide()
        self.appeared.emit(there)

    # --- what happens to her ---------------------------------------------------------------------------------

    @Slot()
    def _on_moved(self) -> None:
        if self._window is not None:
            self._window.setGeometry(self._standing.window_place)
        if self._live is not None:
            self._live.wake()
        self.went.emit()

    @Slot()
    def _on_grabbed(self) -> None:
        if self._live is not None:
            self._live.held = True
        self.grabbed.emit()

    @Slot(QPoint)
    def _on_dragged(self, step: QPoint) -> None:
        self._standing.carry(step)
        if self._live is not None:
            self._live.carry(step)

    @Slot()
    def _on_dropped(self) -> None:
        if self._live is not None:
            self._live.held = False
        self._standing.set_down(self._wardrobe.filled())
        self.dropped.emit()

    @Slot(QPointF)
    def _on_tapped(self, point: QPointF) -> None:
        self.poked.emit("" if self._live is None else self._live.touch(point))

    @Slot(float, QPoint)
    def _on_zoomed(self, factor: float, around: QPoint) -> None:
        self._standing.zoom(factor, around)

    @Slot(QImage)
    def _on_outlined(self, frame: QImage) -> None:
        self._wardrobe.take_outline(frame)

    @Slot(str)
    def _on_lost(self, why: str) -> None:
        lost, self._live = self._live, None
        if lost is not None:
            lost.stage.hide()
            self._there = False
            self._show_still(translate("window", "The avatar's picture was lost: {why}.").format(why=why))
            self._appear()

    @Slot()
    def _on_screens(self) -> None:
        self._standing.look_round()

    @Slot()
    def _on_look_round(self) -> None:
        """Once a second: is she on a screen, can she be seen, can anything be see-through, is she in the way?"""
        self._standing.look_round()
        window = self._window
        if window is None:
            return
        composited = self._desktop.composited()
        if composited != self._wardrobe.composited:
            self._wardrobe.composited = composited
            self._tell(self._wardrobe.dress())
        if self._live is not None:
            covered = self._desktop.covered(window)
            if covered != self._live.covered:
                self._live.covered = covered
        wanted = self._wardrobe.manners.stand_down
        own = [other for other in QGuiApplication.topLevelWindows() if other.isVisible()]
        monitor = self._standing.monitor
        filled = wanted and monitor is not None and self._desktop.filled(monitor, own)
        self._stand_down.look(filled=filled, wanted=wanted)
        self._appear()
