"""Pack the frozen build as Debian packages: `python3 -m installer.deb BUNDLE [--models FOLDER] [--out FOLDER]`.

`vesper` holds the program, without models; with `--models`, a folder with one folder a model, also
`vesper-models`, for machines without a network. Needs dpkg-deb.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from installer import needs, release
from installer.terminal import ROOT, SetupError, clock, duration, say

HOME = Path("usr/lib/vesper")
PARTS = ROOT / "installer" / "linux"
MAINTAINER = "The Vesper authors <vesper@example.invalid>"
RECOMMENDS = ("libasound2-plugins | pipewire-alsa", "libgl1-mesa-dri", "fonts-dejavu-core")
SUGGESTS = ("gnome-keyring | kwalletmanager", "obs-studio")
_RELEASE = re.compile(r"^## (\S+), (.*)$", re.MULTILINE)
_BEFORE = re.compile(r"(?<=\d)(a|b|rc|\.dev)(?=\d)")


def main(arguments: list[str]) -> int:
    """Pack; print each package's path and size."""
    options = _parser().parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    jobs: list[tuple[Callable[[Path, Path], Path], Path]] = [(program, options.bundle)]
    if options.models:
        jobs.append((models, options.models))
    try:
        for pack, folder in jobs:
            started = clock()
            made = pack(folder.resolve(), options.out)
            say(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB ({duration(clock() - started)})")
    except (SetupError, needs.UnknownLibraryError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m installer.deb", description="Make Debian packages.")
    parser.add_argument("bundle", type=Path, help="the frozen build's folder")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="also pack these models")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to put them")
    return parser


def program(bundle: Path, out: Path) -> Path:
    """Pack the program."""
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        root = Path(scratch) / "root"
        shutil.copytree(bundle, root / HOME, symlinks=True, copy_function=_same_file)
        (root / "usr/bin").mkdir(parents=True)
        (root / "usr/bin/vesper").symlink_to("../lib/vesper/vesper")
        _desktop(root)
        _papers(root, "vesper")
        control = {
            "Package": "vesper",
            "Depends": ", ".join(needs.depends(bundle)),
            "Recommends": ", ".join(RECOMMENDS),
            "Suggests": ", ".join(SUGGESTS),
            "Description": f"{release.SUMMARY.removeprefix('A ')}\n{_PROGRAM}",
        }
        for script in ("prerm", "postrm"):
            _put(root / "DEBIAN" / script, (PARTS / script).read_text(encoding="utf-8"), mode=0o755)
        return _built(root, control, release.machine(), out)


def models(folder: Path, out: Path) -> Path:
    """Pack the models that she needs, as they lie in a user's cache."""
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        root = Path(scratch) / "root"
        for model in release.models_in(folder):
            shutil.copytree(model, root / HOME / "models" / model.name, copy_function=_same_file)
        _papers(root, "vesper-models")
        control = {
            "Package": "vesper-models",
            "Enhances": "vesper",
            "Description": f"what Vesper hears, thinks and speaks with\n{_MODELS}",
        }
        return _built(root, control, "all", out, "none")  # weights do not get smaller


_PROGRAM = """\
Vesper is an animated companion in a transparent window. She listens through
the microphone, thinks, and answers aloud; speech and thought run on this
machine. Streamers capture her in OBS, and she follows a stream's events.
.
The models she needs, 350 MB, are fetched when she is started for the first
time, or come with the package vesper-models."""
_MODELS = """\
Speech recognition, voice, voice activity and a small language model, for
machines without a network. Vesper finds them by herself."""


def _desktop(root: Path) -> None:
    share = root / "usr/share"
    _put(share / "applications/vesper.desktop", (PARTS / "vesper.desktop").read_text(encoding="utf-8"))
    version, day = release.version(), _day()
    filled = (
        (PARTS / "metainfo.xml")
        .read_text(encoding="utf-8")
        .format(
            identifier=release.IDENTIFIER,
            title=release.TITLE,
            summary=release.SUMMARY,
            version=version,
            date=day,
        )
    )
    _put(share / f"metainfo/{release.IDENTIFIER}.metainfo.xml", filled)
    page = (
        (PARTS / "vesper.1").read_text(encoding="utf-8").replace("{version}", version).replace("{date}", day)
    )
    _pressed(share / "man/man1/vesper.1.gz", page)
    icons = ROOT / "assets" / "icons"
    for picture in sorted(icons.glob("vesper-*.png")):
        size = picture.stem.removeprefix("vesper-")
        place = share / f"icons/hicolor/{size}x{size}/apps/vesper.png"
        place.parent.mkdir(parents=True)
        shutil.copyfile(picture, place)
    drawing = icons / "vesper.svg"
    if drawing.exists():
        place = share / "icons/hicolor/scalable/apps/vesper.svg"
        place.parent.mkdir(parents=True)
        shutil.copyfile(drawing, place)


def _papers(root: Path, package: str) -> None:
    folder = root / "usr/share/doc" / package
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8")
    others = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
    _put(folder / "copyright", f"Vesper\n\n{terms}\n{'-' * 78}\n\n{others}")
    _pressed(folder / "changelog.gz", _changelog(package))


def _changelog(package: str) -> str:
    """The changelog in Debian's form, which wants a day for each version: a day apart, for want of the real ones."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = datetime.strptime(_day(), "%Y-%m-%d").replace(tzinfo=UTC)
    entries = [(release.version(), "See CHANGELOG.md")] if f"## {release.version()}" not in text else []
    entries += _RELEASE.findall(text)
    written = []
    for age, (number, title) in enumerate(entries):
        stamp = (newest - timedelta(days=age)).strftime("%a, %d %b %Y 12:00:00 +0000")
        head = f"{package} ({debian_version(number)}) stable; urgency=medium"
        written.append(f"{head}\n\n  * {title}\n\n -- {MAINTAINER}  {stamp}\n")
    return "\n".join(written)


def debian_version(text: str) -> str:
    """A version in Debian's order: what comes before a release sorts before it."""
    return _BEFORE.sub(r"~\1", text)


def _built(root: Path, control: dict[str, str], machine: str, out: Path, compression: str = "xz") -> Path:
    if shutil.which("dpkg-deb") is None:
        raise SetupError("dpkg-deb is not here; Debian packages are made on Debian and its kin.")
    size = -(-release.installed_bytes(root) // 1024)
    version = debian_version(release.version())
    fields = {
        "Package": control.pop("Package"),
        "Version": version,
        "Architecture": machine,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Section": "x11",
        "Priority": "optional",
        **control,
    }
    text = "".join(f"{name}: {_folded(value)}\n" for name, value in fields.items())
    _put(root / "DEBIAN/md5sums", _sums(root))
    _put(root / "DEBIAN/control", text)
    for old in out.glob(f"{fields['Package']}_*_{machine}.deb"):
        old.unlink()
    made = out / f"{fields['Package']}_{version}_{machine}.deb"
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(made)]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(_epoch())}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(done.stderr)
    return made


def _folded(value: str) -> str:
    return value.replace("\n", "\n ")


def _sums(root: Path) -> str:
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(root)}\n")
    return "".join(lines)


def _put(path: Path, text: str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def _pressed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    path.chmod(0o644)


def _same_file(source: str, target: str) -> None:
    """One file under two names where the disk allows it, so that equal files stay one."""
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)


def _epoch() -> int:
    """When this version was made, in seconds: of the last commit, else of the changelog."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    if asked:
        return int(asked)
    git = ["git", "log", "-1", "--format=%ct"]
    with contextlib.suppress(OSError):
        done = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.stdout.strip().isdigit():
            return int(done.stdout)
    return int((ROOT / "CHANGELOG.md").stat().st_mtime)


def _day() -> str:
    return datetime.fromtimestamp(_epoch(), UTC).strftime("%Y-%m-%d")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
