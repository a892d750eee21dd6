"""Which of its readings a heteronym takes: a light tagger over the words around it.

It knows the closed classes of English (determiners, pronouns, modals, prepositions), what they call for next, and
a few words with habits of their own. A role is NOUN, VERB, PAST, ADJ or "" (the word's usual reading).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DETERMINERS = _words(
    "a an the this that these those my your his her its our their some any no every each another whose "
    "what which many few several one two three four five six seven eight nine ten more most of in on at "
    "by with from into about for without new good great big little own first last next best real such "
    "world"
)
_MODALS = _words(
    "to will would can could shall should may might must do does did don't doesn't didn't won't can't "
    "cannot couldn't wouldn't shouldn't let let's lets gonna wanna gotta i'll you'll he'll she'll we'll "
    "they'll it'll i'd you'd we'd they'd please better help"
)
_SUBJECTS = frozenset(["i", "you", "we", "they", "who", "people"])
_SINGULAR_SUBJECTS = _words("he she it that which who everyone somebody someone nobody")
_BE = _words("am is are was were be been being i'm you're we're they're he's she's it's isn't aren't wasn't")
_HAVE = _words("have has had having i've you've we've they've haven't hasn't hadn't he'd she'd having")
_ADVERBS = _words("just never always also really often still only ever already now not so very too even")
_OBJECTS = _words(
    "the a an my your his her its our their this that these those it him them me us you everything something"
)
_PAST_TIME = _words("yesterday ago earlier last already once before finally")
_AFTER_LINK = _words("get gets got getting stay stays so too very how as feel feels come came")


Reading = Callable[[Sequence[str], int], str]


def role_of(words: Sequence[str], at: int) -> str:
    """The role of `words[at]` (small letters; marks are words of their own)."""
    special = _SPECIAL.get(words[at])
    return special(words, at) if special else _general(words, at)


def _around(words: Sequence[str], at: int) -> tuple[str, str]:
    before = at - 1
    while before >= 0 and words[before] in _ADVERBS:
        before -= 1
    previous = words[before] if before >= 0 and words[before][0].isalnum() else ""
    following = words[at + 1] if at + 1 < len(words) and words[at + 1][0].isalnum() else ""
    return previous, following


def _general(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if previous in _MODALS or previous in _SUBJECTS:
        return "VERB"
    if words[at].endswith("s") and previous in _SINGULAR_SUBJECTS and previous != "that":
        return "VERB"
    if previous in _BE or previous in _AFTER_LINK:
        return "ADJ"
    if previous in _DETERMINERS or previous.endswith("'s"):
        return "NOUN"
    if following in _OBJECTS:
        return "VERB"
    return "NOUN" if previous else ""


def _read(words: Sequence[str], at: int) -> str:
    previous, _ = _around(words, at)
    if previous in _HAVE or previous in _BE or words[at - 1 : at] == ["well"]:
        return "PAST"
    if previous in _MODALS:
        return "VERB"
    dated = any(pair in {("in", "nineteen"), ("in", "two")} for pair in pairwise(words))
    if previous in _SINGULAR_SUBJECTS or dated or _PAST_TIME & set(words):
        return "PAST"
    return "VERB"


def _live(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if following in _words("in with here there forever longer alone together by for near"):
        return "ADJ" if previous in _BE or previous in {"go", "going", "goes", "went"} else "VERB"
    if previous in _MODALS | {"i", "we", "you", "they", "who"}:
        return "VERB"
    if not previous and following in _OBJECTS:
        return "VERB"
    return "ADJ"


def _lives(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if previous in _DETERMINERS or previous.isdigit():
        return "NOUN"
    near = following in _words("in with here there forever alone by near at on for up")
    return "VERB" if near or previous in _SINGULAR_SUBJECTS else "NOUN"


def _lead(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    metal = following in _words("pipe pipes paint poisoning bullet bullets weight acid balloon")
    return (
        "METAL"
        if metal or (previous in {"molten", "of"} and following != "the" and at + 2 > len(words) - 1)
        else ""
    )


def _wind(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    turning = following in {"up", "down", "back", "it"} and previous not in _DETERMINERS
    return "VERB" if turning or previous == "to" else "NOUN"


def _tear(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    ripping = following in _words("up down apart off out away it them the through into me us")
    return "VERB" if (ripping and previous not in _DETERMINERS - {"this"}) or previous in _MODALS else "NOUN"


def _close(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if following in _words("to by call friend friends enough range quarters up") and previous not in _MODALS:
        return "ADJ"
    if previous in _MODALS or following in _OBJECTS or (not previous and following):
        return "VERB"
    if previous in _SUBJECTS:
        return "VERB"
    return "NOUN" if previous in {"the", "a"} and not following else "ADJ"


def _use(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if previous in _MODALS or previous in _SUBJECTS:
        return "VERB"
    if (
        previous in _DETERMINERS
        or following == "of"
        or previous in {"make", "makes", "made", "making", "much"}
    ):
        return "NOUN"
    return "VERB"


def _used(words: Sequence[str], at: int) -> str:
    _, following = _around(words, at)
    return "VBD" if following == "to" else ""


def _bass(words: Sequence[str], _at: int) -> str:
    return "" if _words("fish fishing lake caught catch river") & set(words) else "ADJ"


def _minute(words: Sequence[str], at: int) -> str:
    _, following = _around(words, at)
    return "ADJ" if following in _words("details detail amount amounts difference differences") else ""


def _dove(words: Sequence[str], at: int) -> str:
    _, following = _around(words, at)
    return "VERB" if following in _words("in into off down deep right headfirst straight") else ""


def _wound(words: Sequence[str], at: int) -> str:
    _, following = _around(words, at)
    return "PAST" if following in {"up", "down", "around", "tight", "tightly"} else ""


def _bow(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    if (
        following in {"down", "to", "before", "out"}
        or previous in _MODALS
        or "take" in words[:at]
        or "took" in words[:at]
    ):
        return "VERB"
    return ""


def _content(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    return "" if following in {"with", "to"} or previous in _BE | _AFTER_LINK else "NOUN"


def _resume(words: Sequence[str], at: int) -> str:
    previous, _ = _around(words, at)
    return "NOUN" if previous in _words("my your his her a the their our") else ""


def _that(words: Sequence[str], at: int) -> str:
    previous, following = _around(words, at)
    return "DT" if not following or (not previous and following not in _words("i you he she we they")) else ""


_SPECIAL: dict[str, Reading] = {
    "read": _read, "live": _live, "lives": _lives, "lead": _lead, "wind": _wind, "winds": _wind, "tear": _tear,
    "tears": _tear, "close": _close, "use": _use, "used": _used, "bass": _bass, "minute": _minute, "dove": _dove,
    "wound": _wound, "bow": _bow, "content": _content, "resume": _resume, "that": _that,
}  # fmt: skip
