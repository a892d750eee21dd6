"""The stage tests play on: a real X server with window manager and compositor, and a real sound server.

`python -m tests.stage COMMAND …` runs a command on it. In tests use the fixtures `screen`, `sound` and
`stage`.

Screen: Xvfb (24 bit, Composite) → openbox → picom; a tray host (trayer) starts on request. Sound: a private
PulseAudio with the loudspeaker `spk` and the microphone `vmic`; play into the sink `micfeed` to speak into
it, record `spk.monitor` to hear what is played.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SINK_RATE_HZ = 48_000


def wait_until(condition: Callable[[], bool], what: str, timeout_s: float = 20.0) -> None:
    """Poll until `condition` holds. Raises TimeoutError naming `what`."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)


@contextmanager
def program(
    *argv: str, env: Mapping[str, str], log: Path, pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A background program, killed at the end."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            argv, env=dict(env), stdin=subprocess.DEVNULL, stdout=out, stderr=out, pass_fds=pass_fds
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


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server. `env` is what a program needs to appear on it."""

    env: dict[str, str]
    folder: Path

    @contextmanager
    def tray_host(self) -> Iterator[subprocess.Popen[bytes]]:
        """A system tray along the top edge, left."""
        argv = ("trayer", "--edge", "top", "--align", "left", "--widthtype", "request", "--height", "32")
        with program(*argv, env=self.env, log=self.folder / "trayer.log") as process:
            yield process

    def picture(self, path: Path) -> Path:
        """A PNG of the whole screen as composited."""
        subprocess.run(["import", "-window", "root", f"png32:{path}"], env=self.env, check=True, timeout=30)
        return path

    def xdotool(self, *argv: str) -> str:
        """Run xdotool on this screen."""
        done = subprocess.run(["xdotool", *argv], env=self.env, check=True, capture_output=True, timeout=30)
        return done.stdout.decode().strip()

    def paint_root(self, colour: str) -> None:
        """Fill the desktop with one colour."""
        argv = [sys.executable, "-m", "tests.paint_root", colour]
        subprocess.run(argv, env=self.env, cwd=Path(__file__).parents[1], check=True, timeout=10)


@contextmanager
def screen(*, compositor: bool = True, size: str = "1280x800") -> Iterator[Screen]:
    """An X server of our own with a window manager, and a compositor if asked."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vesper-screen-")))
        env = {key: value for key, value in os.environ.items() if key not in {"WAYLAND_DISPLAY", "DISPLAY"}}
        env |= {"LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
        read, write = os.pipe()
        argv = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "+extension", "Composite"]
        argv += ["-nolisten", "tcp", "-noreset"]
        stack.enter_context(program(*argv, env=env, log=folder / "xvfb.log", pass_fds=(write,)))
        os.close(write)
        number = b""
        while not number.endswith(b"\n"):
            piece = os.read(read, 16)
            if not piece:
                raise RuntimeError((folder / "xvfb.log").read_text())
            number += piece
        os.close(read)
        env["DISPLAY"] = f":{number.decode().strip()}"
        stack.enter_context(program("openbox", env=env, log=folder / "openbox.log"))
        wait_until(lambda: "_NET_SUPPORTING_WM_CHECK(WINDOW)" in _root_property(env), "openbox")
        if compositor:
            argv = ["picom", "--backend", "xrender", "--config", "/dev/null"]
            stack.enter_context(program(*argv, env=env, log=folder / "picom.log"))
            wait_until(lambda: _composited(env), "picom")
        yield Screen(env, folder)


def _root_property(env: Mapping[str, str]) -> str:
    argv = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    return subprocess.run(argv, env=dict(env), check=False, capture_output=True).stdout.decode()


