"""Makes the pictures of personalities and credentials: `python -m tests.persona_pictures FOLDER`.

Their pages in the real settings window and the editor, every state, dark and light, at the scale of `QT_SCALE_FACTOR`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.look.theme import Theme
    from app.settings.credentials_values import Credential
    from app.settings.personas_values import PersonaCard
    from app.settings.window import SettingsWindow

_LONG = "Geschwindigkeitsbegrenzungsbeauftragte"


def main() -> None:
    """All of them into the folder."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with stages.screen(compositor=False, size="1800x2000") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtGui import QColor, QPalette
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from app.look.theme import Theme
        from app.settings.window import SettingsWindow

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
            theme = Theme()
            window = SettingsWindow(theme)
            window.resize(860, 1000)
            window.open()
            for shots in (_credentials(window), _personas(window), _editors(theme)):
                for name, shown in shots:
                    QTest.qWait(300)
                    shown.grab().save(str(out / f"{name}_{sky}.png"))
            window.hide()
        app.shutdown()


def _credentials(window: SettingsWindow) -> Iterator[tuple[str, QWidget]]:
    from app.credentials.store import Place, Ring
    from app.settings.credentials_page import CredentialsPage
    from app.settings.credentials_values import CredentialsState

    page = window.find_page("credentials")
    assert isinstance(page, CredentialsPage)
    window.visit("credentials")
    known = _known()
    yield "credentials_asking", window
    page.show_credentials(CredentialsState(Ring.WORKS, known))
    yield "credentials", window
    session = (replace(known[0], place=Place.SESSION), *known[1:])
    page.show_credentials(CredentialsState(Ring.LOCKED, session))
    yield "credentials_locked", window
    filed = tuple(replace(one, place=Place.FILE) for one in known)
    wrong = "/home/sam/.config/vesper/secrets can be read by others; run: chmod go= /home/sam/.config/vesper/secrets"
    page.show_credentials(CredentialsState(Ring.ABSENT, filed, in_file=True, problem=wrong))
    yield "credentials_absent", window
    page.show_credentials(CredentialsState(Ring.WORKS, filed, in_file=True))
    yield "credentials_movable", window


def _known() -> tuple[Credential, ...]:
    from app.credentials.names import known_secrets
    from app.credentials.store import Place, variable
    from app.settings.credentials_values import Credential

    places = (Place.KEYRING, Place.ENVIRONMENT, Place.NOWHERE)
    return tuple(
        Credential(one.name, one.engine, one.title, one.description, place, variable(one.name))
        for one, place in zip(known_secrets(), places, strict=True)
    )


def _personas(window: SettingsWindow) -> Iterator[tuple[str, QWidget]]:
    from app.settings.personas_page import PersonasPage
    from app.settings.personas_values import PersonasState
    from models.trial import Trial, TrialState

    page = window.find_page("personas")
    assert isinstance(page, PersonasPage)
    window.visit("personas")
    cards = _cards()
    heard = Trial(
        "preset/hype", TrialState.PASSED, "“You did it! I'm doing victory laps around the taskbar!”"
    )
    page.show_personas(PersonasState(cards, trial=heard))
    yield "personas", window
    silent = Trial(
        "preset/chill", TrialState.FAILED, "Her voice is switched off. Switch “Speak aloud” on under Voice."
    )
    problems = ("presets/odd.toml: line 3: title is missing",)
    page.show_personas(PersonasState(cards, problems, silent, "Saved as /home/sam/mine.vesper-persona.toml."))
    yield "personas_trouble", window
    window.resize(600, 560)
    yield "personas_small", window


def _cards() -> tuple[PersonaCard, ...]:
    from app.persona.library import Library
    from app.settings.personas_values import PersonaCard
    from models.persona_parts import Kind

    cards = [PersonaCard(Kind.STYLE, "", "None", chosen=True)]
    with tempfile.TemporaryDirectory() as nothing:
        library = Library(Path(nothing))
        for kind in Kind:
            for entry in library.entries(kind):
                part, chosen = entry.part, entry.part.id in {"snarky", "ride_or_die"}
                cards.append(PersonaCard(kind, part.id, part.title, part.description, chosen=chosen))
    about = "Sie achtet auf alles, was zu schnell geht, und sagt es auch."
    return (*cards, PersonaCard(Kind.PRESET, "mine", _LONG, about, ours=False))


def _editors(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    from PySide6.QtWidgets import QMessageBox

    from app.paths import asset
    from app.persona.files import read_text, table_of
    from app.settings.personas_editor import PersonaEditor
    from models.persona_parts import Kind

    for kind, name in ((Kind.PRESET, "snarky"), (Kind.DYNAMIC, "tender"), (Kind.STYLE, "kawaii")):
        table = table_of(name, read_text(asset("persona", f"{kind}s", f"{name}.toml")))
        editor = PersonaEditor(theme, kind, table, new=False)
        if kind is Kind.PRESET:
            editor.resize(560, 1250)
        editor.show()
        yield f"editor_{kind}", editor
        if kind is Kind.PRESET:
            editor.resize(560, 720)
            editor._fill(
                {**table, "title": "", "system": "You are {me}.", "voice": {"blend": "60%", "speed": 1.0}}
            )
            editor._on_check()
            yield "editor_wrong", editor
            editor.close()
            box = editor.findChild(QMessageBox)
            yield "editor_ask", box
            box.close()
        editor._throw_away()


if __name__ == "__main__":
    main()
