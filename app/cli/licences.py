"""`licences`: on whose work she stands, and on what terms."""

from __future__ import annotations

import sys
from argparse import Namespace

from app.cli.ground import DONE, FAILED
from app.paths import licences_file


def run(args: Namespace) -> int:
    """Print the page that comes with her."""
    del args
    try:
        page = licences_file().read_text(encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"vesper: {licences_file()} cannot be read: {error.strerror or error}\n")
        return FAILED
    sys.stdout.write(page if page.endswith("\n") else f"{page}\n")
    return DONE
