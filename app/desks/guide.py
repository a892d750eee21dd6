"""The first-run guide and what stands behind it: values in, the user's wishes out to settings, trials and downloads.

It opens by itself once, on a machine where it was never shown; from menu and settings as often as wanted. It keeps
nothing but what was chosen, and that it was shown. At its end she greets the user aloud, by name.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPixmap

from app import paths
from app.body import Body
from app.config.tuning import Tuning
from app.desks.better_models import BetterModels
from app.desks.guide_lines import greeting, voice_title
from app.desks.guide_mind import OllamaLook, OllamaSeen
from app.desks.needed_models import NeededModels
from app.desks.sound_devices import Found, SoundDevices
from app.director import Director
from app.guide.values import GuideState, MindKind, MindSeen, Step
from app.look.theme import Theme
from app.persona.choices import choices_of
from app.trials.trials import Trials
from app.words import translate
from models.events import Event, Health, Hushed, WorkerChanged
from models.needed import Needed
from models.offered import Offered
from models.requests import LineTried, SayAsked
from models.settings import Settings
from models.speech import Voice
from models.trial import Trial
from workers.engines.registry import provider
from workers.voice import WhichVoices

if TYPE_CHECKING:
    from app.guide.window import GuideWindow

SILENT = "VESPER_NO_GUIDE"
"""Environment variable: set to anything, the guide does not open by itself."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the desk works with. `tray` tells whether there is one; `clock` seeds which greeting she takes."""

    director: Director
    body: Body
    tuning: Tuning
    trials: Trials
    models: BetterModels
    needed: NeededModels
    tray: Callable[[], bool] = lambda: True
    clock: Callable[[], float] = monotonic


