"""Secrets: the system keyring, within a time limit, and what to do without one.

A locked keyring blocks its caller for as long as nobody answers its dialog, so every call runs in a daemon
thread and is given up after a limit; then the keyring is left alone until that call returns. A secret is
looked for in the keyring, among those set in this session, and in the environment ("twitch.token" →
`TWITCH_TOKEN`), in this order. The only module that imports keyring. Every value that passes is kept out of
the logs.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping
from typing import TypeVar

from app import logs

SERVICE = "vesper"
LIMIT_S = 4.0

LOCKED = (
    "The system keyring does not answer; it is probably locked. Unlock it, or your passwords and keys are "
    "remembered only until you quit."
)
ABSENT = (
    "There is no system keyring that Vesper can use: passwords and keys are remembered only until you quit. "
    "Install one (GNOME Keyring, KWallet), or set them as environment variables."
)

Result = TypeVar("Result")


class KeyringSecrets:
    """A `models.ports.SecretStore`. Calls may take `limit_s`: never on the GUI thread.

    Args:
        tell: told once, in words for the user, when secrets last only for this session; on the calling
        thread. limit_s: how long the keyring may take. environment: variables to fall back on; the
        process's own if None.
    """

    def __init__(
        self,
        tell: Callable[[str], None] = lambda _text: None,
        *,
        limit_s: float = LIMIT_S,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._tell = tell
        self._limit_s = limit_s
        self._environment = os.environ if environment is None else environment
        self._session: dict[str, str] = {}
        self._told: set[str] = set()
        self._pending: threading.Thread | None = None
        self._lock = threading.Lock()

    def get(self, name: str) -> str | None:
        """The secret, or None when it is nowhere."""

        def read() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, name)

        value = self._ask(read, None)[0] or self._session.get(name) or self._environment.get(variable(name))
        if value:
            logs.hide(value)
        return value or None

    def set(self, name: str, value: str) -> None:
        """Keep a secret: in the keyring, else for this session."""
        logs.hide(value)

        def write() -> bool:
            import keyring

            keyring.set_password(SERVICE, name, value)
            return True

        if self._ask(write, default=False)[0]:
            self._session.pop(name, None)
        else:
            self._session[name] = value

    def delete(self, name: str) -> None:
        """Forget a secret everywhere but in the environment; one that is not there is no error."""
        self._session.pop(name, None)

        def forget() -> None:
            import keyring
            from keyring.errors import PasswordDeleteError

            try:
                keyring.delete_password(SERVICE, name)
            except PasswordDeleteError:
                return

        self._ask(forget, None)

    def trouble(self) -> str:
        """What is wrong with the keyring, in words for the user; empty when it answers."""

        def probe() -> str:
            import keyring

            keyring.get_password(SERVICE, "probe")
            return ""

        return self._ask(probe, "")[1]

    def _ask(self, call: Callable[[], Result], default: Result) -> tuple[Result, str]:
        """What the keyring says and what is wrong with it (then the default)."""
        answers: queue.SimpleQueue[tuple[Result, str]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((call(), ""))
            except Exception as error:  # noqa: BLE001  # backends raise anything, D-Bus errors included
                locked = type(error).__name__ == "KeyringLocked"
                answers.put((default, LOCKED if locked else f"{ABSENT} ({type(error).__name__})"))

        with self._lock:
            if self._pending is not None and self._pending.is_alive():
                return default, self._say(LOCKED)
            thread = self._pending = threading.Thread(target=run, name="keyring", daemon=True)
            thread.start()
        try:
            value, trouble = answers.get(timeout=self._limit_s)
        except queue.Empty:
            return default, self._say(LOCKED)
        thread.join()
        if trouble:
            self._say(trouble)
        return value, trouble

    def _say(self, text: str) -> str:
        if text not in self._told:
            self._told.add(text)
            self._tell(text)
        return text


def variable(name: str) -> str:
    """The environment variable of a secret."""
    return "".join(char if char.isalnum() else "_" for char in name).upper()
