"""The ways a text can be read: as it stands, and with its signs and digits taken for letters.

A `Text` is a row of words; what was already said comes first and only counts as context, so that a thing split over
two clauses is met in the second. Single letters in a row are one word. `joined` are the further words one gets by
leaving out the separators inside a chunk ("a.b-c").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.safety.common_words import COMMON
from models.safety.confusables import LEET, LEET_L
from models.safety.folding import fold, squeezed

_SIGNS = "0-9@$!|+€£¥¢"
_NEEDS = re.compile(rf"[^\W\d_][{_SIGNS}]|[{_SIGNS}][^\W\d_]|[@$€]{{2,}}")
_SECOND = re.compile(r"[1!|6£+]")
_EDGE = ".,;:?\"'()[]{}<>…-_*~/\\&#%^="
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_DRAWN = tuple({"|_|": "u", "()": "o", "/\\": "a", "\\/": "v", "|)": "d", "|<": "k", "ph": "f"}.items())
_STARRED = re.compile(
    r"[a-z0-9@$!]{1,20}(?:[*#%_•]{1,6}[a-z0-9@$!]{1,20}){1,6}[*#%•]{0,6}|[a-z]{2,20}[*#%•]{2,6}"
)
_LETTERS_IN_ROW = 3
_SHORT_WORDS = frozenset("uraionye")
_LONGEST_JOINED = 40

_OPENED = (
    (re.compile(r"\bcan'?t\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"\b(it|that|he|she|what|who|where|there|here|how|everyone)'s\b"), r"\1 is"),
    (re.compile(r"\blet's\b"), "let us"),
)
_SPELT = {
    "im": "i am", "ive": "i have", "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
    "arent": "are not", "wont": "will not", "shouldnt": "should not", "u": "you", "ur": "your", "r": "are",
    "youre": "you are", "theyre": "they are", "gonna": "going to", "wanna": "want to", "gotta": "have to",
    "gimme": "give me", "lemme": "let me", "whats": "what is", "thats": "that is", "wheres": "where is", "ya": "you",
    "yourselves": "yourself", "urself": "yourself", "yoself": "yourself", "cuz": "because", "pls": "please",
    "plz": "please", "da": "the", "dem": "them", "wit": "with", "nd": "and", "youve": "you have", "hes": "he is",
    "shes": "she is", "everyones": "everyone is", "yall": "you all", "ppl": "people", "sb": "somebody",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """One reading. `raw`: its words; `words`: the same squeezed; `line`: those, each with a space behind it.

    Words from `new` on are the text, those before it context; `line_new` is where they begin in `line`. `seam`: no
    mark stands between the two, so a word may go on over the border.
    """

    raw: tuple[str, ...]
    words: tuple[str, ...]
    line: str
    new: int
    line_new: int
    seam: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """All readings of a text. `starred` are words with letters starred out."""

    texts: tuple[Text, ...]
    joined: tuple[str, ...]
    starred: tuple[str, ...]


def read(text: str, before: str = "") -> Reading:
    """Every reading of a cleaned text, with what came right before it as context."""
    folded, earlier = fold(text), fold(before)
    chunks, past = folded.split(), earlier.split()
    ways = [(_plain(earlier), _plain(folded))]
    if any(_NEEDS.search(_core(chunk)) for chunk in (*past, *chunks)):
        tables = (LEET, LEET_L) if _SECOND.search(folded) or _SECOND.search(earlier) else (LEET,)
        ways += [(_leet(past, table), _leet(chunks, table)) for table in tables]
    joined = [word for chunk in chunks for word in _joined(chunk)]
    texts: list[Text] = []
    for way in ways:
        text_read, spelled = _text(*way, seam=earlier[-1:].isalnum())
        texts.append(text_read)
        joined += [word for row in spelled for word in _within(row)]
    return Reading(tuple(texts), tuple(joined), tuple(_STARRED.findall(folded)))


def _text(past: list[str], now: list[str], *, seam: bool) -> tuple[Text, list[str]]:
    """The text, and its words that were spelled letter by letter."""
    raw, new, spelled = _merged(past, now)
    words = tuple(squeezed(" ".join(raw)).split(" ")) if raw else ()
    ahead = sum(len(word) + 1 for word in words[:new])
    return Text(tuple(raw), words, "".join(f"{word} " for word in words), new, ahead, seam), spelled


def _plain(folded: str) -> list[str]:
    if "'" in folded or "cant" in folded:
        for pattern, instead in _OPENED:
            folded = pattern.sub(instead, folded)
    return _WORD.findall(folded.replace("'", ""))


def _leet(chunks: list[str], table: dict[int, int]) -> list[str]:
    return [word for chunk in chunks for word in _plain(_letters(chunk, table))]


def _letters(chunk: str, table: dict[int, int]) -> str:
    core = _core(chunk)
    if not _NEEDS.search(core):
        return chunk
    for drawn, letter in _DRAWN:
        core = core.replace(drawn, letter)
    return core.translate(table)


def _core(chunk: str) -> str:
    return chunk.strip(_EDGE).rstrip("!").strip(_EDGE)


def _merged(past: list[str], now: list[str]) -> tuple[list[str], int, list[str]]:
    """Both in a row, three or more single letters in a row made one word; where the new begin; the words so made.

    What remains is opened ("u" is "you").
    """
    words = [*past, *now]
    merged: list[str] = []
    spelled: list[str] = []
    new = -1
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
            end += 1
        whole = end - at >= _LETTERS_IN_ROW
        end = end if whole else at + 1
        if new < 0 and end > len(past):
            new = len(merged)
        word = "".join(words[at:end])
        opened = _SPELT.get(word)
        merged += opened.split() if opened else [word]
        if whole and new >= 0:
            spelled.append(word)
            if end < len(words) and len(words[end]) < _LETTERS_IN_ROW:
                spelled.append(word + words[end])
        at = end
    return merged, new if new >= 0 else len(merged), spelled


def _joined(chunk: str) -> list[str]:
    core = _core(chunk)
    if core.isalnum() or len(core) > _LONGEST_JOINED:
        return []
    found: list[str] = []
    for table in (LEET, LEET_L):
        pieces = _WORD.findall(_letters(core, table).replace("'", ""))
        letters = sum(len(piece) == 1 for piece in pieces)
        torn = letters >= min(_LETTERS_IN_ROW, len(pieces)) or any(piece not in COMMON for piece in pieces)
        if len(pieces) > 1 and torn:
            found.append("".join(pieces))
    return found[:1] if found[:1] == found[1:] else found


def _within(row: str) -> list[str]:
    """What is left of a row of letters without the one-letter words that may stand around it."""
    found: list[str] = []
    for start in range(min(4, len(row) - _LETTERS_IN_ROW + 1)):
        if start and row[start - 1] not in _SHORT_WORDS:
            break
        found += [row[start:], row[start:-1]]
    return found
