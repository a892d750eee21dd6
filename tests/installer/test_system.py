"""System packages: looked for by what they give, named, and installed only where that is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import system
from installer.system import Need, missing, provide
from installer.terminal import SetupError
from tests.installer.conftest import Programs

SOUND = Need("libportaudio2", "sound", library="libportaudio.so.2")
XVFB = Need("xvfb", "the screen", program="Xvfb")
FONTS = Need("fonts-dejavu-core", "text")
VENV = Need("python3-venv", "environments", module="no_such_module", essential=True)
LIBRARIES = 'echo "  libportaudio.so.2 (libc6,x86-64) => /usr/lib/libportaudio.so.2"'


@pytest.fixture(autouse=True)
def log_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("installer.terminal.LOGS", tmp_path / "logs")
    monkeypatch.setattr(system, "_APT_LISTS", tmp_path / "lists")
    monkeypatch.setattr(system, "_is_root", lambda: True)
    monkeypatch.setattr(system, "person_present", lambda: False)


def test_a_library_is_found_by_its_exact_soname(programs: Programs) -> None:
    programs.add("ldconfig", LIBRARIES)
    assert missing([SOUND]) == []
    other = Need("libportaudio0", "sound", library="libportaudio.so")
    assert missing([other]) == [other]


def test_a_program_is_found_on_the_path(programs: Programs) -> None:
    assert missing([XVFB]) == [XVFB]
    programs.add("Xvfb")
    assert missing([XVFB]) == []


@pytest.mark.parametrize(
    ("state", "there"), [("installed", True), ("config-files", False), ("unpacked", False)]
)
def test_a_data_package_must_be_fully_installed(programs: Programs, state: str, *, there: bool) -> None:
    programs.add("dpkg-query", f'echo "fonts-dejavu-core {state}"')
    assert missing([FONTS]) == ([] if there else [FONTS])


def test_data_packages_are_not_asked_for_where_there_is_no_dpkg(programs: Programs) -> None:
    assert programs.calls == []
    assert missing([FONTS]) == []


def test_a_package_is_named_once(programs: Programs) -> None:
    assert programs.calls == []
    twice = [Need("x", "a", program="one"), Need("x", "b", program="two")]
    assert missing(twice) == twice[:1]


def test_nothing_is_run_or_said_when_all_is_there(
    programs: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.add("ldconfig", LIBRARIES)
    programs.add("apt-get")
    provide([SOUND], may_install=True)
    assert [call.split()[0] for call in programs.calls] == ["ldconfig"]
    assert capsys.readouterr().out == ""


def test_root_without_a_person_installs_after_a_first_update(programs: Programs) -> None:
    programs.add(
        "apt-get",
        f'[ "$3" = install ] && printf "#!/bin/sh\\n" > "{programs.folder}/Xvfb"; '
        f'/bin/chmod +x "{programs.folder}/Xvfb"; exit 0',
    )
    provide([XVFB], may_install=True)
    options = "apt-get -o DPkg::Lock::Timeout=300"
    assert programs.calls == [f"{options} update", f"{options} install -y --no-install-recommends xvfb"]


def test_lists_at_hand_are_renewed_only_if_the_install_fails(programs: Programs, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "somewhere_Packages").touch()
    programs.add("apt-get", "exit 100")
    provide([XVFB], may_install=True)
    assert [call.split()[3] for call in programs.calls] == ["install", "update", "install"]


def test_a_failed_install_shows_why(programs: Programs, capsys: pytest.CaptureFixture[str]) -> None:
    programs.add("apt-get", "echo E: the mirror is asleep; exit 100")
    provide([XVFB], may_install=True)
    out = capsys.readouterr().out
    assert "the mirror is asleep" in out
    assert "Going on without them" in out


def test_no_system_prints_the_line_to_paste(programs: Programs, capsys: pytest.CaptureFixture[str]) -> None:
    programs.add("apt-get")
    provide([XVFB, Need("openbox", "the screen", program="openbox")], may_install=False)
    assert programs.calls == []
    assert "apt-get install -y --no-install-recommends xvfb openbox" in capsys.readouterr().out


def test_a_person_is_asked_once_and_may_refuse(
    programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.add("apt-get")
    questions = []
    monkeypatch.setattr(system, "person_present", lambda: True)

    def refuse(question: str) -> bool:
        questions.append(question)
        return False

    monkeypatch.setattr(system, "confirm", refuse)
    provide([XVFB], may_install=True)
    assert len(questions) == 1
    assert programs.calls == []
    assert "paste this line" in capsys.readouterr().out


def test_without_root_and_without_sudo_nothing_is_tried(
    programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.add("apt-get")
    monkeypatch.setattr(system, "_is_root", lambda: False)
    provide([XVFB], may_install=True)
    assert programs.calls == []
    assert "sudo apt-get install" in capsys.readouterr().out


def test_sudo_is_used_where_it_needs_no_password(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    programs.add("apt-get")
    programs.add("sudo")
    monkeypatch.setattr(system, "_is_root", lambda: False)
    provide([XVFB], may_install=True)
    assert [call for call in programs.calls if "install" in call] == [
        "sudo apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends xvfb"
    ]


def test_what_is_essential_stops_the_set_up(programs: Programs) -> None:
    assert programs.calls == []
    with pytest.raises(SetupError, match="cannot go on without python3-venv"):
        provide([VENV, XVFB], may_install=False)


def test_another_system_gets_the_names(programs: Programs, capsys: pytest.CaptureFixture[str]) -> None:
    assert programs.calls == []
    provide([XVFB], may_install=True)
    out = capsys.readouterr().out
    assert "xvfb" in out
    assert "the names are Debian's" in out
