"""Pack the frozen build as an archive: `python3 -m installer.archive BUNDLE [--models FOLDER] [--out FOLDER]`.

On Linux and macOS a .tar.xz, on Windows a .zip. It is unpacked anywhere and started; with a folder named
`portable` beside the program she keeps settings, memory and models in it. With `--models`, a folder with one
folder a model, a second archive is made that needs no network.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from installer import release
from installer.terminal import ROOT, SetupError, clock, duration, say

LETTER = """\
Vesper {version}

Start vesper in this folder. `vesper doctor` tries every part and tells how to mend what does not work.
{system}
To carry everything along, make a folder named portable beside vesper: settings, memory and models are kept in it.
Without it they are kept where this system keeps such things. Passwords are kept in the system's keyring.

On whose work she stands, and on what terms: _internal/THIRD_PARTY.txt and _internal/sbom.cdx.json.
"""
LINUX = """
Linux needs glibc 2.35 or newer, OpenGL, fontconfig, D-Bus and PortAudio. On Debian and Ubuntu the .deb brings
them; elsewhere: portaudio, alsa-plugins (or pipewire-alsa), libglvnd, fontconfig, dbus.
"""


def main(arguments: list[str]) -> int:
    """Pack; print each archive's name and size."""
    parser = argparse.ArgumentParser(prog="python3 -m installer.archive", description="Make archives.")
    parser.add_argument("bundle", type=Path, help="the frozen build's folder")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="make one with these models too")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to put them")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        for models in (None, options.models) if options.models else (None,):
            started = clock()
            made = pack(options.bundle.resolve(), options.out, models)
            say(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB ({duration(clock() - started)})")
    except (SetupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def pack(bundle: Path, out: Path, models: Path | None = None) -> Path:
    """Make one archive; everything in it lies in one folder."""
    kind = "-offline" if models else ""
    top = f"{release.NAME}-{release.version()}{kind}"
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    letter = LETTER.format(version=release.version(), system=LINUX if system == "linux" else "").encode()
    name = f"{top}-{system}-{release.machine()}"
    if system == "windows":
        made = out / f"{name}.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path, inside in _files(bundle, models):
                archive.write(path, f"{top}/{inside}")
            archive.writestr(f"{top}/README.txt", letter)
        return made
    made = out / f"{name}.tar.xz"
    with _pressed(made) as stream, tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tape:
        for path, inside in _files(bundle, models):
            tape.add(path, f"{top}/{inside}", recursive=False, filter=_nobodys)
        note = tarfile.TarInfo(f"{top}/README.txt")
        note.size, note.mtime = len(letter), int(bundle.stat().st_mtime)
        tape.addfile(note, io.BytesIO(letter))
    return made


def _files(bundle: Path, models: Path | None) -> Iterator[tuple[Path, str]]:
    """What goes in, and where: links as links, the two names of one file as one."""
    for path in sorted(bundle.rglob("*")):
        if path.is_symlink() or path.is_file():
            yield path, path.relative_to(bundle).as_posix()
    for model in release.models_in(models) if models else ():
        for path in sorted(model.iterdir()):
            yield path, f"models/{model.name}/{path.name}"


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


@contextmanager
def _pressed(path: Path) -> Iterator[IO[bytes]]:
    """A stream into an xz file, by the program xz where there is one: it uses all processors."""
    if shutil.which("xz") is None:
        import lzma

        with lzma.open(path, "wb") as stream:
            yield stream
        return
    with path.open("wb") as file:
        process = subprocess.Popen(["xz", "-T0", "-6", "-c"], stdin=subprocess.PIPE, stdout=file)
        with process:
            if process.stdin is not None:
                yield process.stdin
                process.stdin.close()
    if process.returncode:
        message = f"xz ended with {process.returncode}"
        raise OSError(message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
