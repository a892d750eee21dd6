"""Who she is, chosen while she runs: when the settings that make her change, her character is made anew and told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.config.tuning import Tuning
from app.persona import character
from app.persona.choices import Choices, choices_of
from models.errors import Blame
from models.events import CharacterChosen, Event, Failed
from models.settings import Settings


class Casting(QObject):
    """Changes the settings that make her character. `take` is told of the new one, or of what went wrong."""

    def __init__(self, tuning: Tuning, take: Callable[[Event], None]) -> None:
        super().__init__()
        self._tuning = tuning
        self._take = take
        tuning.changed.connect(self._on_changed)

    @property
    def choices(self) -> Choices:
        """What there is to choose from, and what is chosen."""
        return choices_of(self._tuning.store.library, self._tuning.settings.character)

    def pick(self, field: str, value: object) -> None:
        """Set one field of the character's settings."""
        self._change("character", **{field: value})

    def allow(self, word: str) -> None:
        """Let a word pass that the built-in lists hold back."""
        allowed = self._tuning.settings.safety.allowed_words
        if word not in allowed:
            self._change("safety", allowed_words=(*allowed, word))

    def recast(self) -> None:
        """Make her anew: the files she is made of have changed."""
        try:
            chosen = CharacterChosen(character.load(self._tuning.settings, self._tuning.store.library))
        except (OSError, ValueError) as error:
            self._failed(str(error))
        else:
            self._take(chosen)

    def _change(self, section: str, **fields: object) -> None:
        if refused := self._tuning.set(section, **fields):
            self._failed(refused)

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        if (before.character, before.safety) != (after.character, after.safety):
            self.recast()

    def _failed(self, why: str) -> None:
        self._take(Failed("settings", Blame.SETTINGS, why))
