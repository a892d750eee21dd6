"""The Debian package on a bare Debian: `python -m tests.e2e.package VESPER.deb|FOLDER [--models M.deb]`, as root.

Makes a minimal Debian in a temporary folder (debootstrap) and lets apt install the package there with what it
asks for and nothing else. A user without rights starts Vesper on this machine's private X server and sound
server: her first frame is timed, she is spoken to and answers aloud. Then an older version is put in its place
and upgraded while she runs, and at last all is purged: no file of hers may be left, and none of the user's may
be gone. The models are this machine's, mounted read-only, or those of the package given with `--models`.

The last step of `installer/test.py` where that runs as root; it takes one or two minutes and the network.
A machine that gives no bare Debian leaves it out, and says so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from installer.display import SOCKETS
from installer.release import machine
from tests.e2e.chroot import RELEASE, mirror, tell
from tests.e2e.companion import Companion, free_port, stop
from tests.listening import listening
from tests.speech_data import short, wav_48k, word_error_rate
from tests.stage import Screen, Sound, screen, sound, wait_until
from workers.weights.cache import cache_root

USER = "eve"
NUMBER = 1000
HOME = Path("home") / USER
INBOX = Path("var/cache/packages")
APT = ("apt-get", "-o", "Acquire::Retries=3", "-qq", "-y")
LONGEST_FIRST_FRAME_S = 1.0


class BareDebian:
    """A minimal Debian in a folder. `run` runs a command in it as root, or as the user."""

    def __init__(self, root: Path, env: dict[str, str]) -> None:
        self.root, self.env = root, env

    def command(self, *argv: str, user: bool = False) -> list[str]:
        """The command line that runs a command inside."""
        who = [f"--userspec={NUMBER}:{NUMBER}"] if user else []
        return ["chroot", *who, str(self.root), *argv]

    def surroundings(self, *, user: bool = False) -> dict[str, str]:
        """The environment inside."""
        own = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        passed = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
        return {**passed, **own, **(self.env if user else {}), "HOME": f"/{HOME}" if user else "/root"}

    def run(self, *argv: str, user: bool = False) -> str:
        """Run a command to its end and give what it printed; a failure ends everything."""
        started = time.monotonic()
        done = subprocess.run(
            self.command(*argv, user=user),
            env=self.surroundings(user=user),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        tell(f"# {' '.join(argv)}: {done.returncode} after {time.monotonic() - started:.1f} s")
        if done.returncode:
            tell(done.stdout[-4000:])
            raise SystemExit(1)
        return done.stdout

    def files(self) -> set[str]:
        """Every path that has to do with her outside the user's home."""
        found = self.run("find", "/", "-xdev", "-ipath", "*vesper*", "-not", "-path", f"/{HOME}/*")
        kept = ("/var/log/", "/var/cache/", "/proc/", f"{tempfile.gettempdir()}/", "/var/lib/apt/")
        return {line for line in found.splitlines() if not line.startswith(kept)}


class NoDebianError(Exception):
    """This machine gives no bare Debian: no mirror, or nothing may be mounted. Says nothing of the package."""


