"""Her manners follow the settings and the clock: window, place, quiet hours, starting at login.

What is chosen holds at once. Where the user puts her is kept, for each monitor. While it is quiet hours or the user
wants no disturbance, she is told to say nothing unasked; she answers when she is spoken to all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.avatar.manners import Manners
from app.avatar.placement import Placement, at_home
from app.avatar.window import AvatarWindow
from app.config.manners import hours_hold, manners_of, placement_of
from app.config.tuning import Tuning
from app.director import Director
from app.look.motion import less_motion
from app.session.login import LoginStart
from models.errors import Blame
from models.events import Failed
from models.requests import QuietChosen
from models.settings import Settings

_MINUTE_S = 60
_LATE_MS = 50
"""A timer may come a little early; a minute that has not begun is not looked at."""


def local_time() -> datetime:
    """The time on the user's clock."""
    return datetime.now().astimezone()


class MannersDesk(QObject):
    """`quiet_changed`: she is to be no bother from now on, or may be one; `quiet` is how it is."""

    quiet_changed = Signal(bool)

    def __init__(
        self,
        avatar: AvatarWindow,
        director: Director,
        tuning: Tuning,
        login: LoginStart,
        now: Callable[[], datetime] = local_time,
    ) -> None:
        super().__init__()
        self._avatar, self._director, self._tuning, self._login = avatar, director, tuning, login
        self._now = now
        self._quiet = director.companion.quiet
        self._placing = self._calm = self._lifted = False
        self._worn: Manners | None = None
        self._minute = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._minute.timeout.connect(self.look_at_clock)

    def start(self) -> None:
        """Begin; everything is brought to where the settings have it."""
        self._avatar.moved_or_scaled.connect(self._on_moved)
        self._tuning.changed.connect(self._on_changed)
        settings = self._tuning.settings
        self._calm = less_motion(settings.desktop.reduced_motion)
        self._dress(settings)
        self.look_at_clock()
        if self._login.taken_away(wanted=settings.desktop.start_at_login):
            self._save("desktop", start_at_login=False)

    def stop(self) -> None:
        """Follow nothing any more."""
        self._minute.stop()
        self._tuning.changed.disconnect(self._on_changed)
        self._avatar.moved_or_scaled.disconnect(self._on_moved)

    @property
    def quiet(self) -> bool:
        """Whether she is to say nothing unasked."""
        return self._quiet

    @property
    def hours(self) -> bool:
        """Whether it is quiet hours now, whatever else is chosen."""
        return hours_hold(self._tuning.settings.quiet, self._minute_of_day())

    @property
    def reduced_motion(self) -> bool:
        """Whether less motion is wished for, here or by the desktop."""
        return self._calm

    @Slot(bool)
    def wish_quiet(self, on: bool) -> None:  # noqa: FBT001  # what menus and keys are connected to
        """Do not disturb, or no more of it: taken back in quiet hours, those are over for today."""
        self._lifted = not on and self.hours
        self._save("quiet", do_not_disturb=on)
        self.look_at_clock()

    @Slot()
    def toggle_quiet(self) -> None:
        """The other way round from how it is."""
        self.wish_quiet(not self._quiet)

    @Slot()
    def look_at_clock(self) -> None:
        """Let quiet hours begin or end; until the next minute while there are any."""
        quiet = self._tuning.settings.quiet
        if quiet.hours:
            now = self._now()
            left_s = _MINUTE_S - now.second - now.microsecond / 1e6
            self._minute.start(round(left_s * 1000) + _LATE_MS)
        else:
            self._minute.stop()
        self._lifted = self._lifted and self.hours
        on = quiet.do_not_disturb or (self.hours and not self._lifted)
        if on is not self._quiet:
            self._quiet = on
            self._director.take(QuietChosen(on))
            self.quiet_changed.emit(on)

    @Slot(object)
    def _on_moved(self, placement: Placement) -> None:
        self._placing = True
        self._save(
            "window",
            x=placement.x,
            y=placement.y,
            scale=round(placement.scale, 3),
            screen=placement.screen,
            places={name: place.model_dump() for name, place in self._avatar.places.items()},
        )
        self._placing = False

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        if before.desktop.reduced_motion != after.desktop.reduced_motion:
            self._calm = less_motion(after.desktop.reduced_motion)
        self._dress(after)
        if not self._placing and _spot(before) != _spot(after):
            self._avatar.place(placement_of(after) or _home(after))
        if before.quiet != after.quiet:
            self._lifted = self._lifted and _hours(before) == _hours(after)
            self.look_at_clock()
        if before.desktop.start_at_login is not after.desktop.start_at_login:
            self._follow_login(wanted=after.desktop.start_at_login)

    def _dress(self, settings: Settings) -> None:
        manners = manners_of(settings, reduced_motion=self._calm)
        if manners != self._worn:
            self._worn = manners
            self._avatar.wear(manners)

    def _follow_login(self, *, wanted: bool) -> None:
        if why := self._login.follow(wanted=wanted):
            self._tell(why)
            if wanted and not self._login.holds():
                self._save("desktop", start_at_login=False)

    def _minute_of_day(self) -> int:
        now = self._now()
        return now.hour * 60 + now.minute

    def _save(self, section: str, **fields: object) -> None:
        if refused := self._tuning.set(section, **fields):
            self._tell(refused)

    def _tell(self, why: str) -> None:
        self._director.take(Failed("settings", Blame.SETTINGS, why))


def _hours(settings: Settings) -> tuple[object, ...]:
    quiet = settings.quiet
    return quiet.hours, quiet.begin, quiet.end


def _spot(settings: Settings) -> tuple[object, ...]:
    window = settings.window
    return window.x, window.y, window.screen


def _home(settings: Settings) -> Placement:
    return at_home(QGuiApplication.primaryScreen().availableGeometry(), settings.window.scale)
