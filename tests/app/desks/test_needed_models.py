"""The models she lacks: nothing is fetched unasked, they come one by one, and her parts come up as they do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.needs import needs_of
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.needed_models import NeededModels
from app.director import Director
from models.companion import Companion
from models.needed import Needed
from models.offered import OfferAct, OfferState
from models.settings import Settings
from models.status import Status
from tests.app.guide.conftest import Idle
from tests.models.characters import CHARACTER
from tests.workers.weights.conftest import HUB, hub, noise, store
from tests.workers.weights.hub_server import HubServer
from workers.runtime.lane import Lane
from workers.runtime.organ import Warm
from workers.weights.cache import path_of
from workers.weights.catalogue import Catalogue, Edition, Model, ModelFile
from workers.weights.catalogue import load_catalogue as shipped

__all__ = ["hub", "store"]

SIZE = 600_000
IDS = ("silero-vad", "smart-turn-v3", "whisper-base", "kokoro-82m", "kokoro-voices", "smollm2-135m")
LIMIT_MS = 20_000


def content(model_id: str) -> bytes:
    return noise(SIZE, seed=IDS.index(model_id))


def small() -> Catalogue:
    """A catalogue of her own models' names, with small contents."""
    models = []
    for model_id in IDS:
        data = content(model_id)
        file = ModelFile(f"{model_id}.bin", len(data), hashlib.sha256(data).hexdigest())
        models.append(Model(model_id, "any", model_id, "MIT", "here", (Edition("only", (file,), (HUB,)),)))
    return Catalogue(tuple(models))


@dataclass
class Fetching(QObject):
    """The models, her organs, and all that was told."""

    needed: NeededModels
    organs: dict[str, Idle]
    tuning: Tuning
    told: list[Needed] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.needed.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, needed: Needed) -> None:
        self.told.append(needed)

    @property
    def state(self) -> OfferState:
        return self.needed.needed.state

    @property
    def woken(self) -> set[str]:
        return {name for name, organ in self.organs.items() if Warm(again=True) in organ.told}


@pytest.fixture
def fetching(qtbot: QtBot, tmp_path: Path, store: Path) -> Iterator[Fetching]:
    del qtbot, store
    organs = {name: Idle() for name in ("sound", "ears", "voice", "mind")}
    for name, organ in organs.items():
        organ.name = name
    director = Director(Companion.of(CHARACTER), Body({**organs}), Lane(Status(0.0)))
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    needed = NeededModels(director, tuning, small())
    needed.look()
    yield Fetching(needed, organs, tuning)
    needed.stop()


def test_the_chosen_engines_need_their_models_and_no_others() -> None:
    catalogue = shipped()
    assert needs_of(Settings(), catalogue) == {
        "sound": ("silero-vad", "smart-turn-v3"),
        "ears": ("whisper-base",),
        "voice": ("kokoro-82m", "kokoro-voices"),
        "mind": ("smollm2-135m",),
    }
    silent = Settings.model_validate(
        {"voice": {"enabled": False}, "mind": {"provider": "openai", "fallback": ""}}
    )
    assert set(needs_of(silent, catalogue)) == {"sound", "ears"}


def test_a_better_model_stands_in_for_the_one_she_came_with(store: Path, tmp_path: Path) -> None:
    assert store
    catalogue = shipped()
    better = path_of("qwen2.5-1.5b-instruct") / catalogue["qwen2.5-1.5b-instruct"].editions[0].files[0].name
    chosen = {"llama": {"model": str(better)}, "faster-whisper": {"model": "whisper-small"}}
    needs = needs_of(Settings.model_validate({"providers": chosen}), catalogue)
    assert (needs["mind"], needs["ears"]) == (("qwen2.5-1.5b-instruct",), ("whisper-small",))
    own = {"llama": {"model": str(tmp_path / "own.gguf")}}
    assert "mind" not in needs_of(Settings.model_validate({"providers": own}), catalogue)


