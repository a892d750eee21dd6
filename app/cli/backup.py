"""`backup`: her settings, personas and memory as one file."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from app.care.backup import BackupError, Homes, make, suggested_name
from app.cli.ground import DONE, CommandError, complete
from app.paths import settings_file


def run(args: Namespace) -> int:
    """Do it."""
    return complete(lambda: _do(args))


async def _do(args: Namespace) -> int:
    return _backup(args)


def _backup(args: Namespace) -> int:
    target = Path(args.file).expanduser().absolute()
    if target.is_dir():
        target /= suggested_name(datetime.now().astimezone())
    if target.exists() and not args.replace:
        message = f"{target} is there already; --replace writes over it"
        raise CommandError(message)
    try:
        made = make(Homes.of(settings_file(args.settings)), target, recordings=args.recordings)
    except BackupError as error:
        raise CommandError(str(error)) from error
    print(f"{made.path}  ({made.bytes:,} bytes)")
    for name in made.names:
        print(f"  {name}")
    left = f" Left out of the settings: {', '.join(made.left_out)}." if made.left_out else ""
    print(f"\nPasswords, keys and tokens are not in it.{left}")
    return DONE
