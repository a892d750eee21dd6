"""The models she can't do without: fetched one by one once the user says so; her parts come up as they arrive.

Nothing is opened, not even a connection, before `act` is told to start. What has arrived is kept whatever happens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.config.needs import needs_of
from app.config.tuning import Tuning
from app.director import Director
from models.commands import RestartEngine
from models.needed import Needed, NeededModel
from models.offered import OfferAct, OfferState
from models.settings import Settings
from workers.weights.cache import missing
from workers.weights.catalogue import Catalogue, load_catalogue
from workers.weights.download import Download, DownloadState, Progress
from workers.weights.errors import WeightsError
from workers.weights.whence import places_of

_LETTING_GO_S = 1.0
_FAILURES = 2
"""After so many models in a row of which nothing arrived, the rest is not tried: it is the network."""
_UNDER_WAY = {DownloadState.RUNNING: OfferState.RUNNING, DownloadState.PAUSING: OfferState.PAUSING}


class NeededModels(QObject):
    """`changed` carries a `models.needed.Needed` whenever something of it went on; `catalogue` replaces ours."""

    changed = Signal(object)
    _moved = Signal(object)

    def __init__(self, director: Director, tuning: Tuning, catalogue: Catalogue | None = None) -> None:
        super().__init__()
        self._director, self._tuning, self._chosen = director, tuning, catalogue
        self._jobs: dict[str, Download] = {}
        self._progress: dict[str, Progress] = {}
        self._needs: dict[str, tuple[str, ...]] = {}
        self._waiting: list[str] = []
        self._current, self._note, self._in_vain = "", "", 0
        self._wanted, self._stale = False, False
        self._moved.connect(self._on_moved)
        tuning.changed.connect(self._on_changed)

    @property
    def needed(self) -> Needed:
        """How it stands."""
        jobs = self._jobs.values()
        if not jobs or all(self._is_here(job.model.id) for job in jobs):
            return Needed(tuple(self._described(job) for job in jobs))
        current = self._progress.get(self._current)
        progress = self._progress.values()
        total, done = sum(one.total for one in progress), sum(one.done for one in progress)
        rate_bps = current.rate_bps if current else 0.0
        return Needed(
            tuple(self._described(job) for job in jobs),
            tuple(organ for organ, ids in self._needs.items() if any(map(self._is_missing, ids))),
            self._state(current, done),
            done,
            total,
            rate_bps,
            (total - done) / rate_bps if rate_bps else None,
            (current.note if current else "") or self._note,
        )

    def look(self) -> None:
        """See what is missing of what the chosen engines need."""
        self._stale = bool(self._current)
        if self._stale:
            return  # what is under way comes first
        try:
            catalogue = self._chosen = self._chosen or load_catalogue()
            self._needs = needs_of(self._tuning.settings, catalogue)
            ids = missing(dict.fromkeys(one for ids in self._needs.values() for one in ids), catalogue)
        except WeightsError as error:
            self._note = str(error)
            return
        self._jobs = {one: Download(one, self._moved.emit, catalogue=catalogue) for one in ids}
        self._progress = {one: job.progress for one, job in self._jobs.items()}
        self._current, self._note = "", ""
        self.changed.emit(self.needed)

    @Slot(str)
    def act(self, act: str) -> None:
        """Do what the user wants: START (also to go on, or once more) or PAUSE; an `OfferAct`."""
        if act == OfferAct.PAUSE:
            self._wanted = False
            if self._current:
                self._jobs[self._current].pause()
        elif act == OfferAct.START and not self._wanted:
            self._wanted, self._note, self._in_vain = True, "", 0
            self._waiting = [one for one in self._jobs if self._is_missing(one)]
            if not self._current:  # else the one that is being paused goes on by itself once it has let go
                self._next()
        self.changed.emit(self.needed)

    def stop(self) -> None:
        """Pause what runs, so that it can be gone on with after the next start."""
        self._wanted = False
        for job in self._jobs.values():
            job.pause()
        for job in self._jobs.values():
            job.join(_LETTING_GO_S)

    def _next(self) -> None:
        self._current = self._waiting.pop(0) if self._wanted and self._waiting else ""
        if self._current:
            self._jobs[self._current].start()
            return
        self._wanted = False
        if self._stale:
            self.look()

    @Slot(object)
    def _on_moved(self, progress: Progress) -> None:
        """A download told how it stands, from its own thread."""
        if progress.model_id not in self._jobs:
            return
        self._progress[progress.model_id] = progress
        mine = progress.model_id == self._current
        if progress.state is DownloadState.DONE and mine:
            self._in_vain = 0
            self._next()
            self._wake(progress.model_id)
        elif progress.state is DownloadState.FAILED and mine:
            self._note = self._note or progress.note
            self._in_vain += 1
            if self._in_vain >= _FAILURES:
                self._waiting.clear()
            self._next()
        elif progress.state is DownloadState.PAUSED and mine:
            self._waiting = [one for one in self._jobs if self._is_missing(one)]
            self._next()  # on, if it was wanted again meanwhile
        self.changed.emit(self.needed)

    def _wake(self, model_id: str) -> None:
        """Bring up the parts that have all they need now."""
        for organ, ids in self._needs.items():
            if model_id in ids and not any(map(self._is_missing, ids)):
                self._director.order(RestartEngine(organ))

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        chosen = ("providers", "hearing", "mind", "voice")
        if any(getattr(before, name) != getattr(after, name) for name in chosen):
            self.look()

    def _state(self, current: Progress | None, done: int) -> OfferState:
        if current is not None:
            state = OfferState.RUNNING if self._wanted else OfferState.PAUSING
            return _UNDER_WAY.get(current.state, state)
        if self._note:
            return OfferState.FAILED
        return OfferState.PAUSED if done else OfferState.OFFERED

    def _described(self, job: Download) -> NeededModel:
        model, progress = job.model, self._progress[job.model.id]
        state = OfferState.OFFERED
        if progress.state is DownloadState.DONE:
            state = OfferState.HERE
        elif progress.model_id == self._current:
            state = OfferState.RUNNING
        elif progress.state is DownloadState.FAILED:
            state = OfferState.FAILED
        return NeededModel(
            model.id, model.title, model.licence, model.origin, progress.total, places_of(model), state
        )

    def _is_here(self, model_id: str) -> bool:
        return not self._is_missing(model_id)

    def _is_missing(self, model_id: str) -> bool:
        return model_id in self._progress and self._progress[model_id].state is not DownloadState.DONE
