from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from app.paths import asset
from app.persona.safety import LISTS, care, load
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


def test_her_own_authored_lines_may_be_said() -> None:
    gate = load(Settings())
    files = [path for path in asset("persona", "basic").glob("*.toml") if path.stem != "intents"]
    assert files
    held = {
        f"{path.stem}: {line}"
        for path in files
        for line in _texts(tomllib.loads(path.read_text(encoding="utf-8")))
        if gate.say(line).blocked
    }
    assert held == set()


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list():
            for part in value:
                yield from _texts(part)
