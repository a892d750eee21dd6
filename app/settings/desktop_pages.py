"""The pages of her place: stream, window, hotkeys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.form.controls import Words
from app.look.glyphs import Draw
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
                translate("settings", "Test the connection"),
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
                    translate("settings", "Test the connection"),
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

    def draw(self, state: SettingsState) -> None:
        """The size in the streaming look matters only in it."""
        super().draw(state)
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
        self._limit = Words("", "override")
        self._limit.hide()
        return (
            self._limit,
            self.card(
                translate("settings", "Everyday"),
                *(f"hotkeys.{name}" for name in _KEYS),
                about=translate("settings", "Press a button, then the keys. Esc leaves them as they were."),
            ),
            self.card(translate("settings", "On the stream"), "stream.panic_hotkey"),
        )

    def draw(self, state: SettingsState) -> None:
        """Say what keys can't do here."""
        super().draw(state)
        self._limit.setText(state.keys_limit)
        self._limit.setVisible(bool(state.keys_limit))
