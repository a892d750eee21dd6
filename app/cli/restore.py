"""`restore`: brings a backup back; what it replaces is kept aside."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.care.archive import examine
from app.care.backup import BackupError, Homes
from app.care.crash import running
from app.care.restore import Becomes, apply_pending, cancel, confirm, prepare
from app.cli.ground import DONE, FAILED, CommandError, complete, say
from app.paths import settings_file

_WORDS = {Becomes.NEW: "new", Becomes.REPLACED: "replaces yours", Becomes.SAME: "the same as yours"}


def run(args: Namespace) -> int:
    """Do it."""
    return complete(lambda: _do(args))


async def _do(args: Namespace) -> int:
    return _restore(args)


def _restore(args: Namespace) -> int:
    homes = Homes.of(settings_file(args.settings))
    try:
        archive = examine(Path(args.file).expanduser().absolute())
        changes = prepare(archive, homes)
        print(f"Made {archive.made.replace('T', ' ') or '?'} by Vesper {archive.version or '?'}:")
        for change in changes:
            print(f"  {change.name:<40} {_WORDS[change.becomes]}")
        if not args.yes and not _agreed():
            cancel(homes)
            say("nothing was changed")
            return FAILED
        confirm(homes)
        if running(homes.state):
            print("\nShe is running: it is put in place when she starts next.")
            return DONE
        done = apply_pending(homes)
    except BackupError as error:
        raise CommandError(str(error)) from error
    kept = f" What was there before is in {done.kept}." if done and done.kept else ""
    print(f"\nBrought back.{kept} Passwords, keys and tokens have to be told anew where they are missing.")
    return DONE


def _agreed() -> bool:
    """Ask where there is someone to ask; else only `--yes` means yes."""
    if not sys.stdin.isatty():
        say("add --yes to go ahead")
        return False
    return input("\nBring it back? [y/N] ").strip().lower() in {"y", "yes"}
