"""Ways people hide a word from a filter: pure functions from a word to a word, the same every time."""

from __future__ import annotations

from collections.abc import Callable

_LEET = str.maketrans("aeiost", "4310$7")
_SYMBOLS = str.maketrans("aeios", "@€!0$")
_CYRILLIC = str.maketrans("aceopxyiskmtn", "асеорхуіѕкмтп")
_GREEK = str.maketrans("aeiknoptuvxy", "αεικηορτυνχγ")
_ACCENTS = str.maketrans("aeioucny", "áëïôúçñý")


def plain(word: str) -> str:
    """As it is."""
    return word


def shouted(word: str) -> str:
    """MiXeD cAsE."""
    return "".join(letter.upper() if place % 2 else letter for place, letter in enumerate(word))


def leet(word: str) -> str:
    """Digits for letters."""
    return word.translate(_LEET)


def symbols(word: str) -> str:
    """Signs for letters."""
    return word.translate(_SYMBOLS)


def spaced(word: str) -> str:
    """A space after each letter."""
    return " ".join(word)


def dotted(word: str) -> str:
    """A dot after each letter."""
    return ".".join(word)


def dashed(word: str) -> str:
    """Mixed separators after each letter."""
    return "".join(letter + "-_ *"[place % 3] for place, letter in enumerate(word[:-1])) + word[-1]


def stretched(word: str) -> str:
    """Letters repeated."""
    return "".join(letter * (1 + place % 3 * 2) for place, letter in enumerate(word))


def cyrillic(word: str) -> str:
    """Letters of another alphabet that look the same."""
    return word.translate(_CYRILLIC)


def greek(word: str) -> str:
    """Greek letters that look nearly the same."""
    return word.translate(_GREEK)


def accented(word: str) -> str:
    """Accents on every letter that bears one."""
    return word.translate(_ACCENTS)


def wide(word: str) -> str:
    """Fullwidth letters."""
    return "".join(chr(ord(letter) + 0xFEE0) for letter in word)


def bold(word: str) -> str:
    """Letters of the mathematical alphabets."""
    return "".join(chr(0x1D400 + ord(letter) - ord("a") + 26) for letter in word)


def hidden(word: str) -> str:
    """Zero-width characters between the letters."""
    return "\u200b".join(word[:2]) + "\u2060\u00ad".join(word[2:])


def marked(word: str) -> str:
    """Combining marks over each letter."""
    return "".join(letter + "\u0336\u0301" for letter in word)


def circled(word: str) -> str:
    """Letters in circles."""
    return "".join(chr(0x24D0 + ord(letter) - ord("a")) for letter in word)


def stretched_leet(word: str) -> str:
    """Two at once."""
    return stretched(word.translate(_LEET))


DISGUISES: tuple[Callable[[str], str], ...] = (
    plain, shouted, leet, symbols, spaced, dotted, dashed, stretched, cyrillic, greek, accented, wide, bold, hidden,
    marked, circled, stretched_leet,
)  # fmt: skip
