"""What her window wears: her manners and what the desktop can do, made into touches, shapes, flags and opacity."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.avatar.desktop import Desktop
from app.avatar.gestures import Gestures
from app.avatar.live import Live
from app.avatar.manners import Manners
from app.avatar.silhouette import extent, touchable
from app.avatar.stage import Stage, StageError
from app.avatar.still import StillWindow
from app.avatar.touch import Touch
from app.avatar.xlib import Place

_INK, _THIN = "#1a1338", 0.05
"""Without a compositor: the colour behind her, and how thin her colour may be; her shape may be a frame behind her."""
_BELOW, _CROWN, _EYES = 0.07, 0.2, 0.45
"""How far below and above her eyes her head goes on, and where they are in a still picture, in window heights."""


class Wardrobe:
    """Dresses one window after another: the stage, and perhaps a still picture after it."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.manners = Manners()
        self.composited = desktop.composited()
        """Whether windows can be see-through."""
        self.outline: list[Place] = []
        """Rectangles that hold her, in physical pixels of her window; empty while they are not known."""
        self._window: Stage | StillWindow | None = None
        self._live: Live | None = None
        self._hands: Gestures | None = None

    def adopt(self, window: Stage | StillWindow, live: Live | None, hands: Gestures) -> str:
        """Dress this window from now on; `live` when she lives in it. Returns what `dress` does."""
        self._window, self._live, self._hands = window, live, hands
        return self.dress()

    def put_away(self) -> None:
        """Dress nothing any more."""
        self._window = self._live = self._hands = None

    def dress(self) -> str:
        """Make the window what it is to be now; what cannot be had of it, in plain words, or nothing."""
        window, manners = self._window, self.manners
        if window is None or self._hands is None:
            return ""
        self._hands.locked = manners.locked
        self._hands.sized = manners.locked or manners.fixed_scale is not None
        problem = self._look(window)
        if window.opacity() != manners.opacity:
            window.setOpacity(manners.opacity)
        if bool(window.flags() & Qt.WindowType.WindowStaysOnTopHint) is not manners.always_on_top:
            window.setFlag(Qt.WindowType.WindowStaysOnTopHint, manners.always_on_top)
        self._desktop.stay(window, everywhere=manners.every_workspace)
        self.catch_clicks()
        return problem

    def _look(self, window: Stage | StillWindow) -> str:
        """Mirrored, on a ground, cut to her outline: as it has to be."""
        manners, live = self.manners, self._live
        cut_out = not self.composited and not manners.key_colour
        touch = Touch(manners.flipped, manners.key_colour)
        if cut_out:
            touch = replace(touch, ground=_INK, edge=_THIN)
        if isinstance(window, StillWindow):
            window.wear(touch, cut_out=cut_out)
        if live is None:
            return ""
        felt, calm = not manners.click_through, manners.reduced_motion
        try:
            live.wear(touch, cut_out=cut_out, felt=felt, calm=calm)
        except StageError as problem:
            live.wear(Touch(), cut_out=cut_out, felt=felt, calm=calm)
            return f"She cannot be mirrored or set on a colour: {problem}."
        return ""

    def take_outline(self, frame: QImage) -> None:
        """A frame of hers, premultiplied RGBA: where clicks land from now on."""
        self.outline = touchable(frame)
        self.catch_clicks()

    def catch_clicks(self) -> None:
        """Let clicks land on her, or nowhere."""
        if self._window is not None and (self.outline or self.manners.click_through):
            self._desktop.catch_clicks(self._window, [] if self.manners.click_through else self.outline)

    def filled(self) -> QRect:
        """What she fills of her window, in its logical pixels; empty while it is not known."""
        return extent(self.outline, self._ratio, 0, float("inf"))

    def head(self, place: QRect) -> QRect:
        """About where her head is when her window is at this place of the desktop."""
        eyes = _EYES if self._live is None else self._live.eyes
        height, ratio = place.height(), self._ratio
        top, low = (eyes - _CROWN) * height, (eyes + _BELOW) * height
        across = extent(self.outline, ratio, top * ratio, low * ratio)
        if across.isEmpty():
            across = QRect(place.width() // 4, 0, place.width() // 2, 0)
        return QRect(place.x() + across.x(), place.y() + round(top), across.width(), round(low - top))

    @property
    def _ratio(self) -> float:
        return 1.0 if self._window is None else self._window.devicePixelRatio()