def test_nothing_is_fetched_unasked(fetching: Fetching, hub: HubServer) -> None:
    needed = fetching.needed.needed
    assert needed.state is OfferState.OFFERED
    assert [model.id for model in needed.models] == list(IDS)
    assert needed.total == len(IDS) * SIZE
    assert set(needed.parts) == {"sound", "ears", "voice", "mind"}
    assert needed.places == ("127.0.0.1",), "the user sees where they would come from"
    assert hub.requests == []


def test_they_come_and_her_parts_come_up_by_themselves(
    fetching: Fetching, hub: HubServer, qtbot: QtBot
) -> None:
    hub.files = {f"{model_id}.bin": content(model_id) for model_id in IDS}
    fetching.needed.act(OfferAct.START)
    assert fetching.state is OfferState.RUNNING
    qtbot.waitUntil(lambda: fetching.state is OfferState.HERE, timeout=LIMIT_MS)
    assert fetching.woken == {"sound", "ears", "voice", "mind"}
    assert all(path_of(model_id).is_dir() for model_id in IDS)
    counts = [needed.done for needed in fetching.told if needed.state is OfferState.RUNNING]
    assert counts == sorted(counts)
    assert all(model.state is OfferState.HERE for model in fetching.needed.needed.models)


def test_a_part_comes_up_when_it_has_all_it_needs(fetching: Fetching, hub: HubServer, qtbot: QtBot) -> None:
    hub.files = {f"{model_id}.bin": content(model_id) for model_id in IDS if model_id != "kokoro-voices"}
    fetching.needed.act(OfferAct.START)
    qtbot.waitUntil(lambda: fetching.state is OfferState.FAILED, timeout=LIMIT_MS)
    assert fetching.woken == {"sound", "ears", "mind"}
    needed = fetching.needed.needed
    assert needed.parts == ("voice",)
    assert "kokoro-voices" in needed.note
    hub.files["kokoro-voices.bin"] = content("kokoro-voices")
    before = len(hub.downloads)
    fetching.needed.act(OfferAct.START)
    qtbot.waitUntil(lambda: fetching.state is OfferState.HERE, timeout=LIMIT_MS)
    assert len(hub.downloads) == before + 1, "what has arrived is not fetched again"
    assert fetching.woken == {"sound", "ears", "voice", "mind"}


def test_without_a_network_it_says_so_and_offers_again(
    fetching: Fetching, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    fetching.needed.act(OfferAct.START)
    qtbot.waitUntil(lambda: fetching.state is OfferState.FAILED, timeout=LIMIT_MS)
    needed = fetching.needed.needed
    assert "does not answer" in needed.note
    assert not fetching.woken
    tried = [model.id for model in needed.models if model.state is OfferState.FAILED]
    assert tried == list(IDS[:2]), "the rest is not tried in vain"
    with HubServer() as hub:
        hub.files = {f"{model_id}.bin": content(model_id) for model_id in IDS}
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        fetching.needed.act(OfferAct.START)
        qtbot.waitUntil(lambda: fetching.state is OfferState.HERE, timeout=LIMIT_MS)


def test_a_pause_keeps_what_arrived(fetching: Fetching, hub: HubServer, qtbot: QtBot) -> None:
    hub.files = {f"{model_id}.bin": content(model_id) for model_id in IDS}
    hub.hold_after = SIZE // 3
    fetching.needed.act(OfferAct.START)
    qtbot.waitUntil(lambda: bool(hub.downloads), timeout=LIMIT_MS)
    fetching.needed.act(OfferAct.PAUSE)
    assert fetching.state is OfferState.PAUSING
    hub.go_on.set()
    qtbot.waitUntil(lambda: fetching.state in {OfferState.PAUSED, OfferState.OFFERED}, timeout=LIMIT_MS)
    assert not fetching.woken
    hub.hold_after = None
    fetching.needed.act(OfferAct.START)
    qtbot.waitUntil(lambda: fetching.state is OfferState.HERE, timeout=LIMIT_MS)


def test_another_engine_needs_other_models(fetching: Fetching) -> None:
    assert not fetching.tuning.set("voice", enabled=False)
    needed = fetching.needed.needed
    assert "voice" not in needed.parts
    assert needed.total == 4 * SIZE
