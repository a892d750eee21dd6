"""The installer for Windows: lists made from a bundle, compiled, and exercised under Wine with stand-in programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import psutil
import pytest

from installer import windows
from tests.stage import Screen, wait_until

MODULE = "_internal/numpy/core.cpython-311-x86_64-linux-gnu"
FILES = [PurePosixPath(name) for name in ("vesper.exe", "_internal/a.pyd", "_internal/deep/b c.txt")]
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Vesper"


def test_what_is_installed_is_what_is_taken_away() -> None:
    lines = windows.lists(FILES).splitlines()
    middle = lines.index("!macroend")
    installed, removed = lines[:middle], lines[middle + 1 :]
    assert sum(line.startswith("  File ") for line in installed) == len(FILES)
    assert installed.index('  SetOutPath "$INSTDIR\\_internal\\deep"') + 1 == installed.index(
        '  File "${BUNDLE}/_internal/deep/b c.txt"'
    )
    assert [line for line in removed if "Delete" in line] == [
        '  Delete "$INSTDIR\\vesper.exe"',
        '  Delete "$INSTDIR\\_internal\\a.pyd"',
        '  Delete "$INSTDIR\\_internal\\deep\\b c.txt"',
    ]
    assert [line for line in removed if "RMDir" in line] == [
        '  RMDir "$INSTDIR\\_internal\\deep"',
        '  RMDir "$INSTDIR\\_internal"',
    ]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The names of a small Linux bundle."""
    folder = tmp_path / "linux"
    for name in ("vesper", "vesper-engine", f"{MODULE}.so", "_internal/libQt6Core.so.6"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_a_stand_in_has_the_names_of_windows_and_compiles(bundle: Path, tmp_path: Path) -> None:
    there = windows.stand_in(bundle, tmp_path / "windows")
    names = {"vesper.exe", "vesper-engine.exe", f"{MODULE}.pyd", "_internal/libQt6Core.dll"}
    assert set(map(str, windows.files_of(there))) == names
    made = windows.compiled(there, tmp_path / "out", "1.2.3")
    assert made.name == "vesper-1.2.3-setup.exe"
    assert made.read_bytes()[:2] == b"MZ"


class Wine:
    """A Windows of our own, as far as Wine is one."""

    def __init__(self, prefix: Path, screen: Screen) -> None:
        self.env = screen.env | {
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }
        self.run("wineboot", "-i")
        (self.local,) = prefix.glob("drive_c/users/*/AppData/Local")
        self.home = self.local / "Programs" / "Vesper"

    def run(self, *argv: str) -> int:
        return subprocess.run(
            ["wine", *argv], env=self.env, check=False, capture_output=True, timeout=90
        ).returncode

    def start(self, program: Path) -> subprocess.Popen[bytes]:
        nothing = subprocess.DEVNULL
        return subprocess.Popen(["wine", str(program)], env=self.env, stdout=nothing, stderr=nothing)


def runs(program: Path) -> bool:
    """Tell whether Wine runs this program."""
    return any(
        (process.info["cmdline"] or [])[:1] == [str(program)] for process in psutil.process_iter(["cmdline"])
    )


@pytest.fixture
def wine(tmp_path: Path, screen: Screen) -> Iterator[Wine]:
    if shutil.which("wine") is None:
        pytest.skip("there is no Wine here")
    found = Wine(tmp_path / "wine", screen)
    yield found
    found.run("wineboot", "--kill")


def test_install_upgrade_while_she_runs_and_uninstall(bundle: Path, tmp_path: Path, wine: Wine) -> None:
    there = windows.stand_in(bundle, tmp_path / "windows")
    newer = windows.compiled(there, tmp_path, "1.1.0")
    (there / "_internal" / "of-old.txt").write_text("old")
    older = windows.compiled(there, tmp_path, "1.0.0")
    (there / "_internal" / "of-old.txt").unlink()

    assert wine.run(str(older), "/S") == 0
    assert (wine.home / "_internal" / "of-old.txt").exists()
    mine = wine.local / "vesper" / "settings.toml"
    mine.parent.mkdir()
    mine.write_text("mine")
    theirs = wine.home / "theirs.txt"
    theirs.write_text("a file of the user's in her folder")
    her = wine.start(wine.home / "vesper.exe")
    wait_until(lambda: runs(wine.home / "vesper.exe"), "her start")

    assert wine.run(str(newer), "/S") == 0
    assert her.wait(20) is not None
    inside = {path.relative_to(wine.home).as_posix() for path in wine.home.rglob("*") if path.is_file()}
    assert inside == {*map(str, windows.files_of(there)), "uninstall.exe", "theirs.txt"}
    assert wine.run("reg", "query", UNINSTALL, "/v", "DisplayVersion") == 0
    shortcuts = list(Path(os.fspath(wine.local.parent)).rglob("Vesper.lnk"))
    assert len(shortcuts) == 1

    assert wine.run(str(wine.home / "uninstall.exe"), "/S") == 0
    wait_until(lambda: not (wine.home / "uninstall.exe").exists(), "the end of the uninstaller", 40)
    wait_until(lambda: not shortcuts[0].exists(), "the shortcut's end", 20)
    assert [path.name for path in wine.home.rglob("*")] == ["theirs.txt"]
    assert wine.run("reg", "query", UNINSTALL) != 0
    assert mine.read_text() == "mine"
