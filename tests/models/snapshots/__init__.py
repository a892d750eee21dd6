"""What the prompt of every persona begins with, written down: a change of one word shows in the review.

A file holds a preset × dynamic: the prompt in full as it is without style, at normal energy, family mode off; then
what each style, each other energy and family mode alone change of it; then a digest of every combination of the
three. After a wanted change: `python -m tests.models.snapshots`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import ndiff
from itertools import product
from pathlib import Path
from typing import get_args

from models.persona import Persona, cost, prefix
from models.persona_making import Traits
from models.persona_parts import Kind
from models.settings import Energy
from tests.models.persona_files import ids, made

FOLDER = Path(__file__).parent
PAIRS = list(product(ids(Kind.PRESET), ids(Kind.DYNAMIC)))
STYLES = ("", *ids(Kind.STYLE))
ENERGIES: tuple[Energy, ...] = get_args(Energy)
_SHOWN = 72


def file(preset: str, dynamic: str) -> Path:
    return FOLDER / f"{preset}-{dynamic}.txt"


def rendered(preset: str, dynamic: str) -> str:
    """The snapshot of a preset × dynamic."""
    plain = made(preset, dynamic)
    lines = [f"# {preset} × {dynamic}", *_prompt(plain)]
    for style, energy, family in _alone():
        other = made(preset, dynamic, style, Traits(energy=energy, family=family))
        lines += ["", f"# {_name(style, energy, family=family)}", *_changes(_prompt(plain), _prompt(other))]
    lines += ["", "# every combination"]
    for style, energy, family in product(STYLES, ENERGIES, (False, True)):
        persona = made(preset, dynamic, style, Traits(energy=energy, family=family))
        digest = hashlib.sha256("\n".join(_prompt(persona)).encode()).hexdigest()[:16]
        lines.append(f"{digest} {_name(style, energy, family=family)}")
    return "\n".join(lines) + "\n"


def _prompt(persona: Persona) -> list[str]:
    """Everything that a persona fixes: voice, face, and the prompt's beginning for a streamer of no name."""
    start = prefix(persona)
    about = (
        f"voice {persona.voice}, speed {persona.speed:g}, face {persona.tone}, about {cost(*start)} tokens"
    )
    return [about, *(f"{message.role}: {line}" for message in start for line in message.content.split("\n"))]


def _alone() -> Iterator[tuple[str, Energy, bool]]:
    """Each style, energy and family mode on its own."""
    yield from ((style, "normal", False) for style in STYLES[1:])
    yield from (("", energy, False) for energy in ENERGIES if energy != "normal")
    yield ("", "normal", True)


def _name(style: str, energy: str, *, family: bool) -> str:
    return ", ".join((style or "no style", f"energy {energy}", *(("family",) if family else ())))


def _changes(before: list[str], after: list[str]) -> list[str]:
    """Lines gone, shortened, and lines come, in full."""
    changed = [line for line in ndiff(before, after) if line[0] in "+-"]
    return [line if line[0] == "+" or len(line) <= _SHOWN else f"{line[:_SHOWN]}…" for line in changed]
