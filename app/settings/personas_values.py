"""What the page of personalities draws, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from models.persona_parts import Kind
from models.trial import Trial


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A part that can be chosen; the empty id is no style. `ours`: it ships with Vesper, and stays as it is."""

    kind: Kind
    id: str
    title: str
    description: str = ""
    ours: bool = True
    shadows: bool = False
    chosen: bool = False

    @property
    def reference(self) -> str:
        """What it is called among all kinds."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True)
class PersonasState:
    """All there is. `problems` is what is wrong with the user's own files; a `trial`'s kind is a card's reference.

    `note` says what was done last, or, `wrong`, why it was not.
    """

    cards: tuple[PersonaCard, ...] = ()
    problems: tuple[str, ...] = ()
    trial: Trial | None = None
    note: str = ""
    wrong: bool = False
