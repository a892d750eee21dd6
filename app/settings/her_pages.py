"""The pages of her: character, voice, hearing, mind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.look import glyphs
from app.look.glyphs import Draw
from app.settings import signs
from app.settings.cards import Card
from app.settings.hand_page import HandPage
from app.settings.values import SettingsState
from app.words import translate


class CharacterPage(HandPage):
    """Who she is."""

    name = "character"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Character")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Who she is, and how she stands to you.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "personality persona name identity")

    def sign(self) -> Draw:
        """Her head."""
        return signs.face

    def cards(self) -> tuple[QWidget, ...]:
        """Names, temper, limits."""
        return (
            self.card(
                translate("settings", "Names"),
                "character.name",
                "character.pronouns",
                "character.streamer_name",
            ),
            Card(
                translate("settings", "Temper"),
                self.row("character.preset"),
                self.row("character.dynamic"),
                self.row("character.style"),
                self.row("character.energy"),
                self.trial(
                    "voice", translate("settings", "Say a line"), translate("settings", "As she is now.")
                ),
                self.told(
                    "",
                    translate("settings", "Copy a personality to make it your own."),
                    ("visit:personas", translate("settings", "Personalities…")),
                ),
            ),
            self.card(
                translate("settings", "What she says"),
                "character.family_mode",
                "character.catchphrases",
                "character.forbidden_topics",
            ),
        )


class VoicePage(HandPage):
    """How she speaks."""

    name = "voice"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Voice")

    def about(self) -> str:
        """One line."""
        return translate("settings", "How she sounds, where, and when she speaks.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "speech sound tts loudspeaker")

    def sign(self) -> Draw:
        """A loudspeaker."""
        return signs.speaker

    def cards(self) -> tuple[QWidget, ...]:
        """Voice, loudspeaker, quiet, engine."""
        return (
            Card(
                translate("settings", "Her voice"),
                self.row("voice.enabled"),
                self.row("voice.voice"),
                self.row("voice.speed"),
                self.row("voice.moods"),
                self.trial(
                    "voice", translate("settings", "Say a line"), translate("settings", "With this voice.")
                ),
            ),
            self.card(translate("settings", "Loudspeaker"), "voice.output_device", "voice.volume"),
            self.card(
                translate("settings", "When she speaks"),
                "voice.remarks",
                "quiet.do_not_disturb",
                "quiet.hours",
                "quiet.begin",
                "quiet.end",
            ),
            _engine_card(self, "voice.provider"),
        )

    def draw(self, state: SettingsState) -> None:
        """Hours matter only when there are quiet hours."""
        super().draw(state)
        for path in ("quiet.begin", "quiet.end"):
            self.rows[path].setEnabled(state.settings.quiet.hours)


class HearingPage(HandPage):
    """How she hears."""

    name = "hearing"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Hearing")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Her ears: which microphone, when, and how long she waits for you.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "microphone listen recognition asr")

    def sign(self) -> Draw:
        """A microphone."""
        return glyphs.microphone

    def cards(self) -> tuple[QWidget, ...]:
        """Microphone, turns, engine."""
        return (
            Card(
                translate("settings", "Microphone"),
                self.row("hearing.microphone"),
                self.row("hearing.muted"),
                self.row("hearing.mode"),
                self.row("hearing.echo_cancelling"),
                self.trial(
                    "hearing",
                    translate("settings", "Listen to me"),
                    translate("settings", "Say a sentence, and read what she understood."),
                ),
            ),
            self.card(
                translate("settings", "Your turn and hers"),
                "hearing.barge_in",
                "hearing.eager_silence_ms",
                "hearing.silence_ms",
            ),
            _engine_card(self, "hearing.language", "hearing.provider"),
        )


class MindPage(HandPage):
    """How she thinks."""

    name = "mind"

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Mind")

    def about(self) -> str:
        """One line."""
        return translate("settings", "What thinks for her, and what steps in when it cannot.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "llm language model intelligence ollama")

    def sign(self) -> Draw:
        """A thought."""
        return signs.thought

    def cards(self) -> tuple[QWidget, ...]:
        """Model, rest."""
        return (
            Card(
                translate("settings", "Language model"),
                self.row("mind.provider"),
                self.row("mind.fallback"),
                self.trial(
                    "mind",
                    translate("settings", "Ask her mind"),
                    translate("settings", "One short question to the model that would answer you now."),
                ),
                self.told(
                    "",
                    translate(
                        "settings",
                        "Addresses and models are on the page Engines; better models can be fetched.",
                    ),
                    ("visit:engines/llm", translate("settings", "Settings of the engines…")),
                    ("guide", translate("settings", "Better models…")),
                ),
            ),
            self.card(translate("settings", "Rest"), "rest.after_min"),
        )


def _engine_card(page: HandPage, *paths: str) -> Card:
    role = {"voice.provider": "tts", "hearing.provider": "asr"}[paths[-1]]
    return Card(
        translate("settings", "Engine"),
        *(page.row(path) for path in paths),
        page.told(
            "",
            translate(
                "settings",
                "Its own settings are on the page Engines; better models can be fetched.",
            ),
            (f"visit:engines/{role}", translate("settings", "Settings of the engine…")),
            ("guide", translate("settings", "Better models…")),
        ),
    )
