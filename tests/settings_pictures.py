"""Makes pictures of the settings window: `python -m tests.settings_pictures FOLDER`.

Every page of the real window on a real X server, dark and light, large and small.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.settings.values import SettingsState
    from app.settings.window import SettingsWindow

LONG = "Bildschirmaufnahmesteuerungsszenenumschaltung"


def main() -> None:
    """All pages and states into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with stages.screen(compositor=False, size="2000x2400") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtWidgets import QApplication

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            for name, window in _views(app, sky):
                window.grab().save(str(folder / f"{name}_{sky}.png"))
        app.shutdown()


def _views(app: QApplication, sky: str) -> Iterator[tuple[str, SettingsWindow]]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtTest import QTest

    from app.look.theme import Theme
    from app.settings.window import SettingsWindow
    from models.trial import Trial, TrialState

    app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
    window = SettingsWindow(Theme())
    window.show_state(usual())
    fill(window)
    window.resize(860, 1250)
    window.open()
    for name in window._frames:
        window.visit(name)
        if name in {"engines", "personas"}:
            window.resize(860, 2300)
        yield name, _settled(app, window)
        window.resize(860, 1250)
    window.resize(860, 660)
    window.search("voice")
    yield "search", _settled(app, window)
    window.search("")
    window.visit("voice")
    window.show_trial(Trial("voice", TrialState.PASSED, "Heard through “USB Headset”, after 0.4 seconds."))
    window.show_trial(Trial("hearing", TrialState.RUNNING, "Say a sentence.", 0.55))
    window.show_trial(
        Trial("mind", TrialState.FAILED, "Nobody answers at http://localhost:11434. Start Ollama.")
    )
    window.show_state(trouble())
    window.show_refused("stream.backend_url", "is wrong")
    yield "trouble", _settled(app, window)
    window.visit("hearing")
    yield "listening", _settled(app, window)
    window.resize(600, 560)
    for name in ("character", "voice", "hotkeys", "stream", "window", "mind"):
        window.visit(name)
        yield f"small_{name}", _settled(app, window)
    window.show_state(usual())
    window.visit("window")
    row = window._frames["window"].page.findings()[1].widget
    window._frames["window"].reveal(row)
    yield "small_found", _settled(app, window)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    window.resize(1280, 800)
    yield "wide", _settled(app, window)
    window._frames["window"]._ask()
    yield "question", _settled(app, window)
    window.close()
    window.deleteLater()


def fill(window: SettingsWindow) -> None:
    """Put into the pages that have desks of their own what a user finds there."""
    from app.credentials.names import known_secrets
    from app.credentials.store import Place, Ring, variable
    from app.persona.library import Library
    from app.settings.credentials_page import CredentialsPage
    from app.settings.credentials_values import Credential, CredentialsState
    from app.settings.personas_page import PersonasPage
    from app.settings.personas_values import PersonaCard, PersonasState
    from models.persona_parts import Kind

    places = [Place.KEYRING, Place.ENVIRONMENT, Place.NOWHERE]
    secrets = tuple(
        Credential(one.name, one.engine, one.title, one.description, places[n % 3], variable(one.name))
        for n, one in enumerate(known_secrets())
    )
    library, chosen = Library(), usual().settings.character
    cards = tuple(
        PersonaCard(
            kind,
            one.part.id,
            one.part.title,
            one.part.description,
            chosen=one.part.id == getattr(chosen, kind),
        )
        for kind in Kind
        for one in library.entries(kind)
    )
    personas, credentials = window.find_page("personas"), window.find_page("credentials")
    assert isinstance(personas, PersonasPage)
    assert isinstance(credentials, CredentialsPage)
    personas.show_personas(PersonasState(cards))
    credentials.show_credentials(
        CredentialsState(Ring.WORKS, secrets, file="/home/sam/.config/vesper/secrets.json")
    )


def _settled(app: QApplication, window: SettingsWindow) -> SettingsWindow:
    from PySide6.QtTest import QTest

    QTest.qWait(250)
    app.processEvents()
    return window


def usual() -> SettingsState:
    """Settings in use for a while."""
    from app.desks.settings_sheets import sheets
    from app.settings.values import Choice, SettingsState
    from models.settings import Settings

    settings = Settings.model_validate(
        {
            "character": {"catchphrases": ["By the evening star!", "Moonlight, please", "Foxes never lose",
                                           "That is a very long phrase she says now and then when the moon is up"],
                          "streamer_name": "Sam"},
            "voice": {"voice": "70% af_heart + 30% af_sky", "speed": 1.15, "volume": 0.8},
            "window": {"opacity": 0.85, "scale": 1.25},
            "quiet": {"hours": True},
            "hotkeys": {"talk": "Ctrl+Alt+Space", "mute": "Ctrl+Alt+M"},
            "safety": {"blocked_words": ["spoiler"]},
            "obs": {"panic_inputs": ["Mic/Aux"]},
        }
    )  # fmt: skip

    def words(*all_: tuple[str, str]) -> tuple[Choice, ...]:
        return tuple(Choice(value, title) for value, title in all_)

    offers = {
        "presets": words(("snarky", "Snarky"), ("chill", "Chill")),
        "dynamics": words(("ride_or_die", "Ride or die"), ("tender", "Tender")),
        "styles": words(("", "None"), ("kawaii", "Kawaii")),
        "asr": words(("faster-whisper", "Whisper on this machine")),
        "llm": words(("ollama", "Ollama"), ("openai", "OpenAI-compatible server")),
        "minds": words(("auto", "Automatic"), ("ollama", "Ollama")),
        "fallbacks": words(("", "None"), ("llama", "Embedded model (basic mode)")),
        "tts": words(("kokoro", "Kokoro")),
        "microphones": words(("", "The system's own"), ("USB Headset", "USB Headset")),
        "loudspeakers": words(("", "The system's own"), ("USB Headset", "USB Headset")),
        "languages": words(("auto", "Automatic"), ("en", "English"), ("de", "Deutsch")),
        "voices": words(("af_heart", "Heart · American English, female"), ("af_sky", "Sky · American English, female")),
    }  # fmt: skip
    return SettingsState(
        settings=settings,
        engines=sheets(settings),
        offers=offers,
        file="/home/sam/.config/vesper/settings.toml",
    )


def trouble() -> SettingsState:
    """Everything wrong, in long words."""
    fine = usual()
    return replace(
        fine,
        problems=(
            "line 2: voice.speed cannot be 9.5; allowed: a number from 0.5 to 2",
            'line 6: character.preset cannot be \'evil\'; there is no such preset; allowed: "chill", "snarky"',
            f"line 9: {LONG} is not a setting of Vesper; it is kept but does nothing",
            "line 12: mind.provider cannot be 'oracle'",
        ),
        overridden={"character.name": "COMPANION_NAME", "stream.backend_url": "BACKEND_URL"},
        notes={
            "hotkeys.talk": "Ctrl+Alt+Space is taken by another program; choose other keys.",
            "hearing.microphone": f"“{LONG}” is not connected; the system's own is used.",
        },
    )


if __name__ == "__main__":
    main()
