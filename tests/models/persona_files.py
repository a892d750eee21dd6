"""The project's own persona files, parsed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from models.basic_mode import BasicMode, parse_basic_mode
from models.persona import Persona
from models.persona_making import AS_WRITTEN, Traits, make
from models.persona_parts import Core, Dynamic, Kind, Preset, Style, parse_core, parse_part

FOLDER = Path(__file__).parents[2] / "assets" / "persona"


def table(*name: str) -> dict[str, Any]:
    path = FOLDER.joinpath(*name[:-1], f"{name[-1]}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def ids(kind: Kind) -> list[str]:
    return sorted(path.stem for path in (FOLDER / f"{kind}s").glob("*.toml"))


@cache
def core() -> Core:
    return parse_core(table("core"))


@cache
def preset(name: str) -> Preset:
    part = parse_part(Kind.PRESET, table("presets", name))
    assert isinstance(part, Preset)
    return part


@cache
def dynamic(name: str) -> Dynamic:
    part = parse_part(Kind.DYNAMIC, table("dynamics", name))
    assert isinstance(part, Dynamic)
    return part


@cache
def style(name: str) -> Style:
    part = parse_part(Kind.STYLE, table("styles", name))
    assert isinstance(part, Style)
    return part


def made(preset_id: str, dynamic_id: str, style_id: str = "", traits: Traits = AS_WRITTEN) -> Persona:
    return make(core(), preset(preset_id), dynamic(dynamic_id), style(style_id) if style_id else None, traits)


@cache
def snarky() -> Persona:
    return made("snarky", "ride_or_die")


@cache
def basic() -> BasicMode:
    return parse_basic_mode(table("basic", "intents"), table("basic", "snarky"))
