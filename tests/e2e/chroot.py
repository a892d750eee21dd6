"""The set-up on a bare Debian: `python -m tests.e2e.chroot [--fast]`, as root, with the network.

Makes a minimal Debian in a temporary folder (debootstrap), clones this checkout into it, and does there what
a newcomer does: `python3 installer/run.py`, which without a display opens the terminal chat, and `/exit`.
Then once more, to see that a second start sets nothing up. `--fast` also runs `installer/test.py --fast` there.
Everything is removed afterwards. Not part of the test run: it downloads a system, an environment and the
models, and takes minutes.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = "bookworm"
HOME = "opt/vesper"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PASSED_ON = re.compile(
    r"(PIP_(CERT|INDEX_URL|PROXY)|SSL_CERT_.*|NODE_EXTRA_CA_CERTS|HF_.*|.*_proxy)", re.IGNORECASE
)


def mirror() -> str:
    """Where this machine gets its Debian packages from."""
    files = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    for file in files:
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        found = re.search(r"^(?:URIs:|deb(?: \[[^]]*\])?) (\S+/debian)/?(?=\s)", text, re.MULTILINE)
        if found:
            return found[1]
    raise SystemExit("No Debian mirror found in /etc/apt.")


@contextmanager
def bare_debian(folder: Path) -> Iterator[Path]:
    """A minimal Debian with nothing but Python and this machine's trusted certificates added."""
    root = folder / "debian"
    packages = "--include=python3,ca-certificates"
    subprocess.run(
        ["debootstrap", "--variant=minbase", packages, RELEASE, str(root), mirror()],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.copy(CERTIFICATES, root / CERTIFICATES.relative_to("/"))
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    shutil.copy("/etc/hosts", root / "etc" / "hosts")
    mounts = (["-t", "proc", "proc", str(root / "proc")], ["--bind", "/dev", str(root / "dev")])
    done = []
    try:
        for mount in mounts:
            subprocess.run(["mount", *mount], check=True)
            done.append(mount[-1])
        yield root
    finally:
        for place in reversed(done):
            subprocess.run(["umount", place], check=True)


def surroundings() -> dict[str, str]:
    """The environment inside: this machine's way to the registries and nothing else of it."""
    there = {name: value for name, value in os.environ.items() if PASSED_ON.fullmatch(name)}
    there |= {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "CI": "true"}
    if shutil.which("npm"):
        ask = ["npm", "config", "get", "registry"]
        told = subprocess.run(ask, capture_output=True, text=True, check=True)
        there["npm_config_registry"] = told.stdout.strip()
    return there


def tell(text: str) -> None:
    """Show a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def inside(root: Path, *command: str, typed: str = "") -> str:
    """Run a command in the checkout inside; show and give its output. A failure ends everything."""
    started = time.monotonic()
    tell(f"\n# {' '.join(command)}")
    process = subprocess.Popen(
        ["chroot", str(root), "/bin/sh", "-c", 'cd "/$0" && exec "$@"', HOME, *command],
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        process.stdin.write(typed)
        process.stdin.close()
        lines = []
        for line in process.stdout:
            tell(f"  {line.rstrip()}")
            lines.append(line)
    tell(f"# ended with {process.returncode} after {time.monotonic() - started:.1f} s")
    if process.returncode:
        raise SystemExit(1)
    return "".join(lines)


def main() -> None:
    """Run the proof."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.e2e.chroot", description="The set-up on a bare Debian."
    )
    parser.add_argument("--fast", action="store_true", help="run installer/test.py --fast there too")
    options = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        sys.exit("This needs root and the package debootstrap.")
    with tempfile.TemporaryDirectory(prefix="vesper-chroot-") as folder, bare_debian(Path(folder)) as root:
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root / HOME)], check=True)
        first = inside(root, "python3", "installer/run.py", typed="/exit\n")
        second = inside(root, "python3", "installer/run.py", typed="/exit\n")
        if options.fast:
            inside(root, "python3", "installer/test.py", "--fast")
    due = ("no display", "The environment is ready", "Models are in place")
    complaints = [f"the first start did not say: {words}" for words in due if words not in first]
    over = ("Installing", "environment is ready", "Models are in place")
    complaints += [f"the second start said: {words}" for words in over if words in second]
    tell("\n".join(complaints) or "\nThe set-up works on a bare Debian.")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
