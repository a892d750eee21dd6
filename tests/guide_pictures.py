"""Makes the pictures of the guide: `python -m tests.guide_pictures [FOLDER]`.

The real window on a real X server, dark and light; with a folder every step in every state goes in there, without
one the first step goes into `assets/docs`.
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

    from app.guide.values import GuideState
    from app.guide.window import GuideWindow
    from models.offered import Offered

OUT = Path(__file__).resolve().parents[1] / "assets" / "docs"
_LONG = "Bildschirmaufnahmesteuerungsgerätemikrofon (USB-Klangkartenverbindung)"


def main() -> None:
    """Every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with stages.screen(compositor=False, size="1900x1500") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtWidgets import QApplication

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            for name, window in _views(app, sky):
                where = OUT / f"guide_{sky}.png" if folder is None else folder / f"{name}_{sky}.png"
                if folder is None and name != "1_welcome":
                    continue
                where.parent.mkdir(parents=True, exist_ok=True)
                window.grab().save(str(where))
        app.shutdown()


def _views(app: QApplication, sky: str) -> Iterator[tuple[str, GuideWindow]]:
    from PySide6.QtGui import QColor, QPalette, QPixmap

    from app import paths
    from app.guide.values import Step
    from app.guide.window import GuideWindow
    from app.look.theme import Theme
    from models.trial import Trial, TrialState

    app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
    window = GuideWindow(Theme(), QPixmap(str(paths.asset("avatar", "vesper", "still.png"))))
    fine = state()
    window.show_state(fine)
    window.open()
    yield "1_welcome", _settled(app, window)
    window.show_step(Step.MICROPHONE)
    yield "2_microphone", _settled(app, window)
    hears = Trial("hearing", TrialState.RUNNING, "“The evening star is…”", 0.66)
    window.show_state(replace(fine, hearing_trial=hears))
    yield "2_listening", _settled(app, window)
    heard = Trial(
        "hearing", TrialState.PASSED, "She understood: “The evening star is bright tonight.”\nThrough Webcam."
    )
    window.show_state(replace(fine, hearing_trial=heard, offers=offers(1)))
    yield "2_passed", _settled(app, window)
    none = replace(
        fine, microphones=(), hearing_trial=Trial("hearing", TrialState.FAILED, "No input device was found.")
    )
    window.show_state(none)
    yield "2_none", _settled(app, window)
    window.show_state(replace(fine, muted=True, microphone=_LONG))
    yield "2_muted", _settled(app, window)
    window.show_step(Step.VOICE)
    played = Trial("voice", TrialState.PASSED, "Played through Built-in Audio.")
    window.show_state(replace(fine, voice_trial=played))
    yield "3_voice", _settled(app, window)
    window.show_state(replace(fine, voice_trial=played, heard=False))
    yield "3_not_heard", _settled(app, window)
    yield from _later_views(app, window)


def _later_views(app: QApplication, window: GuideWindow) -> Iterator[tuple[str, GuideWindow]]:
    from app.guide.values import MindKind, MindSeen, Step
    from models.trial import Trial, TrialState

    fine = state()
    window.show_step(Step.MIND)
    window.show_state(fine)
    yield "4_basic", _settled(app, window)
    answered = Trial("mind", TrialState.PASSED, "“Hello there, how nice to see you!”\nOllama, after 1.2 s.")
    seen = MindSeen(
        MindKind.OLLAMA,
        "Ollama",
        "http://localhost:11434",
        ollama=True,
        models=("mistral:latest",),
        model="mistral",
    )
    window.show_state(replace(fine, mind=seen, mind_trial=answered))
    yield "4_ollama", _settled(app, window)
    for n, name in ((1, "downloading"), (2, "paused"), (3, "failed"), (4, "here"), (5, "used")):
        window.show_state(replace(fine, offers=offers(n)))
        bar = window._mind.verticalScrollBar()
        bar.setValue(bar.maximum())
        yield f"4_{name}", _settled(app, window)
    window.show_step(Step.DONE)
    window.show_state(replace(fine, mode="push", problem="hotkeys.talk: no such key"))
    yield "5_done", _settled(app, window)
    window.resize(420, 560)
    window.show_state(fine)
    yield "5_narrow", _settled(app, window)
    window.show_step(Step.WELCOME)
    yield "1_narrow", _settled(app, window)
    window.show_step(Step.MIND)
    yield "4_narrow", _settled(app, window)
    window.hide()


def _settled(app: QApplication, window: GuideWindow) -> GuideWindow:
    from PySide6.QtTest import QTest

    QTest.qWait(250)
    app.processEvents()
    return window


def state() -> GuideState:
    """A machine with everything, in basic mode."""
    from app.guide.values import GuideState, MindKind, MindSeen
    from app.persona.choices import choices_of
    from app.persona.library import Library
    from models.settings import Character

    presets = choices_of(Library(Path("/nonexistent")), Character()).presets
    return GuideState(
        user="Sam",
        presets=tuple((one.value, one.title, one.description) for one in presets),
        quote="Three hours? At that point it's a relationship. Read me the error, and we'll break up with it together.",
        microphones=("Built-in Audio Analog Stereo", "Webcam", _LONG),
        loudspeakers=("Built-in Audio Analog Stereo", "Headphones"),
        voices=(("", "Her own"), ("af_heart", "Heart · American, female")),
        mind=MindSeen(
            MindKind.BASIC,
            "Embedded model (basic mode)",
            "http://localhost:11434",
            ollama=False,
            model="mistral",
        ),
        offers=offers(0),
    )


def offers(kind: int) -> tuple[Offered, ...]:
    """The offers of the catalogue, the first of each role in some state."""
    from models.offered import Offered, OfferState
    from workers.weights.catalogue import load_catalogue

    made, seen = [], set[str]()
    states = (
        OfferState.OFFERED,
        OfferState.RUNNING,
        OfferState.PAUSED,
        OfferState.FAILED,
        OfferState.HERE,
        OfferState.HERE,
    )  # a row
    for model in load_catalogue().better:
        assert model.offer
        size = model.editions[0].size
        one = Offered(
            model.id, model.role, model.title, model.licence, model.origin, model.offer.better, model.offer.wants,
            model.offer.memory_mb, model.offer.tried, size, machine_mb=4000,
        )  # fmt: skip
        if model.role not in seen and kind:
            note = (
                f"{model.title} could not be fetched. Tried:\n  - the hub does not answer (no route to host)\n"
                "Check the network and start again: what has arrived is kept."
            )
            one = replace(
                one, state=states[kind], done=round(size * 0.43), rate_bps=3.1e6, left_s=size * 0.57 / 3.1e6,
                note=note if states[kind] is OfferState.FAILED else "", used=kind == 5,
            )  # fmt: skip
        seen.add(model.role)
        made.append(one)
    return tuple(made)


if __name__ == "__main__":
    main()
