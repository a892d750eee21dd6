"""The mood panel and what stands behind it: how she is goes into it, what the user wants of it goes out.

The panel is made when it is first opened. While it is closed nothing is measured and nothing drawn; only the history
of her mood goes on, a point a second.
"""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCursor

from app.body import Body
from app.config.tuning import Tuning
from app.desks.footprint import Footprint, Share
from app.director import Director
from app.look.motion import less_motion
from app.look.theme import Theme
from app.menu import Intent
from app.mood.values import Doing, Levels, PanelState, Part, Program
from app.persona.choices import choices_of
from app.tray import Tray
from app.words import translate
from models import parts
from models.commands import Command, RestartEngine
from models.diary import Diary
from models.events import Event, Health
from models.expression import Phase
from models.latency import Latency
from models.mood_history import MoodHistory
from models.requests import Panicked
from models.settings import Settings
from models.speech import Voice
from workers.engines.registry import PROVIDERS
from workers.sound import Lanes
from workers.voice import WhichVoices

if TYPE_CHECKING:
    from app.mood.panel import MoodPanel

_HELP = frozenset({Health.READY, Health.GONE, Health.RESTARTING, Health.STARTING})
"""A part in this state can be restarted."""
_DRAW_MS = 100
_STALE_S = 0.4
"""A playhead older than this says that nothing sounds."""


