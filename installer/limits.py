"""Hold a build to its size: `python3 -m installer.limits BUNDLE [PACKAGE …]`. Megabytes are millions of bytes.

A package may be a folder: then every package of the program in it is meant.
"""

from __future__ import annotations

import sys
from pathlib import Path

from installer.release import NAME, installed_bytes
from installer.terminal import say

INSTALLED_MB = 300
DOWNLOAD_MB = 120
SHOWN = 12


def main(arguments: list[str]) -> int:
    """Print what is how large; the exit status is 0 if nothing is larger than it may be."""
    if not arguments or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    bundle = Path(arguments[0])
    sizes = [(bundle, installed_bytes(bundle), INSTALLED_MB)]
    packages = [package for name in arguments[1:] for package in _packages(Path(name))]
    if len(arguments) > 1 and not packages:
        say("there is no package")
        return 1
    sizes += [(package, package.stat().st_size, DOWNLOAD_MB) for package in packages]
    for part, size in largest(bundle)[:SHOWN]:
        say(f"  {size / 1e6:7.1f} MB  {part}")
    failed = 0
    for path, size, limit in sizes:
        too_large = size > limit * 1_000_000
        failed += too_large
        say(f"{'TOO LARGE' if too_large else 'fits'}: {path.name} has {size / 1e6:.1f} MB of {limit}")
    return 1 if failed else 0


def _packages(place: Path) -> list[Path]:
    return sorted(place.glob(f"{NAME}_*.deb")) if place.is_dir() else [place]


def largest(bundle: Path) -> list[tuple[str, int]]:
    """The bundle's parts by size, largest first."""
    inside = bundle / "_internal"
    found = {path.name: installed_bytes(path) for path in inside.iterdir() if path.is_dir()}
    found |= {
        path.name: path.stat().st_size
        for path in inside.iterdir()
        if path.is_file() and not path.is_symlink()
    }
    found["the programs"] = installed_bytes(bundle) - installed_bytes(inside)
    return sorted(found.items(), key=lambda one: -one[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
