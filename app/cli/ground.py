"""What every command stands on.

Settings with their secrets, and one place where failures become words and codes.
"""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine
from typing import Any

from app import logs
from app.config.store import SettingsStore
from app.credentials.store import KeyringSecrets
from app.paths import settings_file
from models.errors import EngineError
from models.events import Health
from workers.engines.registry import provider
from workers.runtime.child import Observer
from workers.runtime.remote import connect
from workers.weights.errors import WeightsError

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """The command cannot be done; the message says what to do. `usage`: the command itself was wrong."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage


def settings_of(args: Namespace) -> SettingsStore:
    """The settings of this command; what is wrong with them goes to standard error."""
    store = SettingsStore(settings_file(args.settings), secrets=KeyringSecrets(say).get)
    for problem in store.problems:
        say(f"settings: {problem}")
    return store


def engine(store: SettingsStore, provider_id: str, *, apart: bool = False) -> Any:  # noqa: ANN401  # a port, by role
    """An engine, in this process or `apart` in one of its own, whose crash is then only an error."""
    settings = store.provider_settings(provider_id)
    if apart:
        return connect(provider(provider_id), settings, Observer(_unwatched, logs.child_stderr))
    return provider(provider_id).build(settings)


def complete(work: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run a command to its exit code."""
    try:
        code = asyncio.run(work())
        sys.stdout.flush()
    except CommandError as error:
        say(str(error))
        return USAGE if error.usage else FAILED
    except (EngineError, WeightsError) as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        say("stopped")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has read enough, such as `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def say(text: str) -> None:
    """A remark beside the result: on standard error."""
    sys.stderr.write(f"vesper: {text}\n")
    sys.stderr.flush()


class Progress:
    """One line that keeps up with long work; silent where nobody watches."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._live:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        self.show("")


def _unwatched(_health: Health, _note: str) -> None:
    """Commands hear of a dead engine by their failing request."""
