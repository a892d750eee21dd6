"""What a release is called: the one version, and the names of the files it ships in."""

from __future__ import annotations

import platform
import re
import tomllib
from pathlib import Path

from installer.terminal import ROOT, SetupError

NAME = "vesper"
TITLE = "Vesper"
IDENTIFIER = "io.github.vesper.Vesper"
SUMMARY = "A companion who lives on your desktop"
_MACHINES = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


def version(root: Path = ROOT) -> str:
    """The version of pyproject.toml, which every other mention of it is taken from."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def description(root: Path = ROOT) -> str:
    """One sentence about Vesper."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["description"])


def machine() -> str:
    """This machine's kind, in Debian's words."""
    return _MACHINES.get(platform.machine(), platform.machine())


def numbers(text: str) -> tuple[int, int, int, int]:
    """A version as the four numbers that Windows wants: "1.2.3rc1" is (1, 2, 3, 0)."""
    found = [int(part) for part in re.findall(r"\d+", re.split(r"[a-z+]", text)[0])][:4]
    a, b, c, d = (*found, 0, 0, 0, 0)[:4]
    return a, b, c, d


def installed_bytes(folder: Path) -> int:
    """The size of a folder's files, each counted once however many names it has."""
    files = [path.stat() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum({(file.st_dev, file.st_ino): file.st_size for file in files}.values())


def models_in(folder: Path, catalogue: Path = ROOT / "assets" / "models.toml") -> list[Path]:
    """The folders of the models that she needs; better ones, which she only offers, are left aside.

    Raises:
        SetupError: one is missing.
    """
    with catalogue.open("rb") as file:
        listed = tomllib.load(file)["model"]
    found = [folder / model["id"] for model in listed if "offer" not in model]
    if missing := [path.name for path in found if not path.is_dir()]:
        message = f"Models are missing in {folder}: {', '.join(missing)}"
        raise SetupError(message)
    return found
