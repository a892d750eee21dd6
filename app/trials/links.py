"""Trials of links: a connection of the trial's own to the stream backend or to OBS, with the settings as they are."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from app.config.store import SettingsError
from app.trials.runs import Means, Run
from app.words import translate
from models.errors import EngineError
from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState
from models.studio import Studio
from workers.engines.registry import provider

if TYPE_CHECKING:
    from app.config.store import SettingsStore

LINKS = {"stream": "worxed", "obs": "obs-websocket"}
_PATIENCE_S = 10.0


class LinkRun(Run):
    """Connects in a thread of its own: the password may have to wait for a keyring."""

    def __init__(self, kind: str, means: Means) -> None:
        super().__init__(kind, means)
        self._cut = threading.Event()

    def begin(self) -> None:
        """Connect."""
        self.tell(translate("trials", "Connecting…"))
        threading.Thread(target=self._connect, name=f"trial-{self.kind}", daemon=True).start()

    def on_result(self, result: object) -> None:
        """Say what came of it."""
        works, words = result if isinstance(result, tuple) else (False, str(result))
        (self.succeed if works else self.fail)(words)

    def on_tick(self) -> None:
        """A keyring that never answers is no reason to wait for ever."""
        if self.elapsed_s > 2 * _PATIENCE_S:
            self.fail(translate("trials", "The keyring does not answer. Unlock it and try again."))

    def end(self) -> None:
        """Let go."""
        self._cut.set()

    def _connect(self) -> None:
        store = self.means.tuning.store
        try:
            found = asyncio.run(_tried(self.kind, store, self._cut))
        except (EngineError, SettingsError) as error:
            message = getattr(error, "message", "") or str(error)
            found = False, _advice(self.kind, store, message)
        if not self._cut.is_set():
            self.means.post((self, found))


async def _tried(kind: str, store: SettingsStore, cut: threading.Event) -> tuple[bool, str]:
    """Whether the link could be made, and the words for it. Raises `EngineError`."""
    engine = provider(LINKS[kind]).build(store.provider_settings(LINKS[kind]))
    note = translate("trials", "nothing answers")
    try:
        async with asyncio.timeout(_PATIENCE_S), aclosing(_events(kind, engine, store)) as events:
            async for event in events:
                if cut.is_set():
                    break
                if words := _connected(event, store):
                    return True, words
                note = getattr(event, "note", "") or note
                if isinstance(event, Linked) and event.state is LinkState.REFUSED:
                    break
    except TimeoutError:
        pass
    finally:
        await engine.close()
    return False, _advice(kind, store, note)


def _events(kind: str, engine: Any, store: SettingsStore) -> AsyncGenerator[object, None]:  # noqa: ANN401  # a port
    if kind == "stream":
        return engine.follow(Follow(store.settings.stream.backend_url))  # type: ignore[no-any-return]  # its port
    return engine.watch(Empty())  # type: ignore[no-any-return]  # its port


def _connected(event: object, store: SettingsStore) -> str:
    """The words for a link that holds; empty while it does not."""
    match event:
        case Linked(state=LinkState.CONNECTED):
            words = translate("trials", "Connected to the stream backend at {url}.")
            return words.format(url=store.settings.stream.backend_url)
        case Studio(connected=True, scene=scene, scenes=scenes):
            words = translate("trials", "Connected to OBS, with scene “{scene}” on air ({count} in all).")
            return words.format(scene=scene, count=len(scenes))
    return ""


def _advice(kind: str, store: SettingsStore, why: str) -> str:
    if kind == "stream":
        words = translate(
            "trials", "No link to {url}: {why}. Start the backend, or correct its address and token."
        )
        return words.format(url=store.settings.stream.backend_url, why=why.rstrip("."))
    words = translate(
        "trials",
        "No link to OBS: {why}. Start OBS, switch on its WebSocket server (menu Tools) and enter its password here.",
    )
    return words.format(why=why.rstrip("."))
