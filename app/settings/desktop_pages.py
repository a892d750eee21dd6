"""The pages of her place: stream, window, hotkeys, privacy, and what is general."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app import signs as other_signs
from app.glyphs import Draw
from app.settings import signs
from app.settings.cards import Card
from app.settings.hand_page import HandPage
from app.settings.values import SettingsState
from app.words import translate

_KEYS = ("talk", "mute", "hush", "chat", "show", "quiet", "click_through")


class StreamPage(HandPage):
    """The stream she follows."""

    name = "stream"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Stream")

    def about(self) -> str:
        """One line."""
        return translate("settings", "What happens on your stream, and the programs she works with.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "live twitch viewers chat broadcast obs")

    def sign(self) -> Draw:
        """A mast."""
        return signs.broadcast

    def cards(self) -> tuple[QWidget, ...]:
        """Backend, answers, OBS, recording, API."""
        self._obs = Card(
            translate("settings", "OBS Studio"),
            self.row("obs.enabled"),
            self.row("obs.brb_scene"),
            self.row("obs.panic_inputs"),
            self.row("obs.caption_source"),
            self.trial(
                "obs",
                translate("settings", "Connect to OBS"),
                translate("settings", "In OBS: Tools → WebSocket Server Settings."),
            ),
            self.told(
                "",
                translate(
                    "settings", "Its address is a setting of the engine, its password is kept in the keyring."
                ),
                ("visit:engines/obs", translate("settings", "Address…")),
                ("visit:credentials", translate("settings", "Password…")),
            ),
        )
        return (
            Card(
                translate("settings", "Live stream"),
                self.row("stream.enabled"),
                self.row("stream.backend_url"),
                self.trial(
                    "stream",
                    translate("settings", "Connect"),
                    translate("settings", "Looks whether the stream backend answers."),
                ),
                self.told(
                    translate("settings", "Own reactions"),
                    translate("settings", "The feed, and what she does at events of your own making."),
                    ("stream", translate("settings", "Open the stream window")),
                ),
            ),
            self.card(
                translate("settings", "What she answers"),
                "stream.reactions_enabled",
                "stream.chat_enabled",
                "stream.reaction_cooldown_s",
                "stream.chat_cooldown_s",
                "stream.chat_rate",
                "stream.stale_s",
                "stream.currency",
            ),
            self._obs,
            self.card(translate("settings", "Recording"), "stream.record", "stream.pseudonyms"),
            self.card(translate("settings", "Local API"), "api.enabled", "api.port"),
        )


class WindowPage(HandPage):
    """Her on the desktop."""

    name = "window"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Window")

    def about(self) -> str:
        """One line."""
        return translate("settings", "How she stands on your desktop, and in recordings.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "desktop avatar position size monitor")

    def sign(self) -> Draw:
        """A window."""
        return signs.window

    def cards(self) -> tuple[QWidget, ...]:
        """Look, place, clicks, capture."""
        return (
            self.card(
                translate("settings", "Look"),
                "window.visible",
                "window.scale",
                "window.opacity",
                "window.flipped",
                "window.bubble",
            ),
            self.card(
                translate("settings", "Place"),
                "window.always_on_top",
                "window.every_workspace",
                "window.stand_down",
                "window.snap",
                "window.locked",
                "window.click_through",
            ),
            self.card(
                translate("settings", "Recording programs"),
                "capture.streaming_look",
                "capture.scale",
                "capture.key_colour",
                about=translate("settings", "OBS and others find her window by its name, “Vesper”."),
            ),
        )

    def show_state(self, state: SettingsState) -> None:
        """The size in the streaming look matters only in it."""
        super().show_state(state)
        self.rows["capture.scale"].setEnabled(state.settings.capture.streaming_look)


class HotkeysPage(HandPage):
    """Keys heard everywhere."""

    name = "hotkeys"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Hotkeys")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Keys that are heard whatever program has the keyboard.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "shortcuts keyboard keys global")

    def sign(self) -> Draw:
        """A keyboard."""
        return signs.keyboard

    def cards(self) -> tuple[QWidget, ...]:
        """All of them."""
        return (
            self.card(
                translate("settings", "Everyday"),
                *(f"hotkeys.{name}" for name in _KEYS),
                about=translate("settings", "Press a button, then the keys. Esc leaves them as they were."),
            ),
            self.card(translate("settings", "On the stream"), "stream.panic_hotkey"),
        )


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

    def show_state(self, state: SettingsState) -> None:
        """Say which engines in use are elsewhere."""
        super().show_state(state)
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

    def show_state(self, state: SettingsState) -> None:
        """Say where the file is."""
        super().show_state(state)
        self._file.tell(
            translate("settings", "{file} — exported without passwords and keys.").format(file=state.file)
        )
