"""What the settings mean for her window: pure, so that dialog, menu and desk agree."""

from __future__ import annotations

from app.avatar.manners import Manners
from app.avatar.placement import Placement
from models.quiet_hours import minute_of, within
from models.settings import Settings
from models.settings_desktop import Quiet


def manners_of(settings: Settings, *, reduced_motion: bool = False) -> Manners:
    """How her window behaves."""
    window, capture = settings.window, settings.capture
    return Manners(
        scale=window.scale,
        opacity=window.opacity,
        flipped=window.flipped,
        locked=window.locked,
        snap=window.snap,
        click_through=window.click_through,
        every_workspace=window.every_workspace,
        always_on_top=window.always_on_top,
        stand_down=window.stand_down,
        key_colour=capture.key_colour,
        fixed_scale=capture.scale if capture.streaming_look else None,
        reduced_motion=reduced_motion,
    )


def placement_of(settings: Settings) -> Placement | None:
    """Where the user put her; None when they did not."""
    window = settings.window
    if window.x is None or window.y is None:
        return None
    return Placement(window.x, window.y, window.scale, window.screen)


def hours_hold(quiet: Quiet, minute: int) -> bool:
    """Whether it is quiet hours at a minute of the day."""
    return quiet.hours and within(minute, minute_of(quiet.begin), minute_of(quiet.end))
