"""The stream window and what stands behind it: values in, the user's wishes out to settings, organs and the Director.

The window is made when it is first opened.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app import on_air, paths
from app.desks.links import Links, Means
from app.hotkeys.hotkeys import Hotkeys
from app.look.theme import Theme
from app.menu import Intent
from app.stream.values import StreamState
from models.commands import Command, Log, Panic
from models.events import CharacterChosen, Event, Health, StudioChanged, WorkerChanged
from models.requests import Panicked, RulesChosen, RuleTried
from models.settings import Settings
from models.settings_stream import Reaction, Stream
from models.stream.entry import Entry
from models.stream.link import LinkState
from workers.api.token import load_or_create

if TYPE_CHECKING:
    from app.stream.window import StreamWindow

MOST_ENTRIES = 200
"""Entries of the feed that are kept for a window that is not open yet."""
_PANIC = "panic"
_LINKS = {
    Health.STARTING: LinkState.CONNECTING,
    Health.READY: LinkState.CONNECTED,
    Health.RESTARTING: LinkState.LOST,
    Health.GONE: LinkState.REFUSED,
    Health.OFF: LinkState.OVER,
}


class StreamDesk(QObject):
    """Keeps the stream window, the panic key and the links to backend and OBS in step with the settings."""

    def __init__(
        self, theme: Theme, hotkeys: Hotkeys, links: Links, means: Means, motions: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._theme, self._hotkeys, self._links, self._means = theme, hotkeys, links, means
        self._window: StreamWindow | None = None
        self._entries = deque[Entry](maxlen=MOST_ENTRIES)
        settings = means.tuning.settings
        self._state = StreamState(
            name=settings.character.name,
            stream=self._stream(),
            obs=settings.obs,
            api=settings.api,
            obs_url=self._obs_url(),
            motions=motions,
        )
        self._connect()

    def _connect(self) -> None:
        director = self._means.director
        director.commanded.connect(self.on_command)
        director.happened.connect(self.on_event)
        self._means.tuning.changed.connect(self._on_changed)
        self._hotkeys.pressed.connect(self._on_key)
        self._hotkeys.lost.connect(self._on_key_lost)
        self._links.stored.connect(self._on_stored)

    @property
    def window(self) -> StreamWindow:
        """The stream window, made if there is none yet."""
        if self._window is None:
            from app.stream.window import StreamWindow

            self._window = window = StreamWindow(self._theme, QGuiApplication.windowIcon())
            window.panic_toggled.connect(self._on_panic)
            window.copy_requested.connect(self._on_copy)
            window.reactions_changed.connect(self._on_reactions)
            window.reaction_tried.connect(self._on_tried)
            window.setting_changed.connect(self._on_setting)
            window.secret_set.connect(self._on_secret)
            window.recordings_requested.connect(self._on_recordings)
            window.show_entries(tuple(self._entries))
            window.show_state(self._state)
        return self._window

    def reword(self) -> None:
        """The window is made anew in the language of the windows."""
        old, self._window = self._window, None
        if old is not None:
            was_open = old.isVisible()
            old.close()
            old.deleteLater()
            if was_open:
                self.open()

    def start(self) -> None:
        """Take the panic key."""
        self._take_key()

    # --- from the Director

    @Slot(object)
    def on_command(self, command: Command) -> None:
        """Show what became of the stream, and panic."""
        match command:
            case Log(entries=entries):
                self._entries.extend(entries)
                if self._window is not None:
                    self._window.show_entries(entries)
            case Panic(on=on):
                self._show(panicked=on)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Show how the links are."""
        match event:
            case WorkerChanged(worker="stream", health=health, note=note):
                self._show(link=_LINKS[health], link_note=note)
            case WorkerChanged(worker="obs", note=note):
                self._show(studio_note=note)
            case WorkerChanged(worker="api", health=health, note=note):
                port = self._means.tuning.settings.api.port
                there = health is Health.READY
                self._show(
                    api_address=f"http://127.0.0.1:{port}" if there else "", api_note="" if there else note
                )
            case StudioChanged(studio=studio):
                self._show(studio=studio)
            case CharacterChosen(character=character):
                self._show(name=character.persona.companion)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields of the state
        if self._window is not None:
            self._window.show_state(self._state)

    # --- from the user

    @Slot(object)
    def on_wanted(self, intent: Intent) -> None:
        """A line of the menu."""
        if intent is Intent.STREAM:
            self.open()

    @Slot()
    def open(self) -> None:
        """Show the window."""
        self.window.open()

    @Slot(bool)
    def _on_panic(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._means.director.take(Panicked(on))

    @Slot(str)
    def _on_key(self, name: str) -> None:
        if name == _PANIC:
            self._on_panic(not self._state.panicked)

    @Slot(str, str)
    def _on_key_lost(self, _name: str, why: str) -> None:
        self._show(hotkey_note=why)

    @Slot(str)
    def _on_copy(self, what: str) -> None:
        token = load_or_create(paths.token_file())
        text = token if what == "token" else f"{self._state.api_address}/overlay#token={token}"
        QGuiApplication.clipboard().setText(text)

    @Slot(object)
    def _on_reactions(self, reactions: tuple[Reaction, ...]) -> None:
        self._change(
            "stream", reactions=[reaction.model_dump(exclude_defaults=True) for reaction in reactions]
        )

    @Slot(object)
    def _on_tried(self, reaction: Reaction) -> None:
        self._means.director.take(RuleTried(reaction.rule()))

    @Slot()
    def _on_recordings(self) -> None:
        folder = paths.recordings_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(str, str, object)
    def _on_setting(self, section: str, field: str, value: object) -> None:
        self._change(section, **{field: value})

    @Slot(str, str)
    def _on_secret(self, name: str, value: str) -> None:
        self._links.keep(name, value)

    def _change(self, section: str, **fields: object) -> None:
        self._show(problem=self._means.tuning.set(section, **fields))

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        """Let what was changed hold from now on."""
        self._show(stream=self._stream(), obs=after.obs, api=after.api, obs_url=self._obs_url())
        if _keys(before) != _keys(after):
            self._take_key()
        if before.stream != after.stream:
            self._means.director.take(RulesChosen(after.stream.rules(self._state.name)))

    def _take_key(self) -> None:
        """Hold the panic key while there is a show: nobody else loses theirs for nothing."""
        settings = self._means.tuning.settings
        live = settings.stream.enabled or settings.obs.enabled or not self._means.live
        self._show(hotkey_note=self._hotkeys.set(_PANIC, settings.stream.panic_hotkey if live else ""))

    @Slot(str, bool)
    def _on_stored(self, name: str, there: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._show(**{"obs_password" if name.startswith(on_air.STUDIO) else "stream_token": there})

    def _stream(self) -> Stream:
        """The stream's settings as they hold now: a recording is followed whatever they say."""
        stream = self._means.tuning.settings.stream
        return stream if self._means.live else stream.model_copy(update={"enabled": True})

    def _obs_url(self) -> str:
        table = self._means.tuning.settings.providers.get(on_air.STUDIO, {})
        return str(table.get("url", StreamState().obs_url))


def _keys(settings: Settings) -> tuple[object, ...]:
    """What the panic key depends on."""
    return settings.stream.enabled, settings.obs.enabled, settings.stream.panic_hotkey
