"""Her character is made anew with every choice: what choices do not touch is shared, and nothing is left behind."""

from __future__ import annotations

import gc
import sys
from itertools import cycle, islice, product
from pathlib import Path

import pytest

from app.persona.character import load
from app.persona.library import Library
from models.settings import Settings

CHOICES = tuple(product(("chill", "snarky"), ("low", "normal", "high")))
_FEW = 500
"""Blocks of memory: a character has tens of thousands."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def chosen(preset: str, energy: str, *blocked: str) -> Settings:
    return Settings.model_validate(
        {"character": {"preset": preset, "energy": energy}, "safety": {"blocked_words": blocked}}
    )


def test_personalities_share_what_is_the_same_in_all_of_them(library: Library) -> None:
    one, other = load(chosen("chill", "low"), library), load(chosen("snarky", "high"), library)
    assert one.lines.understanding is other.lines.understanding
    assert one.tongue.gate.lexicon is other.tongue.gate.lexicon
    assert one.lines.lines != other.lines.lines
    assert one.tongue.gate.secret != other.tongue.gate.secret
    assert load(chosen("chill", "high"), library).lines is one.lines


def test_words_of_the_users_make_another_gate(library: Library) -> None:
    assert not load(chosen("chill", "low"), library).tongue.gate.say("A pineapple!").blocked
    assert load(chosen("chill", "low", "pineapple"), library).tongue.gate.say("A pineapple!").blocked
    assert not load(chosen("chill", "low"), library).tongue.gate.say("A pineapple!").blocked


def test_changes_leave_nothing_behind(library: Library) -> None:
    def change(times: int) -> int:
        for choice in islice(cycle(CHOICES), times):
            load(chosen(*choice), library)
        gc.collect()
        return sys.getallocatedblocks()

    before = change(len(CHOICES))
    assert change(10 * len(CHOICES)) - before < _FEW
