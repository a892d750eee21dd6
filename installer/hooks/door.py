"""The door of the frozen build: one program that does what its name says.

`vesper` is Vesper, `vesper-engine NAME` one of her engine processes. `vesper -m MODULE …` runs a module of hers
as Python would, so that code which starts a helper with `sys.executable -m MODULE` works from source and from
the bundle alike.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> int:
    """Open."""
    if Path(sys.executable).stem == "vesper-engine":
        from workers.runtime import host

        host.main(sys.argv[1])
    if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2].partition(".")[0] in {"app", "workers"}:
        module = sys.argv[2]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from app.__main__ import main as vesper

    return vesper()


if __name__ == "__main__":
    sys.exit(main())
