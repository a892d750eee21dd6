"""Makes the pictures of the mood panel: `python -m tests.panel_pictures [FOLDER]`.

The real panel on a real X server, dark and light, into `assets/docs`; with a folder every state of it into there.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.mood.panel import MoodPanel
    from app.mood.values import PanelState

OUT = Path(__file__).resolve().parents[1] / "assets" / "docs"
_NOON = 1_795_291_200.0
_LONG = "Donaudampfschifffahrtsgesellschaftsunterhaltung"


def main() -> None:
    """The panel by evening and by day; with a folder, every state of it."""
    everything = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with stages.screen(compositor=False, size="1600x1900") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtWidgets import QApplication

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            for name, panel in _views(app, sky):
                picture = panel.grab()
                if everything is not None:
                    everything.mkdir(parents=True, exist_ok=True)
                    picture.save(str(everything / f"panel_{name}_{sky}.png"))
                elif name == "stream":
                    picture.save(str(OUT / f"panel_{sky}.png"))
        app.shutdown()


def _views(app: QApplication, sky: str) -> Iterator[tuple[str, MoodPanel]]:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtTest import QTest

    from app.look.theme import Theme
    from app.mood.panel import MoodPanel
    from app.mood.values import Levels

    app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
    panel = MoodPanel(Theme(), lambda: Levels(0.11, 0.9, 0.03))
    for name, state in states():
        panel.show_state(state)
        panel.open(QRect(0, 0, 24, 24))
        QTest.qWait(450)
        yield name, panel
        panel.hide()


def states() -> Iterator[tuple[str, PanelState]]:
    """Evenings of all kinds."""
    from app.mood.values import Doing, PanelState
    from models.diary import Diary
    from models.events import Health

    calm = quiet_evening()
    yield "start", PanelState(doing=Doing.OFFLINE)
    yield "evening", calm
    yield "stream", busy_stream()
    gone = tuple(
        replace(
            part,
            state=replace(
                part.state,
                health=Health.GONE,
                note="It stopped five times in a minute and was given up. Nothing you said is lost.",
            ),
        )
        if part.state.name == "voice"
        else part
        for part in calm.parts
    )
    yield "gone", replace(calm, parts=gone, expression="sad", reason="mood: low")
    yield (
        "panic",
        replace(busy_stream(), panicked=True, muted=True, doing=Doing.PANIC, expression="surprised"),
    )
    asleep = tuple(
        replace(part, state=replace(part.state, health=Health.ASLEEP))
        if part.state.name in {"ears", "mind", "voice"}
        else part
        for part in calm.parts
    )
    yield (
        "asleep",
        replace(
            calm, parts=asleep, doing=Doing.ASLEEP, muted=True, quiet=True, expression="sleepy", diary=Diary()
        ),
    )
    long = tuple(replace(part, engine=_LONG) for part in calm.parts)
    yield (
        "long",
        replace(
            busy_stream(),
            name=_LONG,
            parts=long,
            voice=f"70% {_LONG} + 30% af_sky",
            problem=f"{_LONG}: refused",
        ),
    )


def quiet_evening() -> PanelState:
    """Nobody but the two of them."""
    from app.mood.values import PanelState, Part, Program
    from app.persona.choices import Choice, Choices
    from models.diary import Diary, Kind, Line
    from models.events import Health
    from models.latency import Stages
    from models.mood import Mood
    from models.mood_history import MoodHistory
    from models.parts import beginning

    history = MoodHistory()
    for second in range(300):
        wave = math.sin(second / 37)
        mood = Mood(
            52 + 9 * wave - second / 18, 66 + (14 if second > 170 else 0) * (1 - second / 900), 38 + 20 * wave
        )
        history = history.after(mood, 1000.0 + second)
    engines = {"ears": "Whisper (faster-whisper)", "mind": "Ollama", "voice": "Kokoro"}
    notes = {"microphone": "Built-in Audio Analog Stereo", "loudspeaker": "pulse"}
    parts = tuple(
        Part(
            replace(
                state,
                health=Health.OFF if state.name in {"stream", "obs", "api"} else Health.READY,
                note=notes.get(state.name, ""),
            ),
            engines.get(state.name, ""),
            restartable=state.name not in {"stream", "obs", "api"},
        )
        for state in beginning()
    )
    diary = Diary()
    for n, line in enumerate(
        (
            Line(Kind.TOUCH, 1010.0, "Head"),
            Line(Kind.FACE, 1010.0, "happy", "a hand on her head"),
            Line(Kind.SAID, 1090.0, "Tell me something nice about foxes, would you?", "she answers"),
            Line(Kind.FACE, 1093.0, "love", "she says “I love how they listen”"),
            Line(Kind.PART, 1200.0, "ears", "the process ended", Health.RESTARTING),
            Line(Kind.QUIET, 1240.0),
        )
    ):
        diary = diary.put(replace(line, key=str(n)))
    return PanelState(
        expression="happy",
        reason="she says “I love how they listen”",
        mood=Mood(41.0, 78.0, 52.0),
        choices=Choices(presets=(Choice("snarky", "Snarky sidekick"), Choice("kind", "Kind friend"))),
        voices=(("af_heart", "af_heart · en-US · female"),),
        parts=parts,
        latency=Stages(0.31, 0.22, 0.41, 0.03),
        history=history,
        diary=diary,
        programs=(
            Program("window", 243.0, 13.2),
            Program("audio", 97.0, 4.1),
            Program("asr", 301.0, 0.0),
            Program("llm", 268.0, 0.0),
            Program("tts", 512.0, 0.0),
        ),
        wall_s=_NOON - 1000.0,
    )


def busy_stream() -> PanelState:
    """A show at its height."""
    from app.mood.values import Doing
    from models.commands import Log
    from models.diary import Diary
    from models.events import Health
    from models.mood import Mood
    from tests.stream_pictures import show

    calm = quiet_evening()
    diary = Diary().told(Log(show()), 1000.0)
    live = tuple(
        replace(part, state=replace(part.state, health=Health.READY, note=""), restartable=True)
        for part in calm.parts
    )
    return replace(
        calm, doing=Doing.SPEAKING, expression="excited", reason="a donation", mood=Mood(88.0, 91.0, 83.0),
        parts=live, diary=diary,
    )  # fmt: skip


if __name__ == "__main__":
    main()
