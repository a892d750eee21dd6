"""Prepare everything and prove Vesper: `python3 installer/test.py --help` tells more."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    from installer.python import require_python

    require_python()
    from installer.prove import main

    sys.exit(main(sys.argv[1:]))