@contextmanager
def debian(
    folder: Path, stage: dict[str, str], shared: list[Path], models: Path | None
) -> Iterator[BareDebian]:
    """Bootstrap it, with a user, and the stage's sockets and the models mounted. Raises `NoDebianError`."""
    root = folder / "debian"
    making = ["debootstrap", "--variant=minbase", "--include=ca-certificates", RELEASE, str(root), mirror()]
    made = subprocess.run(making, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if made.returncode:
        raise NoDebianError(f"debootstrap ended with {made.returncode}: {made.stderr[-400:]}")
    for name in ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt"):
        shutil.copy(f"/{name}", root / name)
    bare = BareDebian(root, stage)
    bare.run("useradd", "--create-home", "--uid", str(NUMBER), USER)
    mounts = [["-t", "proc", "proc", str(root / "proc")], ["--bind", "/dev", str(root / "dev")]]
    mounts += [["--bind", str(path), str(root / path.relative_to("/"))] for path in shared]
    if models is not None:
        mounts.append(["-o", "bind,ro", str(models), str(root / HOME / ".cache/vesper/models")])
    with ExitStack() as stack:
        for mount in mounts:
            Path(mount[-1]).mkdir(parents=True, exist_ok=True)
            if subprocess.run(["mount", *mount], check=False).returncode:
                raise NoDebianError(f"{mount[-1]} can't be mounted")
            stack.callback(subprocess.run, ["umount", mount[-1]], check=True)
        owner = f"{USER}:{USER}"
        subprocess.run(["chroot", str(root), "chown", owner, f"/{HOME}", f"/{HOME}/.cache"], check=False)
        subprocess.run(["chroot", str(root), "chown", owner, f"/{HOME}/.cache/vesper"], check=False)
        yield bare


@contextmanager
def running(bare: BareDebian) -> Iterator[tuple[Companion, float]]:
    """Her, started by the user as from the menu, and when that was."""
    folder = bare.root / HOME
    (folder / "journal.jsonl").unlink(missing_ok=True)
    (folder / "frames.jsonl").unlink(missing_ok=True)
    told = {
        "VESPER_JOURNAL": f"/{HOME}/journal.jsonl",
        "VESPER_TRACE": f"/{HOME}/frames.jsonl",
        "COMPANION_PORT": str(free_port()),
        "OLLAMA_URL": "http://127.0.0.1:9",
    }
    started = time.monotonic()
    with (folder / "out.log").open("wb") as out:
        process = subprocess.Popen(
            bare.command("vesper", user=True),
            env=bare.surroundings(user=True) | told,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        yield Companion(process, folder), started
    finally:
        stop(process)


def first_frame_s(her: Companion, started: float) -> float:
    """How long it took until she was drawn."""
    wait_until(lambda: her.trace.exists() and her.trace.stat().st_size > 0, f"a first frame\n{her.log}", 60)
    return time.monotonic() - started


def hears_and_answers(her: Companion, on: Sound, folder: Path) -> str:
    """Speak to her; what she heard and what she said aloud, in words."""
    her.ready("ears", "mind", "voice", "microphone")
    spoken = short()[0]
    since = her.mark()
    with listening(on) as hers:
        on.say(wav_48k(spoken, folder))
        answer = her.answer(since)
        her.wait_for("Spoken", since)
    heard = " ".join(entry["text"] for entry in her.of("Heard", since))
    if word_error_rate(spoken.text, heard) > 0.3:
        raise SystemExit(f"She was told {spoken.text!r} and heard {heard!r}.")
    if not hers.sounding():
        raise SystemExit("She made no sound.")
    return f"heard {heard!r}, answered {answer!r} aloud"


def older(package: Path, folder: Path) -> Path:
    """The same package as an older version, with a file that the new one has no more."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "-R", str(package), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text().splitlines()
    control.write_text(
        "\n".join("Version: 0.0.1" if line.startswith("Version:") else line for line in lines) + "\n"
    )
    (tree / "usr/lib/vesper/_internal/of-old.txt").write_text("old\n")
    made = folder / "older.deb"
    subprocess.run(
        ["dpkg-deb", "-Znone", "--build", str(tree), str(made)], check=True, stdout=subprocess.DEVNULL
    )
    shutil.rmtree(tree)
    return made


def prove(bare: BareDebian, packages: list[Path], x: Screen, pulse: Sound, scratch: Path) -> list[str]:
    """Install, use, upgrade, purge; returns complaints."""
    complaints = []
    (bare.root / INBOX).mkdir()
    for package in packages:
        shutil.copy(package, bare.root / INBOX / package.name)
    bare.run(*APT, "update")
    bare.run(*APT, "install", *(f"/{INBOX}/{package.name}" for package in packages))
    tell(bare.run("vesper", "--version", user=True).strip())
    for round_ in ("first", "second"):
        with running(bare) as (her, started):
            seconds = first_frame_s(her, started)
            tell(f"  {round_} start: first frame after {seconds:.2f} s")
            if round_ == "second":
                if seconds > LONGEST_FIRST_FRAME_S:
                    complaints.append(f"the first frame took {seconds:.2f} s")
                tell(f"  {hears_and_answers(her, pulse, scratch)}")
                x.picture(scratch / "screen.png")
    old = older(packages[0], scratch)
    shutil.move(old, bare.root / INBOX / "older.deb")
    bare.run("dpkg", "--install", "--force-downgrade", f"/{INBOX}/older.deb")
    with running(bare) as (her, started):
        first_frame_s(her, started)
        said = bare.run(*APT, "install", f"/{INBOX}/{packages[0].name}")
        if "Closing Vesper" not in said or her.process.wait(15) not in {0, -15}:
            complaints.append(f"the upgrade did not close her politely: {her.process.returncode}\n{said}")
    if (bare.root / "usr/lib/vesper/_internal/of-old.txt").exists():
        complaints.append("the upgrade left a file of the older version")
    with running(bare) as (her, started):
        first_frame_s(her, started)
    names = [package.name.partition("_")[0] for package in packages]
    tell(bare.run(*APT, "purge", *names).strip().splitlines()[-1])
    left = bare.files()
    if left:
        complaints.append(f"the purge left {sorted(left)[:10]}")
    mine = bare.root / HOME / ".local/state/vesper"
    if not any(mine.glob("*")):
        complaints.append("the user's memory is gone")
    return complaints


def main() -> None:
    """Run the proof."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.e2e.package", description="The .deb on a bare Debian."
    )
    parser.add_argument("package", type=Path, help="the package of Vesper, or its folder")
    parser.add_argument("--models", type=Path, help="a package of her models, instead of this machine's")
    parser.add_argument("--keep", type=Path, metavar="PICTURE", help="keep a picture of the screen")
    options = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        sys.exit("This needs root and the package debootstrap.")
    if options.package.is_dir():
        (options.package,) = options.package.glob(f"vesper_*_{machine()}.deb")
    packages = [path.resolve() for path in (options.package, options.models) if path]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vesper-debian-")))
        folder.chmod(0o755)
        x, pulse = stack.enter_context(screen()), stack.enter_context(sound())
        pulse.folder.chmod(0o711)
        keys = ("DISPLAY", "QT_QPA_PLATFORM")
        stage = {key: value for key, value in x.env.items() if key in keys}
        stage |= {
            key: value for key, value in pulse.env.items() if key.startswith("PULSE_S") or "LATENCY" in key
        }
        shared = [Path(SOCKETS), pulse.folder]
        cache = None if options.models else cache_root()
        try:
            bare = stack.enter_context(debian(folder, stage, shared, cache))
        except NoDebianError as error:
            tell(f"Left out: {error}")
            return
        complaints = prove(bare, packages, x, pulse, folder)
        if options.keep:
            shutil.copy(folder / "screen.png", options.keep)
    tell("\n".join(complaints) or "\nThe package works on a bare Debian.")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
