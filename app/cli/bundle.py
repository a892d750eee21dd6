"""`bundle`: gathers what helps to find a mistake into one zip, and sends it to nobody."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from app.care.bundle import BundleError, gather, pack, suggested_name
from app.cli.ground import DONE, CommandError, Progress, complete, say
from app.credentials.store import KeyringSecrets
from app.paths import settings_file


def run(args: Namespace) -> int:
    """Do it."""
    return complete(lambda: _do(args))


async def _do(args: Namespace) -> int:
    return _bundle(args)


def _bundle(args: Namespace) -> int:
    target = Path(args.output or suggested_name(datetime.now().astimezone())).expanduser().absolute()
    progress = Progress()
    progress.show("  looking at every part …")
    secrets = KeyringSecrets(say)
    items = gather(settings_file(args.settings), secrets.get, conversation=args.conversation)
    progress.end()
    try:
        pack(items, target)
    except BundleError as error:
        raise CommandError(str(error)) from error
    print(target)
    for item in items:
        print(f"  {item.name:<28} {len(item.content):>9,} bytes")
    print("\nLook through it before you pass it on. It was sent to nobody.")
    return DONE
