"""The desktop: her window and the chat around one Director. Commands in, intents out, no rules of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.avatar.window import AvatarWindow
from app.chat.values import ChatState
from app.chat.window import ChatWindow
from app.config.problems import check
from app.config.tuning import Tuning
from app.config.wishes import wishes_of
from app.desks.checkup import Checkup, about
from app.desks.held_back import HeldBack
from app.desks.requests import Requests
from app.director import Director
from app.menu import Intent
from app.notice import Act, Change
from app.notices import Notices
from app.paths import log_folder
from app.persona.casting import Casting
from models.commands import Command, Perform, RestartEngine, Show, Silence, Tell, Withhold
from models.errors import Blame
from models.events import (
    CharacterChosen,
    Dropped,
    Event,
    Failed,
    Grabbed,
    Health,
    HistoryCleared,
    Hushed,
    MicrophoneMuted,
    Touched,
    Typed,
    Voiced,
    WorkerChanged,
)
from models.expression import Phase
from models.needed import Needed
from models.requests import WishesChosen
from models.settings import ChatGeometry, Settings
from workers.engines.registry import provider


@dataclass(frozen=True, slots=True)
class Views:
    """What the user sees."""

    avatar: AvatarWindow
    chat: ChatWindow


class Desktop(QObject):
    """Shows what the Director commands, and turns what the user does into events.

    `fetch_requested` carries what is to happen with the models she lacks, an `OfferAct`.
    """

    quit_requested = Signal()
    settings_requested = Signal()
    fetch_requested = Signal(str)

    def __init__(self, views: Views, casting: Casting, director: Director, tuning: Tuning) -> None:
        super().__init__()
        self._views = views
        self._director = director
        self._tuning = tuning
        self._notices = Notices()
        self._casting = casting
        self._held_back = HeldBack()
        self._requests = Requests(director, casting, tuning)
        self._state = ChatState(
            name=tuning.settings.character.name,
            muted=tuning.settings.hearing.muted,
            voice=tuning.settings.voice.enabled,
            ready=False,
        )
        self._connect()
        views.chat.place(tuning.settings.chat)
        views.chat.show_state(self._state)
        self._notice(self._notices.settings(tuning.store.problems))
        if views.avatar.problem:  # she may have been up before there was anyone to tell
            self._on_avatar_notice(views.avatar.problem)

    def _connect(self) -> None:
        views, director = self._views, self._director
        director.commanded.connect(self.on_command)
        director.happened.connect(self.on_event)
        views.avatar.chat_requested.connect(views.chat.open)
        views.avatar.notice.connect(self._on_avatar_notice)
        views.avatar.poked.connect(self._on_poked)
        views.avatar.petted.connect(self._on_petted)
        views.avatar.grabbed.connect(self._on_grabbed)
        views.avatar.dropped.connect(self._on_dropped)
        views.chat.said.connect(self._on_said)
        views.chat.stop_requested.connect(self._on_stop)
        views.chat.mute_toggled.connect(self._on_mute)
        views.chat.clear_requested.connect(self._on_clear)
        views.chat.action_requested.connect(self._on_action)
        views.chat.notice_closed.connect(self._on_notice_closed)
        views.chat.place_changed.connect(self._on_chat_placed)
        views.chat.withheld_requested.connect(self._on_withheld_requested)
        views.chat.allow_requested.connect(self._on_allow)
        self._tuning.changed.connect(self._on_changed)
        self._tuning.unsaved.connect(self._on_unsaved)

    # --- from the Director
    # ------------------------------------------------------------------------------------

    @Slot(object)
    def on_command(self, command: Command) -> None:
        """Show what is to be shown."""
        match command:
            case Perform(phase=phase):
                self._views.avatar.perform(command)
                self._show_state(replace(self._state, phase=Phase(phase)))
            case Show():
                self._views.chat.show_line(command)
            case Silence(turn=turn):
                self._views.avatar.cut(turn)
            case Withhold():
                self._held_back.note(command)
            case Tell(worker=worker, blame=blame, message=message):
                self._notice(self._notices.told(worker, blame, message))

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """What views want to know though nobody commands it."""
        match event:
            case Voiced(turn=turn, n=n, track=track):
                self._views.avatar.set_track(turn, n, track)
            case WorkerChanged():
                self._notice(self._notices.changed(event))
                if event.worker == "mind" and event.health is Health.READY:
                    label = provider(event.engine).label
                    basic = _basic(self._tuning.settings, event.engine)
                    self._show_state(replace(self._state, engine=label, basic=basic, ready=True))
            case MicrophoneMuted(muted=muted):
                self._show_state(replace(self._state, muted=muted))
            case CharacterChosen(character=character):
                self._show_state(replace(self._state, name=character.persona.companion))

    @Slot(object)
    def on_needed(self, needed: Needed) -> None:
        """Tell of the models she lacks."""
        self._notice(self._notices.needed(needed))

    def tell_unrestored(self, why: str) -> None:
        """Tell that a backup was not brought back."""
        self._notice(self._notices.unrestored(why))

    def _show_state(self, state: ChatState) -> None:
        if state != self._state:
            self._state = state
            self._views.chat.show_state(state)

    def _notice(self, change: Change) -> None:
        for key in change.gone:
            self._views.chat.withdraw_notice(key)
        if change.shown:
            self._views.chat.show_notice(change.shown)

    # --- from the user
    # ----------------------------------------------------------------------------------------

    @Slot(str)
    def _on_said(self, text: str) -> None:
        self._director.take(Typed(text))

    @Slot()
    def _on_stop(self) -> None:
        self._director.take(Hushed())

    @Slot(bool)
    def _on_mute(self, muted: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._save("hearing", muted=muted)

    @Slot()
    def _on_clear(self) -> None:
        self._director.take(HistoryCleared())

    @Slot(str)
    def _on_notice_closed(self, key: str) -> None:
        self._notices.dismissed(key)

    @Slot(str)
    def _on_action(self, name: str) -> None:
        """A notice's button."""
        act, _, part = name.partition(":")
        match act:
            case Act.RESTART | Act.RETRY | Act.DEVICES:
                self._restart(part)
            case Act.SETTINGS:
                self.settings_requested.emit()
            case Act.FETCH:
                self.fetch_requested.emit(part)
            case Act.LOG:
                self._show_file(log_folder())
            case Act.HELP:
                self._check()

    @Slot()
    def _on_withheld_requested(self) -> None:
        self._views.chat.show_withheld(self._held_back.entries)

    @Slot(str)
    def _on_allow(self, word: str) -> None:
        self._casting.allow(word)

    @Slot(str)
    def _on_poked(self, area: str) -> None:
        self._director.take(Touched(area))

    @Slot()
    def _on_petted(self) -> None:
        self._director.take(Touched("Head"))

    @Slot()
    def _on_grabbed(self) -> None:
        self._director.take(Grabbed())

    @Slot()
    def _on_dropped(self) -> None:
        self._director.take(Dropped())

    @Slot(object)
    def on_wanted(self, intent: Intent) -> None:
        """A line of the menu that opens something of the desktop's, or ends the program."""
        match intent:
            case Intent.CHAT:
                self._views.chat.open()
            case Intent.DOCTOR:
                self._check()
            case Intent.ABOUT:
                about(self._views.chat, self._state.name)
            case Intent.QUIT:
                self.quit_requested.emit()

    def _put_window(self, *, visible: bool) -> None:
        avatar = self._views.avatar
        (avatar.show if visible else avatar.hide)()

    @Slot(str)
    def _on_avatar_notice(self, message: str) -> None:
        self._director.take(Failed("avatar", Blame.ENGINE, message))

    def _restart(self, part: str) -> None:
        organ = "sound" if part in {"microphone", "loudspeaker"} else part
        self._director.order(RestartEngine(organ))

    @Slot(object)
    def _on_chat_placed(self, place: ChatGeometry) -> None:
        self._save("chat", **place.model_dump(exclude_none=True))

    def _save(self, section: str, **fields: object) -> None:
        if refused := self._tuning.set(section, **fields):
            self._on_unsaved(refused)

    @Slot(str)
    def _on_unsaved(self, why: str) -> None:
        self._director.take(Failed("settings", Blame.SETTINGS, why))

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        """Let her know what was chosen."""
        if before.hearing.muted is not after.hearing.muted:
            self._director.take(MicrophoneMuted(after.hearing.muted))
        if before.voice != after.voice:
            self._director.take(WishesChosen(wishes_of(after)))
            self._show_state(replace(self._state, voice=after.voice.enabled))
        if before.window.visible is not after.window.visible:
            self._put_window(visible=after.window.visible)

    def _check(self) -> None:
        self._checkup = Checkup(self._views.chat)
        self._checkup.open()

    @staticmethod
    def _show_file(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _basic(settings: Settings, engine: str) -> bool:
    """Whether a language model is only good for basic mode, as it is set up."""
    table = settings.providers.get(engine, {})
    return bool(getattr(check(table, provider(engine).settings_class())[0], "basic", False))
