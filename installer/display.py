"""Whether there is a screen to open a window on, and a virtual one for machines without."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

from installer.terminal import SetupError

SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - where X servers listen, by convention
_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def has_display(environment: dict[str, str]) -> bool:
    """Tell whether a window could be opened: on Linux, if a display server answers; elsewhere always."""
    if sys.platform != "linux":
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    local = _LOCAL.fullmatch(display)
    if local is None:
        return bool(display)
    return any(_answers(f"{prefix}{SOCKETS}/X{local[1]}") for prefix in ("", "\0"))


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1.0)
        try:
            client.connect(address)
        except OSError:
            return False
    return True


@contextlib.contextmanager
def virtual_display(environment: dict[str, str], size: str = "1280x800") -> Iterator[dict[str, str]]:
    """Run an X server without a screen, with window manager and compositor; give the environment for it."""
    read, write = os.pipe()
    server = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "+extension", "Composite"]
    with contextlib.ExitStack() as stack:
        stack.enter_context(_running([*server, "-nolisten", "tcp"], environment, pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise SetupError("The virtual display (Xvfb) did not start. Is the package xvfb whole?")
        inside = {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        inside.pop("WAYLAND_DISPLAY", None)
        stack.enter_context(_running(["openbox"], inside))
        stack.enter_context(_running(["picom", "--backend", "xrender", "--config", os.devnull], inside))
        yield inside


@contextlib.contextmanager
def _running(
    command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, pass_fds=pass_fds
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
