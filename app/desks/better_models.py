"""The better models of the catalogue: fetched when the user asks for one, used when they say so.

Choosing one changes settings (`app.config.tuning`), so whoever runs the engines follows as with any other change. One
download at a time writes; another waits for it, and says so.
"""

from __future__ import annotations

import os

import psutil
from PySide6.QtCore import QObject, Signal, Slot

from app.config.tuning import Tuning
from models.offered import OfferAct, Offered, OfferState
from models.settings import Settings
from workers.weights.cache import path_of
from workers.weights.catalogue import Catalogue, Model, load_catalogue
from workers.weights.download import Download, DownloadState, Progress

_ENGINES = {"asr": "faster-whisper", "llm": "llama", "tts": "kokoro"}
_SECTIONS = {"asr": "hearing", "llm": "mind", "tts": "voice"}
_CONTEXT_TOKENS = 4096
_LETTING_GO_S = 1.0
_STATES = {
    DownloadState.OFFERED: OfferState.OFFERED,
    DownloadState.RUNNING: OfferState.RUNNING,
    DownloadState.PAUSING: OfferState.PAUSING,
    DownloadState.PAUSED: OfferState.PAUSED,
    DownloadState.DONE: OfferState.HERE,
    DownloadState.FAILED: OfferState.FAILED,
}


class BetterModels(QObject):
    """`changed` carries all offers, as `models.offered.Offered`, whenever one of them went on; `refused` why not.

    Nothing is read until it is asked for; `catalogue` replaces the one that ships.
    """

    changed = Signal(object)
    refused = Signal(str)
    _moved = Signal(object)

    def __init__(self, tuning: Tuning, catalogue: Catalogue | None = None) -> None:
        super().__init__()
        self._tuning = tuning
        self._chosen = catalogue
        self._jobs: dict[str, Download] = {}
        self._progress: dict[str, Progress] = {}
        self._moved.connect(self._on_moved)
        tuning.changed.connect(self._on_changed)

    @property
    def offers(self) -> tuple[Offered, ...]:
        """All of them, as they stand."""
        machine_mb = round(psutil.virtual_memory().total / 1e6)
        return tuple(self._offered(model, machine_mb) for model in self._catalogue.better)

    @Slot(str, str)
    def act(self, model_id: str, act: str) -> None:
        """Do what the user wants with a model; `act` is an `OfferAct`."""
        job = self._job(model_id)
        match OfferAct(act):
            case OfferAct.START:
                job.start()
            case OfferAct.PAUSE:
                job.pause()
            case OfferAct.DISCARD:
                job.discard()
            case OfferAct.USE:
                self._use(job.model)
            case OfferAct.RETURN:
                self._return(job.model)

    def stop(self) -> None:
        """Pause what runs, so that it can be gone on with after the next start."""
        for job in self._jobs.values():
            job.pause()
        for job in self._jobs.values():
            job.join(_LETTING_GO_S)

    @property
    def _catalogue(self) -> Catalogue:
        self._chosen = self._chosen or load_catalogue()
        return self._chosen

    def _job(self, model_id: str) -> Download:
        if model_id not in self._jobs:
            self._jobs[model_id] = Download(model_id, self._moved.emit, catalogue=self._catalogue)
            self._progress[model_id] = self._jobs[model_id].progress
        return self._jobs[model_id]

    @Slot(object)
    def _on_moved(self, progress: Progress) -> None:
        """A download told how it stands, from its own thread."""
        self._progress[progress.model_id] = progress
        self.changed.emit(self.offers)

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        concerned = before.providers != after.providers or (before.hearing, before.mind, before.voice) != (
            after.hearing, after.mind, after.voice
        )  # fmt: skip
        if concerned and self._jobs:
            self.changed.emit(self.offers)

    def _offered(self, model: Model, machine_mb: int) -> Offered:
        self._job(model.id)
        progress, offer = self._progress[model.id], model.offer
        if offer is None:
            raise ValueError(model.id)
        return Offered(
            model.id, model.role, model.title, model.licence, model.origin,
            offer.better, offer.wants, offer.memory_mb, offer.tried, progress.total,
            _STATES[progress.state], progress.done, progress.rate_bps, progress.left_s, progress.note,
            used=self._used(model), machine_mb=machine_mb,
        )  # fmt: skip

    def _used(self, model: Model) -> bool:
        settings, engine = self._tuning.settings, _ENGINES[model.role]
        chosen = settings.providers.get(engine, {}).get("model")
        provider = getattr(settings, _SECTIONS[model.role]).provider
        return chosen == self._value(model) and provider == engine

    def _value(self, model: Model) -> str:
        """How the engine's settings name the model: a mind by its file, the others by their id."""
        if model.role != "llm":
            return model.id
        return str(path_of(model.id) / model.editions[0].files[0].name)

    def _use(self, model: Model) -> None:
        engine, fields = _ENGINES[model.role], {"model": self._value(model)}
        more: dict[str, object] = {}
        if model.role == "llm":
            more = {"context_tokens": _CONTEXT_TOKENS, "threads": max(1, (os.cpu_count() or 2) // 2)}
        self._set(f"providers.{engine}", **fields, **more)
        self._set(_SECTIONS[model.role], provider=engine)

    def _return(self, model: Model) -> None:
        engine = _ENGINES[model.role]
        fields: dict[str, object] = {"model": None}
        if model.role == "llm":
            fields |= {"context_tokens": None, "threads": None}
        self._set(f"providers.{engine}", **fields)
        self._set(_SECTIONS[model.role], provider=None)

    def _set(self, section: str, **fields: object) -> None:
        if why := self._tuning.set(section, **fields):
            self.refused.emit(why)
