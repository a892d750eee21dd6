"""The pages of what she keeps, and of what is the same everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.look import signs as other_signs
from app.look.glyphs import Draw
from app.settings import signs
from app.settings.cards import Card
from app.settings.hand_page import HandPage
from app.settings.values import SettingsState
from app.words import translate


class PrivacyPage(HandPage):
    """What she keeps and lets pass."""

    name = "privacy"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Privacy")

    def about(self) -> str:
        """One line."""
        return translate("settings", "What she remembers, what may be said, and where all of it lies.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "safety memory data moderation files")

    def sign(self) -> Draw:
        """A shield."""
        return other_signs.shield

    def cards(self) -> tuple[QWidget, ...]:
        """Memory, words, what leaves, files."""
        self._leaving = self.told(
            "", "", ("visit:engines", translate("settings", "Settings of the engines…"))
        )
        return (
            Card(
                translate("settings", "Memory"),
                self.row("memory.enabled"),
                self.told(
                    translate("settings", "Erase it"),
                    translate("settings", "Clearing the chat erases what she remembers, for good."),
                    ("chat", translate("settings", "Open the chat")),
                ),
            ),
            self.card(translate("settings", "Words"), "safety.blocked_words", "safety.allowed_words"),
            Card(translate("settings", "What leaves this machine"), self._leaving),
            Card(
                translate("settings", "Her files"),
                self.told(
                    "",
                    translate("settings", "All she keeps lies in folders of yours."),
                    ("open:data", translate("settings", "Memory and recordings")),
                    ("open:personas", translate("settings", "Personalities")),
                    ("open:logs", translate("settings", "Logs")),
                ),
                self.told(
                    translate("settings", "Diagnostic bundle"),
                    translate("settings", "A file for whoever helps you: versions, settings and logs, no secrets. "
                              "It goes nowhere by itself."),
                    ("bundle", translate("settings", "Make a bundle…")),
                ),
            ),
        )  # fmt: skip

    def draw(self, state: SettingsState) -> None:
        """Say which engines in use are elsewhere."""
        super().draw(state)
        away = [sheet.label for sheet in state.engines if sheet.used and not sheet.local]
        self._leaving.tell(
            translate("settings", "What you say and she answers goes to: {names}.").format(
                names=", ".join(away)
            )
            if away
            else translate("settings", "Nothing. Hearing, mind and voice work here, or where you point them.")
        )


class GeneralPage(HandPage):
    """What is the same everywhere."""

    name = "general"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "General")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Language, colours, the start, and the settings themselves.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "appearance startup backup export import")

    def sign(self) -> Draw:
        """Sliders."""
        return signs.sliders

    def cards(self) -> tuple[QWidget, ...]:
        """Look, start, file, copies."""
        self._file = self.told(
            translate("settings", "Settings file"),
            "",
            ("open:settings", translate("settings", "Open file")),
            ("export", translate("settings", "Export…")),
            ("import", translate("settings", "Import…")),
        )
        return (
            self.card(
                translate("settings", "Windows"),
                "desktop.language",
                "desktop.theme",
                "desktop.reduced_motion",
            ),
            Card(
                translate("settings", "Start"),
                self.row("desktop.start_at_login"),
                self.told(
                    translate("settings", "First steps"),
                    translate("settings", "Proves once more that microphone, voice and mind work here."),
                    ("guide", translate("settings", "Open the guide")),
                ),
            ),
            Card(
                translate("settings", "Settings and copies"),
                self._file,
                self.told(
                    translate("settings", "Backup"),
                    translate("settings", "All of her in one file: settings, personalities and memory."),
                    ("backup", translate("settings", "Back up…")),
                    ("restore", translate("settings", "Restore…")),
                ),
            ),
        )

    def draw(self, state: SettingsState) -> None:
        """Say where the file is."""
        super().draw(state)
        self._file.tell(
            translate("settings", "{file} — exported without passwords and keys.").format(file=state.file)
        )
