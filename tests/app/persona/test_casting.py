"""Who she is can be changed while she runs: saved, made anew, told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config.store import SettingsNotSavedError, SettingsStore
from app.config.tuning import Tuning
from app.desks.held_back import HeldBack
from app.persona.casting import Casting
from models.commands import Withhold
from models.events import CharacterChosen, Event, Failed


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.toml", environment={})


def test_a_choice_is_saved_and_told(store: SettingsStore, told: list[Event]) -> None:
    casting = Casting(Tuning(store), told.append)
    casting.pick("preset", "chill")
    [chosen] = told
    assert isinstance(chosen, CharacterChosen)
    assert chosen.character.persona.preset == "chill"
    assert 'preset = "chill"' in store.path.read_text()
    assert casting.choices.chosen.preset == "chill"


def test_a_choice_there_is_not_changes_nothing(store: SettingsStore, told: list[Event]) -> None:
    Casting(Tuning(store), told.append).pick("preset", "nobody")
    [failed] = told
    assert isinstance(failed, Failed)
    assert "snarky" in failed.message
    assert store.settings.character.preset == "snarky"


def test_a_choice_that_cannot_be_saved_holds_all_the_same(
    store: SettingsStore, told: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_text: str) -> None:
        raise SettingsNotSavedError("the disk is full")

    monkeypatch.setattr(store, "_save", full)
    tuning, unsaved = Tuning(store), list[str]()
    tuning.unsaved.connect(unsaved.append)
    Casting(tuning, told.append).pick("preset", "hype")
    [chosen] = told
    assert unsaved == ["the disk is full"]
    assert isinstance(chosen, CharacterChosen)
    assert chosen.character.persona.preset == "hype"


def test_a_word_that_was_held_back_can_be_let_pass(store: SettingsStore, told: list[Event]) -> None:
    casting = Casting(Tuning(store), told.append)
    casting.pick("forbidden_topics", ["marzipan"])
    casting.allow("someword")
    casting.allow("someword")
    assert store.settings.safety.allowed_words == ("someword",)
    assert len([event for event in told if isinstance(event, CharacterChosen)]) == 2
    [*_, last] = told
    assert isinstance(last, CharacterChosen)
    assert last.character.tongue.gate.say("I like marzipan.").blocked


def test_what_is_held_back_is_listed_oldest_first() -> None:
    held = HeldBack()
    for n in range(250):
        held.note(Withhold("by her", "link", f"rule {n}", "w**", "w"))
    assert len(held.entries) == 200
    assert [held.entries[0].rule, held.entries[-1].rule] == ["rule 50", "rule 249"]
    assert held.entries[0].excerpt == "w**"
