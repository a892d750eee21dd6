"""Every word of the windows is there in every language, and says what it is to be filled with."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from tests.translations import FOLDER, LANGUAGES, compiled, gather, untranslated

_FIELD = re.compile(r"\{\w[^{}]*\}")
_KEY = re.compile(r"&(?!&)\S")


def _messages(path: Path) -> list[tuple[str, str, str]]:
    """Context, source and translation of everything in a `.ts` file."""
    contexts = ET.parse(path).getroot().iter("context")  # noqa: S314  # a file of ours
    return [
        (context.findtext("name") or "", one.findtext("source") or "", one.findtext("translation") or "")
        for context in contexts
        for one in context.iter("message")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_translate(language: str, tmp_path: Path) -> None:
    kept = FOLDER / f"vesper_{language}.ts"
    shutil.copy(kept, tmp_path)
    fresh = gather(tmp_path, language)
    assert untranslated(fresh) == []
    assert _messages(fresh) == _messages(kept), "run python -m tests.translations"
    assert compiled(fresh, tmp_path).read_bytes() == kept.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_and_pressed_is_in_every_language(language: str) -> None:
    for _context, source, translation in _messages(FOLDER / f"vesper_{language}.ts"):
        assert Counter(_FIELD.findall(source)) == Counter(_FIELD.findall(translation)), source
        assert bool(_KEY.search(source)) == bool(_KEY.search(translation)), source
        assert translation.strip(), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lines_of_the_menu_have_the_same_key(language: str) -> None:
    menu = [words for context, _, words in _messages(FOLDER / f"vesper_{language}.ts") if context == "menu"]
    keys = Counter(found[0][1].lower() for words in menu if (found := _KEY.findall(words)))
    assert {key for key, many in keys.items() if many > 1} <= {"p"}, "only the two words for panic share one"
