"""`token`: what the user's own tools need to use the local API."""

from __future__ import annotations

from argparse import Namespace

from app import paths
from app.cli.ground import DONE, CommandError, complete, settings_of
from workers.api.token import load_or_create, renew


def run(args: Namespace) -> int:
    """Print the token and the addresses of the pages; with `args.new`, make another token first."""
    return complete(lambda: _token(args))


async def _token(args: Namespace) -> int:
    api = settings_of(args).settings.api
    file = paths.token_file()
    try:
        token = renew(file) if args.new else load_or_create(file)
    except OSError as error:
        msg = f"the token cannot be kept in {file}: {error.strerror or error}"
        raise CommandError(msg) from error
    here = f"http://127.0.0.1:{api.port}"
    print(token)
    print()
    print(f"captions for OBS:  {here}/overlay#token={token}")
    print(f"chat page:         {here}/chat#token={token}")
    print(f"for your tools:    Authorization: Bearer {token}")
    if args.new:
        print("\nThe old token is no longer good once Vesper has been started anew.")
    if not api.enabled:
        print("\nThe local API is switched off: set enabled = true under [api] in the settings.")
    return DONE