def _composited(env: Mapping[str, str]) -> bool:
    code = (
        "import ctypes as c; x=c.CDLL('libX11.so.6'); x.XOpenDisplay.restype=c.c_void_p;"
        "x.XInternAtom.argtypes=[c.c_void_p,c.c_char_p,c.c_int]; x.XInternAtom.restype=c.c_ulong;"
        "x.XGetSelectionOwner.argtypes=[c.c_void_p,c.c_ulong]; x.XGetSelectionOwner.restype=c.c_ulong;"
        "d=x.XOpenDisplay(None); print(x.XGetSelectionOwner(d,x.XInternAtom(d,b'_NET_WM_CM_S0',0)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=dict(env), check=False, capture_output=True)
    return done.stdout.strip() not in {b"", b"0"}


@dataclass(frozen=True, slots=True)
class Sound:
    """A running sound server. `env` is what a program needs to use it."""

    env: dict[str, str]
    folder: Path

    def pactl(self, *argv: str) -> str:
        """Run pactl on this server."""
        done = subprocess.run(["pactl", *argv], env=self.env, check=True, capture_output=True, timeout=20)
        return done.stdout.decode()

    def say(self, wav: Path) -> None:
        """Play a file into the microphone; returns when it has been played."""
        subprocess.run(["paplay", "-d", "micfeed", str(wav)], env=self.env, check=True, timeout=180)

    @contextmanager
    def say_in_background(self, wav: Path) -> Iterator[subprocess.Popen[bytes]]:
        """Play a file into the microphone meanwhile."""
        with program(
            "paplay", "-d", "micfeed", str(wav), env=self.env, log=self.folder / "paplay.log"
        ) as process:
            yield process

    @contextmanager
    def recording(self, raw: Path, source: str = "spk.monitor") -> Iterator[None]:
        """Record a source meanwhile into `raw`: s16le mono at 48 kHz."""
        argv = ["parec", "-d", source, "--format=s16le", f"--rate={SINK_RATE_HZ}", "--channels=1"]
        with raw.open("wb") as out:
            process = subprocess.Popen([*argv, "--latency-msec=10"], env=self.env, stdout=out)
            try:
                wait_until(lambda: raw.stat().st_size > 0, "recording")
                yield
            finally:
                process.terminate()
                process.wait(5)


@contextmanager
def sound() -> Iterator[Sound]:
    """A PulseAudio server of our own, good for root, no hardware."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vesper-sound-")))
        (folder / "state").mkdir()
        folder.chmod(0o700)
        socket = folder / "native"
        env = dict(os.environ) | {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_SINK": "spk",
            "PULSE_SOURCE": "vmic",
            "PULSE_LATENCY_MSEC": "20",
        }
        modules = (
            f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            f"module-null-sink sink_name=spk rate={SINK_RATE_HZ} channels=2 norewinds=1",
            f"module-null-sink sink_name=micfeed rate={SINK_RATE_HZ} channels=1 norewinds=1",
            "module-remap-source source_name=vmic master=micfeed.monitor",
        )
        argv = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        argv += ["--disable-shm=yes", "--log-target=stderr"]
        for module in modules:
            argv += ["-L", module]
        stack.enter_context(program(*argv, env=env, log=folder / "pulse.log"))
        server = Sound(env, folder)
        wait_until(lambda: _answers(server), "PulseAudio")
        server.pactl("set-default-sink", "spk")
        server.pactl("set-default-source", "vmic")
        yield server


def _answers(server: Sound) -> bool:
    argv = ["pactl", "list", "short", "sources"]
    return b"vmic" in subprocess.run(argv, env=server.env, check=False, capture_output=True).stdout


NEEDED = (
    "Xvfb",
    "openbox",
    "picom",
    "trayer",
    "pulseaudio",
    "pactl",
    "paplay",
    "parec",
    "xdotool",
    "import",
)


@contextmanager
def on_stage() -> Iterator[tuple[Screen, Sound]]:
    """The stage this process already stands on (`python -m tests.stage`), or one of its own."""
    folder = os.environ.get("VESPER_STAGE")
    if folder:
        env = dict(os.environ)
        yield Screen(env, Path(folder)), Sound(env, Path(folder))
        return
    with screen() as x, sound() as pulse:
        env = {**pulse.env, **x.env, **_only(pulse.env)}
        yield Screen(env, x.folder), Sound(env, pulse.folder)


def main() -> int:
    """Run a command on the stage, tray included."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(
            f"missing programs: {', '.join(missing)}; python3 installer/test.py installs them",
            file=sys.stderr,
        )
        return 1
    with screen() as x, sound() as pulse, x.tray_host():
        return subprocess.run(
            sys.argv[1:], env={**pulse.env, **x.env, **_only(pulse.env)}, check=False
        ).returncode


def _only(env: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in env.items() if key.startswith("PULSE_") or key == "XDG_RUNTIME_DIR"}


if __name__ == "__main__":
    raise SystemExit(main())
