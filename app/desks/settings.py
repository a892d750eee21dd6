"""The settings window and what stands behind it: every change goes through `Tuning`, from wherever it comes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.body import Body
from app.config.tuning import Tuning
from app.desks import settings_offers
from app.desks.hotkeys import PANIC, HotkeyDesk
from app.desks.settings_asking import Asking
from app.desks.settings_files import SettingsFiles
from app.desks.settings_sheets import sheets
from app.language import Language
from app.look.theme import Theme
from app.settings.values import Choice, Preview, SettingsState
from app.trials.trials import Trials
from app.words import translate
from models.settings import Settings
from models.trial import Trial

if TYPE_CHECKING:
    from app.settings.window import SettingsWindow


class SettingsDesk(QObject):
    """Let theme and language follow the settings from its making on; the window is made when it is first opened.

    `made` carries the `SettingsWindow` whenever one was made, also anew in another language: whoever fills a page finds
    it with `find_page`. The other signals are for what others do.
    """

    made = Signal(object)
    guide_requested = Signal()
    bundle_requested = Signal()
    backup_requested = Signal()
    restore_requested = Signal()
    stream_window_requested = Signal()
    chat_requested = Signal()

    def __init__(
        self, tuning: Tuning, body: Body, theme: Theme, language: Language, trials: Trials, keys: HotkeyDesk
    ) -> None:
        super().__init__()
        self._tuning, self._theme, self._language = tuning, theme, language
        self._trials, self._keys = trials, keys
        self._window: SettingsWindow | None = None
        self._asking, self._files = Asking(tuning.store, body), SettingsFiles(tuning)
        self._asked: dict[str, tuple[Choice, ...]] = {}
        self._unsaved = ""
        self._remarks: dict[str, str] = {}
        tuning.changed.connect(self._on_changed)
        tuning.unsaved.connect(self._on_unsaved)
        trials.changed.connect(self._on_trial)
        keys.problems_changed.connect(self._show)
        language.changed.connect(self._on_language)
        self._asking.found.connect(self._on_found)
        self._files.previewed.connect(self._on_preview)
        self._files.failed.connect(self._on_unsaved)
        theme.prefer(tuning.settings.desktop.theme)
        language.follow(tuning.settings.desktop.language)

    def open(self, page: str = "") -> None:
        """Show the window, at this page if one is named ("voice", "engines/kokoro")."""
        if self._window is None:
            self._window = self._make()
        if page:
            self._window.visit(page)
        self._asking.look_for_devices()
        self._asking.look_for_voices()
        self._window.open()

    def remark(self, path: str, words: str) -> None:
        """Have it said beside a field ("desktop.start_at_login") why what was chosen can't be done; empty: it can."""
        self._remarks[path] = words
        self._show()

    def stop(self) -> None:
        """Wait for nothing, and close the window."""
        self._asking.stop()
        if self._window is not None:
            self._window.close()

    @property
    def window(self) -> SettingsWindow | None:
        """The window, if there is one."""
        return self._window

    def _make(self) -> SettingsWindow:
        from app.settings.window import SettingsWindow

        window = SettingsWindow(self._theme, QGuiApplication.windowIcon())
        window.setting_changed.connect(self._on_setting)
        window.trial_requested.connect(self._on_trial_requested)
        window.devices_requested.connect(self._on_devices_requested)
        window.keys_awaited.connect(self._on_keys_awaited)
        window.pressed.connect(self._on_pressed)
        window.import_accepted.connect(self._files.accept)
        window.activated.connect(self._on_activated)
        window.show_state(self._state())
        self._window = window
        self.made.emit(window)
        return window

    # --- values

    def _state(self) -> SettingsState:
        tuning, settings = self._tuning, self._tuning.settings
        problems = tuple(str(problem) for problem in tuning.store.problems)
        return SettingsState(
            settings=settings,
            engines=sheets(settings),
            overridden=tuning.store.overridden(),
            notes=self._notes(settings),
            offers={**settings_offers.fixed(settings, tuning.store.library), **self._asked},
            problems=((self._unsaved,) if self._unsaved else ()) + problems,
            file=str(tuning.store.path),
            keys_limit=self._keys.limit,
        )

    def _notes(self, settings: Settings) -> Mapping[str, str]:
        """What is amiss with values that were taken: keys that do not hold, devices that are not there."""
        notes = self._remarks | {
            "stream.panic_hotkey" if name == PANIC else f"hotkeys.{name}": why
            for name, why in self._keys.problems.items()
        }
        chosen = (
            ("hearing.microphone", settings.hearing.microphone, "microphones"),
            ("voice.output_device", settings.voice.output_device, "loudspeakers"),
        )
        for path, name, kind in chosen:
            known = {choice.value for choice in self._asked.get(kind, ())}
            if name and known and name not in known:
                notes[path] = translate(
                    "settings", "It is not connected; the system's own is used meanwhile."
                )
        return notes

    @Slot()
    def _show(self) -> None:
        if self._window is not None:
            self._window.show_state(self._state())

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        self._unsaved = ""
        self._theme.prefer(after.desktop.theme)
        self._language.follow(after.desktop.language)
        self._show()
        if self._window is not None and before.voice.provider != after.voice.provider:
            self._asking.look_for_voices()

    @Slot(str)
    def _on_unsaved(self, why: str) -> None:
        self._unsaved = why
        self._show()

    @Slot(object)
    def _on_trial(self, trial: Trial) -> None:
        if self._window is not None:
            self._window.show_trial(trial)

    @Slot(str)
    def _on_language(self, _code: str) -> None:
        """Make the window anew, at the same page."""
        if (old := self._window) is None:
            return
        shown, page, place = old.isVisible(), old.page, old.geometry()
        self._window = None
        self._window = window = self._make()
        window.visit(page)
        window.setGeometry(place)
        if shown:
            window.open()
        old.hide()
        old.deleteLater()

    # --- from the user

    @Slot(str, object)
    def _on_setting(self, section: str, fields: Mapping[str, object]) -> None:
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
        why = self._tuning.set(section, **values)
        if self._window is not None:
            for name in fields:
                self._window.show_refused(f"{section}.{name}", _plain(why, f"{section}.{name}"))
            if not why:
                self._show()

    @Slot(str)
    def _on_trial_requested(self, kind: str) -> None:
        self._trials.begin(kind)

    @Slot()
    def _on_devices_requested(self) -> None:
        self._asking.look_for_devices()

    @Slot(bool)
    def _on_keys_awaited(self, awaited: bool) -> None:  # noqa: FBT001  # Qt's signal
        (self._keys.pause if awaited else self._keys.go_on)()

    @Slot()
    def _on_activated(self) -> None:
        """The user may have been in the file meanwhile."""
        self._tuning.reload()
        self._show()

    @Slot(str)
    def _on_pressed(self, key: str) -> None:
        act, _, what = key.partition(":")
        if act == "open":
            self._files.show(what)
        elif act == "export" and self._window is not None:
            self._files.ask_where_to(self._window)
        elif act == "import" and self._window is not None:
            self._files.ask_where_from(self._window)
        else:
            self._pass_on(key)

    def _pass_on(self, key: str) -> None:
        wanted = {
            "guide": self.guide_requested,
            "bundle": self.bundle_requested,
            "backup": self.backup_requested,
            "restore": self.restore_requested,
            "stream": self.stream_window_requested,
            "chat": self.chat_requested,
        }
        wanted[key].emit()

    @Slot(object)
    def _on_preview(self, preview: Preview) -> None:
        if self._window is not None:
            self._window.show_import(preview)

    @Slot(object)
    def _on_found(self, found: Mapping[str, tuple[Choice, ...]]) -> None:
        self._asked |= found
        self._show()


def _plain(why: str, path: str) -> str:
    """A refusal without the place in the file, which the window shows."""
    words = re.sub(rf"^(line \d+: )?{re.escape(path)} ", "", why)
    return words[:1].upper() + words[1:]