class GuideDesk(QObject):
    """Opens the guide, keeps it in step, and does what the user wants in it. `closed`: it is over, seen or skipped."""

    closed = Signal()
    _voices_came = Signal(object)

    def __init__(self, theme: Theme, means: Means) -> None:
        super().__init__()
        self._theme, self._means = theme, means
        self._made: GuideWindow | None = None
        self._state = GuideState()
        self._engine, self._ollama = "", OllamaSeen("", "", there=False)
        self._looked = False
        self._devices, self._look = SoundDevices(means.tuning.store), OllamaLook(means.tuning.store)
        self._devices.found.connect(self._on_devices)
        self._look.seen.connect(self._on_ollama)
        self._voices_came.connect(self._on_voices)
        means.director.happened.connect(self._on_event)
        means.trials.changed.connect(self._on_trial)
        means.models.changed.connect(self._on_offers)
        means.needed.changed.connect(self._on_needed)
        means.models.refused.connect(self._on_refused)
        means.tuning.changed.connect(self._on_changed)

    def start(self) -> bool:
        """Open it by itself if it was never shown, once her window is up; whether it does."""
        wanted = not self._means.tuning.settings.desktop.guided and not os.environ.get(SILENT)
        if wanted:
            QTimer.singleShot(0, self, self.open)
        return wanted

    @Slot()
    def open(self) -> None:
        """Show the guide from its first step."""
        window = self._window()
        means = self._means
        self._state = GuideState(offers=means.models.offers, needed=means.needed.needed, tray=means.tray())
        self._follow()
        window.open()
        self.look()

    @Slot(str)
    def reword(self, _language: str) -> None:
        """The windows speak another language from now on."""
        old, self._made = self._made, None
        if old is None:
            return
        shown, step = old.isVisible(), old.step
        old.hide()
        old.deleteLater()
        if shown:
            window = self._window()
            window.show_state(self._state)
            window.open()
            window.show_step(step)

    def stop(self) -> None:
        """Let go of what is under way, and of the window."""
        self._devices.stop()
        self._look.stop()
        self._means.models.stop()
        window, self._made = self._made, None
        if window is not None:
            window.hide()
            window.deleteLater()

    @property
    def window(self) -> GuideWindow | None:
        """The window, once it was opened."""
        return self._made

    def _window(self) -> GuideWindow:
        if self._made is None:
            from app.guide.window import GuideWindow

            picture = QPixmap(str(paths.asset("avatar", "vesper", "still.png")))
            window = self._made = GuideWindow(self._theme, picture, QGuiApplication.windowIcon())
            window.setting_changed.connect(self._on_setting)
            window.preview_wanted.connect(self._on_preview)
            window.trial_wanted.connect(self._on_trial_wanted)
            window.trial_stopped.connect(self._means.trials.stop)
            window.devices_wanted.connect(self._on_look)
            window.look_wanted.connect(self._on_look)
            window.judged.connect(self._on_judged)
            window.model_wanted.connect(self._means.models.act)
            window.fetch_wanted.connect(self._means.needed.act)
            window.step_entered.connect(self._on_step)
            window.finished.connect(self._on_finished)
            window.skipped.connect(self._on_skipped)
        return self._made

    def look(self) -> None:
        """See which devices, voices and minds there are now."""
        self._devices.look()
        self._look.look()
        organ = self._means.body.organs.get("voice")
        if organ is not None:
            answer: Future[tuple[Voice, ...]] = Future()
            answer.add_done_callback(self._on_answer)
            organ.inbox.put(WhichVoices(answer))

    def _on_answer(self, answer: Future[tuple[Voice, ...]]) -> None:
        """In the voice's thread."""
        if not answer.cancelled() and answer.exception() is None:
            self._voices_came.emit(answer.result())

    # --- what is seen

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields of the state
        if self._made is not None:
            self._made.show_state(self._state)

    def _follow(self) -> None:
        """Show the settings as they are."""
        tuning = self._means.tuning
        settings, character = tuning.settings, tuning.settings.character
        choices = choices_of(tuning.store.library, character)
        preset = tuning.store.library.preset(character.preset)
        examples = preset.examples if preset else ()
        self._show(
            companion=character.name,
            user=character.streamer_name,
            preset=character.preset,
            presets=tuple((one.value, one.title, one.description) for one in choices.presets),
            quote=examples[0].reply if examples else "",
            microphone=settings.hearing.microphone,
            muted=settings.hearing.muted,
            loudspeaker=settings.voice.output_device,
            voice=settings.voice.voice,
            voices=self._state.voices or (("", translate("guide", "Her own")),),
            speaks=settings.voice.enabled,
            start_at_login=settings.desktop.start_at_login,
            bubble=settings.window.bubble,
            mode=settings.hearing.mode,
            talk_key=settings.hotkeys.talk,
            mind=self._mind(),
        )

    def _mind(self) -> MindSeen:
        """Who thinks for her, as far as is known."""
        engine, seen = self._engine, self._ollama
        kind, label = MindKind.LOOKING, ""
        if engine:
            label = provider(engine).label
            basic = bool(getattr(self._means.tuning.store.provider_settings(engine), "basic", False))
            kinds = {"ollama": MindKind.OLLAMA, "llama": MindKind.EMBEDDED}
            kind = MindKind.BASIC if basic else kinds.get(engine, MindKind.SERVER)
        there = seen.there if self._looked else None
        return MindSeen(kind, label, seen.url, there, seen.models, seen.model)

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        match event:
            case WorkerChanged(worker="mind", health=Health.READY, engine=engine):
                self._engine = engine
            case WorkerChanged(worker="mind", health=Health.GONE):
                self._engine = ""
            case _:
                return
        if self._made is not None:
            self._follow()

    @Slot(object)
    def _on_trial(self, trial: Trial) -> None:
        if self._made is None:
            return
        name = trial.kind.partition(":")[0]
        if name in {"voice", "hearing", "mind"}:
            self._show(**{f"{name}_trial": trial})

    @Slot(object)
    def _on_offers(self, offers: tuple[Offered, ...]) -> None:
        self._show(offers=offers)

    @Slot(object)
    def _on_needed(self, needed: Needed) -> None:
        self._show(needed=needed)

    @Slot(object)
    def _on_devices(self, found: Found) -> None:
        heard, played = found.microphones, found.loudspeakers
        self._show(microphones=heard, loudspeakers=played, devices_problem=found.problem)

    @Slot(object)
    def _on_ollama(self, seen: OllamaSeen) -> None:
        self._ollama, self._looked = seen, True
        self._show(mind=self._mind())

    @Slot(object)
    def _on_voices(self, voices: tuple[Voice, ...]) -> None:
        own = ("", translate("guide", "Her own"))
        self._show(voices=(own, *((voice.name, voice_title(voice)) for voice in voices)))

    @Slot(object, object)
    def _on_changed(self, _before: Settings, _after: Settings) -> None:
        if self._made is not None:
            self._follow()

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self._show(problem=why)

    # --- what the user wants

    @Slot(str, str, object)
    def _on_setting(self, section: str, field: str, value: object) -> None:
        self._show(problem=self._means.tuning.set(section, **{field: value}))
        if section == "providers.ollama":
            self._look.look()

    @Slot()
    def _on_preview(self) -> None:
        """She says a line of her temper, in its voice."""
        director = self._means.director
        if director.companion.conversation.busy:
            director.take(Hushed())
        if self._state.quote:
            director.take(LineTried(self._state.quote))

    @Slot(str)
    def _on_trial_wanted(self, kind: str) -> None:
        if kind == "voice":
            self._show(heard=None)
        self._means.trials.begin(kind)

    @Slot()
    def _on_look(self) -> None:
        self._looked = False
        self._show(microphones=None, loudspeakers=None, devices_problem="", mind=self._mind())
        self.look()

    @Slot(bool)
    def _on_judged(self, heard: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._show(heard=heard)

    @Slot(object)
    def _on_step(self, _step: Step) -> None:
        """A trial belongs to its step."""
        for kind in self._means.trials.running & {"voice", "hearing", "mind"}:
            self._means.trials.stop(kind)
        self._show(problem="", hearing_trial=None, voice_trial=None, mind_trial=None, heard=None)

    @Slot()
    def _on_finished(self) -> None:
        self._over()
        director = self._means.director
        line = greeting(director.companion, int(self._means.clock() * 1000))
        director.take(SayAsked(line, "guide"))

    @Slot()
    def _on_skipped(self) -> None:
        for kind in self._means.trials.running & {"voice", "hearing", "mind"}:
            self._means.trials.stop(kind)
        self._over()

    def _over(self) -> None:
        """Remember that it was shown, and nothing else."""
        self._means.tuning.set("desktop", guided=True)
        self.closed.emit()
