"""The pronunciation lexicon: misaki's word lists (data only), and words of our own.

An entry is one pronunciation, or several by role. Symbols are Kokoro's: A I O Q W Y are the diphthongs of *face,
price, goat* (American), *goat* (British), *mouth, choice*; T is the tapped t; ˈ and ˌ stand before the vowel's
consonants as the lists have them.
"""

from __future__ import annotations

import json
from importlib.resources import files

from workers.engines.tts.english.own_words import AMERICAN, RESPELT, to_british

Entry = str | dict[str, str | None]


class Lexicon:
    """Words of one accent. Looking up is exact first, then without regard to capitals."""

    def __init__(self, *, british: bool) -> None:
        self.british = british
        prefix = "gb" if british else "us"
        folder = files("misaki.data")
        self._gold: dict[str, Entry] = json.loads((folder / f"{prefix}_gold.json").read_text("utf-8"))
        self._silver: dict[str, Entry] = json.loads((folder / f"{prefix}_silver.json").read_text("utf-8"))
        for word, phonemes in AMERICAN.items():
            self._gold[word] = to_british(phonemes) if british else phonemes

    def find(self, word: str) -> Entry | None:
        """The entry of `word` as written, else in lower case, else capitalised."""
        for form in dict.fromkeys((word, word.lower(), word.capitalize())):
            entry = self._gold.get(form)
            if entry is None:
                entry = self._silver.get(form)
            if entry is not None:
                return entry
        return None

    def knows_as_word(self, capitals: str) -> bool:
        """Whether a word in capitals is also an everyday word in small letters."""
        return capitals.lower() in self._gold

    def acronym(self, capitals: str) -> Entry | None:
        """The entry of a word that is written in capitals (NASA), if there is one of its own."""
        entry = self._gold.get(capitals)
        return entry if entry is not None and not isinstance(entry, dict) else None

    def respelling(self, word: str) -> tuple[str, ...]:
        """Words that sound like `word`, for those the lists miss."""
        return tuple(RESPELT.get(word.lower(), "").split())

    def letter(self, letter: str) -> str:
        """The name of a letter."""
        entry = self._gold.get(letter.upper())
        return entry if isinstance(entry, str) else ""
