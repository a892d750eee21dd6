from __future__ import annotations

from typing import Any

import pytest

from models.expression import Expression
from models.persona_parts import Kind, PersonaError, Preset, parse_core, parse_part
from tests.models.persona_files import ids, table

PRESET: dict[str, Any] = {
    "id": "mild",
    "title": "Mild",
    "description": "Mild as milk.",
    "streamer": "my human",
    "tone": "happy",
    "system": "You are {companion}, friend of {streamer}.",
    "voice": {"blend": "70% af_heart + 30% af_sky"},
    "refusals": ["No."],
    "swallowed": ["Hm."],
    "examples": [{"user": "Hi.", "reply": "Oh, {streamer}."}],
}


def _problems(kind: Kind, part: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(PersonaError) as caught:
        parse_part(kind, part)
    return caught.value.problems


def test_a_preset_from_its_table() -> None:
    preset = parse_part(Kind.PRESET, PRESET)
    assert isinstance(preset, Preset)
    assert (preset.id, preset.companion, preset.tone) == ("mild", "Vesper Astra", Expression.HAPPY)
    assert (preset.voice.blend, preset.voice.speed) == ("70% af_heart + 30% af_sky", 1.0)
    assert preset.examples[0].audience == "everyone"


def test_every_problem_is_reported_at_once_by_field_and_in_plain_words() -> None:
    broken = {
        **PRESET,
        "id": "Not An Id",
        "title": 3,
        "description": "d" * 121,
        "tone": "smug",
        "system": "You are {who}.",
        "extra": 1,
        "refusals": [],
        "voice": {"blend": "70% of something", "speed": 9},
        "examples": [{"user": "Hi."}, {"user": "Hi.", "reply": "", "audience": "dogs"}],
    }
    del broken["streamer"]
    told = dict(problem.split(": ", 1) for problem in _problems(Kind.PRESET, broken))
    assert told == {
        "id": "must be small letters, digits and _, beginning with a letter",
        "title": "must be text in quotes",
        "description": "is too long; 120 characters fit",
        "streamer": "is missing",
        "tone": told["tone"],
        "system": "uses {who}; only {companion} and {streamer} are known",
        "extra": "is no field of a preset",
        "refusals": "is empty",
        "voice.blend": "names no voice; write one such as af_heart, or shares such as 70% af_heart + 30% af_sky",
        "voice.speed": "must be at most 2.0",
        "examples.0.reply": "is missing",
        "examples.1.reply": "is empty",
        "examples.1.audience": "must be 'everyone', 'adults' or 'family'",
    }
    assert all(face in told["tone"] for face in Expression)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{companion.__class__}", "only {companion} and {streamer}"),
        ("{companion:>999999}", "only {companion} and {streamer}"),
        ("{companion!r}", "only {companion} and {streamer}"),
        ("{0}", "only {companion} and {streamer}"),
        ("{}", "only {companion} and {streamer}"),
        ("a { b", "brace without its partner"),
        ("a } b", "brace without its partner"),
        ("nice\u202etxet", "hidden characters (U+202E)"),
        ("a\x00b\u200bc", "hidden characters (U+0000, U+200B)"),
        ("   ", "is empty"),
    ],
)
def test_texts_that_would_break_or_hide_something_are_refused(text: str, words: str) -> None:
    for part, field in (
        ({**PRESET, "system": text}, "system"),
        ({**PRESET, "examples": [{"user": "Hi.", "reply": text}]}, "examples.0.reply"),
        ({**PRESET, "refusals": ["No.", text]}, "refusals.1"),
    ):
        (problem,) = _problems(Kind.PRESET, part)
        assert problem.startswith(f"{field}: ")
        assert words in problem


def test_a_line_that_is_too_long_is_told_in_characters_a_list_in_entries() -> None:
    assert _problems(Kind.PRESET, {**PRESET, "refusals": ["No.", "x" * 201]}) == (
        "refusals.1: is too long; 200 characters fit",
    )
    assert _problems(Kind.PRESET, {**PRESET, "refusals": ["No."] * 61}) == (
        "refusals: has too many entries; 60 fit",
    )


@pytest.mark.parametrize("part_id", ["../x", "a/b", "a.b", "A", "", "a\n", "é", "1a", "a" * 41])
def test_an_id_is_a_harmless_file_name(part_id: str) -> None:
    (problem,) = _problems(Kind.DYNAMIC, {**table("dynamics", "tender"), "id": part_id})
    assert problem.startswith("id: ")


def test_a_style_may_bend_the_voice_by_one_other() -> None:
    style = table("styles", "kawaii")
    parse_part(Kind.STYLE, {**style, "voice": {}})
    for voice in ({"voice": "70% af_heart"}, {"share": 61}, {"speed": 3.0}, {"blend": "af_sky"}):
        (problem,) = _problems(Kind.STYLE, {**style, "voice": voice})
        assert problem.startswith("voice.")


def test_the_core_names_its_problems_too() -> None:
    with pytest.raises(PersonaError) as caught:
        parse_core({**table("core"), "who": "{x}", "more": 1})
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["who", "more"]


def test_ours_are_the_ones_we_promise() -> None:
    assert ids(Kind.PRESET) == ["chill", "hype", "inappropriate", "sensual", "snarky"]
    assert ids(Kind.DYNAMIC) == ["chaotic", "competitive", "flirty", "protective", "ride_or_die", "tender"]
    assert ids(Kind.STYLE) == ["calm_with_chaos", "chaotic", "kawaii"]
