"""`installer/run.py`: the way from a fresh checkout to a talking Vesper, and from then on a fast start."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

from installer.display import has_display, virtual_display
from installer.environment import Environment
from installer.system import CORE, PYTHON, VIRTUAL_DISPLAY, WINDOW, missing, provide
from installer.terminal import ROOT, SetupError, say

HELP = """\
python3 installer/run.py [OPTIONS] [COMMAND …]

Sets Vesper up where something is missing (system packages, the Python environment, the AI models), then
starts her. Without COMMAND her window opens, or, where there is no display, the chat in this terminal.
COMMAND and what follows it go to Vesper: chat, speak, sts, voices, devices, doctor.

  --no-system        install no system packages; print the line that would
  --virtual-display  put the window on a display without a screen (Xvfb)
  --setup-only       set up, start nothing
  --help             this text
"""
OPTIONS = ("--no-system", "--virtual-display", "--setup-only", "--help", "-h")


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    options: frozenset[str]
    command: tuple[str, ...]

    @classmethod
    def parse(cls, arguments: list[str]) -> Wish:
        """Take our own options from the front; the rest, from the first foreign word on, is Vesper's."""
        taken = 0
        while taken < len(arguments) and arguments[taken] in OPTIONS:
            taken += 1
        return cls(frozenset(arguments[:taken]), tuple(arguments[taken:]))

    @property
    def opens_window(self) -> bool:
        """Tell whether Vesper's window is wanted."""
        return not self.command or self.command[0] == "gui"


def main(arguments: list[str]) -> int:
    """Set up and start; give the exit status."""
    wish = Wish.parse(arguments)
    if wish.options & {"--help", "-h"}:
        print(HELP, end="")
        return 0
    try:
        return _start(wish)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again to go on where it was.", file=sys.stderr)
        return 130


def _start(wish: Wish) -> int:
    virtual = "--virtual-display" in wish.options
    windowed = wish.opens_window and (virtual or has_display(dict(os.environ)))
    needs = [*PYTHON, *CORE, *(WINDOW if windowed else ()), *(VIRTUAL_DISPLAY if virtual else ())]
    provide(needs, may_install="--no-system" not in wish.options)
    environment = Environment("run")
    environment.prepare()
    environment.fetch_models()
    if "--setup-only" in wish.options:
        say("Everything is in place. Start Vesper with: python3 installer/run.py")
        return 0
    command = list(wish.command)
    if wish.opens_window and not windowed:
        say("There is no display here, so the chat opens in this terminal.")
        say("(--virtual-display opens the window on a display without a screen.)")
        command = ["chat"]
    call = [str(environment.python), "-P", "-m", "app", *command]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *_python_path()])}
    if not virtual:
        sys.stdout.flush()
        if os.name != "nt":
            os.execve(call[0], call, surroundings)  # noqa: S606 - she takes over this process and its signals
        return subprocess.run(call, env=surroundings, check=False).returncode
    lacking = [need.program for need in missing(VIRTUAL_DISPLAY) if need.program]
    if lacking:
        message = f"A virtual display needs {', '.join(lacking)}."
        raise SetupError(message)
    with virtual_display(surroundings) as inside:
        say(f"Vesper's window is on the virtual display {inside['DISPLAY']}.")
        return subprocess.run(call, env=inside, check=False).returncode


def _python_path() -> list[str]:
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
