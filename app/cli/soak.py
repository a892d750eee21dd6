"""`soak`: hours of hard use of a Vesper of its own, and whether she came through them as she went in."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from app.cli.ground import DONE, FAILED, CommandError, complete, say
from app.soak.figures import figures, page, passed
from app.soak.program import Program
from app.soak.run import Soak


def run(args: Namespace) -> int:
    """Use her for as long as is wanted; 0 when all is well."""
    return complete(lambda: _soak(args))


async def _soak(args: Namespace) -> int:
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        raise CommandError("The soak uses her window, and there is no display here.")
    seconds = (args.hours or 0.0) * 3600 + (args.minutes or 0.0) * 60
    say(
        "This is a Vesper of its own: your settings and what you talked of are left alone. Ctrl+C ends it early."
    )
    with tempfile.TemporaryDirectory(prefix="vesper-soak-", ignore_cleanup_errors=True) as folder:
        program = Program(Path(folder))
        soak = Soak(program, say)
        try:
            outcome = soak.run(seconds)
        finally:
            program.stop()
        told = figures(outcome, soak.reading.answers)
        if outcome.wrong:
            say(program.log.read_text(encoding="utf-8", errors="replace")[-3000:])
    sys.stdout.write((json.dumps(told) if args.json else page(told)) + "\n")
    return FAILED if passed(told) else DONE
