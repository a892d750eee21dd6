"""From what was written to what is read: one alphabet, lower case, and words with their runs of letters squeezed.

A word is compared squeezed ("baaad" as "bad") and by the lengths of its runs: what was written must have every run at
least as long as the list's word has it, so that a country is not taken for the slur it is a letter short of.
"""

from __future__ import annotations

import re
import unicodedata

from models.safety.confusables import LOOKALIKES

_RUN = re.compile(r"([^\W\d_])\1+")
_LONG_RUN = re.compile(r"(.)\1{3,}", re.DOTALL)


def fold(text: str) -> str:
    """`text` in lower-case Latin letters wherever something looks like one; no accents; runs of at most three."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(LOOKALIKES))
        text = "".join(
            symbol for symbol in text if not unicodedata.combining(symbol) and not _encloses(symbol)
        )
        text = text.translate(LOOKALIKES)
    return _LONG_RUN.sub(r"\1\1\1", text.lower())


def squeezed(text: str) -> str:
    """Each run of one letter as one."""
    return _RUN.sub(r"\1", text)


def runs(word: str) -> tuple[int, ...]:
    """The lengths of a word's runs of one letter."""
    lengths: list[int] = []
    last = ""
    for letter in word:
        if letter == last:
            lengths[-1] += 1
        else:
            lengths.append(1)
            last = letter
    return tuple(lengths)


def reaches(written: str, listed: tuple[int, ...]) -> bool:
    """Whether what was written has every run as long as the list's word; both squeeze to the same."""
    return all(have >= need for have, need in zip(runs(written), listed, strict=True))


def _encloses(symbol: str) -> bool:
    return unicodedata.category(symbol) == "Me"
