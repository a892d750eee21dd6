"""The program's door: `python -m app`, `vesper` once installed. Qt is imported only for the window."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib import import_module

from app import logs
from app.cli import arguments
from models.errors import EngineError

_TOOLS = frozenset(
    {
        "speak",
        "sts",
        "voices",
        "devices",
        "doctor",
        "models",
        "personas",
        "token",
        "licences",
        "soak",
        "bundle",
        "backup",
        "restore",
    }
)
_WINDOWS = frozenset({"gui", "replay"})


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code is 0 when it did what it says."""
    args = arguments.parse(argv)
    if args.command == "engine-host":
        from workers.runtime import host

        host.main(args.name)
    logs.start(
        "vesper" if args.command == "gui" else f"vesper-{args.command}", args.log_level or _level(args)
    )
    try:
        return _run(args)
    finally:
        logs.stop()


def _level(args: Namespace) -> str:
    """The window says what it does; the tools only speak up when something is wrong."""
    return "info" if args.command in _WINDOWS else "warning"


def _run(args: Namespace) -> int:
    if args.command in _TOOLS:
        return int(import_module(f"app.cli.{args.command}").run(args))
    compose = import_module("app.compose")
    if args.command == "chat":
        return int(compose.terminal(args))
    try:
        return int(compose.window(args))
    except EngineError as error:
        sys.stderr.write(f"vesper: {error.message}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
