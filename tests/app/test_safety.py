from __future__ import annotations

from typing import Any

from app.paths import asset
from app.safety import LISTS, care, load
from models.persona import Persona
from models.safety import Category
from models.settings import Settings


def _settings(**sections: dict[str, Any]) -> Settings:
    return Settings.model_validate(sections)


def test_every_list_that_ships_is_loaded() -> None:
    shipped = {path.stem for path in asset("safety").glob("*.toml")}
    assert shipped == {*LISTS, "care"}
    assert len(care().lines) >= 5


def test_the_settings_reach_the_gate() -> None:
    gate = load(
        _settings(
            character={"family_mode": True, "forbidden_topics": ["politics"]},
            safety={"blocked_words": ["pineapple"], "allowed_words": ["crap"]},
        )
    )
    assert gate.say("A p1neapple!").category is Category.OWN_LIST
    assert gate.say("That was political.").category is Category.TOPIC
    assert gate.say("What a shitty day.").category is Category.FAMILY
    assert not gate.say("What a crap day.").blocked
    assert not load(Settings()).say("What a shitty day, pineapple politics.").blocked


def test_her_instructions_are_kept() -> None:
    class Someone:
        system = "You keep the lighthouse on the northern cliff and talk to gulls all day."

    persona: Persona = Someone()  # type: ignore[assignment]  # only its system text is read
    told = "You keep the lighthouse on the northern cliff and talk to gulls."
    assert load(Settings(), persona).say(told).category is Category.INJECTION
    assert not load(Settings()).say(told).blocked
