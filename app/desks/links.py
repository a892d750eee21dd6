"""Links to the stream backend and OBS, and the local API's door: made, changed and let go as the settings say.

Passwords and tokens are looked up in a thread of its own: a locked keyring answers late, or never.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app import on_air
from app.body import Body
from app.config.tuning import Tuning
from app.credentials.store import KeyringSecrets
from app.director import Director
from models.errors import EngineError
from models.events import Failed
from models.settings import Settings
from models.settings_stream import Stream
from workers.obs import Configure
from workers.stream import Connect

_SECRETS = {"stream": f"{on_air.BACKEND}.token", "obs": f"{on_air.STUDIO}.password"}


@dataclass(frozen=True, slots=True)
class Means:
    """What links are made with. `live`: no recording is played to her."""

    director: Director
    body: Body
    tuning: Tuning
    secrets: KeyringSecrets
    live: bool = True


class Links(QObject):
    """Follows `Tuning.changed`. `stored` carries the name of a secret and whether there is one."""

    stored = Signal(str, bool)
    _refused = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._later = ThreadPoolExecutor(1, "credentials")
        self._refused.connect(means.director.take)
        means.tuning.changed.connect(self._on_changed)

    def start(self) -> None:
        """Connect what is to be connected."""
        self._link_stream()
        self._link_obs()
        self._record()

    def stop(self) -> None:
        """Let go of what is still being looked up."""
        self._later.shutdown(wait=False, cancel_futures=True)

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret, or forget it when it is empty, and link anew with it."""
        secrets = self._means.secrets

        def keep() -> None:
            (secrets.set(name, secret) if secret else secrets.delete(name))

        self._later.submit(keep)
        self.relink(name)

    @Slot(str)
    def relink(self, name: str) -> None:
        """Link anew what uses a secret: it has changed."""
        if name == _SECRETS["obs"]:
            self._link_obs()
        elif name == _SECRETS["stream"]:
            self._link_stream()

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        """Let what was changed hold from now on."""
        if _address(before.stream) != _address(after.stream) or _table(before, "stream") != _table(
            after, "stream"
        ):
            self._link_stream()
        if _record(before.stream) != _record(after.stream):
            self._record()
        if before.api != after.api:
            self._means.body.organs["api"].inbox.put(on_air.api_port(after))
        if (before.obs.enabled, _table(before, "obs")) != (after.obs.enabled, _table(after, "obs")):
            self._link_obs()
        elif before.obs != after.obs:
            self._means.body.organs["obs"].inbox.put(Configure(on_air.obs_setup(after)))

    def _link_stream(self) -> None:
        """Connect to the stream backend, or let go of it, as the settings are now."""
        if self._means.live:
            self._post("stream", lambda: on_air.stream_link(self._means.tuning.store))

    def _record(self) -> None:
        """Write the show down, or stop, as the settings are now."""
        self._means.body.organs["stream"].inbox.put(on_air.recording(self._means.tuning.settings))

    def _link_obs(self) -> None:
        """Connect to OBS, or let go of it, as the settings are now."""
        self._post("obs", lambda: on_air.obs_link(self._means.tuning.store))

    def _post(self, organ: str, make: Callable[[], Connect | Configure]) -> None:
        """Hand an organ its link, made where a keyring may take its time."""
        inbox, secret = self._means.body.organs[organ].inbox, _SECRETS[organ]

        def post() -> None:
            try:
                inbox.put(make())
            except EngineError as error:
                self._refused.emit(Failed(organ, error.blame, error.message))
                return
            self.stored.emit(secret, bool(self._means.secrets.get(secret)))

        section = getattr(self._means.tuning.settings, organ)
        self._later.submit(post if section.enabled else lambda: inbox.put(make()))


def _address(stream: Stream) -> tuple[object, ...]:
    return stream.enabled, stream.backend_url


def _record(stream: Stream) -> tuple[object, ...]:
    """What the recording depends on."""
    return stream.enabled, stream.record, stream.pseudonyms


def _table(settings: Settings, organ: str) -> object:
    """The engine's own settings."""
    return settings.providers.get(on_air.BACKEND if organ == "stream" else on_air.STUDIO)
