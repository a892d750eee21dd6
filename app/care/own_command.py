"""How this program is started from itself, in a checkout and as a frozen bundle."""

from __future__ import annotations

import os
import subprocess
import sys

from app.paths import ROOT


def own_command(*arguments: str) -> list[str]:
    """The command line of one of our own commands."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "app", *arguments]


def start_again(*arguments: str) -> None:
    """Begin anew in place of this process, which must have closed everything it holds; does not come back.

    On Windows, which cannot replace a process, a new one is started and this one goes (untested there).
    """
    command = own_command(*arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(command[0], command)  # noqa: S606  # our own program
    subprocess.Popen(command, cwd=ROOT, close_fds=True)
    os._exit(0)
