"""`installer/test.py`: prepares everything and runs every check, one after the other, however each ends."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from installer.environment import Environment
from installer.system import CORE, PYTHON, TESTS, WINDOW, provide
from installer.terminal import ROOT, SetupError, clock, duration, say

BUILD = ROOT / "build"
DIST = ROOT / "dist"
BUNDLE = DIST / "vesper"


@dataclass(frozen=True)
class Step:
    """One check: its name and the commands that all have to succeed."""

    name: str
    commands: tuple[tuple[str, ...], ...]


def main(arguments: list[str]) -> int:
    """Prepare, check, sum up; the exit status is 0 only if every step passed."""
    options = _parser().parse_args(arguments)
    started = clock()
    try:
        provide([*PYTHON, *CORE, *WINDOW, *TESTS], may_install=not options.no_system)
        environment = Environment("test")
        environment.prepare()
        environment.fetch_models()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    python = str(environment.python)
    if options.bench:
        bench = [python, "-m", "tests.stage", python, "-m", f"tests.bench.{options.bench}", *options.pytest]
        return subprocess.run(bench, cwd=ROOT, check=False).returncode
    say(f"Set-up is complete ({duration(clock() - started)}).")
    results = [(step.name, *_run(step)) for step in _steps(environment, options)]
    say("\n" + "\n".join(_row(name, passed=passed, seconds=seconds) for name, passed, seconds in results))
    failed = [name for name, passed, _ in results if not passed]
    total = duration(clock() - started)
    say(f"\n{'Failed: ' + ', '.join(failed) if failed else 'Everything passed'} ({total}).")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 installer/test.py",
        allow_abbrev=False,
        description="Set up what the tests need (system packages, environment, models) and run every check.",
    )
    parser.add_argument("--fast", action="store_true", help="no end-to-end tests, no frozen build")
    parser.add_argument("--bench", metavar="NAME", help="run one bench on a private stage instead")
    parser.add_argument("--no-system", action="store_true", help="install no system packages; print the line")
    parser.add_argument("-k", dest="select", metavar="EXPRESSION", help="run only the tests that match")
    parser.add_argument("pytest", nargs="*", metavar="-- ARGUMENT", help="arguments for pytest or the bench")
    return parser


def _steps(environment: Environment, options: argparse.Namespace) -> list[Step]:
    python = str(environment.python)
    tests = (python, "-m", "pytest", *options.pytest)
    if options.select:
        return [Step("tests", ((*tests, "-k", options.select),))]
    steps = [
        Step("ruff", ((python, "-m", "ruff", "check"),)),
        Step("format", ((python, "-m", "ruff", "format", "--check", "--quiet"),)),
        Step("types", ((python, "-m", "mypy"),)),
        Step("layers", ((str(environment.program("lint-imports")), "--no-cache", "--no-logo"),)),
        Step("tests", ((*tests, "-q", "--ignore=tests/e2e", "--cov", "--cov-report=term:skip-covered"),)),
    ]
    if options.fast:
        return steps
    folders = ("--distpath", str(DIST), "--workpath", str(BUILD))
    freeze = (python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *folders)
    return [
        *steps,
        Step("end to end", ((*tests, "-q", "tests/e2e"),)),
        Step("frozen build", ((*freeze, "installer/vesper.spec"),)),
        Step("smoke", ((sys.executable, "-m", "installer.smoke", str(BUNDLE)),)),
        *_package_steps(python),
    ]


def _package_steps(python: str) -> list[Step]:
    """Packing, and installing on a bare Debian where this machine can make one; elsewhere fewer."""
    if shutil.which("dpkg-deb") is None:
        return []
    pack = (sys.executable, "-m", "installer.deb", str(BUNDLE), "--out", str(DIST))
    weigh = (sys.executable, "-m", "installer.limits", str(BUNDLE), str(DIST))
    steps = [Step("package", (pack, weigh))]
    if shutil.which("debootstrap") is not None and os.geteuid() == 0:
        steps.append(Step("bare Debian", ((python, "-m", "tests.e2e.package", str(DIST)),)))
    return steps


def _run(step: Step) -> tuple[bool, float]:
    """Run the commands of a step until one fails; give whether none did and the seconds it took."""
    say(f"\n── {step.name} {'─' * max(0, 76 - len(step.name))}")
    started = clock()
    passed = all(_call(command) == 0 for command in step.commands)
    return passed, clock() - started


def _call(command: tuple[str, ...]) -> int:
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    nothing = subprocess.DEVNULL
    return subprocess.run(command, cwd=ROOT, env=surroundings, stdin=nothing, check=False).returncode


def _row(name: str, *, passed: bool, seconds: float) -> str:
    return f"  {name:<14} {'passed' if passed else 'FAILED':<8} {duration(seconds):>10}"
