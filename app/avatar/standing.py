"""Where she stands: what the user chose, what the monitors there are now make of it, and how she gets there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPoint,
    QRect,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication

from app.avatar.manners import Manners
from app.avatar.placement import (
    Monitor,
    Placement,
    at_home,
    brought_back,
    monitor_of,
    resized,
    snapped,
    standing,
    with_place,
    zoomed,
)
from models.settings_desktop import Place

_SLIDE_MS, _EASING = 180, QEasingCurve.Type.OutCubic


class Standing(QObject):
    """Her place and size, on every monitor she ever was on.

    Where the user put her is kept while its monitor is gone or too small, and holds again when it is back. In the
    streaming look she is of one size; the size she has otherwise is what is told and kept.
    """

    moved = Signal()
    """`placement` is another now."""
    settled = Signal(object)
    """The user has put her somewhere or changed her size: the `Placement` to remember."""

    def __init__(self, placement: Placement | None, places: Mapping[str, Place]) -> None:
        super().__init__()
        self.places = dict(places)
        """Where she stood on each monitor, by its name."""
        self._monitors = monitors()
        primary = QGuiApplication.primaryScreen()
        home = at_home(primary.availableGeometry())
        self._wanted = placement or replace(home, screen=primary.name())
        self._own_scale = self._wanted.scale
        self._now = standing(self._wanted, self.places, self._monitors)
        self._manners: Manners | None = None
        self._carried = self._again = False
        """`_again`: window managers move windows by themselves after monitors changed, so she is put there twice."""
        self._slide = QVariantAnimation(self, duration=_SLIDE_MS, easingCurve=QEasingCurve(_EASING))
        self._slide.valueChanged.connect(self._on_slid)

    @property
    def placement(self) -> Placement:
        """Where she is and how big."""
        return self._now

    def wear(self, manners: Manners) -> None:
        """Be of the size that is wished for; feet stay where they are."""
        before, self._manners = self._manners, manners
        fixed = manners.fixed_scale
        if fixed is None and before is not None and before.scale != manners.scale:
            self._own_scale = manners.scale
        scale = self._own_scale if fixed is None else fixed
        if abs(scale - self._now.scale) > 1e-3:  # noqa: PLR2004  # scales are kept to three places
            chosen = before is not None and before.fixed_scale == fixed
            self._put(brought_back(resized(self._now, scale), _free(self._monitors)))
            if chosen and fixed is None:
                self._settle()

    def carry(self, step: QPoint) -> None:
        """The user moves her by so much."""
        self._slide.stop()
        self._carried = True
        self._put(replace(self._now, x=self._now.x + step.x(), y=self._now.y + step.y()))

    def set_down(self, outline: QRect) -> None:
        """The user lets her go. `outline`: what she fills of her window; empty when it is not known."""
        self._carried = False
        target = brought_back(self._now, _free(self._monitors))
        monitor = monitor_of(target, self._monitors)
        manners = self._manners or Manners()
        if manners.snap and monitor is not None and not outline.isEmpty():
            target = snapped(target, outline, monitor.free)
        if target == self._now or manners.reduced_motion:
            self._put(target)
        else:
            here = self._now
            self._now = target  # what is told and remembered is where she will be
            self._slide.setStartValue(QPoint(here.x, here.y))
            self._slide.setEndValue(QPoint(target.x, target.y))
            self._slide.start()
        self._settle()

    def zoom(self, factor: float, around: QPoint) -> None:
        """The user makes her bigger or smaller; the point `around` stays where it is."""
        self._slide.stop()
        self._put(brought_back(zoomed(self._now, factor, around), _free(self._monitors)))
        self._own_scale = self._now.scale
        self._settle()

    def place(self, placement: Placement) -> None:
        """Stand there, or as near as there is a monitor."""
        self._slide.stop()
        target = brought_back(placement, _free(self._monitors))
        self._own_scale = target.scale
        self._put(target)
        self._remember()

    def look_round(self) -> None:
        """Monitors may have come, gone, moved or changed their size."""
        now = monitors()
        if self._carried:
            return
        if now == self._monitors:
            if self._again:
                self._again = False
                self.moved.emit()
            return
        self._again = True
        self._monitors = now
        self._slide.stop()
        here = standing(self._wanted, self.places, now)
        self._own_scale = here.scale
        if self._manners is not None and self._manners.fixed_scale is not None:
            here = brought_back(resized(here, self._manners.fixed_scale), _free(now))
        self._put(here)

    @property
    def monitor(self) -> Monitor | None:
        """The monitor she is on; None when there is none."""
        return monitor_of(self._now, self._monitors)

    @property
    def window_place(self) -> QRect:
        """Where her window has to be at this moment: on the way, while she slides."""
        rect = self._now.rect
        if self._slide.state() == QAbstractAnimation.State.Running:
            rect.moveTopLeft(self._slide.currentValue())
        return rect

    @Slot("QVariant")
    def _on_slid(self, _spot: QPoint) -> None:
        if self._slide.state() == QAbstractAnimation.State.Running:
            self.moved.emit()

    def _put(self, placement: Placement) -> None:
        monitor = monitor_of(placement, self._monitors)
        self._now = replace(placement, screen="" if monitor is None else monitor.name)
        self.moved.emit()

    def _remember(self) -> None:
        kept = resized(self._now, self._own_scale) if self._own_scale != self._now.scale else self._now
        monitor = monitor_of(kept, self._monitors)
        self._wanted = replace(kept, screen="" if monitor is None else monitor.name)
        if monitor is not None:
            self.places = with_place(self.places, kept, monitor)

    def _settle(self) -> None:
        self._remember()
        self.settled.emit(self._wanted)


def monitors() -> tuple[Monitor, ...]:
    """The monitors there are, the main one first."""
    return tuple(
        Monitor(screen.name(), screen.geometry(), screen.availableGeometry(), screen.devicePixelRatio())
        for screen in QGuiApplication.screens()
    )


def _free(now: tuple[Monitor, ...]) -> list[QRect]:
    return [monitor.free for monitor in now]
