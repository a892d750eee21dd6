"""The application bundle for macOS: its icon and its Info.plist. Written after Apple's documentation, never run there.

The bundle is neither signed nor notarised; whoever publishes it needs an Apple developer's identity for both.
"""

from __future__ import annotations

import struct
from pathlib import Path

from installer import release

OLDEST = "26.0"
"""live2d-py has wheels for this macOS and newer alone."""

MICROPHONE = "Vesper listens so that you can talk with her. What she hears stays on this Mac."

_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def properties() -> dict[str, object]:
    """The entries of Info.plist that PyInstaller does not write by itself."""
    return {
        "CFBundleDisplayName": release.TITLE,
        "CFBundleShortVersionString": release.version(),
        "CFBundleVersion": ".".join(map(str, release.numbers(release.version())[:3])),
        "LSApplicationCategoryType": "public.app-category.entertainment",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSMicrophoneUsageDescription": MICROPHONE,
        "NSSupportsAutomaticGraphicsSwitching": True,
    }


def icon(folder: Path) -> bytes:
    """An .icns of the PNGs in a folder, `vesper-<px>.png`: a table of kinds, each with its PNG."""
    entries = b""
    for side, kind in _KINDS.items():
        picture = folder / f"vesper-{side}.png"
        if picture.exists():
            content = picture.read_bytes()
            entries += kind + struct.pack(">I", 8 + len(content)) + content
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries
