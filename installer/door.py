"""The door of the frozen build: one program that does what its name says.

`vesper` is Vesper, `vesper-engine NAME` one of her engine processes. `vesper -m MODULE …` runs a module of hers
as Python would, so that code which starts a helper with `sys.executable -m MODULE` works from source and from
the bundle alike.
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

PORTABLE = "portable"
KEPT = {"VESPER_CONFIG": "config", "VESPER_STATE": "state", "VESPER_CACHE": "cache"}
_SEARCHED = "LD_LIBRARY_PATH"


def settle(program: Path) -> None:
    """Put the environment right for her and for what she starts.

    The programs of the system that she opens, such as a browser, must not load the bundle's libraries, so the
    search path that the bootloader set for this process is put back as it was. With a folder named `portable`
    beside the program, settings, memory and models are kept in it.
    """
    before = os.environ.pop(f"{_SEARCHED}_ORIG", None)
    os.environ.pop(_SEARCHED, None)
    if before is not None:
        os.environ[_SEARCHED] = before
    beside = program.parent / PORTABLE
    if beside.is_dir():
        for variable, folder in KEPT.items():
            os.environ.setdefault(variable, str(beside / folder))


def main() -> int:
    """Open."""
    program = Path(sys.executable)
    settle(program)
    if program.stem == "vesper-engine":
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
