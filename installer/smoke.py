"""Try an installed build as a user would: `python3 -m installer.smoke FOLDER_OF_VESPER`.

Runs the programs in the folder, away from the checkout and with fresh settings, with the models of this
machine. Nothing of the Python environment is used.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import wave
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.display import virtual_display
from installer.release import installed_bytes
from installer.terminal import clock, duration, say

SENTENCE = "Good evening. The star is up."
SHORTEST_S, LONGEST_S = 1.0, 10.0
QUIET = 1000  # of 32767
ENGINES = ("Voice", "Hearing", "Embedded model")
FEW_VISEMES = 10
FEW_COLOURS = 200
COMMAND_S = 120
WINDOW_S = 60
TITLE = "Vesper"
BACKGROUND = "#ff00ff"


class SmokeError(Exception):
    """The build does not do what it must; the message says what was seen instead."""


@dataclass(frozen=True)
class Build:
    """The installed programs and the surroundings they are run in."""

    folder: Path
    scratch: Path
    environment: dict[str, str]

    @property
    def vesper(self) -> str:
        """The program."""
        return str(self.folder / ("vesper.exe" if sys.platform == "win32" else "vesper"))

    def run(self, *arguments: str) -> str:
        """Run a command to its end and give what it printed."""
        done = subprocess.run(
            [self.vesper, *arguments],
            env=self.environment,
            cwd=self.scratch,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_S,
            check=False,
        )
        if done.returncode:
            message = (
                f"`vesper {' '.join(arguments)}` ended with {done.returncode}:\n{done.stdout}{done.stderr}"
            )
            raise SmokeError(message)
        return done.stdout


def version(build: Build) -> str:
    """It knows its version."""
    printed = build.run("--version").strip()
    require(f"the version is {printed!r}", holds=printed.startswith("Vesper ") and "unknown" not in printed)
    return printed


def models(build: Build) -> str:
    """It finds the models of this machine."""
    printed = build.run("models", "list")
    require(f"models are missing:\n{printed}", holds="missing" not in printed)
    return f"{len(printed.splitlines())} lines"


def doctor(build: Build) -> str:
    """Its engines really speak, hear and think, each in its own process, and the doctor says so as JSON."""
    parts = {part["part"]: part for part in json.loads(build.run("doctor", "--json"))["parts"]}
    for name in ENGINES:
        part = next((parts[known] for known in parts if known.startswith(name)), None)
        require(f"{name}: {part}", holds=part is not None and part["state"] == "works")
    return f"{len(parts)} parts"


def voices(build: Build) -> str:
    """It knows the voices."""
    printed = build.run("voices")
    require(f"af_heart is not among the voices:\n{printed}", holds="af_heart" in printed)
    return f"{len(printed.splitlines())} lines"


def speech(build: Build) -> str:
    """It speaks: a WAV that is neither short nor silent, and visemes that fit it."""
    sound, mouth = build.scratch / "said.wav", build.scratch / "said.json"
    build.run("speak", SENTENCE, "-o", str(sound), "--visemes", str(mouth))
    with wave.open(str(sound)) as file:
        seconds = file.getnframes() / file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))
    require(f"the sentence takes {seconds:.1f} s", holds=SHORTEST_S < seconds < LONGEST_S)
    require("the sound is silent", holds=max(samples) > QUIET)
    visemes = json.loads(mouth.read_text(encoding="utf-8"))["visemes"]
    require("the mouth hardly moves", holds=len(visemes) > FEW_VISEMES)
    return f"{seconds:.1f} s of speech"


def papers(build: Build) -> str:
    """It carries the licences of what it is made of, and a bill of materials that names its engines."""
    inside = build.folder / "_internal"
    bill = json.loads((inside / "sbom.cdx.json").read_text(encoding="utf-8"))
    named = {part["name"] for part in bill["components"]}
    lacking = {"onnxruntime", "ctranslate2", "live2d-py", "whisper-base"} - named
    require(f"the bill of materials does not name {lacking}", holds=not lacking)
    page = (inside / "THIRD_PARTY.txt").read_text(encoding="utf-8")
    require("the page of licences does not name the Live2D Cubism Core", holds="Cubism Core" in page)
    return f"{len(named)} parts"


def window(build: Build) -> str:
    """Its window appears and is painted, its local API and pages answer, and it goes when it is asked to."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        return "left out: no Xvfb or xdotool here"
    with virtual_display(build.environment) as inside:
        subprocess.run(["xsetroot", "-solid", BACKGROUND], env=inside, check=True)
        started = clock()
        with started_program([build.vesper], inside, build.scratch) as program:
            search = ["xdotool", "search", "--onlyvisible", "--name", f"^{TITLE}$"]
            wait(lambda: bool(output(search, inside)), "no window came up", program)
            wait(lambda: colours(inside) > FEW_COLOURS, "the window shows no picture", program)
            seconds = clock() - started
            here = f"http://127.0.0.1:{inside['COMPANION_PORT']}"
            wait(lambda: '"ok"' in page(f"{here}/health"), "the local API does not answer", program)
            require("the overlay page is not there", holds="<script" in page(f"{here}/overlay"))
            program.terminate()
            try:
                status = program.wait(15)
            except subprocess.TimeoutExpired:
                raise SmokeError("the window did not close within 15 s of being asked to") from None
            require(f"the window ended with {status}", holds=status in {0, -15})
    return f"on the screen after {seconds:.1f} s"


