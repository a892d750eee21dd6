"""The settings as they hold, and the one way to change them while she runs: who is concerned listens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.config.store import SettingsError, SettingsNotSavedError, SettingsStore
from models.settings import Settings


class Tuning(QObject):
    """`changed` carries the settings before and after; `unsaved` why a change holds for this session only."""

    changed = Signal(object, object)
    unsaved = Signal(str)

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        self.store = store

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self.store.settings

    def set(self, section: str, **fields: object) -> str:
        """Change fields of a section ("voice", "providers.kokoro"); None brings a default back.

        Returns why the change was refused, in words; empty when it holds.
        """
        before = self.settings
        try:
            self.store.change(section, **fields)
        except SettingsNotSavedError as error:
            self.unsaved.emit(str(error))
        except SettingsError as error:
            return str(error)
        self._tell(before)
        return ""

    def adopt(self, text: str) -> str:
        """Take a text in place of the whole settings file, which is kept beside it.

        Returns why it was refused, in words; empty when it holds.
        """
        before = self.settings
        try:
            self.store.replace(text)
        except SettingsNotSavedError as error:
            self.unsaved.emit(str(error))
        except SettingsError as error:
            return str(error)
        self._tell(before)
        return ""

    def reload(self) -> None:
        """Read the file again: the user may have written into it."""
        before = self.settings
        self.store.load()
        self._tell(before)

    def _tell(self, before: Settings) -> None:
        if self.settings != before:
            self.changed.emit(before, self.settings)
