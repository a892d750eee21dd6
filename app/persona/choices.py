"""What of her character can be chosen in one click: the parts there are, and which are hers now. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from app.persona.library import Library
from app.words import translate
from models.persona_parts import Kind
from models.settings import Character


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field of `models.settings.Character`, as menus word it."""

    value: str
    title: str
    description: str = ""


_AS_SHIPPED = Character()


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen now, and what can be, by field of `models.settings.Character`."""

    presets: tuple[Choice, ...] = ()
    dynamics: tuple[Choice, ...] = ()
    styles: tuple[Choice, ...] = ()
    energies: tuple[Choice, ...] = ()
    chosen: Character = _AS_SHIPPED


NOTHING_TO_CHOOSE = Choices()


def choices_of(library: Library, chosen: Character) -> Choices:
    """All there is in a library, beside what is chosen."""

    def of(kind: Kind) -> tuple[Choice, ...]:
        parts = (entry.part for entry in library.entries(kind))
        return tuple(
            Choice(part.id, translate("personas", part.title), translate("personas", part.description))
            for part in parts
        )

    return Choices(
        of(Kind.PRESET),
        of(Kind.DYNAMIC),
        (_no_style(), *of(Kind.STYLE)),
        tuple(Choice(level, title) for level, title in _energies().items()),
        chosen,
    )


def _no_style() -> Choice:
    return Choice("", translate("personas", "None"), translate("personas", "Her temper as it is."))


def _energies() -> dict[str, str]:
    """The levels of `models.settings.Energy`, in words."""
    return {
        "low": translate("personas", "Low"),
        "normal": translate("personas", "Normal"),
        "high": translate("personas", "High"),
    }
