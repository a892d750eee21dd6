"""Her manners: what the settings mean for her window, the clock, her place and starting at login."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.avatar.manners import Manners
from app.avatar.placement import Placement
from app.body import Body
from app.config.manners import hours_hold, manners_of, placement_of
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.manners import MannersDesk
from app.director import Director
from app.look import motion
from app.look.motion import less_motion
from app.session.login import LoginStart, Start, XdgAutostart
from models.companion import Companion
from models.events import Event, Failed
from models.requests import QuietChosen
from models.settings import Settings
from models.settings_desktop import Place, Quiet
from models.status import Status
from tests.models.characters import CHARACTER
from workers.runtime.lane import Lane


class Avatar(QObject):
    """A window that only remembers what it was told."""

    moved_or_scaled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.worn: list[Manners] = []
        self.put: list[Placement] = []
        self.places: dict[str, Place] = {}

    def wear(self, manners: Manners) -> None:
        self.worn.append(manners)

    def place(self, placement: Placement) -> None:
        self.put.append(placement)


class Clock:
    """A clock that stands where it was set."""

    def __init__(self, hour: int, minute: int, second: int = 0) -> None:
        self.at = datetime(2026, 11, 21, hour, minute, second, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Set:
    """A desk and what stands around it."""

    desk: MannersDesk
    avatar: Avatar
    tuning: Tuning
    clock: Clock
    entry: Path
    director: Director
    events: list[Event] = field(default_factory=list)
    told: list[bool] = field(default_factory=list)

    def quiet(self) -> list[bool]:
        return [event.on for event in self.events if isinstance(event, QuietChosen)]


def around(folder: Path, clock: Clock, settings: str = "") -> Set:
    (folder / "settings.toml").write_text(settings)
    tuning = Tuning(SettingsStore(folder / "settings.toml", {}))
    director = Director(
        Companion.of(CHARACTER, quiet=tuning.settings.quiet.do_not_disturb), Body({}), Lane(Status(0.0))
    )
    entry = XdgAutostart(Start(("/opt/vesper",)))
    avatar = Avatar()
    desk = MannersDesk(avatar, director, tuning, LoginStart(entry, folder / "mark"), clock)  # type: ignore[arg-type]
    made = Set(desk, avatar, tuning, clock, entry.file, director)
    director.happened.connect(made.events.append)
    desk.quiet_changed.connect(made.told.append)
    desk.start()
    return made


@pytest.fixture(autouse=True)
def home(qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    return tmp_path


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Set]:
    made = around(tmp_path, Clock(12, 0))
    yield made
    made.desk.stop()


# --- what settings mean --------------------------------------------------------------------------------------


def test_every_setting_of_the_window_has_a_meaning() -> None:
    settings = Settings.model_validate(
        {
            "window": {
                "scale": 2.0, "opacity": 0.5, "flipped": True, "locked": True, "snap": False, "click_through": True,
                "every_workspace": False, "always_on_top": False, "stand_down": False, "x": 3, "y": 4, "screen": "DP-1",
            },
            "capture": {"key_colour": "#00ff00", "scale": 1.5, "streaming_look": True},
        }
    )  # fmt: skip
    assert manners_of(settings, reduced_motion=True) == Manners(
        scale=2.0, opacity=0.5, flipped=True, locked=True, snap=False, click_through=True, every_workspace=False,
        always_on_top=False, stand_down=False, key_colour="#00ff00", fixed_scale=1.5, reduced_motion=True,
    )  # fmt: skip
    assert manners_of(Settings()) == Manners()
    assert placement_of(settings) == Placement(3, 4, 2.0, "DP-1")
    assert placement_of(Settings()) is None


def test_when_it_is_quiet() -> None:
    hours = Quiet(hours=True, begin="22:00", end="08:00")
    assert hours_hold(hours, 23 * 60)
    assert not hours_hold(hours, 12 * 60)
    assert not hours_hold(hours.model_copy(update={"hours": False}), 23 * 60)


# --- the window ----------------------------------------------------------------------------------------------


def test_she_wears_what_is_chosen_at_once(day: Set) -> None:
    assert day.avatar.worn == [Manners()]
    day.tuning.set("window", opacity=0.5)
    day.tuning.set("capture", streaming_look=True)
    day.tuning.set("voice", volume=0.5)
    assert day.avatar.worn[1:] == [Manners(opacity=0.5), Manners(opacity=0.5, fixed_scale=1.0)]


def test_less_motion_is_worn(day: Set) -> None:
    day.tuning.set("desktop", reduced_motion="on")
    assert day.desk.reduced_motion
    assert day.avatar.worn[-1] == Manners(reduced_motion=True)


def test_where_she_is_put_is_kept_for_each_monitor(day: Set, home: Path) -> None:
    day.avatar.places = {"HDMI-1": Place(x=5, y=6), "DP-1": Place(x=10, y=20, scale=1.25)}
    day.avatar.moved_or_scaled.emit(Placement(110, 20, 1.2504, "DP-1"))
    window = SettingsStore(home / "settings.toml", {}).settings.window
    assert (window.x, window.y, window.scale, window.screen) == (110, 20, 1.25, "DP-1")
    assert window.places == day.avatar.places
    assert list(window.places) == ["HDMI-1", "DP-1"], "the newest is the last"
    assert day.avatar.put == [], "she is there already"
    day.avatar.places = {"DP-1": Place(x=1, y=2)}
    day.avatar.moved_or_scaled.emit(Placement(101, 2, 1.0, "DP-1"))
    assert SettingsStore(home / "settings.toml", {}).settings.window.places == day.avatar.places


def test_a_place_from_settings_of_another_machine_is_taken(day: Set) -> None:
    day.tuning.set("window", x=40, y=50)
    assert day.avatar.put == [Placement(40, 50, 1.0)]
    day.tuning.set("window", x=None, y=None)
    (home_again,) = day.avatar.put[1:]
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(home_again.rect)


# --- quiet ---------------------------------------------------------------------------------------------------


def test_do_not_disturb_is_told_once(day: Set) -> None:
    day.tuning.set("quiet", do_not_disturb=True)
    day.tuning.set("voice", volume=0.5)
    assert day.quiet() == [True]
    assert day.told == [True]
    assert day.desk.quiet
    assert day.director.companion.quiet
    day.tuning.set("quiet", do_not_disturb=False)
    assert day.quiet() == [True, False]


def test_quiet_hours_begin_and_end_by_the_clock(tmp_path: Path, qtbot: QtBot) -> None:
    made = around(tmp_path, Clock(21, 59, 40), '[quiet]\nhours = true\nbegin = "22:00"\nend = "07:30"\n')
    timer = made.desk._minute
    assert made.quiet() == []
    assert timer.interval() == 20_050, "the next minute, and not before it"
    made.clock.at = made.clock.at.replace(hour=22, minute=0, second=0)
    timer.timeout.emit()
    assert made.quiet() == [True]
    assert made.desk.hours
    assert timer.interval() == 60_050
    made.tuning.set("quiet", do_not_disturb=True)
    made.clock.at = made.clock.at.replace(hour=7, minute=30)
    timer.timeout.emit()
    assert made.quiet() == [True], "the hours are over, the wish is not"
    made.tuning.set("quiet", do_not_disturb=False)
    assert made.quiet() == [True, False]
    made.tuning.set("quiet", hours=False)
    assert not timer.isActive(), "without hours no clock is looked at"
    made.desk.stop()


def test_taken_back_in_quiet_hours_they_are_over_for_today(tmp_path: Path) -> None:
    made = around(tmp_path, Clock(23, 0), '[quiet]\nhours = true\nbegin = "22:00"\nend = "07:30"\n')
    made.desk.toggle_quiet()
    assert made.quiet() == [True, False]
    made.desk.look_at_clock()
    assert not made.desk.quiet, "the next minute changes nothing"
    made.desk.toggle_quiet()
    made.desk.toggle_quiet()
    assert made.quiet() == [True, False, True, False]
    assert not made.tuning.settings.quiet.do_not_disturb
    made.clock.at = made.clock.at.replace(hour=8)
    made.desk.look_at_clock()
    made.clock.at = made.clock.at.replace(hour=22)
    made.desk.look_at_clock()
    assert made.desk.quiet, "the next evening they hold again"
    made.desk.wish_quiet(on=False)
    made.tuning.set("quiet", begin="21:00")
    assert made.desk.quiet, "hours that are chosen anew hold"
    made.desk.stop()


def test_a_wish_by_day_is_kept(day: Set) -> None:
    day.desk.toggle_quiet()
    assert day.tuning.settings.quiet.do_not_disturb
    day.desk.toggle_quiet()
    assert not day.tuning.settings.quiet.do_not_disturb
    assert day.quiet() == [True, False]


def test_a_night_that_was_slept_through_is_noticed_at_the_first_look(tmp_path: Path) -> None:
    made = around(tmp_path, Clock(23, 0), '[quiet]\nhours = true\nbegin = "22:00"\nend = "07:30"\n')
    assert made.quiet() == [True], "she was started in the middle of it"
    made.clock.at = datetime(2026, 11, 23, 9, 0, 3, tzinfo=UTC)
    made.desk.look_at_clock()
    assert made.quiet() == [True, False]
    made.desk.stop()


def test_what_she_knows_at_the_start_is_not_told_again(tmp_path: Path) -> None:
    made = around(tmp_path, Clock(12, 0), "[quiet]\ndo_not_disturb = true\n")
    assert made.desk.quiet
    assert made.quiet() == []
    made.desk.stop()


# --- starting at login ---------------------------------------------------------------------------------------


def test_starting_at_login_follows_the_setting(day: Set) -> None:
    day.tuning.set("desktop", start_at_login=True)
    assert day.entry.exists()
    day.tuning.set("desktop", start_at_login=False)
    assert not day.entry.exists()


def test_what_the_user_undid_elsewhere_is_off_in_the_settings_too(tmp_path: Path) -> None:
    first = around(tmp_path, Clock(12, 0))
    first.tuning.set("desktop", start_at_login=True)
    first.desk.stop()
    first.entry.unlink()
    second = around(tmp_path, Clock(12, 0), "[desktop]\nstart_at_login = true\n")
    assert not second.tuning.settings.desktop.start_at_login
    assert not second.entry.exists()
    second.desk.stop()


def test_a_login_that_cannot_be_changed_is_told_and_not_claimed(day: Set, home: Path) -> None:
    (home / "config").write_text("in the way")
    day.tuning.set("desktop", start_at_login=True)
    assert not day.tuning.settings.desktop.start_at_login
    told = [event.message for event in day.events if isinstance(event, Failed)]
    assert told
    assert "Starting at login" in told[0]


# --- less motion ---------------------------------------------------------------------------------------------


def test_less_motion_as_the_user_says() -> None:
    assert less_motion("on")
    assert not less_motion("off")
    assert not less_motion("system")


@pytest.mark.parametrize(
    ("desktop", "file", "text", "less"),
    [
        ("KDE", "kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("KDE", "kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("KDE", "kdeglobals", "no section\n", False),
        ("XFCE", "gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("", "gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", True),
        ("", "gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = true\n", False),
    ],
)
def test_less_motion_as_the_desktop_has_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, desktop: str, file: str, text: str, *, less: bool
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    path = home / "config" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    assert less_motion("system") is less
    assert not less_motion("off")


def test_gnome_is_asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    program = home / "bin" / "gsettings"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\n[ "$*" = "get org.gnome.desktop.interface enable-animations" ] && echo false\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    assert less_motion("system")
    program.write_text("#!/bin/sh\necho true\n")
    assert not less_motion("system")
    program.write_text("#!/bin/sh\nexec sleep 5\n")
    monkeypatch.setattr(motion, "_LIMIT_S", 0.05)
    assert not less_motion("system")