@contextlib.contextmanager
def started_program(
    command: list[str], environment: dict[str, str], folder: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program meanwhile; its output goes to a log in `folder`."""
    with (folder / "program.log").open("wb") as log:
        program = subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        yield program
    except SmokeError as error:
        text = (folder / "program.log").read_text(encoding="utf-8", errors="replace")
        message = f"{error}\n{text[-3000:]}"
        raise SmokeError(message) from error
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()


def wait(condition: Callable[[], bool], complaint: str, program: subprocess.Popen[bytes]) -> None:
    """Poll until the condition holds; complain when it never does or the program ends."""
    deadline = clock() + WINDOW_S
    while not condition():
        if program.poll() is not None:
            message = f"{complaint}: the program ended with {program.returncode}"
            raise SmokeError(message)
        if clock() > deadline:
            raise SmokeError(complaint)
        time.sleep(0.1)


def output(command: list[str], environment: dict[str, str]) -> str:
    """Give what a command prints, whether or not it succeeds."""
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False
    ).stdout.strip()


def page(address: str) -> str:
    """What a web address gives; nothing while it gives nothing."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # an address of this machine
            return str(answer.read().decode())
    except OSError:
        return ""


def free_port() -> str:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return str(one.getsockname()[1])


def colours(environment: dict[str, str]) -> int:
    """Count the colours on the screen."""
    count = output(["import", "-window", "root", "-format", "%k", "info:"], environment)
    return int(count) if count.isdigit() else 0


def require(complaint: str, *, holds: bool) -> None:
    """Raise SmokeError with the complaint unless what it is about holds."""
    if not holds:
        raise SmokeError(complaint)


CHECKS = (version, papers, models, voices, doctor, speech, window)


def main(arguments: list[str]) -> int:
    """Run every check on the build in the folder given; the exit status is 0 if all passed."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    say(f"{folder.name}: {installed_bytes(folder) / 1e6:.0f} MB")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="vesper-smoke-") as scratch:
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QT_"))
        }
        environment |= {"VESPER_CONFIG": f"{scratch}/config", "VESPER_STATE": f"{scratch}/state"}
        environment |= {"COMPANION_PORT": free_port()}
        build = Build(folder, Path(scratch), environment)
        for check in CHECKS:
            started = clock()
            try:
                seen = check(build)
            except (SmokeError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
                failed += 1
                say(f"  FAILED {check.__name__}: {error}")
            else:
                say(f"  passed {check.__name__}: {seen} ({duration(clock() - started)})")
    say(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
