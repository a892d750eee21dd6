"""`doctor`: tries every part and tells what works, what is missing and how to fix it.

Exit code 0 when nothing essential is broken.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import AsyncIterator
from dataclasses import asdict

from app.cli import arguments, checks, engine_checks, show_checks
from app.cli.findings import Finding, State
from app.cli.ground import DONE, FAILED, Progress, complete
from app.config.store import SettingsStore
from app.paths import settings_file

_MARKS = {
    State.WORKS: ("✓", "32"),
    State.WEAK: ("!", "33"),
    State.OFF: ("–", "90"),
    State.BROKEN: ("✗", "31"),
}
_WIDTH = 20


def run(args: Namespace) -> int:
    """Examine everything."""
    return complete(lambda: _examine(args))


async def _examine(args: Namespace) -> int:
    store = SettingsStore(settings_file(args.settings))
    findings = list[Finding]()
    if not args.json:
        print(f"Vesper {arguments.version()}")
    async for finding in _all(store, Progress()):
        findings.append(finding)
        if not args.json:
            _print(finding)
    fatal = [finding for finding in findings if finding.fatal]
    if args.json:
        entries = [{**asdict(f), "state": str(f.state)} for f in findings]
        print(json.dumps({"ok": not fatal, "parts": entries}, indent=2, ensure_ascii=False))
    elif fatal:
        print(f"\nShe cannot work like this: {', '.join(finding.part for finding in fatal)}.")
    else:
        weak = [finding.part for finding in findings if finding.state is not State.WORKS]
        print(f"\nShe works{', without: ' + ', '.join(weak) if weak else '. Everything does'}.")
    return FAILED if fatal else DONE


async def _all(store: SettingsStore, progress: Progress) -> AsyncIterator[Finding]:
    """Every finding, as it comes. Engines are tried only where Python and its packages are whole."""

    def look(at: str) -> None:
        progress.show(f"  looking at {at} …")

    python = checks.python()
    yield python
    yield checks.libraries()
    yield checks.folders()
    yield checks.settings(store)
    look("the keyring")
    keyring = checks.keyring()
    progress.end()
    yield keyring
    look("the models")
    models = checks.models()
    progress.end()
    for finding in models:
        yield finding
    if python.state is State.BROKEN:
        return
    for name, examine in (
        ("the desktop", checks.desktop),
        ("sound", lambda: engine_checks.sound(store)),
        ("voice and hearing", lambda: engine_checks.speech(store)),
        ("her mind", lambda: engine_checks.mind(store)),
        ("the stream", lambda: show_checks.show(store)),
    ):
        look(name)
        found = await examine()
        progress.end()
        for finding in found:
            yield finding


def _print(finding: Finding) -> None:
    mark, colour = _MARKS[finding.state]
    if sys.stdout.isatty():
        mark = f"\x1b[{colour}m{mark}\x1b[0m"
    print(f"{mark} {finding.part:<{_WIDTH}} {finding.seen}", flush=True)
    if finding.fix:
        print(f"  {'':<{_WIDTH}} → {finding.fix}", flush=True)
