"""The guide's desk: opens once by itself, keeps the window in step, and ends with her greeting by name."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.desks.better_models import BetterModels
from app.desks.guide_mind import OllamaSeen
from app.guide.values import MindKind, Step
from models.commands import Show
from models.events import Health, WorkerChanged
from models.offered import OfferAct, Offered, OfferState
from models.requests import LineTried, SayAsked
from models.trial import Trial, TrialState
from tests.app.guide.conftest import Desk, answer_voices
from tests.workers.weights.conftest import HUB, noise
from tests.workers.weights.hub_server import HubServer
from workers.weights.cache import path_of
from workers.weights.catalogue import Catalogue, Edition, Model, ModelFile, Offer
from workers.weights.catalogue import load_catalogue as shipped


def test_it_opens_by_itself_until_it_was_seen(guide: Desk, qtbot: QtBot) -> None:
    guide.desk.start()
    qtbot.waitUntil(lambda: guide.desk.window is not None and guide.window.isVisible())
    with qtbot.waitSignal(guide.desk.closed):
        guide.window.close()
    assert guide.tuning.settings.desktop.guided
    guide.desk.start()
    qtbot.wait(50)
    assert not guide.window.isVisible()
    guide.desk.open()
    assert guide.window.isVisible(), "from the menu it opens as often as wanted"


def test_it_can_be_kept_from_opening(guide: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VESPER_NO_GUIDE", "1")
    guide.desk.start()
    qtbot.wait(50)
    assert guide.desk.window is None


def test_skipping_keeps_nothing_but_that_it_was_seen(guide: Desk) -> None:
    guide.desk.open()
    guide.window.close()
    kept = guide.tuning.store.path.read_text(encoding="utf-8")
    assert [line for line in kept.splitlines() if "=" in line and "version" not in line] == ["guided = true"]
    assert not any(isinstance(event, SayAsked) for event in guide.happened)


def test_at_its_end_she_greets_by_name(guide: Desk) -> None:
    guide.desk.open()
    guide.window.setting_changed.emit("character", "streamer_name", "Marguerite")
    guide.window.show_step(Step.DONE)
    guide.window._go_on()
    [said] = [event for event in guide.happened if isinstance(event, SayAsked)]
    assert "Marguerite" in said.text
    assert len(said.text) > len("Hello, Marguerite.")
    [shown] = [command for command in guide.commanded if isinstance(command, Show)]
    assert "Marguerite" in shown.text
    assert guide.tuning.settings.desktop.guided


def test_what_is_chosen_holds_at_once_and_is_shown(guide: Desk) -> None:
    guide.desk.open()
    guide.window.setting_changed.emit("character", "preset", "chill")
    assert guide.tuning.settings.character.preset == "chill"
    assert guide.desk._state.preset == "chill"
    before = guide.desk._state.quote
    guide.window.setting_changed.emit("character", "preset", "hype")
    assert guide.desk._state.quote not in {"", before}
    guide.window.setting_changed.emit("hearing", "mode", "sideways")
    assert "mode" in guide.desk._state.problem
    guide.window.setting_changed.emit("hearing", "mode", "push")
    assert guide.desk._state.problem == ""


def test_in_another_language_it_goes_on_where_it_was(guide: Desk, qtbot: QtBot) -> None:
    guide.desk.reword("de")  # nothing was opened yet
    guide.desk.open()
    guide.window.show_step(Step.VOICE)
    before = guide.window
    gone: list[int] = []
    before.destroyed.connect(lambda: gone.append(1))
    guide.desk.reword("de")
    assert guide.window is not before
    assert (guide.window.step, guide.window.isVisible()) == (Step.VOICE, True)
    qtbot.waitUntil(lambda: gone == [1])
    assert not guide.tuning.settings.desktop.guided


def test_her_temper_is_heard(guide: Desk) -> None:
    guide.desk.open()
    guide.window.preview_wanted.emit()
    [tried] = [event for event in guide.happened if isinstance(event, LineTried)]
    assert tried.text == guide.desk._state.quote


def test_devices_voices_and_minds_are_found(guide: Desk, qtbot: QtBot) -> None:
    guide.desk.open()
    answer_voices(guide)
    qtbot.waitUntil(lambda: len(guide.desk._state.voices) == 3)
    shown = guide.desk._state
    assert (shown.microphones, shown.loudspeakers) == (("Webcam",), ("Headphones",))
    assert shown.voices[1:] == (
        ("af_heart", "Heart · American, female"),
        ("bm_george", "George · British, male"),
    )
    assert shown.mind.ollama is False
    assert shown.mind.kind is MindKind.LOOKING
    guide.director.take(WorkerChanged("mind", Health.READY, "llama"))
    assert guide.desk._state.mind.kind is MindKind.BASIC
    guide.desk._on_ollama(OllamaSeen("u", "m", there=True, models=("m",)))
    guide.director.take(WorkerChanged("mind", Health.READY, "ollama"))
    assert (guide.desk._state.mind.kind, guide.desk._state.mind.models) == (MindKind.OLLAMA, ("m",))


def test_a_trial_is_shown_on_its_step_and_ends_with_it(guide: Desk) -> None:
    guide.desk.open()
    guide.window.show_step(Step.MICROPHONE)
    guide.window.trial_wanted.emit("hearing")
    assert guide.trials.running == {"hearing"}
    assert guide.desk._state.hearing_trial
    assert guide.desk._state.hearing_trial.state is TrialState.RUNNING
    guide.window.show_step(Step.VOICE)
    assert guide.trials.running == frozenset()
    assert guide.desk._state.hearing_trial is None
    guide.window.judged.emit(False)  # noqa: FBT003  # a signal
    assert guide.desk._state.heard is False
    guide.trials.changed.emit(Trial("stream", TrialState.PASSED, "of another window"))


def small() -> tuple[Catalogue, bytes]:
    """A catalogue with a small mind on offer."""
    content = noise(50_000)
    file = ModelFile("mind.gguf", len(content), hashlib.sha256(content).hexdigest())
    offer = Offer("better", "little", 100, tried=True)
    mind = Model("mind", "llm", "A mind", "MIT", "here", (Edition("only", (file,), (HUB,)),), offer)
    return Catalogue((), (mind,)), content


def test_a_better_mind_is_fetched_used_and_given_up_again(
    hub: HubServer, store: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    assert store
    catalogue, content = small()
    hub.files = {"mind.gguf": content}
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    models = BetterModels(tuning, catalogue)
    told: list[tuple[Offered, ...]] = []
    models.changed.connect(told.append)
    assert models.offers[0].state is OfferState.OFFERED
    models.act("mind", OfferAct.START)
    qtbot.waitUntil(lambda: bool(told) and told[-1][0].state is OfferState.HERE)
    assert not models.offers[0].used

    models.act("mind", OfferAct.USE)
    assert models.offers[0].used
    assert tuning.settings.mind.provider == "llama"
    table = tuning.settings.providers["llama"]
    assert Path(table["model"]) == path_of("mind") / "mind.gguf"
    assert Path(table["model"]).read_bytes() == content
    assert told[-1][0].used

    models.act("mind", OfferAct.RETURN)
    assert not models.offers[0].used
    assert tuning.settings.mind.provider == "auto"
    assert "model" not in tuning.settings.providers.get("llama", {})
    models.stop()


def test_every_shipped_offer_can_be_used(store: Path, tmp_path: Path, qtbot: QtBot) -> None:
    assert store
    assert qtbot
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    refused: list[str] = []
    models = BetterModels(tuning)
    models.refused.connect(refused.append)
    engines = {"asr": "faster-whisper", "llm": "llama", "tts": "kokoro"}
    for model in shipped().better:
        models.act(model.id, OfferAct.USE)
        assert refused == []
        assert [offer.id for offer in models.offers if offer.used and offer.role == model.role] == [model.id]
        tuning.store.provider_settings(engines[model.role])
