"""Make the installer for Windows: `python3 -m installer.windows BUNDLE [--out FOLDER] [--stand-in]`.

Writes the lists of what is installed and taken away from the bundle itself, and compiles windows.nsi with
makensis. With `--stand-in` the bundle is that of Linux and only its names are used, as they would be on Windows:
that tries the installer's logic (tests/installer/test_windows.py does, under Wine), it installs no Vesper.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from installer import release
from installer.terminal import ROOT, SetupError, clock, duration, say

SCRIPT = ROOT / "installer" / "windows.nsi"
PROGRAMS = ("vesper", "vesper-engine")
_STUB = "amd64-unicode"
_SLEEPER = """\
!ifdef STUB
  Target ${STUB}
!endif
Unicode true
SilentInstall silent
RequestExecutionLevel user
OutFile "${OUT}"
Section
  Sleep 600000
SectionEnd
"""


def main(arguments: list[str]) -> int:
    """Make it; print its path and size."""
    parser = argparse.ArgumentParser(
        prog="python3 -m installer.windows", description="Make the Windows installer."
    )
    parser.add_argument("bundle", type=Path, help="the frozen build's folder")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to put it")
    parser.add_argument(
        "--stand-in", action="store_true", help="use only the names of a bundle made on Linux"
    )
    options = parser.parse_args(arguments)
    started = clock()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            bundle = options.bundle.resolve()
            if options.stand_in:
                bundle = stand_in(bundle, Path(scratch) / "bundle")
            made = compiled(bundle, options.out)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    say(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB ({duration(clock() - started)})")
    return 0


def files_of(bundle: Path) -> list[PurePosixPath]:
    """The files of a bundle, sorted, relative to it."""
    found = (path for path in bundle.rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.relative_to(bundle).as_posix()) for path in found)


def lists(files: Iterable[PurePosixPath]) -> str:
    """NSIS macros that install these files and take exactly them away."""
    files = list(files)
    lines = ["!macro InstallFiles"]
    for folder in sorted({file.parent for file in files}):
        lines.append(f'  SetOutPath "{_there(folder)}"')
        lines += [f'  File "${{BUNDLE}}/{file}"' for file in files if file.parent == folder]
    lines += ["!macroend", "!macro RemoveFiles"]
    lines += [f'  Delete "{_there(file)}"' for file in files]
    parents = {parent for file in files for parent in file.parents if parent.parts}
    lines += [
        f'  RMDir "{_there(folder)}"' for folder in sorted(parents, key=lambda one: (-len(one.parts), one))
    ]
    return "\n".join([*lines, "!macroend", ""])


def compiled(bundle: Path, out: Path, version: str = "") -> Path:
    """Compile the installer for a bundle.

    Raises:
        SetupError: makensis is missing or refused.
    """
    version = version or release.version()
    out.mkdir(parents=True, exist_ok=True)
    made = out.resolve() / f"vesper-{version}-setup.exe"
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "files.nsh"
        listing.write_text(lists(files_of(bundle)), encoding="utf-8")
        facts = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, release.numbers(version))),
            "BUNDLE": str(bundle),
            "FILES": str(listing),
            "OUT": str(made),
            "SIZE_KB": str(release.installed_bytes(bundle) // 1024),
            "LICENCE": str(ROOT / "LICENSE"),
            "ICON": str(ROOT / "assets" / "icons" / "vesper.ico"),
        }
        makensis(SCRIPT, facts)
    return made


def makensis(script: Path, facts: dict[str, str]) -> None:
    """Compile a script; off Windows for 64 bits, as Debian's makensis can.

    Raises:
        SetupError: makensis is missing or refused.
    """
    program = shutil.which("makensis")
    if program is None:
        raise SetupError("makensis is not here; it comes with NSIS (Debian: apt install nsis).")
    if sys.platform != "win32":
        facts = facts | {"STUB": _STUB}
    defines = [f"-D{name}={value}" for name, value in facts.items()]
    command = [program, "-V2", "-WX", *defines, str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(done.stdout + done.stderr)


def stand_in(bundle: Path, folder: Path) -> Path:
    """Lay out a folder with the bundle's names as they are on Windows; its programs only wait."""
    folder.mkdir(parents=True)
    sleeper = folder / "sleeper.nsi"
    sleeper.write_text(_SLEEPER, encoding="utf-8")
    makensis(sleeper, {"OUT": str(folder / "vesper.exe")})
    sleeper.unlink()
    shutil.copyfile(folder / "vesper.exe", folder / "vesper-engine.exe")
    for file in files_of(bundle):
        if str(file) not in PROGRAMS:
            place = folder / _windows_name(file)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"{file}\n", encoding="utf-8")
    return folder


def _windows_name(file: PurePosixPath) -> PurePosixPath:
    stem, found, _ = file.name.partition(".so")
    if not found:
        return file
    module = ".cpython-" in stem or stem.endswith(".abi3")
    return file.with_name(f"{stem}.{'pyd' if module else 'dll'}")


def _there(path: PurePosixPath) -> str:
    inside = PureWindowsPath(*path.parts)
    return "$INSTDIR" if not path.parts else f"$INSTDIR\\{inside}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
