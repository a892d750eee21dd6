"""Everything around her window once her picture is up: Director, views and desks, made, wired, started and stopped.

What is started first is stopped last. A desk makes its window when it is first opened.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.avatar.window import AvatarWindow
from app.body import Body
from app.care.crash import Crash
from app.chat.window import ChatWindow
from app.config.tuning import Tuning
from app.credentials.store import KeyringSecrets
from app.desks.better_models import BetterModels
from app.desks.bubble import BubbleDesk
from app.desks.care import CareDesk
from app.desks.credentials import CredentialsDesk
from app.desks.desktop import Desktop, Views
from app.desks.guide import SILENT, GuideDesk
from app.desks.guide import Means as GuideMeans
from app.desks.hotkeys import HotkeyDesk
from app.desks.links import Links, Means
from app.desks.manners import MannersDesk
from app.desks.menu import MenuDesk
from app.desks.needed_models import NeededModels
from app.desks.panel import PanelDesk
from app.desks.personas import PersonasDesk
from app.desks.refitting import Refitting
from app.desks.settings import SettingsDesk
from app.desks.stream import StreamDesk
from app.director import Director
from app.hotkeys.hotkeys import Hotkeys
from app.language import Language
from app.look.theme import Theme
from app.menu import Intent, Menu
from app.persona.casting import Casting
from app.session.login import login_start
from app.tray import Tray, available
from app.trials.trials import Trials
from models.offered import OfferState
from workers.sound import Lanes


@dataclass(frozen=True, slots=True)
class Ground:
    """What a household stands on. `live`: no recording is played to her."""

    avatar: AvatarWindow
    director: Director
    body: Body
    tuning: Tuning
    secrets: KeyringSecrets
    lanes: Lanes
    theme: Theme
    language: Language
    live: bool = True


class Household(QObject):
    """`quit_requested`: the user has had enough. `again`: the arguments to begin anew with, if that is wanted."""

    quit_requested = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.again: tuple[str, ...] | None = None
        self._stack = ExitStack()
        avatar, director, tuning, theme = ground.avatar, ground.director, ground.tuning, ground.theme
        self._care = CareDesk(theme, tuning.store.path, ground.secrets)
        self._stack.callback(self._care.stop)
        self._hotkeys = Hotkeys()
        self._stack.callback(self._hotkeys.stop)
        self._refitting = Refitting(ground.body, tuning)
        self._stack.callback(self._refitting.stop)
        means = Means(director, ground.body, tuning, ground.secrets, live=ground.live)
        self._links = Links(means)
        self._stack.callback(self._links.stop)
        self._casting = Casting(tuning, director.take)
        self._menu = Menu(theme.look)
        self._tray = Tray(self._menu, director.companion.character.persona.companion)
        self._chat = ChatWindow(theme, QGuiApplication.windowIcon())
        self._desktop = Desktop(Views(avatar, self._chat), self._casting, director, tuning)
        self._menus = MenuDesk(self._menu, self._tray, avatar, self._casting, director, tuning)
        self._panel = PanelDesk(theme, self._tray, director, ground.body, tuning, ground.lanes)
        self._stack.callback(self._panel.stop)
        self._stream = StreamDesk(theme, self._hotkeys, self._links, means, avatar.motions)
        self._keys = HotkeyDesk(self._hotkeys, director, tuning)
        self._manners = MannersDesk(avatar, director, tuning, login_start(tuning.store.path))
        self._bubble = BubbleDesk(theme, avatar, director, tuning)
        self._stack.callback(self._bubble.stop)
        self._trials = Trials(director, ground.body, tuning, ground.lanes.levels.get)
        self._settings = SettingsDesk(tuning, ground.body, theme, ground.language, self._trials, self._keys)
        self._stack.callback(self._settings.stop)
        self._personas = PersonasDesk(self._casting, tuning, ground.body, theme)
        self._credentials = CredentialsDesk(ground.secrets)
        self._stack.callback(self._credentials.stop)
        self._needed = NeededModels(director, tuning)
        self._stack.callback(self._needed.stop)
        guide = GuideMeans(
            director, ground.body, tuning, self._trials, BetterModels(tuning), self._needed, available
        )
        self._guide = GuideDesk(theme, guide)
        self._stack.callback(self._guide.stop)
        self._connect()

    def _connect(self) -> None:
        menus = self._menus
        self._ground.theme.changed.connect(self._menu.set_look)
        self._ground.language.changed.connect(self._on_language)
        self._ground.language.changed.connect(self._guide.reword)
        menus.wanted.connect(self._desktop.on_wanted)
        menus.wanted.connect(self._stream.on_wanted)
        menus.wanted.connect(self._panel.on_chosen)
        menus.wanted.connect(self._on_wanted)
        self._panel.wanted.connect(menus.on_chosen)
        self._keys.quiet_toggled.connect(self._manners.toggle_quiet)
        menus.quiet_wished.connect(self._manners.wish_quiet)
        self._panel.quiet_wished.connect(self._manners.wish_quiet)
        self._keys.chat_requested.connect(self._chat.open)
        self._desktop.quit_requested.connect(self.quit_requested)
        self._desktop.settings_requested.connect(self._open_settings)
        self._needed.changed.connect(self._desktop.on_needed)
        self._desktop.fetch_requested.connect(self._needed.act)
        self._connect_settings()
        self._care.restart_requested.connect(self.restart)

    def _connect_settings(self) -> None:
        settings, secrets = self._settings, self._credentials
        settings.made.connect(self._personas.on_window)
        settings.made.connect(secrets.on_window)
        settings.guide_requested.connect(self._guide.open)
        settings.bundle_requested.connect(self._care.make_report)
        settings.backup_requested.connect(self._care.open_backups)
        settings.restore_requested.connect(self._care.open_backups)
        settings.stream_window_requested.connect(self._stream.open)
        settings.chat_requested.connect(self._chat.open)
        secrets.secret_changed.connect(self._refitting.look_again)
        secrets.secret_changed.connect(self._links.relink)

    def start(self, *, crash: Crash | None = None, safe: bool = False, unrestored: str = "") -> None:
        """Bring her to life.

        `crash` is what became of the last run, `safe`: this one began safely for it, `unrestored`: why a backup was not
        brought back.
        """
        director = self._ground.director
        if unrestored:
            self._desktop.tell_unrestored(unrestored)
        self._needed.look()
        self._stack.callback(director.shut_down)
        director.start()
        self._stream.start()
        if not safe:
            self._links.start()
        self._keys.start()
        self._stack.callback(self._keys.stop)
        self._manners.start()
        self._stack.callback(self._manners.stop)
        self._tray.start()
        self._stack.callback(self._tray.stop)
        if self._ground.tuning.settings.chat.visible:
            self._chat.open()
        guided = False
        if crash is not None:
            self._care.tell(crash, safe=safe)
        elif self._ground.live:
            guided = self._guide.start()
        lacks = self._needed.needed.state is not OfferState.HERE
        if (unrestored or lacks) and not guided and not os.environ.get(SILENT):
            self._chat.open()  # there is what she has to tell

    def stop(self) -> None:
        """End everything, the last begun first."""
        self._stack.close()

    @Slot(bool)
    def restart(self, safe: bool) -> None:  # noqa: FBT001  # Qt's signal
        """End, and begin anew."""
        settings = ("--settings", str(self._ground.tuning.store.path))
        self.again = (*settings, "gui", "--safe") if safe else settings
        self.quit_requested.emit()

    @Slot()
    def come_forward(self) -> None:
        """She was started a second time: show herself."""
        self._ground.tuning.set("window", visible=True)
        self._ground.avatar.show()

    @Slot(object)
    def _on_wanted(self, intent: Intent) -> None:
        if intent is Intent.CHAT:
            self._ground.body.stir()  # who opens the chat is about to write
        elif intent is Intent.SETTINGS:
            self._settings.open()
        elif intent is Intent.GUIDE:
            self._guide.open()

    @Slot()
    def _open_settings(self) -> None:
        self._settings.open()

    @Slot(str)
    def _on_language(self, _code: str) -> None:
        for part in (self._menus, self._chat, self._stream):
            part.reword()
        self._panel.reword()
