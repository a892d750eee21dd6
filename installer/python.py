"""The one module an old Python must be able to read: it finds a newer Python, or says that one is needed."""

from __future__ import annotations

import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWEST_TRIED = 15


def require_python() -> None:
    """Go on if this Python is new enough; else start again with a newer one, or end with a clear message."""
    if sys.version_info[:2] >= OLDEST:
        return
    for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            sys.exit(subprocess.call([newer, *sys.argv]))
    have = ".".join(str(part) for part in sys.version_info[:2])
    need = ".".join(str(part) for part in OLDEST)
    sys.exit(f"Vesper needs Python {need} or newer; this is Python {have} ({sys.executable}).")
