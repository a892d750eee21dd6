"""What of a change of the settings reaches which organ, and what does not."""

from __future__ import annotations

import random
from typing import Any

import pytest
from pydantic import BaseModel

from app.body import Body
from app.fitting import Fitter, Senses
from models.commands import HoldTalk, MuteMicrophone, Reply, Speak
from models.errors import Blame, EngineError
from models.settings import Settings
from models.sound import AudioSetup
from tests.models.characters import CHARACTER
from workers.ears import Expect
from workers.engines.registry import provider
from workers.memory import Keep
from workers.mind import Consult
from workers.rest import RestAfter, Stir
from workers.runtime.organ import Organ, Refused
from workers.runtime.seat import Exchange

ORGANS = ("ears", "sound", "voice", "mind", "memory", "rest")


class Silent(Organ):
    """An organ that keeps what it is given."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.given: list[Any] = []
        self.inbox.put = self.given.append  # type: ignore[method-assign]  # what would go to its thread

    async def take(self, item: object) -> None: ...
    async def begin(self) -> None: ...
    async def end(self) -> None: ...


class Rig:
    """A body whose organs only note what they are given; `refused` are engines whose settings are wrong."""

    def __init__(self, senses: Senses = Senses()) -> None:
        self.organs = {name: Silent(name) for name in ORGANS}
        self.settings = Settings()
        self.refused: set[str] = set()
        fitter = Fitter(
            dict[str, Organ](self.organs), self.own, lambda _e, _l: None, senses, CHARACTER, random.Random(1)
        )
        self.body = Body(dict[str, Organ](self.organs), fitter)

    def own(self, provider_id: str) -> BaseModel:
        if provider_id in self.refused:
            raise EngineError(Blame.SETTINGS, f"enter a key for {provider_id}")
        return (
            provider(provider_id)
            .settings_class()
            .model_validate(self.settings.providers.get(provider_id, {}))
        )

    def change(self, section: str, **fields: object) -> dict[str, list[Any]]:
        """What each organ concerned is given when fields of a section change."""
        before = self.settings
        if section == "providers":
            part: object = {**before.providers, **fields}
        else:
            part = getattr(before, section).model_copy(update=fields)
        self.settings = before.model_copy(update={section: part})
        return self.refit(before)

    def refit(self, before: Settings) -> dict[str, list[Any]]:
        for organ in self.organs.values():
            organ.given.clear()
        self.body.refit(before, self.settings)
        return {name: list(organ.given) for name, organ in self.organs.items() if organ.given}


@pytest.fixture
def rig() -> Rig:
    return Rig()


@pytest.mark.parametrize(
    ("section", "field", "value", "setup"),
    [
        ("hearing", "microphone", "Webcam", AudioSetup(input_device="Webcam")),
        ("hearing", "echo_cancelling", False, AudioSetup(echo_cancelling=False)),
        ("hearing", "silence_ms", 500, AudioSetup(silence_ms=500)),
        ("hearing", "eager_silence_ms", 300, AudioSetup(eager_silence_ms=300)),
        ("hearing", "barge_in", False, AudioSetup(barge_in=False)),
        ("hearing", "mode", "push", AudioSetup(push=True)),
        ("voice", "volume", 0.4, AudioSetup(volume=0.4)),
        ("voice", "output_device", "Headset", AudioSetup(output_device="Headset")),
    ],
)
def test_the_sound_card_is_tuned(
    rig: Rig, section: str, field: str, value: object, setup: AudioSetup
) -> None:
    assert rig.change(section, **{field: value}) == {"sound": [setup]}


def test_plain_values_go_where_they_belong(rig: Rig) -> None:
    assert rig.change("hearing", language="de") == {"ears": [Expect("de")]}
    assert rig.change("memory", enabled=False) == {"memory": [Keep(on=False)]}
    assert rig.change("rest", after_min=3) == {"rest": [RestAfter(3)]}
    assert rig.change("window", opacity=0.5) == {}


def test_engines_are_made_of_their_own_settings_with_a_recipe_that_tells_them_apart(rig: Rig) -> None:
    first = rig.change("providers", kokoro={"threads": 1})
    [exchange] = first["voice"]
    assert isinstance(exchange, Exchange)
    assert exchange.engine_id == "kokoro"
    [again] = rig.refit(rig.settings)["voice"]
    assert again.recipe == exchange.recipe
    [other] = rig.change("providers", kokoro={"threads": 2})["voice"]
    assert other.recipe != exchange.recipe
    assert "sound" not in first


def test_minds_come_best_first(rig: Rig) -> None:
    [consult] = rig.change("mind", provider="openai")["mind"]
    assert isinstance(consult, Consult)
    assert [thinker.id for thinker in consult.thinkers] == ["openai", "llama"]
    [consult] = rig.change("mind", provider="auto", fallback="")["mind"]
    assert [thinker.id for thinker in consult.thinkers] == ["ollama"]


def test_her_voice_is_switched_off_and_on_with_its_loudspeaker(rig: Rig) -> None:
    off = rig.change("voice", enabled=False)
    assert off["voice"][0].engine is None
    assert off["sound"] == [AudioSetup(loudspeaker=False)]
    on = rig.change("voice", enabled=True)
    assert on["voice"][0].engine_id == "kokoro"
    assert on["sound"] == [AudioSetup()]


def test_a_terminal_without_senses_gets_none() -> None:
    rig = Rig(Senses(hearing=False, speaking=False))
    assert rig.change("voice", enabled=False)["voice"][0].engine is None
    assert rig.change("voice", enabled=True)["voice"][0].engine is None


def test_wrong_settings_are_told_by_the_organ_and_the_others_go_on(rig: Rig) -> None:
    rig.refused = {"openai"}
    changed = rig.change("mind", provider="openai")
    [refused] = changed["mind"]
    assert isinstance(refused, Refused)
    assert refused.error.message == "enter a key for openai"
    rig.refused.clear()
    assert isinstance(rig.refit(rig.settings)["mind"][0], Consult)


def test_the_sound_card_is_opened_anew_only_for_settings_of_its_own(rig: Rig) -> None:
    changed = rig.change("providers", portaudio={"latency_ms": 50.0})
    assert [type(item) for item in changed["sound"]] == [Exchange]


def test_what_needs_engines_wakes_them(rig: Rig) -> None:
    for command in (Reply(1, (), 10), Speak(1, 0, "Hi"), HoldTalk(down=True)):
        rig.body.carry_out(command)
    rig.body.stir()
    rig.body.carry_out(MuteMicrophone(muted=True))
    assert rig.organs["rest"].given == [Stir()] * 4
