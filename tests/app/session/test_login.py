from __future__ import annotations

import configparser
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from app import paths
from app.session import login
from app.session.login import LoginStart, Start, XdgAutostart, desktop_entry, start_of
from app.session.login_elsewhere import LaunchAgent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("VESPER_CONFIG", raising=False)
    monkeypatch.setenv("VESPER_STATE", str(tmp_path / "state"))
    return tmp_path


def made(start: Start | None = None) -> tuple[LoginStart, Path]:
    entry = XdgAutostart(start or Start(("/opt/vesper/vesper",)))
    return LoginStart(entry, paths.state_folder() / "starts-at-login"), entry.file


def test_it_is_written_read_and_taken_away(home: Path) -> None:
    start, file = made()
    assert file == home / "config" / "autostart" / "vesper.desktop"
    assert not start.holds()
    assert start.follow(wanted=True) == ""
    assert start.holds()
    assert start.follow(wanted=False) == ""
    assert not file.exists()
    assert start.follow(wanted=False) == ""


def test_what_the_desktop_reads_starts_her_whatever_her_folder_is_called(home: Path) -> None:
    odd = home / 'a "folder" $HOME 100% `x` \\n with\tall'
    odd.mkdir()
    program = odd / "vesper"
    file = home / "entry.desktop"
    file.write_text(desktop_entry(Start((str(program), "--settings", "it's 50%.toml"), odd)))
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # as its documentation says
    entry.read_string(file.read_text())
    table = {key: _unescaped(value) for key, value in entry["Desktop Entry"].items()}
    assert table["TryExec"] == str(program)
    assert table["Path"] == str(odd)
    words = subprocess.run(
        ["sh", "-c", 'printf "%s\\0" ' + table["Exec"]], check=True, capture_output=True, text=True
    ).stdout.split("\0")
    assert [one.replace("%%", "%") for one in words[:-1]] == [str(program), "--settings", "it's 50%.toml"]


def _unescaped(value: str) -> str:
    return value.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\0", "\\")


def test_moved_or_edited_it_is_mended_at_the_next_start() -> None:
    start, file = made(Start(("/old/vesper",)))
    start.follow(wanted=True)
    moved, _ = made(Start(("/new/vesper",)))
    assert not moved.taken_away(wanted=True)
    assert "Exec=/new/vesper\n" in file.read_text()


@pytest.mark.parametrize("line", ["", "Hidden=true\n", "X-GNOME-Autostart-enabled = false\n"])
def test_what_the_user_undid_in_the_desktop_stays_undone(line: str) -> None:
    start, file = made()
    start.follow(wanted=True)
    if line:
        file.write_text(file.read_text() + line)
    else:
        file.unlink()
    assert not start.holds()
    assert start.taken_away(wanted=True)
    assert not start.holds(), "it is not written again"
    assert start.follow(wanted=True) == "", "asked for anew, it is"
    assert start.holds()


def test_wanted_by_settings_from_elsewhere_it_is_made() -> None:
    start, file = made()
    assert not start.taken_away(wanted=True)
    assert file.exists()
    assert not start.taken_away(wanted=False)
    assert file.exists(), "looking at it changes nothing that is not wanted"


def test_why_it_cannot_be_is_said(home: Path) -> None:
    (home / "config").write_text("a file where a folder should be")
    start, _ = made()
    assert start.follow(wanted=True).startswith("Starting at login cannot be changed: ")
    assert not start.holds()


def test_settings_of_ones_own_have_an_entry_of_their_own(home: Path) -> None:
    usual = start_of(paths.usual_settings_file())
    assert usual == Start((sys.executable, "-m", "app"), paths.ROOT)
    own = start_of(home / "trial.toml")
    assert own.argv[-2:] == ("--settings", str(home / "trial.toml"))
    assert own.name.startswith("vesper-")
    made(usual)[0].follow(wanted=True)
    made(own)[0].follow(wanted=False)
    assert made(usual)[0].holds()


def test_the_installed_program_is_named_as_it_is_found(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = home / "lib" / "vesper" / "vesper"
    program.parent.mkdir(parents=True)
    program.write_text("")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setenv("PATH", str(home / "bin"))
    assert login.start_of(paths.usual_settings_file()).argv == (str(program),)
    (home / "bin").mkdir()
    (home / "bin" / "vesper").symlink_to(program)
    assert login.start_of(paths.usual_settings_file()) == Start((str(home / "bin" / "vesper"),))
    monkeypatch.setenv("APPIMAGE", "/media/Vesper.AppImage")
    assert login.start_of(paths.usual_settings_file()).argv == ("/media/Vesper.AppImage",)


def test_this_system_has_its_entry(home: Path) -> None:
    start = login.login_start(paths.usual_settings_file())
    assert start.follow(wanted=True) == ""
    assert (home / "config" / "autostart" / "vesper.desktop").exists()


def test_the_agent_of_a_mac_says_how_she_is_started(home: Path) -> None:
    agent = LaunchAgent(Start(("/Applications/Vesper.app/vesper",), home))
    assert not agent.holds()
    agent.write()
    agent.write()
    assert agent.holds()
    table = plistlib.loads(agent.file.read_bytes())
    assert table["ProgramArguments"] == ["/Applications/Vesper.app/vesper"]
    assert table["RunAtLoad"] is True
    agent.remove()
    assert not agent.holds()
