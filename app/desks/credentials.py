"""The credentials page and what stands behind it. Every look at the keyring happens in a thread: it may answer late."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.credentials.file import SecretsFile
from app.credentials.names import known_secrets
from app.credentials.store import KeyringSecrets, Ring, variable
from app.settings.credentials_values import Credential, CredentialsState

if TYPE_CHECKING:
    from app.settings.credentials_page import CredentialsPage
    from app.settings.window import SettingsWindow

_log = logging.getLogger(__name__)


class CredentialsDesk(QObject):
    """`secret_changed` carries the name of a secret ("openai.api_key") that was stored or forgotten; not the secret.

    It serves the page of whatever settings window it is shown last.
    """

    secret_changed = Signal(str)
    _looked = Signal(object, str)

    def __init__(self, secrets: KeyringSecrets) -> None:
        super().__init__()
        self._page: CredentialsPage | None = None
        self._secrets = secrets
        self._state = CredentialsState(file=str(SecretsFile().path))
        self._later = ThreadPoolExecutor(1, "credentials-page")
        self._looked.connect(self._on_looked)

    @Slot(object)
    def on_window(self, window: SettingsWindow) -> None:
        """A settings window was made."""
        from app.settings.credentials_page import CredentialsPage

        page = window.find_page(CredentialsPage.name)
        if isinstance(page, CredentialsPage):
            self.serve(page)

    def serve(self, page: CredentialsPage) -> None:
        """Fill this page from now on."""
        self._page = page
        page.looked_at.connect(self.look)
        page.try_again_requested.connect(self._on_try_again)
        page.secret_set.connect(self._on_set)
        page.file_toggled.connect(self._on_file)
        page.move_requested.connect(self._on_move)
        page.show_credentials(self._state)

    def stop(self) -> None:
        """Wait for nothing."""
        self._later.shutdown(wait=False, cancel_futures=True)

    @Slot()
    def look(self) -> None:
        """See how the keyring is and where every secret is."""
        self._work(self._secrets.ring)

    @Slot()
    def _on_try_again(self) -> None:
        self._show(replace(self._state, ring=None))
        self._work(self._secrets.try_again)

    @Slot(str, str)
    def _on_set(self, name: str, value: str) -> None:
        def store() -> Ring:
            (self._secrets.set(name, value) if value else self._secrets.delete(name))
            return self._secrets.ring()

        self._work(store, name)

    @Slot(bool)
    def _on_file(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        def keep() -> Ring:
            self._secrets.keep_in_file(on=on)
            return self._secrets.ring()

        self._work(keep)

    @Slot()
    def _on_move(self) -> None:
        def move() -> Ring:
            self._secrets.move_to_keyring()
            return self._secrets.ring()

        self._work(move)

    def _work(self, work: Callable[[], Ring], changed: str = "") -> None:
        self._show(replace(self._state, busy=True))
        self._later.submit(partial(self._run, work, changed))

    def _run(self, work: Callable[[], Ring], changed: str) -> None:
        """Do it, then look at everything anew; on the desk's own thread. `changed` is the secret it is about."""
        problem = ""
        try:
            ring = work()
        except OSError as error:
            problem, ring = error.strerror or str(error), self._secrets.ring()
            _log.warning("credentials: %s", error)
        credentials = tuple(
            Credential(
                known.name,
                known.engine,
                known.title,
                known.description,
                self._secrets.find(known.name)[1],
                variable(known.name),
            )
            for known in known_secrets()
        )
        self._looked.emit(
            replace(
                self._state,
                ring=ring,
                credentials=credentials,
                in_file=self._secrets.in_file,
                busy=False,
                problem=problem,
            ),
            changed,
        )

    @Slot(object, str)
    def _on_looked(self, state: CredentialsState, changed: str) -> None:
        self._show(state)
        if changed:
            self.secret_changed.emit(changed)

    def _show(self, state: CredentialsState) -> None:
        self._state = state
        if self._page is not None:
            self._page.show_credentials(state)
