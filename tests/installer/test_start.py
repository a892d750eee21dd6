"""`run.py` as a process in a scratch checkout, and the parts it decides with."""

from __future__ import annotations

import ast
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer import display, python
from installer.start import Wish
from installer.terminal import ROOT
from tests.installer.conftest import Checkout, Programs

FETCH = "-m workers.weights fetch"


def test_without_a_display_the_chat_opens_here(checkout: Checkout) -> None:
    done = checkout.call("run.py", "--no-system")
    assert done.returncode == 0
    assert "no display" in done.stdout
    assert done.stderr == ""
    assert checkout.calls == [FETCH, "-P -m app chat"]


def test_a_command_goes_to_vesper_as_it_is(checkout: Checkout) -> None:
    done = checkout.call("run.py", "--no-system", "speak", "--help", "two words", "--no-system")
    assert checkout.calls[-1] == "-P -m app speak --help two words --no-system"
    assert "no display" not in done.stdout


def test_vespers_exit_status_and_folder_are_passed_on(checkout: Checkout) -> None:
    checkout.script(f'case "$*" in *app*) pwd > "{checkout.root}/where"; echo "$PYTHONPATH"; exit 7;; esac')
    done = checkout.call("run.py", "--no-system", "doctor", PYTHONPATH="/elsewhere")
    assert done.returncode == 7
    assert (checkout.root / "where").read_text().strip() == str(checkout.root)
    assert f"{checkout.root}{os.pathsep}/elsewhere" in done.stdout


def test_setup_only_starts_nothing(checkout: Checkout) -> None:
    done = checkout.call("run.py", "--no-system", "--setup-only")
    assert done.returncode == 0
    assert "Everything is in place" in done.stdout
    assert checkout.calls == [FETCH]


def test_models_that_cannot_be_had_stop_with_the_reason(checkout: Checkout) -> None:
    checkout.script('echo "A sample could not be fetched." >&2; exit 1')
    done = checkout.call("run.py", "--no-system")
    assert done.returncode == 1
    assert done.stderr == "A sample could not be fetched.\n"
    assert checkout.calls == [FETCH]


def test_help_sets_nothing_up(checkout: Checkout) -> None:
    done = checkout.call("run.py", "--help")
    assert "--virtual-display" in done.stdout
    assert checkout.calls == []


def test_the_virtual_display_is_there_while_vesper_runs_and_gone_after(checkout: Checkout) -> None:
    checkout.script('case "$*" in *app*) echo "screen $DISPLAY"; xset q | head -1; echo "$$" ;; esac')
    done = checkout.call("run.py", "--no-system", "--virtual-display")
    assert "Keyboard Control" in done.stdout, done.stdout + done.stderr
    number = done.stdout.partition("screen :")[2].split()[0]
    assert not display.has_display({"DISPLAY": f":{number}"})
    assert checkout.calls[-1] == "-P -m app"


def test_our_options_end_at_the_first_word_of_vespers() -> None:
    wish = Wish.parse(["--no-system", "chat", "--virtual-display"])
    assert wish.options == {"--no-system"}
    assert wish.command == ("chat", "--virtual-display")
    assert not wish.opens_window
    assert Wish.parse([]).opens_window


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    monkeypatch.setattr(display, "SOCKETS", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "X42"))
        listener.listen()
        yield listener


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":42"}, True),
        ({"DISPLAY": ":42.0"}, True),
        ({"DISPLAY": ":43"}, False),
        ({"DISPLAY": "far.away:0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_a_display_counts_only_if_it_answers(
    server: socket.socket, environment: dict[str, str], *, there: bool
) -> None:
    assert server
    assert display.has_display(environment) is there


@pytest.mark.parametrize("name", ["run.py", "test.py", "python.py", "__init__.py"])
def test_an_old_python_can_read_what_tells_it_off(name: str) -> None:
    source = (ROOT / "installer" / name).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))


def test_an_old_python_is_told_what_is_needed(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    assert programs.calls == []
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        python.require_python()


def test_a_newer_python_takes_over(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    programs.add("python3.12", "exit 5")
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    monkeypatch.setattr("sys.argv", ["installer/run.py", "chat"])
    with pytest.raises(SystemExit) as ended:
        python.require_python()
    assert ended.value.code == 5
    assert programs.calls == ["python3.12 installer/run.py chat"]
