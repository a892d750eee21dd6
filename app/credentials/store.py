"""Secrets: the system keyring, within a time limit, and what to do without one.

A locked keyring blocks its caller for as long as nobody answers its dialog, so every call runs in a daemon
thread and is given up after a limit; then the keyring is left alone until that call returns or is tried again. A secret
is looked for in the keyring, among those set in this session, in the user's own file where they wanted one
(`app.credentials.file`), and in the environment ("twitch.token" → `TWITCH_TOKEN`), in this order. The only module that
imports keyring. Every value that passes is kept out of the logs.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from app import logs
from app.credentials.file import SecretsFile

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
_MOST_STUCK = 4
"""Calls that may hang in the keyring at once, after as many tries."""

Result = TypeVar("Result")


class Place(StrEnum):
    """Where a secret is."""

    NOWHERE = "nowhere"
    KEYRING = "keyring"
    SESSION = "session"
    FILE = "file"
    ENVIRONMENT = "environment"


class Ring(StrEnum):
    """How the system keyring is."""

    WORKS = "works"
    LOCKED = "locked"
    ABSENT = "absent"


class KeyringSecrets:
    """A `models.ports.SecretStore`. Calls may take `limit_s`: never on the GUI thread.

    Args:
        tell: told once, in words for the user, when secrets last only for this session; on the calling
            thread.
        limit_s: how long the keyring may take.
        environment: variables to fall back on; the process's own if None.
        file: where secrets are kept for those who want a file; the user's if None.
    """

    def __init__(
        self,
        tell: Callable[[str], None] = lambda _text: None,
        *,
        limit_s: float = LIMIT_S,
        environment: Mapping[str, str] | None = None,
        file: SecretsFile | None = None,
    ) -> None:
        self._tell = tell
        self._limit_s = limit_s
        self._environment = os.environ if environment is None else environment
        self._file = file or SecretsFile()
        self._session: dict[str, str] = {}
        self._told: set[str] = set()
        self._pending: threading.Thread | None = None
        self._stuck: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._own = threading.RLock()

    def get(self, name: str) -> str | None:
        """The secret, or None when it is nowhere."""
        return self.find(name)[0]

    def find(self, name: str) -> tuple[str | None, Place]:
        """The secret and where it is."""

        def read() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, name)

        value, place = self._ask(read, None)[0], Place.KEYRING
        if not value:
            with self._own:
                value, place = self._session.get(name), Place.SESSION
        if not value:
            value, place = self._kept().get(name), Place.FILE
        if not value:
            value, place = self._environment.get(variable(name)), Place.ENVIRONMENT
        if value:
            logs.hide(value)
        return (value, place) if value else (None, Place.NOWHERE)

    def set(self, name: str, value: str) -> None:
        """Keep a secret: in the keyring, else in the file if one is wanted, else for this session."""
        logs.hide(value)
        with self._own:
            if self._write(name, value):
                self._session.pop(name, None)
                self._forget_in_file(name)
                return
            self._session[name] = value
            if self._file.wanted:
                self._save_session()

    def delete(self, name: str) -> None:
        """Forget a secret everywhere but in the environment; one that is not there is no error."""

        def forget() -> None:
            import keyring
            from keyring.errors import PasswordDeleteError

            try:
                keyring.delete_password(SERVICE, name)
            except PasswordDeleteError:
                return

        with self._own:
            self._session.pop(name, None)
            self._forget_in_file(name)
        self._ask(forget, None)

    def trouble(self) -> str:
        """What is wrong with the keyring, in words for the user; empty when it answers."""

        def probe() -> str:
            import keyring

            keyring.get_password(SERVICE, "probe")
            return ""

        return self._ask(probe, "")[1]

    def ring(self) -> Ring:
        """How the keyring is."""
        trouble = self.trouble()
        return Ring.WORKS if not trouble else Ring.LOCKED if trouble == LOCKED else Ring.ABSENT

    def try_again(self) -> Ring:
        """Ask the keyring anew, whatever hangs in it still: it may have been unlocked."""
        with self._lock:
            self._stuck = [thread for thread in self._stuck if thread.is_alive()]
            if self._pending is not None and self._pending.is_alive() and len(self._stuck) < _MOST_STUCK:
                self._stuck.append(self._pending)
                self._pending = None
        return self.ring()

    # --- the file

    @property
    def in_file(self) -> bool:
        """Whether secrets are kept in a file where the keyring does not take them."""
        return self._file.wanted

    def keep_in_file(self, *, on: bool) -> None:
        """Keep in a file what the keyring does not take, from now on or no more; what is in it stays until she quits.

        Raises:
            OSError: the file cannot be written or removed, or others could read it.
        """
        with self._own:
            kept = self._file.read()
            self._session = {**kept, **self._session}
            if on:
                self._save_session()
            else:
                self._file.remove()

    def move_to_keyring(self) -> int:
        """Put what is in the file and in this session into the keyring; gives how many it took.

        Raises:
            OSError: the file cannot be changed.
        """
        with self._own:
            kept = {**self._file.read(), **self._session}
            taken = [name for name, value in kept.items() if self._write(name, value)]
            for name in taken:
                self._session.pop(name, None)
            left = {name: value for name, value in kept.items() if name not in taken}
            if self._file.wanted:
                self._file.write(left)
            return len(taken)

    def _save_session(self) -> None:
        """The session's secrets go into the file, beside those that are there."""
        kept = {**self._file.read(), **self._session}
        self._file.write(kept)
        self._session.clear()

    def _forget_in_file(self, name: str) -> None:
        kept = self._kept()
        if kept.pop(name, None) is not None:
            self._file.write(kept)

    def _kept(self) -> dict[str, str]:
        """What is in the file; a file that must not be read is told of once."""
        with self._own:
            try:
                return self._file.read()
            except OSError as error:
                self._say(str(error))
                return {}

    # --- the keyring

    def _write(self, name: str, value: str) -> bool:
        def write() -> bool:
            import keyring

            keyring.set_password(SERVICE, name, value)
            return True

        return self._ask(write, default=False)[0]

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
