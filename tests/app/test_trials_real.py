"""Trials with her real engines on a real sound server: her line is heard, a sentence is understood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.body import Parts, assemble
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.director import Director
from app.persona import character
from app.trials.trials import Trials
from models.companion import Companion
from models.sound import Levels, Playhead
from models.status import Status
from models.trial import Trial, TrialState
from tests.listening import QUIET
from tests.speech_data import FOLDER
from tests.stage import Sound
from workers.runtime.lane import Lane
from workers.sound import Lanes

pytestmark = [pytest.mark.models, pytest.mark.timeout(120)]
_SENTENCE = FOLDER / "librivox/sense_and_sensibility_01_austen_64kb-0880.wav"
"""“He was not an ill disposed young man.”"""


class Told(QObject):
    """What trials told."""

    def __init__(self, trials: Trials) -> None:
        super().__init__()
        self.all: list[Trial] = []
        trials.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, trial: Trial) -> None:
        self.all.append(trial)

    def over(self, kind: str) -> bool:
        return any(one.kind == kind and one.state is not TrialState.RUNNING for one in self.all)


@pytest.fixture
def trials(sound: Sound, tmp_path: Path, qtbot: QtBot) -> Iterator[Trials]:
    """Her real ears and voice."""
    assert sound
    assert qtbot
    tuning = Tuning(SettingsStore(tmp_path / "settings.toml", {}))
    who = character.load(tuning.settings)
    lanes = Lanes(Lane(Playhead()), Lane(Levels()))
    body = assemble(tuning.settings, tuning.store.provider_settings, who, _unlogged, Parts(lanes=lanes))
    del body.organs["mind"]
    director = Director(Companion.of(who), body, Lane(Status(0.0)))
    trials = Trials(director, body, tuning, lanes.levels.get)
    director.start()
    yield trials
    director.shut_down()


def _unlogged(_engine: str, _line: str) -> None:
    """What engines write to stderr."""


def test_her_line_is_heard_and_a_sentence_understood(
    trials: Trials, sound: Sound, tmp_path: Path, qtbot: QtBot
) -> None:
    told = Told(trials)
    played = tmp_path / "played.raw"
    with sound.recording(played):
        trials.begin("voice")
        qtbot.waitUntil(lambda: told.over("voice"), timeout=60_000)
    assert told.all[-1].state is TrialState.PASSED, told.all[-1]
    samples = np.frombuffer(played.read_bytes(), "<i2").astype(np.float32) / 32768
    assert np.sqrt(np.mean(np.square(samples))) > QUIET

    trials.begin("hearing")
    with sound.say_in_background(_SENTENCE):
        qtbot.waitUntil(lambda: told.over("hearing"), timeout=60_000)
    assert told.all[-1].state is TrialState.PASSED, told.all[-1]
    assert "young man" in told.all[-1].text.lower()
    assert max(one.level for one in told.all) > 0.3
