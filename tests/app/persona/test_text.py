"""Persona files written from tables, ids made of titles, and what a part sounds like."""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path

import pytest

from app.paths import asset
from app.persona.files import part_of, read_text
from app.persona.library import Library
from app.persona.naming import ids_for
from app.persona.sample import sample_of
from app.persona.text import written
from models.persona_parts import Kind, Style, parse_part
from models.settings import Character, Settings, VoiceOut
from models.speech import VoiceStyle

_OURS = [(kind, path) for kind in Kind for path in sorted(asset("persona", f"{kind}s").glob("*.toml"))]


@pytest.mark.parametrize(("kind", "path"), _OURS, ids=lambda value: getattr(value, "stem", str(value)))
def test_what_is_the_same_stays_as_it_is_written(kind: Kind, path: Path) -> None:
    text = read_text(path)
    assert written(kind, tomllib.loads(text), text) == text


def test_only_what_was_changed_is_written_anew() -> None:
    text = read_text(asset("persona", "presets", "snarky.toml"))
    table = tomllib.loads(text)
    table["title"] = 'Quick "and" dry'
    table["voice"]["blend"] = "af_sky"
    table["examples"] = [{"user": "Hi.", "reply": "Oh, it's you.\nSit."}, *table["examples"][:2]]
    del table["companion"]
    table["family"] = {"system": "Kind, " * 30}
    made = written(Kind.PRESET, table, text)
    assert tomllib.loads(made) == table
    assert made.startswith('# Preset "snarky"'), "comments stay"
    assert table["system"] in made.replace("\\\n", ""), "and what is as it was"
    assert part_of("x", made, Kind.PRESET).title == 'Quick "and" dry'


def test_a_new_file_is_the_form_filled_in() -> None:
    table = {"id": "calm", "title": "Calm", "description": "Still water.", "system": "You are calm."}
    made = written(Kind.STYLE, table)
    assert tomllib.loads(made) == table
    assert parse_part(Kind.STYLE, tomllib.loads(made)) == Style(**table)


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Snarky, mine", "snarky_mine", "snarky_mine_2"),
        ("Große Freude!", "groe_freude", "groe_freude_2"),
        ("42", "my_42", "my_42_2"),
        ("雪", "my", "my_2"),
        ("", "my", "my_2"),
    ],
)
def test_ids_of_titles(title: str, first: str, second: str) -> None:
    assert list(islice(ids_for(title), 2)) == [first, second]


def test_every_id_fits_a_file() -> None:
    from models.persona_parts import ID_LENGTH

    assert all(len(made) <= ID_LENGTH for made in islice(ids_for("x" * 90), 1000))


def test_a_preset_is_heard_in_its_own_line_and_voice(tmp_path: Path) -> None:
    library, settings = Library(tmp_path), Settings(voice=VoiceOut(moods=False))
    hype = library.find("preset/hype").part
    line, style = sample_of(settings, library, Kind.PRESET, hype, 0)
    other, _ = sample_of(settings, library, Kind.PRESET, hype, 1)
    replies = [example.reply.format(companion="Vesper Astra", streamer="legend") for example in hype.examples]
    assert line != other
    assert {line.split()[0], other.split()[0]} <= {reply.split()[0] for reply in replies}
    assert style == VoiceStyle(hype.voice.blend, hype.voice.speed)  # type: ignore[union-attr]  # a preset
    mine = Settings(voice=VoiceOut(moods=False, voice="af_sky", speed=1.2))
    assert sample_of(mine, library, Kind.PRESET, hype, 0)[1].voice == "af_sky", "as she would really sound"


def test_a_draft_that_is_in_no_file_is_heard_too_and_names_are_filled_in(tmp_path: Path) -> None:
    draft = parse_part(
        Kind.STYLE,
        {
            "id": "draft",
            "title": "Draft",
            "description": "A draft.",
            "system": "Speak in short words.",
            "voice": {"voice": "af_sky", "share": 50, "speed": 1.2},
            "examples": [{"user": "Hi.", "reply": "Hey {streamer}, {companion} here."}],
        },
    )
    settings = Settings(character=Character(streamer_name="Sam"), voice=VoiceOut(moods=False))
    line, style = sample_of(settings, Library(tmp_path), Kind.STYLE, draft, 0)
    assert line == "Hey Sam, Vesper Astra here."
    assert "af_sky" in style.voice
    assert style.speed > 1.1


def test_in_family_mode_lines_for_adults_are_not_said(tmp_path: Path) -> None:
    library = Library(tmp_path)
    part = library.find("preset/inappropriate").part
    settings = Settings(character=Character(family_mode=True))
    adults = {example.reply for example in part.examples if example.audience == "adults"}
    lines = {sample_of(settings, library, Kind.PRESET, part, n)[0] for n in range(30)}
    assert adults
    assert not lines & adults