class PanelDesk(QObject):
    """Opens the panel for `Intent.PANEL`; `wanted` carries the `Intent`s the panel's own buttons stand for.

    `quiet_wished`: she is to be no bother, or may be one again.
    """

    wanted = Signal(object)
    quiet_wished = Signal(bool)
    _weighed = Signal(object)
    _voices_told = Signal(object)

    def __init__(
        self, theme: Theme, tray: Tray, director: Director, body: Body, tuning: Tuning, lanes: Lanes
    ) -> None:
        super().__init__()
        self._theme, self._tray, self._director = theme, tray, director
        self._body, self._tuning, self._lanes = body, tuning, lanes
        self._panel: MoodPanel | None = None
        self._before = director.companion
        self._parts = parts.beginning(_not_wanted(tuning.settings))
        self._latency, self._history, self._diary = Latency(), MoodHistory(), Diary()
        self._voices: tuple[tuple[str, str], ...] = ()
        self._programs: tuple[Program, ...] = ()
        self._problem, self._calm = "", False
        self._wall_s = round(time.time() - time.monotonic(), 1)
        self._drawing = QTimer(self, interval=_DRAW_MS, singleShot=True)
        self._drawing.timeout.connect(self._show)
        self._footprint = Footprint(self._weighed.emit)
        director.happened.connect(self.on_event)
        director.commanded.connect(self.on_command)
        tuning.changed.connect(self._on_changed)
        self._weighed.connect(self._on_weighed)
        self._voices_told.connect(self._on_voices)

    def stop(self) -> None:
        """Close the panel for good, and look at nothing any more."""
        self._footprint.stop()
        if self._panel is not None:
            self._panel.hide()

    @Slot()
    def reword(self) -> None:
        """Say it in another language: the panel is made anew when it is next opened."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    @property
    def visible(self) -> bool:
        """Whether the panel is open."""
        return self._panel is not None and self._panel.isVisible()

    # --- opening
    # ------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_chosen(self, intent: Intent) -> None:
        """A click on the icon, or a line of the menu."""
        if intent is Intent.PANEL:
            self.toggle(self._tray.place)

    def toggle(self, near: QRect) -> None:
        """Open the panel beside a rectangle of the screen (empty: beside the cursor), or close it."""
        panel = self._made()
        if panel.isVisible():
            panel.hide()
        elif not panel.just_left:
            self.open(near)

    def open(self, near: QRect | None = None) -> None:
        """Open the panel beside a rectangle of the screen; without one beside the cursor."""
        panel = self._made()
        self._calm = less_motion(self._tuning.settings.desktop.reduced_motion)
        self._problem = ""
        self._ask_for_voices()
        panel.show_state(self._state())
        panel.open(near if near is not None and not near.isEmpty() else QRect(QCursor.pos(), QSize(1, 1)))

    def _made(self) -> MoodPanel:
        if self._panel is None:
            from app.mood.panel import MoodPanel

            panel = self._panel = MoodPanel(self._theme, self._sounding)
            panel.muted.connect(self._on_muted)
            panel.quieted.connect(self._on_quieted)
            panel.clicks_let_through.connect(self._on_let_through)
            panel.panicked.connect(self._on_panicked)
            panel.persona_picked.connect(self._on_persona)
            panel.voice_picked.connect(self._on_voice)
            panel.restarted.connect(self._on_restarted)
            panel.wanted.connect(self.wanted)
            panel.seen.connect(self._on_seen)
        return self._panel

    @Slot(bool)
    def _on_seen(self, seen: bool) -> None:  # noqa: FBT001  # Qt's signal
        if seen:
            self._footprint.start()
        else:
            self._footprint.stop()
            self._programs = ()

    # --- from the Director
    # --------------------------------------------------------------------------------------

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Fold what happened."""
        companion = self._director.companion
        self._parts = parts.after(self._parts, event)
        self._latency = self._latency.after(event)
        self._history = self._history.after(companion.mood, event.at_s)
        self._diary = self._diary.after(event, self._before, companion)
        self._before = companion
        self._show_soon()

    @Slot(object)
    def on_command(self, command: Command) -> None:
        """Fold what she ordered."""
        self._diary = self._diary.told(command, time.monotonic())
        self._show_soon()

    def _show_soon(self) -> None:
        """Draw all that comes in a tenth of a second together, while somebody can see it."""
        if self.visible and not self._drawing.isActive():
            self._drawing.start()

    @Slot(object, object)
    def _on_changed(self, _before: Settings, _after: Settings) -> None:
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._panel is not None and self.visible:
            self._panel.show_state(self._state())

    def _state(self) -> PanelState:
        her, settings = self._director.companion, self._tuning.settings
        return PanelState(
            name=her.character.persona.companion,
            doing=self._doing(),
            expression=her.face.expression.value,
            reason=her.face.reason,
            mood=her.mood,
            muted=settings.hearing.muted,
            quiet=her.quiet,
            click_through=settings.window.click_through,
            panicked=her.floor.panicked,
            choices=choices_of(self._tuning.store.library, settings.character),
            voice=settings.voice.voice,
            voices=self._voices,
            parts=tuple(Part(part, _label(part.engine), part.health in _HELP) for part in self._parts),
            latency=self._latency.last,
            history=self._history,
            diary=self._diary,
            programs=self._programs,
            wall_s=self._wall_s,
            calm=self._calm,
            problem=self._problem,
        )

    def _doing(self) -> Doing:
        her = self._director.companion
        if her.floor.panicked:
            return Doing.PANIC
        if her.conversation.phase is not Phase.IDLE:
            return Doing(her.conversation.phase.value)
        health = {part.name: part.health for part in self._parts}
        if health["mind"] in {Health.STARTING, Health.GONE, Health.OFF}:
            return Doing.OFFLINE
        return Doing.ASLEEP if health["mind"] is Health.ASLEEP else Doing.IDLE

    def _sounding(self) -> Levels:
        """What sounds now."""
        heard, played = self._lanes.levels.get(), self._lanes.playhead.get()
        plays = played.n >= 0 and time.monotonic() - played.at_s < _STALE_S
        muted = self._tuning.settings.hearing.muted
        return Levels(
            0.0 if muted else heard.microphone, 0.0 if muted else heard.voice, played.rms if plays else 0.0
        )

    # --- from outside
    # -------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_weighed(self, shares: tuple[Share, ...]) -> None:
        if self.visible:
            self._programs = tuple(Program(share.name, share.memory_mb, share.core_pct) for share in shares)
            self._show_soon()

    def _ask_for_voices(self) -> None:
        """Ask the voice what it can be, unless that would wake it."""
        voice = self._body.organs.get("voice")
        ready = any(part.name == "voice" and part.health is Health.READY for part in self._parts)
        if voice is not None and ready:
            answer: Future[tuple[Voice, ...]] = Future()
            answer.add_done_callback(self._voices_told.emit)  # in the voice's thread: a signal crosses
            voice.inbox.put(WhichVoices(answer))

    @Slot(object)
    def _on_voices(self, answer: Future[tuple[Voice, ...]]) -> None:
        if answer.cancelled() or answer.exception() is not None:
            return  # the picker goes on with what it has
        self._voices = tuple((voice.name, _titled(voice)) for voice in answer.result())
        self._show_soon()

    # --- from the user
    # ------------------------------------------------------------------------------------------

    @Slot(bool)
    def _on_muted(self, muted: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._set("hearing", muted=muted)

    @Slot(bool)
    def _on_quieted(self, quiet: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.quiet_wished.emit(quiet)

    @Slot(bool)
    def _on_let_through(self, through: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._set("window", click_through=through)

    @Slot(bool)
    def _on_panicked(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._director.take(Panicked(on))

    @Slot(str)
    def _on_persona(self, preset: str) -> None:
        self._set("character", preset=preset)

    @Slot(str)
    def _on_voice(self, voice: str) -> None:
        self._set("voice", voice=voice)

    @Slot(str)
    def _on_restarted(self, organ: str) -> None:
        self._director.order(RestartEngine(organ))

    def _set(self, section: str, **fields: object) -> None:
        self._problem = self._tuning.set(section, **fields)
        self._show()


def _not_wanted(settings: Settings) -> frozenset[str]:
    """The parts that the settings leave out."""
    off = {"stream": settings.stream.enabled, "obs": settings.obs.enabled, "api": settings.api.enabled}
    return frozenset(name for name, wanted in off.items() if not wanted)


def _titled(voice: Voice) -> str:
    """A voice as people choose it."""
    return " · ".join(word for word in (voice.name, voice.language, voice.gender) if word)


def _label(engine: str) -> str:
    """An engine as people know it."""
    label = _LABELS.get(engine, "")
    return translate("engines", label) if label else ""


_LABELS = {entry.id: entry.label for entry in PROVIDERS}
