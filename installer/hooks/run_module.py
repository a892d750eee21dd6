"""Lets the frozen programs start their own modules as Python does: `vesper -m app.avatar.probe MODEL`.

So code that starts a helper with `sys.executable -m MODULE` works from source and from the bundle alike.
"""

from __future__ import annotations

import runpy
import sys

if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2].partition(".")[0] in {"app", "workers"}:
    module = sys.argv[2]
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    sys.exit(0)
