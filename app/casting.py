"""Who she is, chosen while she runs: a choice is saved, her character made anew, and the conversation told."""

from __future__ import annotations

from collections.abc import Callable

from app import character
from app.persona_choices import Choices, choices_of
from app.settings_store import SettingsError, SettingsNotSavedError, SettingsStore
from models.errors import Blame
from models.events import CharacterChosen, Event, Failed


class Casting:
    """Changes the settings that make her character. `take` is told of the new one, or of what went wrong."""

    def __init__(self, store: SettingsStore, take: Callable[[Event], None]) -> None:
        self._store = store
        self._take = take

    @property
    def choices(self) -> Choices:
        """What there is to choose from, and what is chosen."""
        return choices_of(self._store.library, self._store.settings.character)

    def pick(self, field: str, value: object) -> None:
        """Set one field of the character's settings."""
        self._change("character", **{field: value})

    def allow(self, word: str) -> None:
        """Let a word pass that the built-in lists hold back."""
        allowed = self._store.settings.safety.allowed_words
        if word not in allowed:
            self._change("safety", allowed_words=(*allowed, word))

    def _change(self, section: str, **fields: object) -> None:
        try:
            self._store.change(section, **fields)
        except SettingsNotSavedError as error:  # it holds for this session
            self._failed(error)
        except SettingsError as error:
            self._failed(error)
            return
        try:
            chosen = CharacterChosen(character.load(self._store.settings, self._store.library))
        except (OSError, ValueError) as error:
            self._failed(error)
        else:
            self._take(chosen)

    def _failed(self, error: Exception) -> None:
        self._take(Failed("settings", Blame.SETTINGS, str(error)))
