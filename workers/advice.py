"""What a user can type to put things right: in a checkout our scripts, in the installed program its own commands."""

from __future__ import annotations

import sys


def installed() -> bool:
    """Whether this is the installed program and no checkout."""
    return bool(getattr(sys, "frozen", False))


def own(command: str) -> str:
    """One of Vesper's commands, as it is typed: `own("doctor")`."""
    return f"vesper {command}" if installed() else f"python -m app {command}"


def fetching(model_id: str = "") -> str:
    """What fetches the models she needs, or the one named."""
    if installed() or model_id:
        return own(f"models fetch {model_id}".rstrip())
    return "python3 installer/run.py"


def repairing() -> str:
    """What brings back a part of the program that is missing, as the end of a sentence."""
    if installed():
        return "install Vesper anew"
    return "run python3 installer/run.py to complete the installation"
