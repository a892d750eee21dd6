"""The page of the engines: a card for each, made of its own settings class as the desk tells it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.form.controls import Words
from app.look.glyphs import Draw
from app.settings import signs
from app.settings.cards import Card
from app.settings.hand_page import HandPage
from app.settings.values import SettingsState, Sheet
from app.words import translate


class EnginesPage(HandPage):
    """All engines, by what they do."""

    name = "engines"

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._places: dict[str, QWidget] = {}

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Engines")

    def about(self) -> str:
        """One line."""
        return translate(
            "settings", "What hears, thinks, speaks and connects for her, each with its own settings."
        )

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "providers advanced server model threads")

    def sign(self) -> Draw:
        """A chip."""
        return signs.engine

    def draw(self, state: SettingsState) -> None:
        """Show the engines there are, and their settings."""
        shown = tuple((sheet.id, sheet.used) for sheet in state.engines)
        if shown != self._shown:
            self._shown = shown
            self._renew(state.engines)
        super().draw(state)

    def place(self, anchor: str) -> QWidget | None:
        """The first card of a role, or an engine's."""
        self.fill()
        return self._places.get(anchor)

    def _renew(self, sheets: tuple[Sheet, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows.clear()
        self._places.clear()
        role = ""
        for sheet in sheets:
            if sheet.role != role:
                role = sheet.role
                heading = Words(_role(role), "roleTitle")
                self._places[role] = heading
                self._column.addWidget(heading)
            self._column.addWidget(self._card(sheet))
        self._column.addStretch(1)
        self.set_look(self._look)

    def _card(self, sheet: Sheet) -> Card:
        about = translate("settings", "In use") if sheet.used else ""
        card = Card(sheet.label, *(self.row_of(spec) for spec in sheet.fields), about=about)
        if not sheet.fields:
            card.add(self.told("", translate("settings", "It has no settings.")))
        self._places[sheet.id] = card
        return card


def _role(role: str) -> str:
    roles = {
        "audio": translate("settings", "Sound"),
        "asr": translate("settings", "Hearing"),
        "llm": translate("settings", "Mind"),
        "tts": translate("settings", "Voice"),
        "stream": translate("settings", "Stream"),
        "obs": translate("settings", "OBS Studio"),
    }
    return roles.get(role, role.capitalize())
