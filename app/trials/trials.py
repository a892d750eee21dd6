"""Trials: her parts really tried, one at a time of a kind. She says a line, listens, thinks, connects.

`voice` and `voice:<voice id>` pass when a line was heard, `hearing` when words were understood (they are not
answered, see `models.trying`), `mind` when the present mind answered, `stream` and `obs` when a link of the trial's
own was made with the settings as they are. Every outcome is told in words, with what to do about a bad one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.body import Body
from app.config.tuning import Tuning
from app.director import Director
from app.trials.hearing import HearingRun
from app.trials.links import LINKS, LinkRun
from app.trials.runs import Known, Means, MindRun, Run, VoiceRun
from app.words import translate
from models.commands import Command
from models.events import Event
from models.sound import Levels
from models.trial import Trial, TrialState

VOICE, HEARING, MIND = "voice", "hearing", "mind"
_TICK_MS = 66


class Trials(QObject):
    """`changed` carries a `models.trial.Trial` whenever one began, went on or ended.

    `levels` reads how loud the microphone is. Build it before the organs live: what they said of their devices at
    the start is what a trial explains a failure with.
    """

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self,
        director: Director,
        body: Body,
        tuning: Tuning,
        levels: Callable[[], Levels] = Levels,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._known = Known()
        self._means = Means(director, body, tuning, self._known, levels, clock, self._arrived.emit)
        self._runs: dict[str, Run] = {}
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._arrived.connect(self._on_arrived)
        director.happened.connect(self._on_event)
        director.commanded.connect(self._on_command)

    def begin(self, kind: str) -> None:
        """Try a part: "voice", "voice:<voice id>", "hearing", "mind", "stream" or "obs"; begun anew if it runs."""
        for other in [other for other in self._runs if _shares(other, kind)]:
            self.stop(other)
        run = self._run(kind)
        if run is None:
            self.changed.emit(Trial(kind, TrialState.FAILED, translate("trials", "There is no such trial.")))
            return
        self._runs[kind] = run
        self._ticks.start()
        self._advance(run, run.begin)

    def stop(self, kind: str) -> None:
        """End a trial that runs."""
        run = self._runs.get(kind)
        if run is not None:
            run.fail(translate("trials", "Stopped."))
            self._show(run)

    @property
    def running(self) -> frozenset[str]:
        """The kinds that run now."""
        return frozenset(self._runs)

    def _run(self, kind: str) -> Run | None:
        name, _, voice = kind.partition(":")
        match name:
            case "voice":
                return VoiceRun(kind, self._means, voice)
            case "hearing":
                return HearingRun(kind, self._means)
            case "mind":
                return MindRun(kind, self._means)
            case _ if kind in LINKS:
                return LinkRun(kind, self._means)
        return None

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        self._known.note(event)
        for run in tuple(self._runs.values()):
            self._advance(run, partial(run.on_event, event))

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        for run in tuple(self._runs.values()):
            self._advance(run, partial(run.on_command, command))

    @Slot()
    def _on_tick(self) -> None:
        for run in tuple(self._runs.values()):
            self._advance(run, run.on_tick)

    @Slot(object)
    def _on_arrived(self, result: tuple[Run, object]) -> None:
        """What another thread found out, if it is still wanted."""
        run, found = result
        if self._runs.get(run.kind) is run:
            self._advance(run, partial(run.on_result, found))

    def _advance(self, run: Run, step: Callable[[], None]) -> None:
        before = run.trial
        if run.over:
            return
        step()
        if run.trial != before:
            self._show(run)

    def _show(self, run: Run) -> None:
        """Tell how a trial stands; one that is over is cleared away first, so that it can be begun again."""
        if run.over and self._runs.get(run.kind) is run:
            del self._runs[run.kind]
            run.end()
            if not self._runs:
                self._ticks.stop()
        self.changed.emit(run.trial)


def _shares(one: str, other: str) -> bool:
    """Whether two kinds need the same part to themselves: her voice is one, whichever it is; nobody talks over ears."""
    sounding = {VOICE, HEARING}
    names = {one.partition(":")[0], other.partition(":")[0]}
    return one == other or names <= sounding
